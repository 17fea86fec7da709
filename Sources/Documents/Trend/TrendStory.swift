import Model

/// What a trend says in plain words, for the text and for the workbook's overview alike.
///
/// Editions come first where a series is known, since their quarters move and the same quarter a year before is
/// mostly empty. Counts rise or fall; of rates that is said only together with whether the difference is
/// significant.
struct TrendStory: TextDocument {
  let trend: TrendOutcomes
  let language: Language
  let countryName: (CountryCode, Language) -> String
  let phrases: TextPhrases

  var head: ReportHead { trend.head }
  /// The story is of the figures as they are now.
  var revisions: Revisions { .none }

  /// How many series the words name; the tables have all.
  static let seriesNamed = 3

  init(
    trend: TrendOutcomes, language: Language, countryName: @escaping (CountryCode, Language) -> String
  ) {
    self.trend = trend
    self.language = language
    self.countryName = countryName
    phrases = TextPhrases(language: language)
  }

  // MARK: - What is compared

  /// Two times that are compared.
  enum Kind: Hashable {
    case edition, previousQuarter, yearAgo
  }

  /// One comparison with what stands on both sides.
  struct Comparison {
    var kind: Kind
    /// What is compared: an edition or a quarter.
    var later: String
    /// With what; nil where there is nothing before.
    var earlier: String?
    var measures: Measures
    /// Nil where one side had no event.
    var change: Change?
  }

  /// The last quarter of which anything is known: one with nothing but scheduled consultations says nothing yet.
  var latest: TrendPoint? {
    trend.total.last { $0.measures.booked > $0.measures.pending } ?? trend.total.last { !$0.noEvent }
  }

  /// How many consultations are scheduled in the quarters behind the latest.
  var scheduledLater: Int {
    guard let latest else { return 0 }
    return trend.total.reduce(0) { $1.quarter > latest.quarter ? $0 + $1.measures.booked : $0 }
  }

  /// The last edition of every series at which a consultation was held, with the one before it, and the names of those
  /// at which none was: called off or still to come, they have no place in time and are compared with nothing.
  var latestEditions: [(edition: Edition, before: Edition?, unheld: [String])] {
    var order: [String] = []
    var editions: [String: [Edition]] = [:]
    for edition in trend.editions {
      if editions[edition.series] == nil { order.append(edition.series) }
      editions[edition.series, default: []].append(edition)
    }
    return order.compactMap { series in
      let all = editions[series] ?? []
      guard let place = all.lastIndex(where: { $0.measures.held > 0 }) ?? all.indices.last else { return nil }
      let last = all[place]
      let unheld =
        last.measures.held == 0 ? [] : all.filter { $0.measures.held == 0 && $0.measures.booked > 0 }
      return (
        last, last.change == nil ? nil : all[..<place].last,
        unheld.map { TerminalText.safe($0.event, columns: 40) }
      )
    }
  }

  /// The comparisons that answer whether there was more or less than before, editions first.
  var comparisons: [Comparison] {
    var list = latestEditions.map { edition, before, _ in
      Comparison(
        kind: .edition, later: words(of: edition), earlier: before.map(words), measures: edition.measures,
        change: edition.change)
    }
    if let latest {
      for (kind, distance, change) in [
        (Kind.previousQuarter, Int32(1), latest.previousQuarter), (.yearAgo, 4, latest.yearAgo),
      ] {
        let earlier = Quarter(index: latest.quarter.index - distance)
        list.append(
          Comparison(
            kind: kind, later: words(of: latest.quarter), earlier: words(of: earlier),
            measures: latest.measures, change: change))
      }
    }
    return list
  }

  /// Whether a quarter lies before the first one, so that nothing is known of it.
  func isBeforeFirst(_ quarter: Quarter) -> Bool { trend.quarters.first.map { quarter < $0 } ?? true }

  /// Countries or sectors of the latest quarter with an event that had a held consultation, most first.
  func leaders<Key>(_ groups: [TrendGroup<Key>]) -> [(key: Key, point: TrendPoint)] {
    guard let latest else { return [] }
    let points = groups.compactMap { group in
      group.points.first { $0.quarter == latest.quarter && $0.measures.held > 0 }.map { (group.key, $0) }
    }
    // The order of groups decides among equals.
    return points.enumerated().sorted {
      ($1.element.1.measures.held, $0.offset) < ($0.element.1.measures.held, $1.offset)
    }
    .map { ($0.element.0, $0.element.1) }
  }

  /// The cohort that the words are about, with the one before it.
  var cohorts: (latest: [FollowUpPoint], before: [FollowUpPoint])? {
    func points(_ cohort: FollowUpPoint.Cohort) -> [FollowUpPoint] {
      trend.followUp.filter { $0.cohort == cohort }
    }
    if let (edition, before, _) = latestEditions.first {
      let last = points(.edition(series: edition.series, event: edition.event))
      if !last.isEmpty {
        return (last, before.map { points(.edition(series: $0.series, event: $0.event)) } ?? [])
      }
    }
    guard let latest else { return nil }
    let last = points(.quarter(latest.quarter))
    return last.isEmpty ? nil : (last, [])
  }

