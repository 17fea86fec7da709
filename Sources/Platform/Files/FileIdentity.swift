#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which file stands at a path, and in what state: enough to notice that it was replaced, cut or written to.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64
  /// Size in bytes.
  package let size: Int
  /// When the content was last written, in nanoseconds since 1970; programs can set it as they like.
  package let modified: Int64
  /// When content, name or permissions last changed, in nanoseconds since 1970; nobody but the system sets it.
  package let changed: Int64
  /// Whether it is a plain file: no folder, pipe or device.
  package let isPlainFile: Bool
  /// Permission bits such as `0o644`.
  package let permissions: UInt32

  /// The user to whom it belongs.
  package let owner: UInt32
  /// The group to which it belongs.
  package let group: UInt32

  /// Looks at what stands at a path itself, be it a link; nil where nothing can be found.
  package init?(link path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Looks at what stands at a path, behind links; nil where nothing can be found.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Looks at an open file; nil where there is none.
  package init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(status.st_ino)
    size = Int(status.st_size)
    #if canImport(Glibc)
      let (written, altered) = (status.st_mtim, status.st_ctim)
    #else
      let (written, altered) = (status.st_mtimespec, status.st_ctimespec)
    #endif
    modified = Int64(written.tv_sec) * 1_000_000_000 + Int64(written.tv_nsec)
    changed = Int64(altered.tv_sec) * 1_000_000_000 + Int64(altered.tv_nsec)
    isPlainFile = status.st_mode & S_IFMT == S_IFREG
    permissions = UInt32(status.st_mode & 0o7777)
    owner = status.st_uid
    group = status.st_gid
  }

  /// Whether the file was last touched so shortly before a moment, or after it, that a later change may bear
  /// the same times: file systems keep them to a few milliseconds, old ones to two seconds.
  ///
  /// - Parameter moment: nanoseconds since 1970.
  package func isFresh(at moment: Int64) -> Bool { max(modified, changed) > moment - 3_000_000_000 }

  /// Whether both are the same file, whatever happened to its content.
  package func isSameFile(as other: FileIdentity?) -> Bool {
    other.map { $0.device == device && $0.number == number } ?? false
  }

  /// Whether both are the same file with the same size, last written at the same time.
  package func isSameContent(as other: FileIdentity) -> Bool {
    isSameFile(as: other) && size == other.size && modified == other.modified
  }
}
