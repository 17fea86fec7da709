import Model
import Xlsx

/// The columns of a change, in the order of the JSON: absolute and relative for every count and amount, then
/// points, bounds and significance of the two rates.
struct TrendChangeColumns: Sendable {
  let phrases: WorkbookPhrases
  let trendPhrases: TrendPhrases
  let currency: Currency
  let base: TrendBase

  /// How many columns a change has.
  static let count = 2 * Change.keys.count + 2 * TrendPointsPart.allCases.count

  var columns: [WorkbookColumn] {
    let against = trendPhrases.base(base)
    var headers: [String] = []
    for key in Change.keys {
      let label = key.label(phrases.language)
      headers.append(trendPhrases.absoluteHeader(against, label, key.isAmount ? currency.code : nil))
      headers.append(trendPhrases.relativeHeader(against, label))
    }
    for rate in [RateKey.conversion, .noShowRate] {
      headers += TrendPointsPart.allCases.map {
        trendPhrases.pointsHeader(against, rate.label(phrases.language), $0)
      }
    }
    return headers.map { WorkbookColumn($0) }
  }

  func cells(_ change: Change?, mark: String? = nil) -> [WorkbookCell] {
    guard let change else { return [WorkbookCell](repeating: .blank, count: Self.count) }
    var cells: [WorkbookCell] = []
    for key in Change.keys {
      cells.append(TrendChangeColumns.absolute(change, key, mark: mark))
      cells.append(TrendChangeColumns.relative(change, key, mark: mark))
    }
    for points in [change.conversion, change.noShowRate] {
      cells += TrendPointsPart.allCases.map { TrendChangeColumns.part($0, of: points, mark: mark) }
    }
    return cells
  }

  static func absolute(_ change: Change, _ key: Measures.Key, mark: String? = nil) -> WorkbookCell {
    let value = change.absolute(key)
    return key.isAmount ? .amount(Money(hundredths: Int64(value)), mark: mark) : .count(value, mark: mark)
  }

  static func relative(_ change: Change, _ key: Measures.Key, mark: String? = nil) -> WorkbookCell {
    change.relativeMillionths(key).map { .rate(millionths: $0, mark: mark) } ?? .blank
  }

  static func part(_ part: TrendPointsPart, of points: PointsChange, mark: String? = nil) -> WorkbookCell {
    func bound(_ value: Double?) -> WorkbookCell {
      value.map { .points(tenThousandths: TrendNumbers.tenThousandths($0)) } ?? .blank
    }
    return switch part {
    case .points: points.pointsTenThousandths.map { .points(tenThousandths: $0, mark: mark) } ?? .blank
    case .low: bound(points.interval?.low)
    case .high: bound(points.interval?.high)
    case .significant: points.isSignificant.map { .flag($0) } ?? .blank
    }
  }
}

/// The parts of a difference of rates as columns.
enum TrendPointsPart: Hashable, Sendable, CaseIterable {
  case points, low, high, significant
}

/// With what a change is made.
enum TrendBase: Hashable, Sendable {
  case previousQuarter, yearAgo, edition
}

extension TrendWorkbook {
  var measureColumns: WorkbookMeasureColumns {
    WorkbookMeasureColumns(phrases: phrases, currency: head.baseCurrency, suppliers: false, buyers: false)
  }

  var editionColumns: WorkbookMeasureColumns {
    WorkbookMeasureColumns(phrases: phrases, currency: head.baseCurrency, suppliers: true, buyers: true)
  }

  private func changes(_ base: TrendBase) -> TrendChangeColumns {
    TrendChangeColumns(
      phrases: phrases, trendPhrases: trendPhrases, currency: head.baseCurrency, base: base)
  }

  private func headers(_ measures: WorkbookMeasureColumns) -> [WorkbookColumn] {
    measures.columns(total: Measures()).map { WorkbookColumn($0.header) }
  }

  // MARK: - Quarters of groups

  /// How many columns stand before the measures of a quarter: the quarter itself, and whether it had an event
  /// and is mature.
  static let quarterColumns = 3

  private func pointColumns(_ key: String?) -> [WorkbookColumn] {
    let first =
      [key].compactMap { $0.map { WorkbookColumn($0, wraps: true) } }
      + [WorkbookColumn(phrases.header(.quarter)), WorkbookColumn(trendPhrases.noEventHeader)]
      + [WorkbookColumn(trendPhrases.immatureHeader)]
    let middle = headers(measureColumns) + [WorkbookColumn(trendPhrases.mousSignedHeader)]
    return first + middle + changes(.previousQuarter).columns + changes(.yearAgo).columns
      + [WorkbookColumn(trendPhrases.marksHeader)]
  }

