import CZlib
import Zip

/// Compresses pieces of one DEFLATE stream (RFC 1951) that know nothing of each other, with the zlib that
/// libxlsxwriter packs with.
///
/// A piece ends on a whole byte and refers to nothing before it, so that pieces made by several threads follow
/// one another in any file; only the very last piece of a stream says that it is the last.
final class Deflate {
  private let stream: UnsafeMutablePointer<z_stream>
  /// Packs rows into hardly more bytes than level 6, in two thirds of its time.
  private static let level: Int32 = 5

  /// - Throws: `WorkbookError` where there is no memory.
  init() throws(WorkbookError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Negative window bits: the stream has neither header nor checksum of its own.
    let code = deflateInit2_(
      stream, Deflate.level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else {
      throw .library(call: "deflateInit2", code: UInt32(bitPattern: code), message: "no memory")
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Compresses a piece.
  func pack(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws(WorkbookError) -> DeflatedPiece {
    let result = bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(WorkbookError) in try pack(bytes, isLast: isLast) }
    }
    return try result.get()
  }

  private func pack(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool
  ) throws(WorkbookError) -> DeflatedPiece {
    deflateReset(stream)
    // The bound is that of a whole stream; a flush takes five bytes more.
    let room = Int(deflateBound(stream, uLong(bytes.count))) + 16
    var code = Z_OK
    let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.pointee.avail_in = uInt(bytes.count)
      stream.pointee.next_out = buffer.baseAddress
      stream.pointee.avail_out = uInt(room)
      code = deflate(stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
      count = room - Int(stream.pointee.avail_out)
    }
    guard stream.pointee.avail_in == 0, code == (isLast ? Z_STREAM_END : Z_OK) else {
      throw .library(call: "deflate", code: UInt32(bitPattern: code), message: "a piece was not taken whole")
    }
    var crc = CRC32()
    crc.add(bytes)
    return DeflatedPiece(bytes: packed, crc: crc, size: bytes.count)
  }
}

/// A compressed piece with what its archive has to know of it.
struct DeflatedPiece: Sendable {
  let bytes: [UInt8]
  /// The checksum of what was compressed.
  let crc: CRC32
  /// How many bytes were compressed.
  let size: Int
}
