import Model

// Where currencies came from, the inputs, and what was rejected and flagged.
extension TextDocument {
  var currencyBlocks: [[String]] {
    var table = TextTable()
    for title in [phrases.file, phrases.amountColumn, phrases.header] { table.addColumn(title, .left) }
    for source in CurrencySource.allCases { table.addColumn(phrases.source(source)) }
    var isEmpty = true
    for input in head.inputs {
      for column in input.amounts {
        isEmpty = false
        table.addRow(
          [
            TerminalText.safe(input.file), amountLabel(column.column),
            TerminalText.safe(column.header, columns: 40),
          ] + CurrencySource.allCases.map { TextNumbers.grouped(column.sources[$0] ?? 0) })
      }
    }
    var currencies = [heading(phrases.currencies)]
    currencies += isEmpty ? [phrases.noAmounts] : [phrases.currenciesMeaning] + table.lines()

    var rates = [heading(phrases.exchangeRates)]
    if head.rates.isEmpty { rates.append(phrases.none) }
    for rate in head.rates {
      var notes: [String] = []
      if let from = rate.from { notes.append(phrases.rateFrom(from)) }
      if let source = rate.source { notes.append("\(phrases.rateSource): \(TerminalText.safe(source))") }
      let note = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
      rates.append("1 \(rate.currency) = \(TerminalText.safe(rate.rate)) \(head.baseCurrency)\(note)")
    }
    return [currencies, rates]
  }

  private func amountLabel(_ column: Column) -> String {
    Measures.Key(rawValue: column.rawValue)?.label(language) ?? column.rawValue
  }

  var inputLines: [String] {
    let inputs = head.inputs
    var lines = [heading(phrases.inputs)]
    if inputs.isEmpty { return lines + [phrases.none] }
    lines.append(phrases.inputsMeaning)
    var table = TextTable()
    table.addColumn(phrases.file, .left)
    table.addColumn(phrases.kind, .left)
    table.addColumn(phrases.rows)
    for title in [phrases.accepted, phrases.flagged, phrases.duplicate, phrases.rejected] {
      table.addColumn("")
      table.addColumn(title)
    }
    func cells(_ file: String, _ kind: String, _ counts: [Int]) -> [String] {
      var cells = [file, kind]
      for (index, count) in counts.enumerated() {
        if index > 0 { cells.append(index == 1 ? "=" : "+") }
        cells.append(TextNumbers.grouped(count))
      }
      return cells
    }
    func counts(_ input: InputReport) -> [Int] {
      [input.rows, input.accepted, input.flagged, input.duplicate, input.rejected]
    }
    for input in inputs {
      table.addRow(cells(TerminalText.safe(input.file), phrases.kind(input), counts(input)))
    }
    if inputs.count > 1 {
      let sums = (0..<5).map { index in inputs.reduce(0) { $0 + counts($1)[index] } }
      table.addTotal(cells(phrases.total, "", sums))
    }
    lines += table.lines()
    lines += leftOutLines
    for input in inputs where !input.ignoredColumns.isEmpty {
      let names = input.ignoredColumns.map { TerminalText.safe($0, columns: 40) }.joined(separator: ", ")
      lines.append("\(phrases.ignoredColumns) (\(TerminalText.safe(input.file))): \(names)")
    }
    return lines
  }

  /// Consultations that the as-of date, the first day or the choice of events leaves out.
  private var leftOutLines: [String] {
    var lines: [String] = []
    for input in head.inputs where input.kind == .consultations {
      var parts: [String] = []
      if head.asOf != nil {
        parts.append("\(phrases.afterAsOf) \(TextNumbers.grouped(input.afterAsOf))")
      }
      if let count = input.beforeFrom { parts.append("\(phrases.beforeFrom) \(TextNumbers.grouped(count))") }
      if let count = input.otherEvent { parts.append("\(phrases.otherEvent) \(TextNumbers.grouped(count))") }
      if !parts.isEmpty { lines.append("\(TerminalText.safe(input.file)): \(parts.joined(separator: ", "))") }
    }
    return lines.isEmpty ? [] : [phrases.leftOutMeaning] + lines
  }

  var problemBlocks: [[String]] {
    let inputs = head.inputs
    let occurring = Set(inputs.flatMap { $0.problems.map(\.code) })
    let duplicates = inputs.reduce(0) { $0 + $1.duplicate }
    var rejected: [[String]] = []
    var flagged: [[String]] = []
    for code in ProblemCode.allCases where occurring.contains(code) {
      if code.rejects { rejected.append(problemLines(code)) } else { flagged.append(problemLines(code)) }
    }
    if duplicates > 0 {
      let phrase = ProblemPhrases.phrase(for: nil, language)
      rejected.append([
        "\(ProblemPhrases.duplicateCode) - \(phrase.label): \(phrases.times(duplicates))",
        "  \(phrase.explanation) \(phrase.action)",
      ])
    }
    return [
      [heading(phrases.rejectedRows)]
        + (rejected.isEmpty ? [phrases.none] : [phrases.rejectedWhere] + rejected.flatMap { $0 }),
      [heading(phrases.flaggedRows)] + (flagged.isEmpty ? [phrases.none] : flagged.flatMap { $0 }),
    ]
  }

  /// Code, label and count; what it means and what to do; the first three places.
  private func problemLines(_ code: ProblemCode) -> [String] {
    let phrase = ProblemPhrases.phrase(for: code, language)
    var count = 0
    var places: [String] = []
    for input in head.inputs {
      for tally in input.problems where tally.code == code {
        count += tally.count
        for place in tally.places where places.count < 3 {
          places.append(describe(place, in: input))
        }
      }
    }
    var lines = [
      "\(code.rawValue) - \(phrase.label): \(phrases.times(count))",
      "  \(phrase.explanation) \(phrase.action)",
    ]
    if !places.isEmpty { lines.append("  \(phrases.firstPlaces): \(places.joined(separator: "; "))") }
    return lines
  }

  private func describe(_ place: ProblemPlace, in input: InputReport) -> String {
    var details: [String] = []
    let column = place.column.map { TerminalText.safe($0, columns: 40) }
    let value = place.value.map { "\"\(TerminalText.safe($0, columns: 40))\"" }
    switch (column, value) {
    case (let column?, let value?): details.append("\(column) \(value)")
    case (let column?, nil): details.append(column)
    case (nil, let value?): details.append(value)
    case (nil, nil): break
    }
    if let hint = place.hint { details.append(phrases.hint(TerminalText.safe(hint))) }
    let position = phrases.place(TerminalText.safe(input.file), place.line)
    return details.isEmpty ? position : "\(position) (\(details.joined(separator: "; ")))"
  }
}
