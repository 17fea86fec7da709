import Content
import Model
import Xlsx

extension TrendWorkbook {
  private static let measuresShown: [Measures.Key] = [
    .held, .suppliers, .buyers, .mous, .consultedAmount, .mouAmount,
  ]

  /// The widest line of the story, in columns of a fixed-width font.
  private static let lineWidth = 200

  var story: TrendStory {
    TrendStory(trend: trend, language: phrases.language, countryName: countryName)
  }

  /// What the trend says in plain words over a table of what is compared.
  func addOverview(_ builder: WorkbookSheetBuilder) throws -> WorkbookTablePlace {
    let columns = trendPhrases.overviewHeaders.enumerated().map { at, header in
      WorkbookColumn(header, wraps: at < 3 || at == 7, widest: at == 7 ? 44 : 30)
    }
    var lines: [String] = []
    for sentence in story.paragraphs.joined() {
      lines += TrendWorkbook.broken(sentence, width: TrendWorkbook.lineWidth)
    }
    lines.append(trendPhrases.overviewLine(references(.change, .relative, .points, .significance)))
    lines.append(phrases.marks(phrases.fewMark, references(.few)))
    let table = WorkbookTable(
      name: "overview", columns: columns, rows: story.comparisons.flatMap(overviewRows), keyColumns: 1)
    return try addSheet(
      trendPhrases.sheet(.overview), lines: lines, table: table, layout: .page, builder)
  }

  private func overviewRows(_ comparison: TrendStory.Comparison) -> [[WorkbookCell]] {
    let base = base(comparison.kind)
    let head: [WorkbookCell] = [
      .text(trendPhrases.base(base)), .text(orBlank: comparison.earlier), .text(comparison.later),
    ]
    func row(
      _ label: String, _ unit: String, before: WorkbookCell, now: WorkbookCell, reading: String,
      changes: [WorkbookCell] = [], points: [WorkbookCell] = []
    ) -> [WorkbookCell] {
      let missing = [WorkbookCell](repeating: .blank, count: 2 - changes.count)
      let absent = [WorkbookCell](repeating: .blank, count: 4 - points.count)
      return head + [.text(label), .text(unit), before, now, .text(reading)] + changes + missing + points
        + absent
    }
    guard let change = comparison.change else {
      let reading = trendPhrases.notComparable(base)
      // The latest figures stand once: with the edition, else with the quarter before.
      if base == .yearAgo || (base == .previousQuarter && !trend.editions.isEmpty) {
        return [
          head + [.blank, .blank, .blank, .blank, .text(reading)]
            + [WorkbookCell](repeating: .blank, count: 6)
        ]
      }
      let counts = TrendWorkbook.measuresShown.map { key in
        row(
          key.label(phrases.language), unit(of: key), before: .blank,
          now: measureColumns.cell(key, of: comparison.measures), reading: reading)
      }
      let rates = TrendWorkbook.ratesShown.map { rate in
        row(
          rate.label(phrases.language), "%", before: .blank,
          now: measureColumns.rateCell(.rate, of: rate, rate.proportion(of: comparison.measures)),
          reading: reading)
      }
      return counts + rates
    }
    let counts = TrendWorkbook.measuresShown.map { key in
      row(
        key.label(phrases.language), unit(of: key), before: measureColumns.cell(key, of: change.before),
        now: measureColumns.cell(key, of: change.after),
        reading: trendPhrases.countReading(change.absolute(key), change.relativeMillionths(key) != nil),
        changes: [TrendChangeColumns.absolute(change, key), TrendChangeColumns.relative(change, key)])
    }
    let rates = TrendWorkbook.ratesShown.map { rate in
      let points = rate == .conversion ? change.conversion : change.noShowRate
      let reading = trendPhrases.rateReading(points.pointsTenThousandths, points.isSignificant)
      return [WorkbookCell](
        row(
          rate.label(phrases.language), "%", before: measureColumns.rateCell(.rate, of: rate, points.before),
          now: measureColumns.rateCell(.rate, of: rate, points.after), reading: reading,
          changes: [.blank, .blank],
          points: TrendPointsPart.allCases.map { TrendChangeColumns.part($0, of: points) }))
    }
    return counts + rates
  }

  private static let ratesShown: [RateKey] = [.conversion, .noShowRate]

  private func base(_ kind: TrendStory.Kind) -> TrendBase {
    switch kind {
    case .edition: .edition
    case .previousQuarter: .previousQuarter
    case .yearAgo: .yearAgo
    }
  }

  private func unit(of key: Measures.Key) -> String {
    if key.isAmount { return head.baseCurrency.code }
    return phrases.unit(key.countsOrganisations ? .organisations : .consultations)
  }

  /// A sentence in lines that are no wider than so many columns, broken at spaces.
  static func broken(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > width {
        lines.append(line)
        // What goes on in a next line stands further in.
        line = "   " + word
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
