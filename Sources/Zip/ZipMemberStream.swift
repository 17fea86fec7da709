/// A member's content, unpacked as far as it is asked for; size and checksum are checked on the way.
package final class ZipMemberStream {
  private static let packedPiece = 1 << 16

  private let zip: ZipReader
  private let member: ZipReader.Member
  private let inflater: Inflater?
  private var at: Int
  private let end: Int
  private var crc = CRC32()
  private var size = 0
  /// Packed bytes that have been read.
  package private(set) var packedRead = 0

  /// Begins to read a member.
  package init(_ zip: ZipReader, _ member: ZipReader.Member) throws(ZipReader.Fault) {
    self.zip = zip
    self.member = member
    end = try zip.range(of: member).upperBound
    at = end - member.packedSize
    guard !member.isEncrypted else {
      throw ZipReader.Fault(member: member.name, reason: "it is protected by a password")
    }
    switch member.method {
    case 0: inflater = nil
    case 8:
      do { inflater = try Inflater() } catch {
        throw ZipReader.Fault(member: member.name, reason: error.reason)
      }
    default: throw ZipReader.Fault(member: member.name, reason: "it is packed by method \(member.method)")
    }
  }

  /// Fills a buffer as far as the content reaches and returns the number of bytes, 0 at its end.
  package func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ZipReader.Fault) -> Int {
    let count: Int
    if let inflater { count = try unpack(inflater, buffer) } else { count = try copy(buffer) }
    crc.add(UnsafeBufferPointer(rebasing: buffer[..<count]))
    size += count
    // A content that is longer than the list says may have no end.
    guard size <= member.size, count > 0 || size == member.size else {
      let found = size > member.size ? "more" : "\(size)"
      throw ZipReader.Fault(member: member.name, reason: "\(found) bytes instead of \(member.size)")
    }
    guard count > 0 || crc.value == member.crc else {
      throw ZipReader.Fault(member: member.name, reason: "its checksum is wrong")
    }
    return count
  }

  private func unpack(
    _ inflater: Inflater, _ buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(ZipReader.Fault) -> Int {
    do {
      return try inflater.read(into: buffer) { () throws(ZipReader.Fault) in try nextPiece() }
    } catch let fault as ZipReader.Fault {
      throw fault
    } catch {
      throw ZipReader.Fault(member: member.name, reason: (error as? Inflater.Fault)?.reason ?? "\(error)")
    }
  }

  private func copy(_ buffer: UnsafeMutableBufferPointer<UInt8>) throws(ZipReader.Fault) -> Int {
    guard let piece = try nextPiece(atMost: buffer.count) else { return 0 }
    return piece.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      buffer.baseAddress?.update(from: base, count: bytes.count)
      return bytes.count
    }
  }

  private func nextPiece(atMost limit: Int = packedPiece) throws(ZipReader.Fault) -> ArraySlice<UInt8>? {
    guard at < end else { return nil }
    let piece = try zip.bytes(at..<min(end, at + min(limit, ZipMemberStream.packedPiece)))
    at += piece.count
    packedRead += piece.count
    return piece
  }
}
