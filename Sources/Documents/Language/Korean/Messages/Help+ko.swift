import Model

extension KoreanMessages {
  func help(_ text: HelpText) -> String {
    switch text {
    case .root:
      "수출상담회의 참가 신청과 상담일지로 보고서를 만듭니다."
    case .rootDiscussion:
      """
      수출상담회의 CSV와 통합 문서를 적힌 그대로 읽고, 행마다 어떻게 처리했는지 밝히며, 엑셀 통합 문서와 텍스트 요약, JSON을 씁니다.

      첫 보고서:
        tradetally report --registrations registrations.csv \\
          --consultations consultations.csv \\
          --event pohang-2020 --rate KRW=0.00088 --output out
      """
    case .report:
      "한 행사 또는 여러 행사의 결과 보고서를 만듭니다."
    case .reportDiscussion:
      "이름.ko.xlsx, 이름.en.xlsx, 이름.ko.txt, 이름.en.txt, 이름.json, 이름.rejects.csv를 씁니다. 집계하지 않은 행은 까닭과 함께 "
        + "이름.rejects.csv에 있으며, 사라지는 행은 없습니다."
    case .trend:
      "분기별 추이와 시리즈의 회차를 비교합니다."
    case .trendDiscussion:
      "report와 같은 입력을 읽습니다. 상담과 그 결과는 상담이 실시된 분기에 속합니다. 상담이 없는 분기는 ‘행사 없음’이며 아무것과도 비교하지 않습니다. 행사가 열리는 "
        + "분기는 해마다 달라지므로, 회차끼리 비교하려면 --series로 시리즈의 행사를 지정하십시오."
    case .check:
      "파일마다 무엇을 읽었고 행을 어떻게 처리했는지 보여 줍니다. 보고서는 만들지 않습니다."
    case .checkDiscussion:
      "점검 결과를 표준 출력에 씁니다. 합계·머리글·메모 행이 아닌 행이 제외되거나, 머리글을 알 수 없는 열이 빠진 열로 보이면 코드 65로 끝납니다. 행사 전에 참가 "
        + "신청만 점검할 수도 있습니다. --output을 지정하면 모든 문제를 위치와 함께 CSV와 통합 문서로 써서, 필터로 걸러 가며 고칠 수 있습니다."
    case .clean:
      "구분 문자로 나뉜 텍스트나 통합 문서의 표를 표준 CSV(UTF-8, 쉼표, 모든 행이 머리글과 같은 칸 수)로 씁니다."
    case .cleanDiscussion:
      "표 위의 제목과 표 아래의 메모는 빼고 표준 오류에 알립니다. 그 밖에는 연락처 열까지 아무것도 바꾸지 않습니다. 결과는 보고서가 아니라 형식만 바꾼 입력 자료입니다. "
        + "머리글이 없는 표에 머리글을 지어내지 않습니다."
    case .run:
      "보고서 정의를 실행합니다(cron용)."
    case .runDiscussion:
      """
      보고서마다 결과폴더/이름 폴더가 생기고, 새 판은 통째로 나타나거나 전혀 나타나지 않습니다. 앞선 판은 결과폴더/.editions/이름에 남습니다. 바뀐 것이 없으면 아무것도 \
      만들지 않습니다. 원장 tradetally.sqlite에는 무엇을 어떤 자료로 발표했는지 남습니다. 원장이 있는 폴더가 작업 폴더이며, 정의가 있는 폴더부터 위로 찾고 없으면 \
      그 옆에 만듭니다.

      폴더를 지정하면 그 안의 정의(*.yaml, *.yml)를 이름의 바이트 순서로 모두 실행합니다. 잘된 일은 말하지 않으며, 바뀐 것이 없을 때만 표준 출력에 한 줄을 씁니다. \
      --verbose를 붙이면 더 알려 줍니다.

      종료 코드: 0 완료 또는 변동 없음; 65 자료를 쓸 수 없거나 확정 보고서가 달라짐; 66 입력 파일 없음; 73 결과를 만들 수 없음; 74 읽거나 쓰는 도중 실패; 75 \
      다른 실행이 진행 중이거나 원장이 쓰이고 있거나 시계가 뒤로 감(나중에 다시 실행); 78 정의의 오류; 신호로 끝나면 128 더하기 그 번호. 여럿이면 처음 실패한 것의 \
      코드.
      """
    case .history:
      "무엇을 실행하고 발표했는지 보여 줍니다."
    case .historyDiscussion:
      "작업 폴더의 원장 tradetally.sqlite를 읽으며 아무것도 바꾸지 않습니다."
    case .historyList:
      "실행을 최근 것부터 보여 줍니다. history의 기본 동작입니다."
    case .historyReports:
      "보고서마다 마지막 발표와 마지막 실행을 보여 줍니다."
    case .historyShow:
      "한 실행의 입력 파일, 결과 파일, 수치를 보여 줍니다."
    case .historyDiff:
      "두 실행에서 서로 다른 수치를 보여 줍니다."
    case .historyDiffDiscussion:
      "집계한 행 가운데 새로 생기거나 없어지거나 인식한 열의 값이 달라진 행을 보여 줍니다. 행은 번호로, 번호가 없으면 "
        + "참가자와 일시로 알아보므로 자리를 옮긴 행은 같은 행입니다. 원장에는 최근 판의 행별 해시만 남고 행의 내용은 "
        + "남지 않습니다."
    case .doctor:
      "작업 폴더에 이상이 없는지 알려 줍니다."
    case .doctorDiscussion:
      """
      원장, 작업 폴더와 그 reports 폴더의 모든 정의(*.yaml, *.yml), 그 입력 파일과 결과 파일과 마지막 실행, 남은 공간, 권한을 살펴봅니다. 아무것도 바꾸지 않습니다.

      종료 코드: 0 이상 없음 또는 주의만 있음; 그 밖에는 첫 오류의 코드로, 65 실행이 밀렸거나 실패했거나 입력 파일이 오래됨; 66 입력 파일 없음; 73 결과 폴더에 쓸 \
      수 없음; 74 원장이 손상됨; 75 시계가 뒤로 감; 78 정의의 오류.
      """
    case .initialise:
      "보고서 정의, 빈 엑셀 양식, 머리글만 있는 CSV, crontab 줄이 든 작업 폴더를 만듭니다."
    case .initialiseDiscussion:
      "만든 그대로 바로 쓸 수 있습니다. \"tradetally run 폴더/reports\"는 0으로 된 보고서를 만들고, 폴더/data의 양식을 채우면 그 수치로 "
        + "만듭니다. 이미 있는 파일은 바꾸지 않습니다."
    case .columns:
      "인식하는 열과 머리글, 낱말 목록을 모두 보여 줍니다."
    case .columnsDiscussion:
      "머리글과 낱말은 대소문자, 빈칸, -, _를 가리지 않고 견주며, 머리글 뒤 괄호 안의 단위를 읽습니다."
    case .inputsTitle:
      "입력 파일"
    case .documentsTitle:
      "결과 문서"
    case .registrations:
      "참가 신청(참가기업과 바이어). 파일을 여럿 지정할 수 있습니다."
    case .suppliers:
      "참가기업만 적은 명단. 참가구분 열이 없어도 됩니다."
    case .buyers:
      "바이어만 적은 명단. 참가구분 열이 없어도 됩니다."
    case .consultations:
      "상담일지. 하나 이상 지정합니다."
    case .event:
      "행사가 적히지 않은 행의 행사. 행사를 고르는 옵션은 --only-event입니다."
    case .name:
      "보고서 이름. 파일 이름이 됩니다. 없으면 행사, 그것도 없으면 report입니다."
    case .currency:
      "모든 금액을 환산할 기준 통화."
    case .amountCurrency:
      "통화 표기가 없는 금액의 통화. 없으면 기준 통화로 가정하고 그렇게 밝힙니다."
    case .rate:
      "한 통화 1단위가 기준 통화로 얼마인지. 예: KRW=0.00087, 기준 통화 1단위가 1,350원이면 KRW=1/1350. 여러 번 쓸 수 있습니다."
    case .homeCountry:
      "국가가 적히지 않은 참가기업의 국가."
    case .idScope:
      "번호가 행사(event) 안에서 고유한지, 파일(file) 안에서 고유한지."
    case .encoding:
      "모든 파일의 인코딩. auto면 파일마다 알아냅니다."
    case .delimiter:
      "모든 파일의 구분 문자: 글자 하나 또는 tab. 없으면 알아냅니다."
    case .sheet:
      "맞는 시트가 여럿인 통합 문서에서 읽을 시트. 파일.xlsx#시트로 적어도 됩니다. 여러 번 쓸 수 있습니다."
    case .dateOrder:
      "03/04/2020 같은 날짜에서 일과 월의 순서."
    case .column:
      "열의 머리글. 예: supplier=상담업체. status=처럼 비우면 그런 열이 없다는 뜻입니다. 여러 번 쓸 수 있고, 머리글 하나가 여러 열일 수 있습니다."
    case .unit:
      "단위 없이 적힌 금액의 단위. 예: consulted_amount=만불. 열은 이렇게 적거나 머리글로 적습니다. 여러 번 쓸 수 있습니다."
    case .fillDown:
      "병합된 셀처럼, 빈칸을 위 칸의 값으로 채울 열. 여러 번 쓸 수 있습니다."
    case .word:
      "낱말의 뜻. 예: outcome.mou=체결, status.cancelled=철회. 여러 번 쓸 수 있습니다."
    case .sectorFrom:
      "행에 업종이 없을 때 누구의 업종으로 집계할지."
    case .asOf:
      "기준일. 이 날 뒤의 것은 집계하지 않습니다."
    case .from:
      "시작일. 이 날 앞의 것과 날짜가 없는 것은 집계하지 않습니다."
    case .onlyEvent:
      "이 행사만 집계합니다. 여러 번 쓸 수 있습니다."
    case .threads:
      "읽는 스레드의 수. 결과는 달라지지 않습니다."
    case .title:
      "보고서 제목. 없으면 이름입니다."
    case .titleEn:
      "영어 문서의 제목. 없으면 --title의 제목입니다."
    case .language:
      "통합 문서, 텍스트, 웹 페이지의 언어. 첫 언어로 메시지가 나옵니다."
    case .format:
      "제외 목록 말고 만들 파일. html은 웹 페이지, hwpx는 한글 문서입니다."
    case .profile:
      "틀 고정과 필터가 있는 통합 문서(analyst), 또는 화면 낭독기에 맞춘 것(accessible)."
    case .detail:
      "집계한 모든 상담을 읽은 그대로 이름.detail.csv와 언어별 통합 문서로도 씁니다."
    case .strict:
      "합계·머리글·메모 행이 아닌 행이 제외되면 코드 65로 끝냅니다."
    case .output:
      "파일을 둘 폴더. 없으면 만듭니다."
    case .fiscalYearStart:
      "회계연도가 시작하는 달, 1~12."
    case .maturityDays:
      "상담일부터 이 일수 안에 체결된 MOU만 집계해, 오래된 분기와 최근 분기를 같은 경과 기간으로 비교합니다."
    case .series:
      "한 시리즈의 회차인 행사들. 예: forum=forum-2019,forum-2020. 여러 번 쓸 수 있습니다."
    case .allowGaps:
      "다른 분기와 10년 넘게 떨어진 분기를 허용합니다. 없으면 날짜의 오타로 봅니다."
    case .json:
      "프로그램이 읽도록 JSON으로 씁니다."
    case .suggest:
      "이 파일들의 보고서 정의를 추정한 내용과 함께 씁니다. 확인해서 저장하십시오."
    case .checkLanguage:
      "점검 결과의 언어."
    case .checkOutput:
      "모든 문제를 위치와 함께 적은 이름.problems.csv와 이름.problems.xlsx를 둘 폴더."
    case .cleanFile:
      "읽을 파일. 시트가 여럿인 통합 문서는 파일.xlsx#시트로 적습니다."
    case .cleanOutput:
      "쓸 파일. 없으면 표준 출력입니다."
    case .cleanEncoding:
      "파일의 인코딩. auto면 알아냅니다."
    case .cleanDelimiter:
      "파일의 구분 문자: 하나 이상의 글자 또는 tab. 없으면 알아냅니다."
    case .quote:
      "파일의 따옴표. 없으면 알아냅니다."
    case .headerRows:
      "머리글이 차지하는 행의 수. 하나로 합치며, 머리글이 없으면 0입니다. 없으면 알아냅니다."
    case .explain:
      "무엇을 어떻게 알아냈는지 표준 오류에 씁니다."
    case .doctorPaths:
      "보고서 정의나 그 폴더. 없으면 작업 폴더의 것입니다."
    case .workspace:
      "작업 폴더: 그 안의 폴더나 정의. 없으면 현재 폴더부터 위로 찾습니다."
    case .select:
      "이름이나 정의의 파일 이름이 이 무늬에 맞는 보고서만. 예: 'event-*'. 여러 번 쓸 수 있습니다."
    case .limit:
      "보여 줄 실행의 최대 수."
    case .runNumber:
      "실행 번호."
    case .figures:
      "전체 합계만이 아니라 모든 수치를 보여 줍니다."
    case .firstRun:
      "앞선 실행의 번호."
    case .secondRun:
      "나중 실행의 번호."
    case .folder:
      "작업 폴더. 없으면 만듭니다."
    case .definitions:
      "보고서 정의나 그 폴더."
    case .runAsOf:
      "정의와 상관없이 이 날을 기준일로 실행합니다."
    case .runFrom:
      "--to와 함께: 기간마다 그 마지막 날을 기준일로 한 번씩 실행합니다. 월(2022-10), 분기(2022Q4), 연도(2022). 이름에 {month}, "
        + "{quarter}, {year}, {date} 가운데 하나가 있어야 합니다. 200개까지."
    case .runTo:
      "마지막 기간. 예: 2022Q4."
    case .includeFuture:
      "--from, --to와 함께: 오늘 뒤에 끝나는 기간도 만듭니다."
    case .dryRun:
      "읽고 집계해서 무엇을 만들지 알려 주기만 하고 아무것도 쓰지 않습니다."
    case .force:
      "바뀐 것이 없어도 새 판을 만듭니다. 원장에 더 뒤의 실행이 있어도 지금 시계를 맞는 것으로 봅니다."
    case .revise:
      "확정 보고서를 수정하고 그 사유를 남깁니다."
    case .wait:
      "같은 정의의 다른 실행이 있으면 코드 75로 끝내지 않고 기다립니다."
    case .notify:
      "결과마다 표준 입력으로 JSON을 받는 명령. 바뀐 것이 없으면 부르지 않습니다."
    case .notifyTimeLimit:
      "notify 명령의 제한 시간(초, 기본 60)."
    case .verbose:
      "무엇을 하는지 알려 줍니다."
    case .log:
      "json: 결과마다 표준 오류에 JSON 한 줄을 씁니다."
    }
  }
}
