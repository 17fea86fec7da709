import Content
import Model

// The MOUs by name, and the matrix of countries and sectors.
extension PostEventContent {
  var mous: Section {
    let heading = words.heading(.mous)
    if outcomes.mous.isEmpty {
      let isKnown = context.recorded.mous && total.held > 0
      let text = total.held == 0 ? words.noMeetingHeld : isKnown ? words.noMOU : words.notRecorded
      return Section(.mous, heading: heading, parts: [.paragraph([text])])
    }
    let listed = outcomes.mous.prefix(mousListed)
    var remarks: [String] = []
    let undated = outcomes.mous.rows.count { $0.signedOn == nil }
    if undated > 0, undated < outcomes.mous.count { remarks.append(words.undatedMOUs(undated)) }
    if listed.contains(where: {
      $0.supplier == nil || $0.buyer == nil || $0.sector == nil || $0.signedOn == nil || $0.amount == nil
    }) {
      remarks.append(words.absentMeaning)
    }
    if outcomes.mous.count > listed.count {
      remarks.append(words.moreMOUs(outcomes.mous.count - listed.count))
    }
    let parts: [Section.Part] = [.table(mouTable(listed))] + (remarks.isEmpty ? [] : [.remarks(remarks)])
    return Section(.mous, heading: heading, parts: parts)
  }

  private func mouTable(_ listed: some Collection<MOUEntry>) -> Table {
    let severalEvents = outcomes.byEvent.count > 1
    let decimals = context.unit.decimals(for: outcomes.mous.rows.compactMap(\.amount) + [total.mouAmount])
    var columns = [TableColumn(words.term(.number), .count)]
    if severalEvents { columns.append(TableColumn(words.term(.event), .label)) }
    columns += [ReportTerm.supplier, .buyer, .country, .sector].map { TableColumn(words.term($0), .label) }
    columns += [
      TableColumn(words.term(.signedOn), .date),
      TableColumn(
        words.measure(.mouAmount), .amount(power: context.unit.power, decimals: decimals),
        measure: .mouAmount),
    ]
    func name(_ text: String?) -> TableCell {
      text.map { .text(TerminalText.safe($0, columns: 160)) }
        ?? TableCell(.absent(.notRecorded), words.absent)
    }
    let areNew = context.revisions.areNew(listed)
    let rows = zip(listed, areNew).enumerated().map { at, row -> TableRow in
      let (mou, isNew) = row
      var cells = [TableCell(.count(at + 1), TextNumbers.grouped(at + 1), marks: isNew ? [.isNew] : [])]
      if severalEvents { cells.append(.text(context.title(ofEvent: mou.event))) }
      cells += [
        name(mou.supplier), name(mou.buyer), .text(context.name(of: mou.country)),
        mou.sector == nil
          ? TableCell(.absent(.notRecorded), words.absent) : .text(context.label(ofSector: mou.sector)),
        mou.signedOn.map { TableCell(.day($0), words.day($0)) }
          ?? TableCell(.absent(.notRecorded), words.absent),
        mou.amount.map { TableCell(.amount($0), context.unit.text($0, decimals: decimals)) }
          ?? TableCell(.absent(.notRecorded), words.absent),
      ]
      return TableRow(cells)
    }
    return Table(
      name: "mous", caption: words.caption(.mous), unitLine: context.unitLine, columns: columns, rows: rows)
  }

  /// The matrix of held consultations by country and sector; nil where there is nothing to cross.
  var matrix: Section? {
    let countries = Array(outcomes.byCountry.lazy.filter { $0.measures.booked > 0 }.map(\.key))
    let sectors = Array(outcomes.bySector.lazy.filter { $0.measures.booked > 0 }.map(\.key))
    guard countries.count > 1, sectors.count > 1, !outcomes.byCountryAndSector.isEmpty else { return nil }
    let matrix = MatrixTable(
      content: self, rows: MatrixTable.cut(countries, to: countriesShown),
      columns: MatrixTable.cut(sectors, to: sectorsShown))
    let table = matrix.table
    var remarks: [String] = []
    if total.mous > 0 { remarks.append(words.matrixMeaning(isNamed: matrix.namesMOUs)) }
    return Section(
      .countriesAndSectors, heading: words.heading(.countriesAndSectors),
      parts: [.table(table)] + (remarks.isEmpty ? [] : [.remarks(remarks)]))
  }
}