  /// Whether an edition's meetings are not all as old as MOUs are given time for, so that more may come.
  func isYoung(_ edition: Edition) -> Bool {
    guard let days = trend.maturityDays, let heldFrom = edition.heldFrom,
      let until = head.asOf ?? head.lastDate
    else { return false }
    return heldFrom.advanced(by: days) > until
  }

  // MARK: - Words

  /// The whole story: a paragraph a subject, a sentence each.
  var paragraphs: [[String]] { (language == .ko ? korean : english).filter { !$0.isEmpty } }

  func words(of quarter: Quarter) -> String {
    let isFiscal = trend.fiscalYearStart != 1
    switch language {
    case .ko: return "\(quarter.year)\(isFiscal ? "회계연도" : "년") \(quarter.number)분기"
    case .en:
      return isFiscal ? "Q\(quarter.number) of fiscal \(quarter.year)" : "Q\(quarter.number) \(quarter.year)"
    }
  }

  func words(of edition: Edition) -> String {
    let event = TerminalText.safe(edition.event, columns: 40)
    let space = language == .ko ? "" : " "
    return edition.heldFrom.map { "\(event)\(space)(\(TextNumbers.day($0, language)))" } ?? event
  }

  func name(of cohort: FollowUpPoint.Cohort) -> String {
    switch cohort {
    case .quarter(let quarter): words(of: quarter)
    case .edition(_, let event): TerminalText.safe(event, columns: 40)
    }
  }

  /// A rate with its two numbers: `7.5%(9/120)`.
  func rate(_ proportion: Proportion) -> String {
    let numbers =
      "\(TextNumbers.grouped(proportion.numerator))/\(TextNumbers.grouped(proportion.denominator))"
    let percent = TextNumbers.percent(proportion) ?? phrases.notComputable
    return language == .ko ? "\(percent)(\(numbers))" : "\(percent) (\(numbers))"
  }

  func money(_ hundredths: Int) -> String {
    PressAmount(Money(hundredths: Int64(hundredths)), head.baseCurrency, language).text
  }
}

/// Differences as documents print them.
enum TrendNumbers {
  /// A relative change in per cent with one decimal, halves away from zero: `7.1%`, always without a sign.
  static func percent(millionths: some FixedWidthInteger) -> String {
    let tenths = (millionths.magnitude + 500) / 1000
    return "\(TextNumbers.grouped(tenths / 10)).\(tenths % 10)%"
  }

  /// `+7.1%`, `-3.0%`, `0.0%`.
  static func signedPercent(millionths: some FixedWidthInteger) -> String {
    let text = percent(millionths: millionths)
    return (millionths > 0 ? "+" : millionths < 0 ? "-" : "") + text
  }

  /// `+8`, `-3`, `0`.
  static func signed(_ count: Int) -> String { (count > 0 ? "+" : "") + TextNumbers.grouped(count) }

  /// Percentage points with two decimals, halves away from zero as cells show them: `+1.25`; rates have one decimal, so that their
  /// difference would seem wrong with one.
  static func signedPoints(tenThousandths: Int) -> String {
    let hundredths = TrendNumbers.hundredths(tenThousandths)
    let sign = hundredths > 0 ? "+" : hundredths < 0 ? "-" : ""
    return sign + unsigned(hundredths)
  }

  /// `1.25`.
  static func points(tenThousandths: Int) -> String {
    unsigned(hundredths(tenThousandths))
  }

  private static func hundredths(_ tenThousandths: Int) -> Int {
    (tenThousandths + (tenThousandths < 0 ? -50 : 50)) / 100
  }

  /// A bound of an interval in ten-thousandths of a point, rounded as the JSON has it.
  static func tenThousandths(_ points: Double) -> Int {
    Int((points * 10_000).rounded(.toNearestOrEven))
  }

  /// The interval of a difference: `-5.78~+8.17%p` or `-5.78 to +8.17 percentage points`.
  static func interval(_ change: PointsChange, _ language: Language) -> String? {
    guard let (low, high) = change.interval else { return nil }
    let bounds = [low, high].map { signedPoints(tenThousandths: tenThousandths($0)) }
    return bounds.joined(separator: language == .ko ? "~" : " to ") + "%p"
  }

  /// A share's interval in per cent with one decimal each: `3.4~12.9%` or `3.4–12.9%`; nil where there is none.
  static func interval(_ point: FollowUpPoint, _ language: Language) -> String? {
    guard let low = point.low, let high = point.high else { return nil }
    return percent(low).dropLast() + (language == .ko ? "~" : "–") + percent(high)
  }

  /// A share in per cent with one decimal: `6.7%`.
  static func percent(_ share: Double) -> String {
    // From the six decimals of the JSON and the cells, so that all agree.
    percent(millionths: Int((share * 1_000_000).rounded(.toNearestOrEven)))
  }

  private static func unsigned(_ hundredths: Int) -> String {
    let value = Int(hundredths.magnitude)
    return "\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)"
  }
}
