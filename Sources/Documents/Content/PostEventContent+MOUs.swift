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
      text.map { .text(TerminalText.safe($0, columns: 60)) } ?? TableCell(.absent(.notRecorded), words.absent)
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
    let countries = outcomes.byCountry.filter { $0.measures.booked > 0 }.map(\.key)
    let sectors = outcomes.bySector.filter { $0.measures.booked > 0 }.map(\.key)
    guard countries.count > 1, sectors.count > 1, !outcomes.byCountryAndSector.isEmpty else { return nil }
    let table = MatrixTable(
      content: self, rows: MatrixTable.cut(countries, to: countriesShown),
      columns: MatrixTable.cut(sectors, to: sectorsShown)
    ).table
    var remarks: [String] = []
    if total.mous > 0 { remarks.append(words.matrixMeaning) }
    return Section(
      .countriesAndSectors, heading: words.heading(.countriesAndSectors),
      parts: [.table(table)] + (remarks.isEmpty ? [] : [.remarks(remarks)]))
  }
}

/// Countries by sectors: meetings held, MOUs as a note, sums at both edges.
private struct MatrixTable {
  let content: PostEventContent
  let rows: (shown: [CountryCode], others: [CountryCode])
  let columns: (shown: [String?], others: [String?])

  /// The first of a list, and the rest where the list is longer.
  static func cut<Key>(_ keys: [Key], to limit: Int) -> (shown: [Key], others: [Key]) {
    keys.count <= limit ? (keys, []) : (Array(keys.prefix(limit - 1)), Array(keys.dropFirst(limit - 1)))
  }

  var table: Table {
    let words = content.words
    var cells: [CountryAndSector: Measures] = [:]
    for group in content.outcomes.byCountryAndSector { cells[group.key] = group.measures }
    var byCountry: [CountryCode: Measures] = [:]
    for group in content.outcomes.byCountry { byCountry[group.key] = group.measures }
    var bySector: [String?: Measures] = [:]
    for group in content.outcomes.bySector { bySector[group.key] = group.measures }

    func cell(_ measures: Measures) -> TableCell {
      let note = measures.mous > 0 ? "MOU \(TextNumbers.grouped(measures.mous))" : nil
      if measures.held == 0 { return TableCell(.count(0), words.absent, note: note) }
      return TableCell(.count(measures.held), TextNumbers.grouped(measures.held), note: note)
    }
    func sum(_ countries: [CountryCode], _ sectors: [String?]) -> Measures {
      Measures(
        sumOf: countries.flatMap { country in
          sectors.compactMap { cells[CountryAndSector(country: country, sector: $0)] }
        })
    }
    func row(_ label: String, _ countries: [CountryCode], _ kind: TableRow.Kind) -> TableRow {
      var row = [TableCell.text(label)] + columns.shown.map { cell(sum(countries, [$0])) }
      if !columns.others.isEmpty { row.append(cell(sum(countries, columns.others))) }
      row.append(cell(Measures(sumOf: countries.compactMap { byCountry[$0] })))
      return TableRow(row, kind: kind)
    }
    var header = [TableColumn(words.term(.country), .label)]
    header += columns.shown.map { TableColumn(content.context.label(ofSector: $0), .count, measure: .held) }
    if !columns.others.isEmpty {
      header.append(TableColumn(words.others(columns.others.count, .sector), .count, measure: .held))
    }
    header.append(TableColumn(words.total, .count, measure: .held))
    var body = rows.shown.map { row(content.context.name(of: $0), [$0], .group) }
    if !rows.others.isEmpty {
      body.append(row(words.others(rows.others.count, .country), rows.others, .others))
    }
    var total = [TableCell.text(words.total)] + columns.shown.map { cell(bySector[$0] ?? Measures()) }
    if !columns.others.isEmpty {
      total.append(cell(Measures(sumOf: columns.others.compactMap { bySector[$0] })))
    }
    total.append(cell(content.total))
    return Table(
      name: "by_country_and_sector", caption: words.caption(.countriesAndSectors), columns: header,
      rows: body, total: TableRow(total, kind: .total))
  }
}
