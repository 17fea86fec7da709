import Model

// What is said of rows and values in Korean.
extension ProblemPhrases {
  /// The phrase for a code; nil stands for a duplicate.
  static func korean(_ code: ProblemCode?) -> ProblemPhrase {
    switch code {
    case nil:
      ProblemPhrase(
        "중복 행", "먼저 나온 행과 식별값과 내용이 모두 같아 한 번만 집계했습니다.",
        "같은 자료를 두 번 붙여 넣은 것이라면 그대로 두어도 됩니다.")
    case .undecodableBytes:
      ProblemPhrase(
        "읽을 수 없는 문자", "파일의 문자 인코딩으로 읽을 수 없는 바이트가 있어 행을 집계하지 않았습니다.",
        "원본을 UTF-8로 다시 저장하거나 --encoding으로 인코딩을 지정해 주십시오.")
    case .fieldTooLarge:
      ProblemPhrase(
        "지나치게 큰 셀", "셀 하나가 1MiB를 넘어 행을 집계하지 않았습니다.",
        "잘못 붙여 넣은 내용이 있는지 그 행을 확인해 주십시오.")
    case .unterminatedQuote:
      ProblemPhrase(
        "닫히지 않은 따옴표", "큰따옴표가 제대로 닫히지 않아 그 줄을 집계하지 않았습니다.",
        "그 줄의 큰따옴표를 짝 맞추거나 지워 주십시오.")
    case .tooManyFields:
      ProblemPhrase(
        "열보다 많은 값", "머리글보다 오른쪽에 값이 더 있어 어느 열의 값인지 알 수 없으므로 집계하지 않았습니다.",
        "값 안에 쉼표 같은 구분 문자가 있으면 값을 큰따옴표로 묶어 주십시오.")
    case .headerRow:
      ProblemPhrase(
        "되풀이된 머리글", "머리글이 다시 나온 행이라 자료로 집계하지 않았습니다.", "그대로 두어도 됩니다.")
    case .totalRow:
      ProblemPhrase(
        "합계 행", "합계나 소계를 적은 행이라 자료로 집계하지 않았습니다.", "그대로 두어도 됩니다.")
    case .noteRow:
      ProblemPhrase(
        "메모 행", "셀 하나에만 내용이 있는 메모 행이라 자료로 집계하지 않았습니다.",
        "등록이나 상담을 적은 행이라면 나머지 칸을 채워 주십시오.")
    case .missingID:
      ProblemPhrase(
        "등록번호·기업명 없음", "등록번호와 기업명이 모두 비어 있어 누구의 등록인지 알 수 없으므로 집계하지 않았습니다.",
        "등록번호나 기업명을 적어 주십시오.")
    case .missingParticipants:
      ProblemPhrase(
        "상담 당사자 없음", "참가기업과 바이어가 모두 비어 있어 상담을 집계하지 않았습니다.",
        "참가기업과 바이어의 번호나 이름을 적어 주십시오.")
    case .unknownRole:
      ProblemPhrase(
        "알 수 없는 구분", "구분이 비어 있거나 참가기업인지 바이어인지 알 수 없어 등록을 집계하지 않았습니다.",
        "구분을 ‘참가기업’이나 ‘바이어’로 적어 주십시오.")
    case .unknownStatus:
      ProblemPhrase(
        "알 수 없는 상태", "상태를 읽을 수 없어 확정·완료 여부를 알 수 없으므로 집계하지 않았습니다.",
        "상태를 목록에 있는 말(예: 확정, 완료, 노쇼, 취소)로 고치거나 보고서 정의에 그 말을 추가해 주십시오.")
    case .conflictingDuplicate:
      ProblemPhrase(
        "내용이 다른 중복", "먼저 나온 행과 식별값은 같지만 내용이 다릅니다. 먼저 나온 행을 집계하고 이 행은 집계하지 않았습니다.",
        "두 행을 견주어 맞는 행만 남기거나 번호를 고쳐 주십시오.")
    case .tooFewFields:
      ProblemPhrase(
        "열보다 적은 값", "값이 머리글보다 적어 모자라는 칸을 빈칸으로 읽었습니다.",
        "줄 끝이 잘리지 않았는지 확인해 주십시오.")
    case .missingOrganization:
      ProblemPhrase(
        "기업명 없음", "기업명이 비어 있어 등록번호로만 구분했습니다.", "기업명을 적어 주십시오.")
    case .missingCountry:
      ProblemPhrase(
        "바이어 국가 없음", "바이어의 국가가 비어 있어 ‘국가 미상’으로 집계했습니다.",
        "바이어의 국가를 적어 주십시오.")
    case .unknownCountry:
      ProblemPhrase(
        "알 수 없는 국가", "적힌 말이 한 나라를 가리키지 않아 ‘국가 미상’으로 집계했습니다.",
        "국가명이나 ISO 코드로 고치거나 보고서 정의에 그 이름을 추가해 주십시오.")
    case .unlistedSector:
      ProblemPhrase(
        "목록에 없는 업종", "보고서 정의의 업종 목록에 없어 적힌 이름 그대로 따로 집계했습니다.",
        "업종을 고치거나 보고서 정의의 목록에 별칭으로 추가해 주십시오.")
    case .missingSupplier:
      ProblemPhrase(
        "참가기업 없음", "참가기업의 번호와 이름이 비어 있습니다. 상담은 집계했습니다.",
        "참가기업의 번호나 이름을 적어 주십시오.")
    case .missingBuyer:
      ProblemPhrase(
        "바이어 없음", "바이어의 번호와 이름이 비어 있습니다. 상담은 집계했습니다.",
        "바이어의 번호나 이름을 적어 주십시오.")
    case .unknownSupplier:
      ProblemPhrase(
        "등록되지 않은 참가기업", "그 행사의 등록 자료에 없는 참가기업이라 적힌 그대로 한 기업으로 보았습니다.",
        "등록 자료에 추가하거나 번호와 이름의 오타를 고쳐 주십시오.")
    case .unknownBuyer:
      ProblemPhrase(
        "등록되지 않은 바이어", "그 행사의 등록 자료에 없는 바이어라 적힌 그대로 한 기업으로 보았습니다.",
        "등록 자료에 추가하거나 번호와 이름의 오타를 고쳐 주십시오.")
    case .ambiguousSupplier:
      ProblemPhrase(
        "둘 이상에 맞는 참가기업명", "같은 이름의 참가기업이 여럿 등록되어 있어 등록되지 않은 기업으로 보았습니다.",
        "참가기업의 등록번호를 적어 주십시오.")
    case .ambiguousBuyer:
      ProblemPhrase(
        "둘 이상에 맞는 바이어명", "같은 이름의 바이어가 여럿 등록되어 있어 등록되지 않은 기업으로 보았습니다.",
        "바이어의 등록번호나 국가를 적어 주십시오.")
    case .countryMismatch:
      ProblemPhrase(
        "등록과 다른 국가", "상담 행의 국가가 등록된 바이어의 국가와 다릅니다. 등록된 국가로 집계했습니다.",
        "어느 국가가 맞는지 확인해 고쳐 주십시오.")
    case .missingDate:
      ProblemPhrase(
        "상담일 없음", "실시된 상담인데 상담일이 비어 있어 어느 분기에도 들어가지 않습니다.", "상담일을 적어 주십시오.")
    case .missingStatus:
      ProblemPhrase(
        "상담 상태 없음", "상태가 비어 있어 실시된 상담으로 집계했습니다.", "상담이 실시되었는지 확인해 상태를 적어 주십시오.")
    case .badDate:
      ProblemPhrase(
        "읽을 수 없는 날짜", "날짜로 읽을 수 없거나 1990~2099년을 벗어나 빈칸으로 보았습니다.",
        "2020-10-30처럼 적어 주십시오.")
    case .ambiguousDate:
      ProblemPhrase(
        "두 가지로 읽히는 날짜", "월과 일의 순서를 알 수 없어 빈칸으로 보았습니다.",
        "2020-10-30처럼 적거나 보고서 정의에 날짜 순서(date_order)를 정해 주십시오.")
    case .badAmount:
      ProblemPhrase(
        "읽을 수 없거나 한도를 넘는 금액", "금액으로 읽을 수 없거나 음수이거나 기준 통화로 1조를 넘어 빈칸으로 보았습니다.",
        "숫자와 단위(예: 50만 달러)를 확인해 고쳐 주십시오. 실제로 1조를 넘는 금액이면 기준 통화(--currency)를 달러처럼 큰 단위의 통화로 바꾸어 주십시오.")
    case .unclearUnit:
      ProblemPhrase(
        "불분명한 단위", "머리글이나 제목의 단위를 다 알 수 없어, 단위 없이 적힌 금액을 빈칸으로 보았습니다.",
        "머리글의 단위를 고치거나(예: 상담액(천달러)) --unit COLUMN=만불처럼 지정해 주십시오.")
    case .approximateAmount:
      ProblemPhrase(
        "이상·초과 금액", "이상, 초과, 최소, 최대 등으로 적힌 금액을 적힌 수 그대로 집계하였습니다.",
        "정확한 금액을 알면 고쳐 주십시오.")
    case .ambiguousCurrency:
      ProblemPhrase(
        "불분명한 통화", "어느 통화인지 분명하지 않거나 표기가 서로 달라 금액을 빈칸으로 보았습니다.",
        "통화 열이나 머리글의 통화를 하나로 맞추어 주십시오.")
    case .missingRate:
      ProblemPhrase(
        "환율 없음", "그 통화의 환율이 없어 금액을 집계하지 못했습니다.",
        "--rate나 보고서 정의로 환율을 정해 주십시오.")
    case .unlistedOutcome:
      ProblemPhrase(
        "목록에 없는 결과", "상담 결과의 말이 목록에 없어 ‘없음’으로 읽었습니다.",
        "목록에 있는 말(예: MOU, 계약, 후속상담)로 고치거나 보고서 정의에 그 말을 추가해 주십시오.")
    case .outcomeWithoutMeeting:
      ProblemPhrase(
        "실시되지 않은 상담의 결과", "노쇼이거나 취소된 상담에 결과나 MOU일, 금액이 있습니다. 결과와 금액은 집계하지 않았습니다.",
        "상담이 실제로 실시되었다면 상태를 고쳐 주십시오.")
    case .signedBeforeMeeting:
      ProblemPhrase(
        "상담보다 이른 MOU", "MOU 체결일이 상담일보다 앞섭니다. MOU로 집계했습니다.", "두 날짜를 확인해 주십시오.")
    case .repeatedMOU:
      ProblemPhrase(
        "되풀이된 MOU", "같은 행사에서 같은 두 기업의 MOU가 또 있습니다. 따로 집계했습니다.",
        "같은 MOU를 두 번 적은 것인지 확인해 주십시오.")
    case .suspiciousAmount:
      ProblemPhrase(
        "한도를 넘는 금액", "금액이 점검 한도를 넘습니다. 그대로 집계했습니다.",
        "원을 달러로 적었거나 단위를 잘못 적지 않았는지 확인해 주십시오.")
    case .errorCell:
      ProblemPhrase(
        "오류 셀", "셀에 #N/A, #REF! 같은 오류가 있어 빈 셀로 보았습니다.", "셀의 수식을 바로잡거나 값을 직접 적어 주십시오.")
    case .uncalculatedFormula:
      ProblemPhrase(
        "계산되지 않은 수식", "셀의 수식에 저장된 값이 없어 빈 셀로 보았습니다.",
        "파일을 엑셀이나 리브레오피스에서 열어 저장하면 값이 함께 저장됩니다.")
    }
  }
}
