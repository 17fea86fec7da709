import Content
import Model

// Where currencies came from, the inputs, and what was rejected and flagged.
extension ContentContext {
  var currencies: Section {
    var parts: [Section.Part] = []
    let sources = CurrencySource.allCases.filter { source in
      head.inputs.contains { $0.amounts.contains { ($0.sources[source] ?? 0) > 0 } }
    }
    let columns =
      [ReportTerm.file, .amountColumn, .headerInFile].map { TableColumn(words.term($0), .label) }
      + sources.map { TableColumn(words.currencySource($0), .count) }
    var rows: [TableRow] = []
    for input in head.inputs {
      for column in input.amounts {
        let name = Measures.Key(rawValue: column.column.rawValue).map { words.measure($0) }
        rows.append(
          TableRow(
            [
              .text(TerminalText.safe(input.file)), .text(name ?? column.column.rawValue),
              .text(TerminalText.safe(column.header, columns: 40)),
            ] + sources.map { count(column.sources[$0] ?? 0) }))
      }
    }
    if rows.isEmpty {
      parts.append(.paragraph([words.noAmountColumn]))
    } else {
      parts.append(.paragraph([words.currenciesMeaning]))
      parts.append(
        .table(
          Table(
            name: "currencies", caption: words.caption(.currencies), columns: columns, rows: rows,
            nameColumns: 2)))
    }
    let rates = head.rates.map { words.exchange($0, head.baseCurrency) }
    parts.append(rates.isEmpty ? .paragraph([words.noRates]) : .list(rates))
    return Section(.currencies, heading: words.heading(.currencies), parts: parts)
  }

  private func count(_ value: Int) -> TableCell { TableCell(.count(value), TextNumbers.grouped(value)) }

  var inputs: Section {
    let heading = words.heading(.inputs)
    if head.inputs.isEmpty { return Section(.inputs, heading: heading, parts: [.paragraph([words.none])]) }
    var terms: [(ReportTerm, (InputReport) -> Int?)] = [
      (.rows, { $0.rows }), (.accepted, { $0.accepted }), (.flagged, { $0.flagged }),
      (.duplicate, { $0.duplicate }), (.rejected, { $0.rejected }),
    ]
    if head.asOf != nil { terms.append((.afterAsOf, { $0.kind == .consultations ? $0.afterAsOf : nil })) }
    if head.inputs.contains(where: { $0.beforeFrom != nil }) {
      terms.append((.beforeFrom, { $0.beforeFrom }))
    }
    if head.inputs.contains(where: { $0.otherEvent != nil }) {
      terms.append((.otherEvent, { $0.otherEvent }))
    }
    let columns =
      [TableColumn(words.term(.file), .label), TableColumn(words.term(.kind), .label)]
      + terms.map { TableColumn(words.term($0.0), .count) }
    func cell(_ value: Int?) -> TableCell {
      value.map(count) ?? TableCell(.absent(.notApplicable), words.absent)
    }
    let rows = head.inputs.map { input in
      TableRow(
        [.text(TerminalText.safe(input.file)), .text(words.inputKind(input))]
          + terms.map { cell($0.1(input)) })
    }
    let sums = terms.map { term in head.inputs.reduce(0) { $0 + (term.1($1) ?? 0) } }
    let total = TableRow([.text(words.total), .text("")] + sums.map(count), kind: .total)
    let table = Table(
      name: "inputs", caption: words.caption(.inputs), columns: columns, rows: rows,
      total: head.inputs.count > 1 ? total : nil, nameColumns: 2)
    var remarks = [words.inputsMeaning]
    if terms.count > 5 { remarks.append(words.leftOutMeaning) }
    var parts: [Section.Part] = [.table(table), .remarks(remarks)]
    let ignored = head.inputs.filter { !$0.ignoredColumns.isEmpty }.map { input in
      let names = input.ignoredColumns.map { TerminalText.safe($0, columns: 40) }.joined(separator: ", ")
      return "\(words.term(.notRead)) (\(TerminalText.safe(input.file))): \(names)"
    }
    let stated = head.inputs.flatMap { input in
      input.statedTotals.map { words.statedTotal($0, in: TerminalText.safe(input.file)) }
    }
    if !ignored.isEmpty || !stated.isEmpty { parts.append(.list(stated + ignored)) }
    return Section(.inputs, heading: heading, parts: parts)
  }

  var rejected: Section {
    var rows = problemRows(rejecting: true)
    let duplicates = head.inputs.reduce(0) { $0 + $1.duplicate }
    if duplicates > 0 {
      let phrase = ProblemPhrases.phrase(for: nil, language)
      rows.append(
        TableRow([
          .text(phrase.label), count(duplicates), .text("\(phrase.explanation) \(phrase.action)"),
          .text(words.absent),
        ]))
    }
    return problemSection(.rejected, "rejected", rows, rows.isEmpty ? [] : [words.rejectedMeaning])
  }

  var problems: Section { problemSection(.problems, "problems", problemRows(rejecting: false), []) }

  private func problemSection(_ id: Section.ID, _ name: String, _ rows: [TableRow], _ remarks: [String])
    -> Section
  {
    if rows.isEmpty { return Section(id, heading: words.heading(id), parts: [.paragraph([words.none])]) }
    let columns = [
      TableColumn(words.term(.problem), .label), TableColumn(words.term(.count), .count),
      TableColumn(words.term(.explanation), .text), TableColumn(words.term(.places), .text),
    ]
    let table = Table(name: name, caption: words.caption(id), columns: columns, rows: rows)
    return Section(
      id, heading: words.heading(id), parts: [.table(table)] + (remarks.isEmpty ? [] : [.remarks(remarks)]))
  }

  private func problemRows(rejecting: Bool) -> [TableRow] {
    let occurring = Set(head.inputs.flatMap { $0.problems.map(\.code) })
    return ProblemCode.allCases.filter { $0.rejects == rejecting && occurring.contains($0) }.map(row)
  }

  /// What a problem is called and means, how often it occurred, and its first three places.
  private func row(_ code: ProblemCode) -> TableRow {
    let phrase = ProblemPhrases.phrase(for: code, language)
    var sum = 0
    var places: [String] = []
    for input in head.inputs {
      for tally in input.problems where tally.code == code {
        sum += tally.count
        for place in tally.places where places.count < 3 { places.append(describe(place, in: input)) }
      }
    }
    return TableRow([
      .text(phrase.label), count(sum), .text("\(phrase.explanation) \(phrase.action)"),
      .text(places.isEmpty ? words.absent : places.joined(separator: "; ")),
    ])
  }

  private func describe(_ place: ProblemPlace, in input: InputReport) -> String {
    var details = [
      place.column.map { TerminalText.safe($0, columns: 40) },
      place.value.map { "\"\(TerminalText.safe($0, columns: 40))\"" },
    ].compactMap { $0 }.joined(separator: " ")
    if let hint = place.hint {
      details += (details.isEmpty ? "" : "; ") + words.hint(TerminalText.safe(hint))
    }
    let position = words.place(TerminalText.safe(input.file), place.line)
    return details.isEmpty ? position : "\(position) (\(details))"
  }
}
