import Foundation
import TestSupport
import Testing

/// A language is a folder of the catalogue and a line: nothing else asks which language it is.
@Suite struct LanguageTests {
  /// Where the languages are named: their list, and the option that is named for one of them.
  private static let named = ["Model/Input/Terms.swift", "tradetally/Options/DocumentOptions.swift"]

  @Test func onlyTheCatalogueAsksWhichLanguageItIs() throws {
    var looked = 0
    for (name, text) in try Repository.sources("Sources")
    where !name.hasPrefix("Documents/Language/") && !Self.named.contains(name) {
      looked += 1
      for line in text.split(separator: "\n") {
        let code = line.replacing(/\/\/.*/, with: "").replacing(/"[^"]*"/, with: "")
        #expect(!code.contains(/\.(ko|en)\b|\(ko:/), "Sources/\(name): \(line)")
      }
    }
    #expect(looked > 300)
  }

  /// Of its folder's words each language says its own, and asks no other.
  @Test(arguments: [("Korean", "en"), ("English", "ko")])
  func aLanguageKnowsNothingOfAnother(_ folder: String, _ other: String) throws {
    let sources = try Repository.sources("Sources/Documents/Language/\(folder)")
    #expect(sources.count > 10)
    for (name, text) in sources {
      let code = text.replacing(/"[^"]*"/, with: "")
      #expect(!code.contains(try Regex("\\.\(other)\\b")), "\(name)")
    }
  }

  /// Korean prose stands in the catalogue; elsewhere there are words that are read, names of fonts and styles, and
  /// templates and lists that hold both languages.
  @Test func documentsAreMadeOfTheCatalogue() throws {
    let modules = [
      "Content", "Documents", "Html", "Reports", "Workspace", "Ledger", "Measuring", "Definitions",
    ]
    for module in modules {
      for (name, text) in try Repository.sources("Sources/\(module)")
      where !name.hasPrefix("Language/") && !["Page/PageStyle.swift"].contains(name) {
        let code = text.replacing(/\/\/.*/, with: "")
        let literals = code.matches(of: /"[^"\n]*[가-힣][^"\n]*"/).map { String($0.0) }
        #expect(literals.isEmpty || literals == Self.shared[name], "Sources/\(module)/\(name): \(literals)")
      }
    }
  }

  /// Words that a definition may use, whatever the language.
  private static let shared = ["Check/SuggestedDefinition.swift": ["\"#   \\(column.rawValue): 만불\""]]
}
