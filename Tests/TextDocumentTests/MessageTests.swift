import DocumentSupport
import Encodings
import Foundation
import Model
import Platform
import Testing

@testable import Documents

/// Every failure and everything else that commands say is worded in both languages.
@Suite struct MessageTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    /// The enum's name and the case's.
    var kind: String
    var name: String
    var words: @Sendable (any MessageWords) -> String
    var testDescription: String { "\(kind).\(name)" }

    init<Value: Sendable>(
      _ value: Value, _ words: @escaping @Sendable (any MessageWords, Value) -> String
    ) {
      kind = "\(Value.self)"
      name = String("\(value)".prefix { $0 != "(" })
      self.words = { words($0, value) }
    }
  }

  /// English that Korean sentences may hold: names, codes, options, what a person typed.
  static func foreign(_ text: String) -> [String] {
    let sentenceWords: Set<String> = [
      "the", "is", "are", "was", "not", "this", "that", "with", "cannot", "there", "and", "or", "of", "it",
      "has",
      "have", "file", "folder", "column", "line", "check", "expected", "found", "did", "you", "mean", "run",
      "again", "nothing", "add", "name",
    ]
    return text.split { !$0.isLetter && $0 != "-" && $0 != "_" }.map(String.init)
      .filter { sentenceWords.contains($0) }
  }

  @Test(arguments: samples) func everyMessageIsWordedInBothLanguages(_ sample: Sample) {
    let korean = sample.words(Language.ko.messages)
    let english = sample.words(Language.en.messages)
    #expect(korean.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }, "\(korean)")
    #expect(!english.isEmpty && korean != english)
    // An option stands as it is typed, with its value.
    let prose = korean.replacing(/--[a-z-]+ [a-z]+/, with: "")
    let words = Self.foreign(prose).filter { !["name", "run"].contains($0) }
    #expect(words.isEmpty, "\(words) in: \(korean)")
    #expect(!korean.contains("  ") && !english.contains("  "), "\(korean)\n\(english)")
    #expect(!korean.contains("이후") && !korean.contains("이전"), "\(korean)")
  }

  /// The samples above leave no case out: the sources say which there are.
  @Test(arguments: [
    ("InputFault", "InputFault"), ("SheetFault", "SheetFault"), ("OutputFault", "OutputFault"),
    ("LedgerFault", "LedgerFault"), ("RunFault", "RunFault"), ("DefinitionFault", "DefinitionFault"),
    ("OptionFault", "OptionFault"), ("RunNotice", "RunNotice"), ("RunNotice", "RunReason"),
    ("RunNotice", "RunNote"), ("Voice", "VoiceLine"), ("Voice", "Finding"),
  ])
  func everyCaseIsSampled(_ file: String, _ kind: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/Model/Messages/\(file).swift")
    let text = try String(contentsOf: path, encoding: .utf8)
    let start = try #require(text.range(of: "package enum \(kind)"))
    var depth = 0
    var names: Set<String> = []
    for line in text[start.lowerBound...].split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      if depth == 1, trimmed.hasPrefix("case ") {
        var level = 0
        let plain = trimmed.dropFirst(5).filter { letter in
          if letter == "(" { level += 1 }
          defer { if letter == ")" { level -= 1 } }
          return level == 0
        }
        names.formUnion(
          plain.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty })
      }
      depth += line.count { $0 == "{" } - line.count { $0 == "}" }
      if depth == 0 { break }
    }
    let sampled = Set(Self.samples.filter { $0.kind == kind }.map(\.name))
    #expect(names.subtracting(sampled).filter { $0 != "program" }.isEmpty, "\(names.subtracting(sampled))")
    #expect(names.count > 4)
  }

  @Test func notesAreReadBack() {
    for note in Self.notes { #expect(RunNote(stored: note.stored) == note) }
    #expect(RunNote(stored: "settled by the next run") == nil)
  }

  @Test func helpIsThereInBothLanguages() {
    for text in HelpText.allCases {
      let korean = Language.ko.messages.help(text)
      #expect(korean.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }, "\(text)")
      #expect(Language.en.messages.help(text) != korean)
    }
  }

  /// What the library that reads the command line says by itself.
  @Test(arguments: [
    ("Error: Unknown option '--fo'. Did you mean '--from'?", "오류: ‘--fo’(이)라는 옵션은 없습니다. 혹시 ‘--from’입니까?"),
    ("Error: Missing expected argument '--output <dir>'", "오류: ‘--output <dir>’이(가) 빠졌습니다"),
    (
      "Error: The value 'x' is invalid for '--threads <threads>'",
      "오류: ‘--threads <threads>’에 쓸 수 없는 값입니다: ‘x’"
    ),
    (
      "  See 'tradetally report --help' for more information.",
      "  자세한 내용은 ‘tradetally report --help’ 명령으로 볼 수 있습니다."
    ),
    ("USAGE: tradetally <subcommand>", "사용법: tradetally <subcommand>"),
  ])
  func theParserSpeaksKorean(_ english: String, _ korean: String) {
    #expect(Language.ko.messages.parser(english) == korean)
    #expect(Language.en.messages.parser(english) == english)
    #expect(Language.ko.messages.parser("{\"OPTIONS:\": 1}") == "{\"OPTIONS:\": 1}")
  }

  /// A particle follows the word that was put in before it; where nobody knows how it is read, both forms stay.
  @Test(arguments: [
    ("‘상태’은(는) 없음", "‘상태’는 없음"), ("‘업종’이(가) 빠짐", "‘업종’이 빠짐"), ("‘서울’(으)로", "‘서울’로"),
    ("‘협약’(이)라는 말", "‘협약’이라는 말"), ("파일이(가)와 다름", "파일이와 다름"),
  ])
  func particlesFollowTheirWord(_ text: String, _ polished: String) {
    #expect(Language.ko.messages.polished(text) == polished)
    #expect(Language.en.messages.polished(text) == text)
  }
}
