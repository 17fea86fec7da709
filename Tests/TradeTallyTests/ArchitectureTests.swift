import Foundation
import Testing

/// The table of modules in docs/architecture.md is the direction in which data flows; the sources keep to it.
@Suite struct ArchitectureTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The modules in the order of the page's table.
  static func documented() throws -> [String] {
    let page = try String(contentsOf: root.appending(path: "docs/architecture.md"), encoding: .utf8)
    return page.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
      return String(line.dropFirst(3)[..<end])
    }
  }

  static func folders() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test func everyModuleIsDocumentedOnce() throws {
    #expect(try Self.documented().sorted() == Self.folders())
  }

  @Test func aModuleImportsOnlyWhatStandsBeforeIt() throws {
    let order = try Self.documented()
    var looked = 0
    for (rank, module) in order.enumerated() {
      let folder = Self.root.appending(path: "Sources/\(module)")
      for name in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
        guard let name = name as? String, name.hasSuffix(".swift") else { continue }
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
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
}