  private func pointRow(
    _ key: WorkbookCell?, _ point: TrendPoint, part: String, group: String
  ) -> [WorkbookCell] {
    let revised = revisions.measures(part, group, point.quarter.label)
    let remark = marks.quarters[point.quarter]?.rawValue
    let few = point.measures.conversion.few && point.measures.held > 0 && !point.noEvent
    let immature = point.immature && !point.noEvent
    let words = [
      point.noEvent ? trendPhrases.noEventMark : nil, few ? phrases.fewMark : nil,
      immature ? trendPhrases.immatureMark : nil, remark,
      revised.isEmpty || remark == Revisions.mark ? nil : Revisions.mark,
    ].compactMap { $0 }
    var cells =
      [key].compactMap { $0 } + [.text(point.quarter.label), .flag(point.noEvent), .flag(point.immature)]
    if point.noEvent {
      cells += [WorkbookCell](repeating: .blank, count: measureColumns.count)
    } else {
      cells += measureColumns.cells(
        point.measures,
        marks: WorkbookRowMarks(
          all: [remark].compactMap { $0 }, mous: immature ? [trendPhrases.immatureMark] : []),
        revised: revised)
    }
    let signed = revised.contains("mous_signed") ? Revisions.mark : nil
    cells.append(.count(point.mousSigned, mark: remark ?? signed))
    cells += changes(.previousQuarter).cells(point.previousQuarter, mark: remark)
    cells += changes(.yearAgo).cells(point.yearAgo, mark: remark)
    cells.append(words.isEmpty ? .blank : .text(words.map { "[\($0)]" }.joined(separator: " ")))
    return cells
  }

  private func pointLines(_ points: [TrendPoint]) -> [String] {
    var lines = [
      phrases.units(head.baseCurrency.code, references(.overlap)),
      trendPhrases.cohort(references(.cohort, .mousSigned)),
      trendPhrases.changes(references(.change, .relative, .points, .significance)),
      phrases.marks(phrases.fewMark, references(.interval, .few)),
    ]
    if points.contains(where: \.noEvent) { lines.append(trendPhrases.noEventLine(references(.noEvent))) }
    if points.contains(where: { $0.immature && !$0.noEvent }) {
      lines.append(trendPhrases.immatureLine(references(.maturity)))
    }
    if !marks.isEmpty { lines.append(trendPhrases.marksLine(references(.marks))) }
    if !revisions.list.isEmpty { lines.append(revisionList.phrases.markMeaning) }
    if points.isEmpty { lines.append(trendPhrases.nothing) }
    return lines
  }

  func addQuarters(_ builder: WorkbookSheetBuilder) throws -> WorkbookTablePlace {
    let table = WorkbookTable(
      name: "trend_total", columns: pointColumns(nil),
      rows: trend.total.map { pointRow(nil, $0, part: "total", group: "") })
    return try addSheet(
      trendPhrases.sheet(.quarters), lines: pointLines(trend.total), table: table, layout: .wide, builder)
  }

  private func addGroups<Key>(
    _ sheet: TrendSheet, name: String, key: String, _ groups: [TrendGroup<Key>], extra: [String] = [],
    _ builder: WorkbookSheetBuilder, text: (Key) -> String, cell: (Key) -> WorkbookCell
  ) throws -> WorkbookTablePlace {
    let rows = groups.flatMap { group in
      group.points.map {
        pointRow(cell(group.key), $0, part: String(name.dropFirst("trend_".count)), group: text(group.key))
      }
    }
    let table = WorkbookTable(name: name, columns: pointColumns(key), rows: rows, keyColumns: 2)
    return try addSheet(
      trendPhrases.sheet(sheet), lines: pointLines(groups.first?.points ?? []) + extra, table: table,
      layout: .wide, builder)
  }

  func addByCountry(_ builder: WorkbookSheetBuilder) throws -> WorkbookTablePlace {
    try addGroups(
      .byCountry, name: "trend_by_country", key: phrases.header(.country), trend.byCountry, builder,
      text: \.code
    ) { .coded($0.code, shown: shown($0)) }
  }

  func addBySector(_ builder: WorkbookSheetBuilder) throws -> WorkbookTablePlace {
    let blank = trend.bySector.contains { $0.key == nil } ? phrases.blankKey(.bySector) : nil
    return try addGroups(
      .bySector, name: "trend_by_sector", key: phrases.header(.sector), trend.bySector,
      extra: [blank].compactMap { $0 }, builder, text: { $0 ?? "" }
    ) { .text(orBlank: $0) }
  }

