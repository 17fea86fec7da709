import Model

/// What trends say in Korean besides their sentences, in the style of official documents.
struct KoreanTrendWords: TrendWords {
  var kindOfTrend: String { "무역상담회 추이" }

  func term(_ term: TrendTerm) -> String {
    switch term {
    case .measure: "지표"
    case .change: "증감"
    case .relative: "증감률"
    case .judgement: "차이 판단"
    case .series: "시리즈"
    case .event: "행사"
    case .quarter: "분기"
    case .heldFrom: "첫 상담일"
    case .remark: "비고"
    case .heldChange(let kind): "실시 증감 (\(self.kind(kind)))"
    case .conversionPoints: "전환율 차이(%p)"
    case .followed: "지켜본 상담"
    case .undatedMOUs: "체결일 없는 MOU"
    case .earlyMOUs: "상담일 앞에 체결된 MOU"
    case .mousSigned: "체결 MOU (체결 분기)"
    case .quarters: "분기"
    case .fiscalYear: "회계연도"
    case .maturity: "성숙 기간"
    case .days(let days): days == 0 ? "당일까지" : "\(days)일까지"
    case .daysAxis: "상담 뒤 지난 날(눈금 간격은 날수에 비례하지 않음)"
    case .shareAxis: "MOU로 이어진 비율(%)"
    }
  }

  func kind(_ kind: TrendComparison.Kind) -> String {
    switch kind {
    case .edition: "직전 행사"
    case .previousQuarter: "전 분기"
    case .yearAgo: "전년 같은 분기"
    }
  }

  func quarter(_ quarter: Quarter, isFiscal: Bool) -> String {
    "\(quarter.year)\(isFiscal ? "회계연도" : "년") \(quarter.number)분기"
  }

  func dated(_ name: String, _ day: Day) -> String { "\(name)(\(KoreanTerms().day(day)))" }

  func verdict(_ verdict: TrendComparison.Verdict) -> String {
    switch verdict {
    case .notRecorded: "자료에 없음"
    case .notComputable: "산출 불가"
    case .unequalAge(let age): self.age(age == nil ? .unknown : .unequal) ?? ""
    case .same: "같음"
    case .aboutTheSame: aboutTheSame
    case .few: "사례 적음"
    case .significant: "우연으로 보기 어려움"
    case .withinChance: "우연일 수 있음"
    }
  }

  func age(_ age: TrendComparison.Age) -> String? {
    switch age {
    case .equal: nil
    case .unequal: "지난 기간 다름"
    case .unknown: "체결일 없어 판단 안 함"
    case .unlikeRecords: "자료의 열이 달라 비교하지 않음"
    }
  }
  var aboutTheSame: String { "거의 같음" }

  func remark(_ standing: TrendFacts.Standing) -> String? {
    switch standing {
    case .held: nil
    case .calledOff: "모두 취소"
    case .toCome: "모두 예정·미확정"
    case .calledOffOrToCome: "취소 또는 예정·미확정"
    case .noneHeld: "실시된 상담 없음"
    case .noEvent: "예약된 상담 없음"
    case .noData: "자료 없음"
    }
  }

  func underWay(_ progress: Progress) -> String { "진행 중(\(toCome(progress)))" }

  // MARK: - Facts

  func quarters(_ first: Quarter, _ last: Quarter, count: Int, noEvent: Int) -> String {
    let span = first == last ? first.label : "\(first.label)~\(last.label)"
    return "\(span) (\(TextNumbers.grouped(count))개 분기"
      + (noEvent == 0 ? ")" : ", 행사 없는 분기 \(TextNumbers.grouped(noEvent))개)")
  }
  func fiscalYear(_ month: Int) -> String { "\(month)월 시작" }
  func maturity(_ days: Int) -> String { "상담 뒤 \(TextNumbers.grouped(days))일 안에 체결된 MOU만 집계(날짜가 없는 MOU는 포함)" }

  // MARK: - Key figures

  func beside(_ kind: TrendComparison.Kind, _ change: TrendComparison.CountChange) -> String {
    let before = "\(self.kind(kind)) \(counted(change.key, change.before))"
    if let age = age(change.age) { return "\(before), \(age)" }
    let by = change.after - change.before
    if by == 0 { return "\(before)\(KoreanParticle.and.form(after: FinalSound(of: before))) 같음" }
    let percent = change.relativeMillionths.map { "(\(ChangeText.percent(millionths: $0)))" } ?? ""
    return "\(before)보다 \(counted(change.key, abs(by)))\(percent) \(by > 0 ? "많음" : "적음")"
  }

