import Content
import Model

// Editions and quarters.
extension TrendContent {
  /// A column of a table of times, with the cell of every row.
  private struct TimeColumn {
    var column: TableColumn
    var cells: [TableCell]
    /// Whether any cell has something in it.
    var isFilled = true
  }

  /// A row of a table of times.
  private struct TimeRow {
    var side: TrendFacts.Side
    /// The cells that name it.
    var names: [TableCell]
  }

  // MARK: - Editions

  var editions: Section? {
    guard !trend.editions.isEmpty else { return nil }
    let sides = trend.editions.map { facts.side($0) }
    let several = facts.series.count > 1
    let comparisons = facts.editionComparisons
    let rows = zip(trend.editions, sides).map { edition, side in
      TimeRow(
        side: side,
        names: (several ? [TableCell.text(context.title(ofSeries: edition.series))] : []) + [
          TableCell(.text, label(side.cohort), marks: marks(side)),
          edition.heldFrom.map { TableCell(.day($0), words.day($0)) } ?? absent,
        ])
    }
    let names =
      (several ? [TableColumn(trendWords.term(.series), .label)] : [])
      + [TableColumn(trendWords.term(.event), .label), TableColumn(trendWords.term(.heldFrom), .date)]
    let ordered = sides.indices.map { comparisons[$0] }
    let columns =
      counts(rows) + conversion(rows) + amounts(rows) + [heldChange(.edition, ordered)]
      + differences(ordered) + [remark(sides)]
    var remarks = comparisons.isEmpty ? [] : [trendWords.changeMeaning]
    remarks += [words.absentMeaning] + statedRemark(sides)
    if trend.editions.contains(where: { $0.heldFrom == nil && $0.measures.held > 0 }) {
      remarks.append(trendWords.noteText(.undatedEditions))
    }
    return Section(
      .editions, heading: words.heading(.editions),
      parts: [
        .table(table("editions", .editions, names, rows, columns, nameColumns: several ? 2 : 1)),
        .remarks(remarks),
      ])
  }

  /// What makes a time's figures less than final.
  private func marks(_ side: TrendFacts.Side) -> [FigureMark] {
    (side.isProvisional ? [.provisional] : []) + (side.isYoung ? [.immature] : [])
  }

  // MARK: - Quarters

  var quarters: Section? {
    guard !trend.total.isEmpty else { return nil }
    let sides = trend.total.map { facts.side($0) }
    let rows = zip(trend.total, sides).map { point, side in
      TimeRow(
        side: side,
        names: [
          TableCell(
            .text, words.quarter(point.quarter),
            marks: point.noEvent ? [.noEvent] : marks(side))
        ])
    }
    let comparisons = [(TrendComparison.Kind.previousQuarter, Int32(1)), (.yearAgo, 4)].map {
      kind, distance in
      (kind, trend.total.map { compared(kind, $0, distance) })
    }
    let columns =
      counts(rows) + [signed] + conversion(rows) + amounts(rows)
      + comparisons.map { heldChange($0, $1) } + [remark(sides)]
    var remarks = [trendWords.cohortMeaning, words.absentMeaning] + statedRemark(sides)
    let undated = facts.signed.undated
    if undated > 0 { remarks.append(trendWords.undatedMOUsBeside(undated)) }
    return Section(
      .quarters, heading: words.heading(.quarters),
      parts: [
        .table(
          table("quarters", .quarters, [TableColumn(trendWords.term(.quarter), .label)], rows, columns)),
        .remarks(remarks),
      ])
  }

  private func compared(_ kind: TrendComparison.Kind, _ point: TrendPoint, _ distance: Int32)
    -> TrendComparison?
  {
    let side = facts.side(point)
    guard side.standing == .held else { return nil }
    let comparison = facts.compare(
      kind, side, with: facts.side(Quarter(index: point.quarter.index - distance)))
    return comparison.isComparable ? comparison : nil
  }

  /// MOUs by the quarter of signing, in quarters without an event too.
  private var signed: TimeColumn {
    let counts = Dictionary(facts.signed.quarters.map { ($0.quarter, $0.count) }, uniquingKeysWith: +)
    let cells = trend.total.map { point -> TableCell in
      let count = counts[point.quarter] ?? 0
      return count == 0 && point.noEvent ? noEvent : TableCell(.count(count), TextNumbers.grouped(count))
    }
    return TimeColumn(
      column: TableColumn(trendWords.term(.mousSigned), .count), cells: cells,
      isFilled: !counts.isEmpty)
  }

  // MARK: - Columns

  private var absent: TableCell { TableCell(.absent(.notApplicable), words.absent) }
  private var noEvent: TableCell { TableCell(.absent(.noEvent), "") }

  /// Only columns with anything in them.
  private func table(
    _ name: String, _ id: Section.ID, _ names: [TableColumn], _ rows: [TimeRow], _ columns: [TimeColumn],
    nameColumns: Int = 1
  ) -> Table {
    let filled = columns.filter(\.isFilled)
    let hasAmounts = filled.contains { if case .amount = $0.column.kind { true } else { false } }
    return Table(
      name: name, caption: words.caption(id), unitLine: hasAmounts ? context.unitLine : nil,
      columns: names + filled.map(\.column),
      rows: rows.enumerated().map { at, row in TableRow(row.names + filled.map { $0.cells[at] }) },
      nameColumns: nameColumns)
  }

