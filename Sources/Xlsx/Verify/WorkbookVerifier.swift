import Zip

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Reads a closed workbook back, since the library reports success even where a full disk cut a sheet off.
enum WorkbookVerifier {
  /// Checks that every member is whole, that its XML is closed, and that each sheet has its number of rows.
  ///
  /// `rows` counts the rows of each sheet that hold a cell or have a height, in the order of the sheets.
  static func verify(path: String, rows: [Int]) throws(WorkbookError) {
    do {
      try verify(ZipReader(path: path), rows: rows)
    } catch let fault as ZipReader.Fault {
      throw .damaged(path: path, member: fault.member, reason: fault.reason)
    } catch {
      throw .damaged(path: path, member: "zip", reason: "\(error)")
    }
  }

  private static func verify(_ zip: ZipReader, rows: [Int]) throws {
    var names: Set<String> = []
    var counted: [String: Int] = [:]
    for member in zip.members {
      names.insert(member.name)
      var scan = MarkupScan()
      try zip.read(member) { scan.add($0) }
      if member.name.hasSuffix(".xml") || member.name.hasSuffix(".rels") {
        guard scan.isClosed else {
          throw ZipReader.Fault(member: member.name, reason: "its XML is not closed")
        }
      }
      counted[member.name] = scan.rows
    }
    for name in ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml"]
    where !names.contains(name) {
      throw ZipReader.Fault(member: name, reason: "it is missing")
    }
    for (index, expected) in rows.enumerated() {
      let name = "xl/worksheets/sheet\(index + 1).xml"
      guard let found = counted[name] else { throw ZipReader.Fault(member: name, reason: "it is missing") }
      guard found == expected else {
        throw ZipReader.Fault(member: name, reason: "\(found) rows instead of \(expected)")
      }
    }
  }
}

/// Looks at XML in passing: the name of its first element, its end, and how many rows it holds.
///
/// Text and attributes hold neither `<` nor `>`, since those are escaped, so that tags can be told by bytes.
struct MarkupScan {
  private(set) var rows = 0
  private var root: [UInt8] = []
  /// The last whole tag, without its brackets.
  private var lastTag: [UInt8] = []
  /// What has been seen of a tag that goes on in the next piece.
  private var begun: [UInt8] = []
  private var inTag = false
  /// Whether text other than white space follows the last tag.
  private var textFollows = false

  private static let space: [UInt8] = [0x20, 0x0A, 0x0D, 0x09]

  /// Whether the last tag closes the first element.
  var isClosed: Bool {
    guard !root.isEmpty, !inTag, !textFollows else { return false }
    let name = MarkupScan.name(lastTag[...])
    return lastTag.last == UInt8(ascii: "/")
      ? name.elementsEqual(root) : name.first == UInt8(ascii: "/") && name.dropFirst().elementsEqual(root)
  }

  mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { add($0) } }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var at = 0
    var last: Range<Int>?
    while at < bytes.count {
      if inTag {
        guard let end = MarkupScan.find(UInt8(ascii: ">"), in: bytes, from: at) else {
          begun.append(contentsOf: bytes[at...])
          break
        }
        if begun.isEmpty, !root.isEmpty {
          if MarkupScan.isRow(bytes[at..<end]) { rows += 1 }
          last = at..<end
        } else {
          begun.append(contentsOf: bytes[at..<end])
          finish(begun)
          last = nil
          begun.removeAll(keepingCapacity: true)
        }
        inTag = false
        textFollows = false
        at = end + 1
      } else {
        let start = MarkupScan.find(UInt8(ascii: "<"), in: bytes, from: at)
        if start != at, !textFollows {
          textFollows = bytes[at..<(start ?? bytes.count)].contains { !MarkupScan.space.contains($0) }
        }
        guard let start else { break }
        inTag = true
        at = start + 1
      }
    }
    if let last { lastTag = Array(bytes[last]) }
  }

  private mutating func finish(_ tag: [UInt8]) {
    lastTag = tag
    guard let first = tag.first, first != UInt8(ascii: "?") else { return }
    if root.isEmpty { root = Array(MarkupScan.name(tag[...])) }
    if tag.withUnsafeBufferPointer({ MarkupScan.isRow($0[...]) }) { rows += 1 }
  }

  /// The part of a tag before white space or a closing slash.
  private static func name(_ tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = tag.dropFirst().firstIndex { $0 == UInt8(ascii: "/") || space.contains($0) }
    return tag[..<(end ?? tag.endIndex)]
  }

  private static func isRow(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let at = tag.startIndex
    guard tag.count >= 3, tag[at] == UInt8(ascii: "r"), tag[at + 1] == UInt8(ascii: "o"),
      tag[at + 2] == UInt8(ascii: "w")
    else { return false }
    return tag.count == 3 || tag[at + 3] == UInt8(ascii: "/") || space.contains(tag[at + 3])
  }

  private static func find(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from: Int
  ) -> Int? {
    guard let start = bytes.baseAddress, from < bytes.count,
      let found = memchr(start + from, Int32(byte), bytes.count - from)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }
}
