#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Folders, names and whole files.
package enum FileSystem {
  /// Whether something stands at a path.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a folder stands at a path.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes a folder and those above it.
  package static func makeFolder(_ path: String, permissions: UInt32 = 0o777) throws(SystemError) {
    if path.isEmpty || isFolder(path) { return }
    if mkdir(path, mode_t(permissions)) == 0 { return }
    let code = errno
    if code == EEXIST && isFolder(path) { return }
    guard code == ENOENT, let slash = path.dropLast().lastIndex(of: "/"), slash > path.startIndex else {
      throw SystemError(.createFolder, path: path, code: code)
    }
    try makeFolder(String(path[..<slash]), permissions: permissions)
    if mkdir(path, mode_t(permissions)) != 0 {
      let code = errno
      if code != EEXIST { throw SystemError(.createFolder, path: path, code: code) }
    }
  }

  /// Flushes a file that another library wrote to the disk.
  package static func synchronize(_ path: String) throws(SystemError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(.openFile, path: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw SystemError(.writeFile, path: path) }
  }

  /// Flushes the folder that holds a path, so that a rename in it survives a crash.
  ///
  /// - Throws: `SystemError` where the disk does not confirm it; not where a file system cannot flush folders, or
  ///   where the folder may be written to but not read, so that it cannot be opened for that.
  package static func synchronize(folderOf path: String) throws(SystemError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    var descriptor: Int32
    repeat { descriptor = open(folder, O_RDONLY | O_CLOEXEC) } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else {
      if errno == EACCES { return }
      throw SystemError(.openFolder, path: folder)
    }
    defer { close(descriptor) }
    var result: Int32
    repeat { result = fsync(descriptor) } while result != 0 && errno == EINTR
    guard result != 0, ![EINVAL, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(errno) else { return }
    throw SystemError(.writeFolder, path: folder)
  }

  /// Puts a finished file into place, replacing a file of that name.
  package static func rename(_ from: String, to: String) throws(SystemError) {
    #if canImport(Glibc)
      let result = Glibc.rename(from, to)
    #else
      let result = Darwin.rename(from, to)
    #endif
    guard result == 0 else { throw SystemError(.putFileIntoPlace, path: to) }
  }

  /// Removes a file; nothing happens where there is none.
  package static func remove(_ path: String) { unlink(path) }

  /// The last part of a path.
  package static func baseName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The folder that a path stands in, without a slash at its end: `.` where it names none, `/` for the root.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path below a folder; an empty one is the working folder.
  package static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// The folder for temporary files: `TMPDIR`, else `/tmp`.
  package static var temporaryFolder: String {
    guard let folder = getenv("TMPDIR"), folder.pointee != 0 else { return "/tmp" }
    return String(cString: folder)
  }

  /// Where copies that are looked into may lie: the folder for temporary files, else one that every system has, so that
  /// looking needs no `TMPDIR` where running needs none.
  package static var scratchFolder: String {
    let folders = [temporaryFolder, "/tmp", "/var/tmp"]
    return folders.first { isFolder($0) && mayWrite($0) } ?? temporaryFolder
  }

  /// Whether a group is one user's own, as many systems give it to each: it is called as the user and is the user's, and
  /// no other belongs to it.
  package static func isPrivateGroup(_ group: UInt32, of user: UInt32) -> Bool {
    guard let account = getpwuid(user), account.pointee.pw_gid == group else { return false }
    let name = String(cString: account.pointee.pw_name)
    guard let entry = getgrgid(group), String(cString: entry.pointee.gr_name) == name else { return false }
    var member = entry.pointee.gr_mem
    while let next = member?.pointee {
      if String(cString: next) != name { return false }
      member = member?.advanced(by: 1)
    }
    return true
  }

  /// The process's identity, for names of temporary files.
  package static var processID: Int32 { getpid() }

  /// Number of processors that are online, at least 1.
  package static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Whether a descriptor (1 output, 2 error) is a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}
