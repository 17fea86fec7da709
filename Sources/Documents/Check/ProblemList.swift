import Content
import Model
import Platform
import Xlsx

/// Every problem of the inputs with its place: what an official works through, row by row.
package struct ProblemList: Sendable {
  /// One place of one problem.
  package struct Entry: Hashable, Sendable {
    var file: String
    var line: Int
    var column: String
    var value: String
    var code: String
    var treatment: String
    var explanation: String
    var action: String
    var hint: String
  }
  private let language: Language
  /// The code of a stated total that is not the sum of its rows.
  private static let totalCode = "stated-total"
  /// File by file, by line, then by code.
  package let entries: [Entry]

  /// Makes the list of inputs that keep all places.
  package init(_ head: ReportHead, language: Language) {
    self.language = language
    let words = language.checkWords
    entries = head.inputs.flatMap { input -> [Entry] in
      var entries: [Entry] = []
      func add(_ code: ProblemCode?, _ places: [ProblemPlace]) {
        let phrase = ProblemPhrases.phrase(for: code, language)
        for place in places {
          var explanation = phrase.explanation
          if let earlier = place.earlier, head.inputs.indices.contains(earlier.input) {
            explanation +=
              " "
              + words.earlierRow(
                TerminalText.safe(head.inputs[earlier.input].file), earlier.line)
          }
          entries.append(
            Entry(
              file: input.file, line: place.line, column: place.column ?? "", value: place.value ?? "",
              code: ProblemPhrases.code(code), treatment: words.treatment(rejects: code?.rejects ?? true),
              explanation: explanation, action: phrase.action, hint: place.hint ?? ""))
        }
      }
      for problem in input.problems { add(problem.code, problem.places) }
      add(nil, input.duplicatePlaces)
      for total in input.statedTotals where !total.agrees {
        entries.append(
          Entry(
            file: input.file, line: total.line, column: total.header, value: total.stated.plain,
            code: ProblemList.totalCode, treatment: words.totalRow,
            explanation: words.total(total.stated.plain, total.summed.plain), action: words.totalAction,
            hint: ""))
      }
      return entries.sorted { ($0.line, $0.code, $0.column) < ($1.line, $1.code, $1.column) }
    }
  }

  private func cells(_ entry: Entry) -> [String] {
    [
      entry.file, String(entry.line), entry.column, entry.value, entry.code, entry.treatment,
      entry.explanation,
      entry.action, entry.hint,
    ]
  }

  /// The list as CSV: UTF-8 with byte order mark, RFC 4180.
  package func csv() -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in [language.checkWords.listHeaders] + entries.map(cells) {
      for (at, cell) in row.enumerated() {
        if at > 0 { bytes.append(UInt8(ascii: ",")) }
        RejectsTable.append(cell, to: &bytes)
      }
      bytes.append(contentsOf: [0x0D, 0x0A])
    }
    return bytes
  }

  /// Writes the list as a workbook with filters.
  package func writeWorkbook(to path: String, created: Int64, temporaryDirectory: String?) throws {
    let words = language.checkWords
    let limit = 1_000_000
    let style = BookStyle(words: language.workbookWords, profile: .analyst)
    let content = ReportContent(
      language: language, name: words.listTitle, title: words.listTitle, kind: words.listTitle,
      words: language.reportWords.renderer)
    let kinds: [Content.TableColumn.Kind] = [
      .label, .count, .label, .label, .label, .label, .text, .text, .label,
    ]
    let columns = zip(words.listHeaders, kinds).map { Content.TableColumn($0, $1) }
    let rows = entries.prefix(limit).map { entry in
      TableRow(
        cells(entry).enumerated().map { at, text in
          at == 1 ? TableCell(.count(entry.line), text) : .text(text)
        })
    }
    var lines = [words.listMeaning(entries.count)]
    if entries.count > limit { lines.append(words.listCut(limit, entries.count)) }
    try WorkbookFailure.translated(path: path) {
      try WorkbookWriter.write(
        to: path,
        properties: WorkbookProperties(
          title: words.listTitle, subject: words.listTitle, author: "TradeTally", keywords: "", comments: "",
          created: created),
        options: WorkbookOptions(temporaryDirectory: temporaryDirectory, font: style.plainFont)
      ) { book in
        let formats = NumberFormats(content, words: style.words, isAccessible: false)
        try TableSheetWriter(book: book, style: style, formats: formats, content: content).add(
          TableSheet(
            name: words.listSheet, title: words.listTitle, lines: lines,
            table: Table(
              name: "problems", caption: words.listTitle, columns: columns, rows: rows, nameColumns: 2)
          ))
      }
    }
  }
}
