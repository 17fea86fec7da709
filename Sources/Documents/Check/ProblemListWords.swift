import Model

/// The words of the list of problems, in one language.
struct ProblemListWords {
  private let language: Language
  /// The code of a stated total that is not the sum of its rows.
  static let totalCode = "stated-total"

  init(_ language: Language) { self.language = language }

  private func say(_ korean: String, _ english: String) -> String {
    switch language {
    case .ko: korean
    case .en: english
    }
  }

  var title: String { say("입력자료 점검 목록", "Problems of the inputs") }
  var sheet: String { say("점검목록", "Problems") }
  var headers: [String] {
    switch language {
    case .ko: ["파일", "행", "열", "값", "코드", "처리", "무엇이 문제인가", "어떻게 고치나", "혹시"]
    case .en:
      ["File", "Line", "Column", "Value", "Code", "Treatment", "What is wrong", "What to do", "Did you mean"]
    }
  }
  func treatment(_ rejects: Bool) -> String {
    rejects ? say("집계 제외", "not counted") : say("집계함", "counted")
  }
  var notCompared: String { say("합계 행", "total row") }
  func earlier(_ file: String, _ line: Int) -> String {
    say(
      "먼저 나온 행: \(TerminalText.safe(file)) \(line)행.",
      "The earlier row: \(TerminalText.safe(file)), line \(line).")
  }
  func total(_ stated: String, _ summed: String) -> String {
    say(
      "적힌 합계 \(stated)이(가) 그 위 행들의 합 \(summed)과(와) 다릅니다.",
      "The stated total \(stated) is not the sum of its rows, \(summed).")
  }
  var totalAction: String {
    say(
      "빠지거나 되풀이된 행이 있는지, 합계가 예전 것인지 확인해 주십시오.",
      "Look for rows that are missing or repeated, or for a total that is out of date.")
  }
  func meaning(_ count: Int) -> String {
    say(
      "한 행이 문제 하나입니다(모두 \(TextNumbers.grouped(count))건). 파일·코드로 걸러 보고, 원본의 그 행을 고친 뒤 다시 점검하십시오.",
      "A row is a problem at its place (\(TextNumbers.grouped(count)) in all). Filter by file or code, correct the original, "
        + "and check again.")
  }
  func cut(_ shown: Int, _ all: Int) -> String {
    say(
      "처음 \(TextNumbers.grouped(shown))건만 실었습니다. 모두 \(TextNumbers.grouped(all))건은 CSV 파일에 있습니다.",
      "Only the first \(TextNumbers.grouped(shown)) are listed; all \(TextNumbers.grouped(all)) stand in the CSV file."
    )
  }
}
