/// The eras from which years are counted, and the signs that say that a year follows.
enum Eras {
  /// Takes an era and the year in it; gives the year of the common era.
  static func take(_ cursor: inout TextCursor) -> Int? {
    var probe = cursor
    for era in eras where probe.take(text: era.name) {
      probe.skipBlanks()
      let isFirst = probe.take("元")
      guard let year = isFirst ? 1 : DateNumerals.take(&probe), year >= 1 else { return nil }
      guard year <= era.last else { return nil }
      cursor = probe
      return era.start + year
    }
    // 二〇二〇年
    guard let year = DateNumerals.takeYear(&probe) else { return nil }
    cursor = probe
    return year
  }

  /// The year before each era's first, and its last year; letters count only right before a digit.
  private static let eras: [(name: String, start: Int, last: Int)] = [
    ("令和", 2018, 81), ("平成", 1988, 31), ("中華民國", 1911, 188), ("中华民国", 1911, 188), ("民國", 1911, 188),
    ("民国", 1911, 188), ("중화민국", 1911, 188), ("西暦", 0, 2099), ("西曆", 0, 2099), ("西元", 0, 2099),
    ("公元", 0, 2099), ("서기", 0, 2099),
  ]
}

/// Numbers of a date in digits or, as Chinese and Japanese write them, in characters.
enum DateNumerals {
  /// Takes a month, a day or a year of an era.
  static func take(_ cursor: inout TextCursor) -> Int? {
    if cursor.peek?.isDigit == true { return cursor.takeDigits(upTo: 4).map(\.value) }
    var value = 0
    var count = 0
    while let scalar = cursor.peek, count < 5 {
      if scalar == "百" {
        value = max(value, 1) * 100
      } else if scalar == "十" {
        value = value / 100 * 100 + max(value % 100, 1) * 10
      } else if let digit = digits.firstIndex(of: scalar), digit > 0 {
        value += digit
      } else {
        break
      }
      count += 1
      cursor.advance()
    }
    return count > 0 ? value : nil
  }

  /// Takes a year written digit by digit, `二〇二〇`.
  static func takeYear(_ cursor: inout TextCursor) -> Int? {
    var probe = cursor
    var value = 0
    for _ in 0..<4 {
      guard let scalar = probe.peek, let digit = digits.firstIndex(of: scalar == "零" ? "〇" : scalar) else {
        return nil
      }
      value = value * 10 + digit
      probe.advance()
    }
    guard probe.peek == "年" else { return nil }
    cursor = probe
    return value
  }

  private static let digits: [Unicode.Scalar] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
}

/// Months by name, in the languages of the trade and in those of Western Europe.
enum MonthNames {
  /// Takes a month's name and a point after it, or `tháng 10`; gives 1 to 12.
  static func take(_ cursor: inout TextCursor) -> Int? {
    var probe = cursor
    let name = probe.takeWord(upTo: 12)
    if ["tháng", "thang", "thg", "th"].contains(name) {
      if probe.take(".") {}
      probe.skipBlanks()
      if let number = probe.takeDigits(upTo: 2) {
        guard (1...12).contains(number.value) else { return nil }
        cursor = probe
        return number.value
      }
      return nil
    }
    guard let month = numbers[name] else { return nil }
    if name != "may" && name != "mai" && name != "mei" || probe.peekNext != nil { _ = probe.take(".") }
    cursor = probe
    return month
  }

  /// Passes over the ending of `30th`.
  static func skipOrdinal(_ cursor: inout TextCursor) {
    for ending in ["st", "nd", "rd", "th"] {
      var probe = cursor
      guard probe.take(text: ending), probe.peek?.isAlphabetic != true, probe.peek?.isDigit != true else {
        continue
      }
      _ = probe.take(".")
      cursor = probe
      return
    }
  }

  /// A line a language: the months in order, the spellings of one separated by `|`.
  private static let table = """
    january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec
    январь|января|янв февраль|февраля|фев|февр март|марта|мар апрель|апреля|апр май|мая июнь|июня|июн июль|июля|июл август|августа|авг сентябрь|сентября|сен|сент октябрь|октября|окт ноябрь|ноября|ноя|нояб декабрь|декабря|дек
    januari februari|peb|pebruari maret mei juni juli agustus|agu|agt|ags - oktober|okt - desember|des
    mac - - - - - - ogos|ogo - - - disember|dis
    januar|jänner|jan februar|feber märz|maerz|mär|mrz - mai - - - - - - dezember|dez
    janvier|janv février|fevrier|févr|fév mars avril|avr - juin juillet|juil août|aout - octobre novembre décembre|decembre|déc
    enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre diciembre|dic
    """

  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    // Where a language's line leaves a month out, its names stand in another line.
    let places = [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      [1, 2, 3, 5, 6, 7, 8, 0, 10, 0, 12], [3, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 12],
      [1, 2, 3, 0, 5, 0, 0, 0, 0, 0, 0, 12], [1, 2, 3, 4, 0, 6, 7, 8, 0, 10, 11, 12],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    ]
    for (line, months) in zip(table.split(separator: "\n"), places) {
      for (names, month) in zip(line.split(separator: " "), months) where month > 0 {
        for name in names.split(separator: "|") { numbers[String(name)] = month }
      }
    }
    return numbers
  }()
}

