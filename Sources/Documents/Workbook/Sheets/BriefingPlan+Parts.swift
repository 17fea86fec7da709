import Content
import Model

// What goes on the page, from the top.
extension BriefingPlan {
  mutating func addHead(_ content: ReportContent) {
    let sizes = [18.0, 16, 14, 13]
    let size =
      sizes.first { style.measure.width(content.title, size: $0, bold: true) <= width } ?? sizes[3]
    for line in style.measure.lines(content.title, width: width, size: size, bold: true, limit: 2) {
      blocks.append(.line(line, .title(size: size)))
    }
    add(content.facts.map { "\($0.name) \($0.text)" }, separator: " · ", .fact, limit: step.isTight ? 3 : 4)
    // Where nothing can be claimed in a headline, what the paragraph begins with says what there was.
    if let sentence = content.press.headline ?? content.press.paragraphs.first {
      blocks.append(.gap(4))
      add([sentence], separator: " ", .sentence, limit: 3)
    }
    let shown = content.warnings.count > 4 ? 3 : content.warnings.count
    for warning in content.warnings.prefix(shown) {
      add("\(content.words.warning): \(warning)", .warning, limit: 4)
    }
    if content.warnings.count > shown {
      add(style.words.moreWarnings(content.warnings.count - shown), .warning, limit: 1)
    }
    blocks.append(.gap(5))
  }

  private mutating func add(_ text: String, _ look: Style, limit: Int) {
    if text.isEmpty { return }
    let (size, bold): (Double, Bool) =
      switch look {
      case .title(let size): (size, true)
      case .sentence: (11, true)
      case .warning: (BriefingPlan.size, true)
      case .fact, .remark: (BriefingPlan.size, false)
      }
    let room = (width - 8)
    for line in style.measure.lines(text, width: room, size: size, bold: bold, limit: limit) {
      blocks.append(.line(line, look))
    }
  }

  /// Statements one behind the other, as many as take so many lines, and none of them in part.
  private mutating func add(_ texts: [String], separator: String, _ look: Style, limit: Int) {
    let (size, bold): (Double, Bool) = look == .sentence ? (11, true) : (BriefingPlan.size, false)
    let lines = style.measure.whole(
      texts.filter { !$0.isEmpty }, separator: separator, width: width - 8, size: size, bold: bold,
      limit: limit)
    for line in lines { blocks.append(.line(line, look)) }
  }

  mutating func addSections(_ content: ReportContent) {
    // What stands at the foot of the page, and what the figures in large type say.
    var said = BriefingPlan.remarks(content)
    for section in content.handOut {
      // Nobody needs to be told that what stands on top is the summary.
      var isHeaded = section.id == .summary
      for part in section.parts {
        add(part, of: section, isHeaded: &isHeaded, said: &said)
      }
    }
    flushCharts()
  }

  private mutating func add(
    _ part: Section.Part, of section: Section, isHeaded: inout Bool, said: inout [String]
  ) {
    switch part {
    case .keyFigures(let figures):
      said += figures.flatMap(\.details)
      add(figures)
    case .table(let table):
      // Of two comparisons the first is the one that the figures above are from.
      if section.id == .keyFigures, step.isTight, table.name != section.tables.first?.name { return }
      flushCharts()
      head(section, unit: table.unitLine, isHeaded: &isHeaded)
      blocks.append(.table(cut(table, of: section.id)))
    case .chart(let chart):
      // Bars stand in the tables already.
      if section.tables.isEmpty { waiting.append(cut(chart)) }
    case .paragraph(let sentences):
      flushCharts()
      head(section, unit: nil, isHeaded: &isHeaded)
      add(sentences, separator: " ", .fact, limit: step.lines)
    case .list(let texts):
      flushCharts()
      add(texts)
    case .facts(let facts): add(facts.map { "\($0.name) \($0.text)" })
    case .remarks(let remarks):
      // What a list leaves out is said below it.
      guard section.id == .mous else { return }
      add(remarks.filter { !said.contains($0) }, separator: " ", .remark, limit: 2)
    }
  }

