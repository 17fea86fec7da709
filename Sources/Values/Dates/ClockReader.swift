/// Passes over the times beside a date; only whether they are plausible matters.
enum ClockReader {
  /// Takes a time, a span of times, a part of the day alone, or a time zone; false where none stands there.
  static func take(_ cursor: inout TextCursor) -> Bool {
    var probe = cursor
    if probe.peek == "t", probe.peekNext?.isDigit == true { probe.advance() }
    if probe.peek?.isDigit == true || startsWithHalf(probe) {
      guard takeSpan(&probe) else { return false }
    } else {
      guard takeZone(&probe) else { return false }
    }
    // What goes on is another word or number.
    if let next = probe.peek, next.isDigit || next.isAlphabetic { return false }
    cursor = probe
    return true
  }

  private static func startsWithHalf(_ cursor: TextCursor) -> Bool {
    var probe = cursor
    return takeHalfOfDay(&probe)
  }

  /// `14:30`, `14:30~15:00`, `오후 2~3시`, `14:30~`.
  private static func takeSpan(_ cursor: inout TextCursor) -> Bool {
    var end = cursor
    if let time = takeTime(&end) {
      cursor = end
      guard time else { return true }
      end.skipBlanks()
      guard takeSpanSign(&end) else { return true }
      end.skipBlanks()
      var next = end
      if takeTime(&next) != nil {
        _ = takeText(&next, ["까지"])
        cursor = next
      } else if end.isAtEnd {
        cursor = end
      }
      return true
    }
    // `10~11시`, `2-3pm`: the first number has its unit from the second.
    end = cursor
    _ = takeHalfOfDay(&end)
    end.skipBlanks()
    guard let hour = end.takeDigits(upTo: 2), hour.value <= 24 else { return false }
    end.skipBlanks()
    guard takeSpanSign(&end) else { return false }
    end.skipBlanks()
    guard takeTime(&end) == true else { return false }
    cursor = end
    return true
  }

  private static func takeSpanSign(_ cursor: inout TextCursor) -> Bool {
    takeText(&cursor, ["~", "-", "부터", "에서", "to ", "→", "から", "至"])
  }

  /// Takes one time: `14:30:15.000+09:00`, `2:30 pm`, `오후 2시 30분`; false for a part of the day alone.
  private static func takeTime(_ cursor: inout TextCursor) -> Bool? {
    var probe = cursor
    let named = takeHalfOfDay(&probe)
    if named { cursor = probe }
    probe.skipBlanks()
    guard let hour = probe.takeDigits(upTo: 2) else { return named ? false : nil }
    guard let rest = minutes(&probe, named: named) else { return named ? false : nil }
    guard hour.value < 24 || hour.value == 24 && rest == 0 else { return nil }
    if !named {
      var half = probe
      half.skipBlanks()
      if takeHalfOfDay(&half) || takeVietnameseHalf(&half) { probe = half }
    }
    takeOffset(&probe)
    cursor = probe
    return true
  }

  /// What follows the hour; nil where that makes it no time.
  private static func minutes(_ cursor: inout TextCursor, named: Bool) -> Int? {
    if cursor.take(":") { return digital(&cursor) }
    var probe = cursor
    probe.skipBlanks()
    if takeText(&probe, ["시", "時", "时", "点", "點", "giờ", "gio", "ч.", "ч", "uhr", "h"]) {
      cursor = probe
      return spelled(&cursor)
    }
    // `2.30 pm`
    probe = cursor
    if probe.take("."), let minute = probe.takeDigits(upTo: 2), minute.count == 2, minute.value <= 59 {
      var half = probe
      half.skipBlanks()
      guard named || takeHalfOfDay(&half) || takeText(&half, ["wib", "wita", "wit", "uhr"]) else {
        return nil
      }
      cursor = named ? probe : half
      return minute.value
    }
    // A bare hour is a time only beside `pm` or its like: `2 pm`, `오후 2`.
    probe = cursor
    probe.skipBlanks()
    return named || takeHalfOfDay(&probe) ? 0 : nil
  }

  /// `30:15.000` after `14:`.
  private static func digital(_ cursor: inout TextCursor) -> Int? {
    cursor.skipBlanks()
    guard let minute = cursor.takeDigits(upTo: 2), minute.count == 2, minute.value <= 59 else { return nil }
    var rest = minute.value
    guard cursor.take(":") else { return rest }
    guard let second = cursor.takeDigits(upTo: 2), second.count == 2, second.value <= 60 else { return nil }
    rest += second.value
    if cursor.peek == "." || cursor.peek == ",", cursor.peekNext?.isDigit == true {
      cursor.advance()
      while let scalar = cursor.peek, scalar.isDigit {
        if scalar != "0" { rest += 1 }
        cursor.advance()
      }
    }
    return rest
  }

