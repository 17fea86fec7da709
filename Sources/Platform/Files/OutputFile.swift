#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that appears whole or not at all.
///
/// Bytes go to a temporary file in the same folder; `commit` flushes it to the disk and renames it into
/// place. A file that is dropped without `commit` leaves nothing behind.
package struct OutputFile: ~Copyable {
  /// Where the file will stand.
  package let path: String
  /// Where it stands until `commit`.
  package let temporaryPath: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var committed = false
  private let crash: CrashCleanup

  /// Files are made readable for their owner only unless `permissions` says otherwise.
  package static let privatePermissions: UInt32 = 0o600
  /// Permissions that the process's umask narrows as usual.
  package static let sharedPermissions: UInt32 = 0o666

  /// Makes the temporary file beside `path`.
  package init(path: String, permissions: UInt32 = OutputFile.sharedPermissions) throws(SystemError) {
    self.path = path
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    // A name that begins with a point is that of an unfinished file already: one by which it is found stays so.
    let point = name.hasPrefix(".") ? "" : "."
    var attempt = 0
    while true {
      let candidate = "\(folder)\(point)\(name).\(getpid()).\(attempt).tmp"
      let opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(permissions))
      if opened >= 0 {
        descriptor = opened
        temporaryPath = candidate
        crash = CrashCleanup(folder: folder, prefix: FileSystem.baseName(candidate))
        return
      }
      let code = errno
      if code == EINTR { continue }
      guard code == EEXIST, attempt < 1000 else {
        throw SystemError(.createFile, path: path, code: code)
      }
      attempt += 1
    }
  }

  /// Appends bytes.
  package mutating func write(_ bytes: some Collection<UInt8>) throws(SystemError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Appends bytes; many of them are not copied.
  package mutating func write(_ bytes: [UInt8]) throws(SystemError) {
    guard bytes.count >= 1 << 16 else {
      buffer.append(contentsOf: bytes)
      if buffer.count >= 1 << 16 { try flush() }
      return
    }
    try flush()
    try writeOut(bytes)
  }

  private mutating func flush() throws(SystemError) {
    if buffer.isEmpty { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    try writeOut(buffer)
  }

  private func writeOut(_ bytes: [UInt8]) throws(SystemError) {
    let isWritten = bytes.withUnsafeBytes { WholeBytes.write(descriptor, $0) }
    if !isWritten { throw SystemError(.writeFile, path: path) }
  }

  /// Flushes the file to the disk and puts it into place, replacing a file of that name.
  package consuming func commit() throws(SystemError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw SystemError(.writeFile, path: path) }
    guard rename(temporaryPath, path) == 0 else { throw SystemError(.putFileIntoPlace, path: path) }
    committed = true
    try FileSystem.synchronize(folderOf: path)
  }

  /// Flushes the file to the disk and leaves it under its temporary name, which is returned; the caller renames
  /// or removes it.
  package consuming func finish() throws(SystemError) -> String {
    try flush()
    guard fsync(descriptor) == 0 else { throw SystemError(.writeFile, path: path) }
    committed = true
    return temporaryPath
  }

  deinit {
    close(descriptor)
    if !committed { unlink(temporaryPath) }
  }
}
