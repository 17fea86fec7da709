import Model

/// What documents say about revisions, in one language.
struct RevisionPhrases: Sendable {
  let language: Language

  func callAsFunction(_ korean: String, _ english: String) -> String { language == .ko ? korean : english }

  func summary(_ count: Int) -> String {
    self(
      "이전 판에서 발표한 수치 가운데 \(TextNumbers.grouped(count))건이 바뀌었습니다.",
      TextNumbers.english(count, "figure of earlier editions has", "figures of earlier editions have")
        + " changed.")
  }

  func part(_ part: String) -> String {
    switch part {
    case "total": self("전체", "Total")
    case "by_country": self("국가별", "By country")
    case "by_sector": self("업종별", "By sector")
    case "by_country_and_sector": self("국가·업종별", "Country × sector")
    case "by_quarter": self("분기별", "By quarter")
    case "by_event": self("행사별", "By event")
    case "by_mode": self("방식별", "By mode")
    case Figures.regions: self("권역별", "By region")
    case "by_event_series": self("행사 시리즈별", "By series")
    case "editions": self("회차별", "Editions")
    default: part
    }
  }

  func measure(_ name: String) -> String {
    if let key = Measures.Key(rawValue: name) { return key.label(language) }
    if let key = RateKey(rawValue: name) { return key.label(language) }
    return name == "mous_signed" ? self("체결 분기 기준 MOU", "MOUs signed") : name
  }

  func cause(_ cause: RevisionCause) -> String {
    switch cause {
    case .inputChanged(let file, let before, let after) where after > before:
      self(
        "\(file): \(after - before)행 추가",
        "\(file): \(TextNumbers.english(after - before, "row", "rows")) added")
    case .inputChanged(let file, let before, let after) where after < before:
      self(
        "\(file): \(before - after)행 삭제",
        "\(file): \(TextNumbers.english(before - after, "row", "rows")) removed")
    case .inputChanged(let file, _, _): self("\(file): 행 수정", "\(file): rows corrected")
    case .inputAdded(let file): self("\(file): 새 입력 파일", "\(file): new input file")
    case .inputRemoved(let file): self("\(file): 입력에서 제외", "\(file): no longer an input")
    case .rates: self("환율 변경", "exchange rates changed")
    case .definition: self("보고서 정의 변경", "definition changed")
    case .dates: self("기준일 변경", "as-of date or first day changed")
    case .program(let before, let after):
      self("프로그램 버전 \(before) → \(after)", "program version \(before) → \(after)")
    }
  }

  func causes(_ causes: [RevisionCause]) -> String {
    causes.isEmpty ? self("알 수 없음", "not known") : causes.map(cause).joined(separator: "; ")
  }
}

/// The revisions as lines.
struct RevisionList {
  let revisions: Revisions
  let phrases: RevisionPhrases
  let currency: Currency
  let countryName: (CountryCode, Language) -> String

  init(
    _ revisions: Revisions, language: Language, currency: Currency,
    countryName: @escaping (CountryCode, Language) -> String
  ) {
    self.revisions = revisions
    self.currency = currency
    self.countryName = countryName
    phrases = RevisionPhrases(language: language)
  }

  /// What a row is about, as readers see it; empty for the total.
  func row(_ key: FigureKey) -> String {
    var first = key.first
    if key.part.hasPrefix("by_country"), let country = CountryCode(first) {
      let name = countryName(country, phrases.language)
      if !name.isEmpty, name != first { first = "\(name) (\(first))" }
    }
    if key.part == Figures.regions { first = RegionNames.builtIn(first, phrases.language) ?? first }
    let isGrouped = key.part != "total"
    if isGrouped, first.isEmpty { first = "–" }
    return [first, key.second].filter { !$0.isEmpty }.joined(separator: " × ")
  }

  func plain(_ value: FigureValue) -> String {
    switch value {
    case .count(let count): TextNumbers.grouped(count)
    case .amount(let amount): "\(TextNumbers.amount(amount)) \(currency.code)"
    case .proportion(let proportion):
      TextNumbers.percent(proportion).map { "\($0) (\(proportion.numerator)/\(proportion.denominator))" }
        ?? "–"
    }
  }

  func change(_ revision: Revision) -> String {
    switch (revision.old, revision.new) {
    case (.count(let old), .count(let new)): return (new > old ? "+" : "") + TextNumbers.grouped(new - old)
    case (.amount(let old), .amount(let new)):
      let difference = Money(hundredths: new.hundredths - old.hundredths)
      return (new > old ? "+" : "") + TextNumbers.amount(difference)
    case (.proportion(let old), .proportion(let new)):
      guard let points = PointsChange(before: old, after: new).pointsTenThousandths else { return "–" }
      let tenths = points.dividedHalfToEven(by: 1000)
      let sign = tenths > 0 ? "+" : tenths < 0 ? "-" : ""
      return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)" + phrases("%p", " points")
    default: return "–"
    }
  }
}
