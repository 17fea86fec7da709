import Content
import Model
import Xlsx

/// A cell of a data sheet: what the JSON has, as a number, a text or a truth value.
enum DataCell: Hashable, Sendable {
  case blank
  case text(String)
  case count(Int)
  case amount(Money)
  case millionths(Int128)
  /// Percentage points in ten-thousandths.
  case points(Int)
  case flag(Bool)

  static func text(orBlank text: String?) -> DataCell { text.map { .text($0) } ?? .blank }
  static func flag(orBlank flag: Bool?) -> DataCell { flag.map { .flag($0) } ?? .blank }
  static func value(_ value: FigureValue) -> DataCell {
    switch value {
    case .count(let count): .count(count)
    case .amount(let amount): .amount(amount)
    case .proportion(let share): share.rateMillionths.map { .millionths(Int128($0)) } ?? .blank
    }
  }
  static func rate(_ value: Double?) -> DataCell {
    value.map { .millionths(Int128(($0 * 1_000_000).rounded(.toNearestOrEven))) } ?? .blank
  }
}

/// One tidy table of everything that a JSON's groups hold, for filters and pivots.
///
/// Its rows are made one after another, so that memory does not hold what the measures hold already.
struct DataSheet {
  var headers: [String]
  var rows: DataRows
  var title: String
  var lines: [String]
  var name: String
  /// Rows that do not go through the library's memory of cells; nil where there are few.
  var packing: DataRowPacking?

  /// How many rows a sheet holds; tests set a small limit.
  var rowLimit = SheetWriter.rowLimit

  func write(_ book: WorkbookWriter, style: BookStyle, content: ReportContent) throws {
    let sheet = try book.addSheet(named: name)
    var lines = lines + [style.words.notPrinted]
    if style.isAccessible { lines.append(content.words.oneTable) }
    // The title, the lines, one on what is left out, and the headers.
    let room = max(1, rowLimit - lines.count - 4)
    let shown = min(rows.count, room)
    if shown < rows.count { lines.append(style.words.firstRows(shown, of: rows.count)) }
    try sheet.write(.text(title), row: 0, column: 0, format: style.title)
    try sheet.setHeight(26, row: 0)
    var at = 1
    for line in lines {
      try sheet.write(.text(line), row: at, column: 0, format: style.remark)
      at += 1
    }
    if style.isAccessible {
      try sheet.writeLink(
        content.words.backToContents, to: style.words.sheet(.cover), row: at, column: 0, format: style.link)
      at += 1
    }
    let headerRow = at
    let format = style.header(isText: true, isCentered: false)
    try sheet.addTable(
      named: "data", row: headerRow, column: 0,
      columns: headers.map { Xlsx.TableColumn(header: $0, headerFormat: format) }, dataRows: max(shown, 1),
      filter: !style.isAccessible, style: .none)
    if let packing {
      try sheet.place(try packing.rows(rows, count: shown, first: headerRow + 1, columns: headers.count))
    } else {
      let formats = DataFormats(style: style)
      for index in 0..<shown {
        for (column, cell) in rows[index].enumerated() {
          try write(cell, on: sheet, row: headerRow + 1 + index, column: column, formats)
        }
      }
    }
    if shown == 0 { try sheet.write(.text(content.words.nothing), row: headerRow + 1, column: 0) }
    let widths = widths(style, rows: shown)
    for (column, header) in headers.enumerated() {
      let whole = style.measure.width(header, size: style.size, bold: true) + 22
      let width = max(min(widths[column] + 8, 260), min(whole, 120), 70)
      try sheet.setWidth(ColumnRoom.units(pixels: width, digit: style.digit), columns: column...column)
    }
    try sheet.setHeight(style.size * 3 + 8, row: headerRow)
    // An empty cell beside the headers, into which no text runs, is all that would be printed, so that nothing is.
    let area = PageSetup.Area(rows: headerRow...headerRow, columns: (headers.count + 1)...(headers.count + 1))
    try sheet.setPage(PageSetup(landscape: true, margins: BookStyle.margins, area: area))
    if !style.isAccessible { try sheet.freezePanes(row: headerRow + 1, column: 0) }
  }

  /// How wide the texts of the first rows are, by column, in pixels.
  private func widths(_ style: BookStyle, rows shown: Int) -> [Double] {
    var widths = [Double](repeating: 0, count: headers.count)
    for index in 0..<min(shown, 200) {
      for (column, cell) in rows[index].enumerated() {
        guard case .text(let text) = cell else { continue }
        widths[column] = max(widths[column], style.measure.width(text, size: style.size))
      }
    }
    return widths
  }