  /// What may follow the hour of `2시 30분 15초`: the minutes and seconds, or `반` for the half hour.
  private static func spelled(_ cursor: inout TextCursor) -> Int? {
    var rest = 0
    for signs in [["분", "分", "phút", "мин"], ["초", "秒", "giây", "сек"]] {
      var probe = cursor
      probe.skipBlanks()
      if signs[0] == "분", takeText(&probe, ["반", "半", "整", "정각"]) {
        cursor = probe
        return 30
      }
      let mark = probe
      guard let value = probe.takeDigits(upTo: 2) else { return rest }
      guard value.value <= 59 else { return nil }
      probe.skipBlanks()
      guard takeText(&probe, signs) else {
        // `14h30` has no sign for the minutes.
        guard signs[0] == "분", value.count == 2, probe.peek != "." else { return rest }
        var bare = mark
        _ = bare.takeDigits(upTo: 2)
        cursor = bare
        return rest + value.value
      }
      _ = probe.take(".")
      rest += value.value
      cursor = probe
    }
    return rest
  }

  private static func takeHalfOfDay(_ cursor: inout TextCursor) -> Bool {
    for word in halves where cursor.peek == word.unicodeScalars.first {
      var probe = cursor
      guard probe.take(text: word) else { continue }
      // `am`, not `amount`.
      if word.unicodeScalars.last?.isAlphabetic == true, probe.peek?.isAlphabetic == true { continue }
      cursor = probe
      return true
    }
    return false
  }

  /// Sáng and chiều are shortened to letters that mean other things elsewhere.
  private static func takeVietnameseHalf(_ cursor: inout TextCursor) -> Bool {
    var probe = cursor
    guard ["sa", "ch"].contains(probe.takeWord(upTo: 2)) else { return false }
    cursor = probe
    return true
  }

  private static let halves = [
    "오전", "오후", "새벽", "아침", "점심", "저녁", "정오", "午前", "午後", "上午", "下午", "中午", "晚上", "早上", "a.m.", "p.m.",
    "a.m", "p.m", "am", "pm", "noon", "morning", "afternoon", "evening", "утра", "дня", "вечера", "sáng",
    "chiều",
    "trưa", "tối", "pagi", "siang", "sore", "malam",
  ]

  /// `+09:00`, `+0900`, `+09`, `Z` right after a time; a minus is left to the span unless four digits follow.
  private static func takeOffset(_ cursor: inout TextCursor) {
    var probe = cursor
    if probe.take("z"), probe.peek?.isAlphabetic != true {
      cursor = probe
      return
    }
    _ = takeSignedOffset(&cursor)
  }

  private static func takeSignedOffset(_ cursor: inout TextCursor) -> Bool {
    var probe = cursor
    probe.skipBlanks()
    guard probe.peek == "+" || probe.peek == "-" else { return false }
    let isMinus = probe.peek == "-"
    probe.advance()
    guard let first = probe.takeDigits(upTo: 4) else { return false }
    switch first.count {
    case 4: guard first.value % 100 < 60, first.value <= 2400 else { return false }
    case 1, 2:
      guard first.value <= 24 else { return false }
      if probe.take(":") {
        // `14:30-15:00` is a span, `14:30-05:00` a zone: either way the start's date holds.
        guard let rest = probe.takeDigits(upTo: 2), rest.count == 2, rest.value < 60 else { return false }
      } else if isMinus, !probe.isAtEnd {
        return false
      }
    default: return false
    }
    cursor = probe
    return true
  }

  /// `UTC`, `KST`, `GMT+9`, `[Asia/Seoul]`, or an offset that stands apart.
  private static func takeZone(_ cursor: inout TextCursor) -> Bool {
    guard cursor.peek?.isAlphabetic == true else {
      return cursor.peek == "+" && takeSignedOffset(&cursor)
    }
    var probe = cursor
    let name = probe.takeWord(upTo: 8)
    if ["asia", "europe", "america"].contains(name), probe.take("/") {
      guard !probe.takeWord(upTo: 16).isEmpty else { return false }
    } else {
      guard zones.contains(name) else { return false }
      _ = takeSignedOffset(&probe)
    }
    cursor = probe
    return true
  }

  private static let zones: Set<String> = [
    "z", "utc", "gmt", "kst", "jst", "cst", "ist", "ict", "wib", "wita", "wit", "msk", "мск", "cet", "cest",
    "est",
    "edt", "pst", "pdt", "bst", "sgt", "hkt", "uhr",
  ]

  private static func takeText(_ cursor: inout TextCursor, _ texts: [String]) -> Bool {
    for text in texts where cursor.take(text: text) { return true }
    return false
  }
}