  func addBySeries(_ builder: WorkbookSheetBuilder) throws -> WorkbookTablePlace? {
    guard !trend.bySeries.isEmpty else { return nil }
    return try addGroups(
      .bySeries, name: "trend_by_event_series", key: trendPhrases.seriesHeader, trend.bySeries, builder,
      text: { $0 }
    ) { .text($0) }
  }

  // MARK: - Editions

  func addEditions(_ builder: WorkbookSheetBuilder) throws -> WorkbookTablePlace {
    let columns =
      [
        WorkbookColumn(trendPhrases.seriesHeader), WorkbookColumn(phrases.header(.event)),
        WorkbookColumn(trendPhrases.heldFromHeader),
      ] + headers(editionColumns) + changes(.edition).columns + [WorkbookColumn(trendPhrases.marksHeader)]
    let rows = trend.editions.map { edition -> [WorkbookCell] in
      let remark = marks.events[edition.event]?.rawValue
      let few = edition.measures.conversion.few && edition.measures.held > 0
      let revised = revisions.measures("editions", edition.series, edition.event)
      let own = revised.isEmpty || remark == Revisions.mark ? nil : Revisions.mark
      let words = [few ? phrases.fewMark : nil, remark, own].compactMap { $0 }
      return [.text(edition.series), .text(edition.event), edition.heldFrom.map { .date($0) } ?? .blank]
        + editionColumns.cells(
          edition.measures, marks: WorkbookRowMarks(all: [remark].compactMap { $0 }), revised: revised)
        + changes(.edition).cells(edition.change, mark: remark)
        + [words.isEmpty ? .blank : .text(words.map { "[\($0)]" }.joined(separator: " "))]
    }
    var lines = [
      phrases.units(head.baseCurrency.code, references(.overlap)),
      trendPhrases.editionsLine(references(.editions)),
      trendPhrases.changes(references(.change, .relative, .points, .significance)),
      phrases.marks(phrases.fewMark, references(.interval, .few)),
    ]
    if !marks.isEmpty { lines.append(trendPhrases.marksLine(references(.marks))) }
    if !revisions.list.isEmpty { lines.append(revisionList.phrases.markMeaning) }
    if rows.isEmpty { lines.append(trendPhrases.noSeries) }
    let table = WorkbookTable(name: "editions", columns: columns, rows: rows, keyColumns: 2)
    return try addSheet(trendPhrases.sheet(.editions), lines: lines, table: table, layout: .wide, builder)
  }

  // MARK: - Follow-up

  func addFollowUp(_ builder: WorkbookSheetBuilder) throws -> WorkbookTablePlace {
    let columns = [
      WorkbookColumn(phrases.header(.quarter)), WorkbookColumn(trendPhrases.seriesHeader),
      WorkbookColumn(phrases.header(.event)), WorkbookColumn(trendPhrases.daysHeader),
      WorkbookColumn(trendPhrases.atRiskHeader), WorkbookColumn(Measures.Key.mous.label(phrases.language)),
      WorkbookColumn(trendPhrases.shareHeader), WorkbookColumn(phrases.header(.low)),
      WorkbookColumn(phrases.header(.high)), WorkbookColumn(trendPhrases.observableHeader),
    ]
    let rows = trend.followUp.map { point -> [WorkbookCell] in
      let cohort: [WorkbookCell] =
        switch point.cohort {
        case .quarter(let quarter): [.text(quarter.label), .blank, .blank]
        case .edition(let series, let event): [.blank, .text(series), .text(event)]
        }
      let mark = point.observable ? nil : trendPhrases.notObservableMark
      return cohort + [
        .count(point.days), .count(point.atRisk), .count(point.mous), .rate(point.share, mark: mark),
        .rate(point.low), .rate(point.high), .flag(point.observable),
      ]
    }
    var lines = [trendPhrases.followUpLine(references(.followUp, .kaplanMeier, .greenwood))]
    if trend.followUp.contains(where: { !$0.observable }) {
      lines.append(trendPhrases.notObservableLine(references(.observable)))
    }
    lines.append(trendPhrases.followUpBlanks)
    if rows.isEmpty { lines.append(trendPhrases.nothing) }
    let table = WorkbookTable(name: "follow_up", columns: columns, rows: rows, keyColumns: 3)
    return try addSheet(trendPhrases.sheet(.followUp), lines: lines, table: table, builder)
  }
}
