#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileSystem {
  /// The names in a folder in order of their bytes, `.` and `..` left out.
  ///
  /// - Throws: `SystemError` where the folder is missing or cannot be read.
  package static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw SystemError(.readFolder, path: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemError(.readFolder, path: folder) }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name))
        {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether the path itself, not what it leads to, is a symbolic link.
  package static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether something stands at a path, be it a link that leads nowhere.
  package static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Makes a symbolic link.
  package static func makeLink(_ path: String, to target: String) throws(SystemError) {
    guard symlink(target, path) == 0 else { throw SystemError(.createFile, path: path) }
  }

  /// Where a symbolic link leads, as it is written; nil where there is no link.
  package static func linkTarget(_ path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer -> String? in
      guard let base = buffer.baseAddress else { return nil }
      let count = readlink(path, base, buffer.count)
      guard count > 0, count < buffer.count else { return nil }
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// Removes a file, a link or a folder with all that is in it; links are not followed.
  ///
  /// - Returns: whether nothing is left.
  @discardableResult
  package static func removeTree(_ path: String) -> Bool {
    if unlink(path) == 0 || errno == ENOENT { return true }
    guard !isLink(path), isFolder(path) else { return false }
    for name in (try? names(in: path)) ?? [] { removeTree("\(path)/\(name)") }
    return rmdir(path) == 0 || errno == ENOENT
  }

  /// Removes a folder if it is empty.
  @discardableResult
  package static func removeEmptyFolder(_ path: String) -> Bool { rmdir(path) == 0 }

  /// Sets permission bits, whatever the umask says.
  package static func setPermissions(_ path: String, _ permissions: UInt32) throws(SystemError) {
    guard chmod(path, mode_t(permissions)) == 0 else {
      throw SystemError(.setPermissions, path: path)
    }
  }

  /// The permission bits of an ordinary file; nil where none stands there, but a folder, a device or nothing.
  package static func permissions(ofFile path: String) -> UInt32? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return UInt32(status.st_mode & 0o777)
  }

  /// Makes everything that the process creates from now on unreadable for group and world.
  package static func keepNewFilesPrivate() { umask(0o077) }

  /// Flushes a folder, so that names made in it survive a crash; see `synchronize(folderOf:)`.
  package static func synchronize(folder: String) throws(SystemError) {
    try synchronize(folderOf: folder + "/.")
  }

  /// The absolute path without links, `.` and `..`; nil where it does not exist.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Bytes that an ordinary user may still write in the file system under a path; nil where it cannot be asked.
  package static func freeSpace(_ path: String) -> Int64? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    return Int64(clamping: UInt64(status.f_bavail) &* UInt64(status.f_frsize))
  }

  /// Whether the process may write into a folder.
  package static func mayWrite(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// Why nothing in a folder can be reached by its name, as far as permissions tell; nil where it can.
  package static func searchFault(_ folder: String) -> SystemError? {
    let path = folder.isEmpty ? "." : folder
    return access(path, X_OK) == 0 || errno == ENOENT ? nil : SystemError(.readFolder, path: path)
  }

  /// Why a file or folder cannot be written to, as far as permissions tell; nil where it can.
  package static func writeFault(_ path: String) -> SystemError? {
    if mayWrite(path) { return nil }
    let code = errno
    return SystemError(isFolder(path) ? .writeFolder : .writeFile, path: path, code: code)
  }

  /// Why nothing can be made in a folder, as far as permissions tell; nil where it can.
  package static func folderFault(_ path: String) -> SystemError? {
    isFolder(path) ? writeFault(path) : SystemError(.createFolder, path: path, code: SystemError.notFolder)
  }

  /// Whether a process of that identity is there.
  package static func isAlive(process: Int32) -> Bool { kill(process, 0) == 0 || errno == EPERM }
}

/// The system's clocks.
package enum SystemClock {
  /// Seconds since 1970 UTC by the wall clock, which can be set and go back.
  package static var unixTime: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec)
  }

  /// Nanoseconds since 1970 UTC by the wall clock, which can be set and go back.
  package static var unixNanoseconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Milliseconds since some moment, always forward.
  package static var milliseconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

extension FileSystem {
  /// Copies a file byte by byte; the copy is its owner's alone.
  package static func copy(_ from: String, to target: String) throws(SystemError) {
    let file = try InputFile(path: from)
    let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(0o600))
    guard descriptor >= 0 else { throw SystemError(.createFile, path: target) }
    defer { close(descriptor) }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { block.deallocate() }
    var at = 0
    while true {
      let count = try file.read(into: block)
      if count == 0 { return }
      guard WholeBytes.write(descriptor, UnsafeRawBufferPointer(rebasing: block[..<count]), at: at) else {
        throw SystemError(.writeFile, path: target)
      }
      at += count
    }
  }

  /// Makes an empty file that only its owner can read; one that is there already stays as it is.
  package static func makePrivateFile(_ path: String) throws(SystemError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode_t(0o600))
    guard descriptor >= 0 else { throw SystemError(.createFile, path: path) }
    close(descriptor)
  }

  /// Gives a file a name that has to be free.
  package static func linkFile(_ from: String, to target: String) throws(SystemError) {
    guard link(from, target) == 0 else { throw SystemError(.putFileIntoPlace, path: target) }
  }

  /// Makes a folder of a name that no other has, its owner's alone, in another.
  package static func makeTemporaryFolder(in folder: String) throws(SystemError) -> String {
    var template = Array("\(folder)/tradetally-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError(.createFolder, path: folder) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Waits some milliseconds.
  package static func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }

  /// The user on whose account the process runs.
  package static var user: UInt32 { geteuid() }
}
