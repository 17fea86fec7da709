import Encodings
import Model
import Platform
import Records
import Sheets
import Values

/// The sheet of a workbook that is read.
struct OpenedSheet: Sendable {
  var sheet: SheetBook.Sheet
  /// `xlsx` or `ods`.
  var format: String
  /// The names of all sheets of the workbook.
  var allNames: [String]
  /// Other sheets that seem to hold rows of the same kind and are not read.
  var unread: [UnreadSheet] = []
  /// The workbook with the texts that were read of it; nil where it has to be opened once more.
  var book: SheetBook?
}

/// What is known of a sheet's first rows beside their texts.
struct SheetTop: Sendable {
  /// So many columns are looked at, with a header or without; what stands farther right is only named.
  static let widest = 1_024

  var merged: [MergedRange] = []
  /// How many columns it has at least.
  var leastWidth: Int
}

// Workbooks: the sheet in which a header of the kind is found is read like a text file.
//
// A sheet's beginning is looked at as a text with a line for each row, so that header, titles and units are found by
// the same code as in a CSV. Merged cells are filled in the data only: those of the header say which cells belong
// together.
extension InputOpener {
  /// One sheet with the header that was found in it.
  private struct Candidate {
    var sheet: SheetBook.Sheet
    var opener: InputOpener
    var text: [UInt8]
    var isWhole: Bool
    var found: Found?
    /// Why it cannot be read as what it was given.
    var lack: TallyError?
    /// Whether the other kind of file would explain more of it.
    var isOtherKind = false

    /// Whether it can be read as what it was given.
    var fits: Bool { found != nil && lack == nil && !isOtherKind }
  }

  /// More sheets that fit are not looked for.
  private static let sheetsListed = 20

