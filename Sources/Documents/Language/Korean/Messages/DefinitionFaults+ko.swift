import Model

extension KoreanMessages {
  func words(_ fault: DefinitionFault) -> String {
    switch fault {
    case .isEmpty:
      "보고서 정의가 비어 있습니다. kind, name, inputs부터 적으십시오(docs/definitions.md 참조)."
    case .noKeys(let found):
      "보고서 정의는 \"kind: post-event\"처럼 키와 값으로 적습니다. 적힌 것: \(words(found))."
    case .utf16: "보고서 정의가 UTF-16입니다. UTF-8로 저장하십시오."
    case .notUTF8: "올바른 UTF-8이 아닙니다. UTF-8로 저장하십시오(편집기가 CP949로 저장했을 수 있습니다)."
    case .yaml(let kind, _): "YAML 형식이 맞지 않습니다. \(words(kind))"
    case .refusedWithoutReason: "보고서 정의를 읽지 못했으나 까닭을 알 수 없습니다. 프로그램 담당자에게 알려 주십시오."
    case .unknownKey(let key, let section, let instead):
      "\(section.map { "\(words($0))에 " } ?? "")모르는 키 \(quoted(key))이(가) 있습니다. \(words(instead))"
    case .sameKeyTwice(let keys): "같은 키가 두 번 있습니다: \(quoted(keys)). 하나만 남기고, 여러 값은 [ ] 안에 적으십시오."
    case .kindMissing: "kind 키가 없습니다. \"kind: post-event\"(행사 결과) 또는 \"kind: trend\"(분기 추이)를 적으십시오."
    case .keyIsNoWord(let section, let found): "\(section): 키는 낱말이어야 합니다. 적힌 것: \(words(found))."
    case .expected(let expectation, let key, let found):
      "\(key): \(words(expectation)) 적어야 합니다. 적힌 것: \(words(found)).\(suggestion(expectation))"
    case .nothingHere(let key): "\(key): 값이 비어 있습니다. 값을 적으십시오."
    case .namedTwice(let word, let key): "\(key): \(quoted(word))이(가) 두 번 적혀 있습니다. 한 번만 적으십시오."
    case .nothingNamed(let key, let choices):
      "\(key): 적힌 것이 없습니다. \(list(choices)) 가운데 고르거나, 모두면 키를 빼십시오."
    case .controlCharacter(let key): "\(key): 줄 바꿈 등 제어 문자가 들어 있습니다. 한 줄로 적으십시오."
    case .noText(let key): "\(key): 값이 비어 있습니다. 하나로 적거나 ko:와 en:에 하나씩 적으십시오."
    case .tooLong(let key, let characters, let limit):
      "\(key): \(characters)자로 너무 깁니다. \(limit)자 이내로 줄이십시오."
    case .nameWithoutLetter(let name):
      "name: \(quoted(name))에 글자나 숫자가 없어 파일 이름을 지을 수 없습니다. 글자를 넣으십시오."
    case .noDatePlace(let text, let key, let guess):
      "\(key): \(quoted(text))은(는) 날짜 자리가 아닙니다. 쓸 수 있는 것: \(list(guess.known.map { "{\($0)}" }))."
        + didYouMean(guess.nearest)
    case .noEventDate(let key):
      "\(key): event-date에는 날짜가 적힌 행사가 필요하나 없습니다. 행사에 date:를 적으십시오."
    case .fromAfterAsOf(let from, let asOf):
      "from \(from.iso)이 as_of \(asOf.iso)보다 뒤여서 집계할 것이 없습니다. 둘을 바꾸십시오."
    case .resolvedFromAfterAsOf(let from, let asOf): fromAfterAsOf(from, asOf)
    case .finalWithMovingDate:
      "status: 확정 보고서는 덮어쓰지 않는데 기준일은 실행할 때마다 바뀌고 이름은 그대로입니다. 이름에 {date}, {month}, {quarter}, {year} 가운데 하나를 넣거나 "
        + "provisional로 적으십시오."
    case .maturityWithoutTrend:
      "maturity_days: 같은 경과 기간의 비교는 추이 보고서에만 있습니다. 키를 빼거나 kind를 trend로 적으십시오."
    case .errorBeforeWarning: "freshness: error_after가 warn_after보다 짧습니다. error_after를 더 길게 적으십시오."
    case .noCommand: "notify: 명령이 없습니다. command:를 적으십시오."
    case .unknownTimeZone(let name): "time_zone: \(quoted(name))은(는) 모르는 시간대입니다. Asia/Seoul이나 UTC처럼 적으십시오."
    case .noAsOf(let text):
      "\(quoted(text))에 기준일 자리가 있으나 기준일이 없습니다. as_of를 적거나 --as-of로 기준일을 지정하십시오."
    case .sameNameTwice(let first, let second, let file, let field):
      "기준일 \(first.iso)과 \(second.iso)의 보고서 이름이 \(file)(으)로 같아 하나가 다른 하나를 덮어씁니다. 이름에 \(field) 또는 {date}를 넣으십시오."
    case .eventInTwoSeries(let event, let first, let second):
      "\(quoted(event)) 행사가 "
        + (first == second ? "\(quoted(first)) 시리즈에 두 번" : "\(quoted(first)) 시리즈와 \(quoted(second)) 시리즈에")
        + " 적혀 있습니다. 한 행사는 한 시리즈에 한 번만 적으십시오."
    case .seriesWithoutEvent(let name): "series: \(quoted(name)) 시리즈에 행사가 없습니다. 행사를 적거나 시리즈를 빼십시오."
    case .eventWithoutID: "행사에 id가 필요합니다. \"id: pohang-2020\"처럼 적으십시오."
    case .eventTwice(let event): "\(quoted(event)) 행사가 두 번 적혀 있습니다. 행사마다 다른 id를 적으십시오."
    case .noConsultations:
      "상담 파일이 없습니다. \"inputs:\" 아래에 \"consultations: 파일\"을 적으십시오(경로는 이 정의의 폴더 기준)."
    case .noFileNamed(let list): "\(list): 파일이 적혀 있지 않습니다. 파일을 적거나 키를 빼십시오."
    case .inputWithoutPath(let list): "\(list): 입력 파일의 경로가 없습니다. \"path: ../data/*.csv\"처럼 적으십시오."
    case .nulInPath(let list): "\(list): 경로에 NUL 문자가 있습니다. 지우십시오."
    case .unknownColumn(let column, let key, let guess):
      "\(key): \(quoted(column)) 열은 없습니다."
        + (guess.nearest.map { " 혹시 \(quoted($0))입니까?" }
          ?? " 쓸 수 있는 열: \(list(guess.known))." + (key == "fill_down" ? "" : " 파일의 머리글은 쌍점 뒤에 적습니다."))
    case .unknownEncoding(let name, let guess):
      "encoding: \(quoted(name))은(는) 모르는 인코딩입니다. 쓸 수 있는 인코딩: auto, \(list(guess.known))."
        + didYouMean(guess.nearest)
    case .onlyEventsEmpty: "only_events: 행사가 적혀 있지 않습니다. 행사를 적거나, 모든 행사면 키를 빼십시오."
    case .readsEdition(let file): "\(file): \(readsEdition)"
    case .twoEvents(let file, let event, let line, let other):
      "\(file) 파일이 두 행사에 지정되어 있습니다(여기는 \(event ?? "행에 적힌 행사"), \(line)행은 \(other ?? "행에 적힌 행사")). 한 번만 지정하십시오."
    case .noCurrency(let text, let key):
      "\(key): \(quoted(text))은(는) 통화가 아닙니다. USD나 KRW 같은 ISO 4217 코드를 적으십시오."
    case .noAmounts(let column):
      "units: \(name(column)) 열은 금액 열이 아닙니다. 금액 열: \(list(Column.amounts.map { name($0) }))."
    case .unknownUnit(let unit):
      "units: \(quoted(unit))은(는) 모르는 단위입니다. 만불, 천달러, 백만원, USD thousand, USD처럼 배수나 통화를 적으십시오."
    case .baseCurrencyRate(let currency):
      "rates: \(currency)은(는) 기준 통화라 환율이 필요 없습니다. 지우거나 base_currency를 고치십시오."
    case .twoRates(let currency, let from, let line):
      "rates: \(currency)의 \(from.map { "\($0.iso)부터의" } ?? "모든 날짜의") 환율이 여기와 \(line)행에 두 번 있습니다. 하나만 남기거나 각각 from:을 다르게 "
        + "적으십시오."
    case .noRateHere(let code): "rates: \(code)의 환율이 적혀 있지 않습니다. \"rate: 0.00087\"처럼 적으십시오."
    case .rateMissing(let currency):
      "rates: \(currency)의 환율이 없습니다. \"rate: 0.00087\"처럼 적거나, 기준 통화 1단위가 1,350 \(currency)이면 \"per_base: 1350\"처럼 적으십시오."
    case .bothRates(let currency): "rates: \(currency)에 rate와 per_base가 함께 있습니다. 하나만 남기십시오."
    case .noRate(let currency, let found):
      "rates: 1 \(currency)이 기준 통화로 얼마인지 소수점을 쓴 수(13자리 이내)로 적어야 합니다. 적힌 것: \(quoted(found))."
    case .implausibleRate(let currency, let meaning, let low, let high, let meant):
      "rates: 이대로면 \(meaning)인데, 2000~2026년의 환율은 1 \(currency)에 \(low)~\(high)였습니다."
        + (meant.map { " 혹시 \"\($0)\"입니까?" } ?? "") + " 맞는 환율이면 \"plausible: false\"를 적으십시오."
    case .noDisplayUnit(let text, let units):
      "display_unit: 금액을 \(quoted(text)) 단위로는 나타내지 않습니다. 쓸 수 있는 단위: "
        + units.map { unit in
          "\(unit.language.rawValue) \(list(unit.powers.map { power($0, unit.language) }))"
        }.joined(separator: "; ") + "."
    case .unknownDisplayUnit(let text):
      "display_unit: \(quoted(text))은(는) 모르는 단위입니다. 만, 백만, thousand, million 같은 배수를 적으십시오(기준 통화를 붙여도 됩니다)."
    case .displayUnitCurrency(let text, let currency, let base):
      "display_unit: 금액은 기준 통화 \(base)인데 \(quoted(text))은(는) \(currency)입니다. 배수만 적거나 base_currency를 고치십시오."
    case .yenOrYuan: "display_unit: ¥은 엔일 수도 위안일 수도 있습니다. 배수만 적으십시오."
    case .secondIsBase(let currency):
      "second_currency: \(currency)은(는) 기준 통화라 금액이 이미 그 통화입니다. 키를 빼거나 다른 통화를 적으십시오."
    case .secondWithoutRate(let currency):
      "second_currency: \(currency)의 환율이 없어 환산할 수 없습니다. rates: 아래에 환율을 적으십시오."
    case .unknownMeasure(let name, let guess):
      "targets: \(quoted(name))(이)라는 지표는 없습니다."
        + (guess.nearest.map { " 혹시 \(quoted($0))입니까?" }
          ?? " 쓸 수 있는 지표: \(list(guess.known)). 중괄호 안에서 쉼표가 든 금액은 따옴표로 묶으십시오.")
    case .targetCurrency(let measure, let base):
      "targets: \(measure.label(.ko))(\(measure.rawValue))은(는) 기준 통화 \(base)로 적으십시오."
    case .noTargetAmount(let measure, let base, let found):
      "targets: \(measure.label(.ko))(\(measure.rawValue))에는 10000000이나 1,000만처럼 기준 통화 \(base)의 금액을 적어야 합니다. 적힌 것: "
        + "\(quoted(found))."
    case .noRegion: "regions: 권역이 적혀 있지 않습니다. 권역을 적거나, 기본 권역을 쓰려면 키를 빼십시오."
    case .regionTwice(let id): "regions: \(quoted(id)) 권역이 두 번 적혀 있습니다. 하나에 국가를 모두 적으십시오."
    case .regionWithoutCountries(let id):
      "regions: \(quoted(id)) 권역에 국가가 없습니다. \"countries: [JP, CN]\"처럼 적으십시오."
    case .countryInTwoRegions(let code, let other):
      "regions: \(code)은(는) 이미 \(quoted(other)) 권역에 있습니다. 한 국가는 한 권역에만 적으십시오."
    case .unknownCountry(let text, let key, let name, let code):
      "\(key): \(quoted(text))(이)라는 국가가 없습니다. VN 같은 코드나 국가명을 적으십시오."
        + (name.map { " 혹시 \($0)(\(code ?? ""))입니까?" } ?? "")
    case .sectorTwice(let text, let owner):
      "sectors: \(quoted(text))은(는) 이미 \(quoted(owner))에 들어 있습니다. 표기마다 한 번만 적으십시오."
    case .sectorWithoutLabel: "sectors: 업종의 이름이 없습니다. label:을 적으십시오."
    case .unknownList(let name, let guess):
      "words: \(quoted(name)) 목록은 없습니다."
        + (guess.nearest.map { " 혹시 \(quoted($0))입니까?" } ?? " 쓸 수 있는 목록: \(list(guess.known)).")
    case .unknownMeaning(let word, let name, let guess):
      "words: \(name)에 \(quoted(word))(이)라는 뜻은 없습니다. 쓸 수 있는 뜻: \(list(guess.known)).\(didYouMean(guess.nearest))"
    case .wordTwice(let word, let name):
      "words: \(quoted(word))은(는) \(name)에서 이미 다른 뜻으로 적혀 있습니다. 한 번만 적으십시오."
    case .sameReport(let folder, let asOf, let other, let otherAsOf, let isSame):
      "\(dated(asOf))의 보고서 \(folder)을(를) \(place(other))도 만듭니다(\(dated(otherAsOf))). 각각 이름이나 결과 폴더를 다르게 정하십시오"
        + (isSame ? "(예: 이름에 {date})." : ".")
    case .sourceInReport(let source, let folder):
      "\(words(source)) 보고서 폴더 \(folder) 안에 있습니다. 그 폴더는 판이 바뀔 때마다 통째로 바뀌므로 결과 폴더나 이름을 다르게 정하십시오."
    }
  }

