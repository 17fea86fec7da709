#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which file stands at a path, and in what state: enough to notice that it was replaced, cut or written to.
public struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64
  /// Size in bytes.
  public let size: Int
  /// When the content was last written, in nanoseconds since 1970.
  public let modified: Int64
  /// Whether it is a plain file: no folder, pipe or device.
  public let isPlainFile: Bool
  /// Permission bits such as `0o644`.
  public let permissions: UInt32

  /// Looks at what stands at a path, behind links; nil where nothing can be found.
  public init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(status.st_ino)
    size = Int(status.st_size)
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    isPlainFile = status.st_mode & S_IFMT == S_IFREG
    permissions = UInt32(status.st_mode & 0o7777)
  }

  /// Whether both are the same file, whatever happened to its content.
  func isSameFile(as other: FileIdentity?) -> Bool {
    other.map { $0.device == device && $0.number == number } ?? false
  }
}
