import Content
import Model

extension ContentContext {
  /// How many digits each amount needs after the point in these groups.
  func decimals(_ groups: some Sequence<Measures>, total: Measures? = nil) -> PerAmount<Int> {
    var decimals = PerAmount(all: 0)
    for kind in AmountKind.allCases {
      let sums = groups.map { $0.amounts[kind].sum }
      decimals[kind] = unit.decimals(for: sums + [total?.amounts[kind].sum].compactMap { $0 })
    }
    return decimals
  }

  /// What is to be known of the figures of these groups as a table shows them.
  func remarks(on groups: some Collection<Measures>, in table: Table) -> [String] {
    var remarks: [String] = []
    let shown = AmountKind.allCases.filter { kind in groups.contains { $0.amounts[kind].sum > .zero } }
    if shown.contains(where: { kind in
      groups.contains { !$0.coverage(of: kind).isWhole && $0.amounts[kind].sum > .zero }
    }) {
      remarks.append(words.statedMeaning)
    }
    let decimals = decimals(groups)
    if groups.count > 1,
      shown.contains(where: { kind in
        groups.contains { !unit.isExact($0.amounts[kind].sum, decimals: decimals[kind]) }
      })
    {
      remarks.append(words.roundedMeaning)
    }
    let rows = table.rows + [table.total].compactMap { $0 }
    let isAbsent = rows.contains { row in
      row.cells.contains { if case .absent = $0.value { true } else { false } }
    }
    if isAbsent { remarks.append(words.absentMeaning) }
    return remarks
  }
}
