import Encodings
import Model
import Platform
import Records
import Sheets
import Values

/// An input file whose encoding, delimiter and header are known.
struct OpenedInput: Sendable {
  var index: Int
  var request: InputRequest
  /// The file's name as reports print it.
  var name: String
  var verdict: EncodingVerdict
  var dialect: RecordDialect
  var header: HeaderMap
  /// The rows that the header consists of, as they stand in the file.
  var headerRows: [[String]]
  var headerLine: Int
  /// Lines of earlier rows in which two columns or more were recognised.
  var passedOver: [Int]
  /// Line and decoded offset behind the header.
  var firstDataLine: Int
  var dataOffset: Int
  /// Whether the encoding was judged over the whole file.
  var headIsWhole: Bool
  /// What the title rows say of a unit.
  var titleUnit = UnitReading.none
  /// Whether the rows that were looked at for what the header does not say were all there are.
  var sawAllRows = false
  /// Columns that look like one that is missing.
  var lookAlikes: [LookAlike] = []
  /// Columns that seem to be those of another table beside the one that is read.
  var besides: [RecognisedHeader] = []
  /// Columns by which a row stands for several meetings.
  var severalMeetings: [String] = []
  /// Columns that are not read and say of meetings held that they were not.
  var saidOtherwise: [RowDoubt] = []
  /// Columns without a header in which something stands.
  var nameless: [String] = []
  /// Columns whose blanks look like those of merged cells.
  var merged: [MergedColumn] = []
  /// The sheet that is read, of a workbook.
  var sheet: OpenedSheet?

  func cell(_ column: Column) -> Int? { header.cells[column] }

  /// The header of a column as it stands in the file.
  func headerText(_ column: Column) -> String? { header.cells[column].map { header.headers[$0] } }

  /// The column of roles, in a file that was given as one side's, too.
  var roleCell: Int? {
    HeaderRecognizer(kind: request.kind, roleIsFixed: false, named: request.columns)
      .map(header.headers).cells[.role]
  }

  /// What is wrong where a file of one side's says the other role.
  func otherRoleInside(_ other: Role) -> TallyError {
    let header = roleCell.map { self.header.headers[$0] } ?? Column.role.rawValue
    return TallyError(
      .input(.otherRoleInside(given: request.role ?? other, header: header, other: other)),
      at: request.shownPath)
  }

  /// Recognised columns in the contract's order.
  var columns: [Column] { Column.all(of: request.kind).filter { header.cells[$0] != nil } }
}

