import Model

/// The date within a date cell: a year, a month and a day in one of the orders in which people write them.
struct DatePart {
  private var cursor: TextCursor
  private let order: DateOrder?

  /// Takes the date at the cursor; nil, and the cursor where it was, where none stands there.
  static func take(_ cursor: inout TextCursor, _ order: DateOrder?) -> DateReading? {
    var part = DatePart(cursor: cursor, order: order)
    guard let reading = part.take(), part.endsHere else { return nil }
    cursor = part.cursor
    return reading
  }

  /// A date ends where no digit follows it, be it after one of its own separators: `2020.10.30.31` is none.
  private var endsHere: Bool {
    var probe = cursor
    if probe.peek?.isDigit == true { return false }
    guard let separator = probe.takeSeparator(), separator != "-", probe.peek?.isDigit == true else {
      return true
    }
    var time = probe
    return ClockReader.take(&time)
  }

  private mutating func take() -> DateReading? {
    if cursor.takeApostrophe() { return afterApostrophe() }
    if let year = Eras.take(&cursor) { return yearFirst(year) }
    if cursor.peek?.isDigit != true { return monthFirst() }
    guard let first = cursor.takeDigits(upTo: 14) else { return nil }
    switch first.count {
    case 14, 12: return compact(first.value, digits: first.count)
    case 8:
      skipClock()
      return day(first.value / 10_000, first.value / 100 % 100, first.value % 100)
    case 6: return sixDigits(first.value)
    case 5: return serial(first.value)
    case 4: return yearFirst(first.value)
    // A year of the Republic of China, as Taiwan counts it.
    case 3: return (100...188).contains(first.value) ? yearFirst(first.value + 1911) : nil
    default: return shortFirst(first)
    }
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> DateReading {
    Day(year: year, month: month, day: day).map { .day($0) } ?? .bad
  }

  /// The years '90 to '99 are 199x, all others 20xx.
  private static func full(_ year: (value: Int, count: Int)) -> Int? {
    switch year.count {
    case 4: year.value
    case 2: year.value >= 90 ? 1900 + year.value : 2000 + year.value
    default: nil
    }
  }

  private mutating func afterApostrophe() -> DateReading? {
    guard let digits = cursor.takeDigits(upTo: 8) else { return nil }
    // An apostrophe before a whole date is how Excel is told to leave a text alone.
    if digits.count == 8 { return day(digits.value / 10_000, digits.value / 100 % 100, digits.value % 100) }
    return DatePart.full(digits).flatMap { yearFirst($0) }
  }

  // MARK: Digits without separators

  /// Passes over a time without separators after a date without them: `20201030 1430`.
  private mutating func skipClock() {
    var probe = cursor
    probe.skipBlanks()
    _ = probe.take("t") || probe.take("_")
    guard let digits = probe.takeDigits(upTo: 6), digits.count == 4 || digits.count == 6 else { return }
    let time = digits.count == 4 ? digits.value * 100 : digits.value
    if DatePart.isTime(time) { cursor = probe }
  }

  private static func isTime(_ digits: Int) -> Bool {
    digits / 10_000 < 24 && digits / 100 % 100 < 60 && digits % 100 < 60
  }

  /// `20201030143000`: a date and a time of day.
  private func compact(_ value: Int, digits: Int) -> DateReading? {
    let time = digits == 14 ? value % 1_000_000 : value % 10_000 * 100
    guard DatePart.isTime(time) else { return nil }
    let date = value / (digits == 14 ? 1_000_000 : 10_000)
    return day(date / 10_000, date / 100 % 100, date % 100)
  }

  /// `201030`: with two digits for the year nothing says which they are, nor does an order, which is that of parts
  /// with something between them.
  private func sixDigits(_ value: Int) -> DateReading? {
    let parts = [value / 10_000, value / 100 % 100, value % 100]
    guard (1...12).contains(parts[1]) || (1...12).contains(parts[0]) else { return nil }
    return order == nil ? shortYear(parts[0], parts[1], parts[2]) : .bad
  }

  /// A serial number of the 1900 system, alone in its cell; its day 25569 is 1970-01-01.
  private mutating func serial(_ number: Int) -> DateReading? {
    if cursor.peek == ".", cursor.peekNext?.isDigit == true {
      cursor.advance()
      while cursor.peek?.isDigit == true { cursor.advance() }
    }
    guard cursor.isAtEnd, (20_000...80_000).contains(number) else { return nil }
    return .day(Day(number: Int32(number - 25_569)))
  }

  // MARK: Year first

  /// What follows a year: `-10-30`, `. 10. 30.`, `년 10월 30일`, `-Oct-30`.
  private mutating func yearFirst(_ year: Int) -> DateReading? {
    let blanks = cursor.skipBlanks()
    let hasUnit = takeAny(["년", "年", "г."])
    let separator = separatorBehindUnit(hasUnit)
    if !hasUnit, separator == nil, !blanks { return nil }
    cursor.skipBlanks()
    if let month = MonthNames.take(&cursor) {
      cursor.skipBlanks()
      if let separator, separator != ",", !cursor.take(separator), separator != "." { return nil }
      cursor.skipBlanks()
      guard let dayOfMonth = cursor.takeDigits(upTo: 2) else { return nil }
      MonthNames.skipOrdinal(&cursor)
      takeDayUnit()
      return day(year, month, dayOfMonth.value)
    }
    guard let month = DateNumerals.take(&cursor) else { return nil }
    let gap = cursor.skipBlanks()
    let hasMonthUnit = takeAny(["월", "月"])
    if hasMonthUnit { takeSeparatorBehindUnit() } else { guard takeSame(separator, gap) else { return nil } }
    cursor.skipBlanks()
    guard let dayOfMonth = DateNumerals.take(&cursor) else { return nil }
    takeDayUnit()
    return day(year, month, dayOfMonth)
  }

  private mutating func separatorBehindUnit(_ hasUnit: Bool) -> Unicode.Scalar? {
    cursor.skipBlanks()
    if let separator = cursor.takeSeparator() { return separator }
    guard !hasUnit, cursor.peek == "," || cursor.peek == "_" else { return nil }
    defer { cursor.advance() }
    return cursor.peek
  }

  private mutating func takeSeparatorBehindUnit() {
    cursor.skipBlanks()
    _ = cursor.takeSeparator()
  }

  /// Takes the separator that stood before, or, where there was none, one of any kind or the blanks.
  private mutating func takeSame(_ separator: Unicode.Scalar?, _ gap: Bool) -> Bool {
    guard let separator else { return cursor.takeSeparator() != nil || gap }
    return cursor.take(separator)
  }

  private mutating func takeDayUnit() {
    var probe = cursor
    probe.skipBlanks()
    // A lone 일 or 日 after a space can be a Sunday: then the cell is read twice over, and both must agree.
    for unit in ["일", "日", "号", "號"] where probe.take(text: unit) {
      if !(probe.peek.map { "요曜".unicodeScalars.contains($0) } ?? false) { cursor = probe }
      return
    }
  }

  // MARK: A short number first

  /// What follows a number of one or two digits: `/30/2020`, `.10.2020`, ` Oct 2020`, `년 10월 30일`, `월 30일, 2020`.
  private mutating func shortFirst(_ first: (value: Int, count: Int)) -> DateReading? {
    var probe = cursor
    probe.skipBlanks()
    if probe.peek == "년" || probe.peek == "年" {
      guard let year = DatePart.full(first) else { return nil }
      return yearFirst(year)
    }
    if first.count == 2, cursor.peek == ",", let serial = groupedSerial(first.value) { return serial }
    if probe.take("월") || probe.take("月") {
      cursor = probe
      return koreanYearLast(month: first.value)
    }
    MonthNames.skipOrdinal(&cursor)
    let blanks = cursor.skipBlanks()
    if blanks { _ = cursor.take(text: "of ") || cursor.take(text: "de ") }
    let separator = cursor.takeSeparator()
    let gap = cursor.skipBlanks()
    if let month = MonthNames.take(&cursor) {
      return yearBehind(month: month, dayOfMonth: first.value, separator)
    }
    guard separator != nil || blanks, let second = cursor.takeDigits(upTo: 2) else { return nil }
    let secondGap = cursor.skipBlanks()
    guard separator.map({ cursor.take($0) }) ?? secondGap else { return nil }
    let lastGap = cursor.skipBlanks()
    guard let third = cursor.takeDigits(upTo: 4) else { return nil }
    return numbers(first, second, third, separator, hasGaps: gap || lastGap)
  }

  /// `44,134`: a serial number with a comma for its thousands.
  private mutating func groupedSerial(_ thousands: Int) -> DateReading? {
    var probe = cursor
    guard probe.take(","), let rest = probe.takeDigits(upTo: 3), rest.count == 3 else { return nil }
    let mark = cursor
    cursor = probe
    if let reading = serial(thousands * 1000 + rest.value) { return reading }
    cursor = mark
    return nil
  }

  /// `월 30일, 2020`.
  private mutating func koreanYearLast(month: Int) -> DateReading? {
    cursor.skipBlanks()
    guard let dayOfMonth = cursor.takeDigits(upTo: 2) else { return nil }
    takeDayUnit()
    cursor.skipBlanks()
    _ = cursor.take(",")
    cursor.skipBlanks()
    guard let year = cursor.takeDigits(upTo: 4), year.count == 4 else { return nil }
    _ = takeAny(["년", "年"])
    return day(year.value, month, dayOfMonth.value)
  }

  private mutating func numbers(
    _ first: (value: Int, count: Int), _ second: (value: Int, count: Int), _ third: (value: Int, count: Int),
    _ separator: Unicode.Scalar?, hasGaps: Bool
  ) -> DateReading? {
    if third.count == 4 {
      takeYearUnit()
      if separator == "." { return day(third.value, second.value, first.value) }
      return slashed(first.value, second.value, third.value)
    }
    guard third.count <= 2 else { return nil }
    if third.count == 2, takeYearUnit() {
      return DatePart.full(third).map { day($0, second.value, first.value) }
    }
    var probe = cursor
    probe.skipBlanks()
    if separator == ".", hasGaps || probe.peek == "." {
      return DatePart.full(first).map { day($0, second.value, third.value) }
    }
    guard first.count == 2 || third.count == 2 else { return nil }
    return shortYear(first.value, second.value, third.value)
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

  /// Three numbers of two digits: only a known order says which of them is the year.
  private func shortYear(_ first: Int, _ second: Int, _ third: Int) -> DateReading {
    guard first > 0, second > 0 else { return .bad }
    guard let year = DatePart.full((third, 2)) else { return .bad }
    switch order {
    case .dayFirst: return day(year, second, first)
    case .monthFirst: return day(year, first, second)
    case nil: return .ambiguous
    }
  }

  // MARK: Months by name

  /// `Oct 30, 2020`, `Oct-30-20`, `tháng 10 30, 2020`.
  private mutating func monthFirst() -> DateReading? {
    guard let month = MonthNames.take(&cursor) else { return nil }
    cursor.skipBlanks()
    let separator = cursor.takeSeparator()
    cursor.skipBlanks()
    guard let dayOfMonth = cursor.takeDigits(upTo: 2) else { return nil }
    MonthNames.skipOrdinal(&cursor)
    let blanks = cursor.skipBlanks()
    let isParted = cursor.take(",") || separator.map { cursor.take($0) } ?? false
    guard blanks || isParted else { return nil }
    cursor.skipBlanks()
    return year().map { day($0, month, dayOfMonth.value) }
  }

  /// What follows the month of `30 Oct 2020`, `30-Oct-20`, `30 tháng 10 năm 2020`.
  private mutating func yearBehind(
    month: Int, dayOfMonth: Int, _ separator: Unicode.Scalar?
  ) -> DateReading? {
    cursor.skipBlanks()
    if let separator {
      // A point after the month's name was taken with it.
      guard cursor.take(separator) || separator == "." else { return nil }
    } else {
      _ = takeAny([",", "năm", "nam ", "de ", "/", "-"])
    }
    cursor.skipBlanks()
    return year().map { day($0, month, dayOfMonth) }
  }

  /// A year after a month's name, where two digits leave no doubt.
  private mutating func year() -> Int? {
    _ = cursor.takeApostrophe()
    guard let digits = cursor.takeDigits(upTo: 4), let year = DatePart.full(digits) else { return nil }
    takeYearUnit()
    return year
  }

  /// The word for the year after it: `г.`, `года`, `년`.
  @discardableResult
  private mutating func takeYearUnit() -> Bool {
    var probe = cursor
    probe.skipBlanks()
    for unit in ["года", "году", "год", "г.", "г", "년", "年"] where probe.take(text: unit) {
      guard probe.peek?.isAlphabetic != true else { return false }
      cursor = probe
      return true
    }
    return false
  }

  private mutating func takeAny(_ texts: [String]) -> Bool {
    for text in texts where cursor.take(text: text) { return true }
    return false
  }
}
