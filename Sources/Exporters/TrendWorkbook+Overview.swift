import TradeModel
import Workbook

extension TrendWorkbook {
  private static let measuresShown: [Measures.Key] = [
    .held, .suppliers, .buyers, .mous, .consultedAmount, .mouAmount,
  ]

  /// The widest line of the story, in columns of a fixed-width font.
  private static let lineWidth = 150

  var story: TrendStory {
    TrendStory(trend: trend, language: phrases.language, countryName: countryName)
  }

  /// What the trend says in plain words over a table of what is compared.
  func addOverview(_ builder: WorkbookSheetBuilder) throws -> WorkbookTablePlace {
    let columns = trendPhrases.overviewHeaders.enumerated().map { at, header in
      WorkbookColumn(header, wraps: at < 3 || at == 13, widest: at == 13 ? 44 : 30)
    }
    var lines: [String] = []
    for sentence in story.sentences {
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
    let head: [WorkbookCell] = [
      .text(trendPhrases.base(base(comparison.kind))), .text(orBlank: comparison.earlier),
      .text(comparison.later),
    ]
    guard let change = comparison.change else {
      let words = trendPhrases.notComparable(base(comparison.kind))
      if comparison.kind == .yearAgo {
        return [head + [WorkbookCell](repeating: .blank, count: 10) + [.text(words)]]
      }
      return TrendWorkbook.measuresShown.map { key in
        head + [.text(key.label(phrases.language)), .text(unit(of: key)), .blank]
          + [measureColumns.cell(key, of: comparison.measures)]
          + [WorkbookCell](repeating: .blank, count: 6) + [.text(words)]
      }
        + TrendWorkbook.ratesShown.map { rate in
          head + [.text(rate.label(phrases.language)), .text("%"), .blank]
            + [measureColumns.rateCell(.rate, of: rate.proportion(of: comparison.measures))]
            + [WorkbookCell](repeating: .blank, count: 6) + [.text(words)]
        }
    }
    return TrendWorkbook.measuresShown.map { key in
      head + [.text(key.label(phrases.language)), .text(unit(of: key))]
        + [measureColumns.cell(key, of: change.before), measureColumns.cell(key, of: change.after)]
        + [TrendChangeColumns.absolute(change, key), TrendChangeColumns.relative(change, key)]
        + [WorkbookCell](repeating: .blank, count: 4)
        + [.text(trendPhrases.countReading(change.absolute(key), change.relativeMillionths(key) != nil))]
    }
      + TrendWorkbook.ratesShown.map { rate in
        let points = rate == .conversion ? change.conversion : change.noShowRate
        return head + [.text(rate.label(phrases.language)), .text("%")]
          + [
            measureColumns.rateCell(.rate, of: points.before),
            measureColumns.rateCell(.rate, of: points.after),
            .blank, .blank,
          ]
          + TrendPointsPart.allCases.map { TrendChangeColumns.part($0, of: points) }
          + [.text(trendPhrases.rateReading(points.pointsTenThousandths, points.isSignificant))]
      }
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
