import Model
import Platform

/// Notices input files that are written to, cut or replaced while they are read.
///
/// A file's size, times and number show it, as long as its times distinguish a later change from an earlier one. Where
/// a file was touched so shortly before that they might not, or where only the time tells that something
/// happened to it, which may have been a new name for it, its content is read again and must have the hash of
/// what was read.
struct InputWatch {
  private let files: [(path: String, identity: FileIdentity, isFresh: Bool)]

  /// Looks at the files as they are now; what is no plain file is not watched.
  ///
  /// - Parameter now: the wall clock in nanoseconds since 1970.
  init(_ paths: [String], now: Int64 = SystemClock.unixNanoseconds) {
    files = paths.compactMap { path in
      FileIdentity(path: path).flatMap { $0.isPlainFile ? (path, $0, $0.isFresh(at: now)) : nil }
    }
  }

  /// Looks again.
  ///
  /// - Parameter read: SHA-256 of what was read; a file that is not among them is judged by the system's word alone.
  /// - Throws: `TallyError` that names the first file that is not as it was.
  func check(read: [(path: String, sha256: String)] = []) throws(TallyError) {
    for (path, before, isFresh) in files {
      let now = FileIdentity(path: path)
      if let now, now.isSameContent(as: before) {
        if now.changed == before.changed, !isFresh { continue }
        let hashes = read.filter { $0.path == path }.map(\.sha256)
        if hashes.isEmpty {
          if now.changed == before.changed { continue }
        } else {
          let hash = try hashNow(path)
          if hashes.allSatisfy({ $0 == hash }) { continue }
        }
      }
      let change: InputChange =
        switch now {
        case nil: .removed
        case let now? where now.size < before.size: .cut(before: before.size, after: now.size)
        case let now? where now.size > before.size: .grown(before: before.size, after: now.size)
        default: .written
        }
      throw TallyError(.input(.changedMeanwhile(change)), at: path)
    }
  }

  private func hashNow(_ path: String) throws(TallyError) -> String {
    do throws(SystemError) { return try FileDigest.sha256(of: path).hash } catch {
      throw TallyError(.input(.notReadAgain(error)), at: path)
    }
  }
}
