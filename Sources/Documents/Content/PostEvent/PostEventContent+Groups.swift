import Content
import Model

/// A group of consultations as a table shows it.
struct LabelledGroup {
  let label: String
  let measures: Measures
  /// The measures that changed since they were published.
  var revised: Set<String> = []
  /// Whether it is a time whose pending consultations may still be held.
  var isProvisional = false
}

/// Groups as tables show them, labelled when they are asked for, since there may be very many.
struct LabelledGroups: RandomAccessCollection {
  private let places: [Int]
  private let measure: (Int) -> Measures
  private let label: (Int) -> LabelledGroup
  private let isKnown: (Int) -> Bool

  /// - Parameters:
  ///   - areTimes: whether pending consultations may still be added to a group.
  ///   - isKnown: whether a key names a group.
  init<Key>(
    _ groups: [Group<Key>], areTimes: Bool = false, isKnown: @escaping (Key) -> Bool = { _ in true },
    label: @escaping (Key) -> String, revised: @escaping (Key) -> Set<String>
  ) {
    places = Array(groups.indices)
    measure = { groups[$0].measures }
    self.isKnown = { isKnown(groups[$0].key) }
    self.label = {
      let group = groups[$0]
      return LabelledGroup(
        label: label(group.key), measures: group.measures, revised: revised(group.key),
        isProvisional: areTimes && group.measures.pending > 0)
    }
  }

  private init(_ groups: LabelledGroups, places: [Int]) {
    self.places = places
    (measure, label, isKnown) = (groups.measure, groups.label, groups.isKnown)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { places.count }
  subscript(index: Int) -> LabelledGroup { label(places[index]) }

  /// The measures without the labels.
  var measures: some Collection<Measures> { places.lazy.map(measure) }

  /// Those whose measures fulfil a condition.
  func having(_ condition: (Measures) -> Bool) -> LabelledGroups {
    LabelledGroups(self, places: places.filter { condition(measure($0)) })
  }

  /// Those whose country or sector is known, else those for which it is not.
  func known(_ known: Bool) -> LabelledGroups {
    LabelledGroups(self, places: places.filter { isKnown($0) == known })
  }
}

// The tables by country and by sector that are handed out, and those for comparing.
extension PostEventContent {
  private var countryGroups: LabelledGroups {
    LabelledGroups(outcomes.byCountry, isKnown: { $0 != .unknown }) {
      context.name(of: $0)
    } revised: {
      context.revisions.measures("by_country", $0.code)
    }
  }

  private var sectorGroups: LabelledGroups {
    LabelledGroups(outcomes.bySector, isKnown: { $0 != nil }) {
      context.label(ofSector: $0)
    } revised: {
      context.revisions.measures("by_sector", $0 ?? "")
    }
  }

  /// Countries that only registrations name stand in the table for comparing.
  private var bookedCountries: [CountryCode] {
    outcomes.byCountry.filter { $0.measures.booked > 0 }.map(\.key)
  }

  var byCountry: Section {
    let brief = BriefTable(
      context: context, total: total, name: "country_brief", section: .byCountry, term: .country,
      groups: countryGroups.having { $0.booked > 0 })
    var parts = brief.parts(limit: countriesShown, regions: regionGroups)
    if let chart = heldChart("held_by_country", .country, countryGroups) { parts.append(.chart(chart)) }
    return Section(.byCountry, heading: words.heading(.byCountry), parts: parts)
  }

  var bySector: Section {
    if outcomes.bySector.allSatisfy({ $0.key == nil }), total.booked > 0 {
      return Section(.bySector, heading: words.heading(.bySector), parts: [.paragraph([words.notRecorded])])
    }
    let brief = BriefTable(
      context: context, total: total, name: "sector_brief", section: .bySector, term: .sector,
      groups: sectorGroups.having { $0.booked > 0 })
    var parts = brief.parts(limit: sectorsShown, regions: [])
    if let chart = heldChart("held_by_sector", .sector, sectorGroups) { parts.append(.chart(chart)) }
    return Section(.bySector, heading: words.heading(.bySector), parts: parts)
  }

  /// The regions with the places of their countries, where they say more than the countries do.
  private var regionGroups: [(group: LabelledGroup, members: [Int])] {
    let countries = bookedCountries
    let regions = outcomes.byRegion.filter { $0.measures.booked > 0 }.map { region in
      (
        LabelledGroup(
          label: name(ofRegion: region.key), measures: region.measures,
          revised: context.revisions.measures("by_region", region.key)),
        countries.indices.filter { self.region(of: countries[$0]) == region.key }
      )
    }
    let tells = countries.count > 6 && regions.contains { $0.1.count > 1 }
    return tells ? regions : []
  }