  private func write(
    _ cell: DataCell, on sheet: SheetWriter, row: Int, column: Int, _ formats: DataFormats
  ) throws {
    func write(_ value: CellValue, _ format: CellFormat) throws {
      try sheet.write(value, row: row, column: column, format: format)
    }
    switch cell {
    case .blank: break
    case .text(let text): try write(CellValue.text(text).clipped, formats.text)
    case .count(let count): try write(.number(Double(count)), formats.count)
    case .amount(let amount): try write(.number(NumberFormats.value(amount, power: 0)), formats.amount)
    case .millionths(let rate): try write(.number(Double(rate) / 1_000_000), formats.rate)
    case .points(let points): try write(.number(Double(points) / 10_000), formats.points)
    case .flag(let flag): try write(.boolean(flag), formats.flag)
    }
  }
}

// MARK: - The data of an event

extension DataSheet {
  /// Every group of an event's JSON, total first, in the JSON's order.
  init(_ outcomes: Outcomes, _ context: ContentContext, style: BookStyle) {
    let words = style.words
    let terms = context.words
    var rows = DataRows()
    rows.append(1) { _ in DataSheet.cells("total", terms.total, outcomes.total) }
    rows.append(outcomes.byCountry.count) {
      let group = outcomes.byCountry[$0]
      return DataSheet.cells(
        "country", country: group.key.code, context.name(of: group.key), group.measures)
    }
    rows.append(outcomes.bySector.count) {
      let group = outcomes.bySector[$0]
      return DataSheet.cells(
        "sector", sector: group.key, context.label(ofSector: group.key), group.measures)
    }
    rows.append(outcomes.byCountryAndSector.count) {
      let group = outcomes.byCountryAndSector[$0]
      let (country, sector) = (group.key.country, group.key.sector)
      return DataSheet.cells(
        "country_and_sector", country: country.code, sector: sector,
        "\(context.name(of: country)) × \(context.label(ofSector: sector))", group.measures)
    }
    rows.append(outcomes.byQuarter.count) {
      let group = outcomes.byQuarter[$0]
      return DataSheet.cells(
        "quarter", quarter: group.key?.label, group.key.map { terms.quarter($0) } ?? terms.noQuarter,
        group.measures)
    }
    rows.append(outcomes.byEvent.count) {
      let group = outcomes.byEvent[$0]
      return DataSheet.cells("event", event: group.key, context.title(ofEvent: group.key), group.measures)
    }
    rows.append(outcomes.byMode.count) {
      let group = outcomes.byMode[$0]
      return DataSheet.cells("mode", mode: group.key?.name, terms.mode(group.key), group.measures)
    }
    self.rows = rows
    let keys: [DataColumn] = [.dimension, .country, .sector, .quarter, .event, .mode, .label]
    headers = keys.map { words.header($0) } + Measures.Key.allCases.map { terms.measure($0) }
    headers += RateKey.allCases.flatMap { rate in RatePart.allCases.map { words.header(rate, $0) } }
    headers += AmountKind.allCases.map { words.stated($0.key) }
    title = "\(context.title) – \(words.sheet(.data))"
    lines = [words.dataMeaning]
    name = words.sheet(.data)
  }

  /// What a group is, its measures, rates and coverage.
  private static func cells(
    _ dimension: String, country: String? = nil, sector: String? = nil, quarter: String? = nil,
    event: String? = nil, mode: String? = nil, _ label: String, _ measures: Measures
  ) -> [DataCell] {
    var cells = [DataCell.text(dimension)]
    cells += [country, sector, quarter, event, mode].map { .text(orBlank: $0) }
    cells.append(.text(label))
    cells += Measures.Key.allCases.map { key in
      measures[key].map { .value(key.value($0)) } ?? .blank
    }
    for rate in RateKey.allCases {
      let share = rate.proportion(of: measures)
      cells += [
        .count(share.numerator), .count(share.denominator), .value(.proportion(share)),
        .rate(share.interval?.low),
        .rate(share.interval?.high), .flag(share.few),
      ]
    }
    return cells + AmountKind.allCases.map { .count(measures.coverage(of: $0).stated) }
  }
}

// MARK: - The data of a trend

extension DataSheet {
  /// The measures of a quarter.
  private static let ofQuarter =
    Change.keys.map { FigureMeasure.key($0) } + [.mousSigned] + RateKey.allCases.map { .rate($0) }

