import Model

/// What a date cell says.
package enum DateReading: Hashable, Sendable {
  /// A day of the years 1990 to 2099, as the wall clock wrote it.
  case day(Day)
  /// Anything that is no date, no day of the calendar, or out of range.
  case bad
  /// A date with the year last or with two digits of it, whose parts could stand in another order.
  case ambiguous
}

/// Reads the dates that officials type, spreadsheets write and systems export.
///
/// A cell holds one date, and besides it, in any order, weekdays, times of day and time zones. These must be
/// plausible and are then dropped: no time zone moves a day. A weekday that is not that day's makes the cell bad,
/// and so does a second day.
package struct DateReader: Sendable {
  private let order: DateOrder?

  /// Makes a reader; `order` decides dates with the year last that could be read either way.
  package init(order: DateOrder? = nil) { self.order = order }

  /// Reads one cell that is not absent.
  package func read(_ s: String) -> DateReading {
    if let day = DateReader.plain(s) { return DateReader.range.contains(day) ? .day(day) : .bad }
    // No spelling of a date is long; what is, is a note that starts like one.
    guard s.utf8.count <= 256, !s.unicodeScalars.contains(where: { $0.isOtherNumeral && $0 != "〇" }) else {
      return .bad
    }
    var cursor = TextCursor(DateReader.plainSigns(Fold.text(s)))
    var found = Found()
    while true {
      let signs = DateSigns.skip(&cursor)
      if cursor.isAtEnd { return signs.mayEnd ? found.reading : .bad }
      guard found.hasAny ? signs.mayPart : signs.mayStart, take(&cursor, &found) else { return .bad }
    }
  }

  /// Takes the next date, time, weekday or filler.
  private func take(_ cursor: inout TextCursor, _ found: inout Found) -> Bool {
    var probe = cursor
    if let weekday = Weekdays.take(&probe) {
      guard found.weekday == nil || found.weekday == weekday else { return false }
      found.weekday = weekday
    } else if let date = DatePart.take(&probe, order) {
      guard found.date == nil || found.date == date else { return false }
      found.date = date
    } else {
      probe = cursor
      guard ClockReader.take(&probe) || DateFillers.take(&probe) else { return false }
    }
    cursor = probe
    found.hasAny = true
    return true
  }

  /// What a cell was found to hold so far.
  private struct Found {
    var date: DateReading?
    /// 0 is Sunday.
    var weekday: Int?
    var hasAny = false

    var reading: DateReading {
      guard let date else { return .bad }
      guard case .day(let day) = date else { return date }
      if !DateReader.range.contains(day) { return .bad }
      if let weekday, weekday != DateReader.weekday(of: day) { return .bad }
      return date
    }
  }

  /// `2020-10-30` and nothing else, as systems export it.
  private static func plain(_ s: String) -> Day? {
    guard s.utf8.count == 10, s.utf8.allSatisfy({ $0 == 45 || ($0 >= 48 && $0 <= 57) }) else { return nil }
    return Day(iso: s)
  }

  /// The text with dashes of every kind made `-`, dots of every kind `.`, and signs of direction left out.
  private static func plainSigns(_ s: String) -> String {
    if s.utf8.allSatisfy({ $0 < 0x80 }) { return s }
    var out = String.UnicodeScalarView()
    for scalar in s.unicodeScalars {
      switch scalar.value {
      case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: break
      case 0x2010...0x2015, 0x2212, 0x2E3A, 0x2E3B: out.append("-")
      case 0x3002, 0x2024: out.append(".")
      case 0x2044, 0x2215: out.append("/")
      case 0x3001, 0x060C: out.append(",")
      case 0x2236, 0xA789: out.append(":")
      case 0x223C, 0x301C, 0x02DC: out.append("~")
      default: out.append(scalar.isMiddleDot ? "." : scalar)
      }
    }
    return String(out)
  }

  /// The weekday of a day, 0 for Sunday; 1 January 1970 was a Thursday.
  static func weekday(of day: Day) -> Int { Int((day.number % 7 + 7 + 4) % 7) }

  private static let range = Day(number: 7305)...Day(number: 47_481)  // 1990-01-01 to 2099-12-31
}

/// The signs that stand between the parts of a date cell and around them.
private struct DateSigns {
  private var commas = 0
  private var points = 0
  private var joiners = 0

  /// Passes over a stretch of signs.
  static func skip(_ cursor: inout TextCursor) -> DateSigns {
    var signs = DateSigns()
    while let scalar = cursor.peek {
      switch scalar {
      case _ where scalar.isBlank: break
      case "(", ")", "[", "]", "{", "}", "<", ">", "【", "】", "〔", "〕", "「", "」", "\"", "“", "”": break
      case ",", ";": signs.commas += 1
      case ".": signs.points += 1
      case "-", "/", "|", "@", "~", "_": signs.joiners += 1
      default: return signs
      }
      cursor.advance()
    }
    return signs
  }

  /// `~2020-10-30` is the end of a span of days.
  var mayStart: Bool { commas + points + joiners == 0 }
  /// Whether the stretch may stand between two parts of a cell.
  var mayPart: Bool { commas <= 1 && points <= 1 && joiners <= 1 }
  /// `2020-10-30 ~` is the start of a span of days.
  var mayEnd: Bool { commas + points <= 1 && joiners == 0 }
}