  private func name(ofRegion id: String) -> String {
    TerminalText.safe(head.details.regionName(id, context.language), columns: 40)
  }

  private func region(of country: CountryCode) -> String? {
    head.details.regionsInUse.first { $0.countries.contains(country) }?.id
  }

  // MARK: - Comparisons

  var compareRegions: Section {
    compare(
      .byRegion, "by_region", .region,
      LabelledGroups(outcomes.byRegion) {
        name(ofRegion: $0)
      } revised: {
        context.revisions.measures("by_region", $0)
      })
  }
  var compareCountries: Section { compare(.compareCountries, "by_country", .country, countryGroups) }
  var compareSectors: Section { compare(.compareSectors, "by_sector", .sector, sectorGroups) }
  var compareQuarters: Section {
    compare(
      .byQuarter, "by_quarter", .quarter,
      LabelledGroups(outcomes.byQuarter, areTimes: true) {
        $0.map { words.quarter($0) } ?? words.noQuarter
      } revised: {
        context.revisions.measures("by_quarter", $0?.label ?? "")
      })
  }
  var compareEvents: Section {
    compare(
      .byEvent, "by_event", .event,
      LabelledGroups(outcomes.byEvent, areTimes: true) {
        context.title(ofEvent: $0)
      } revised: {
        context.revisions.measures("by_event", $0)
      })
  }
  var compareModes: Section {
    compare(
      .byMode, "by_mode", .mode,
      LabelledGroups(outcomes.byMode) {
        words.mode($0)
      } revised: {
        context.revisions.measures("by_mode", $0?.name ?? "")
      })
  }

  private func compare(
    _ id: Section.ID, _ name: String, _ term: ReportTerm, _ groups: LabelledGroups
  ) -> Section {
    let table = CompareTable(context: context, total: total, term: term, groups: groups)
      .table(name: name, caption: words.caption(id), limit: PostEventContent.groupsCompared)
    var remarks = [words.totalsMeaning]
    if groups.count > PostEventContent.groupsCompared {
      remarks.append(words.moreRows(groups.count - PostEventContent.groupsCompared))
    }
    return Section(
      id, heading: words.heading(id),
      parts: [
        .table(table),
        .remarks(remarks + context.remarks(on: groups.measures, in: table)),
      ])
  }
}

/// A table of groups as it is handed out: ten columns at most.
struct BriefTable {
  let context: ContentContext
  let total: Measures
  let name: String
  let section: Section.ID
  let term: ReportTerm
  let groups: LabelledGroups

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
  func parts(limit: Int, regions: [(group: LabelledGroup, members: [Int])]) -> [Section.Part] {
    if groups.isEmpty { return [.paragraph([words.noMeeting])] }
    let table = table(limit: limit, regions: regions)
    var remarks = context.remarks(on: groups.measures, in: table)
    var missing = hasMOUs ? [] : [words.measure(.mous)]
    missing += [AmountKind.consulted, .expectedContract, .mou].filter { !amounts.contains($0) }.map {
      words.measure($0.key)
    }
    if !missing.isEmpty { remarks.append(words.notRecorded(missing)) }
    return [.table(table)] + (remarks.isEmpty ? [] : [.remarks(remarks)])
  }

  private func table(limit: Int, regions: [(group: LabelledGroup, members: [Int])]) -> Table {
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
      let shown = Set(0..<min(limit, groups.count))
      var left = Set(groups.indices)
      for region in regions {
        rows.append(row(region.group, .heading, largest: nil))
        rows += region.members.filter(shown.contains).map { row(groups[$0], largest: largest) }
        let rest = region.members.filter { !shown.contains($0) }
        if !rest.isEmpty { rows.append(row(others(rest.map { groups[$0] }), .others, largest: nil)) }
        left.subtract(region.members)
      }
      rows += left.sorted().map { row(groups[$0], largest: largest) }
    }
    return Table(
      name: name, caption: words.caption(section), unitLine: amounts.isEmpty ? nil : context.unitLine,
      columns: columns, rows: rows,
      total: row(
        LabelledGroup(label: words.total, measures: total, revised: context.revisions.measures("total")),
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
      label: words.others(groups.count, term), measures: Measures(sumOf: groups.lazy.map(\.measures)))
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
      label: words.total, measures: total, revised: context.revisions.measures("total"))
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

extension ContentContext {
  /// How many digits each amount needs behind the point in these groups.
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
