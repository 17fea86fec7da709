import Content
import Model

/// A table of groups for comparing: the figures that a person compares, with the total.
struct CompareTable {
  let context: ContentContext
  let total: Measures
  let term: ReportTerm
  let groups: LabelledGroups

  private static let before: [Measures.Key] = [.booked, .held]
  private static let behind: [Measures.Key] = [.suppliers, .buyers, .followUps, .mous]

  /// The table with at most so many groups.
  func table(name: String, caption: String, limit: Int) -> Table {
    let words = context.words
    let decimals = context.decimals(groups.measures, total: total)
    func column(_ key: Measures.Key) -> TableColumn { TableColumn(words.measure(key), .count, measure: key) }
    let columns =
      [TableColumn(words.term(term), .label)] + CompareTable.before.map(column)
      + [TableColumn(words.term(.share), .share)] + CompareTable.behind.map(column) + [
        TableColumn(words.term(.conversion), .rate), TableColumn(words.term(.low), .bound),
        TableColumn(words.term(.high), .bound),
      ]
      + AmountKind.allCases.map {
        TableColumn(
          words.measure($0.key), .amount(power: context.unit.power, decimals: decimals[$0]), measure: $0.key)
      }
    let whole = LabelledGroup(
      label: words.total, measures: total, revised: context.revisions.measures(.total))
    return Table(
      name: name, caption: caption, unitLine: context.unitLine, columns: columns,
      rows: groups.prefix(limit).map { TableRow(cells($0, decimals)) },
      total: TableRow(cells(whole, decimals), kind: .total))
  }

  private func cells(_ group: LabelledGroup, _ decimals: PerAmount<Int>) -> [TableCell] {
    let measures = group.measures
    func cell(_ key: Measures.Key) -> TableCell { context.cell(key, measures, revised: group.revised) }
    return [TableCell(.text, group.label, marks: group.isProvisional ? [.provisional] : [])]
      + CompareTable.before.map(cell)
      + [context.shareCell(measures.held, of: total.held)] + CompareTable.behind.map(cell) + [
        context.rateCell(.conversion, measures.conversion, revised: group.revised),
        context.boundCell(.conversion, measures.conversion, isLow: true, revised: group.revised),
        context.boundCell(.conversion, measures.conversion, isLow: false, revised: group.revised),
      ]
      + AmountKind.allCases.map {
        context.cell($0.key, measures, decimals: decimals[$0], revised: group.revised)
      }
  }
}
