import CZlib

/// Decompresses a DEFLATE stream (RFC 1951) piece by piece, with the zlib that libxlsxwriter packs with.
///
/// What is not asked for is not unpacked, so that a member of any size takes the same memory.
package final class Inflater {
  /// The stream is damaged or cut off.
  package struct Fault: Error { package let reason: String }

  /// zlib remembers where its state stands, so it may not be moved.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: ArraySlice<UInt8> = []
  /// Whether the stream's last block has been unpacked.
  package private(set) var isAtEnd = false

  /// Begins a stream that has neither header nor checksum of its own.
  package init() throws(Fault) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let begun = inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard begun == Z_OK else {
      stream.deallocate()
      throw Fault(reason: "zlib cannot begin (\(begun))")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Fills a buffer as far as the stream reaches and returns the number of bytes, 0 at its end.
  ///
  /// - Parameter next: The next packed bytes; nil where there are no more.
  package func read<Failure: Error>(
    into buffer: UnsafeMutableBufferPointer<UInt8>, _ next: () throws(Failure) -> ArraySlice<UInt8>?
  ) throws -> Int {
    var filled = 0
    while filled < buffer.count, !isAtEnd {
      if input.isEmpty {
        guard let more = try next(), !more.isEmpty else { throw Fault(reason: "the data end too early") }
        input = more
      }
      let room = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
      let (used, made) = try step(into: room)
      input.removeFirst(used)
      filled += made
    }
    return filled
  }

  private func step(into room: UnsafeMutableBufferPointer<UInt8>) throws(Fault) -> (used: Int, made: Int) {
    let (state, used, made) = input.withUnsafeBufferPointer { bytes -> (Int32, Int, Int) in
      // zlib does not write to its input.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.pointee.avail_in = uInt(bytes.count)
      stream.pointee.next_out = room.baseAddress
      stream.pointee.avail_out = uInt(room.count)
      let state = inflate(stream, Z_NO_FLUSH)
      return (state, bytes.count - Int(stream.pointee.avail_in), room.count - Int(stream.pointee.avail_out))
    }
    guard state == Z_OK || state == Z_STREAM_END || (state == Z_BUF_ERROR && used + made > 0) else {
      throw Fault(reason: stream.pointee.msg.map { String(cString: $0) } ?? "zlib stopped (\(state))")
    }
    isAtEnd = state == Z_STREAM_END
    return (used, made)
  }
}
