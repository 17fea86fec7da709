import Model

extension TrendText {
  private var conversionHeaders: [String] {
    [
      RateKey.conversion.label(language),
      "\(Measures.Key.mous.label(language))/\(Measures.Key.held.label(language))", phrases.confidence,
    ]
  }

  private func rateCells(_ share: Proportion) -> [String] {
    let numbers = "\(TextNumbers.grouped(share.numerator))/\(TextNumbers.grouped(share.denominator))"
    guard let percent = TextNumbers.percent(share), let interval = TextNumbers.interval(share, language)
    else {
      return ["-", numbers, "-"]
    }
    return [percent, numbers, interval + (share.few ? phrases.fewMark : " ")]
  }

  private func fewLines(_ measures: [Measures]) -> [String] {
    measures.contains { $0.conversion.few && $0.held > 0 } ? [phrases.fewMeaning] : []
  }

  private func amount(_ key: Measures.Key, _ measures: Measures, in all: [Measures]) -> String {
    let hundredths = all.contains { ($0[key] ?? 0) % 100 != 0 }
    return TextNumbers.amount(Money(hundredths: Int64(measures[key] ?? 0)), hundredths: hundredths)
  }

  private var figures: [Measures.Key] { [.booked, .held, .suppliers, .buyers, .mous] }

  private func amountHeader(_ key: Measures.Key) -> String {
    "\(key.label(language)) (\(head.baseCurrency))"
  }

  // MARK: - Changes

  /// The columns of a table of changes.
  private func addChangeColumns(_ table: inout TextTable) {
    for key in [Measures.Key.held, .mous, .consultedAmount] {
      table.addColumn(key.label(language))
    }
    for rate in [RateKey.conversion, .noShowRate] {
      table.addColumn("\(rate.label(language)) (%p)")
      table.addColumn(phrases.confidence)
      table.addColumn(phrases("유의성", "significant"), .left)
    }
  }

  private func changeCells(_ change: Change) -> [String] {
    let counts = [Measures.Key.held, .mous].map { key -> String in
      let absolute = change.absolute(key)
      let relative =
        change.relativeMillionths(key).map { TrendNumbers.signedPercent(millionths: $0) }
        ?? phrases.notComputable
      return "\(TrendNumbers.signed(absolute)) (\(relative))"
    }
    let amount =
      change.relativeMillionths(.consultedAmount).map { TrendNumbers.signedPercent(millionths: $0) }
      ?? phrases.notComputable
    let rates = [change.conversion, change.noShowRate].flatMap { points -> [String] in
      guard let difference = points.pointsTenThousandths,
        let interval = TrendNumbers.interval(points, language), let significant = points.isSignificant
      else { return [phrases.notComputable, "-", "-"] }
      return [
        TrendNumbers.signedPoints(tenThousandths: difference), String(interval.dropLast(2)),
        significant ? phrases("유의함", "yes") : phrases("유의하지 않음", "no"),
      ]
    }
    return counts + [amount] + rates
  }

  private var changeMeaning: [String] {
    [
      phrases(
        "괄호 안과 상담액은 증감률(%), 비율의 차이는 %p(뉴컴 방법의 95% 신뢰구간)이며, 구간에 0이 들어 있으면 유의하지 않습니다.",
        "Changes of counts with their percentage in brackets, of the amount in per cent; differences of rates in "
          + "percentage points (%p) with Newcombe's 95% interval, significant where it leaves out 0."),
      phrases(
        "0에서 늘어난 값의 증감률은 산출 불가입니다.", "From zero a percentage is not computable."),
    ]
  }

  // MARK: - Editions

  var editionBlocks: [[String]] {
    guard !trend.editions.isEmpty else { return [] }
    let all = trend.editions.map(\.measures)
    let several = Set(trend.editions.map(\.series)).count > 1
    var table = TextTable()
    if several { table.addColumn(phrases("시리즈", "Series"), .left) }
    table.addColumn(phrases.event, .left)
    table.addColumn(phrases("첫 상담일", "First held"))
    for key in figures { table.addColumn(key.label(language)) }
    for title in conversionHeaders { table.addColumn(title) }
    table.addColumn(amountHeader(.consultedAmount))
    table.addColumn(amountHeader(.mouAmount))
    func name(_ edition: Edition) -> [String] {
      (several ? [TerminalText.safe(edition.series, columns: 40)] : [])
        + [TerminalText.safe(edition.event, columns: 40)]
    }
    for edition in trend.editions {
      table.addRow(
        name(edition) + [edition.heldFrom.map { TextNumbers.day($0, language) } ?? "-"]
          + figures.map { TextNumbers.grouped(edition.measures[$0] ?? 0) }
          + rateCells(edition.measures.conversion)
          + [
            amount(.consultedAmount, edition.measures, in: all),
            amount(.mouAmount, edition.measures, in: all),
          ])
    }
    var blocks = [[heading(phrases("행사별 실적", "Editions"))] + table.lines() + fewLines(all)]
    let compared = trend.editions.filter { $0.change != nil }
    guard !compared.isEmpty else { return blocks }
    var changes = TextTable()
    if several { changes.addColumn(phrases("시리즈", "Series"), .left) }
    changes.addColumn(phrases.event, .left)
    addChangeColumns(&changes)
    for edition in compared {
      if let change = edition.change { changes.addRow(name(edition) + changeCells(change)) }
    }
    blocks.append(
      [heading(phrases("직전 행사와의 비교", "Against the edition before"))] + changes.lines() + changeMeaning)
    return blocks
  }

