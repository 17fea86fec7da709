/// Passes over the times behind a date; only whether they are plausible matters.
enum ClockReader {
  /// Moves the cursor behind a time or a span of times; true where none stands there.
  ///
  /// False where something starts like a time but is none: an hour over 24, a minute over 59.
  static func skipTimes(_ cursor: inout TextCursor) -> Bool {
    if cursor.peek == "t", cursor.peekNext?.isDigit == true { cursor.advance() }
    guard startsTime(cursor) else { return true }
    guard skipTime(&cursor, endOfSpan: false) else { return false }
    cursor.skipBlanks()
    guard takeSpanSign(&cursor) else { return true }
    cursor.skipBlanks()
    // `14:30~` leaves the end open.
    if !startsTime(cursor) { return true }
    return skipTime(&cursor, endOfSpan: true)
  }

  private static func startsTime(_ cursor: TextCursor) -> Bool {
    if cursor.peek?.isDigit == true { return true }
    var probe = cursor
    return takeHalfOfDay(&probe)
  }

  private static func takeSpanSign(_ cursor: inout TextCursor) -> Bool {
    switch cursor.peek {
    case "~", "-", "–", "—", "∼", "〜", "−":
      cursor.advance()
      return true
    default: return false
    }
  }

  private static func takeHalfOfDay(_ cursor: inout TextCursor) -> Bool {
    for word in ["오전", "오후", "午前", "午後", "上午", "下午", "a.m.", "p.m.", "am", "pm"]
    where cursor.take(text: word) {
      return true
    }
    return false
  }

  /// One time: `14:30:15.000+09:00`, `2:30 pm`, `오후 2시 30분`.
  private static func skipTime(_ cursor: inout TextCursor, endOfSpan: Bool) -> Bool {
    let named = takeHalfOfDay(&cursor)
    cursor.skipBlanks()
    guard let hour = cursor.takeDigits(upTo: 2) else { return false }
    var rest = 0
    if cursor.take(":") {
      guard let minute = cursor.takeDigits(upTo: 2), minute.count == 2, minute.value <= 59 else {
        return false
      }
      rest = minute.value
      if cursor.take(":") {
        guard let second = cursor.takeDigits(upTo: 2), second.count == 2, second.value <= 60 else {
          return false
        }
        rest += second.value
        if cursor.peek == "." || cursor.peek == ",", cursor.peekNext?.isDigit == true {
          cursor.advance()
          while let scalar = cursor.peek, scalar.isDigit {
            if scalar != "0" { rest += 1 }
            cursor.advance()
          }
        }
      }
    } else if take(&cursor, ["시", "時", "时", "点", "點"]) {
      guard let minutes = koreanMinutes(&cursor) else { return false }
      rest = minutes
    } else {
      // A bare hour is a time only beside `pm` or its like: `2 pm`, `오후 2`.
      var probe = cursor
      probe.skipBlanks()
      guard named || takeHalfOfDay(&probe) else { return false }
    }
    guard hour.value < 24 || (hour.value == 24 && rest == 0) else { return false }
    if !named {
      let mark = cursor
      cursor.skipBlanks()
      if !takeHalfOfDay(&cursor) { cursor = mark }
    }
    return skipZone(&cursor, endOfSpan: endOfSpan)
  }

  private static func take(_ cursor: inout TextCursor, _ any: [Unicode.Scalar]) -> Bool {
    for scalar in any where cursor.take(scalar) { return true }
    return false
  }

  /// What may follow the hour of `2시 30분 15초`: the minutes and seconds, or `반` for the half hour.
  private static func koreanMinutes(_ cursor: inout TextCursor) -> Int? {
    var rest = 0
    for signs: [Unicode.Scalar] in [["분", "分"], ["초", "秒"]] {
      var probe = cursor
      probe.skipBlanks()
      if signs.contains("분"), take(&probe, ["반", "半"]) {
        cursor = probe
        return 30
      }
      guard probe.peek?.isDigit == true else { return rest }
      guard let value = probe.takeDigits(upTo: 2), value.value <= 59 else { return nil }
      probe.skipBlanks()
      guard take(&probe, signs) else { return nil }
      rest += value.value
      cursor = probe
    }
    return rest
  }

  /// `Z`, `+09:00`, `+0900`, `+09`, `-05:00`.
  private static func skipZone(_ cursor: inout TextCursor, endOfSpan: Bool) -> Bool {
    if cursor.take("z") { return true }
    guard let sign = cursor.peek, sign == "+" || sign == "-" else { return true }
    var probe = cursor
    probe.advance()
    guard let first = probe.takeDigits(upTo: 4) else { return sign == "-" }
    switch first.count {
    case 4: break
    case 1, 2:
      if probe.take(":") {
        guard let minutes = probe.takeDigits(upTo: 2), minutes.count == 2 else { return false }
        // `14:30-15:00` is a span, `14:30-05:00` a zone: either way the start's date holds.
        guard first.value <= 24, minutes.value <= 59 else { return false }
        if sign == "-", !endOfSpan { return true }
      } else if sign == "-", !probe.isAtEnd {
        return true
      }
    default: return false
    }
    guard first.count == 4 ? first.value <= 2359 : first.value <= 24 else { return false }
    cursor = probe
    return true
  }
}
