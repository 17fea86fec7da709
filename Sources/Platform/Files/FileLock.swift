#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A lock that one process holds at a time and that the system frees when the process ends, however it ends.
///
/// The lock is on a file (`flock`); the file stays where it is when the lock is given up, since a file that is
/// removed could be locked by two processes at once.
package struct FileLock: ~Copyable, Sendable {
  /// The locked file.
  package let path: String
  private let descriptor: Int32

  /// Takes the lock at once; nil where another process, or another part of this one, holds it.
  ///
  /// - Throws: `SystemError` where the file cannot be made or opened.
  package static func take(_ path: String) throws(SystemError) -> FileLock? {
    try acquire(path, flags: LOCK_EX | LOCK_NB)
  }

  /// Whether another holds the lock just now; nothing is made or changed.
  package static func isHeld(_ path: String) -> Bool {
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard opened >= 0 else { return false }
    defer { close(opened) }
    return flock(opened, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// Takes the lock, waiting for some seconds; nil where it is still held then.
  ///
  /// - Throws: `SystemError` where the file cannot be made or opened.
  package static func take(_ path: String, patience: Double) throws(SystemError) -> FileLock? {
    let deadline = SystemClock.milliseconds + Int64(patience * 1000)
    while true {
      if let lock = try take(path) { return lock }
      if SystemClock.milliseconds >= deadline { return nil }
      FileSystem.pause(milliseconds: 20)
    }
  }

  /// Takes the lock, waiting until it is free.
  ///
  /// - Throws: `SystemError` where the file cannot be made or opened.
  package static func wait(for path: String) throws(SystemError) -> FileLock {
    while true {
      if let lock = try acquire(path, flags: LOCK_EX) { return lock }
    }
  }

  private static func acquire(_ path: String, flags: Int32) throws(SystemError) -> FileLock? {
    while true {
      let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode_t(0o600))
      guard opened >= 0 else {
        if errno == EINTR { continue }
        throw SystemError(.createFile, path: path)
      }
      var result: Int32
      repeat { result = flock(opened, flags) } while result != 0 && errno == EINTR
      guard result == 0 else {
        let code = errno
        close(opened)
        if code == EWOULDBLOCK { return nil }
        throw SystemError(.lockFile, path: path, code: code)
      }
      // Somebody may have removed the file while we waited: then the lock is on a file that is no longer there.
      if FileIdentity(descriptor: opened)?.isSameFile(as: FileIdentity(path: path)) == true {
        return FileLock(path: path, descriptor: opened)
      }
      close(opened)
    }
  }

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  /// Notes who holds the lock, for the message of a process that finds it taken; best effort.
  package func note(_ text: String) {
    guard ftruncate(descriptor, 0) == 0 else { return }
    let bytes = Array((text + "\n").utf8)
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit { close(descriptor) }
}
