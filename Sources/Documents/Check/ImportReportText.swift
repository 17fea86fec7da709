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
    let rejected = head.inputs.reduce(0) { $0 + $1.rejectedData }
    lines.append(
      rejected == 0
        ? say("데이터 행은 모두 집계됩니다.", "Every data row counts.")
        : say(
          "데이터 \(rejected)행이 집계되지 않습니다.",
          rejected == 1 ? "1 data row does not count." : "\(rejected) data rows do not count."))
    return lines
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
        say("  인코딩 판단 근거: \(input.encodingReason)", "  why this encoding: \(input.encodingReason)"))
    }
    let columns = input.recognised.map {
      "\(TerminalText.safe($0.header, columns: 40)) = \($0.column.rawValue)"
    }
    lines.append(say("  인식한 열: ", "  recognised columns: ") + columns.joined(separator: ", "))
    if !input.ignoredColumns.isEmpty {
      lines.append(
        say("  쓰지 않은 열: ", "  columns not used: ")
          + input.ignoredColumns.map { TerminalText.safe($0, columns: 40) }.joined(separator: ", "))
    }
    lines.append("  " + rows(input))
    for amount in input.amounts where !amount.sources.isEmpty {
      let sources = CurrencySource.allCases.compactMap { source in
        amount.sources[source].map { "\(TextPhrases(language: language).source(source)) \($0)" }
      }
      lines.append(
        say("  통화 출처, ", "  currency from, ") + "\(TerminalText.safe(amount.header, columns: 40)): "
          + sources.joined(separator: ", "))
    }
    for problem in input.problems {
      let phrase = ProblemPhrases.phrase(for: problem.code, language)
      lines.append("  \(problem.code.rawValue) \(count(problem.count)): \(phrase.label)")
      for place in problem.places { lines.append("    " + self.place(place)) }
      let rest = problem.count - problem.places.count
      if rest > 0 { lines.append(say("    … 외 \(rest)건", "    … and \(rest) more")) }
    }
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

  private func rows(_ input: InputReport) -> String {
    func n(_ count: Int) -> String { TextNumbers.grouped(count) }
    var text = say(
      "행 \(n(input.rows)) = 채택 \(n(input.accepted)) + 표시 \(n(input.flagged)) + 중복 \(n(input.duplicate)) + 제외 \(n(input.rejected))",
      "rows \(n(input.rows)) = accepted \(n(input.accepted)) + flagged \(n(input.flagged)) + duplicate "
        + "\(n(input.duplicate)) + rejected \(n(input.rejected))")
    if input.afterAsOf > 0 {
      text += say("; 기준일 이후 \(n(input.afterAsOf))", "; after the as-of date \(n(input.afterAsOf))")
    }
    if let count = input.beforeFrom {
      text += say("; 시작일 이전 \(n(count))", "; before the from date \(n(count))")
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
    default: TerminalText.safe(text)
    }
  }
}
