/// Puts a zip file together in memory, the same bytes for the same members on every run.
///
/// All members carry the same date, 1 January 1980, which is the first that the format knows. What does not fit
/// into 32 bits is refused.
package struct ZipWriter {
  /// Why a member cannot be added.
  package struct Fault: Error {
    /// The member's name.
    package let member: String
    /// What is wrong with it.
    package let reason: String
  }

  /// How a member's content is kept.
  package enum Method: Int, Sendable {
    /// As it is.
    case stored = 0
    /// Packed by zlib.
    case deflated = 8
  }

  private var bytes: [UInt8] = []
  private var list: [UInt8] = []
  private var names: Set<String> = []

  /// Begins an empty file.
  package init() {}

  /// Appends a member.
  ///
  /// - Parameter name: in ASCII, at most once; `/` stands between folders.
  package mutating func add(
    _ name: String, _ content: [UInt8], _ method: Method = .deflated
  ) throws(Fault) {
    guard !name.isEmpty, name.utf8.count < 0xFFFF, name.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
      throw Fault(member: name, reason: "its name is not in ASCII")
    }
    guard names.insert(name).inserted, names.count < 0xFFFF else {
      throw Fault(member: name, reason: "its name is taken")
    }
    // Half of what 32 bits hold leaves room for the list and for content that packing makes longer.
    guard bytes.count + content.count < 0x7FFF_FFFF else {
      throw Fault(member: name, reason: "it is too long")
    }
    var packed = content
    if method == .deflated {
      guard let deflated = Deflated.pack(content) else {
        throw Fault(member: name, reason: "zlib cannot pack it")
      }
      packed = deflated
    }
    var crc = CRC32()
    content.withUnsafeBufferPointer { crc.add($0) }
    let offset = bytes.count
    var common: [UInt8] = []
    // Version 2.0, no flags, the method, midnight of 1 January 1980.
    for word in [20, 0, method.rawValue, 0, 0x0021] { common.appendWord(word) }
    common.appendDouble(Int(crc.value))
    common.appendDouble(packed.count)
    common.appendDouble(content.count)
    common.appendWord(name.utf8.count)
    common.appendWord(0)
    bytes.appendDouble(0x0403_4B50)
    bytes += common
    bytes += name.utf8
    bytes += packed
    list.appendDouble(0x0201_4B50)
    list.appendWord(20)
    list += common
    // No comment, the first disk, no attributes.
    for word in [0, 0, 0, 0, 0] { list.appendWord(word) }
    list.appendDouble(offset)
    list += name.utf8
  }

  /// The whole file.
  package consuming func finish() -> [UInt8] {
    let start = bytes.count
    bytes += list
    bytes.appendDouble(0x0605_4B50)
    for word in [0, 0, names.count, names.count] { bytes.appendWord(word) }
    bytes.appendDouble(list.count)
    bytes.appendDouble(start)
    bytes.appendWord(0)
    return bytes
  }
}

extension [UInt8] {
  /// Two bytes, the low one first.
  fileprivate mutating func appendWord(_ value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  /// Four bytes.
  fileprivate mutating func appendDouble(_ value: Int) {
    appendWord(value)
    appendWord(value >> 16)
  }
}
