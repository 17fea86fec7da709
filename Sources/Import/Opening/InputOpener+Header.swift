import Model
import Records
import Values

// The header in a file's beginning, under each delimiter that may be meant, and what the rows below it say.
extension InputOpener {
  func search(_ text: [UInt8], isWhole: Bool, oneIfNamed: Bool = false) -> Search {
    let recognizer = HeaderRecognizer(request)
    var best = Search()
    let block = RecordBlock()
    let delimiters = delimiters(of: text)
    let quotes = [UInt8(ascii: "\"")] + (text.contains(UInt8(ascii: "'")) ? [UInt8(ascii: "'")] : [])
    for quote in quotes {
      for delimiter in delimiters where delimiter != quote {
        let dialect = RecordDialect(delimiter: delimiter, quote: quote)
        let search = search(
          text, isWhole: isWhole, dialect: dialect, block: block, recognizer: recognizer,
          oneIfNamed: oneIfNamed)
        if let found = search.found, found.header.recognised > best.found?.header.recognised ?? 0 {
          best.found = found
        }
        best.sawAllRows = best.sawAllRows && search.sawAllRows
        best.tooWide = best.tooWide ?? search.tooWide
      }
    }
    return best
  }

  /// The delimiters that may divide a text, the likeliest first.
  func delimiters(of text: [UInt8]) -> [UInt8] {
    if let pinned = request.delimiter { return [pinned] }
    var delimiters = InputOpener.delimiters
    if let stated = SeparatorLine(text)?.delimiter, stated.count == 1 {
      delimiters = stated + delimiters.filter { $0 != stated[0] }
    }
    // What does not stand in the text cannot divide it; the first delimiter is tried in any case, since one
    // header can serve several columns.
    let present = Set(text)
    return [delimiters[0]] + delimiters.dropFirst().filter { present.contains($0) }
  }

  func search(
    _ text: [UInt8], isWhole: Bool, dialect: RecordDialect, block: RecordBlock, recognizer: HeaderRecognizer,
    oneIfNamed: Bool = false
  ) -> Search {
    block.load(text, dialect: dialect, isFinal: isWhole)
    // A row with a defect parts what stands above it from what stands below, as an empty one does.
    var rows: [[String]] = []
    var filled = 0
    var tooWide: InputFault?
    for record in 0..<block.recordCount {
      let count = block.cellCount(of: record)
      if count > InputOpener.mostColumns, tooWide == nil {
        tooWide = .tooManyColumns(count, line: block.line(of: record), limit: InputOpener.mostColumns)
      }
      let isSound = block.defect(of: record) == .none && count <= InputOpener.mostColumns
      let cells =
        isSound
        ? (0..<count).map { Fold.trim(block.cell(record, $0).string) } : [String]()
      block.releaseScratch()
      rows.append(cells)
      if !cells.allSatisfy(\.isEmpty) { filled += 1 }
      if filled >= HeaderSearch.rowsSearched + HeaderSearch.mostRows { break }
    }
    let sawAllRows = filled >= HeaderSearch.rowsSearched + HeaderSearch.mostRows
    var search = HeaderSearch(recognizer: recognizer, isValue: HeaderValues.isValue)
    if let top {
      let lines = rows.indices.map { block.line(of: $0) }
      search.joined = JoinedCells(top.merged, lines: lines)
      // A sheet's rows are all as wide as the widest of them.
      let width = (0..<block.recordCount).reduce(
        max(top.leastWidth, search.joined.width, recognizer.namedWidth)
      ) { max($0, block.cellCount(of: $1)) }
      for index in rows.indices where !rows[index].allSatisfy(\.isEmpty) {
        let missing = min(width, SheetTop.widest) - rows[index].count
        rows[index] += repeatElement("", count: max(0, missing))
      }
    }
    guard let found = search.find(rows, least: oneIfNamed ? 1 : 2) else {
      return Search(sawAllRows: sawAllRows, tooWide: tooWide)
    }
    let next = block.place(behind: found.rows.upperBound)
    let header = Found(
      dialect: dialect, header: found.map, rows: Array(rows[found.rows]),
      line: block.line(of: found.rows.lowerBound), passedOver: found.passedOver.map { block.line(of: $0) },
      nextLine: next.line, offset: next.offset,
      titles: rows[..<found.rows.lowerBound].filter { !$0.allSatisfy(\.isEmpty) })
    return Search(found: header, sawAllRows: sawAllRows)
  }

  /// Looks at the rows below the header for what the header does not say.
  func look(at input: inout OpenedInput, _ rows: [[String]]) {
    let search = LookAlikeSearch(
      recognizer: HeaderRecognizer(request),
      header: input.header, left: request.leftColumns)
    input.lookAlikes = search.find { LookAlikeSearch.filled($0, rows) }
    input.besides = TableBeside(header: input.header, rows: rows).columns()
    input.nameless = search.nameless { !LookAlikeSearch.filled($0, rows).isEmpty }
    input.severalMeetings = search.severalMeetings { LookAlikeSearch.filled($0, rows) }
    let blanks = MergedCells.blanks(input.header, rows)
    input.merged = MergedCells.find(input.header, blanks, role: request.role)
      .filter { !request.fillDown.contains($0.column) }
    input.saidOtherwise = RemarkedStatuses(header: input.header, kind: request.kind).doubts(rows)
    input.sawAllRows = input.headIsWhole && rows.count < InputOpener.rowsLookedAt
  }

  /// The first rows below the header, each the trimmed texts of its cells.
  func rows(of input: OpenedInput, _ text: [UInt8], isWhole: Bool) -> [[String]] {
    let block = RecordBlock()
    block.load(Array(text.dropFirst(input.dataOffset)), dialect: input.dialect, isFinal: isWhole)
    var rows: [[String]] = []
    for record in 0..<min(block.recordCount, InputOpener.rowsLookedAt)
    where block.defect(of: record) == .none {
      rows.append(
        (0..<block.cellCount(of: record)).map { Fold.trim(block.cell(record, $0).string) })
      block.releaseScratch()
    }
    return rows
  }

  /// Stops where a file of suppliers or buyers says in a column of roles that a row is of the other one.
  func checkFixedRole(_ input: OpenedInput, _ rows: [[String]]) throws(TallyError) {
    guard let role = request.role, let cell = input.roleCell else { return }
    let words = WordLists()
    guard
      let other = rows.lazy.filter({ cell < $0.count }).compactMap({ words.role($0[cell]) }).first(where: {
        $0 != role
      })
    else { return }
    throw input.otherRoleInside(other)
  }
}

extension HeaderMap {
  /// The headers that were recognised, in the contract's order.
  func recognisedHeaders(_ kind: InputKind) -> [RecognisedHeader] {
    Column.all(of: kind).compactMap { column in
      cells[column].map { RecognisedHeader(header: headers[$0], column: column) }
    }
  }
}
