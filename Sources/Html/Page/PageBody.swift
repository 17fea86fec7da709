import Content

/// The body of a page: what stands at the top, the contents, the sections in the order of reading, the imprint.
struct PageBody {
  let content: ReportContent

  private var words: RendererWords { content.words }

  /// The anchors of what is no section of the content.
  private enum Anchor {
    static let report = "report"
    static let contents = "contents"
    static let press = "press"
    static let appendix = "appendix"
    static let warnings = "warnings"
  }

  func write(to page: inout MarkupWriter) {
    page.element(.body) { page in
      if !words.skipToReport.isEmpty {
        page.element(.a, [.class: "skip", .href: "#\(Anchor.report)"], words.skipToReport)
      }
      page.newLine()
      page.element(.header, [.class: "top"]) { top(&$0) }
      page.newLine()
      page.element(.nav, [.id: Anchor.contents, .ariaLabel: words.contents]) { contents(&$0) }
      page.newLine()
      page.element(.main, [.id: Anchor.report]) { page in
        for section in content.handOut { write(section, to: &page) }
        if hasPress { press(&page) }
        for section in content.comparisons { write(section, to: &page) }
        if !content.appendix.isEmpty { appendix(&page) }
      }
      page.newLine()
      page.element(.footer, [.class: content.imprint.isEmpty ? "bare" : "imprint"]) { page in
        facts(content.imprint, &page)
        page.element(.p, [.class: "back"]) { page in
          page.element(.a, [.href: "#\(Anchor.contents)"], "↑ " + words.backToContents)
        }
      }
      page.newLine()
    }
  }

  private var hasPress: Bool { content.press.headline != nil || !content.press.paragraphs.isEmpty }

  // MARK: - The top

  private func top(_ page: inout MarkupWriter) {
    page.element(.p, [.class: "kind"], content.kind)
    let isLong = DisplayWidth.of(content.title) > 90
    page.element(.h1, [.class: isLong ? "long" : "short"], content.title)
    if !content.facts.isEmpty { facts(content.facts, &page) }
    guard !content.warnings.isEmpty else { return }
    page.element(.section, [.class: "warnings", .id: Anchor.warnings]) { page in
      page.element(.h2, words.warning)
      list(content.warnings, class: "said", &page)
    }
  }

  private func contents(_ page: inout MarkupWriter) {
    page.element(.ol) { page in
      for section in content.handOut { link(to: section.id.rawValue, section.heading, &page) }
      if hasPress { link(to: Anchor.press, words.press, &page) }
      for section in content.comparisons { link(to: section.id.rawValue, section.heading, &page) }
      if !content.appendix.isEmpty { link(to: Anchor.appendix, words.appendix, &page) }
    }
  }

  private func link(to anchor: String, _ text: String, _ page: inout MarkupWriter) {
    page.newLine()
    page.element(.li) { page in
      page.element(.a, [.href: "#\(anchor)"]) { $0.element(.span, [.class: "cut"], text) }
    }
  }

  // MARK: - Sections

  private func press(_ page: inout MarkupWriter) {
    page.newLine()
    page.element(.section, [.id: Anchor.press, .class: "press"]) { page in
      page.element(.h2, words.press)
      page.element(.div, [.class: "words"]) { page in
        if let headline = content.press.headline { page.element(.p, [.class: "headline"], headline) }
        for paragraph in content.press.paragraphs { page.element(.p, paragraph) }
      }
    }
  }

  private func appendix(_ page: inout MarkupWriter) {
    page.newLine()
    page.element(.div, [.id: Anchor.appendix, .class: "appendix"]) { page in
      page.element(.h2, words.appendix)
      page.element(.ol, [.class: "list"]) { page in
        for section in content.appendix { link(to: section.id.rawValue, section.heading, &page) }
      }
      for section in content.appendix { write(section, level: .h3, to: &page) }
    }
  }

  private func write(_ section: Section, level: Element = .h2, to page: inout MarkupWriter) {
    page.newLine()
    page.element(.section, [.id: section.id.rawValue, .class: room(for: section, level)]) { page in
      page.element(level, section.heading)
      for part in section.parts { write(part, of: section, to: &page) }
    }
  }

  /// How much room a section takes: half the width where it holds a chart alone, with several charts side by side, a
  /// page across where one of its tables needs that.
  private func room(for section: Section, _ level: Element) -> String {
    let charts = section.charts.count
    let across = isAcross(section) ? " across" : ""
    if charts > 1 { return "whole pairs" + across }
    return level == .h2 && section.tables.isEmpty && charts == 1 ? "half" : "whole" + across
  }

  /// Whether a section is printed across; the tables for comparing are all if one is, so that they share pages.
  private func isAcross(_ section: Section) -> Bool {
    func needsIt(_ section: Section) -> Bool {
      section.tables.contains { TableWidth($0).layout == .across }
    }
    let isCompared = content.comparisons.contains { $0.id == section.id }
    return isCompared ? content.comparisons.contains(where: needsIt) : needsIt(section)
  }

  private func write(_ part: Section.Part, of section: Section, to page: inout MarkupWriter) {
    page.newLine()
    switch part {
    case .paragraph(let sentences): page.element(.p, sentences.joined(separator: " "))
    case .list(let statements): list(statements, class: "said", &page)
    case .facts(let all): facts(all, &page)
    case .keyFigures(let figures): keyFigures(figures, &page)
    case .table(let table):
      TablePage(table: table, section: section, content: content).write(to: &page)
    case .chart(let chart):
      ChartFigure(chart: chart, section: section, content: content).write(to: &page)
    case .remarks(let remarks): list(remarks, class: "remarks", &page)
    }
  }

  // MARK: - Parts

  private func list(_ statements: [String], class name: String, _ page: inout MarkupWriter) {
    guard !statements.isEmpty else { return }
    page.element(.ul, [.class: name]) { page in
      for statement in statements { page.element(.li, statement) }
    }
  }

  private func facts(_ facts: [Fact], _ page: inout MarkupWriter) {
    guard !facts.isEmpty else { return }
    page.element(.dl, [.class: "facts"]) { page in
      for fact in facts {
        page.newLine()
        page.element(.div) { page in
          page.element(.dt, fact.name)
          page.element(.dd, fact.text)
        }
      }
    }
  }

  private func keyFigures(_ figures: [KeyFigure], _ page: inout MarkupWriter) {
    guard !figures.isEmpty else { return }
    page.element(.dl, [.class: "figures \(across(figures.count))"]) { page in
      for figure in figures {
        page.newLine()
        page.element(.div) { page in
          page.element(.dt, figure.label)
          let isLong = DisplayWidth.of(figure.value) > 10
          page.element(.dd, [.class: isLong ? "value long" : "value"], figure.value)
          for detail in figure.details { page.element(.dd, [.class: "detail"], detail) }
        }
      }
    }
  }

  /// How many figures stand side by side where there is room: as many as leave no row with one alone.
  private func across(_ count: Int) -> String {
    count == 5 ? "of5" : count % 3 == 0 ? "of3" : "of4"
  }
}
