import Model
import XML
import Zip

/// One part of a workbook on its way through the XML reader.
final class PartStream {
  /// How much is unpacked at a time.
  static let pieceSize = 1 << 16

  private let member: ZipReader.Member
  private let stream: ZipMemberStream
  private let xml: XMLStream
  /// Nil where all goes through expat.
  private let plain: PlainXMLFeed?
  /// What was unpacked, of which the bytes in `unread` have not been read.
  private let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * pieceSize)
  private var unread = 0..<0
  private var isUnpacked = false
  private(set) var isAtEnd = false

  /// Begins to read a part.
  ///
  /// - Parameter limit: how many bytes it may unpack to.
  init(_ zip: ZipReader, _ member: ZipReader.Member, limit: Int, reader: any XMLReader) throws(SheetFault) {
    guard member.size <= limit else { throw .tooLarge(member.name, limit) }
    self.member = member
    do throws(ZipReader.Fault) { stream = try ZipMemberStream(zip, member) } catch { throw .damaged(error) }
    let xml: XMLStream
    do throws(XMLStream.Fault) { xml = try XMLStream(reader) } catch {
      throw .damaged(member.name, error.reason)
    }
    self.xml = xml
    plain = (reader as? any PlainXMLReader).map { PlainXMLFeed(xml, $0) }
  }

  deinit { buffer.deallocate() }

  /// Packed bytes that have been read.
  var packedRead: Int { stream.packedRead }

  /// Reads on until the reader has asked for a rest or a piece is read; false where the part has ended.
  func advance() throws(SheetFault) -> Bool {
    if isAtEnd { return false }
    do throws(XMLStream.Fault) {
      if try xml.resume() { return true }
      if try read(isLast: isUnpacked || unread.count >= PartStream.pieceSize) > 0 { return true }
      if isUnpacked {
        isAtEnd = true
        try xml.finish()
      } else {
        try unpack()
      }
      return true
    } catch {
      throw pending ?? .damaged(member.name, error.reason)
    }
  }

  /// Reads on in what is unpacked; 0 where that takes more bytes.
  private func read(isLast: Bool) throws(XMLStream.Fault) -> Int {
    let bytes = UnsafeBufferPointer(rebasing: buffer[unread])
    guard let plain else {
      try xml.add(bytes)
      unread = unread.upperBound..<unread.upperBound
      return bytes.count
    }
    let taken = bytes.isEmpty ? 0 : try plain.add(bytes, isLast: isLast)
    unread = (unread.lowerBound + taken)..<unread.upperBound
    return taken
  }

  /// Unpacks the next piece behind what has not been read.
  private func unpack() throws(XMLStream.Fault) {
    let rest = unread.count
    if let base = buffer.baseAddress { base.update(from: base + unread.lowerBound, count: rest) }
    unread = 0..<rest
    do throws(ZipReader.Fault) {
      let piece = UnsafeMutableBufferPointer(rebasing: buffer[rest..<(rest + PartStream.pieceSize)])
      let count = try stream.read(into: piece)
      unread = 0..<(rest + count)
      isUnpacked = count == 0
    } catch {
      pending = .damaged(error)
      throw XMLStream.Fault(reason: "")
    }
  }

  /// An error of the zip file, on its way past the XML reader's.
  private var pending: SheetFault?

  /// Asks for a rest: `advance` returns when the element at hand has been handed out.
  func rest() { xml.rest() }

  /// Reads a part from its beginning to its end.
  static func read(
    _ zip: ZipReader, _ member: ZipReader.Member, limit: Int, _ reader: any XMLReader
  ) throws(SheetFault) {
    let part = try PartStream(zip, member, limit: limit, reader: reader)
    while try part.advance() {}
  }
}
