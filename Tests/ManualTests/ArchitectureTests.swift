import Foundation
import TestSupport
import Testing

/// The table of modules in docs/architecture.md is the direction in which data flows; the sources keep to it.
@Suite struct ArchitectureTests {
  /// The modules in the order of the page's table.
  static func documented() throws -> [String] {
    let page = try Repository.text("docs/architecture.md")
    return page.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
      return String(line.dropFirst(3)[..<end])
    }
  }

  static func folders() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Repository.path("Sources"))
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test func everyModuleIsDocumentedOnce() throws {
    #expect(try Self.documented().sorted() == Self.folders())
  }

  @Test func aModuleImportsOnlyWhatStandsBeforeIt() throws {
    let order = try Self.documented()
    var looked = 0
    for (rank, module) in order.enumerated() {
      for (name, text) in try Repository.sources("Sources/\(module)") {
        for line in text.split(separator: "\n") where line.hasPrefix("import ") || line.contains(" import ") {
          guard let imported = line.split(separator: " ").last.map(String.init),
            let other = order.firstIndex(of: imported)
          else { continue }
          looked += 1
          #expect(other < rank, "Sources/\(module)/\(name) imports \(imported), which stands behind it")
        }
      }
    }
    #expect(looked > 200)
  }

  /// What a module's files import is what Package.swift says that it needs, no more and no less: a build must not hang
  /// on which module happens to be built first.
  @Test func whatIsImportedIsDeclared() throws {
    let package = try Repository.text("Package.swift")
    let modules = Set(try Self.folders())
    for module in modules {
      let target = try Regex("(?:module\\(\\s*|name: )\"\(module)\",\\s*(?:dependencies: )?\\[([^\\]]*)\\]")
      let declared = try target.firstMatch(in: package)?.output[1].substring ?? ""
      let needed = Set(declared.split(separator: "\"").map(String.init)).intersection(modules)
      var imported: Set<String> = []
      for (_, text) in try Repository.sources("Sources/\(module)") {
        for line in text.split(separator: "\n") where line.contains("import ") {
          imported.formUnion([line.split(separator: " ").last.map(String.init) ?? ""])
        }
      }
      #expect(imported.intersection(modules).subtracting([module]) == needed, "\(module)")
    }
  }

  /// What the page names in `Module/Folder/Type` is a file or folder of the sources, or a type in one.
  @Test func everythingThatThePageNamesIsThere() throws {
    let page = try Repository.text("docs/architecture.md")
    let modules = Set(try Self.folders())
    let names = ManualPage.code(page).filter { name in
      name.contains("/") && modules.contains(String(name.prefix { $0 != "/" }))
    }
    #expect(names.count >= 10)
    for name in names {
      let path = Repository.path("Sources/\(name)")
      let isThere = [path, path + ".swift"].contains { FileManager.default.fileExists(atPath: $0) }
      #expect(isThere, "docs/architecture.md names \(name)")
    }
  }

  @Test func everyFileThatContributorsAreSentToIsThere() throws {
    let names = ManualPage.code(try Repository.text("CONTRIBUTING.md")).filter { $0.hasPrefix("Sources/") }
    #expect(names.count >= 8)
    for name in names {
      #expect(FileManager.default.fileExists(atPath: Repository.path(name)), "CONTRIBUTING.md names \(name)")
    }
  }
}