  /// The measures of an edition: registrations too, but no quarter of signing.
  private static func measures(of edition: Edition) -> [FigureMeasure] {
    FigureMeasure.all.filter { measure in
      switch measure {
      case .key(let key): edition.measures[key] != nil
      case .rate: true
      case .mousSigned: false
      }
    }
  }

  /// A group at a time, and with what it is compared.
  private struct TrendRow {
    var kind: String
    var group: String?
    var quarter: String?
    var event: String?
    var measure: FigureMeasure
    var measures: Measures
    var mousSigned: Int?
    var base: String
    var change: Change?
    var noEvent: Bool
    var immature: Bool
  }

  /// Every measure and comparison of a trend's groups; quarters without an event are left out.
  init(_ trend: TrendOutcomes, title: String, style: BookStyle) {
    let words = style.words
    var rows = DataRows()
    func add(_ kind: String, _ group: String?, _ points: [TrendPoint]) {
      let places = points.indices.filter { !points[$0].noEvent }
      let measures = DataSheet.ofQuarter
      rows.append(places.count * measures.count * 2) { at in
        let point = points[places[at / (measures.count * 2)]]
        let isYear = at % 2 == 1
        return DataSheet.cells(
          TrendRow(
            kind: kind, group: group, quarter: point.quarter.label,
            measure: measures[at / 2 % measures.count],
            measures: point.measures, mousSigned: point.mousSigned,
            base: isYear ? "year_ago" : "previous_quarter",
            change: isYear ? point.yearAgo : point.previousQuarter, noEvent: point.noEvent,
            immature: point.immature))
      }
    }
    add("total", nil, trend.total)
    for group in trend.byCountry { add("country", group.key.code, group.points) }
    for group in trend.bySector { add("sector", group.key, group.points) }
    for group in trend.bySeries { add("series", group.key, group.points) }
    for edition in trend.editions {
      let measures = DataSheet.measures(of: edition)
      rows.append(measures.count) { at in
        DataSheet.cells(
          TrendRow(
            kind: "edition", group: edition.series, event: edition.event, measure: measures[at],
            measures: edition.measures, base: "previous_edition", change: edition.change, noEvent: false,
            immature: edition.immature))
      }
    }
    self.rows = rows
    let columns: [DataColumn] = [
      .kind, .group, .quarter, .event, .measure, .value, .comparedWith, .before, .absolute, .relative,
      .points,
      .low, .high, .significant, .noEvent, .immature,
    ]
    headers = columns.map { words.header($0) }
    self.title = "\(title) – \(words.sheet(.data))"
    lines = [words.dataMeaning]
    name = words.sheet(.data)
  }

  private static func cells(_ row: TrendRow) -> [DataCell] {
    let head: [DataCell] = [
      .text(row.kind), .text(orBlank: row.group), .text(orBlank: row.quarter), .text(orBlank: row.event),
      .text(row.measure.name),
    ]
    func points(_ value: Proportion, _ change: PointsChange?) -> [DataCell] {
      func bound(_ value: Double?) -> DataCell {
        value.map { .points(Int(($0 * 10_000).rounded(.toNearestOrEven))) } ?? .blank
      }
      return [
        DataCell.value(.proportion(value)), .text(row.base),
        change.map { .value(.proportion($0.before)) } ?? .blank, .blank, .blank,
        change?.pointsTenThousandths.map { .points($0) } ?? .blank, bound(change?.interval?.low),
        bound(change?.interval?.high), .flag(orBlank: change?.isSignificant),
      ]
    }
    let middle: [DataCell]
    switch row.measure {
    case .key(let key):
      let change = key.isRegistered ? nil : row.change
      func value(_ number: Int) -> DataCell { .value(key.value(number)) }
      middle = [
        value(row.measures[key] ?? 0), .text(row.base), change.map { value($0.before[key] ?? 0) } ?? .blank,
        change.map { value($0.absolute(key)) } ?? .blank,
        change?.relativeMillionths(key).map { .millionths($0) } ?? .blank, .blank, .blank, .blank, .blank,
      ]
    case .mousSigned:
      middle = [.count(row.mousSigned ?? 0), .text(row.base)] + [DataCell](repeating: .blank, count: 7)
    case .rate(let key):
      let change: PointsChange? =
        switch key {
        case .conversion: row.change?.conversion
        case .noShowRate: row.change?.noShowRate
        // Suppliers are shared by quarters, so that their rates are not compared.
        case .supplierConversion: nil
        }
      middle = points(key.proportion(of: row.measures), change)
    }
    return head + middle + [.flag(row.noEvent), .flag(row.immature)]
  }
}
