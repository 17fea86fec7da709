import Model
import Records
import Sheets
import Values

// What is said where a needed column or the whole header is missing.
extension InputOpener {
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
  func bestGuess(_ text: [UInt8], isWhole: Bool) -> NoHeader.Seen? {
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
}
