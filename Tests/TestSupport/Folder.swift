import Foundation

/// A folder of a test, removed with its last reference.
package final class Folder {
  package let url: URL

  /// Makes a folder in the one for temporary files; no link is part of its path.
  package init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(
      path: "tradetally-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  package var path: String { url.path }

  /// Writes a file, with the folders it stands in, and gives its path.
  @discardableResult
  package func write(_ name: String, _ text: String = "") throws -> String {
    try write(name, Data(text.utf8))
  }

  /// Writes a file, with the folders it stands in, and gives its path.
  @discardableResult
  package func write(_ name: String, _ data: Data) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }

  package func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  package func data(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }
  package func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

  /// Every file below the folder by its relative path.
  package func files(_ folder: String = "") throws -> [String: Data] {
    var files: [String: Data] = [:]
    let root = folder.isEmpty ? url : url.appending(path: folder)
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let file = root.appending(path: name)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = try Data(contentsOf: file)
      }
    }
    return files
  }
}
