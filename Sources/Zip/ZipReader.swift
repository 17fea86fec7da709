import Platform

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Reads a zip file as far as a workbook needs: its list of members and their content, checked.
package struct ZipReader {
  /// The file is no whole zip file.
  package struct Fault: Error {
    package let member: String
    package let reason: String

    package init(member: String, reason: String) {
      self.member = member
      self.reason = reason
    }
  }

  /// One member as the list at the end of the file names it.
  package struct Member {
    package let name: String
    package let method: Int
    package let crc: UInt32
    package let packedSize: Int
    package let size: Int
    package let offset: Int
    /// Its record in the list, as it stands there.
    package let record: [UInt8]
  }

  private let source: ZipSource
  /// In the order of the list.
  package let members: [Member]

  /// Reads the list of members from bytes; throws where they are cut off.
  package init(_ bytes: [UInt8]) throws(Fault) { try self.init(.bytes(bytes)) }

  /// Reads the list of members from a file; throws where it is cut off.
  package init(path: String) throws(Fault) { try self.init(.file(try ZipFile(path))) }

  private init(_ source: ZipSource) throws(Fault) {
    self.source = source
    let total = source.count
    let end = total - 22
    let tail = try source.read(max(0, end), 22)
    // The record behind the list is the last 22 bytes, no comment being written.
    guard end >= 0, ZipReader.double(tail, 0) == 0x0605_4B50, ZipReader.word(tail, 20) == 0 else {
      throw Fault(member: "zip", reason: "it has no list of members")
    }
    let count = ZipReader.word(tail, 10)
    let size = ZipReader.double(tail, 12)
    let start = ZipReader.double(tail, 16)
    guard start + size == end else {
      throw Fault(member: "zip", reason: "the list of members is not where it should be")
    }
    let list = Array(try source.read(start, size))[...]
    var at = 0
    var members: [Member] = []
    for _ in 0..<count {
      guard at + 46 <= size, ZipReader.double(list, at) == 0x0201_4B50 else {
        throw Fault(member: "zip", reason: "the list of members is cut off")
      }
      let nameLength = ZipReader.word(list, at + 28)
      let next = at + 46 + nameLength + ZipReader.word(list, at + 30) + ZipReader.word(list, at + 32)
      guard next <= size else { throw Fault(member: "zip", reason: "the list of members is cut off") }
      members.append(
        Member(
          name: String(decoding: list[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self),
          method: ZipReader.word(list, at + 10), crc: UInt32(ZipReader.double(list, at + 16)),
          packedSize: ZipReader.double(list, at + 20), size: ZipReader.double(list, at + 24),
          offset: ZipReader.double(list, at + 42), record: Array(list[at..<next])))
      at = next
    }
    guard at == size else {
      throw Fault(member: "zip", reason: "the list of members does not end where it should")
    }
    self.members = members
  }

  /// Hands on a member's content in pieces and checks its size and checksum.
  package func read(_ member: Member, _ output: (UnsafeBufferPointer<UInt8>) -> Void) throws(Fault) {
    let end = try range(of: member).upperBound
    var at = end - member.packedSize
    var crc = CRC32()
    var size = 0
    func check(_ piece: UnsafeBufferPointer<UInt8>) {
      crc.add(piece)
      size += piece.count
      output(piece)
    }
    func next() throws(Fault) -> ArraySlice<UInt8>? {
      guard at < end else { return nil }
      let piece = try source.read(at, min(1 << 16, end - at))
      at += piece.count
      return piece
    }
    switch member.method {
    case 0: while let piece = try next() { piece.withUnsafeBufferPointer(check) }
    case 8:
      do { try Inflate.run(next, check) } catch let fault as Fault {
        throw fault
      } catch {
        throw Fault(member: member.name, reason: (error as? Inflate.Fault)?.reason ?? "\(error)")
      }
    default: throw Fault(member: member.name, reason: "it is packed by method \(member.method)")
    }
    guard size == member.size else {
      throw Fault(member: member.name, reason: "\(size) bytes instead of \(member.size)")
    }
    guard crc.value == member.crc else { throw Fault(member: member.name, reason: "its checksum is wrong") }
  }

  /// Where a member stands with its header.
  package func range(of member: Member) throws(Fault) -> Range<Int> {
    let head = try source.read(member.offset, 30)
    guard ZipReader.double(head, 0) == 0x0403_4B50 else {
      throw Fault(member: member.name, reason: "its header is missing")
    }
    let end =
      member.offset + 30 + ZipReader.word(head, 26) + ZipReader.word(head, 28) + member.packedSize
    guard end <= source.count else { throw Fault(member: member.name, reason: "its data end too early") }
    return member.offset..<end
  }

  /// The file's bytes as they are.
  package func bytes(_ range: Range<Int>) throws(Fault) -> ArraySlice<UInt8> {
    try source.read(range.lowerBound, range.count)
  }

  /// A member's whole content; nil where there is no such member.
  package func content(of name: String) throws(Fault) -> [UInt8]? {
    guard let member = members.first(where: { $0.name == name }) else { return nil }
    var content: [UInt8] = []
    try read(member) { content.append(contentsOf: $0) }
    return content
  }

  private static func word(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int {
    let at = bytes.startIndex + at
    return Int(bytes[at]) | Int(bytes[at + 1]) << 8
  }
  private static func double(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int {
    word(bytes, at) | word(bytes, at + 2) << 16
  }
}

/// Where a zip file's bytes come from.
private enum ZipSource {
  case bytes([UInt8])
  case file(ZipFile)

  var count: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .file(let file): file.count
    }
  }

  /// The bytes of a range that has to be there.
  func read(_ at: Int, _ count: Int) throws(ZipReader.Fault) -> ArraySlice<UInt8> {
    guard at >= 0, count >= 0, at + count <= self.count else {
      throw ZipReader.Fault(member: "zip", reason: "it is cut off")
    }
    switch self {
    case .bytes(let bytes): return bytes[at..<(at + count)]
    case .file(let file): return try file.read(at, count)[...]
    }
  }
}

/// A file that is read in pieces, whatever its size.
private final class ZipFile {
  private let descriptor: Int32
  let count: Int

  init(_ path: String) throws(ZipReader.Fault) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ZipReader.Fault(member: "zip", reason: "the file cannot be opened")
    }
    count = Int(lseek(descriptor, 0, SEEK_END))
  }

  deinit { close(descriptor) }

  func read(_ at: Int, _ count: Int) throws(ZipReader.Fault) -> [UInt8] {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      let wanted = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count])
      initialized = WholeBytes.read(descriptor, into: wanted, at: at) ? count : 0
    }
    guard bytes.count == count else {
      throw ZipReader.Fault(member: "zip", reason: "the file cannot be read")
    }
    return bytes
  }
}