  func beside(_ kind: TrendComparison.Kind, _ change: TrendComparison.AmountChange, before: String) -> String
  {
    let before = "\(self.kind(kind)) \(before)"
    if change.isAboutTheSame { return "\(before), \(change.isTheSame ? "같음" : aboutTheSame)" }
    let isMore = change.after.hundredths > change.before.hundredths
    guard let percent = change.relativeMillionths.map({ ChangeText.percent(millionths: $0) }) else {
      return before
    }
    return "\(before)보다 \(percent) \(isMore ? "많음" : "적음")"
  }

  func beside(_ kind: TrendComparison.Kind, _ change: TrendComparison.RateChange) -> String {
    "\(self.kind(kind)) \(rate(change.change.before)), 차이 판단: \(verdict(change.verdict))"
  }

  // MARK: - Charts

  func heldFinding(
    _ latest: String, _ held: Int, _ change: (TrendComparison.Kind, TrendComparison.CountChange)?
  ) -> String {
    "\(latest) 상담 \(TextNumbers.grouped(held))건 실시" + (change.map { "(\(plain($0.0, $0.1)))" } ?? "")
  }

  /// The same as `beside`, without a bracket in it.
  private func plain(_ kind: TrendComparison.Kind, _ change: TrendComparison.CountChange) -> String {
    let by = change.after - change.before
    let before = "\(self.kind(kind)) \(counted(change.key, change.before))"
    if by == 0 { return "\(before)\(KoreanParticle.and.form(after: FinalSound(of: before))) 같음" }
    return "\(before)보다 \(counted(change.key, abs(by))) \(by > 0 ? "많음" : "적음")"
  }

  func conversionFinding(
    _ latest: String, _ share: Proportion, _ change: (TrendComparison.Kind, TrendComparison.RateChange)?
  ) -> String {
    let rate = "\(latest) MOU 전환율 \(self.rate(share))"
    guard let (kind, change) = change else { return rate }
    let than = KoreanParticle.and.attached(to: self.kind(kind))
    switch change.verdict {
    case .significant: return "\(rate): \(than)의 차이는 우연으로 보기 어려움"
    case .withinChance: return "\(rate): \(than)의 차이는 우연일 수 있음"
    case .few: return "\(rate): 사례가 적어 \(than)의 차이를 판단하지 않음"
    case .unequalAge(nil): return "\(rate): 체결일이 없어 \(than)의 차이를 판단하지 않음"
    case .unequalAge: return "\(rate): \(than)는 상담 뒤 지난 기간이 달라 그대로 비교할 수 없음"
    case .same: return "\(rate): \(than) 같음"
    case .aboutTheSame: return "\(rate): \(than) 거의 같음"
    case .notRecorded, .notComputable: return rate
    }
  }

  func followUpFinding(_ latest: String, _ days: Int, _ share: Proportion) -> String {
    "\(latest) 상담 가운데 \(within(days)) MOU로 이어진 비율 \(rate(share))"
  }

  func last(_ finding: String, _ count: Int) -> String { "\(finding) (최근 \(TextNumbers.grouped(count))개)" }

  // MARK: - Parts of sentences

  func counted(_ key: Measures.Key, _ value: Int) -> String {
    TextNumbers.grouped(value) + (key.countsOrganisations ? "개사" : "건")
  }

  /// A rate with its two numbers: `7.5%(9/120)`.
  func rate(_ share: Proportion) -> String {
    "\(RateText.percent(share) ?? "산출 불가")(\(RateText.ratio(share)))"
  }

  func money(_ money: Money, _ coverage: Coverage, _ currency: Currency) -> String {
    PressAmount(money, currency, .ko).text + stated(coverage)
  }

  func stated(_ coverage: Coverage) -> String {
    coverage.isWhole ? "" : "(\(TextNumbers.grouped(coverage.stated))건 기재)"
  }

  func within(_ days: Int) -> String { days == 0 ? "상담 당일까지" : "상담 뒤 \(TextNumbers.grouped(days))일까지" }

  func interval(_ change: PointsChange) -> String {
    guard let (low, high) = change.interval else { return "산출 불가" }
    return "\(ChangeText.bound(low))~\(ChangeText.bound(high))%p"
  }
}
