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
  ///
  /// - Throws: `SystemError` where the file is there and could not be locked by anybody.
  package static func isHeld(_ path: String) throws(SystemError) -> Bool {
    let opened = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    if opened < 0, errno == ENOENT { return false }
    try check(opened, path)
    defer { close(opened) }
    return flock(opened, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// Whether another process has locked a byte of a file for itself (`fcntl`), as SQLite does while it writes.
  ///
  /// The process's own locks of this kind on the file are gone behind it, as the system has it.
  package static func isWriting(_ path: String, byte: Int) -> Bool {
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { return false }
    defer { close(opened) }
    var lock = Self.lock(byte)
    return fcntl(opened, F_GETLK, &lock) == 0 && Int32(lock.l_type) != Int32(F_UNLCK)
  }

  private static func lock(_ byte: Int) -> flock {
    #if canImport(Glibc)
      var lock = Glibc.flock()
    #else
      var lock = Darwin.flock()
    #endif
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(byte)
    lock.l_len = 1
    return lock
  }

  /// Refuses what is no plain file, whose lock would be nobody's and everybody's.
  private static func check(_ opened: Int32, _ path: String) throws(SystemError) {
    guard opened >= 0 else { throw SystemError(.createFile, path: path) }
    guard FileIdentity(descriptor: opened)?.isPlainFile == true else {
      close(opened)
      throw SystemError(.createFile, path: path, code: SystemError.noPlainFile)
    }
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
      let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, mode_t(0o600))
      if opened < 0, errno == EINTR { continue }
      try check(opened, path)
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
