import Model

/// What trends say in English besides their sentences.
struct EnglishTrendWords: TrendWords {
  var kindOfTrend: String { "Trend of trade consultations" }

  func term(_ term: TrendTerm) -> String {
    switch term {
    case .measure: "Measure"
    case .change: "Change"
    case .relative: "Change in %"
    case .judgement: "Difference"
    case .series: "Series"
    case .event: "Event"
    case .quarter: "Quarter"
    case .heldFrom: "First held"
    case .remark: "Remark"
    case .heldChange(let kind): "Held, change on \(short(kind))"
    case .conversionPoints: "Conversion, difference (%p)"
    case .followed: "Meetings followed"
    case .undatedMOUs: "MOUs without a date"
    case .earlyMOUs: "MOUs signed before the meeting"
    case .mousSigned: "MOUs by quarter of signing"
    case .quarters: "Quarters"
    case .fiscalYear: "Fiscal year"
    case .maturity: "Maturity"
    case .days(let days): days == 0 ? "By day 0" : "By day \(days)"
    case .daysAxis: "Days after the meeting (not to scale)"
    case .shareAxis: "Share with an MOU (%)"
    }
  }

  func kind(_ kind: TrendComparison.Kind) -> String {
    switch kind {
    case .edition: "previous edition"
    case .previousQuarter: "previous quarter"
    case .yearAgo: "same quarter a year before"
    }
  }

  private func short(_ kind: TrendComparison.Kind) -> String {
    kind == .yearAgo ? "year before" : self.kind(kind)
  }

  func quarter(_ quarter: Quarter, isFiscal: Bool) -> String {
    isFiscal ? "Q\(quarter.number) of fiscal \(quarter.year)" : "Q\(quarter.number) \(quarter.year)"
  }

  func dated(_ name: String, _ day: Day) -> String { "\(name) (\(EnglishTerms().day(day)))" }

  func verdict(_ verdict: TrendComparison.Verdict) -> String {
    switch verdict {
    case .notRecorded: "not recorded"
    case .notComputable: "not computable"
    case .unequalAge(let age): self.age(age == nil ? .unknown : .unequal) ?? ""
    case .same: "unchanged"
    case .aboutTheSame: aboutTheSame
    case .few: "too few to judge"
    case .significant: "significant"
    case .withinChance: "may be chance"
    }
  }

  func age(_ age: TrendComparison.Age) -> String? {
    switch age {
    case .equal: nil
    case .unequal: "unequal age"
    case .unknown: "MOUs undated, not judged"
    case .unlikeRecords: "not recorded alike"
    }
  }
  var aboutTheSame: String { "about the same" }

  func remark(_ standing: TrendFacts.Standing) -> String? {
    switch standing {
    case .held: nil
    case .calledOff: "all cancelled"
    case .toCome: "all still pending"
    case .calledOffOrToCome: "cancelled or pending"
    case .noneHeld: "none held"
    case .noEvent: "nothing booked"
    case .noData: "no data"
    }
  }

  func underWay(_ progress: Progress) -> String { "under way (\(toCome(progress)))" }

  // MARK: - Facts

  func quarters(_ first: Quarter, _ last: Quarter, count: Int, noEvent: Int) -> String {
    let span = first == last ? first.label : "\(first.label) to \(last.label)"
    return "\(span) (\(TextNumbers.english(count, "quarter", "quarters"))"
      + (noEvent == 0 ? ")" : ", \(TextNumbers.grouped(noEvent)) without an event)")
  }
  func fiscalYear(_ month: Int) -> String { "begins with month \(month)" }
  func maturity(_ days: Int) -> String {
    "only MOUs signed within \(TextNumbers.english(days, "day", "days")) of the meeting count (and those without a date)"
  }

  // MARK: - Key figures

