import CZlib

/// A content as one DEFLATE stream (RFC 1951), the same bytes for the same content on every run.
enum Deflated {
  /// Level 9: the documents are small, and are passed on by mail.
  private static let level: Int32 = 9

  /// The packed content; nil where zlib cannot pack it.
  static func pack(_ content: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    // Negative window bits: the stream has neither header nor checksum of its own.
    let begun = deflateInit2_(
      &stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard begun == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, uLong(content.count)))
    var code = Z_STREAM_END
    let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      content.withUnsafeBufferPointer { bytes in
        // zlib does not write to its input.
        stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        stream.avail_in = uInt(bytes.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = uInt(room)
        code = deflate(&stream, Z_FINISH)
        stream.next_in = nil
      }
      count = room - Int(stream.avail_out)
    }
    return code == Z_STREAM_END ? packed : nil
  }
}
