extension KoreanMessages {
  // Letters of Hangul are twice as wide as others.
  var helpColumns: Int? { 56 }

  func parser(_ text: String) -> String {
    // The description of the commands for machines, from which the manual is made, keeps its form.
    if text.hasPrefix("{") {
      return Self.descriptions.reduce(text) { $0.replacing("\"\($1.english)\"", with: "\"\($1.korean)\"") }
    }
    // The library may break the line after the colon.
    return text.replacing("(default:", with: "(기본값:")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line($0) }.joined(separator: "\n")
  }

  private func line(_ line: Substring) -> String {
    for (word, korean) in Self.headings where line.hasPrefix(word) {
      return korean + sentence(String(line.dropFirst(word.count)))
    }
    return sentence(String(line))
  }

  private static let headings = [
    ("OVERVIEW: ", ""), ("USAGE: ", "사용법: "), ("Usage: ", "사용법: "), ("ARGUMENTS:", "인자:"),
    ("OPTIONS:", "옵션:"),
    ("SUBCOMMANDS:", "명령:"), ("Error: ", "오류: "), ("Help:  ", "도움말: "),
  ]

  /// The library's descriptions of its own options.
  private static let descriptions = [
    (english: "Show help information.", korean: "도움말을 보여 줍니다."),
    (english: "Show the version.", korean: "버전을 보여 줍니다."),
    (english: "Show subcommand help information.", korean: "명령의 도움말을 보여 줍니다."),
  ]

  /// The library's sentences; what stands between quotes is kept.
  private func sentence(_ text: String) -> String {
    var text = text
    text.replace(/See '(.+)' for more information\./) { "자세한 내용은 ‘\($0.1)’ 명령으로 볼 수 있습니다." }
    text.replace(/See '(.+)' for detailed help\./) { "자세한 도움말은 ‘\($0.1)’ 명령으로 볼 수 있습니다." }
    text.replace(/Unknown option '(.+?)'/) { "‘\($0.1)’(이)라는 옵션은 없습니다" }
    text.replace(/\. Did you mean '(.+?)'\?/) { ". 혹시 ‘\($0.1)’입니까?" }
    text.replace(/Missing expected argument '(.+?)'/) { "‘\($0.1)’이(가) 빠졌습니다" }
    text.replace(/Missing one of: '(.+)'/) { "다음 가운데 하나가 빠졌습니다: ‘\($0.1)’" }
    text.replace(/Missing value for '(.+?)'/) { "‘\($0.1)’의 값이 빠졌습니다" }
    text.replace(/Missing required subcommand\./) { _ in "하위 명령이 빠졌습니다." }
    text.replace(/The value '(.*?)' is invalid for '(.+?)'/) { "‘\($0.2)’에 쓸 수 없는 값입니다: ‘\($0.1)’" }
    text.replace(/The option '(.+?)' does not take any value, but '(.*?)' was specified\./) {
      "‘\($0.1)’에는 값을 붙이지 않습니다: ‘\($0.2)’"
    }
    text.replace(/Unexpected argument '(.*?)'/) { "쓸 수 없는 인자입니다: ‘\($0.1)’" }
    text.replace(/\d+ unexpected arguments: '(.*)'/) { "쓸 수 없는 인자입니다: ‘\($0.1)’" }
    for own in Self.descriptions { text = text.replacing(own.english, with: own.korean) }
    text.replace(/\(default\)/) { _ in "(기본)" }
    return text
  }
}