/// Opens an input: looks at its beginning to find encoding, delimiter and header.
struct InputOpener {
  static let headSize = 1 << 18
  static let largestHead = 1 << 23
  /// How many rows below the header are looked at for what it does not say.
  static let rowsLookedAt = 2_000
  /// Delimiters in order of preference where they recognise equally many columns.
  static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C, 0x5E, 0x7E, 0x3A, 0x1F, 0x01]

  let request: InputRequest
  let index: Int
  let name: String
  /// An encoding that is settled already, by the user or by a look at the whole file.
  let encoding: TextEncoding?
  /// How many columns a sheet turned out to have.
  var leastWidth = 0
  /// What is known of the sheet beside its texts, of a workbook.
  var top: SheetTop?

  struct Found {
    var dialect: RecordDialect
    var header: HeaderMap
    var rows: [[String]]
    var line: Int
    var passedOver: [Int]
    var nextLine: Int
    var offset: Int
    var titles: [[String]]
  }

  func open() throws(TallyError) -> OpenedInput {
    var size = InputOpener.headSize
    while true {
      let (head, isWhole) = try readHead(size)
      if head.isEmpty { throw error(.isEmpty) }
      if let book = try openBook(head) { return try open(book) }
      let verdict = try judge(head)
      let text = decode(head, verdict: verdict, isWhole: isWhole)
      // A list of names may have no more than one column that is of use. One is enough where its header was named for
      // the purpose and no row has two.
      let search = find(text, isWhole: isWhole)
      if let found = search.found { return try opened(found, verdict, text, headIsWhole: isWhole) }
      if let wide = search.tooWide { throw error(wide) }
      if isWhole || search.sawAllRows || size >= InputOpener.largestHead {
        throw noHeader(text, isWhole: isWhole)
      }
      size *= 8
    }
  }

  /// What was found in a file's beginning.
  struct Search {
    var found: Found?
    /// Whether a longer beginning would show no more rows that may be a header.
    var sawAllRows = true
    /// A row with more columns than any table has, which was not taken for a header.
    var tooWide: InputFault?
  }

  /// As many columns as a sheet can have.
  static let mostColumns = 16_384

  /// The header in a file's beginning.
  func find(_ text: [UInt8], isWhole: Bool) -> Search {
    let search = search(text, isWhole: isWhole)
    return search.found == nil && !request.columns.isEmpty
      ? self.search(text, isWhole: isWhole, oneIfNamed: true) : search
  }

  /// The input with all that its beginning says.
  func opened(
    _ found: Found, _ verdict: EncodingVerdict, _ text: [UInt8], headIsWhole: Bool
  ) throws(TallyError) -> OpenedInput {
    // The nearest serves: what stands farther above may be of another table.
    let units = (found.titles + [found.header.statedUnits]).lazy.reversed().map { UnitReader.title($0) }
      .filter { $0 != .none }
    var input = OpenedInput(
      index: index, request: request, name: name, verdict: verdict, dialect: found.dialect,
      header: found.header, headerRows: found.rows, headerLine: found.line,
      passedOver: found.passedOver, firstDataLine: found.nextLine,
      dataOffset: found.offset, headIsWhole: headIsWhole, titleUnit: units.first ?? .none)
    if input.titleUnit == .none, found.titles.joined().contains(where: { UnitReader.mentionsUnit($0) }) {
      input.titleUnit = .unclear
    }
    let rows = rows(of: input, text, isWhole: headIsWhole)
    look(at: &input, rows)
    try checkNeeded(input, rows, text, isWhole: headIsWhole)
    try checkFixedRole(input, rows)
    return input
  }

  private func readHead(_ size: Int) throws(TallyError) -> (bytes: [UInt8], isWhole: Bool) {
    do throws(SystemError) {
      let file = try InputFile(path: request.path, kept: request.kept)
      var bytes = [UInt8](repeating: 0, count: size)
      var failure: SystemError?
      let count = bytes.withUnsafeMutableBytes { buffer -> Int in
        do throws(SystemError) { return try file.read(into: buffer) } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      bytes.removeLast(size - count)
      return (bytes, count < size)
    } catch {
      throw TallyError(.input(.system(error)), at: error.path)
    }
  }

  private func judge(_ head: [UInt8]) throws(TallyError) -> EncodingVerdict {
    var verdict = detectEncoding(head)
    if let kind = verdict.binary { throw error(.notText(kind)) }
    if let encoding, encoding != verdict.encoding {
      verdict.encoding = encoding
      verdict.byteOrderMark = 0
      verdict.confidence = 1
      verdict.reason = .given
    }
    return verdict
  }

  private func decode(_ head: [UInt8], verdict: EncodingVerdict, isWhole: Bool) -> [UInt8] {
    let body = head[verdict.byteOrderMark...]
    if verdict.encoding == .utf8 { return Array(body) }
    var decoder = StreamingDecoder(verdict.encoding)
    var text: [UInt8] = []
    body.withUnsafeBytes { decoder.decode($0, isLast: isWhole, into: &text) }
    return text
  }

  // MARK: - Header

  private func search(_ text: [UInt8], isWhole: Bool, oneIfNamed: Bool = false) -> Search {
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
  private func delimiters(of text: [UInt8]) -> [UInt8] {
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

  private func search(
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
  private func look(at input: inout OpenedInput, _ rows: [[String]]) {
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
  private func rows(of input: OpenedInput, _ text: [UInt8], isWhole: Bool) -> [[String]] {
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
  private func checkFixedRole(_ input: OpenedInput, _ rows: [[String]]) throws(TallyError) {
    guard let role = request.role, let cell = input.roleCell else { return }
    let words = WordLists()
    guard
      let other = rows.lazy.filter({ cell < $0.count }).compactMap({ words.role($0[cell]) }).first(where: {
        $0 != role
      })
    else { return }
    throw input.otherRoleInside(other)
  }

  // MARK: - What is missing

  func checkNeeded(
    _ input: OpenedInput, _ rows: [[String]], _ text: [UInt8], isWhole: Bool
  ) throws(TallyError) {
    let header = input.header
    func require(_ columns: [Column], _ reason: MissingColumn.Reason? = nil) throws(TallyError) {
      if columns.contains(where: { header.cells[$0] != nil }) { return }
      throw error(
        .missingColumn(
          MissingColumn(
            kind: request.kind, wanted: columns, reason: reason,
            recognised: header.recognisedHeaders(request.kind),
            others: header.ignored,
            advice: NeededColumns(header: header, rows: rows, lookAlikes: input.lookAlikes).advice(columns),
            otherKind: otherKind(text, isWhole: isWhole, recognised: header.recognised))))
    }
    switch request.kind {
    case .registrations:
      try require([.registrationID, .organization])
      if request.role == nil {
        try require([.role], .roleNotGiven)
      }
      if request.role == .buyer { try require([.country], .buyersNeed) }
    case .consultations:
      try require([.supplierID, .supplier])
      try require([.buyerID, .buyer])
      try checkNames(input, rows)
    }
  }

  func noHeader(_ text: [UInt8], isWhole: Bool) -> TallyError {
    error(
      .noHeader(
        NoHeader(
          kind: request.kind, rowsSearched: HeaderSearch.rowsSearched,
          isSheet: request.delimiter == SheetFeed.delimiter, seen: bestGuess(text, isWhole: isWhole),
          otherKind: otherKind(text, isWhole: isWhole, recognised: 1))))
  }

  /// What a message may say about a file without a header: only recognised headers and near misses of
  /// headers, since anything else may be a contact's.
  private func bestGuess(_ text: [UInt8], isWhole: Bool) -> NoHeader.Seen? {
    let recognizer = HeaderRecognizer(request)
    let block = RecordBlock()
    var known: Set<String> = []
    for delimiter in delimiters(of: text) {
      block.load(text, dialect: RecordDialect(delimiter: delimiter), isFinal: isWhole)
      for record in 0..<min(block.recordCount, HeaderSearch.rowsSearched)
      where block.cellCount(of: record) <= InputOpener.mostColumns {
        let cells = (0..<block.cellCount(of: record)).map { Fold.trim(block.cell(record, $0).string) }
        let header = recognizer.map(cells)
        if let (column, cell) = header.cells.first {
          return .onlyHeader(
            RecognisedHeader(header: header.headers[cell], column: column), line: block.line(of: record))
        }
        for cell in cells where cell.utf8.count <= 160 && known.insert(cell).inserted {
          if let hint = recognizer.hint(cell) {
            return .nearMiss(cell: cell.withoutContact, header: hint, line: block.line(of: record))
          }
        }
      }
    }
    return nil
  }

  /// The other kind of file, where it would explain more of the header.
  func otherKind(_ text: [UInt8], isWhole: Bool, recognised: Int) -> InputKind? {
    let other: InputKind = request.kind == .registrations ? .consultations : .registrations
    let recognizer = HeaderRecognizer(kind: other, roleIsFixed: false, named: [:])
    let block = RecordBlock()
    let explainsMore = delimiters(of: text).contains { delimiter in
      let dialect = RecordDialect(delimiter: delimiter)
      let search = search(text, isWhole: isWhole, dialect: dialect, block: block, recognizer: recognizer)
      return search.found?.header.recognised ?? 0 > recognised
    }
    return explainsMore ? other : nil
  }

  func error(_ fault: InputFault) -> TallyError { TallyError(.input(fault), at: request.shownPath) }
}

extension HeaderMap {
  /// The headers that were recognised, in the contract's order.
  fileprivate func recognisedHeaders(_ kind: InputKind) -> [RecognisedHeader] {
    Column.all(of: kind).compactMap { column in
      cells[column].map { RecognisedHeader(header: headers[$0], column: column) }
    }
  }
}
