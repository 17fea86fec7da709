import CXlsxWriter

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

#if canImport(Musl)
  typealias CFile = OpaquePointer
#else
  typealias CFile = UnsafeMutablePointer<FILE>
#endif

/// Rows that go straight into a sheet's XML, past the library's memory of cells.
///
/// The library keeps every cell (some 130 bytes) and looks every text up in a tree, which with hundreds of
/// thousands of rows takes more time and memory than all the rest of a report. In its mode of constant memory
/// it copies rows into the sheet from a file that it has written itself; a stream writes that file instead,
/// with the bytes that the library would write for the same cells. Texts and formats are handed over once, see
/// `RowNumbers`, and named by number afterwards.
///
/// Cells of a row come from left to right. What is wrong with one is told by `endRow`.
public final class RowStream {
  private let numbers: RowNumbers
  private let sheetName: String
  let columns: Int
  /// Whether rows tell which columns they span, as the library's do outside constant memory.
  private let hasSpans: Bool
  private(set) var file: CFile?

  /// The number of the next row, from 0.
  public private(set) var row: Int
  /// The number of the first row.
  let firstRow: Int
  private var column = 0
  private var rowName = Block("")
  private let cellStarts: [Block]
  private let buffer: UnsafeMutableRawPointer
  private var used = 0
  private var fault: WorkbookError?

  private static let capacity = 1 << 18
  /// More than the bytes of a cell without inline text, or of a row's start.
  private static let cellLimit = 256
  private static let textStart = Block(" t=\"s\"><v>")
  private static let valueStart = Block("><v>")
  private static let valueEnd = Block("</v></c>")
  private static let rowEnd = Block("</row>")

  /// Begins the rows of a sheet whose workbook is made later; see `WorkbookWriter.addSheet(named:rows:)`.
  ///
  /// - Parameters:
  ///   - columns: How many columns the sheet has, 1 to 16,384.
  ///   - temporaryDirectory: Where the rows wait; nil takes `TMPDIR`, else `/tmp`.
  public convenience init(
    _ numbers: RowNumbers, columns: Int, temporaryDirectory: String? = nil
  ) throws(WorkbookError) {
    let directory = try WorkbookCore.temporaryDirectory(temporaryDirectory)
    try self.init(
      numbers, sheetName: "rows", row: 0, columns: columns, hasSpans: false, temporaryDirectory: directory)
  }

  init(
    _ numbers: RowNumbers, sheetName: String, row: Int, columns: Int, hasSpans: Bool,
    temporaryDirectory: String
  ) throws(WorkbookError) {
    guard (1...SheetWriter.columnLimit).contains(columns) else {
      throw .outOfRange(sheet: sheetName, row: row, column: columns)
    }
    self.numbers = numbers
    (self.sheetName, self.row, firstRow, self.columns, self.hasSpans) = (
      sheetName, row, row, columns, hasSpans
    )
    cellStarts = (0..<columns).map { Block("<c r=\"" + SheetWriter.letters($0)) }
    buffer = UnsafeMutableRawPointer.allocate(
      byteCount: RowStream.capacity + RowStream.cellLimit, alignment: 16)
    var template = Array("\(temporaryDirectory)/tradetally-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    if descriptor >= 0 {
      // The file goes with whoever closes it.
      unlink(template)
      file = fdopen(descriptor, "w+")
    }
    guard file != nil else {
      throw .temporaryDirectory(path: temporaryDirectory, reason: String(cString: strerror(errno)))
    }
  }

  deinit {
    buffer.deallocate()
    if let file { fclose(file) }
  }

  // MARK: - Rows

  /// Begins the next row; a height is in points.
  public func beginRow(height: Double? = nil) {
    reserve(RowStream.cellLimit)
    column = 0
    rowName = Block(number: UInt64(row + 1))
    put("<row r=\"")
    put(rowName)
    if hasSpans {
      put("\" spans=\"1:")
      put(Block(number: UInt64(columns)))
    }
    if let height {
      put("\" ht=\"")
      put(LibraryNumber.text(height))
      put("\" customHeight=\"1")
    }
    put("\">")
  }

  /// Ends the row.
  ///
  /// - Throws: `WorkbookError` for what was wrong with any cell since the row before, or a full disk.
  public func endRow() throws(WorkbookError) {
    put(RowStream.rowEnd)
    if row >= SheetWriter.rowLimit || column > columns {
      throw .outOfRange(sheet: sheetName, row: row, column: column)
    }
    row += 1
    if let fault { throw fault }
  }

  /// Leaves a cell out.
  public func skip() { column += 1 }

  /// Adds a shared text.
  public func add(_ text: RowNumbers.Text, _ style: RowNumbers.Style) {
    beginCell(style)
    put(RowStream.textStart)
    put(Block(number: UInt64(numbers.number(of: text))))
    put(RowStream.valueEnd)
  }

  /// Adds a whole number.
  public func add(_ number: Int, _ style: RowNumbers.Style) {
    beginCell(style)
    put(RowStream.valueStart)
    if number.magnitude < 10_000_000_000_000_000 {
      if number < 0 { put("-") }
      put(Block(number: UInt64(number.magnitude)))
    } else {
      put(LibraryNumber.text(Double(number)))
    }
    put(RowStream.valueEnd)
  }

