import Model

/// The import report for whoever is to mend the sheets: what was found in every file, what became of its rows,
/// and what to mend first.
package struct ImportReportText {
  private let head: ReportHead
  private let language: Language
  /// How many findings stand in the list of what to mend first.
  private static let first = 10

  /// Makes the report.
  package init(_ head: ReportHead, language: Language) {
    self.head = head
    self.language = language
  }

  /// The report as text, each line ended.
  package func render() -> String {
    var blocks = [summary, mendFirst]
    for input in head.inputs { blocks.append(file(input)) }
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func say(_ korean: String, _ english: String) -> String { language == .ko ? korean : english }

  private var summary: [String] {
    var lines = ReportWarnings.lines(head, language)
    lines.append(ImportReportText.counting(head, language))
    return lines
  }

  /// What does not count, whatever the reason; that every row counts only where each one does.
  static func counting(_ head: ReportHead, _ language: Language) -> String {
    func sum(_ count: (InputReport) -> Int) -> Int { head.inputs.reduce(0) { $0 + count($1) } }
    let parts: [(Int, String, String)] = [
      (sum(\.rejectedData), "제외", "rejected"), (sum(\.duplicate), "중복", "duplicate"),
      (sum(\.afterAsOf), "기준일 뒤", "after the as-of date"),
      (sum { $0.beforeFrom ?? 0 }, "시작일 앞", "before the from date"),
      (sum { $0.otherEvent ?? 0 }, "다른 행사", "other events"),
    ]
    let lost = parts.filter { $0.0 > 0 }
    let all = lost.reduce(0) { $0 + $1.0 }
    switch language {
    case .ko:
      if all == 0 { return "데이터 행은 모두 집계됩니다." }
      let list = lost.map { "\($0.1) \(TextNumbers.grouped($0.0))" }.joined(separator: ", ")
      return "데이터 \(TextNumbers.grouped(all))행이 집계되지 않습니다(\(list))."
    case .en:
      if all == 0 { return "Every data row counts." }
      let list = lost.map { "\($0.2) \(TextNumbers.grouped($0.0))" }.joined(separator: ", ")
      return "\(TextNumbers.english(all, "data row does", "data rows do")) not count (\(list))."
    }
  }

  private var mendFirst: [String] {
    let findings = ImportFinding.ranked(head.inputs)
    if findings.isEmpty { return [] }
    var lines = [say("먼저 고칠 것", "What to mend first")]
    for (index, finding) in findings.prefix(ImportReportText.first).enumerated() {
      let phrase = ProblemPhrases.phrase(for: finding.tally.code, language)
      let where_ = TerminalText.safe(finding.file)
      lines.append(
        "\(index + 1). \(where_): \(phrase.label) (\(finding.tally.code.rawValue)) \(count(finding.tally.count))"
      )
      lines.append("   " + phrase.action)
      if let place = finding.tally.places.first { lines.append("   " + self.place(place)) }
    }
    let rest = findings.count - ImportReportText.first
    if rest > 0 {
      lines.append(say("이 밖에 \(rest)가지가 아래 파일별 목록에 있습니다.", "\(rest) more stand in the lists by file below."))
    }
    return lines
  }

  private func count(_ count: Int) -> String {
    say("\(TextNumbers.grouped(count))건", count == 1 ? "once" : "\(TextNumbers.grouped(count)) times")
  }

  private func place(_ place: ProblemPlace) -> String {
    var text =
      place.cell.map { TerminalText.safe($0, columns: 60) } ?? say("\(place.line)행", "line \(place.line)")
    if let column = place.column {
      text += say(
        ", \(TerminalText.safe(column, columns: 40)) 열", ", column \(TerminalText.safe(column, columns: 40))")
    }
    if let value = place.value, !value.isEmpty { text += ": \"\(TerminalText.safe(value, columns: 60))\"" }
    if let earlier = place.earlier, head.inputs.indices.contains(earlier.input) {
      let file = TerminalText.safe(head.inputs[earlier.input].file)
      text += say(" (먼저 나온 행: \(file) \(earlier.line)행)", " (the earlier row: \(file), line \(earlier.line))")
    }
    if let hint = place.hint { text += say(" (혹시 \(hint)?)", " (did you mean \(hint)?)") }
    return text
  }

  private func file(_ input: InputReport) -> [String] {
    let kind =
      switch (input.kind, input.fixedRole) {
      case (.registrations, .supplier?): say("참가기업 등록", "registrations of suppliers")
      case (.registrations, .buyer?): say("바이어 등록", "registrations of buyers")
      case (.registrations, nil): say("등록", "registrations")
      case (.consultations, _): say("상담", "consultations")
      }
    var lines = ["\(TerminalText.safe(input.path, columns: 200)) (\(kind))"]
    if let sheet = input.sheet {
      lines += sheetLines(sheet, input)
    } else {
      lines.append(
        say(
          "  인코딩 \(input.encoding), 구분자 \(delimiter(input.delimiter)), 머리글 \(input.headerLine)행",
          "  encoding \(input.encoding), delimiter \(delimiter(input.delimiter)), header on line \(input.headerLine)"
        ))
      lines.append(
        say("  인코딩 판단 근거: ", "  why this encoding: ") + language.messages.words(input.encodingReason))
    }
    let columns = input.recognised.map {
      "\(TerminalText.safe($0.header, columns: 40)) = \($0.column.rawValue)"
    }
    lines.append(say("  인식한 열: ", "  recognised columns: ") + columns.joined(separator: ", "))
    let unused = input.ignoredColumns + input.namelessColumns
    if !unused.isEmpty {
      lines.append(
        say("  쓰지 않은 열: ", "  columns not used: ")
          + unused.map { TerminalText.safe($0, columns: 40) }.joined(separator: ", "))
    }
    if !input.filledDown.isEmpty {
      lines.append(
        say("  위 칸의 값으로 채운 열: ", "  columns filled with the cell above: ")
          + input.filledDown.map(\.rawValue).joined(separator: ", "))
    }
    if !input.passedOver.isEmpty {
      let passed = input.passedOver.map(String.init).joined(separator: ", ")
      lines.append(
        say(
          "  머리글로 보지 않고 지나친 행: \(passed)행 (아는 머리글이 더 많은 행이 아래에 있습니다)",
          "  passed over as header: line \(passed) (a later row has more known headers)"))
    }
    lines.append("  " + rows(input))
    for amount in input.amounts where !amount.sources.isEmpty {
      let sources = CurrencySource.allCases.compactMap { source in
        amount.sources[source].map { "\(language.reportWords.currencySource(source)) \($0)" }
      }
      lines.append(
        say("  통화 출처, ", "  currency from, ") + "\(TerminalText.safe(amount.header, columns: 40)): "
          + sources.joined(separator: ", "))
    }
    for problem in input.problems {
      let phrase = ProblemPhrases.phrase(for: problem.code, language)
      lines.append("  \(problem.code.rawValue) \(count(problem.count)): \(phrase.label)")
      let shown = problem.places.prefix(ProblemTally.placesKept)
      for place in shown { lines.append("    " + self.place(place)) }
      let rest = problem.count - shown.count
      if rest > 0 { lines.append(say("    … 외 \(rest)건", "    … and \(rest) more")) }
    }
    if input.duplicate > 0 {
      let phrase = ProblemPhrases.phrase(for: nil, language)
      lines.append("  \(ProblemPhrases.duplicateCode) \(count(input.duplicate)): \(phrase.label)")
      let shown = input.duplicatePlaces.prefix(ProblemTally.placesKept)
      for place in shown { lines.append("    " + self.place(place)) }
      let rest = input.duplicate - shown.count
      if rest > 0 { lines.append(say("    … 외 \(rest)건", "    … and \(rest) more")) }
    }
    for total in input.statedTotals { lines.append("  " + stated(total)) }
    for count in input.statedCounts { lines.append("  " + stated(count)) }
    return lines
  }

  private func sheetLines(_ sheet: SheetReport, _ input: InputReport) -> [String] {
    let name = TerminalText.safe(sheet.name, columns: 60)
    return [
      say(
        "  시트 \"\(name)\"(\(sheet.format)), 머리글 \(input.headerLine)행",
        "  sheet \"\(name)\" (\(sheet.format)), header in row \(input.headerLine)")
    ]
      + sheet.doubts(file: input.file).map { "  " + ReportWarnings.line($0, language) }
  }

  private func stated(_ total: StatedTotal) -> String {
    let header = TerminalText.safe(total.header, columns: 40)
    let (stated, summed) = (DoubtWords.number(total.stated), DoubtWords.number(total.summed))
    return say(
      "적힌 합계, \(total.line)행 \(header) 열: \(stated)" + (total.agrees ? " (맞음)" : " (행의 합은 \(summed))"),
      "stated total, line \(total.line), column \(header): \(stated)"
        + (total.agrees ? " (agrees)" : " (the rows come to \(summed))"))
  }

  private func stated(_ count: StatedCount) -> String {
    let stated = TextNumbers.grouped(count.stated)
    guard let rows = count.rows else {
      return say(
        "적힌 수, \(count.line)행: \(stated) (기업의 수여서 견주지 않음)",
        "stated count, line \(count.line): \(stated) (of companies, not compared)")
    }
    return say(
      "적힌 수, \(count.line)행: \(stated)" + (count.disagrees ? " (행은 \(TextNumbers.grouped(rows))개)" : " (맞음)"),
      "stated count, line \(count.line): \(stated)"
        + (count.disagrees ? " (the rows are \(TextNumbers.grouped(rows)))" : " (agrees)"))
  }

  private func rows(_ input: InputReport) -> String {
    func n(_ count: Int) -> String { TextNumbers.grouped(count) }
    var text = say(
      "행 \(n(input.rows)) = 채택 \(n(input.accepted)) + 표시 \(n(input.flagged)) + 중복 \(n(input.duplicate)) + 제외 \(n(input.rejected))",
      "rows \(n(input.rows)) = accepted \(n(input.accepted)) + flagged \(n(input.flagged)) + duplicate "
        + "\(n(input.duplicate)) + rejected \(n(input.rejected))")
    if input.afterAsOf > 0 {
      text += say("; 기준일 뒤 \(n(input.afterAsOf))", "; after the as-of date \(n(input.afterAsOf))")
    }
    if let count = input.beforeFrom {
      text += say("; 시작일 앞 \(n(count))", "; before the from date \(n(count))")
    }
    if let count = input.otherEvent { text += say("; 다른 행사 \(n(count))", "; other events \(n(count))") }
    return text
  }

  private func delimiter(_ text: String) -> String {
    switch text {
    case "\t": say("탭", "tab")
    case ",": say("쉼표", "comma")
    case ";": say("쌍반점", "semicolon")
    case "|": say("세로줄", "pipe")
    default: TextNumbers.delimiter(text)
    }
  }
}
