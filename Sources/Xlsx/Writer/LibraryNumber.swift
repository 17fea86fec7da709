#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Numbers as the library writes them.
enum LibraryNumber {
  /// 16 significant digits; −0 as 0.
  static func text(_ number: Double) -> [UInt8] {
    var bytes = [CChar](repeating: 0, count: 40)
    let count = withVaList([number + 0]) { vsnprintf(&bytes, bytes.count, "%.16G", $0) }
    return bytes.prefix(max(0, min(Int(count), bytes.count - 1))).map { UInt8(bitPattern: $0) }
  }
}
