#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A system call that failed, with what it was asked to do.
package struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was being done.
  package let action: SystemAction
  /// The file or folder concerned.
  package let path: String
  /// The value of `errno`.
  package let code: Int32

  /// Makes the error from the current `errno` unless a code is given.
  package init(_ action: SystemAction, path: String, code: Int32 = errno) {
    self.action = action
    self.path = path
    // That is what opening a socket comes to.
    self.code = code == ENXIO ? SystemError.noPlainFile : code
  }

  /// The code where a pipe, a device or a socket stands in the place of a plain file; the system has none for it.
  package static let noPlainFile: Int32 = -1

  /// The codes where nothing is there, where a folder stands in the place of a file, a file in that of a folder, or
  /// anything where nothing should be.
  package static let (missing, folder, notFolder, taken) = (ENOENT, EISDIR, ENOTDIR, EEXIST)

  /// The system's words for the code, for example `No space left on device`.
  package var reason: String {
    if code == SystemError.noPlainFile { return "A pipe, a device or the like stands there and no file" }
    // strerror_r is thread-safe, strerror is not.
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer -> String in
      buffer.initialize(repeating: 0)
      guard let base = buffer.baseAddress, strerror_r(code, base, buffer.count) == 0 else {
        return "error \(code)"
      }
      return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// The text for messages.
  package var description: String { "\(path): cannot \(action.rawValue): \(reason)" }
  /// Whether the file or folder is not there.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// Whether the system has run out of something: open files, memory, room, or the disk fails.
  package var isExhausted: Bool { [EMFILE, ENFILE, ENOMEM, ENOSPC, EDQUOT, EIO, EFBIG].contains(code) }
  /// Whether something that is no folder stands in the place of one.
  package var isFile: Bool { code == ENOTDIR }
  /// Whether nobody reads any more what is written.
  package var isReaderGone: Bool { code == EPIPE }
  /// Whether there is more than can be taken.
  package var isTooLarge: Bool { code == EFBIG }
}