  /// Opens a workbook; nil where the file begins like none.
  func openBook(_ head: [UInt8]) throws(TallyError) -> SheetBook? {
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw error(sheet: OldWorkbook.isProtected(head) ? .passwordProtected : .oldExcel)
    }
    guard head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) else {
      return nil
    }
    do throws(SheetFault) { return try SheetBook(path: request.readPath) } catch {
      throw self.error(sheet: error)
    }
  }

  /// Finds the sheet to read and its header.
  func open(_ book: SheetBook) throws(TallyError) -> OpenedInput {
    var candidates: [Candidate] = []
    var fitting = 0
    for sheet in try choose(book) {
      let candidate = try look(at: sheet, book)
      candidates.append(candidate)
      // That one of so many has to be named is plain without a look at thousands more.
      if candidate.fits, !sheet.isHidden { fitting += 1 }
      if fitting > InputOpener.sheetsListed { break }
    }
    let chosen = try choose(candidates, of: book)
    guard let found = chosen.found else {
      throw chosen.opener.noHeader(chosen.text, isWhole: chosen.isWhole)
    }
    var opened = try chosen.opener.opened(
      found, InputOpener.verdict, chosen.text, headIsWhole: chosen.isWhole)
    if opened.titleUnit == .none { opened.titleUnit = UnitReader.title([chosen.sheet.name]) }
    var sheet = OpenedSheet(
      sheet: chosen.sheet, format: book.format, allNames: book.sheets.map(\.name), book: book)
    // Who names a sheet knows the others.
    if request.sheet == nil {
      let width = opened.header.headers.count { !$0.isEmpty }
      sheet.unread = candidates.filter { other in
        other.sheet.name != chosen.sheet.name
          && (other.fits || !other.isOtherKind && holdsTable(other, width))
      }.map { UnreadSheet(name: $0.sheet.name, isHidden: $0.sheet.isHidden, hasHeader: $0.fits) }
    }
    opened.sheet = sheet
    return opened
  }

  /// Whether a sheet has two rows or more with about as many filled cells as the one that is read has columns.
  private func holdsTable(_ candidate: Candidate, _ width: Int) -> Bool {
    guard width >= 3 else { return false }
    let block = RecordBlock()
    block.load(
      candidate.text, dialect: RecordDialect(delimiter: SheetFeed.delimiter), isFinal: candidate.isWhole)
    let least = max(3, (width * 3 + 4) / 5)
    let cells = block.cells
    var rows = 0
    for record in 0..<cells.recordCount where block.defect(of: record) == .none {
      let filled = (0..<cells.count(of: record)).count { !cells.cell(record, $0).isEmpty }
      if filled >= least, filled <= width + max(3, width / 2) { rows += 1 }
      if rows > 1 { return true }
    }
    return false
  }

  private static let verdict = EncodingVerdict(
    encoding: .utf8, byteOrderMark: 0, confidence: 1, reason: .workbook)

  /// The sheets that are looked at: the one that was named, else those that were preferred, else all.
  private func choose(_ book: SheetBook) throws(TallyError) -> [SheetBook.Sheet] {
    if let wanted = request.sheet {
      if let sheet = book.sheets.first(where: { $0.name == wanted }) { return [sheet] }
      let near = book.sheets.filter { SheetNames.areEqual($0.name, wanted) }
      if near.count == 1 { return near }
      throw error(.noSuchSheet(there: Names(book.sheets.map(\.name))))
    }
    let preferred = book.sheets.filter { sheet in
      request.preferredSheets.contains { SheetNames.areEqual(sheet.name, $0) }
    }
    return preferred.isEmpty ? book.sheets : preferred
  }

  /// Looks for the header of one sheet.
  private func look(at sheet: SheetBook.Sheet, _ book: SheetBook) throws(TallyError) -> Candidate {
    var request = request
    request.sheet = sheet.name
    request.delimiter = SheetFeed.delimiter
    var opener = InputOpener(
      request: request, index: index, name: name, encoding: .utf8, top: SheetTop(leastWidth: leastWidth))
    do throws(SheetFault) { opener.top?.merged = try book.merged(sheet) } catch {
      throw opener.error(sheet: error)
    }
    var size = InputOpener.headSize
    while true {
      var window = SheetWindow()
      window.fillsMerged = false
      let (text, isWhole) = try opener.beginning(of: sheet, book, window, size)
      var candidate = Candidate(sheet: sheet, opener: opener, text: text, isWhole: isWhole)
      let search = opener.find(text, isWhole: isWhole)
      guard let found = search.found else {
        if isWhole || search.sawAllRows || size >= InputOpener.largestHead { return candidate }
        size *= 8
        continue
      }
      // Once more with the merged cells of the data, which may be looked at for what they seem to be.
      window.fillsMerged = true
      window.fill(below: found.nextLine, found.header)
      (candidate.text, candidate.isWhole) = try opener.beginning(of: sheet, book, window, size)
      candidate.found = opener.find(candidate.text, isWhole: candidate.isWhole).found ?? found
      do throws(TallyError) {
        _ = try opener.opened(
          candidate.found ?? found, InputOpener.verdict, candidate.text, headIsWhole: candidate.isWhole)
      } catch { candidate.lack = error }
      candidate.isOtherKind =
        opener.otherKind(
          candidate.text, isWhole: candidate.isWhole, recognised: (candidate.found ?? found).header.recognised
        ) != nil
      return candidate
    }
  }

  private func beginning(
    of sheet: SheetBook.Sheet, _ book: SheetBook, _ window: SheetWindow, _ size: Int
  ) throws(TallyError) -> (text: [UInt8], isWhole: Bool) {
    do throws(SheetFault) { return try book.read(sheet, window).text(size: size) } catch {
      throw self.error(sheet: error)
    }
  }

  /// The one sheet that has a header of this kind; where none has one, the one that comes nearest.
  private func choose(_ candidates: [Candidate], of book: SheetBook) throws(TallyError) -> Candidate {
    var fitting = candidates.filter(\.fits)
    // A hidden sheet is read where no other fits.
    if fitting.contains(where: { !$0.sheet.isHidden }) { fitting.removeAll { $0.sheet.isHidden } }
    if fitting.count > 1 {
      let there = book.sheets.map(\.name)
      if let wanted = request.preferredSheets.first,
        !request.preferredSheets.contains(where: { name in there.contains { SheetNames.areEqual($0, name) } })
      {
        throw error(.unknownSheet(wanted, there: there))
      }
      throw error(.severalSheets(request.kind, Names(fitting.map(\.sheet.name)), path: request.path))
    }
    if let one = fitting.first { return one }
    let found = candidates.filter { $0.found != nil }
    if let best = found.max(by: { $0.found?.header.recognised ?? 0 < $1.found?.header.recognised ?? 0 }) {
      return best
    }
    if candidates.count == 1 { return candidates[0] }
    throw error(.noSheetWithHeader(request.kind, Names(candidates.map(\.sheet.name))))
  }

  private func error(sheet fault: SheetFault) -> TallyError {
    TallyError(.sheet(fault), at: request.shownPath)
  }
}

/// Names of sheets, which compare without case and however their letters are composed.
enum SheetNames {
  static func areEqual(_ left: String, _ right: String) -> Bool { Fold.word(left) == Fold.word(right) }
}

/// Files in the container that Excel used before 2007, and for what has a password.
enum OldWorkbook {
  /// Whether such a file holds an encrypted workbook: the list of its parts names it, in UTF-16.
  static func isProtected(_ bytes: [UInt8]) -> Bool {
    var name: [UInt8] = []
    for byte in "EncryptedPackage".utf8 { name += [byte, 0] }
    var start = 0
    while let first = bytes[start...].firstIndex(of: name[0]) {
      if bytes[first...].starts(with: name) { return true }
      start = first + 1
    }
    return false
  }
}