/// Countries by sectors: meetings held, MOUs as a note, sums at both edges.
///
/// Only what is printed is added up, so that thousands of sectors take no more memory than the
/// columns shown.
private struct MatrixTable {
  /// What a cell tells, of one group or of several.
  private struct Figures {
    var held = 0
    var mous = 0

    mutating func add(_ measures: Measures) {
      held += measures.held
      mous += measures.mous
    }
  }

  let content: PostEventContent
  let rows: (shown: [CountryCode], others: Int)
  let columns: (shown: [String?], others: Int)

  /// The first of a list, and how many there are besides where the list is longer.
  static func cut<Key>(_ keys: [Key], to limit: Int) -> (shown: [Key], others: Int) {
    keys.count <= limit ? (keys, 0) : (Array(keys.prefix(limit - 1)), keys.count - limit + 1)
  }

  /// The groups added up by the place of each in the table: the shown ones by their order, all
  /// others at the place after the last.
  private static func sums<Key: Hashable>(
    _ groups: some Sequence<Group<Key>>, count: Int, place: (Key) -> Int
  ) -> [Figures] {
    var sums = [Figures](repeating: Figures(), count: count)
    for group in groups { sums[place(group.key)].add(group.measures) }
    return sums
  }

  /// The place of each shown key.
  private static func places<Key: Hashable>(_ shown: [Key]) -> [Key: Int] {
    Dictionary(zip(shown, shown.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Whether each cell says what stands in its brackets; many columns have no room for that on a page.
  var namesMOUs: Bool { columns.shown.count < 9 }

  private func cell(_ figures: Figures) -> TableCell {
    let note = figures.mous > 0 ? (namesMOUs ? "MOU " : "") + TextNumbers.grouped(figures.mous) : nil
    if figures.held == 0 { return TableCell(.count(0), content.words.absent, note: note) }
    return TableCell(.count(figures.held), TextNumbers.grouped(figures.held), note: note)
  }

  private var header: [TableColumn] {
    let words = content.words
    var header = [TableColumn(words.term(.country), .label)]
    header += columns.shown.map { TableColumn(content.context.label(ofSector: $0), .count, measure: .held) }
    if columns.others > 0 {
      header.append(
        TableColumn(words.others(columns.others, .sector, areAlsoRegions: false), .count, measure: .held))
    }
    header.append(TableColumn(words.total, .count, measure: .held))
    return header
  }

  var table: Table {
    let (words, outcomes) = (content.words, content.outcomes)
    let rowPlaces = Self.places(rows.shown)
    let columnPlaces = Self.places(columns.shown)
    let (otherRow, otherColumn) = (rows.shown.count, columns.shown.count)
    let width = otherColumn + 1
    let inside = Self.sums(outcomes.byCountryAndSector, count: (otherRow + 1) * width) {
      (rowPlaces[$0.country] ?? otherRow) * width + (columnPlaces[$0.sector] ?? otherColumn)
    }
    let byCountry = Self.sums(outcomes.byCountry, count: otherRow + 1) { rowPlaces[$0] ?? otherRow }
    let bySector = Self.sums(outcomes.bySector, count: width) { columnPlaces[$0] ?? otherColumn }
    var everything = Figures()
    everything.add(content.total)

    func row(_ label: String, _ figures: ArraySlice<Figures>, _ sum: Figures, _ kind: TableRow.Kind)
      -> TableRow
    {
      let printed = columns.others > 0 ? figures : figures.dropLast()
      return TableRow([TableCell.text(label)] + printed.map(cell) + [cell(sum)], kind: kind)
    }
    func row(at place: Int, _ label: String, _ kind: TableRow.Kind) -> TableRow {
      row(label, inside[place * width..<(place + 1) * width], byCountry[place], kind)
    }
    var body = rows.shown.indices.map { row(at: $0, content.context.name(of: rows.shown[$0]), .group) }
    if rows.others > 0 {
      body.append(
        row(
          at: otherRow,
          words.others(
            rows.others, .country,
            areAlsoRegions: outcomes.byCountry.contains { $0.measures.booked > 0 && $0.key.isAlsoRegion }),
          .others))
    }
    return Table(
      name: "by_country_and_sector", caption: words.caption(.countriesAndSectors), columns: header,
      rows: body, total: row(words.total, bySector[...], everything, .total))
  }
}