  // MARK: - Quarters

  private var noEvent: String { phrases("행사 없음", "no event") }

  var quarterBlocks: [[String]] {
    let title = heading(phrases("분기별 실적", "Quarters"))
    guard !trend.total.isEmpty else { return [[title, phrases.none]] }
    let events = trend.total.filter { !$0.noEvent }
    let all = events.map(\.measures)
    var table = TextTable()
    table.addColumn(phrases("분기", "Quarter"), .left)
    let hasMarks = trend.total.contains { $0.noEvent || $0.immature }
    if hasMarks { table.addColumn(phrases("표시", "Mark"), .left) }
    for key in figures { table.addColumn(key.label(language)) }
    for title in conversionHeaders { table.addColumn(title) }
    table.addColumn(amountHeader(.consultedAmount))
    table.addColumn(phrases("체결 MOU", "MOUs signed"))
    for point in trend.total {
      let signed = TextNumbers.grouped(point.mousSigned)
      if point.noEvent {
        let blank = [String](repeating: "", count: figures.count + conversionHeaders.count + 1)
        table.addRow([point.quarter.label, "[\(noEvent)]"] + blank + [signed])
      } else {
        let mark = point.immature ? "[\(phrases("미성숙", "immature"))]" : ""
        table.addRow(
          [point.quarter.label] + (hasMarks ? [mark] : [])
            + figures.map { TextNumbers.grouped(point.measures[$0] ?? 0) }
            + rateCells(point.measures.conversion)
            + [amount(.consultedAmount, point.measures, in: all), signed])
      }
    }
    var notes = [
      phrases(
        "상담과 그 성과는 상담이 있었던 분기에 넣고, 체결 MOU만 체결한 분기(체결일이 없으면 상담한 분기)에 넣었습니다.",
        "A consultation and what came of it belong to the quarter of the meeting; only MOUs signed stand in the "
          + "quarter of signing (of the meeting where no date is given).")
    ]
    if events.count < trend.total.count {
      notes.append(
        phrases(
          "[행사 없음] 예약된 상담이 하나도 없는 분기로, 실적이 0인 것과 다르며 비교하지 않습니다.",
          "[no event] Nothing at all was booked in the quarter: not a zero, and compared with nothing."))
    }
    if events.contains(where: \.immature), let days = trend.maturityDays {
      notes.append(
        phrases(
          "[미성숙] 상담 후 \(days)일이 다 지나지 않아 MOU가 더 늘 수 있는 분기입니다.",
          "[immature] Not all meetings of the quarter are \(days) days old: MOUs may still come."))
    }
    let lines = [title] + table.lines() + fewLines(all) + notes
    return [lines, quarterChanges]
  }

  private var quarterChanges: [String] {
    let title = heading(phrases("분기의 비교", "Changes of quarters"))
    var table = TextTable()
    table.addColumn(phrases("분기", "Quarter"), .left)
    table.addColumn(phrases("비교 대상", "Against"), .left)
    addChangeColumns(&table)
    var isEmpty = true
    for point in trend.total {
      for (change, distance, name) in [
        (point.previousQuarter, Int32(1), phrases("전 분기", "quarter before")),
        (point.yearAgo, 4, phrases("전년 같은 분기", "year before")),
      ] {
        guard let change else { continue }
        isEmpty = false
        let other = Quarter(index: point.quarter.index - distance).label
        table.addRow([point.quarter.label, "\(other) (\(name))"] + changeCells(change))
      }
    }
    if isEmpty {
      return [
        title,
        phrases(
          "전 분기나 전년 같은 분기에도 행사가 있었던 분기가 없어 비교할 수 없습니다.",
          "No quarter can be compared: none had an event in the quarter before or a year before as well."),
      ]
    }
    return [title] + table.lines() + changeMeaning
  }

