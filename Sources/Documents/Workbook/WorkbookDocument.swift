import Model
import Xlsx

/// A sheet's name, its title in A1 and what it holds.
struct WorkbookSheetWords: Hashable, Sendable {
  var name: String
  var title: String
  var content: String
}

/// What the workbooks of all kinds of report share: the lines above a table, and the sheets of the cover, the
/// inputs, the problems and the notes.
protocol WorkbookDocument {
  var head: ReportHead { get }
  var phrases: WorkbookPhrases { get }
  var countryName: @Sendable (CountryCode, Language) -> String { get }
  /// What changed since the report was published before.
  var revisions: Revisions { get }
  /// What stands under the title on the cover.
  var kind: String { get }
  /// Cover lines of this kind of report only.
  var coverLines: [String] { get }
  /// The sheets behind the cover, in their order.
  var contents: [WorkbookSheetWords] { get }
  /// The terms of the notes with their definitions, in their order.
  var definitions: [(term: String, text: String)] { get }
  /// The references to notes, for example `[note 4][note 7]`.
  func references(_ wanted: WorkbookNote...) -> String
}

extension WorkbookDocument {
  /// The report's title in the workbook's language, else its name.
  var title: String { head.title[phrases.language] ?? head.name }

  /// The words of a sheet that every workbook names alike.
  func words(_ id: WorkbookSheetID) -> WorkbookSheetWords {
    WorkbookSheetWords(
      name: phrases.sheetName(id), title: phrases.sheetTitle(id), content: phrases.sheetContent(id))
  }

  /// A country as readers see it: `러시아 (RU)`.
  func shown(_ country: CountryCode) -> String {
    let name = countryName(country, phrases.language)
    return name.isEmpty || name == country.code ? country.code : "\(name) (\(country.code))"
  }

  /// Adds a sheet with the lines that every one has: what it holds and its sources.
  func addSheet(
    _ words: WorkbookSheetWords, lines: [String], table: WorkbookTable, layout: WorkbookSheetLayout = .fitted,
    _ builder: WorkbookSheetBuilder
  ) throws -> WorkbookTablePlace {
    let files = head.inputs.map(\.file)
    let sources = phrases.sources(files.prefix(4).joined(separator: ", "), max(0, files.count - 4))
    return try builder.addSheet(
      named: words.name, title: words.title, lines: ["\(title) – \(words.content)"] + lines + [sources],
      table: table, layout: layout)
  }

  /// Adds a sheet that every workbook names alike.
  func addSheet(
    _ id: WorkbookSheetID, lines: [String], table: WorkbookTable, _ builder: WorkbookSheetBuilder
  ) throws -> WorkbookTablePlace {
    let nothing = table.rowCount == 0 ? [phrases.nothing(id)].compactMap { $0 } : []
    return try addSheet(words(id), lines: lines + nothing, table: table, builder)
  }

  /// The text for who cannot see a chart; a list that is cut says so.
  func altText(_ title: String, _ figures: [String]) -> String {
    var list = ""
    for figure in figures {
      if list.utf8.count + figure.utf8.count > 1500 {
        list += ", …"
        break
      }
      list += (list.isEmpty ? "" : ", ") + figure
    }
    return phrases.altText(title, list.isEmpty ? "–" : list)
  }

  /// What the file says of itself.
  func properties(created: Int64) -> WorkbookProperties {
    // Excel allows 255 UTF-16 units, of which a scalar takes two at most.
    func short(_ text: String) -> String {
      text.utf16.count > 255 ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(120))) : text
    }
    return WorkbookProperties(
      title: short(title), subject: kind, author: "TradeTally", keywords: short(head.name),
      comments: head.asOf.map(phrases.asOf) ?? "", created: created)
  }

  // MARK: - Cover

  func addCover(_ builder: WorkbookSheetBuilder) throws {
    var lines = [kind]
    if revisions.isProvisional { lines.append(revisionList.phrases.provisional) }
    if let reason = revisions.reason {
      lines.append("\(revisionList.phrases.reason): \(TerminalText.safe(reason, columns: 400))")
    }
    lines.append(head.period.map { phrases.period($0.from, $0.to) } ?? phrases.noPeriod)
    lines += coverLines
    if let day = head.asOf { lines.append(phrases.asOf(day)) }
    if let day = head.from { lines.append(phrases.from(day)) }
    lines.append(phrases.baseCurrency(head.baseCurrency.code, references(.exchange, .overlap)))
    lines += head.rates.map { phrases.rate($0, head.baseCurrency.code) }
    lines += head.inputs.map { phrases.input($0.file, $0.kind, $0.rows, $0.accepted + $0.flagged) }
    let rows = contents.map { words -> [WorkbookCell] in
      [.link(words.name, sheet: words.name), .text(words.content)]
    }
    let table = WorkbookTable(
      name: "contents",
      columns: [
        WorkbookColumn(phrases.header(.sheet)), WorkbookColumn(phrases.header(.contents), widest: 90),
      ],
      rows: rows, keyColumns: 0)
    _ = try builder.addSheet(
      named: words(.cover).name, title: title,
      warnings: ReportWarnings.lines(head, phrases.language).map(phrases.warning), lines: lines, table: table)
  }
}
