import Content
import Model
import Xlsx

/// The workbook of the detail rows; any number of them may be written at once, on any thread each.
package struct DetailWorkbook: Sendable {
  let sheets: [PackedRows]
  let counts: [Int]
  let profile: WorkbookProfile
  let temporaryDirectory: String?

  /// Writes the workbook of a language to a temporary path, which the caller renames; nothing is left there if
  /// it fails.
  ///
  /// - Parameters:
  ///   - head: What the report says of itself.
  ///   - created: The workbook's date in seconds since 1970, at least 1.
  package func write(to path: String, language: Language, head: DetailHead, created: Int64) throws {
    try WorkbookFailure.translated(path: path) {
      let context = head.context(language)
      let title = context.title
      let properties = WorkbookProperties(
        title: title.utf16.count > 255 ? String(title.prefix(60)) : title, author: "TradeTally",
        created: created)
      let style = BookStyle(words: language.workbookWords, profile: profile)
      let names = sheetNames(language)
      try WorkbookWriter.write(
        to: path, properties: properties,
        options: WorkbookOptions(temporaryDirectory: temporaryDirectory, font: style.plainFont)
      ) { book in
        try book.take(DetailStyles(language).formats)
        let content = DetailWorkbook.content(context)
        let writer = TableSheetWriter(
          book: book, style: style,
          formats: NumberFormats(content, words: style.words, isAccessible: style.isAccessible),
          content: content)
        let codes = DetailCodes(language).sheet(title: title)
        if style.isAccessible {
          try writer.add(cover(content, context, style, [codes.name] + names))
          try writer.add(codes)
        }
        let headers = DetailColumn.all.map { DetailWorkbook.header($0, language, head.currency) }
        for at in sheets.indices {
          let sheet = try book.addSheet(named: names[at])
          if style.isAccessible { try writeHead(sheet, style, language, title) }
          try write(headers, on: sheet, at, style)
          try sheet.place(sheets[at])
          try setPage(sheet, style, footer: style.footer(content))
        }
        if !style.isAccessible { try writer.add(codes) }
      }
    }
  }

  /// The headers above the rows, which in the accessible profile are a table.
  private func write(_ headers: [String], on sheet: SheetWriter, _ at: Int, _ style: BookStyle) throws {
    let headerRow = DetailWorkbook.firstRow(profile) - 1
    let format = style.header(isText: true)
    if counts[at] > 0, style.isAccessible {
      try sheet.addTable(
        named: sheets.count == 1 ? "detail" : "detail_\(at + 1)", row: headerRow, column: 0,
        columns: headers.map { Xlsx.TableColumn(header: $0, headerFormat: format) },
        dataRows: counts[at], filter: false, style: .none)
    } else {
      for (at, header) in headers.enumerated() {
        try sheet.write(.text(header), row: headerRow, column: at, format: format)
      }
    }
    for at in headers.indices { try sheet.setWidth(DetailColumn.all[at].width, columns: at...at) }
    try sheet.setHeight(style.size * 3 + 6, row: headerRow)
  }

  private func setPage(_ sheet: SheetWriter, _ style: BookStyle, footer: PageSetup.Footer) throws {
    let headerRow = DetailWorkbook.firstRow(profile) - 1
    if !style.isAccessible { try sheet.freezePanes(row: 1, column: 0) }
    try sheet.setPage(
      PageSetup(
        landscape: true, pagesAcross: 2, repeatedRows: headerRow...headerRow, margins: BookStyle.margins,
        footer: footer))
  }

  /// Where the rows of a sheet begin: below the headers and, in the accessible profile, what is said above them.
  static func firstRow(_ profile: WorkbookProfile) -> Int { profile == .accessible ? 4 : 1 }

  private func sheetNames(_ language: Language) -> [String] {
    let name = language.workbookWords.detailSheet
    return sheets.indices.map { sheets.count == 1 ? name : "\(name) \($0 + 1)" }
  }

  /// The first sheet: what the workbook is, who publishes it, and where its sheets are.
  private func cover(
    _ content: ReportContent, _ context: ContentContext, _ style: BookStyle, _ names: [String]
  ) -> TableSheet {
    let words = style.words
    let facts = context.facts + context.imprint
    return TableSheet(
      name: words.sheet(.cover), title: content.title,
      lines: [words.detailMeaning] + facts.map { "\($0.name): \($0.text)" },
      table: Table(
        name: "contents", caption: content.words.contents,
        columns: [TableColumn(words.sheetHeader, .label), TableColumn(words.contentsHeader, .text)],
        rows: names.enumerated().map { at, name in
          TableRow([.text(name), .text(at == 0 ? words.codesMeaning : words.detailSheet)])
        }), links: names)
  }

  private static func content(_ context: ContentContext) -> ReportContent {
    ReportContent(
      language: context.language, name: context.head.name, title: context.title, kind: context.title,
      words: context.words.renderer)
  }

  private func writeHead(
    _ sheet: SheetWriter, _ style: BookStyle, _ language: Language, _ title: String
  ) throws {
    let words = language.reportWords.renderer
    try sheet.write(.text("\(title) – \(style.words.detailSheet)"), row: 0, column: 0, format: style.title)
    try sheet.write(.text(words.oneTable), row: 1, column: 0, format: style.text())
    try sheet.writeLink(
      words.backToContents, to: style.words.sheet(.cover), row: 2, column: 0, format: style.link)
  }

  /// The header of a column; amounts name their currency.
  private static func header(
    _ column: DetailColumn, _ language: Language, _ currency: Currency
  ) -> String {
    let name = language.workbookWords.header(column)
    return if case .amount = column { "\(name) (\(currency.code))" } else { name }
  }
}
