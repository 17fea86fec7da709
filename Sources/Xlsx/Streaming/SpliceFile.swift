import Platform

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A file written front to back; every write is checked.
final class SpliceFile {
  private let path: String
  private var descriptor: Int32
  /// How many bytes have been written.
  private(set) var count = 0

  init(path: String) throws(WorkbookError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw fault }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func write(_ bytes: some Collection<UInt8>) throws(WorkbookError) {
    let bytes = Array(bytes)
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(WorkbookError) in try write(bytes) }
    }
    try result.get()
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(WorkbookError) {
    guard WholeBytes.write(descriptor, bytes, at: count) else { throw fault }
    count += bytes.count
  }

  /// Closes the file; some disks tell only now that they are full.
  func finish() throws(WorkbookError) {
    let closing = descriptor
    descriptor = -1
    guard close(closing) == 0 else { throw fault }
  }

  private var fault: WorkbookError {
    .damaged(path: path, member: "zip", reason: "it cannot be written: \(String(cString: strerror(errno)))")
  }
}
