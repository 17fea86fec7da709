import Content
import Model

// The charts, each with its finding.
extension PostEventContent {
  /// How many bars a chart of groups has: at most twelve, but groups with the same count stay together where that takes
  /// a few bars more or less.
  struct Bars: Hashable {
    var count: Int
    /// Whether there are groups without a bar.
    var isCut: Bool
    /// Whether one of these has as many as the last one with a bar.
    var isTied: Bool

    private static let usual = 12
    private static let leeway = 4

    /// - Parameter counts: by which groups are ordered, the largest first.
    init(_ counts: some Collection<Int>) {
      let counts = Array(counts)
      count = min(counts.count, Bars.usual)
      isTied = false
      if counts.count > count, counts[count] == counts[count - 1] {
        let tied = counts[count]
        let first = counts.firstIndex(of: tied) ?? count
        let end = (counts.lastIndex(of: tied) ?? count) + 1
        if end <= Bars.usual + Bars.leeway {
          count = end
        } else if first >= Bars.usual - Bars.leeway {
          count = first
        } else {
          isTied = true
        }
      }
      isCut = counts.count > count
    }
  }

  var funnel: Section {
    var stages: [(Measures.Key, String)] = [(.booked, words.measure(.booked)), (.held, words.measure(.held))]
    if context.recorded.followUps || total.followUps > 0 {
      stages.append((.followUps, words.measure(.followUps)))
    }
    if context.recorded.mous || total.mous > 0 { stages.append((.mous, words.measure(.mous))) }
    if context.recorded.contracts || total.contracts > 0 {
      stages.append((.contracts, words.contractsBeside))
    }
    let figures = stages.map { words.counted($0.0, total[$0.0] ?? 0) }
    let hasMOUs = context.recorded.mous || total.mous > 0
    let finding = words.funnelFinding(
      booked: total.booked, held: total.held, mous: hasMOUs ? total.mous : nil,
      isSettled: context.recorded.statuses)
    let chart = Chart(
      name: "funnel", kind: .bars, finding: finding, categoryAxis: words.term(.stage),
      valueAxis: words.countAxis, categories: stages.map(\.1),
      series: [
        Chart.Series(
          name: words.countAxis, values: stages.map { Double(total[$0.0] ?? 0) }, texts: figures)
      ], emphasis: stages.firstIndex { $0.0 == .held },
      spoken: zip(stages, figures).map { "\($0.1) \($1)" })
    return Section(.funnel, heading: words.heading(.funnel), parts: [.chart(chart)])
  }

  /// The groups' held consultations; nil where a chart would show nothing or one bar.
  func heldChart(_ name: String, _ term: ReportTerm, _ groups: LabelledGroups) -> Chart? {
    let held = groups.having { $0.held > 0 }
    let known = held.known(true)
    guard held.count > 1, let most = known.first?.measures.held else { return nil }
    let bars = Bars(held.measures.map(\.held))
    let shown = held.prefix(bars.count)
    let leaders = known.having { $0.held == most }.map(\.label)
    let unknown = held.known(false).first.map { (name: $0.label, held: $0.measures.held) }
    let leading = words.leading(leaders, most, of: total.held, unknown: unknown)
    let finding = bars.isCut ? words.first(leading, bars.count, isTied: bars.isTied) : leading
    let texts = shown.map { words.counted(.held, $0.measures.held) }
    return Chart(
      name: name, kind: .bars, finding: finding, categoryAxis: words.term(term),
      valueAxis: words.meetingsAxis, categories: shown.map(\.label),
      series: [
        Chart.Series(
          name: words.measure(.held), values: shown.map { Double($0.measures.held) }, texts: texts)
      ], spoken: zip(shown, texts).map { "\($0.label) \($1)" })
  }

  /// The conversion of countries with their intervals; nil where nothing was held or MOUs are not recorded.
  var conversion: Section? {
    guard context.recorded.states(.conversion, total.conversion), total.held > 0,
      let percent = RateText.percent(total.conversion)
    else { return nil }
    let held = outcomes.byCountry.filter { $0.measures.held > 0 }
    let bars = Bars(held.map(\.measures.held))
    let groups = held.prefix(bars.count)
    var rows = groups.map { (context.name(of: $0.key), $0.measures.conversion) }
    if rows.count > 1 { rows.append((words.total, total.conversion)) }
    let chance = rows.count > 2
    let all = words.conversionFinding(
      "\(percent)(\(RateText.ratio(total.conversion)))", chance: chance,
      all: !anyDifference(groups.map(\.measures.conversion)))
    let finding = bars.isCut ? words.first(all, bars.count, isTied: bars.isTied) : all
    func series(_ name: String, _ value: (Proportion) -> Double?, _ text: (Proportion) -> String)
      -> Chart.Series
    {
      Chart.Series(name: name, values: rows.map { value($0.1) }, texts: rows.map { text($0.1) })
    }
    func bound(_ fraction: Double?) -> String { fraction.map { RateText.bound($0) + "%" } ?? words.absent }
    let figures = rows.map { name, share in
      let interval = share.interval.map { words.span(RateText.bound($0.low), RateText.bound($0.high)) + "%" }
      return
        "\(name) \(RateText.percent(share) ?? words.absent)(\(RateText.ratio(share)), \(interval ?? words.absent))"
    }
    let chart = Chart(
      name: "conversion", kind: .intervals, finding: finding, categoryAxis: words.term(.country),
      valueAxis: words.rateAxis, isRate: true, categories: rows.map(\.0),
      series: [
        series(words.term(.low), { $0.interval?.low }, { bound($0.interval?.low) }),
        series(
          words.term(.conversion), { $0.rate },
          { "\(RateText.percent($0) ?? words.absent)(\(RateText.ratio($0)))" }),
        series(words.term(.high), { $0.interval?.high }, { bound($0.interval?.high) }),
      ], emphasis: rows.count > 1 ? rows.count - 1 : nil, whole: rows.count > 1 ? rows.count - 1 : nil,
      spoken: figures)
    return Section(
      .conversion, heading: words.heading(.conversion),
      parts: [.chart(chart), .remarks([words.intervalMeaning])])
  }

  /// Whether any two rates with at least five cases each differ by more than chance would explain.
  private func anyDifference(_ rates: [Proportion]) -> Bool {
    rates.indices.contains { first in
      rates[..<first].contains { other in
        PointsChange(before: other, after: rates[first]).isSignificant == true
      }
    }
  }
}
