import Foundation
import Platform

/// Paths as definitions write them.
enum DefinitionPath {
  /// The folder of a file, without a slash at its end; empty for the working folder, `/` for the root.
  static func folder(of path: String) -> String {
    path.contains("/") ? FileSystem.folder(of: path) : ""
  }

  /// A path seen from a folder; an absolute path stays as it is.
  ///
  /// `reports/../data` becomes `data` where `reports` is a plain folder; behind a link `..` means another
  /// place, and stays.
  static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty { return path }
    var base = folder
    var rest = path[...]
    while true {
      if rest.hasPrefix("./") {
        rest = rest.dropFirst(2)
      } else if rest == "." {
        return base
      } else if rest.hasPrefix("../") || rest == "..", let shorter = parent(of: base) {
        base = shorter
        rest = rest.dropFirst(3)
      } else {
        break
      }
    }
    if rest.isEmpty { return base.isEmpty ? "." : base }
    if base.isEmpty { return String(rest) }
    return base.hasSuffix("/") ? base + rest : "\(base)/\(rest)"
  }

  /// The folder above one that is a plain folder and is named; nil where that cannot be said from the name.
  private static func parent(of folder: String) -> String? {
    let name = folder.split(separator: "/").last
    guard let name, name != ".", name != "..", !folder.hasSuffix("/"),
      (try? FileManager.default.destinationOfSymbolicLink(atPath: folder)) == nil
    else { return nil }
    return DefinitionPath.folder(of: folder)
  }

  /// An absolute path without links, `.` and `..`, to tell whether two paths mean the same place; what does not
  /// exist yet is taken by name.
  static func settled(_ path: String) -> String {
    let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var place = ""
    var pending = absolute.split(separator: "/").map(String.init)
    var links = 0
    while !pending.isEmpty {
      let part = pending.removeFirst()
      if part == "." { continue }
      if part == ".." {
        place = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? ""
        continue
      }
      let next = place + "/" + part
      if links < 40, let target = try? FileManager.default.destinationOfSymbolicLink(atPath: next) {
        links += 1
        if target.hasPrefix("/") { place = "" }
        pending = target.split(separator: "/").map(String.init) + pending
        continue
      }
      place = next
    }
    return place.isEmpty ? "/" : place
  }
}
