import Content

/// Renders any content as plain text of at most 100 columns: first what is handed out, then, after a line, what
/// an official looks up.
///
/// UTF-8, lines end in LF; columns are counted as a terminal shows them, East Asian wide characters as two.
/// Charts are left out: their figures stand in the tables. The same content gives the same bytes.
package struct TextRenderer {
  /// The greatest width of a line.
  package static let width = 100

  let content: ReportContent

  /// Makes a renderer of a content.
  package init(_ content: ReportContent) { self.content = content }

  /// The text, with a line feed at the end of every line.
  package func render() -> String {
    var blocks = [titleLines]
    let warnings = content.warnings.flatMap { wrap("\(content.words.warning): \($0).", hanging: 2) }
    if !warnings.isEmpty { blocks.append(warnings) }
    if !pressLines.isEmpty { blocks.append(pressLines) }
    let hasPress = !content.press.paragraphs.isEmpty
    blocks += content.handOut.filter { !hasPress || $0.id != .summary }.flatMap(lines)
    blocks.append(appendixLines)
    blocks += (content.comparisons + content.appendix).flatMap(lines)
    if !content.imprint.isEmpty { blocks.append(facts(content.imprint)) }
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var titleLines: [String] {
    let title = wrap(content.title)
    let width = title.map { DisplayWidth.of($0) }.max() ?? 1
    return title + [String(repeating: "=", count: max(1, width))] + facts(content.facts)
  }

  private var pressLines: [String] {
    let press = content.press
    var lines = (press.headline.map { wrap($0) } ?? [])
    for paragraph in press.paragraphs {
      if !lines.isEmpty { lines.append("") }
      lines += wrap(paragraph)
    }
    return lines.isEmpty ? [] : [heading(content.words.press)] + lines
  }

  private var appendixLines: [String] {
    var lines = [String(repeating: "=", count: TextRenderer.width), content.words.appendix]
    lines += content.marks.flatMap { wrap("[\($0.word)] \($0.meaning)", hanging: 2) }
    return lines
  }

  private func heading(_ text: String) -> String { "[\(text)]" }

  /// A section's blocks: its heading with its first part, then the other parts; nothing where it has only charts.
  private func lines(_ section: Section) -> [[String]] {
    var blocks: [[String]] = []
    for part in section.parts {
      let lines = lines(part)
      if lines.isEmpty { continue }
      // Remarks stand right below what they belong to.
      if case .remarks = part {
        if !blocks.isEmpty { blocks[blocks.count - 1] += lines.first ?? [] }
      } else {
        blocks += lines
      }
    }
    guard let first = blocks.first else { return [] }
    blocks[0] = [heading(section.heading)] + first
    return blocks
  }

  private func lines(_ part: Section.Part) -> [[String]] {
    switch part {
    case .paragraph(let sentences): [wrap(sentences.joined(separator: " "))]
    case .list(let items): [items.flatMap { wrap("- \($0)", hanging: 2) }]
    case .facts(let list): [facts(list)]
    case .keyFigures(let figures): [keyFigures(figures)]
    case .table(let table): TextTableLayout(table, content: content).blocks
    case .chart: []
    case .remarks(let remarks): [remarks.flatMap { wrap("* \($0)", hanging: 2) }]
    }
  }

  private func facts(_ facts: [Fact]) -> [String] {
    let width = min(facts.map { DisplayWidth.of($0.name) }.max() ?? 0, 30)
    return facts.flatMap { fact in
      let name = fact.name + String(repeating: " ", count: max(0, width - DisplayWidth.of(fact.name))) + "  "
      return wrap(name + fact.text, hanging: DisplayWidth.of(name))
    }
  }

  private func keyFigures(_ figures: [KeyFigure]) -> [String] {
    let label = figures.map { DisplayWidth.of($0.label) }.max() ?? 0
    let value = figures.map { DisplayWidth.of($0.value) }.max() ?? 0
    return figures.flatMap { figure -> [String] in
      let head =
        figure.label + String(repeating: " ", count: label - DisplayWidth.of(figure.label)) + "  "
        + String(repeating: " ", count: value - DisplayWidth.of(figure.value)) + figure.value
      let indent = String(repeating: " ", count: label + value + 4)
      var lines: [String] = []
      for detail in figure.details { lines += wrap(indent + detail, hanging: label + value + 4) }
      guard let first = lines.first else { return [head] }
      let rest = first.dropFirst(label + value + 4)
      return [head + "  " + rest] + lines.dropFirst()
    }
  }

  private func wrap(_ text: String, hanging: Int = 0) -> [String] {
    LineWrap.lines(text, width: TextRenderer.width, hanging: hanging)
  }
}
