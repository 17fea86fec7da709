import CZlib

/// Decompresses a DEFLATE stream (RFC 1951) piece by piece, with the zlib that libxlsxwriter packs with.
///
/// The output is handed on in pieces, so that a sheet of any size takes the same memory.
package enum Inflate {
  /// The stream is damaged or cut off.
  package struct Fault: Error { package let reason: String }

  private static let piece = 131_072

  /// Decompresses what `next` gives until the stream's last block.
  ///
  /// - Parameter next: The next bytes; nil where there are no more.
  package static func run(
    _ next: () throws -> ArraySlice<UInt8>?, _ output: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    var stream = z_stream()
    // Negative: the stream has neither header nor checksum of its own.
    let begun = inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard begun == Z_OK else { throw Fault(reason: "zlib cannot begin (\(begun))") }
    defer { inflateEnd(&stream) }
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: piece)
    defer { buffer.deallocate() }
    var state = Z_OK
    while state != Z_STREAM_END {
      guard var input = try next(), !input.isEmpty else { throw Fault(reason: "the data end too early") }
      try input.withUnsafeMutableBufferPointer { bytes in
        stream.next_in = bytes.baseAddress
        stream.avail_in = uInt(bytes.count)
        repeat {
          stream.next_out = buffer.baseAddress
          stream.avail_out = uInt(buffer.count)
          state = inflate(&stream, Z_NO_FLUSH)
          guard state == Z_OK || state == Z_STREAM_END || state == Z_BUF_ERROR else {
            throw Fault(reason: stream.msg.map { String(cString: $0) } ?? "zlib stopped (\(state))")
          }
          output(UnsafeBufferPointer(rebasing: buffer[..<(buffer.count - Int(stream.avail_out))]))
        } while state != Z_STREAM_END && stream.avail_out == 0
      }
    }
  }
}
