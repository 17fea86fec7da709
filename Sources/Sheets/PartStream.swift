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
  private let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: pieceSize)
  private(set) var isAtEnd = false

  /// Begins to read a part.
  ///
  /// - Parameter limit: how many bytes it may unpack to.
  init(_ zip: ZipReader, _ member: ZipReader.Member, limit: Int, reader: any XMLReader) throws(SheetFault) {
    guard member.size <= limit else { throw .tooLarge(member.name, limit) }
    self.member = member
    do throws(ZipReader.Fault) { stream = try ZipMemberStream(zip, member) } catch { throw .damaged(error) }
    do throws(XMLStream.Fault) { xml = try XMLStream(reader) } catch {
      throw .damaged(member.name, error.reason)
    }
  }

  deinit { buffer.deallocate() }

  /// Packed bytes that have been read.
  var packedRead: Int { stream.packedRead }

  /// Reads on until the reader has asked for a rest or a piece is read; false where the part has ended.
  func advance() throws(SheetFault) -> Bool {
    if isAtEnd { return false }
    do throws(XMLStream.Fault) {
      if try xml.resume() { return true }
      let count: Int
      do throws(ZipReader.Fault) { count = try stream.read(into: buffer) } catch {
        return try failed(.damaged(error))
      }
      if count > 0 {
        try xml.add(UnsafeBufferPointer(rebasing: buffer[..<count]))
      } else {
        isAtEnd = true
        try xml.finish()
      }
      return true
    } catch {
      throw pending ?? .damaged(member.name, error.reason)
    }
  }

  private var pending: SheetFault?

  /// Carries an error of the zip file past the XML reader's.
  private func failed(_ fault: SheetFault) throws(XMLStream.Fault) -> Bool {
    pending = fault
    throw XMLStream.Fault(reason: "")
  }

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
