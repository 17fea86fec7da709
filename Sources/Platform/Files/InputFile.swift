#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is read from its beginning to its end, block by block.
///
/// Reading goes through `read`, never through a mapping: a mapped file that is cut short while it is read
/// would end the program.
///
/// A pipe without a writer is waited for without end, and a device may never end: unless a caller says that such are
/// meant, a plain file is opened or nothing.
package struct InputFile: ~Copyable, Sendable {
  /// The path as given.
  package let path: String
  /// Size in bytes when the file was opened; 0 for a pipe.
  package let size: Int
  private let descriptor: Int32

  /// Opens a file for reading.
  ///
  /// - Parameters:
  ///   - kept: the descriptor of what has been read from the path already and is read instead; its place of reading is
  ///     shared, so that one reader has to be done before the next begins.
  ///   - takesPipes: whether pipes, terminals and devices are read too, and waited for.
  /// - Throws: `SystemError` where it is missing, unreadable, a folder, or nothing that may be read here.
  package init(path: String, kept: Int32? = nil, takesPipes: Bool = false) throws(SystemError) {
    self.path = path
    var opened: Int32
    if let kept {
      lseek(kept, 0, SEEK_SET)
      opened = fcntl(kept, F_DUPFD_CLOEXEC, 0)
    } else {
      // Without the flag a pipe would be waited for before anybody could see that it is one.
      let flags = O_RDONLY | O_CLOEXEC | (takesPipes ? 0 : O_NONBLOCK)
      repeat { opened = open(path, flags) } while opened < 0 && errno == EINTR
    }
    guard opened >= 0 else { throw SystemError(.openFile, path: path) }
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      let error = SystemError(.examineFile, path: path)
      close(opened)
      throw error
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(opened)
      throw SystemError(.readFile, path: path, code: EISDIR)
    }
    guard takesPipes || status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw SystemError(.readFile, path: path, code: SystemError.noPlainFile)
    }
    descriptor = opened
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    #if canImport(Glibc)
      posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    #endif
  }

  deinit { close(descriptor) }

  /// Reads up to the buffer's size; returns the number of bytes read, 0 at the end of the file only.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    var filled = 0
    while filled < buffer.count {
      guard let base = buffer.baseAddress else { break }
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, base + filled, buffer.count - filled)
      #else
        let count = Darwin.read(descriptor, base + filled, buffer.count - filled)
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(.readFile, path: path)
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Reads the next `count` bytes, fewer at the end of the file only.
  package func read(upTo count: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(SystemError) { filled = try read(into: UnsafeMutableRawBufferPointer(buffer)) } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Reads the whole file, at most `limit` bytes.
  ///
  /// - Throws: `SystemError` with `EFBIG` where the file is larger.
  package static func contents(
    of path: String, limit: Int = 1 << 30, takesPipes: Bool = false
  ) throws(SystemError) -> [UInt8] {
    let file = try InputFile(path: path, takesPipes: takesPipes)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(file.size + 1, limit))
    let step = 1 << 18
    while true {
      let read = try file.read(upTo: step)
      bytes += read
      if bytes.count > limit { throw SystemError(.readFile, path: path, code: EFBIG) }
      if read.count < step { return bytes }
    }
  }
}
