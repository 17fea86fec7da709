import Model

/// From which day a workbook counts its days.
package enum DateSystem: Sendable {
  case from1900, from1904
}

/// Dates and times as sheets count them, written as ISO 8601 writes them.
enum SheetDate {
  private static let secondsADay = 86_400

  /// A serial number as date, date with time, or time alone; nil where it is none.
  static func text(_ serial: Double, _ system: DateSystem, hasDate: Bool, hasTime: Bool) -> [UInt8]? {
    // Excel ends with the year 9999.
    guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial)
    var second = Int(((serial - Double(day)) * Double(secondsADay)).rounded())
    if second == secondsADay { (day, second) = (day + 1, 0) }
    // Without a day it is a time of day, whatever the format says.
    if !hasDate || (day == 0 && system == .from1900 && second > 0) { return clock(second) }
    let date = Day.civil(fromDays: daysSince1970(day, system))
    return iso(date.year, date.month, date.day, second: second)
  }

  private static func daysSince1970(_ day: Int, _ system: DateSystem) -> Int {
    switch system {
    case .from1904: day - 24_107
    // Excel counts a 29 February 1900 that never was.
    case .from1900: day >= 60 ? day - 25_569 : day - 25_568
    }
  }

  /// `2020-10-30`, with the time where there is one.
  static func iso(_ year: Int, _ month: Int, _ day: Int, second: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(19)
    text.append(padded: year / 100)
    text.append(padded: year % 100)
    text.append(0x2D)
    text.append(padded: month)
    text.append(0x2D)
    text.append(padded: day)
    return second == 0 ? text : text + [0x54] + clock(second)
  }

  /// `14:30`, with seconds where there are any.
  static func clock(_ second: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.append(padded: second / 3600)
    text.append(0x3A)
    text.append(padded: second / 60 % 60)
    if second % 60 != 0 {
      text.append(0x3A)
      text.append(padded: second % 60)
    }
    return text
  }

  /// An ISO date as workbooks store it, without a time of midnight and without parts of seconds; as it is where it
  /// is no such date.
  static func shortened(_ text: [UInt8]) -> [UInt8] {
    if let length = shortenedLength(text) { return Array(text[..<length]) }
    let string = String(decoding: text, as: UTF8.self)
    let parts = string.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text }
    let fields = parts[1].prefix { $0 != "." && $0 != "Z" }.split(separator: ":").compactMap { Int($0) }
    guard fields.count >= 2, fields.count <= 3, fields.allSatisfy({ (0..<60).contains($0) }) else {
      return text
    }
    let second = fields[0] * 3600 + fields[1] * 60 + (fields.count == 3 ? fields[2] : 0)
    return Array(parts[0].utf8) + (second == 0 ? [] : [0x54] + clock(second))
  }

  /// How much is kept of `2020-10-30T14:30:00`, as nearly every date with a time is written; nil for any other.
  private static func shortenedLength(_ text: [UInt8]) -> Int? {
    guard text.count == 19, text.firstIndex(of: 0x54) == 10, text[..<10].allSatisfy({ $0 < 0x80 }),
      text[13] == 0x3A, text[16] == 0x3A,
      [11, 14, 17].allSatisfy({ text[$0] >= 0x30 && text[$0] < 0x36 && text[$0 + 1].isDigit })
    else { return nil }
    if text[17] != 0x30 || text[18] != 0x30 { return 19 }
    return [11, 12, 14, 15].allSatisfy { text[$0] == 0x30 } ? 10 : 16
  }
}

extension [UInt8] {
  /// Appends a number, with a zero in front where it has one digit.
  fileprivate mutating func append(padded value: Int) {
    if value >= 100 { return append(contentsOf: String(value).utf8) }
    append(UInt8(truncatingIfNeeded: 0x30 + value / 10))
    append(UInt8(truncatingIfNeeded: 0x30 + value % 10))
  }
}
