/// Reads a zip file as far as a workbook needs: its list of members and their content, checked.
struct ZipReader {
  /// The file is no whole zip file.
  struct Fault: Error {
    let member: String
    let reason: String
  }

  /// One member as the list at the end of the file names it.
  struct Member {
    let name: String
    let method: Int
    let crc: UInt32
    let packedSize: Int
    let size: Int
    let offset: Int
  }

  let bytes: [UInt8]
  /// In the order of the list.
  let members: [Member]

  /// Reads the list of members; throws where the file is cut off.
  init(_ bytes: [UInt8]) throws(Fault) {
    self.bytes = bytes
    guard let end = ZipReader.endOfList(bytes) else {
      throw Fault(member: "zip", reason: "it has no list of members")
    }
    let count = ZipReader.word(bytes, end + 10)
    let size = ZipReader.double(bytes, end + 12)
    var at = ZipReader.double(bytes, end + 16)
    guard at + size == end else {
      throw Fault(member: "zip", reason: "the list of members is not where it should be")
    }
    var members: [Member] = []
    for _ in 0..<count {
      guard at + 46 <= end, ZipReader.double(bytes, at) == 0x0201_4B50 else {
        throw Fault(member: "zip", reason: "the list of members is cut off")
      }
      let nameLength = ZipReader.word(bytes, at + 28)
      let next = at + 46 + nameLength + ZipReader.word(bytes, at + 30) + ZipReader.word(bytes, at + 32)
      guard next <= end else { throw Fault(member: "zip", reason: "the list of members is cut off") }
      members.append(
        Member(
          name: String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self),
          method: ZipReader.word(bytes, at + 10), crc: UInt32(ZipReader.double(bytes, at + 16)),
          packedSize: ZipReader.double(bytes, at + 20), size: ZipReader.double(bytes, at + 24),
          offset: ZipReader.double(bytes, at + 42)))
      at = next
    }
    guard at == end else {
      throw Fault(member: "zip", reason: "the list of members does not end where it should")
    }
    self.members = members
  }

  /// Hands on a member's content in pieces and checks its size and checksum.
  func read(_ member: Member, _ output: (ArraySlice<UInt8>) -> Void) throws(Fault) {
    let at = member.offset
    guard at + 30 <= bytes.count, ZipReader.double(bytes, at) == 0x0403_4B50 else {
      throw Fault(member: member.name, reason: "its header is missing")
    }
    let start = at + 30 + ZipReader.word(bytes, at + 26) + ZipReader.word(bytes, at + 28)
    guard start + member.packedSize <= bytes.count else {
      throw Fault(member: member.name, reason: "its data end too early")
    }
    let range = start..<(start + member.packedSize)
    var crc = CRC32()
    var size = 0
    func check(_ piece: ArraySlice<UInt8>) {
      crc.add(piece)
      size += piece.count
      output(piece)
    }
    switch member.method {
    case 0: check(bytes[range])
    case 8:
      do { try Inflate.run(bytes, range, check) } catch {
        throw Fault(member: member.name, reason: error.reason)
      }
    default: throw Fault(member: member.name, reason: "it is packed by method \(member.method)")
    }
    guard size == member.size else {
      throw Fault(member: member.name, reason: "\(size) bytes instead of \(member.size)")
    }
    guard crc.value == member.crc else { throw Fault(member: member.name, reason: "its checksum is wrong") }
  }

  /// A member's whole content; nil where there is no such member.
  func content(of name: String) throws(Fault) -> [UInt8]? {
    guard let member = members.first(where: { $0.name == name }) else { return nil }
    var content: [UInt8] = []
    try read(member) { content.append(contentsOf: $0) }
    return content
  }

  /// Where the record behind the list stands: the last 22 bytes, no comment being written.
  private static func endOfList(_ bytes: [UInt8]) -> Int? {
    let at = bytes.count - 22
    guard at >= 0, double(bytes, at) == 0x0605_4B50, word(bytes, at + 20) == 0 else { return nil }
    return at
  }

  private static func word(_ bytes: [UInt8], _ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }
  private static func double(_ bytes: [UInt8], _ at: Int) -> Int {
    word(bytes, at) | word(bytes, at + 2) << 16
  }
}