  private func column(
    _ header: String, _ kind: TableColumn.Kind, _ measure: Measures.Key? = nil, _ rows: [TimeRow],
    isFilled: Bool, cell: (TimeRow) -> TableCell
  ) -> TimeColumn {
    TimeColumn(
      column: TableColumn(header, kind, measure: measure),
      cells: rows.map { $0.side.standing == .noEvent || $0.side.standing == .noData ? noEvent : cell($0) },
      isFilled: isFilled)
  }

  private func counts(_ rows: [TimeRow]) -> [TimeColumn] {
    [Measures.Key.booked, .held, .suppliers, .buyers, .followUps, .mous].map { key in
      column(
        words.measure(key), .count, key, rows,
        isFilled: rows.contains { ($0.side.measures[key] ?? 0) > 0 }
      ) { row in
        var cell = context(row.side).cell(key, row.side.measures, revised: revised(row.side.cohort))
        if key == .mous, row.side.isYoung { cell.marks.append(.immature) }
        return cell
      }
    }
  }

  private func conversion(_ rows: [TimeRow]) -> [TimeColumn] {
    let isFilled = rows.contains { $0.side.measures.mous > 0 }
    let rate = column(words.rate(.conversion), .rate, nil, rows, isFilled: isFilled) { row in
      var cell = context(row.side).rateCell(
        .conversion, row.side.measures.conversion, revised: revised(row.side.cohort))
      if row.side.isYoung, case .proportion = cell.value { cell.marks.append(.immature) }
      return cell
    }
    let bounds = [(ReportTerm.low, true), (.high, false)].map { term, isLow in
      column(words.term(term), .bound, nil, rows, isFilled: isFilled) { row in
        context(row.side).boundCell(
          .conversion, row.side.measures.conversion, isLow: isLow, revised: revised(row.side.cohort))
      }
    }
    return [rate] + bounds
  }

  private func amounts(_ rows: [TimeRow]) -> [TimeColumn] {
    AmountKind.allCases.map { kind in
      let sums = rows.map { $0.side.measures.amounts[kind] }
      let decimals = context.unit.decimals(for: sums.map(\.sum))
      return column(
        words.measure(kind.key), .amount(power: context.unit.power, decimals: decimals), kind.key, rows,
        isFilled: sums.contains { $0.stated > 0 }
      ) { row in
        context.cell(kind.key, row.side.measures, decimals: decimals, revised: revised(row.side.cohort))
      }
    }
  }

  private func heldChange(_ kind: TrendComparison.Kind, _ comparisons: [TrendComparison?]) -> TimeColumn {
    let cells = comparisons.map { comparison -> TableCell in
      guard let comparison, let change = comparison.counts.first(where: { $0.key == .held }),
        change.hasDirection
      else {
        return absent
      }
      let isRevised = [comparison.earlier, comparison.later].contains {
        revised($0.cohort).contains(.key(.held))
      }
      let by = change.after - change.before
      return TableCell(.count(by), ChangeText.signed(by), marks: isRevised ? [.revised] : [])
    }
    return TimeColumn(
      column: TableColumn(trendWords.term(.heldChange(kind)), .count), cells: cells,
      isFilled: comparisons.contains { $0 != nil })
  }

  /// The difference of the conversion, where it is judged, and what is to be thought of it.
  private func differences(_ comparisons: [TrendComparison?]) -> [TimeColumn] {
    let rates = comparisons.map { $0?.rates.first { $0.key == .conversion } }
    let isFilled = rates.contains { $0 != nil && $0?.verdict != .notRecorded }
    let points = zip(rates, comparisons).map { rate, comparison -> TableCell in
      guard let rate, let comparison, rate.verdict.isTold,
        let points = rate.change.pointsTenThousandths
      else { return absent }
      let isRevised = [comparison.earlier, comparison.later].contains {
        revised($0.cohort).contains(.rate(.conversion))
      }
      return TableCell(
        .points(Double(points) / 10_000), ChangeText.signedPoints(tenThousandths: points),
        marks: isRevised ? [.revised] : [])
    }
    let verdicts = rates.map { rate in rate.map { TableCell.text(trendWords.verdict($0.verdict)) } ?? absent }
    return [
      TimeColumn(
        column: TableColumn(trendWords.term(.conversionPoints), .points), cells: points,
        isFilled: isFilled && points.contains { $0 != absent }),
      TimeColumn(
        column: TableColumn(trendWords.term(.judgement), .label), cells: verdicts, isFilled: isFilled),
    ]
  }

  /// What became of times of which nothing was held, and that others are under way.
  private func remark(_ sides: [TrendFacts.Side]) -> TimeColumn {
    let remarks = sides.map { side in
      side.isUnderWay
        ? trendWords.underWay(side.progress)
        : side.standing == .noEvent ? nil : trendWords.remark(side.standing)
    }
    return TimeColumn(
      column: TableColumn(trendWords.term(.remark), .label), cells: remarks.map { .text($0 ?? "") },
      isFilled: remarks.contains { $0 != nil })
  }

  private func statedRemark(_ sides: [TrendFacts.Side]) -> [String] {
    sides.contains { side in
      AmountKind.allCases.contains { kind in
        side.measures.amounts[kind].stated > 0 && !side.measures.coverage(of: kind).isWhole
      }
    } ? [words.statedMeaning] : []
  }
}
