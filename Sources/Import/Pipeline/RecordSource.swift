import Model
import Records
import Sheets
import Values

/// Where the records of an input come from: bytes that are cut into records, or the rows of a sheet.
///
/// Everything after it is the same for both.
struct RecordSource: ~Copyable, Sendable {
  private enum Way: Sendable {
    case text(ChunkReader)
    case sheet(SheetFeed)
  }

  private var way: Way
  private var feed: FileFeed
  private let path: String
  private let bytesRead: (@Sendable (Int) -> Void)?
  /// Bytes of a workbook that have been reported as read.
  private var told = 0

  /// The records of a text file.
  init(text reader: ChunkReader, _ feed: consuming FileFeed) {
    way = .text(reader)
    self.feed = feed
    path = ""
    bytesRead = nil
  }

  /// The rows of a sheet after its header.
  init(
    _ sheet: OpenedSheet, of input: OpenedInput, bytesRead: (@Sendable (Int) -> Void)?
  ) throws(TallyError) {
    var feed = try FileFeed(input, weigh: false)
    try feed.readToEnd()
    let path = input.request.shownPath
    var window = SheetWindow()
    window.firstRow = input.firstDataLine
    window.width = input.header.width
    window.fill(below: input.firstDataLine, input.header)
    window.stored = Set(input.storedAmounts.compactMap { input.cell($0) })
    let rows: SheetFeed
    do throws(SheetFault) {
      let path = input.request.readPath
      if let book = sheet.book, book.isUnchanged(at: path) {
        rows = try book.read(sheet.sheet, window)
      } else {
        rows = try SheetBook(path: path).read(sheet.sheet, window)
      }
    } catch {
      throw TallyError(.sheet(error), at: path)
    }
    way = .sheet(rows)
    self.feed = feed
    self.path = path
    self.bytesRead = bytesRead
  }

  /// Fills the block with the next records; false where none is left.
  mutating func next(into block: RecordBlock) throws(TallyError) -> Bool {
    switch way {
    case .sheet(let sheet):
      do throws(SheetFault) {
        let hasMore = try sheet.next(into: block)
        tell(hasMore ? sheet.packedRead : feed.size)
        return hasMore
      } catch {
        throw TallyError(.sheet(error), at: path)
      }
    case .text(var reader):
      defer { way = .text(reader) }
      return try reader.next(into: block) { buffer throws(TallyError) in try feed.read(into: buffer) }
    }
  }

  private mutating func tell(_ count: Int) {
    if count > told { bytesRead?(count - told) }
    told = max(told, count)
  }

  /// What is known of the input when all of it has been read.
  mutating func finish() -> FileFeed.End {
    var end = feed.finish()
    if case .sheet(let sheet) = way { end.notes = sheet.notes }
    return end
  }
}

extension SheetWindow {
  /// Fills the merged cells below a header.
  mutating func fill(below line: Int, _ header: HeaderMap) {
    fillsFrom = line
    statesTotal = { TotalWords.label($0) != nil }
    joinedColumns = header.covered
    columns = Set(header.cells.values)
    multiple = { UnitReader.formatPower($0) }
    days = Set([Column.heldAt, .mouSignedOn, .registeredOn].compactMap { header.cells[$0] })
    amounts = Set(Column.amounts.compactMap { header.cells[$0] })
  }
}

extension OpenedInput {
  /// Amounts for which no multiple is stated anywhere: where a format shows thousands of a number, the number itself is
  /// what was meant.
  var storedAmounts: [Column] {
    // A currency column may state one in any row.
    if cell(.currency) != nil { return [] }
    return Column.amounts.filter { AmountSurroundings(of: $0, in: self).unit?.multiple == nil }
  }
}