  /// A power of ten as a language writes it.
  private func power(_ power: Int, _ language: Language) -> String {
    power == 0 ? "기준 통화 그대로" : language.reportWords.unit(power)
  }

  private func dated(_ asOf: Day?) -> String { asOf.map { "기준일 \($0.iso)" } ?? "기준일 없음" }

  private func place(_ place: FilePlace) -> String {
    place.file + [place.line, place.column].compactMap { $0.map { ":\($0)" } }.joined()
  }

  private func words(_ source: DefinitionFault.Source) -> String {
    switch source {
    case .definition: "보고서 정의가"
    case .input(let path): "입력 파일 \(path)이(가)"
    }
  }

  private func words(_ found: DefinitionFault.Found) -> String {
    switch found {
    case .nothing: "없음"
    case .text(let text): quoted(text)
    case .plain: "키가 없는 글(자료 파일의 줄 등)"
    case .keys: "키와 값"
    case .list: "목록"
    case .alias: "별명(alias)"
    }
  }

  private func words(_ section: DefinitionSection) -> String {
    switch section {
    case .named(let key): key
    case .series: "시리즈"
    case .region: "권역"
    case .event: "행사"
    case .input: "입력 파일"
    case .rate: "환율"
    case .sector: "업종"
    }
  }

  private func words(_ instead: DefinitionFault.Instead) -> String {
    switch instead {
    case .keys(let keys): "\(or(keys)) 키를 쓰십시오."
    case .below(let key, let parent): "\(parent): 아래에 \(key):를 적으십시오."
    case .currency: "base_currency(기준 통화) 또는 amount_currency(표기 없는 금액의 통화)를 쓰십시오."
    case .guess(let guess):
      guess.nearest.map { "혹시 \(quoted($0))입니까?" } ?? "쓸 수 있는 키: \(list(guess.known))."
    }
  }

