import Model
import Xlsx

extension WorkbookDocument {
  // MARK: - Inputs

  func addInputs(_ builder: WorkbookSheetBuilder) throws {
    let inputs = head.inputs
    let hasFrom = inputs.contains { $0.beforeFrom != nil }
    let hasEvents = inputs.contains { $0.otherEvent != nil }
    var columns = [WorkbookColumn(phrases.header(.kind), total: .label(phrases.total))]
    columns += [.file, .sha256, .encoding, .delimiter, .headerLine].map {
      WorkbookColumn(phrases.header($0), wraps: $0 == .sha256, widest: 36)
    }
    var counts: [WorkbookHeader] = [.rows, .accepted, .flagged, .duplicate, .rejected, .afterAsOf]
    if hasFrom { counts.append(.beforeFrom) }
    if hasEvents { counts.append(.otherEvent) }
    columns += counts.map { WorkbookColumn(phrases.header($0), total: .sum) }
    columns += [.ignoredColumns, .problemCodes, .currencies].map {
      WorkbookColumn(phrases.header($0), wraps: true, widest: 48)
    }
    let rows = inputs.map { input -> [WorkbookCell] in
      var cells: [WorkbookCell] = [
        .coded(input.kind.rawValue, shown: phrases.inputKind(input.kind, input.fixedRole)),
        .text(input.sheet.map { "\(input.file)#\($0.name)" } ?? input.file),
        .text(input.sha256), .text(input.encoding),
        input.sheet == nil
          ? .coded(TextNumbers.delimiter(input.delimiter), shown: phrases.delimiter(input.delimiter))
          : .blank,
        .count(input.headerLine),
        .count(input.rows), .count(input.accepted), .count(input.flagged), .count(input.duplicate),
        .count(input.rejected), .count(input.afterAsOf),
      ]
      if hasFrom { cells.append(input.beforeFrom.map { .count($0) } ?? .blank) }
      if hasEvents { cells.append(input.otherEvent.map { .count($0) } ?? .blank) }
      return cells + [
        .text(input.ignoredColumns.joined(separator: ", ")),
        .text(input.problems.map { "\($0.code.rawValue) \($0.count)" }.joined(separator: ", ")),
        .text(currencies(of: input)),
      ]
    }
    let table = WorkbookTable(name: "inputs", columns: columns, rows: rows, hasTotals: true, keyColumns: 2)
    _ = try addSheet(
      .inputs, lines: [phrases.inputRows(references(.rows, .blanks))], table: table, builder)
  }

  /// For each amount column where its currency came from and for how many cells.
  private func currencies(of input: InputReport) -> String {
    input.amounts.filter { !$0.sources.isEmpty }.map { amount in
      let sources = CurrencySource.allCases.compactMap { source in
        amount.sources[source].map { phrases.currencySource(source, $0) }
      }
      return "\(amount.header): \(sources.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  // MARK: - Problems

  func addProblems(_ builder: WorkbookSheetBuilder) throws {
    let columns = [
      WorkbookColumn(phrases.header(.code), total: .label(phrases.total)),
      WorkbookColumn(phrases.header(.treatment)),
      WorkbookColumn(phrases.header(.explanation), wraps: true, widest: 64),
      WorkbookColumn(phrases.header(.file), wraps: true), WorkbookColumn(phrases.header(.count), total: .sum),
      WorkbookColumn(phrases.header(.line)), WorkbookColumn(phrases.header(.column), wraps: true, widest: 24),
      WorkbookColumn(phrases.header(.value), wraps: true), WorkbookColumn(phrases.header(.hint), wraps: true),
    ]
    var rows: [[WorkbookCell]] = []
    for input in head.inputs {
      for tally in input.problems {
        let head: [WorkbookCell] = [
          .text(tally.code.rawValue), .text(phrases.treatment(tally.code.rejects)),
          .text(phrases.problem(tally.code)), .text(input.file),
        ]
        if tally.places.isEmpty { rows.append(head + [.count(tally.count), .blank, .blank, .blank, .blank]) }
        for (at, place) in tally.places.enumerated() {
          // The count stands once, so that the column adds up.
          rows.append(
            head + [
              at == 0 ? .count(tally.count) : .blank, .count(place.line), .text(orBlank: place.column),
              .text(orBlank: place.value.map(excerpt)), .text(orBlank: place.hint),
            ])
        }
      }
    }
    let table = WorkbookTable(name: "problems", columns: columns, rows: rows, hasTotals: true)
    _ = try addSheet(
      .problems, lines: ["\(phrases.problemBlanks) \(references(.rows))"], table: table, builder)
  }

  /// As much of a value as is needed to find it.
  private func excerpt(_ value: String) -> String {
    value.count > 200 ? value.prefix(200) + "…" : value
  }

  // MARK: - Revisions

  var revisionList: RevisionList {
    RevisionList(
      revisions, language: phrases.language, currency: head.baseCurrency, countryName: countryName)
  }

  func addRevisions(_ builder: WorkbookSheetBuilder) throws {
    let list = revisionList
    _ = try addSheet(.revisions, lines: list.lines, table: list.table, builder)
  }

  // MARK: - Notes

  func addNotes(_ builder: WorkbookSheetBuilder) throws {
    let columns = [
      WorkbookColumn(phrases.header(.number)), WorkbookColumn(phrases.header(.term)),
      WorkbookColumn(phrases.header(.definition), wraps: true, widest: 100),
    ]
    let rows = definitions.enumerated().map { at, note -> [WorkbookCell] in
      [.text(phrases.noteReference(at + 1)), .text(note.term), .text(note.text)]
    }
    let table = WorkbookTable(name: "notes", columns: columns, rows: rows)
    _ = try addSheet(.notes, lines: [], table: table, builder)
  }
}
