import Content

/// Breaks text into lines of a width in columns.
enum LineWrap {
  /// The lines: broken at spaces, and within a word only where it is wider than a line.
  ///
  /// Spaces at the start stay; every line after the first begins with `hanging` spaces.
  static func lines(_ text: String, width: Int, hanging: Int = 0) -> [String] {
    if DisplayWidth.of(text) <= width { return [text] }
    let indent = text.prefix { $0 == " " }
    var lines: [String] = []
    var line = String(indent)
    var used = indent.count
    var isEmpty = true
    func start() {
      lines.append(line)
      line = String(repeating: " ", count: hanging)
      used = hanging
      isEmpty = true
    }
    for word in text.dropFirst(indent.count).split(separator: " ", omittingEmptySubsequences: false) {
      let wide = DisplayWidth.of(String(word))
      if !isEmpty, used + 1 + wide > width { start() }
      if !isEmpty {
        line += " "
        used += 1
      }
      if used + wide <= width {
        line += word
        used += wide
      } else {
        for character in word {
          let size = DisplayWidth.of(character)
          if used + size > width { start() }
          line.append(character)
          used += size
          isEmpty = false
        }
      }
      isEmpty = false
    }
    lines.append(line)
    return lines.map { line in
      var line = line
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}
