import Model
import XML
import Zip

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What stands in a sheet's part before and after its rows.
///
/// Merged ranges are listed after the rows but are needed with them. So the part is unpacked once more, and all but
/// the rows is read as XML: that takes a fraction of the time of reading the rows.
struct XlsxFrame: Sendable {
  /// How large a sheet's part may be.
  static let limit = 1 << 31
  /// How much may stand beside the rows.
  private static let besideLimit = 1 << 26
  /// How many ranges are listed at most; sheets of many merged cells have some thousands.
  private static let rangesLimit = 1 << 20

  var merged: [MergedRange] = []
  var hiddenColumns: [ClosedRange<Int>] = []

  init(_ zip: ZipReader, _ member: ZipReader.Member) throws(SheetFault) {
    guard member.size <= XlsxFrame.limit else { throw .tooLarge(member.name, XlsxFrame.limit) }
    var cutter = RowCutter(limit: XlsxFrame.besideLimit)
    do throws(ZipReader.Fault) {
      try zip.read(member) { cutter.add($0) }
    } catch { throw .damaged(error) }
    let reader = Reader()
    guard !cutter.isOverLimit else { throw .tooLarge(member.name, XlsxFrame.besideLimit) }
    if let frame = cutter.frame {
      do throws(XMLStream.Fault) {
        let stream = try XMLStream(reader)
        var failure: XMLStream.Fault?
        frame.withUnsafeBufferPointer { bytes in
          do throws(XMLStream.Fault) { try stream.add(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
        try stream.finish()
      } catch { throw .damaged(member.name, error.reason) }
    } else {
      // In another encoding than UTF-8: then the whole of it is read.
      try PartStream.read(zip, member, limit: XlsxFrame.limit, reader)
    }
    guard reader.merged.count <= XlsxFrame.rangesLimit else {
      throw .mergedTooOften
    }
    merged = reader.merged
    hiddenColumns = reader.hiddenColumns
  }

  private final class Reader: XMLReader {
    var merged: [MergedRange] = []
    var hiddenColumns: [ClosedRange<Int>] = []

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "mergeCell", merged.count <= XlsxFrame.rangesLimit, let text = attributes["ref"],
        let range = MergedRange(text)
      {
        merged.append(range)
      } else if name == "col", ["1", "true"].contains(attributes["hidden"]),
        let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }),
        first >= 1, first <= last, first <= CellPlace.columns, hiddenColumns.count < CellPlace.columns
      {
        hiddenColumns.append((first - 1)...(min(last, CellPlace.columns) - 1))
      }
    }
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }
}

/// Cuts the rows out of a sheet's XML: keeps what stands up to the tag that begins them and from the one that ends them.
struct RowCutter {
  private static let name: [UInt8] = Array("sheetData".utf8)

  private let limit: Int
  private var head: [UInt8] = []
  /// After the beginning of the rows: from the last tag that may end them, or the last bytes only.
  private var tail: [UInt8] = []
  private var isInRows = false
  private var isBehindRows = false
  private(set) var isOverLimit = false

  init(limit: Int) { self.limit = limit }

  /// The XML without the rows; nil where no rows were found.
  var frame: [UInt8]? { isBehindRows ? head + tail : nil }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isOverLimit else { return }
    var from = max(0, tail.count - 64)
    if !isInRows {
      let before = max(0, head.count - 4096)
      head.append(contentsOf: bytes)
      guard let end = RowCutter.openingTagEnd(head, from: before) else {
        return isOverLimit = head.count > limit
      }
      isInRows = true
      tail = Array(head[end...])
      head.removeLast(head.count - end)
      // `<sheetData/>`: there are no rows to cut out.
      if head[end - 2] == 0x2F { isBehindRows = true }
      from = 0
    } else {
      tail.append(contentsOf: bytes)
    }
    if let start = RowCutter.closingTag(tail, from: from) {
      tail.removeFirst(start)
      isBehindRows = true
    } else if !isBehindRows {
      tail.removeFirst(max(0, tail.count - 64))
    }
    isOverLimit = tail.count > limit
  }

  /// After the tag that begins the rows.
  private static func openingTagEnd(_ bytes: [UInt8], from: Int) -> Int? {
    var at = from
    while let found = find(bytes, from: at) {
      at = found + name.count
      guard tagStart(bytes, found, isClosing: false) != nil, at < bytes.count,
        [0x3E, 0x2F, 0x20, 0x09, 0x0A, 0x0D].contains(bytes[at])
      else { continue }
      if let close = bytes[at...].firstIndex(of: 0x3E) { return close + 1 }
      return nil
    }
    return nil
  }

  /// Where the last tag that ends rows begins.
  private static func closingTag(_ bytes: [UInt8], from: Int) -> Int? {
    var last: Int?
    var at = from
    while let found = find(bytes, from: at) {
      at = found + name.count
      if let start = tagStart(bytes, found, isClosing: true) { last = start }
    }
    return last
  }

  /// Where the tag begins in which the name at a place stands, with a prefix or without.
  private static func tagStart(_ bytes: [UInt8], _ name: Int, isClosing: Bool) -> Int? {
    var at = name - 1
    if at >= 0, bytes[at] == 0x3A {
      at -= 1
      while at >= 0, name - at < 40, bytes[at] != 0x3C, bytes[at] != 0x2F, bytes[at] != 0x3E { at -= 1 }
    }
    guard at >= 0 else { return nil }
    if !isClosing { return bytes[at] == 0x3C ? at : nil }
    return at >= 1 && bytes[at] == 0x2F && bytes[at - 1] == 0x3C ? at - 1 : nil
  }

  private static func find(_ bytes: [UInt8], from: Int) -> Int? {
    guard bytes.count - from >= name.count else { return nil }
    return bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return nil }
      // "D" is rarer than the letters before it.
      var at = from + 5
      while at + 4 <= all.count, let letter = memchr(base + at, 0x44, all.count - 3 - at) {
        at = UnsafeRawPointer(letter) - base
        if all[(at - 5)..<(at + 4)].elementsEqual(name) { return at - 5 }
        at += 1
      }
      return nil
    }
  }
}