  /// What was expected, with its particle.
  private func words(_ expectation: DefinitionFault.Expectation) -> String {
    switch expectation {
    case .text: "값 하나를"
    case .keysAndValues: "키와 값을"
    case .truth: "true(예)나 false(아니요)를"
    case .choice(let words, _): "\(list(words)) 가운데 하나를"
    case .dateOrRule(let words, _): "2020-10-30 같은 날짜나 \(list(words)) 가운데 하나를"
    case .date: "2020-10-30 같은 날짜를"
    case .duration(let named):
      "12h, 40d, 6w 같은 기간" + (named ? "이나 daily, weekly, monthly, quarterly, yearly 가운데 하나를" : "을")
    case .number(let number): words(number)
    case .character: "글자 하나를"
    case .characterOrName: "ASCII 글자 하나나 auto, tab, comma, semicolon, pipe 가운데 하나를"
    case .events: "행사마다 \"- id:\"로 시작하는 목록을"
    case .sectors: "업종의 목록을"
    case .ratesByCurrency: "\"KRW: 0.00087\"처럼 통화와 환율을"
    case .rateList: "currency, rate, from, source를"
    case .regionsByID: "\"asia: {countries: [JP, CN]}\"처럼 권역과 국가를"
    case .regionList: "id, title, countries를"
    }
  }

