#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What came out of a pipe, a terminal or another input that can be read but once, kept so that it can be read again.
///
/// It lies in a file without a name, which is gone when this object and its readers are, however the process ends.
package final class SpooledInput: Sendable {
  /// As much is taken from one input, in bytes.
  package static let limit = 16 << 30

  /// How many bytes came.
  package let size: Int
  /// By which `InputFile` reads it, as long as this object lives.
  package let descriptor: Int32

  /// Reads an input to its end.
  ///
  /// - Parameter folder: where the file without a name lies; nil takes `TMPDIR`, else `/tmp`.
  /// - Throws: `SystemError`, with `ENOSPC` or the like where the folder has no room, `EFBIG` where more than `limit` came.
  package init(
    path: String, folder: String? = nil, limit: Int = SpooledInput.limit
  ) throws(SystemError) {
    let source = try InputFile(path: path, takesPipes: true)
    let folder = folder ?? FileSystem.temporaryFolder
    let opened = try Self.nameless(in: folder)
    var size = 0
    var failure: SystemError?
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      do throws(SystemError) {
        while true {
          let count = try source.read(into: buffer)
          if count == 0 { return }
          size += count
          if size > limit { throw SystemError(.keep, path: path, code: EFBIG) }
          guard WholeBytes.write(opened, UnsafeRawBufferPointer(rebasing: buffer[..<count])) else {
            throw SystemError(.writeTemporaryFile, path: folder)
          }
        }
      } catch { failure = error }
    }
    if let failure {
      close(opened)
      throw failure
    }
    descriptor = opened
    self.size = size
  }

  deinit { close(descriptor) }

  private static func nameless(in folder: String) throws(SystemError) -> Int32 {
    var template = Array("\(folder)/tradetally-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SystemError(.createTemporaryFile, path: folder) }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }
}
