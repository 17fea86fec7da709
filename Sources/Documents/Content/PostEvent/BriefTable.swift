import Content
import Model

/// A table of groups as it is handed out: ten columns at most.
struct BriefTable {
  let context: ContentContext
  let total: Measures
  let name: String
  let section: Section.ID
  let term: ReportTerm
  let groups: LabelledGroups
  /// Whether a region such as Hong Kong is among the countries.
  var areAlsoRegions = false

  /// A region with the places of its countries among the groups.
  struct Region {
    let group: LabelledGroup
    let members: [Int]
  }

  private var words: any ReportWords { context.words }
  private var recorded: Recorded { context.recorded }
  private var hasMOUs: Bool { recorded.mous || total.mous > 0 }
  /// The amounts that a column holds: those that any sheet has.
  private var amounts: [AmountKind] {
    [AmountKind.consulted, .expectedContract, .mou].filter {
      recorded[$0.key] || total.amounts[$0].sum > .zero
    }
  }

  /// The table with its remarks; a sentence where there is nothing.
  func parts(limit: Int, regions: [Region]) -> [Section.Part] {
    if groups.isEmpty { return [.paragraph([words.noMeeting])] }
    let table = table(limit: limit, regions: regions)
    var remarks = context.remarks(on: groups.measures, in: table)
    var missing = hasMOUs ? [] : [words.measure(.mous)]
    missing += [AmountKind.consulted, .expectedContract, .mou].filter { !amounts.contains($0) }.map {
      words.measure($0.key)
    }
    let partly = [Measures.Key.mous].filter { recorded.parts[$0] != nil && (total[$0] ?? 0) > 0 }
    if !partly.isEmpty {
      remarks.append(words.partlyRecorded(partly.map { words.measure($0) }, of: total.held))
    }
    if !missing.isEmpty { remarks.append(words.notRecorded(missing)) }
    return [.table(table)] + (remarks.isEmpty ? [] : [.remarks(remarks)])
  }

  private func table(limit: Int, regions: [Region]) -> Table {
    let decimals = context.decimals(groups.measures, total: total)
    var columns = [
      TableColumn(words.term(term), .label), TableColumn(words.measure(.held), .count, measure: .held),
      TableColumn(words.term(.share), .share),
    ]
    if hasMOUs {
      columns += [
        TableColumn(words.measure(.mous), .count, measure: .mous),
        TableColumn(words.term(.conversion), .rate), TableColumn(words.term(.ratio), .ratio),
        TableColumn(words.term(.interval), .interval),
      ]
    }
    columns += amounts.map {
      TableColumn(
        words.measure($0.key), .amount(power: context.unit.power, decimals: decimals[$0]), measure: $0.key)
    }
    let largest = groups.measures.map(\.held).max() ?? 0
    func row(_ group: LabelledGroup, _ kind: TableRow.Kind = .group, largest: Int?) -> TableRow {
      TableRow(cells(group, decimals, largest: largest), kind: kind)
    }
    var rows: [TableRow] = []
    if regions.isEmpty {
      let isCut = groups.count > limit
      let shown = isCut ? limit - 1 : groups.count
      rows = groups.prefix(shown).map { row($0, largest: largest) }
      if isCut { rows.append(row(others(groups.dropFirst(shown)), .others, largest: nil)) }
    } else {
      for region in regions {
        // A region of one country says the same twice.
        if let only = region.members.first, region.members.count == 1 {
          var group = region.group
          group.label += " · " + groups[only].label
          rows.append(row(group, .heading, largest: largest))
          continue
        }
        rows.append(row(region.group, .heading, largest: nil))
        var shown = region.members.filter { $0 < limit }
        var rest = region.members.filter { $0 >= limit }
        // A single one takes as much room as what would stand for it.
        if rest.count == 1 { (shown, rest) = (region.members, []) }
        rows += shown.map { row(groups[$0], largest: largest) }
        if !rest.isEmpty { rows.append(row(others(rest.map { groups[$0] }), .others, largest: nil)) }
      }
    }
    return Table(
      name: name, caption: words.caption(section), unitLine: amounts.isEmpty ? nil : context.unitLine,
      columns: columns, rows: rows,
      total: row(
        LabelledGroup(label: words.total, measures: total, revised: context.revisions.measures(.total)),
        .total, largest: nil))
  }

  private func cells(
    _ group: LabelledGroup, _ decimals: PerAmount<Int>, largest: Int?
  ) -> [TableCell] {
    let measures = group.measures
    var cells: [TableCell] = [
      .text(group.label), context.cell(.held, measures, revised: group.revised),
      context.shareCell(measures.held, of: total.held, largest: largest),
    ]
    if hasMOUs {
      let conversion = measures.conversion
      cells += [
        context.cell(.mous, measures, revised: group.revised),
        context.rateCell(.conversion, conversion, revised: group.revised),
        context.ratioCell(.conversion, conversion), context.intervalCell(.conversion, conversion),
      ]
    }
    return cells
      + amounts.map { context.cell($0.key, measures, decimals: decimals[$0], revised: group.revised) }
  }

  /// Groups that are not shown one by one, as one; organisations cannot be told from those of the groups.
  private func others(_ groups: some Collection<LabelledGroup>) -> LabelledGroup {
    LabelledGroup(
      label: words.others(groups.count, term, areAlsoRegions: areAlsoRegions),
      measures: Measures(sumOf: groups.lazy.map(\.measures)))
  }
}

extension Measures {
  /// The counts and amounts of groups without what they share: organisations are left at zero.
  init(sumOf groups: some Sequence<Measures>) {
    self.init()
    for group in groups {
      counts += group.counts
      for kind in AmountKind.allCases {
        amounts[kind].sum.hundredths += group.amounts[kind].sum.hundredths
        amounts[kind].stated += group.amounts[kind].stated
      }
    }
  }
}