  func beside(_ kind: TrendComparison.Kind, _ change: TrendComparison.CountChange) -> String {
    let before = TextNumbers.grouped(change.before)
    switch change.age {
    case .equal: break
    case .unequal: return "\(before) in the \(self.kind(kind)), of unequal age"
    case .unknown: return "\(before) in the \(self.kind(kind)), \(age(.unknown) ?? "")"
    case .unlikeRecords: return "\(before) in the \(self.kind(kind)), \(age(.unlikeRecords) ?? "")"
    }
    let by = change.after - change.before
    if by == 0 { return "as many as in the \(self.kind(kind))" }
    let percent = change.relativeMillionths.map { " (\(ChangeText.percent(millionths: $0)))" } ?? ""
    return
      "\(TextNumbers.grouped(abs(by)))\(percent) \(by > 0 ? "more" : "fewer") than the \(before) in the \(self.kind(kind))"
  }

  func beside(_ kind: TrendComparison.Kind, _ change: TrendComparison.AmountChange, before: String) -> String
  {
    let before = "\(before) in the \(self.kind(kind))"
    if change.isAboutTheSame { return "\(before), \(change.isTheSame ? "the same" : aboutTheSame)" }
    let isMore = change.after.hundredths > change.before.hundredths
    guard let percent = change.relativeMillionths.map({ ChangeText.percent(millionths: $0) }) else {
      return before
    }
    return "\(percent) \(isMore ? "more" : "less") than \(before)"
  }

  func beside(_ kind: TrendComparison.Kind, _ change: TrendComparison.RateChange) -> String {
    "\(rate(change.change.before)) in the \(self.kind(kind)); difference: \(verdict(change.verdict))"
  }

  // MARK: - Charts

  func heldFinding(
    _ latest: String, _ held: Int, _ change: (TrendComparison.Kind, TrendComparison.CountChange)?
  ) -> String {
    let finding = "\(latest): \(TextNumbers.english(held, "meeting", "meetings")) held"
    guard let (kind, change) = change else { return finding }
    let by = change.after - change.before
    if by == 0 { return "\(finding), as many as in the \(self.kind(kind))" }
    return
      "\(finding), \(TextNumbers.grouped(abs(by))) \(by > 0 ? "more" : "fewer") than in the \(self.kind(kind))"
  }

  func conversionFinding(
    _ latest: String, _ share: Proportion, _ change: (TrendComparison.Kind, TrendComparison.RateChange)?
  ) -> String {
    let rate = "\(latest): MOU conversion \(self.rate(share))"
    guard let (kind, change) = change else { return rate }
    let than = "the difference to the \(self.kind(kind))"
    switch change.verdict {
    case .significant: return "\(rate); \(than) is significant"
    case .withinChance: return "\(rate); \(than) may be chance"
    case .few: return "\(rate); too few MOUs to judge \(than)"
    case .unequalAge(nil): return "\(rate); MOUs without a date, so \(than) is not judged"
    case .same: return "\(rate), unchanged from the \(self.kind(kind))"
    case .aboutTheSame: return "\(rate), about the same as in the \(self.kind(kind))"
    case .unequalAge: return "\(rate); not of equal age with the \(self.kind(kind)), so not compared"
    case .notRecorded, .notComputable: return rate
    }
  }

  func followUpFinding(_ latest: String, _ days: Int, _ share: Proportion) -> String {
    "\(latest): \(rate(share)) of the meetings had led to an MOU \(within(days))"
  }

  func last(_ finding: String, _ count: Int) -> String { "\(finding) (last \(TextNumbers.grouped(count)))" }

  // MARK: - Parts of sentences

  /// A rate with its two numbers: `7.5% (9/120)`.
  func rate(_ share: Proportion) -> String {
    "\(RateText.percent(share) ?? "not computable") (\(RateText.ratio(share)))"
  }

  func money(_ money: Money, _ coverage: Coverage, _ currency: Currency) -> String {
    PressAmount(money, currency, .en).text + stated(coverage)
  }

  func stated(_ coverage: Coverage) -> String {
    coverage.isWhole ? "" : " (stated for \(TextNumbers.grouped(coverage.stated)))"
  }

  func within(_ days: Int) -> String {
    days == 0
      ? "by the day of the meeting" : "within \(TextNumbers.english(days, "day", "days")) of the meeting"
  }

  func interval(_ change: PointsChange) -> String {
    guard let (low, high) = change.interval else { return "not computable" }
    return "\(ChangeText.bound(low)) to \(ChangeText.bound(high)) points"
  }
}
