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
}