  private func suggestion(_ expectation: DefinitionFault.Expectation) -> String {
    switch expectation {
    case .choice(_, let nearest), .dateOrRule(_, let nearest): didYouMean(nearest)
    case .text, .keysAndValues, .truth, .date, .duration, .number, .character, .characterOrName, .events,
      .sectors, .ratesByCurrency, .rateList, .regionsByID, .regionList:
      ""
    }
  }

  private func words(_ number: DefinitionFault.NumberExpectation) -> String {
    switch number {
    case .month: "1~12의 달을"
    case .aim: "1 이상의 수를"
    case .days: "0 이상의 일수를"
    case .editions: "보관할 앞선 판의 수를 1 이상으로"
    case .threads: "1~256의 수를"
    case .seconds: "1~86400의 초를"
    case .amountLimit: "기준 통화로 1 이상의 금액이나 none을"
    }
  }

  private func words(_ fault: YAMLFault) -> String {
    switch fault {
    case .tab: "들여쓰기는 탭이 아니라 빈칸으로 하고, @, `, %로 시작하는 값은 따옴표로 묶으십시오."
    case .colon: "쌍점이 든 값은 따옴표로 묶고, 키는 이웃한 키와 같은 만큼 들여 쓰십시오."
    case .missingColon: "키 뒤에는 쌍점과 빈칸이 있어야 합니다."
    case .star: "*로 시작하는 값은 \"*.csv\"처럼 따옴표로 묶으십시오."
    case .indentation: "이 줄과 그 위의 들여쓰기, 닫지 않은 괄호와 따옴표를 확인하십시오."
    case .secondDocument: "한 파일에는 정의 하나만 적습니다. --- 줄을 지우십시오."
    case .character: "쓸 수 없는 문자를 지우십시오."
    case .other: "이 줄과 바로 윗줄을 확인하십시오."
    }
  }
}
