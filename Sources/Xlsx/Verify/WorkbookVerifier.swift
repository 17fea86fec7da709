import CXlsxWriter
import Zip

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// The texts of a workbook's cells as the library has them before it writes them.
struct WorkbookTexts: Hashable {
  /// Different texts.
  var count = 0
  /// Cells that hold one.
  var references = 0
  /// The cells of each sheet, in the order of the sheets.
  var cells: [Int] = []
  /// The checksum of all of them, each followed by a zero byte; nil where it cannot be known.
  var checksum: UInt32?

  /// Looks into a workbook that is about to be written.
  init(_ book: UnsafeMutablePointer<lxw_workbook>, _ sheets: [UnsafeMutablePointer<lxw_worksheet>]) {
    guard let list = book.pointee.sst else { return }
    count = Int(list.pointee.unique_count)
    // The library counts a text again where a cell is written a second time; its own cells are what it will write.
    for sheet in sheets {
      var number = 0
      countRows(sheet.pointee.table?.pointee.rbh_root, &number)
      cells.append(number)
    }
    var sum = CRC32()
    var hasMarkup = false
    var next = list.pointee.order_list?.pointee.stqh_first
    while let element = next {
      if let text = element.pointee.string {
        let bytes = UnsafeRawBufferPointer(start: text, count: strlen(text) + 1)
        sum.add(bytes.bindMemory(to: UInt8.self))
      }
      if element.pointee.is_rich_string != 0 { hasMarkup = true }
      next = element.pointee.sst_order_pointers.stqe_next
    }
    checksum = hasMarkup ? nil : sum.value
  }

  private mutating func countRows(_ row: UnsafeMutablePointer<lxw_row>?, _ number: inout Int) {
    guard let row else { return }
    countRows(row.pointee.tree_pointers.rbe_left, &number)
    countCells(row.pointee.cells?.pointee.rbh_root, &number)
    countRows(row.pointee.tree_pointers.rbe_right, &number)
  }

  private mutating func countCells(_ cell: UnsafeMutablePointer<lxw_cell>?, _ number: inout Int) {
    guard let cell else { return }
    countCells(cell.pointee.tree_pointers.rbe_left, &number)
    number += 1
    if cell.pointee.type == STRING_CELL { references += 1 }
    countCells(cell.pointee.tree_pointers.rbe_right, &number)
  }
}

/// Reads a closed workbook back, since the library reports success even where a write failed and a piece of a
/// sheet is missing.
enum WorkbookVerifier {
  /// Checks that every member is whole and well-formed, that each sheet has its number of rows, and that every text
  /// is there and named by cells as often as it should be.
  ///
  /// - Parameters:
  ///   - rows: the rows of each sheet that hold a cell or have a height, in the order of the sheets.
  ///   - texts: nil where they are not known.
  ///   - packed: the sheets that got rows of which the library does not know; these are counted, their cells are not.
  static func verify(
    path: String, rows: [Int], texts: WorkbookTexts? = nil, packed: Set<Int> = []
  ) throws(WorkbookError) {
    do {
      try verify(ZipReader(path: path), rows: rows, texts: texts, packed: packed)
    } catch let fault as ZipReader.Fault {
      throw .damaged(path: path, member: fault.member, reason: fault.reason)
    } catch {
      throw .damaged(path: path, member: "zip", reason: "\(error)")
    }
  }

  private static let strings = "xl/sharedStrings.xml"

  private static func verify(_ zip: ZipReader, rows: [Int], texts: WorkbookTexts?, packed: Set<Int>) throws {
    var found: [String: MarkupScan.Findings] = [:]
    for member in zip.members {
      let isSheet = member.name.hasPrefix("xl/worksheets/sheet")
      var scan = MarkupScan(isSheet ? .sheet : member.name == strings ? .strings : .other)
      let isMarkup = member.name.hasSuffix(".xml") || member.name.hasSuffix(".rels")
      try zip.read(member) { if isMarkup { scan.add($0) } }
      if isMarkup, let fault = scan.finish() { throw ZipReader.Fault(member: member.name, reason: fault) }
      if found.updateValue(scan.findings, forKey: member.name) != nil {
        throw ZipReader.Fault(member: member.name, reason: "it is there twice")
      }
    }
    for name in ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml"]
    where found[name] == nil {
      throw ZipReader.Fault(member: name, reason: "it is missing")
    }
    for (index, expected) in rows.enumerated() {
      let name = "xl/worksheets/sheet\(index + 1).xml"
      guard let sheet = found[name] else { throw ZipReader.Fault(member: name, reason: "it is missing") }
      guard sheet.rows == expected else {
        throw ZipReader.Fault(member: name, reason: "\(sheet.rows) rows instead of \(expected)")
      }
      if let cells = texts?.cells[index], !packed.contains(index), cells != sheet.cells {
        throw ZipReader.Fault(member: name, reason: "\(sheet.cells) cells instead of \(cells)")
      }
    }
    try check(found, texts)
  }

  /// Whether cells and list of texts fit each other, and what was given to the library.
  private static func check(_ found: [String: MarkupScan.Findings], _ texts: WorkbookTexts?) throws {
    func fail(_ reason: String) throws { throw ZipReader.Fault(member: strings, reason: reason) }
    let references = found.values.reduce(0) { $0 + $1.references }
    let greatest = found.values.map(\.greatest).max() ?? -1
    let list = found[strings] ?? MarkupScan.Findings()
    if greatest >= list.texts { try fail("a cell names text \(greatest + 1) of \(list.texts)") }
    guard let texts else { return }
    if list.texts != texts.count { try fail("\(list.texts) texts instead of \(texts.count)") }
    if references != texts.references {
      try fail("\(references) cells hold a text instead of \(texts.references)")
    }
    if let sum = texts.checksum, texts.count > 0, list.checksum.value != sum {
      try fail("a text is not what it was")
    }
  }
}
