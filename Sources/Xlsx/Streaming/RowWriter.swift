import CXlsxWriter
import Zip

/// Writes rows of a sheet as XML, past the library's memory of cells.
///
/// The library keeps every cell (some 130 bytes), looks every text up in a tree, writes sheets one after
/// another to disk and packs them from there, which with hundreds of thousands of rows takes more time and
/// memory than all the rest of a report. Rows of a writer are packed by as many threads as there are writers,
/// once for all workbooks that show the same rows, and put into a workbook that is finished but for them; see
/// `PackedRows`.
///
/// Cells of a row come from left to right. `endRow` throws the first error of the row's cells. Texts stand in their
/// cells, as they do in the library's own mode of constant memory.
package final class RowWriter {
  /// The number of the next row, from 0.
  package private(set) var row: Int
  /// How many rows are written and not yet taken.
  package private(set) var count = 0

  private let columns: Int
  private var column = 0
  private var rowName = Block("")
  private let cellStarts: [Block]
  private var buffer: UnsafeMutableRawPointer
  private var capacity = 1 << 16
  private var used = 0
  private var scratch: [UInt8] = []
  private var fault: WorkbookError?

  /// More than the bytes of a cell without its text, or of a row's start.
  private static let cellLimit = 256
  private static let valueStart = Block("><v>")
  private static let valueEnd = Block("</v></c>")
  private static let rowEnd = Block("</row>")

  /// Begins at a row.
  ///
  /// - Parameters:
  ///   - row: The number of the first row, from 0.
  ///   - columns: How many columns the rows have, 1 to 16,384.
  package init(row: Int, columns: Int) throws(WorkbookError) {
    guard (1...SheetWriter.columnLimit).contains(columns), row >= 0 else {
      throw .outOfRange(sheet: "rows", row: row, column: columns)
    }
    (self.row, self.columns) = (row, columns)
    cellStarts = (0..<columns).map { Block("<c r=\"" + SheetWriter.letters($0)) }
    buffer = .allocate(byteCount: capacity + RowWriter.cellLimit, alignment: 16)
  }

  deinit { buffer.deallocate() }

  // MARK: - Rows

  /// Begins the next row; a height is in points.
  package func beginRow(height: Double? = nil) {
    reserve(0)
    column = 0
    rowName = Block(number: UInt64(row + 1))
    put("<row r=\"")
    put(rowName)
    if let height {
      put("\" ht=\"")
      put(LibraryNumber.text(height))
      put("\" customHeight=\"1")
    }
    put("\">")
  }

  /// Ends the row.
  ///
  /// - Throws: `WorkbookError` for what was wrong with any cell since the row before.
  package func endRow() throws(WorkbookError) {
    put(RowWriter.rowEnd)
    if row >= SheetWriter.rowLimit || column > columns {
      throw .outOfRange(sheet: "rows", row: row, column: column)
    }
    row += 1
    count += 1
    if let fault { throw fault }
  }

  /// Leaves a cell out.
  package func skip() { column += 1 }

  /// Adds one of the texts that are ready for cells.
  package func add(_ text: RowTexts.Number, of texts: RowTexts, _ style: RowFormats.Style) {
    beginCell(style)
    texts.withMarkup(of: text) { put($0) }
  }

  /// Adds a text that hardly any other cell holds; empty text makes a blank cell.
  package func add(unique text: String, _ style: RowFormats.Style) {
    if text.isEmpty { return addBlank(style) }
    beginCell(style)
    scratch.removeAll(keepingCapacity: true)
    do throws(WorkbookError) { try RowTexts.append(text, to: &scratch) } catch { fault = fault ?? error }
    scratch.withUnsafeBytes { put($0) }
  }

  /// Adds a whole number.
  package func add(_ number: Int, _ style: RowFormats.Style) {
    beginCell(style)
    put(RowWriter.valueStart)
    if number.magnitude < 10_000_000_000_000_000 {
      if number < 0 { put("-") }
      put(Block(number: UInt64(number.magnitude)))
    } else {
      put(LibraryNumber.text(Double(number)))
    }
    put(RowWriter.valueEnd)
  }

  /// Adds a number given in hundredths, as near as a double comes to it.
  package func add(hundredths: Int64, _ style: RowFormats.Style) {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    beginCell(style)
    put(RowWriter.valueStart)
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
    put(RowWriter.valueEnd)
  }

  /// Adds a number; one that is not finite is an error of the row.
  package func add(_ number: Double, _ style: RowFormats.Style) {
    if !number.isFinite { fault = fault ?? .notFinite(place: "row \(row + 1)") }
    beginCell(style)
    put(RowWriter.valueStart)
    put(LibraryNumber.text(number.isFinite ? number : 0))
    put(RowWriter.valueEnd)
  }

  /// Adds a truth value.
  package func add(flag: Bool, _ style: RowFormats.Style) {
    beginCell(style)
    put(" t=\"b\"")
    put(RowWriter.valueStart)
    put(flag ? "1" : "0")
    put(RowWriter.valueEnd)
  }

  /// Adds a day, as days since 1970-01-01.
  package func add(day: Int, _ style: RowFormats.Style) {
    do throws(WorkbookError) {
      add(Int(try SerialDate.serial(daysSince1970: day)), style)
    } catch {
      fault = fault ?? error
    }
  }

  /// Adds a cell that has only a format.
  package func addBlank(_ style: RowFormats.Style) {
    beginCell(style)
    put("/>")
  }

  /// Goes on at another row, once what has been written is taken.
  package func move(to row: Int) { self.row = row }

  /// Takes the rows written so far away, to be packed by any thread.
  package func take() -> RowPiece {
    let bytes = [UInt8](UnsafeRawBufferPointer(start: buffer, count: used))
    defer { (used, count) = (0, 0) }
    return RowPiece(markup: bytes, rows: (row - count)..<row, columns: columns)
  }

  // MARK: - Bytes

  private func beginCell(_ style: RowFormats.Style) {
    reserve(0)
    if column < columns { put(cellStarts[column]) }
    put(rowName)
    put(style.block)
    column += 1
  }

  /// Makes room for a cell and some bytes more.
  @inline(__always)
  private func reserve(_ count: Int) {
    if used + count > capacity { grow(count) }
  }

  private func grow(_ count: Int) {
    capacity = max(capacity * 2, used + count)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity + RowWriter.cellLimit, alignment: 16)
    larger.copyMemory(from: buffer, byteCount: used)
    buffer.deallocate()
    buffer = larger
  }

  private func put(_ bytes: UnsafeRawBufferPointer) {
    reserve(bytes.count)
    if let start = bytes.baseAddress {
      buffer.advanced(by: used).copyMemory(from: start, byteCount: bytes.count)
    }
    used += bytes.count
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

  private func put(_ bytes: [UInt8]) {
    for byte in bytes {
      buffer.storeBytes(of: byte, toByteOffset: used, as: UInt8.self)
      used += 1
    }
  }
}

/// Some rows that follow one another, yet to be packed.
package struct RowPiece: Sendable {
  fileprivate let markup: [UInt8]
  /// The rows' numbers.
  package let rows: Range<Int>
  let columns: Int

  /// Packs the rows.
  func packed() throws(WorkbookError) -> DeflatedPiece { try Deflate().pack(markup[...], isLast: false) }
}
