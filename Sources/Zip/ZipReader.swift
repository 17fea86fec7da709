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
    package fileprivate(set) var packedSize: Int
    package fileprivate(set) var size: Int
    package fileprivate(set) var offset: Int
    /// Whether a password is needed to read it.
    package let isEncrypted: Bool
    /// Its record in the list, as it stands there.
    package let record: [UInt8]
  }

  /// Whose file it is.
  package enum Form {
    /// As libxlsxwriter writes them: nothing stands before, between or after the parts.
    case own
    /// By any program: with a comment at the end, bytes before the beginning, 64-bit sizes.
    case foreign
  }

  private let source: ZipSource
  /// What has to be added to every offset, where something stands before the beginning.
  private let shift: Int
  /// In the order of the list.
  package let members: [Member]

  /// Reads the list of members from bytes; throws where they are cut off.
  package init(_ bytes: [UInt8], form: Form = .own) throws(Fault) {
    try self.init(.bytes(bytes), form)
  }

  /// Reads the list of members from a file; throws where it is cut off.
  package init(path: String, form: Form = .own) throws(Fault) {
    try self.init(.file(try ZipFile(path)), form)
  }

  private init(_ source: ZipSource, _ form: Form) throws(Fault) {
    self.source = source
    let place = try ZipListPlace(source, form)
    shift = place.shift
    let size = place.size
    let list = try source.read(place.start, size)
    var at = 0
    var members: [Member] = []
    for _ in 0..<place.count {
      guard at + 46 <= size, list.zipDouble(at) == 0x0201_4B50 else {
        throw Fault(member: "zip", reason: "the list of members is cut off")
      }
      let nameEnd = at + 46 + list.zipWord(at + 28)
      let extraEnd = nameEnd + list.zipWord(at + 30)
      let next = extraEnd + list.zipWord(at + 32)
      guard next <= size else { throw Fault(member: "zip", reason: "the list of members is cut off") }
      let base = list.startIndex
      var member = Member(
        name: String(decoding: list[(base + at + 46)..<(base + nameEnd)], as: UTF8.self),
        method: list.zipWord(at + 10), crc: UInt32(list.zipDouble(at + 16)),
        packedSize: list.zipDouble(at + 20), size: list.zipDouble(at + 24), offset: list.zipDouble(at + 42),
        isEncrypted: list.zipWord(at + 8) & 1 != 0, record: Array(list[(base + at)..<(base + next)]))
      if form == .foreign { member.widen(list[(base + nameEnd)..<(base + extraEnd)]) }
      members.append(member)
      at = next
    }
    guard at == size || form == .foreign else {
      throw Fault(member: "zip", reason: "the list of members does not end where it should")
    }
    self.members = members
  }

  /// Hands on a member's content in pieces and checks its size and checksum.
  package func read(_ member: Member, _ output: (UnsafeBufferPointer<UInt8>) -> Void) throws(Fault) {
    let stream = try ZipMemberStream(self, member)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 131_072)
    defer { buffer.deallocate() }
    while true {
      let count = try stream.read(into: buffer)
      if count == 0 { return }
      output(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// Where a member stands with its header.
  package func range(of member: Member) throws(Fault) -> Range<Int> {
    let start = member.offset + shift
    let head = try source.read(start, 30)
    guard head.zipDouble(0) == 0x0403_4B50 else {
      throw Fault(member: member.name, reason: "its header is missing")
    }
    let (behindNames, overflow) = (start + 30 + head.zipWord(26) + head.zipWord(28))
      .addingReportingOverflow(member.packedSize)
    guard !overflow, member.packedSize >= 0, behindNames <= source.count else {
      throw Fault(member: member.name, reason: "its data end too early")
    }
    return start..<behindNames
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
}

extension ZipReader.Member {
  /// Takes over sizes and offset from the field for 64-bit ones, as far as the record says that they stand there.
  fileprivate mutating func widen(_ extra: ArraySlice<UInt8>) {
    var at = 0
    while at + 4 <= extra.count {
      let length = extra.zipWord(at + 2)
      guard at + 4 + length <= extra.count else { return }
      if extra.zipWord(at) == 1 {
        var field = at + 4
        func next(_ value: inout Int) {
          guard value == 0xFFFF_FFFF, field + 8 <= at + 4 + length else { return }
          value = extra.zipQuad(field)
          field += 8
        }
        next(&size)
        next(&packedSize)
        next(&offset)
        return
      }
      at += 4 + length
    }
  }
}

/// Where a zip file's bytes come from.
enum ZipSource {
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
    guard at >= 0, count >= 0, count <= self.count - at else {
      throw ZipReader.Fault(member: "zip", reason: "it is cut off")
    }
    switch self {
    case .bytes(let bytes): return bytes[at..<(at + count)]
    case .file(let file): return try file.read(at, count)[...]
    }
  }
}

/// A file that is read in pieces, whatever its size.
final class ZipFile {
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
