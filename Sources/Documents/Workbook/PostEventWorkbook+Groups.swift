import Model
import Xlsx

extension PostEventWorkbook {
  func cell(_ country: CountryCode) -> WorkbookCell { .coded(country.code, shown: shown(country)) }

  /// Adds a sheet of groups with all their measures.
  private func addGroups(
    _ id: WorkbookSheetID, name: String, keys: [WorkbookHeader], suppliers: Bool = false,
    buyers: Bool = false,
    rows: [(keys: [WorkbookCell], measures: Measures, revised: Set<String>)], _ builder: WorkbookSheetBuilder
  ) throws -> WorkbookTablePlace {
    let measures = WorkbookMeasureColumns(
      phrases: phrases, currency: outcomes.head.baseCurrency, suppliers: suppliers, buyers: buyers)
    let keyColumns = keys.enumerated().map { at, header in
      WorkbookColumn(phrases.header(header), total: at == 0 ? .label(phrases.total) : .nothing, wraps: true)
    }
    let table = WorkbookTable(
      name: name,
      columns: keyColumns + measures.columns(total: outcomes.total, revised: revisions.measures("total")),
      rows: rows.map { $0.keys + measures.cells($0.measures, revised: $0.revised) }, hasTotals: true,
      keyColumns: keys.count)
    var lines = [
      phrases.units(outcomes.head.baseCurrency.code, references(.overlap)),
      phrases.organisations(references(.organisations, .totals)),
      phrases.marks(phrases.fewMark, references(.interval, .few, .blanks)),
    ]
    if rows.contains(where: { $0.keys.contains(.blank) }), let line = phrases.blankKey(id) {
      lines.append(line)
    }
    if !revisions.list.isEmpty { lines.append(revisionList.phrases.markMeaning) }
    return try addSheet(id, lines: lines, table: table, builder)
  }

  // MARK: - Sheets

  func addByCountry(_ builder: WorkbookSheetBuilder) throws -> WorkbookTablePlace {
    try addGroups(
      .byCountry, name: "by_country", keys: [.country], buyers: true,
      rows: outcomes.byCountry.map {
        ([cell($0.key)], $0.measures, revisions.measures("by_country", $0.key.code))
      }, builder)
  }

  func addBySector(_ builder: WorkbookSheetBuilder) throws -> WorkbookTablePlace {
    try addGroups(
      .bySector, name: "by_sector", keys: [.sector], suppliers: true,
      rows: outcomes.bySector.map {
        ([.text(orBlank: $0.key)], $0.measures, revisions.measures("by_sector", $0.key ?? ""))
      }, builder)
  }

  func addByCountryAndSector(_ builder: WorkbookSheetBuilder) throws {
    _ = try addGroups(
      .byCountryAndSector, name: "by_country_and_sector", keys: [.country, .sector],
      rows: outcomes.byCountryAndSector.map {
        (
          [cell($0.key.country), .text(orBlank: $0.key.sector)], $0.measures,
          revisions.measures("by_country_and_sector", $0.key.country.code, $0.key.sector ?? "")
        )
      }, builder)
  }

  /// By quarter, by event and by mode, each where there is more than one.
  func addFurtherGroups(_ builder: WorkbookSheetBuilder) throws {
    if sheets.contains(.byQuarter) {
      _ = try addGroups(
        .byQuarter, name: "by_quarter", keys: [.quarter],
        rows: outcomes.byQuarter.map {
          (
            [.text(orBlank: $0.key?.label)], $0.measures,
            revisions.measures("by_quarter", $0.key?.label ?? "")
          )
        }, builder)
    }
    if sheets.contains(.byEvent) {
      _ = try addGroups(
        .byEvent, name: "by_event", keys: [.event], suppliers: true, buyers: true,
        rows: outcomes.byEvent.map {
          ([.text($0.key)], $0.measures, revisions.measures("by_event", $0.key))
        }, builder)
    }
    if sheets.contains(.byMode) {
      _ = try addGroups(
        .byMode, name: "by_mode", keys: [.mode],
        rows: outcomes.byMode.map { group in
          let cell = group.key.map { WorkbookCell.coded($0.name, shown: phrases.mode($0)) } ?? .blank
          return ([cell], group.measures, revisions.measures("by_mode", group.key?.name ?? ""))
        }, builder)
    }
  }
}