  // MARK: - Groups

  /// How many quarters and groups a table has at most, so that it fits a page.
  private static let columnLimit = 6
  private static let rowLimit = 15

  var groupBlocks: [[String]] {
    [
      groupLines(
        phrases("국가별 상담 실시", "Held consultations by country"), phrases.country,
        trend.byCountry.map { (name(of: $0.key), $0.points) }),
      groupLines(
        phrases("업종별 상담 실시", "Held consultations by sector"), phrases.sector,
        trend.bySector.map { (label(ofSector: $0.key), $0.points) }),
    ]
  }

  private func groupLines(_ title: String, _ column: String, _ groups: [(String, [TrendPoint])]) -> [String] {
    if groups.isEmpty { return [heading(title), phrases.none] }
    let events = trend.total.enumerated().filter { !$0.element.noEvent }.map(\.offset)
    let shown = events.suffix(TrendText.columnLimit)
    var table = TextTable()
    table.addColumn(column, .left)
    for at in shown { table.addColumn(trend.total[at].quarter.label) }
    for (name, points) in groups.prefix(TrendText.rowLimit) {
      table.addRow(
        [name]
          + shown.map { points.indices.contains($0) ? TextNumbers.grouped(points[$0].measures.held) : "-" })
    }
    table.addTotal([phrases.total] + shown.map { TextNumbers.grouped(trend.total[$0].measures.held) })
    var lines = [heading(title)] + table.lines()
    if events.count > shown.count {
      lines.append(
        phrases(
          "행사가 있었던 최근 \(shown.count)개 분기만 적었습니다. 모든 분기는 엑셀 파일에 있습니다.",
          "Only the last \(shown.count) quarters with an event; the workbook has them all."))
    }
    if groups.count > TrendText.rowLimit {
      lines.append(
        phrases(
          "상담이 많은 \(TrendText.rowLimit)개만 적었습니다(전체 \(groups.count)개). 계는 전체를 더한 값입니다.",
          "Only the \(TrendText.rowLimit) with most consultations of \(groups.count); the total is that of all."
        ))
    }
    return lines
  }

  // MARK: - Follow-up

  var followUpBlocks: [[String]] {
    let title = heading(phrases("후속 성과: 상담이 MOU로 이어진 누적 비율", "Follow-up: share that had become MOUs"))
    // Where series are known their editions are the cohorts to look at; quarters else.
    let isEdition = trend.followUp.contains { if case .edition = $0.cohort { true } else { false } }
    let points = trend.followUp.filter { point in
      if case .edition = point.cohort { isEdition } else { !isEdition }
    }
    guard !points.isEmpty else { return [[title, phrases.none]] }
    var order: [FollowUpPoint.Cohort] = []
    var cohorts: [FollowUpPoint.Cohort: [FollowUpPoint]] = [:]
    for point in points {
      if cohorts[point.cohort] == nil { order.append(point.cohort) }
      cohorts[point.cohort, default: []].append(point)
    }
    var table = TextTable()
    table.addColumn(isEdition ? phrases.event : phrases("분기", "Quarter"), .left)
    table.addColumn(Measures.Key.held.label(language))
    for days in FollowUpPoint.horizons {
      table.addColumn(phrases("\(days)일", days == 0 ? "0 days" : "\(days) days"))
    }
    table.addColumn(phrases("끝까지의 MOU", "MOUs by then"))
    for cohort in order {
      let row = cohorts[cohort] ?? []
      let shares = FollowUpPoint.horizons.map { days -> String in
        guard let point = row.first(where: { $0.days == days }) else { return "-" }
        return TrendNumbers.percent(point.share) + (point.observable ? " " : "+")
      }
      let label: String
      switch cohort {
      case .quarter(let quarter): label = quarter.label
      case .edition(_, let event): label = TerminalText.safe(event, columns: 40)
      }
      table.addRow(
        [label, row.first.map { TextNumbers.grouped($0.atRisk) } ?? "-"] + shares
          + [row.last.map { TextNumbers.grouped($0.mous) } ?? "-"])
    }
    var lines = [title] + table.lines()
    lines.append(
      phrases(
        "날짜가 있는 상담을 상담일부터 따라가며 카플란-마이어 방법으로 추정한 비율입니다.",
        "Dated consultations are followed from the meeting; shares are Kaplan–Meier estimates."))
    if points.contains(where: { !$0.observable }) {
      lines.append(
        phrases(
          "+ 아직 그 날수만큼 지켜보지 못한 상담이 있어 더 높아질 수 있습니다.",
          "+ not yet observable: not all consultations have been followed that long; the share may still grow."
        ))
    }
    return [lines]
  }
}
