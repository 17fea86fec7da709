/// A calendar day as written, without any time zone.
///
/// Stored as the number of days since 1970-01-01 in the proleptic Gregorian calendar, so that days compare
/// and subtract as integers.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let number: Int32

  /// Makes the day that lies `number` days after 1970-01-01.
  package init(number: Int32) { self.number = number }

  /// Makes a day from its calendar parts, or nil where the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.number = Int32(Day.daysFromCivil(year: year, month: month, day: day))
  }

  /// Reads `2020-10-30`; nil for anything else.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1 to 12) and day of the month.
  package var parts: (year: Int, month: Int, day: Int) { Day.civil(fromDays: Int(number)) }
  /// The calendar year.
  package var year: Int { parts.year }
  /// The month, 1 to 12.
  package var month: Int { parts.month }
  /// The day of the month, 1 to 31.
  package var dayOfMonth: Int { parts.day }

  /// `2020-10-30`.
  package var iso: String {
    let (year, month, day) = parts
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-" + two(month) + "-"
      + two(day)
  }

  /// The day `days` later.
  package func advanced(by days: Int) -> Day { Day(number: number + Int32(days)) }

  /// Whether the left one comes first.
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  /// Number of days from the right day to the left one.
  package static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }

  /// Number of days in a month of a year.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28
    default: 31
    }
  }

  // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days_from_civil and civil_from_days.
  // Years run from March so that the leap day is the last of its year.
  @inlinable
  static func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month and day of a day counted from 1970-01-01.
  package static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

/// A quarter of a calendar or fiscal year, for example `2020Q4`.
///
/// With a fiscal year that starts in April, January to March 2021 is the fourth quarter of 2020: a fiscal
/// year bears the number of the calendar year in which it begins.
package struct Quarter: Hashable, Comparable, Sendable {
  /// Quarters since the first quarter of year 0.
  package let index: Int32

  /// Makes the quarter with an index, 4 × year + quarter − 1.
  package init(index: Int32) { self.index = index }

  /// The quarter in which a day lies; `fiscalYearStart` is a month, 1 to 12.
  package init(_ day: Day, fiscalYearStart: Int = 1) {
    let (year, month, _) = day.parts
    let months = year * 12 + (month - 1) - (fiscalYearStart - 1)
    self.index = Int32(months / 3)
  }

  /// `2020Q4`.
  package var label: String { "\(index / 4)Q\(index % 4 + 1)" }
  /// The (fiscal) year.
  package var year: Int { Int(index / 4) }
  /// 1 to 4.
  package var number: Int { Int(index % 4) + 1 }

  /// Reads `2020Q4`; nil for anything else.
  package init?(label: String) {
    let bytes = Array(label.utf8)
    guard bytes.count == 6, bytes[4] == UInt8(ascii: "Q") || bytes[4] == UInt8(ascii: "q"),
      let year = Int(label.prefix(4)), let number = Int(label.suffix(1)), (1...4).contains(number)
    else { return nil }
    self.index = Int32(year * 4 + number - 1)
  }

  /// The first day of the quarter.
  package func firstDay(fiscalYearStart: Int = 1) -> Day {
    let months = Int(index) * 3 + fiscalYearStart - 1
    return Day(number: Int32(Day.daysFromCivil(year: months / 12, month: months % 12 + 1, day: 1)))
  }

  /// The last day of the quarter.
  package func lastDay(fiscalYearStart: Int = 1) -> Day {
    Quarter(index: index + 1).firstDay(fiscalYearStart: fiscalYearStart).advanced(by: -1)
  }

  /// Whether the left one comes first.
  package static func < (left: Quarter, right: Quarter) -> Bool { left.index < right.index }
}
