#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Putting whole folders into each other's place.
package enum FolderExchange {
  /// Exchanges two folders (or files) of one file system in a single step: at every moment each name leads to
  /// one of the two, whole.
  ///
  /// - Returns: false where the file system or the system has no such step; then nothing has happened.
  /// - Throws: `SystemError` where either is missing or may not be renamed.
  package static func exchange(_ first: String, _ second: String) throws(SystemError) -> Bool {
    #if canImport(Glibc)
      // Looked up by name, since the header shows it to GNU extensions only; glibc has it since 2.28.
      guard let symbol = dlsym(nil, "renameat2") else { return false }
      typealias Rename =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
      let renameExchange: UInt32 = 2
      let rename = unsafeBitCast(symbol, to: Rename.self)
      let result = rename(AT_FDCWD, first, AT_FDCWD, second, renameExchange)
    #else
      let result = renamex_np(first, second, UInt32(RENAME_SWAP))
    #endif
    if result == 0 { return true }
    let code = errno
    if code == EINVAL || code == ENOSYS || code == ENOTSUP || code == EOPNOTSUPP { return false }
    throw SystemError(.putFolderIntoPlace, path: second, code: code)
  }

  /// Whether a file system can exchange; tried with two small folders at paths that are free.
  package static func isPossible(trying first: String, _ second: String) -> Bool {
    let names = [first, second]
    defer { for name in names { rmdir(name) } }
    for name in names where mkdir(name, 0o700) != 0 { return false }
    return (try? exchange(first, second)) ?? false
  }
}
