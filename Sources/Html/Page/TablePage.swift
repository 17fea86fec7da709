import Content

/// A table of a page: with a caption, headers that say what they head, and marks with what they mean below it.
struct TablePage {
  let table: Table
  let section: Section
  let content: ReportContent

  func write(to page: inout MarkupWriter) {
    let width = TableWidth(table)
    for (number, columns) in width.pieces.enumerated() {
      let part = width.pieces.count == 1 ? nil : "(\(number + 1)/\(width.pieces.count))"
      piece(columns, part: part, width.layout, &page)
      page.newLine()
    }
    marks(&page)
  }

  /// How many rows a table may have that is not broken over two pages.
  private static let short = 15

  private var names: Range<Int> { 0..<min(max(table.nameColumns, 1), table.columns.count) }

  private func piece(
    _ columns: Range<Int>, part: String?, _ layout: TableWidth.Layout, _ page: inout MarkupWriter
  ) {
    let captionID = page.nextPlace()
    let shown = Array(names) + Array(columns)
    let frame: MarkupWriter.Attributes = [
      .class: "scroll", .role: "group", .tabindex: "0", .ariaLabelledBy: captionID,
    ]
    page.element(.div, frame) { page in
      let isShort = table.rows.count <= TablePage.short
      page.element(.table, [.class: (layout == .tight ? "tight" : "usual") + (isShort ? " short" : "")]) {
        page in
        let isBare = isSaid && part == nil && table.unitLine == nil
        page.element(.caption, [.id: captionID, .class: isBare ? "bare" : "said"]) { caption(part, &$0) }
        page.newLine()
        page.element(.thead) { page in
          page.element(.tr) { page in for column in shown { header(column, &page) } }
        }
        page.newLine()
        page.element(.tbody) { page in rows(shown, &page) }
        if let total = table.total {
          page.newLine()
          page.element(.tfoot) { row(total, shown, &$0) }
        }
      }
    }
  }

  /// Whether the heading above the table says what the caption says.
  private var isSaid: Bool { table.caption == section.heading }

  /// The caption, unseen where it would repeat the heading above it.
  private func caption(_ part: String?, _ page: inout MarkupWriter) {
    page.element(.span, [.class: isSaid ? "unseen" : "seen"], table.caption)
    if let part { page.element(.span, [.class: "unit"], part) }
    if let unit = table.unitLine { page.element(.span, [.class: "unit"], unit) }
  }

  private func header(_ column: Int, _ page: inout MarkupWriter) {
    let header = table.columns[column].header
    let isShort = DisplayWidth.of(header) <= 20
    let look = place(column) + (isShort ? " w" : " x") + (column == 0 ? " first" : "")
    // What has no name is no header.
    if header.isEmpty { return page.element(.td, [.class: look], "") }
    page.element(.th, [.scope: "col", .class: look], header)
  }

  private func rows(_ shown: [Int], _ page: inout MarkupWriter) {
    if table.rows.isEmpty {
      page.newLine()
      page.element(.tr) { page in
        page.element(.td, [.class: "l none", .colspan: "\(shown.count)"], content.words.nothing)
      }
    }
    for line in table.rows {
      page.newLine()
      row(line, shown, &page)
    }
  }

  private func row(_ row: TableRow, _ shown: [Int], _ page: inout MarkupWriter) {
    page.element(.tr, [.class: kind(of: row)]) { page in
      for column in shown {
        let cell = column < row.cells.count ? row.cells[column] : TableCell.text("")
        if names.contains(column), !cell.text.isEmpty {
          page.element(.th, [.scope: "row", .class: look(of: cell, column) + (column == 0 ? " first" : "")]) {
            fill(cell, &$0)
          }
        } else {
          page.element(.td, [.class: look(of: cell, column) + (cell.isAbsent ? " none" : "")]) {
            fill(cell, &$0)
          }
        }
      }
    }
  }

  private func fill(_ cell: TableCell, _ page: inout MarkupWriter) {
    if let share = cell.bar { bar(share, &page) }
    page.text(cell.text)
    if let note = cell.note { page.element(.span, [.class: "note"], "(\(note))") }
    for mark in cell.marks {
      guard let word = content.marks.first(where: { $0.mark == mark })?.word else { continue }
      page.element(.span, [.class: "mark"], "[\(word)]")
    }
  }

  /// A share drawn in front of its figure.
  private func bar(_ share: Double, _ page: inout MarkupWriter) {
    page.element(.svg, [.class: "bar", .ariaHidden: "true"]) { page in
      page.shape(.rect, [.class: "track", .width: "100%", .height: "100%"])
      page.shape(.rect, [.width: Measure.percent(min(max(share, 0), 1) * 100), .height: "100%"])
    }
  }

  private func kind(of row: TableRow) -> String {
    switch row.kind {
    case .group: "group"
    case .heading: "head"
    case .others: "rest"
    case .total: "total"
    }
  }

  /// Where the cells of a column stand: a name, a longer text, a figure.
  private func place(_ column: Int) -> String {
    switch table.columns[column].kind {
    case .label: "t"
    case .text: "l"
    default: "n"
    }
  }

  /// Where a cell stands, and whether it is short enough not to be broken.
  private func look(of cell: TableCell, _ column: Int) -> String {
    let isShort = !place(column).contains("n") && DisplayWidth.of(cell.text) <= TableWidth.short
    return isShort ? place(column) + " s" : place(column)
  }

  /// What the marks in the table say, where the section does not say it anyway.
  private func marks(_ page: inout MarkupWriter) {
    let cells = (table.rows + (table.total.map { [$0] } ?? [])).flatMap(\.cells)
    let used = Set(cells.flatMap(\.marks))
    let said = section.parts.flatMap { part -> [String] in
      if case .remarks(let remarks) = part { remarks } else { [] }
    }
    let meanings = content.marks.filter { meaning in
      used.contains(meaning.mark) && !said.contains { $0.contains(meaning.meaning) }
    }
    guard !meanings.isEmpty else { return }
    page.element(.ul, [.class: "marks"]) { page in
      for meaning in meanings {
        page.element(.li) { page in
          page.element(.span, [.class: "mark"], "[\(meaning.word)]")
          page.text(meaning.meaning)
        }
      }
    }
  }
}

extension TableCell {
  /// Whether no figure stands in the cell.
  fileprivate var isAbsent: Bool { if case .absent = value { true } else { false } }
}
