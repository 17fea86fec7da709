import Foundation

/// The project's folder.
package enum Repository {
  /// The folder itself.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The path of a file or folder in it.
  package static func path(_ name: String) -> String { root.appending(path: name).path }

  /// The text of a file in it.
  package static func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: name)), as: UTF8.self)
  }

  /// The Swift files of a folder with their paths in it, in order.
  package static func sources(_ folder: String) throws -> [(name: String, text: String)] {
    let names = FileManager.default.enumerator(atPath: path(folder))?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { ($0, try text("\(folder)/\($0)")) }
  }
}
