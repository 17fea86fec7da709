import Model

/// Which day a report is made as of.
package enum AsOfRule: Hashable, Sendable {
  case today, yesterday
  case endOfPreviousMonth, endOfPreviousQuarter, endOfPreviousYear
  /// The latest date of the listed events.
  case eventDate
  case day(Day)

  /// Whether the day changes from run to run.
  package var moves: Bool {
    switch self {
    case .eventDate, .day: false
    default: true
    }
  }

  /// The words of a definition, the usual one of each first.
  static let words: [(word: String, rule: AsOfRule)] = [
    ("today", .today), ("yesterday", .yesterday),
    ("end-of-previous-month", .endOfPreviousMonth), ("previous-month", .endOfPreviousMonth),
    ("end-of-previous-quarter", .endOfPreviousQuarter), ("previous-quarter", .endOfPreviousQuarter),
    ("end-of-previous-year", .endOfPreviousYear), ("previous-year", .endOfPreviousYear),
    ("event-date", .eventDate),
  ]
}

/// The first day that counts.
package enum FromRule: Hashable, Sendable {
  case today
  /// The first day of the month, quarter or year in which the as-of date lies.
  case startOfMonth, startOfQuarter, startOfYear
  /// The first day of the month, quarter or year before the one in which the report is made.
  case previousMonth, previousQuarter, previousYear
  /// The earliest date of the listed events.
  case eventDate
  case day(Day)

  /// The words of a definition, the usual one of each first.
  static let words: [(word: String, rule: FromRule)] = [
    ("today", .today),
    ("start-of-month", .startOfMonth), ("start-of-quarter", .startOfQuarter), ("start-of-year", .startOfYear),
    ("previous-month", .previousMonth), ("start-of-previous-month", .previousMonth),
    ("previous-quarter", .previousQuarter), ("start-of-previous-quarter", .previousQuarter),
    ("previous-year", .previousYear), ("start-of-previous-year", .previousYear),
    ("event-date", .eventDate),
  ]
}

/// The days around which rules count; quarters and years are those of the fiscal year.
struct DateRuler {
  let fiscalYearStart: Int
  let eventDates: [Day]

  /// The as-of day of a rule, counted from `today`; nil where the rule needs an event's date and there is none.
  func asOf(_ rule: AsOfRule, today: Day) -> Day? {
    switch rule {
    case .today: today
    case .yesterday: today.advanced(by: -1)
    case .endOfPreviousMonth: startOfMonth(today).advanced(by: -1)
    case .endOfPreviousQuarter: startOfQuarter(today).advanced(by: -1)
    case .endOfPreviousYear: startOfYear(today).advanced(by: -1)
    case .eventDate: eventDates.max()
    case .day(let day): day
    }
  }

  /// The day on which a report as of `asOf` would usually be made.
  ///
  /// A report as of the end of a previous period is made when the next one has begun, so that with
  /// `as_of: previous-month` and `from: previous-month` an as-of date given by hand still means its own month.
  func making(_ rule: AsOfRule?, asOf: Day) -> Day {
    switch rule {
    case .yesterday: asOf.advanced(by: 1)
    case .endOfPreviousMonth: next(startOfMonth(asOf), months: 1)
    case .endOfPreviousQuarter: next(startOfQuarter(asOf), months: 3)
    case .endOfPreviousYear: next(startOfYear(asOf), months: 12)
    case .today, .eventDate, .day, nil: asOf
    }
  }

  /// The first day that counts for a report made on `making` as of `asOf`.
  func from(_ rule: FromRule, making: Day, asOf: Day?) -> Day? {
    let standing = asOf ?? making
    return switch rule {
    case .today: making
    case .startOfMonth: startOfMonth(standing)
    case .startOfQuarter: startOfQuarter(standing)
    case .startOfYear: startOfYear(standing)
    case .previousMonth: startOfMonth(startOfMonth(making).advanced(by: -1))
    case .previousQuarter: startOfQuarter(startOfQuarter(making).advanced(by: -1))
    case .previousYear: startOfYear(startOfYear(making).advanced(by: -1))
    case .eventDate: eventDates.min()
    case .day(let day): day
    }
  }

  private func startOfMonth(_ day: Day) -> Day { day.advanced(by: 1 - day.dayOfMonth) }

  private func startOfQuarter(_ day: Day) -> Day {
    Quarter(day, fiscalYearStart: fiscalYearStart).firstDay(fiscalYearStart: fiscalYearStart)
  }

  private func startOfYear(_ day: Day) -> Day {
    let quarter = Quarter(day, fiscalYearStart: fiscalYearStart)
    return Quarter(index: quarter.index - Int32(quarter.number - 1)).firstDay(
      fiscalYearStart: fiscalYearStart)
  }

  /// The first of the month `months` after the month that begins on `day`.
  private func next(_ day: Day, months: Int) -> Day {
    var day = day
    for _ in 0..<months { day = day.advanced(by: Day.length(ofMonth: day.month, year: day.year)) }
    return day
  }
}
