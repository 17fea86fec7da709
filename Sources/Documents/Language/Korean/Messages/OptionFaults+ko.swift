import Model

extension KoreanMessages {
  func words(_ fault: OptionFault) -> String {
    switch fault {
    case .noCommand(let names): "명령이 없습니다. 다음 가운데 고르십시오: \(list(names))."
    case .unknownCommand(let word, let nearest, let known):
      "\(quoted(word))(이)라는 명령은 없습니다.\(didYouMean(nearest.map { "tradetally \($0)" })) 쓸 수 있는 명령: \(list(known))."
    case .emptyFolder(let option): "\(option): 폴더 이름이 비어 있습니다. 파일을 둘 폴더를 지정하십시오."
    case .form(let form, let option, let value): words(form, option, value)
    case .choice(let option, let value, let words, let nearest):
      "\(option) \(value): \(list(words)) 가운데 하나여야 합니다.\(didYouMean(nearest))"
    case .nothingNamed(let option, let words): "\(option): 값이 없습니다. \(list(words)) 가운데 고르십시오."
    case .number(let option, let value, let from, let to):
      "\(option) \(value): \(to.map { "\(from)~\($0)의" } ?? "\(from) 이상의") 수여야 합니다."
    case .noConsultations: "상담 파일이 없습니다. --consultations 파일을 지정하십시오."
    case .unknownEncoding(let name, let nearest, let known):
      "\(quoted(name))은(는) 모르는 인코딩입니다.\(didYouMean(nearest)) 쓸 수 있는 인코딩: \(list(known))."
    case .noCountry(let text): "--home-country \(text): 그런 국가가 없습니다. KR 같은 코드를 지정하십시오."
    case .noCurrency(let option, let value):
      "\(option) \(value): 통화가 아닙니다. USD나 KRW 같은 ISO 4217 코드를 지정하십시오."
    case .implausibleRate(let text, let currency, let meaning, let low, let high, let meant):
      "--rate \(text): 이대로면 \(meaning)인데, 2000~2026년의 환율은 1 \(currency)에 \(low)~\(high)였습니다. "
        + (meant.map { "혹시 --rate \(currency)=\($0)입니까?" }
          ?? "1 \(currency)이 기준 통화로 얼마인지 적거나, 기준 통화 1단위가 N \(currency)이면 1/N으로 적으십시오.")
    case .rateTwice(let currency): "--rate에 \(currency)이(가) 두 번 있습니다. 통화마다 환율 하나만 지정하십시오."
    case .baseCurrencyRate(let text, let currency):
      "--rate \(text): \(currency)은(는) 기준 통화라 환율이 필요 없습니다. 옵션을 빼십시오."
    case .fromAfterAsOf(let from, let asOf):
      "--from \(from.iso)이 --as-of \(asOf.iso)보다 뒤여서 집계할 것이 없습니다. 둘을 바꾸십시오."
    case .unknownColumn(let option, let value, let column, let nearest, let known):
      "\(option) \(value): \(quoted(column)) 열은 없습니다.\(didYouMean(nearest)) 쓸 수 있는 열: \(list(known))."
    case .noAmounts(let text, let column):
      "--unit \(text): \(name(column)) 열은 금액 열이 아닙니다. 금액 열: \(list(Column.amounts.map { name($0) }))."
    case .unknownUnit(let text, let unit):
      "--unit \(text): \(quoted(unit))은(는) 모르는 단위입니다. 만불, 천달러, 백만원, \"USD thousand\", USD처럼 배수나 통화를 적으십시오."
    case .unknownMeaning(let text, let meaning, let nearest, let known):
      "--word \(text): \(quoted(meaning))(이)라는 목록과 뜻은 없습니다.\(didYouMean(nearest)) 쓸 수 있는 것: \(list(known))."
    case .wordMissing(let text): "--word \(text): = 뒤에 말이 없습니다. --word outcome.mou=체결처럼 적으십시오."
    case .eventTwice(let event, let first, let second):
      "--series: \(quoted(event)) 행사가 \(first)와 \(second)에 거듭 나옵니다. 한 번만 적으십시오."
    case .together(let one, let other): "\(one)과 \(other)는 함께 써야 합니다. 둘 다 지정하십시오."
    case .notTogether(let option, let others):
      "\(option)은(는) \(list(others))와 함께 쓸 수 없습니다. 한쪽을 빼십시오."
    case .needs(let option, let others): "\(option)은(는) \(list(others))와 함께 씁니다. 함께 지정하십시오."
    case .emptyReason: "--revise: 사유가 비어 있습니다. 확정 보고서를 고치는 사유를 적으십시오."
    case .emptyText(let option): "\(option): 값이 비어 있습니다. 값을 적거나 옵션을 빼십시오."
    case .nameWithoutLetter(let option, let value):
      "\(option) \(quoted(value)): 글자나 숫자가 없어 파일 이름을 지을 수 없습니다. 글자를 넣으십시오."
    case .unknownOption(let option, let nearest): "\(quoted(option))(이)라는 옵션은 없습니다.\(didYouMean(nearest))"
    case .nothingSelected(let pattern, let nearest, let known):
      "--select \(pattern): 그런 이름의 보고서가 없습니다.\(didYouMean(nearest)) 있는 보고서: \(list(known))."
    }
  }

  private func words(_ form: OptionFault.Form, _ option: String, _ value: String) -> String {
    let given = "\(option) \(value): "
    return switch form {
    case .column: given + "supplier=상담업체처럼 ‘열=머리글’로 적으십시오."
    case .unit: given + "consulted_amount=만불처럼 ‘열=단위’로 적으십시오."
    case .word: given + "outcome.mou=체결처럼 ‘목록.뜻=말’로 적으십시오."
    case .rate:
      given + "‘통화=환율’(13자리 이내)로 적으십시오. KRW=0.00087은 1원이 기준 통화로 0.00087이라는 뜻이고, KRW=1/1350은 1,350원이 기준 통화 "
        + "1단위라는 뜻입니다."
    case .series: given + "forum=forum-2019,forum-2020처럼 ‘이름=행사,행사’로 적으십시오."
    case .date: given + "날짜가 아닙니다. 2020-10-30처럼 적으십시오."
    case .period: given + "월, 분기, 연도가 아닙니다. 2020-10, 2020Q4, 2020처럼 적으십시오."
    case .delimiter: given + "ASCII 글자 하나나 tab, comma, semicolon, pipe 가운데 하나여야 합니다."
    case .oneCharacter: given + "글자 하나여야 합니다."
    case .someCharacters: given + "글자가 하나 이상이어야 합니다."
    }
  }
}
