import Model
import Reports

/// A month, a quarter or a year of a backfill; quarters and years are those of the fiscal year.
package struct BackfillPeriod: Hashable, Comparable, Sendable {
  /// How long a period is, in months.
  package enum Length: Int, Sendable {
    case month = 1
    case quarter = 3
    case year = 12

    /// The place for it in a name.
    var field: String {
      switch self {
      case .month: "{month}"
      case .quarter: "{quarter}"
      case .year: "{year}"
      }
    }
  }

  /// How long it is.
  package let length: Length
  /// So many periods are made at a time at most.
  static let mostPeriods = 200
  /// The years of which dates are read, see `docs/reading.md`.
  static let years = 1990...2099

  /// The year of its name.
  var year: Int {
    switch length {
    case .quarter: index / 4
    case .month: index / 12
    case .year: index
    }
  }

  /// How many periods there are from this one to another of the same length.
  func count(through last: BackfillPeriod) -> Int { last.index - index + 1 }

  /// Periods of one length in order.
  private let index: Int

  private init(_ length: Length, _ index: Int) {
    self.length = length
    self.index = index
  }

  /// Reads `2020Q4`, `2020-10` or `2020`; nil where the text is none of these.
  package init?(label: String) {
    if let quarter = Quarter(label: label) {
      self.init(.quarter, Int(quarter.index))
    } else if let day = Day(iso: "\(label)-01") {
      self.init(.month, day.year * 12 + day.month - 1)
    } else if let day = Day(iso: "\(label)-01-01") {
      self.init(.year, day.year)
    } else {
      return nil
    }
  }

  /// As it is written.
  package var label: String {
    switch length {
    case .quarter: Quarter(index: Int32(clamping: index)).label
    case .month: "\(index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)"
    case .year: String(index)
    }
  }

  /// The last day of it.
  func lastDay(fiscalYearStart: Int) -> Day? {
    switch length {
    case .quarter: Quarter(index: Int32(clamping: index)).lastDay(fiscalYearStart: fiscalYearStart)
    case .month:
      Day(
        year: index / 12, month: index % 12 + 1, day: Day.length(ofMonth: index % 12 + 1, year: index / 12))
    case .year: Quarter(index: Int32(clamping: index * 4 + 3)).lastDay(fiscalYearStart: fiscalYearStart)
    }
  }

  /// All periods from this one to another of the same length.
  func through(_ last: BackfillPeriod) -> [BackfillPeriod] {
    index <= last.index ? (index...last.index).map { BackfillPeriod(length, $0) } : []
  }

  /// In order of time; of different lengths the shorter first.
  package static func < (left: BackfillPeriod, right: BackfillPeriod) -> Bool {
    (left.length.rawValue, left.index) < (right.length.rawValue, right.index)
  }
}

extension ReportDefinition {
  /// The as-of dates of a backfill: the last day of each period from one to another.
  ///
  /// - Parameters:
  ///   - today: periods that end later are left out; nil leaves none out.
  /// - Returns: the days, and the periods that were left out.
  /// - Throws: `TallyError`: `usage` where the order is wrong or nothing is left, `definitionWrong` where the name
  ///   would be the same for two of the dates.
  package func backfill(
    from first: BackfillPeriod, to last: BackfillPeriod, today: Day? = nil
  ) throws(TallyError) -> (days: [Day], leftOut: [BackfillPeriod]) {
    guard first.length == last.length else {
      throw TallyError(.run(.periodsDiffer(from: first.label, to: last.label)), at: path)
    }
    guard first <= last else {
      throw TallyError(.run(.periodsReversed(from: first.label, to: last.label)), at: path)
    }
    for period in [first, last] where !BackfillPeriod.years.contains(period.year) {
      throw TallyError(.run(.periodOutside(period.label, years: BackfillPeriod.years)), at: path)
    }
    if first.count(through: last) > BackfillPeriod.mostPeriods {
      throw TallyError(
        .run(.periodsTooMany(first.count(through: last), limit: BackfillPeriod.mostPeriods)), at: path)
    }
    var days: [Day] = []
    var leftOut: [BackfillPeriod] = []
    var names: [String: Day] = [:]
    for period in first.through(last) {
      guard let day = period.lastDay(fiscalYearStart: rules.fiscalYearStart) else { continue }
      if let today, day > today {
        leftOut.append(period)
        continue
      }
      days.append(day)
      let file = ReportRequest.fileName(of: try fill(name, day, key: "name"))
      if let other = names.updateValue(day, forKey: file) {
        throw error(
          "name", .sameNameTwice(first: other, second: day, file: file, field: first.length.field))
      }
    }
    if days.isEmpty {
      throw TallyError(
        .run(.periodsInFuture(from: first.label, to: last.label, today: today ?? Day(number: 0))), at: path)
    }
    return (days, leftOut)
  }
}
