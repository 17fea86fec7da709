import CXlsxWriter
import Zip

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Puts packed rows into a workbook that the library has made without them.
///
/// The library's file moves aside and is copied member by member as it is packed. In the sheets concerned the
/// placeholder row is replaced by the compressed pieces: what stands before and after it is compressed again as the
/// stream's first and last piece.
struct RowSplice {
  /// The workbook; whole but for the rows, and whole with them afterwards.
  let path: String
  /// The rows by the sheet's member.
  let rows: [String: WorkbookCore.Packed]

  private static let limit = Int(UInt32.max)

  /// Rewrites the file.
  func write() throws(WorkbookError) {
    let aside = path + ".rows"
    guard rename(path, aside) == 0 else { throw fault("workbook", "it cannot be renamed") }
    defer { unlink(aside) }
    let zip = try read { () throws(ZipReader.Fault) in try ZipReader(path: aside) }
    let file = try SpliceFile(path: path)
    var list: [UInt8] = []
    for member in zip.members {
      var record = member.record
      put(UInt32(file.count), into: &record, at: 42)
      if let packed = rows[member.name] {
        try write(member, packed, zip, to: file, &record)
      } else {
        try copy(member, zip, to: file)
      }
      guard file.count <= RowSplice.limit else {
        throw .damaged(path: path, member: member.name, reason: "the workbook would be larger than 4 GB")
      }
      list += record
    }
    let start = file.count
    try file.write(list)
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    for _ in 0..<2 { end += [UInt8(zip.members.count & 0xFF), UInt8(zip.members.count >> 8)] }
    end += [UInt8](repeating: 0, count: 10)
    put(UInt32(list.count), into: &end, at: 12)
    put(UInt32(start), into: &end, at: 16)
    try file.write(end)
    try file.finish()
  }

  private func copy(_ member: ZipReader.Member, _ zip: ZipReader, to file: SpliceFile) throws(WorkbookError) {
    let range = try read { () throws(ZipReader.Fault) in try zip.range(of: member) }
    for start in stride(from: range.lowerBound, to: range.upperBound, by: 1 << 16) {
      let end = min(start + 1 << 16, range.upperBound)
      try file.write(try read { () throws(ZipReader.Fault) in try zip.bytes(start..<end) })
    }
  }

  private func write(
    _ member: ZipReader.Member, _ packed: WorkbookCore.Packed, _ zip: ZipReader, to file: SpliceFile,
    _ record: inout [UInt8]
  ) throws(WorkbookError) {
    let sheet = try read { () throws(ZipReader.Fault) in try zip.content(of: member.name) } ?? []
    guard let gap = RowSplice.row(packed.range.upperBound, in: sheet) else {
      throw .damaged(path: path, member: member.name, reason: "the place of its rows is missing")
    }
    let deflate = try Deflate()
    let before = try deflate.pack(sheet[..<gap.lowerBound], isLast: false)
    let after = try deflate.pack(sheet[gap.upperBound...], isLast: true)
    let places = try packed.rows.pieces().places
    var crc = before.crc
    var (size, packedSize) = (before.size, before.bytes.count)
    for place in places {
      crc.add(place.crc, size: place.size)
      size += place.size
      packedSize += place.packedSize
    }
    crc.add(after.crc, size: after.size)
    size += after.size
    packedSize += after.bytes.count
    guard size <= RowSplice.limit else {
      throw .damaged(path: path, member: member.name, reason: "the sheet would be larger than 4 GB")
    }
    for (value, at) in [(crc.value, 16), (UInt32(packedSize), 20), (UInt32(size), 24)] {
      put(value, into: &record, at: at)
    }
    // The member's own header repeats the fields of the list from its version to the length of its name.
    let name = Array(member.name.utf8)
    try file.write([0x50, 0x4B, 3, 4] + record[6..<30] + [0, 0] + name)
    try file.write(before.bytes)
    for place in places {
      try packed.rows.read(place) { bytes throws(WorkbookError) in try file.write(bytes) }
    }
    try file.write(after.bytes)
  }

  /// Where the row of a number (from 1) stands.
  ///
  /// Nothing but a row begins so, since texts have their `<` escaped.
  private static func row(_ number: Int, in sheet: [UInt8]) -> Range<Int>? {
    guard let start = first(Array("<row r=\"\(number)\"".utf8), in: sheet, from: 0),
      let end = first(Array("</row>".utf8), in: sheet, from: start)
    else { return nil }
    return start..<(end + 6)
  }

  private static func first(_ text: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    guard text.count <= bytes.count - from else { return nil }
    return (from...(bytes.count - text.count)).first {
      bytes[$0] == text[0] && bytes[$0...].starts(with: text)
    }
  }

  private func put(_ value: UInt32, into bytes: inout [UInt8], at: Int) {
    for byte in 0..<4 { bytes[at + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte)) }
  }

  private func read<Value>(_ body: () throws(ZipReader.Fault) -> Value) throws(WorkbookError) -> Value {
    do throws(ZipReader.Fault) { return try body() } catch {
      throw .damaged(path: path, member: error.member, reason: error.reason)
    }
  }

  private func fault(_ member: String, _ what: String) -> WorkbookError {
    .damaged(path: path, member: member, reason: "\(what): \(String(cString: strerror(errno)))")
  }
}