  private mutating func head(_ section: Section, unit: String?, isHeaded: inout Bool) {
    if !isHeaded { blocks.append(.heading(section.heading, unit: unit)) }
    isHeaded = true
  }

  /// Figures in rows of three, or of four where that is all.
  private mutating func add(_ figures: [KeyFigure]) {
    let perRow = figures.count == 4 ? 4 : 3
    for first in stride(from: 0, to: figures.count, by: perRow) {
      blocks.append(.rule)
      blocks.append(.figures(Array(figures[first..<min(first + perRow, figures.count)])))
    }
    blocks.append(.rule)
  }

  /// Texts one below the other; how many there are where not all have room.
  private mutating func add(_ texts: [String]) {
    let limit = 6
    for text in texts.prefix(limit) { add([text], separator: " ", .fact, limit: 2) }
    if texts.count > limit { add("… (\(style.words.shown(limit, of: texts.count)))", .fact, limit: 1) }
  }

  private mutating func flushCharts() {
    let drawn = waiting.filter { ChartDrawing(chart: $0, style: style).isDrawn }
    waiting = []
    for first in stride(from: 0, to: drawn.count, by: 2) {
      blocks.append(.gap(6))
      let pair = Array(drawn[first..<min(first + 2, drawn.count)])
      blocks.append(.charts(pair, height: pair.map { height(of: $0) }.max() ?? 0))
    }
  }

  mutating func addFoot(_ content: ReportContent) {
    let absent = content.language.reportWords.absentMeaning
    var texts = BriefingPlan.remarks(content).filter { $0 != absent || hasAbsent }
    texts += content.marks.filter { mark in
      content.handOut.flatMap(\.tables).contains { table in
        (table.rows + [table.total].compactMap { $0 }).contains {
          $0.cells.contains { $0.marks.contains(mark.mark) }
        }
      }
    }.map { "[\($0.word)] \($0.meaning)" }
    blocks.append(.gap(5))
    add(texts, separator: " ", .remark, limit: 4)
    // Of a long list of files as many as have room; who answers for it stands there in any case.
    let imprint = content.imprint.map { "\($0.name) \($0.text)" }
    for (at, text) in imprint.enumerated() where at == 0 { add(text, .remark, limit: 2) }
    add(Array(imprint.dropFirst()), separator: " · ", .remark, limit: 3)
  }

  /// Whether a table or a figure of the page has a sign for what is not there.
  private var hasAbsent: Bool {
    blocks.contains { block in
      switch block {
      case .table(let table):
        (table.rows + [table.total].compactMap { $0 }).contains { $0.cells.contains(where: \.isAbsent) }
      case .figures(let figures): figures.contains { $0.value == "–" }
      default: false
      }
    }
  }

  /// What is to be known of the tables, but for the MOUs.
  private static func remarks(_ content: ReportContent) -> [String] {
    var texts: [String] = []
    for section in content.handOut where section.id != .mous {
      for case .remarks(let remarks) in section.parts {
        for remark in remarks where !texts.contains(remark) { texts.append(remark) }
      }
    }
    return texts
  }

  /// Whether a table lists things by name instead of comparing groups.
  static func isList(_ table: Content.Table) -> Bool {
    table.total == nil || table.columns.first?.kind != .label
  }

  /// A table with the columns that the page shows.
  private func cut(_ table: Content.Table, of section: Section.ID) -> Content.Table {
    if !BriefingPlan.isList(table), table.columns.count == columns { return table.keeping(kept) }
    // Numbers of rows say nothing here, and the page has no room for them.
    if section == .mous, table.columns.first?.kind == .count {
      return table.keeping(Array(table.columns.indices.dropFirst()))
    }
    return table
  }

  /// A chart with as many categories as have room.
  private func cut(_ chart: Content.Chart) -> Content.Chart {
    // The stages of an event are few, and none of them may be missing.
    let limit = chart.kind == .bars ? max(step.bars, 6) : step.bars
    guard chart.categories.count > limit, chart.kind == .bars || chart.kind == .intervals else {
      return chart
    }
    var cut = chart.cut(to: limit)
    cut.categoryAxis += " (\(style.words.shown(cut.members, of: chart.members)))"
    return cut
  }
}