  /// Adds a number given in hundredths, as near as a double comes to it.
  public func add(hundredths: Int64, _ style: RowNumbers.Style) {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    beginCell(style)
    put(RowStream.valueStart)
    // Up to 15 digits a double shows every decimal as it is.
    if hundredths.magnitude < 1_000_000_000_000_000 {
      if hundredths < 0 { put("-") }
      put(Block(number: whole))
      if rest > 0 {
        put(rest < 10 ? ".0" : ".")
        put(Block(number: rest % 10 == 0 ? rest / 10 : rest))
      }
    } else {
      put(LibraryNumber.text(Double(hundredths) / 100))
    }
    put(RowStream.valueEnd)
  }

  /// Adds a day, as days since 1970-01-01.
  public func add(day: Int, _ style: RowNumbers.Style) {
    do throws(WorkbookError) {
      add(Int(try SerialDate.serial(daysSince1970: day)), style)
    } catch {
      fault = fault ?? error
    }
  }

  /// Adds a cell that has only a format.
  public func addBlank(_ style: RowNumbers.Style) {
    beginCell(style)
    put("/>")
  }

  /// Adds a text that hardly any other cell holds, without sharing it; empty text makes a blank cell.
  public func add(unique text: String, _ style: RowNumbers.Style) {
    if text.isEmpty { return addBlank(style) }
    if let units = CellText.excess(text) {
      fault =
        fault
        ?? .textTooLong(
          place: "\(sheetName)!\(SheetWriter.letters(column))\(row + 1)", units: units,
          limit: CellText.cellLimit)
    }
    beginCell(style)
    let escaped = CellText.escaped(text)
    let isKept = CellText.hasOuterSpace(escaped)
    put(isKept ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">" : " t=\"inlineStr\"><is><t>")
    putMarkup(escaped)
    put("</t></is></c>")
  }

  /// Appends XML that stands between rows as it is, with the rows' number after it.
  func append(markup: [UInt8], nextRow: Int) throws(WorkbookError) {
    put(markup)
    row = nextRow
    if let fault { throw fault }
  }

  /// Writes out what is left; the file then belongs to whoever takes it.
  func takeFile() throws(WorkbookError) -> CFile? {
    flush()
    if let file, fflush(file) != 0 { noteFullDisk() }
    if let fault { throw fault }
    defer { file = nil }
    return file
  }

  /// Writes out what is buffered, so that a full disk is known now.
  public func finish() throws(WorkbookError) {
    flush()
    if let file, fflush(file) != 0 { noteFullDisk() }
    if let fault { throw fault }
  }

  // MARK: - Bytes

  private func beginCell(_ style: RowNumbers.Style) {
    reserve(RowStream.cellLimit)
    if column < columns { put(cellStarts[column]) }
    put(rowName)
    put(numbers.block(of: style))
    column += 1
  }

  private func reserve(_ count: Int) {
    if used + count > RowStream.capacity { flush() }
  }

  private func flush() {
    if let file, fwrite(buffer, 1, used, file) != used { noteFullDisk() }
    used = 0
  }

  private func noteFullDisk() {
    let reason = "its rows cannot be written: " + String(cString: strerror(errno))
    fault = fault ?? .damaged(path: "the temporary folder", member: sheetName, reason: reason)
  }

  /// Puts a few bytes; every caller has reserved room.
  @inline(__always)
  private func put(_ block: Block) {
    buffer.storeBytes(of: block.low, toByteOffset: used, as: UInt64.self)
    buffer.storeBytes(of: block.high, toByteOffset: used + 8, as: UInt64.self)
    used += block.count
  }

  @inline(__always)
  private func put(_ text: StaticString) {
    buffer.advanced(by: used).copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
    used += text.utf8CodeUnitCount
  }

  private func put(_ bytes: some Collection<UInt8>) {
    for byte in bytes {
      reserve(8)
      buffer.storeBytes(of: byte, toByteOffset: used, as: UInt8.self)
      used += 1
    }
  }

  private func putMarkup(_ text: String) {
    for byte in text.utf8 {
      reserve(8)
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      default:
        buffer.storeBytes(of: byte, toByteOffset: used, as: UInt8.self)
        used += 1
      }
    }
    reserve(RowStream.cellLimit)
  }
}

/// Up to 16 bytes that are written with two stores.
struct Block: Sendable {
  var low: UInt64 = 0
  var high: UInt64 = 0
  var count = 0

  /// The bytes of a text, at most 16 of them.
  init(_ text: String) {
    for byte in text.utf8.prefix(16) { append(byte) }
  }

  /// The digits of a number below 10^16.
  init(number: UInt64) {
    var rest = number
    repeat {
      high = high << 8 | low >> 56
      low = low << 8 | (48 + rest % 10)
      count += 1
      rest /= 10
    } while rest > 0 && count < 16
  }

  private mutating func append(_ byte: UInt8) {
    if count < 8 {
      low |= UInt64(byte) << UInt64(8 * count)
    } else {
      high |= UInt64(byte) << UInt64(8 * (count - 8))
    }
    count += 1
  }
}

/// Numbers as the library writes them.
enum LibraryNumber {
  /// 16 significant digits; −0 as 0.
  static func text(_ number: Double) -> [UInt8] {
    var bytes = [CChar](repeating: 0, count: 40)
    let count = withVaList([number + 0]) { vsnprintf(&bytes, bytes.count, "%.16G", $0) }
    return bytes.prefix(max(0, min(Int(count), bytes.count - 1))).map { UInt8(bitPattern: $0) }
  }
}
