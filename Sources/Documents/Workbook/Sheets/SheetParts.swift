import Content
import Model

/// What the sheets of all workbooks take from a content.
struct SheetParts {
  let content: ReportContent
  let style: BookStyle

  private var words: any WorkbookWords { style.words }

  /// The sheets of the sections with a table that persons compare or look up.
  func sheet(of section: Section) -> TableSheet? {
    guard var table = section.tables.first else { return nil }
    table.name = TableNames.name(of: section.id) ?? table.name
    let isMatrix = SheetParts.isMatrix(section.id)
    return TableSheet(
      name: words.sheet(section.id), title: section.heading, lines: lines(section, table), table: table,
      remarks: remarks(section), print: isMatrix ? .across : .fitted, isMatrix: isMatrix,
      hasSums: section.id == .countriesAndSectors)
  }

  /// Whether a section crosses two things.
  static func isMatrix(_ id: Section.ID) -> Bool {
    id == .countriesAndSectors || id == .countryMatrix || id == .sectorMatrix
  }

  /// What stands under the title of a section's sheet.
  private func lines(_ section: Section, _ table: Table) -> [String] {
    let first = [content.title, table.unitLine].compactMap { $0 }.joined(separator: " · ")
    var lines = [first]
    for part in section.parts {
      switch part {
      case .paragraph(let sentences): lines.append(sentences.joined(separator: " "))
      case .facts(let facts): lines += facts.map { "\($0.name) \($0.text)" }
      case .list, .remarks, .keyFigures, .table, .chart: break
      }
    }
    return lines
  }

  /// What stands below the table of a section's sheet.
  private func remarks(_ section: Section) -> [String] {
    var remarks: [String] = []
    for part in section.parts {
      switch part {
      case .remarks(let texts), .list(let texts): remarks += texts
      case .paragraph, .facts, .keyFigures, .table, .chart: break
      }
    }
    // Where nothing can stand, accessible sheets have other signs, which their notes explain.
    let absent = content.language.reportWords.absentMeaning
    return style.isAccessible ? remarks.filter { $0 != absent } : remarks
  }

  /// Inputs, problems, revisions and notes, those there are.
  var appendix: [TableSheet] {
    var sheets: [TableSheet] = []
    func section(_ id: Section.ID) -> Section? { content.appendix.first { $0.id == id } }
    if let inputs = section(.inputs), let sheet = sheet(of: inputs) { sheets.append(sheet) }
    sheets.append(problems(section(.rejected), section(.problems)))
    for id in [Section.ID.revisions, .notes] {
      if let section = section(id), let sheet = sheet(of: section) { sheets.append(sheet) }
    }
    return sheets
  }

  /// What was rejected and flagged, in one table.
  private func problems(_ rejected: Section?, _ flagged: Section?) -> TableSheet {
    var rows: [TableRow] = []
    var columns: [TableColumn] = []
    for (section, rejects) in [(rejected, true), (flagged, false)] {
      guard let table = section?.tables.first, !table.columns.isEmpty else { continue }
      columns = table.columns
      rows += table.rows.map { row in
        var cells = row.cells
        cells.insert(.text(words.treatment(rejects: rejects)), at: 1)
        return TableRow(cells)
      }
    }
    if columns.isEmpty { columns = [TableColumn(flagged?.heading ?? words.sheet(.problems), .label)] }
    columns.insert(TableColumn(words.treatmentHeader, .label), at: 1)
    let table = Table(
      name: "problems", caption: flagged?.heading ?? words.sheet(.problems), columns: columns, rows: rows)
    let texts = [rejected, flagged].compactMap { $0 }.flatMap { remarks($0) }
    return TableSheet(
      name: words.sheet(Section.ID.problems), title: flagged?.heading ?? words.sheet(Section.ID.problems),
      warnings: content.warnings.map { "\(content.words.warning): \($0)" },
      lines: rows.isEmpty ? [content.title, words.noProblem] : [content.title], table: table, remarks: texts,
      // Nothing to check is not worth a page.
      print: rows.isEmpty ? .none : .fitted)
  }

  // MARK: - The accessible profile

  /// The first sheet: what the workbook is about, and where its sheets are.
  func cover(_ sheets: [(name: String, title: String)]) -> TableSheet {
    let facts = content.facts + content.imprint
    let table = Table(
      name: "contents", caption: content.words.contents,
      columns: [TableColumn(words.sheetHeader, .label), TableColumn(words.contentsHeader, .text)],
      rows: sheets.map { TableRow([.text($0.name), .text($0.title)]) })
    return TableSheet(
      name: words.sheet(BookSheet.cover), title: content.title,
      warnings: content.warnings.map { "\(content.words.warning): \($0)" },
      lines: [content.kind] + facts.map { "\($0.name): \($0.text)" }
        + [content.press.headline].compactMap { $0 },
      table: table, links: sheets.map(\.name))
  }

  /// The key figures as a table.
  var keyFigures: TableSheet? {
    var figures: [KeyFigure] = []
    for section in content.handOut {
      for case .keyFigures(let part) in section.parts { figures += part }
    }
    if figures.isEmpty { return nil }
    let headers = words.keyFigureHeaders
    let table = Table(
      name: "key_figures", caption: words.sheet(BookSheet.keyFigures),
      columns: [
        TableColumn(headers.label, .label), TableColumn(headers.value, .label),
        TableColumn(headers.details, .text),
      ],
      rows: figures.map { figure in
        let details = figure.details.joined(separator: "; ")
        return TableRow([
          .text(figure.label), .text(figure.value),
          details.isEmpty ? TableCell(.absent(.notApplicable), "–") : .text(details),
        ])
      })
    return TableSheet(
      name: words.sheet(BookSheet.keyFigures), title: words.sheet(BookSheet.keyFigures),
      lines: [content.title], table: table)
  }
}

/// The stable names of the tables, by the sections they stand in.
enum TableNames {
  static func name(of section: Section.ID) -> String? {
    switch section {
    case .byRegion: "by_region"
    case .compareCountries: "by_country"
    case .compareSectors: "by_sector"
    case .byQuarter: "by_quarter"
    case .byEvent: "by_event"
    case .byMode: "by_mode"
    case .mous: "mous"
    case .inputs: "inputs"
    case .problems: "problems"
    case .revisions: "revisions"
    case .notes: "notes"
    case .editions: "editions"
    case .quarters: "quarters"
    case .followUp: "follow_up"
    case .summary, .keyFigures, .targets, .byCountry, .bySector, .funnel, .conversion, .countriesAndSectors,
      .countryMatrix, .sectorMatrix, .rates, .currencies, .rejected:
      nil
    }
  }
}
