import Content

/// Lays out a report as an official would have: title, facts, the outline of □ ㅇ - with its tables, what is looked up,
/// and the press release on a page of its own.
struct ReportLayout {
  private let content: ReportContent
  private let markWords: [FigureMark: String]
  private var pages: [PageRun] = [PageRun(isWide: false)]
  /// The marks that have been explained.
  private var explained: Set<FigureMark> = []

  private init(_ content: ReportContent) {
    self.content = content
    markWords = Dictionary(content.marks.map { ($0.mark, $0.word) }, uniquingKeysWith: { first, _ in first })
  }

  /// The pages of a report.
  static func pages(of content: ReportContent) -> [PageRun] {
    var layout = ReportLayout(content)
    layout.addHandOut()
    layout.addComparisons()
    layout.addAppendix()
    layout.addPress()
    return layout.pages.filter { !$0.blocks.isEmpty }.map(PageFlow.flow)
  }

  // MARK: Parts

  private mutating func addHandOut() {
    add(.kind, content.kind)
    add(Boxes.title(.title, content.title, width: width))
    add(.gap, "")
    add(Boxes.facts(content.facts, width: width, description: content.title))
    for warning in content.warnings { add(.remark, "※ \(content.words.warning): \(warning)") }
    for section in content.handOut { add(section) }
    guard !content.imprint.isEmpty else { return }
    add(.gap, "")
    add(Boxes.facts(content.imprint, width: width, description: content.title))
  }

  private mutating func addComparisons() {
    let tables = content.comparisons.flatMap(\.tables)
    if tables.contains(where: { !layout(of: $0, width: Page.textWidth).isWhole }) {
      pages.append(PageRun(isWide: true))
    }
    for section in content.comparisons { add(section) }
  }

  private mutating func addAppendix() {
    guard !content.appendix.isEmpty else { return }
    addPart(content.words.appendix)
    for section in content.appendix { add(section) }
  }

  private mutating func addPress() {
    let release = content.press
    guard release.headline != nil || !release.paragraphs.isEmpty else { return }
    addPart(content.words.press)
    add(.pressTitle, release.headline ?? content.title)
    add(.pressSubtitle, "- \(MarkupText.clean(release.headline == nil ? content.kind : content.title)) -")
    for paragraph in release.paragraphs { add(.pressText, paragraph) }
    if !release.contact.isEmpty { add(.gap, "") }
    add(Boxes.facts(release.contact, width: width, description: content.words.press))
  }

  /// Begins a part on a page of its own, which is upright.
  private mutating func addPart(_ name: String) {
    var grid = Boxes.title(.partTitle, name, width: Page.textWidth)
    if isWide { pages.append(PageRun(isWide: false)) } else { grid.startsPage = true }
    add(grid)
  }

  // MARK: Sections

  private mutating func add(_ section: Section) {
    add(.heading, "□ \(MarkupText.clean(section.heading))")
    var hasItem = false
    for chart in section.charts where ChartTable.isShown(chart, in: section) {
      let finding = MarkupText.clean(chart.finding)
      if !finding.isEmpty { add(.item, "ㅇ \(finding)") }
    }
    for part in section.parts {
      switch part {
      case .paragraph(let sentences):
        let text = sentences.map(MarkupText.clean).filter { !$0.isEmpty }.joined(separator: " ")
        if !text.isEmpty { add(.item, "ㅇ \(text)") }
        hasItem = true
      case .list(let items): add(items, of: section, isBelowItem: hasItem)
      case .facts(let facts): add(Boxes.facts(facts, width: width, description: section.heading))
      case .keyFigures(let figures):
        add(Boxes.keyFigures(figures, width: width, description: section.heading))
      case .table(let table):
        if let notes = definitions(table, of: section) {
          add(notes, of: section, isBelowItem: false)
        } else {
          add(table, of: section)
        }
      case .chart(let chart):
        // What is drawn stands in a table; its finding stands above.
        if !ChartTable.isShown(chart, in: section) { add(ChartTable.table(chart), of: section) }
      case .remarks(let remarks): for remark in remarks { add(.remark, "※ \(MarkupText.clean(remark))") }
      }
    }
  }

  private mutating func add(_ items: [String], of section: Section, isBelowItem: Bool) {
    for (index, item) in items.enumerated() {
      let text = MarkupText.clean(item)
      if section.id == .notes {
        add(.note, "\(index + 1)) \(text)")
      } else if isBelowItem {
        add(.detail, "- \(text)")
      } else {
        add(.item, "ㅇ \(text)")
      }
    }
  }

  /// Terms with their definitions, which are numbered notes rather than a table; nil for any other table.
  private func definitions(_ table: Table, of section: Section) -> [String]? {
    guard section.id == .notes, table.columns.map(\.kind) == [.label, .text] else { return nil }
    return table.rows.map { row in "\(row.cells[0].text): \(row.cells[1].text)" }
  }

  private mutating func add(_ table: Table, of section: Section) {
    let grids = layout(of: table, width: width).grids()
    let caption = MarkupText.clean(table.caption)
    for (index, grid) in grids.enumerated() {
      let number = grids.count > 1 ? " (\(index + 1)/\(grids.count))" : ""
      if caption != MarkupText.clean(section.heading) || grids.count > 1, !caption.isEmpty {
        add(.caption, "< \(caption)\(number) >")
      }
      if let unit = table.unitLine.map(MarkupText.clean) {
        add(.unit, unit.contains("(") ? unit : "(\(unit))")
      }
      add(grid)
    }
    explainMarks(of: table, in: section)
  }

  /// Says once what a mark means, unless the section does so itself.
  private mutating func explainMarks(of table: Table, in section: Section) {
    let rows = table.rows + [table.total].compactMap(\.self)
    let used = Set(rows.flatMap { $0.cells.flatMap(\.marks) }).subtracting(explained)
    var remarks: [String] = []
    for case .remarks(let texts) in section.parts { remarks += texts }
    for mark in content.marks where used.contains(mark.mark) {
      explained.insert(mark.mark)
      if remarks.contains(where: { $0.contains("[\(mark.word)]") }) { continue }
      add(.remark, "※ [\(MarkupText.clean(mark.word))] \(MarkupText.clean(mark.meaning))")
    }
  }

  // MARK: Blocks

  private var width: Int { pages.last?.width ?? Page.textWidth }
  private var isWide: Bool { pages.last?.isWide ?? false }

  private func layout(of table: Table, width: Int) -> TableLayout {
    TableLayout(table: table, width: width, marks: markWords, nothing: content.words.nothing)
  }

  private mutating func add(_ style: ParagraphStyle, _ text: String) {
    add(.paragraph(Paragraph(style, text, width: width)))
  }

  private mutating func add(_ grid: Grid?) { if let grid { add(.grid(grid)) } }

  private mutating func add(_ block: Block) { pages[pages.count - 1].blocks.append(block) }
}
