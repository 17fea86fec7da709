import Model

/// What a date cell says.
package enum DateReading: Hashable, Sendable {
  /// A day of the years 1990 to 2099, as the wall clock wrote it.
  case day(Day)
  /// Anything that is no date, no day of the calendar, or out of range.
  case bad
  /// A slashed date with the year last whose parts could stand in either order.
  case ambiguous
}

/// Reads the dates that officials type, spreadsheets write and systems export.
///
/// A date may carry a weekday in brackets and a time or span of times, which must be plausible and is then
/// dropped: no time zone moves a day, and a weekday that contradicts its date is not held against it.
package struct DateReader: Sendable {
  private let order: DateOrder?

  /// Makes a reader; `order` decides slashed dates that could be read either way.
  package init(order: DateOrder? = nil) { self.order = order }

  /// Reads one cell that is not absent.
  package func read(_ s: String) -> DateReading {
    if let day = DateReader.plain(s) { return DateReader.range.contains(day) ? .day(day) : .bad }
    // No spelling of a date is long; what is, is a note that starts like one.
    guard s.utf8.count <= 256, !s.unicodeScalars.contains(where: { $0.isOtherNumeral }) else { return .bad }
    var cursor = TextCursor(Fold.trim(Fold.text(s)))
    if Weekdays.take(&cursor) {
      _ = cursor.take(",")
      cursor.skipBlanks()
    }
    guard let date = datePart(&cursor) else { return .bad }
    cursor.skipBlanks()
    if skipWeekday(&cursor) { cursor.skipBlanks() }
    if cursor.take(",") { cursor.skipBlanks() }
    guard ClockReader.skipTimes(&cursor) else { return .bad }
    cursor.skipBlanks()
    if skipWeekday(&cursor) { cursor.skipBlanks() }
    guard cursor.isAtEnd else { return .bad }
    if case .day(let day) = date, !DateReader.range.contains(day) { return .bad }
    return date
  }

  /// `2020-10-30` and nothing else, as systems export it.
  private static func plain(_ s: String) -> Day? {
    guard s.utf8.count == 10, s.utf8.allSatisfy({ $0 == 45 || ($0 >= 48 && $0 <= 57) }) else { return nil }
    return Day(iso: s)
  }

  private static let range = Day(number: 7305)...Day(number: 47_481)  // 1990-01-01 to 2099-12-31

  /// The date at the cursor, or nil where none stands there.
  private func datePart(_ cursor: inout TextCursor) -> DateReading? {
    if cursor.takeApostrophe() { return shortYear(&cursor) }
    if let scalar = cursor.peek, scalar.isAlphabetic { return monthFirst(&cursor) }
    guard let first = cursor.takeDigits(upTo: 8) else { return nil }
    switch first.count {
    case 8:
      return day(first.value / 10_000, first.value / 100 % 100, first.value % 100)
    case 5: return serial(first.value, &cursor)
    case 4: return yearFirst(first.value, &cursor)
    case 1, 2: return yearLast(first.value, &cursor)
    default: return nil
    }
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> DateReading {
    Day(year: year, month: month, day: day).map { .day($0) } ?? .bad
  }

  /// `'20.10.30.`: the years '90 to '99 are 199x, all others 20xx.
  private func shortYear(_ cursor: inout TextCursor) -> DateReading? {
    guard let year = cursor.takeDigits(upTo: 2), year.count == 2 else { return nil }
    return yearFirst(year.value >= 90 ? 1900 + year.value : 2000 + year.value, &cursor)
  }

  /// A serial number of the 1900 system; its day 25569 is 1970-01-01.
  private func serial(_ number: Int, _ cursor: inout TextCursor) -> DateReading? {
    if cursor.peek == ".", cursor.peekNext?.isDigit == true {
      _ = cursor.take(".")
      while cursor.peek?.isDigit == true { cursor.advance() }
    }
    guard cursor.isAtEnd, (20_000...80_000).contains(number) else { return nil }
    return .day(Day(number: Int32(number - 25_569)))
  }

  /// What follows a year: `-10-30`, `/10/30`, `. 10. 30.`, `년 10월 30일`.
  private func yearFirst(_ year: Int, _ cursor: inout TextCursor) -> DateReading? {
    cursor.skipBlanks()
    if cursor.take("년") || cursor.take("年") {
      cursor.skipBlanks()
      guard let month = cursor.takeDigits(upTo: 2) else { return nil }
      cursor.skipBlanks()
      guard cursor.take("월") || cursor.take("月") else { return nil }
      cursor.skipBlanks()
      guard let dayOfMonth = cursor.takeDigits(upTo: 2) else { return nil }
      cursor.skipBlanks()
      guard cursor.take("일") || cursor.take("日") else { return nil }
      return day(year, month.value, dayOfMonth.value)
    }
    guard let separator = cursor.takeSeparator() else { return nil }
    cursor.skipBlanks()
    guard let month = cursor.takeDigits(upTo: 2) else { return nil }
    cursor.skipBlanks()
    guard cursor.take(separator) else { return nil }
    cursor.skipBlanks()
    guard let dayOfMonth = cursor.takeDigits(upTo: 2) else { return nil }
    if separator == "." {
      var probe = cursor
      probe.skipBlanks()
      if probe.take(".") { cursor = probe }
    }
    return day(year, month.value, dayOfMonth.value)
  }

  /// What follows a one- or two-digit number: `/30/2020`, `.10.2020`, ` Oct 2020`, `-Oct-2020`.
  private func yearLast(_ first: Int, _ cursor: inout TextCursor) -> DateReading? {
    let mark = cursor
    cursor.skipBlanks()
    if cursor.peek?.isAlphabetic == true {
      return namedMonth(dayOfMonth: first, cursor: &cursor, separator: nil)
    }
    cursor = mark
    cursor.skipBlanks()
    guard let separator = cursor.takeSeparator() else { return nil }
    cursor.skipBlanks()
    if cursor.peek?.isAlphabetic == true {
      return namedMonth(dayOfMonth: first, cursor: &cursor, separator: separator)
    }
    guard separator != "-", let second = cursor.takeDigits(upTo: 2) else { return nil }
    cursor.skipBlanks()
    guard cursor.take(separator) else { return nil }
    cursor.skipBlanks()
    guard let year = cursor.takeDigits(upTo: 4), year.count == 4 else { return nil }
    if separator == "." {
      _ = cursor.take(".")
      return day(year.value, second.value, first)
    }
    return slashed(first, second.value, year.value)
  }

  private func slashed(_ first: Int, _ second: Int, _ year: Int) -> DateReading {
    if first > 12 || first == second { return day(year, second, first) }
    if second > 12 { return day(year, first, second) }
    // Before any doubt about the order: a year out of range is bad, and so is a zero.
    guard (1990...2099).contains(year), first > 0, second > 0 else { return .bad }
    switch order {
    case .dayFirst: return day(year, second, first)
    case .monthFirst: return day(year, first, second)
    case nil: return .ambiguous
    }
  }

  /// `Oct 30, 2020`, with or without a point behind the month and a comma behind the day.
  private func monthFirst(_ cursor: inout TextCursor) -> DateReading? {
    guard let month = MonthNames.take(&cursor) else { return nil }
    cursor.skipBlanks()
    guard let dayOfMonth = cursor.takeDigits(upTo: 2) else { return nil }
    MonthNames.skipOrdinal(&cursor)
    let blanks = cursor.skipBlanks()
    let comma = cursor.take(",")
    guard blanks || comma else { return nil }
    cursor.skipBlanks()
    guard let year = cursor.takeDigits(upTo: 4), year.count == 4 else { return nil }
    return day(year.value, month, dayOfMonth.value)
  }

  /// What follows the day of `30 Oct 2020` and `30-Oct-2020`.
  private func namedMonth(
    dayOfMonth: Int, cursor: inout TextCursor, separator: Unicode.Scalar?
  ) -> DateReading? {
    if separator == nil {
      MonthNames.skipOrdinal(&cursor)
      cursor.skipBlanks()
    }
    guard let month = MonthNames.take(&cursor) else { return nil }
    if let separator {
      cursor.skipBlanks()
      // A point behind the month's name was taken with it.
      guard cursor.take(separator) || separator == "." else { return nil }
    } else if cursor.take(",") {
      // `30 Oct, 2020`
    }
    cursor.skipBlanks()
    guard let year = cursor.takeDigits(upTo: 4), year.count == 4 else { return nil }
    return day(year.value, month, dayOfMonth)
  }

  /// Passes over `(금)`, `(Fri)`, `(금요일)` and their like.
  private func skipWeekday(_ cursor: inout TextCursor) -> Bool {
    guard cursor.peek == "(" || cursor.peek == "[" else { return Weekdays.take(&cursor) }
    var probe = cursor
    let closing: Unicode.Scalar = probe.peek == "(" ? ")" : "]"
    probe.advance()
    var name = String.UnicodeScalarView()
    while let scalar = probe.peek, scalar != closing, name.count <= 12 {
      if !scalar.isBlank, scalar != "." { name.append(scalar) }
      probe.advance()
    }
    guard probe.take(closing), Weekdays.names.contains(String(name)) else { return false }
    cursor = probe
    return true
  }
}

/// The weekdays that may stand beside a date.
private enum Weekdays {
  /// Takes a weekday's full name, which spreadsheets' long formats write without brackets.
  static func take(_ cursor: inout TextCursor) -> Bool {
    for name in long where cursor.take(text: name) { return true }
    return false
  }

  private static let long =
    ["일", "월", "화", "수", "목", "금", "토"].map { $0 + "요일" }
    + ["sun", "mon", "tues", "wednes", "thurs", "fri", "satur"].map { $0 + "day" }
    + ["日", "月", "火", "水", "木", "金", "土"].map { $0 + "曜日" }

  /// Every form that may stand in brackets.
  static let names: Set<String> = {
    var names: Set<String> = []
    for day in ["일", "월", "화", "수", "목", "금", "토"] { names.formUnion([day, day + "요일"]) }
    for day in ["日", "月", "火", "水", "木", "金", "土"] {
      names.formUnion([day, day + "曜", day + "曜日"])
    }
    for day in ["日", "天", "一", "二", "三", "四", "五", "六"] {
      names.formUnion(["周" + day, "週" + day, "星期" + day])
    }
    for day in ["sun", "mon", "tues", "wednes", "thurs", "fri", "satur"] {
      names.formUnion([day + "day", String(day.prefix(3)), String(day.prefix(2))])
    }
    names.formUnion(["tues", "weds", "thur", "thurs"])
    names.formUnion(["вс", "пн", "вт", "ср", "чт", "пт", "сб"])
    return names
  }()
}

/// English months, whole or cut to three letters.
private enum MonthNames {
  /// Takes a month's name and a point behind it; gives 1 to 12.
  static func take(_ cursor: inout TextCursor) -> Int? {
    var name = String.UnicodeScalarView()
    while let scalar = cursor.peek, scalar.isAlphabetic, name.count <= 10 {
      name.append(scalar)
      cursor.advance()
    }
    guard let month = numbers[String(name)] else { return nil }
    _ = cursor.take(".")
    return month
  }

  /// Passes over the ending of `30th`.
  static func skipOrdinal(_ cursor: inout TextCursor) {
    for ending in ["st", "nd", "rd", "th"] where cursor.take(text: ending) {
      if cursor.peek == "." { cursor.advance() }
      return
    }
  }

  private static let numbers: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november", "december",
    ]
    var numbers = ["sept": 9]
    for (index, name) in names.enumerated() {
      numbers[name] = index + 1
      numbers[String(name.prefix(3))] = index + 1
    }
    return numbers
  }()
}
