import Foundation

/// Documents as they were when somebody last read them, in the folder `Golden` beside a test.
package enum Golden {
  /// The first line in which a document differs from the stored one; nil where they are the same.
  ///
  /// The stored one is rewritten where TRADETALLY_REWRITE_GOLDEN is 1.
  package static func difference(
    _ document: some Sequence<UInt8>, from name: String, beside test: String = #filePath
  ) throws -> String? {
    let bytes = Data(document)
    let file = URL(filePath: test).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["TRADETALLY_REWRITE_GOLDEN"] == "1" { try bytes.write(to: file) }
    let stored = try Data(contentsOf: file)
    if bytes == stored { return nil }
    let (now, then) = (lines(bytes), lines(stored))
    for (number, pair) in zip(now, then).enumerated() where pair.0 != pair.1 {
      return "\(name), line \(number + 1): \(pair.0) – stored: \(pair.1)"
    }
    return "\(name): \(now.count) lines – stored: \(then.count)"
  }

  private static func lines(_ bytes: Data) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
