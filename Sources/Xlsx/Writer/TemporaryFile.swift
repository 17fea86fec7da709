#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Files for what is not finished.
enum TemporaryFile {
  /// Makes a file of a name that no other has; the caller removes and closes it.
  static func make(in folder: String) throws(WorkbookError) -> (path: String, descriptor: Int32) {
    var template = Array("\(folder)/tradetally-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw .temporaryDirectory(path: folder, reason: String(cString: strerror(errno)))
    }
    return (String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self), descriptor)
  }
}
