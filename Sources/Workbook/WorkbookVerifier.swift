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
    let bytes = try read(path)
    do {
      try verify(ZipReader(bytes), rows: rows)
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

  private static func read(_ path: String) throws(WorkbookError) -> [UInt8] {
    guard let file = fopen(path, "rb") else {
      throw .damaged(path: path, member: "zip", reason: "the file cannot be opened")
    }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    guard size >= 0 else { throw .damaged(path: path, member: "zip", reason: "the file has no size") }
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      count = fread(buffer.baseAddress, 1, size, file)
      initialized = count
    }
    guard count == size else { throw .damaged(path: path, member: "zip", reason: "the file cannot be read") }
    return bytes
  }
}

/// Looks at XML in passing: the name of its first element, its end, and how many rows it holds.
///
/// Text and attributes hold no `<`, since that is escaped, so that tags can be counted as bytes.
struct MarkupScan {
  private(set) var rows = 0
  private var root: [UInt8] = []
  private var rootFound = false
  private var tag: [UInt8] = []
  private var inTag = false
  private var lastTag: [UInt8] = []
  private var selfClosed = false
  private var previous: UInt8 = 0
  private var depthEnds = false

  /// Whether the last tag closes the first element.
  var isClosed: Bool {
    guard rootFound, depthEnds else { return false }
    return selfClosed ? lastTag == root : lastTag == [UInt8(ascii: "/")] + root
  }

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"):
        inTag = true
        depthEnds = false
        tag.removeAll(keepingCapacity: true)
      case UInt8(ascii: ">"):
        finishTag()
      case 0x20, 0x0A, 0x0D, 0x09:
        if inTag { inTag = false }
      default:
        if inTag, tag.count < 64 { tag.append(byte) }
        if depthEnds { depthEnds = false }
      }
      previous = byte
    }
  }

  private mutating func finishTag() {
    inTag = false
    depthEnds = true
    selfClosed = previous == UInt8(ascii: "/")
    if selfClosed, tag.last == UInt8(ascii: "/") { tag.removeLast() }
    guard let first = tag.first, first != UInt8(ascii: "?") else { return }
    if !rootFound {
      root = tag
      rootFound = true
    }
    if tag.elementsEqual("row".utf8) { rows += 1 }
    swap(&lastTag, &tag)
  }
}
