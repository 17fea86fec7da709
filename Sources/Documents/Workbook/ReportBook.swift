import Content
import Model
import Xlsx

/// Writes the workbook of a content: the same sheets for every kind of report.
struct ReportBook {
  /// The content of all sheets but the briefing.
  let content: ReportContent
  /// The content of the briefing, with so many groups of each kind and MOUs at most.
  let brief: (_ groups: Int, _ mous: Int) -> ReportContent
  let style: BookStyle
  /// Of the data sheet.
  let data: DataSheet
  /// Sheets that are not printed.
  var unprinted: Set<Section.ID> = []
  /// Writes the sheet of the MOUs in another way where there are very many; false where that is not due.
  var writeManyMOUs: (WorkbookWriter) throws -> Bool = { _ in false }

  /// What the file says of itself.
  func properties(created: Int64) -> WorkbookProperties {
    // Excel allows 255 UTF-16 units, of which a scalar takes two at most.
    func short(_ text: String) -> String {
      text.utf16.count > 255 ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(120))) : text
    }
    let facts = content.facts.map { "\($0.name): \($0.text)" }.joined(separator: "; ")
    return WorkbookProperties(
      title: short(content.title), subject: short(content.kind), author: "TradeTally",
      keywords: short(content.name), comments: short(facts), created: created)
  }

  func write(_ book: WorkbookWriter) throws {
    let formats = NumberFormats(content, words: style.words, isAccessible: style.isAccessible)
    let writer = TableSheetWriter(book: book, style: style, formats: formats, content: content)
    let parts = SheetParts(content: content, style: style)
    if style.isAccessible { return try writeAccessible(book, writer, parts) }
    try briefing(formats).write(book)
    for section in content.comparisons {
      guard var sheet = parts.sheet(of: section) else { continue }
      if unprinted.contains(section.id) { sheet.print = .none }
      try writer.add(sheet)
    }
    try writeMOUs(book, writer, parts)
    try data.write(book, style: style, content: content)
    for sheet in parts.appendix { try writer.add(sheet) }
  }

  private func writeMOUs(_ book: WorkbookWriter, _ writer: TableSheetWriter, _ parts: SheetParts) throws {
    if try writeManyMOUs(book) { return }
    for section in content.handOut where section.id == .mous {
      if let sheet = parts.sheet(of: section) { try writer.add(sheet) }
    }
  }

  /// Cover, notes, and then a sheet for each table; charts stand on a sheet of their own.
  private func writeAccessible(
    _ book: WorkbookWriter, _ writer: TableSheetWriter, _ parts: SheetParts
  ) throws {
    let appendix = parts.appendix
    let notesName = style.words.sheet(Section.ID.notes)
    let notes = appendix.filter { $0.name == notesName }
    let charts = ChartSheet(content, style: style)
    var tables = [parts.keyFigures].compactMap { $0 } + content.comparisons.compactMap { parts.sheet(of: $0) }
    for section in content.handOut where section.id == .targets {
      tables += [parts.sheet(of: section)].compactMap { $0 }
    }
    let hasMOUs = content.handOut.contains { $0.id == .mous && !$0.tables.isEmpty }
    let rest = appendix.filter { $0.name != notesName }
    var list = (notes + tables).map { ($0.name, $0.title) }
    if hasMOUs { list.append((style.words.sheet(Section.ID.mous), style.words.sheet(Section.ID.mous))) }
    if !charts.charts.isEmpty {
      list += [BookSheet.charts, .chartFigures].map { (style.words.sheet($0), style.words.sheet($0)) }
    }
    list.append((data.name, style.words.dataMeaning))
    list += rest.map { ($0.name, $0.title) }
    try writer.add(parts.cover(list))
    for sheet in notes + tables { try writer.add(sheet) }
    try writeMOUs(book, writer, parts)
    try charts.write(book)
    try data.write(book, style: style, content: content)
    for sheet in rest { try writer.add(sheet) }
  }

  /// The briefing with as much as fits on its page.
  private func briefing(_ formats: NumberFormats) -> BriefingSheet {
    let steps = BriefingPlan.Step.all
    var step = steps[0]
    var content = brief(step.groups, step.mous)
    var plan = BriefingPlan(content, style: style, formats: formats, step: step)
    for next in steps.dropFirst() where !plan.fits {
      // A content is made again only where it may fit.
      if next != steps.last, !BriefingPlan.fits(plan.leastHeight(next)), step.isTight { continue }
      if (next.groups, next.mous) != (step.groups, step.mous) { content = brief(next.groups, next.mous) }
      step = next
      plan = BriefingPlan(content, style: style, formats: formats, step: step)
    }
    return BriefingSheet(plan: plan, content: content, style: style, formats: formats)
  }
}