/// The weekdays that may stand beside a date; 0 is Sunday.
enum Weekdays {
  /// Takes a weekday that stands as a word of its own.
  static func take(_ cursor: inout TextCursor) -> Int? {
    guard let first = cursor.peek, !first.isDigit else { return nil }
    var probe = cursor
    if first.isAlphabetic {
      let name = probe.takeWord(upTo: 12)
      if name == "thứ" || name == "thu" || name == "t", let number = vietnamese(&probe, afterT: name == "t") {
        cursor = probe
        return number
      }
      if name == "chủ" || name == "chu" {
        probe.skipBlanks()
        guard ["nhật", "nhat"].contains(probe.takeWord(upTo: 5)) else { return nil }
        cursor = probe
        return 0
      }
      guard let day = words[name] else { return nil }
      cursor = probe
      return day
    }
    for (name, day) in eastAsian where probe.take(text: name) {
      // What goes on is another word: 월말, 금액, 一日.
      if let next = probe.peek, next.isEastAsian { return nil }
      cursor = probe
      return day
    }
    return nil
  }

  /// `thứ 6`, `T6`, `thứ sáu`: Monday is the second day.
  private static func vietnamese(_ cursor: inout TextCursor, afterT: Bool) -> Int? {
    var probe = cursor
    if !afterT { probe.skipBlanks() }
    if let number = probe.takeDigits(upTo: 1) {
      guard (2...7).contains(number.value), probe.peek != ":", probe.peek != "h" else { return nil }
      cursor = probe
      return number.value - 1
    }
    if afterT { return nil }
    let words = ["hai", "ba", "tư", "năm", "sáu", "bảy"]
    guard let place = words.firstIndex(of: probe.takeWord(upTo: 5)) else { return nil }
    cursor = probe
    return place + 1
  }

  private static let words: [String: Int] = {
    let table = """
      sunday|sun|su monday|mon|mo tuesday|tue|tues|tu wednesday|wed|weds|we thursday|thu|thur|thurs|th friday|fri|fr saturday|sat|sa
      воскресенье|вс понедельник|пн вторник|вт среда|ср четверг|чт пятница|пт суббота|сб
      minggu|ahad|min senin|isnin|sen selasa|sel rabu|rab kamis|khamis|kam jumat|jum'at|jum sabtu|sab
      sonntag|so montag dienstag|di mittwoch|mi donnerstag|do freitag samstag|sonnabend
      """
    var words: [String: Int] = [:]
    for line in table.split(separator: "\n") {
      for (day, names) in line.split(separator: " ").enumerated() {
        for name in names.split(separator: "|") { words[String(name)] = day }
      }
    }
    return words
  }()

  /// Longest first: 금요일 before 금.
  private static let eastAsian: [(name: String, day: Int)] = {
    var names: [(name: String, day: Int)] = []
    for (day, name) in ["일", "월", "화", "수", "목", "금", "토"].enumerated() {
      names += [(name + "요일", day), (name, day)]
    }
    for (day, name) in ["日", "月", "火", "水", "木", "金", "土"].enumerated() {
      names += [(name + "曜日", day), (name + "曜", day), (name, day)]
    }
    for (day, name) in ["日", "一", "二", "三", "四", "五", "六"].enumerated() {
      for week in ["星期", "周", "週", "礼拜", "禮拜", ""] { names.append((week + name, day)) }
    }
    names += ["星期", "周", "週", "礼拜"].map { ($0 + "天", 0) }
    return names.sorted { ($0.name.unicodeScalars.count, $1.name) > ($1.name.unicodeScalars.count, $0.name) }
  }()
}

/// Words around a date that say nothing of it.
enum DateFillers {
  /// Takes one of them.
  static func take(_ cursor: inout TextCursor) -> Bool {
    if cursor.peek?.isAlphabetic == true {
      var probe = cursor
      guard words.contains(probe.takeWord(upTo: 8)) else { return false }
      _ = probe.take(".")
      cursor = probe
      return true
    }
    for zone in ["한국시간", "한국 시간", "현지시간", "현지 시간", "현지시각", "대한민국 표준시", "한국표준시", "한국 표준시"]
    where cursor.take(text: zone) { return true }
    return false
  }

  private static let words: Set<String> = [
    "ngày", "ngay", "on", "at", "lúc", "luc", "tanggal", "tgl", "pukul", "pkl", "jam", "klo", "в", "from",
    "am",
    "um", "hari", "vào", "date", "time", "korean", "korea", "standard", "local",
  ]
}
