import Model

// The sentences of a trend in Korean, in the plain style of official reports.
extension KoreanTrendWords {
  func topic(_ word: String) -> String { KoreanParticle.topic.attached(to: word) }

  var noDates: String { "날짜가 있는 상담이 없어 추이를 산출하지 않았다." }
  var nothingHeld: String { "실시된 상담이 있는 분기가 없다." }
  var takenAsHeld: String { "자료에 진행 상태를 적은 열이 없어 적힌 상담을 모두 실시한 것으로 보았다." }
  var mousNotRecorded: String { "MOU는 자료에 해당 열이 없어 적지 않았다." }

  // MARK: - One time

  func latestEdition(_ edition: SpokenSide, series: String) -> String {
    "「\(series)」의 최근 행사인 \(edition.name)에서는 \(held(edition))."
  }

  func latestQuarter(_ quarter: SpokenSide) -> String {
    "상담이 있었던 가장 최근 분기인 \(quarter.name)에는 \(held(quarter))."
  }

  func held(_ spoken: SpokenSide) -> String {
    let measures = spoken.side.measures
    let count = TextNumbers.grouped(measures.held)
    if spoken.isTakenAsHeld { return "자료에 적힌 상담이 \(count)건이다" }
    return measures.booked == measures.held
      ? "상담 \(count)건을 실시했다" : "예약 \(TextNumbers.grouped(measures.booked))건 가운데 상담 \(count)건을 실시했다"
  }

  func mous(_ measures: Measures) -> String {
    let few = measures.conversion.few ? " 분모가 10 미만이어서 해석에 주의가 필요하다." : ""
    return "MOU는 \(TextNumbers.grouped(measures.mous))건이며, MOU 전환율은 \(rate(measures.conversion))이다.\(few)"
  }

  func stillToCome(_ progress: Progress) -> String {
    "\(KoreanParticle.subject.attached(to: toCome(progress))) 남아 있어 실적이 더 늘 수 있다."
  }

  func underWay(_ name: String, _ progress: Progress, against spoken: SpokenComparison?) -> String {
    guard let spoken else { return "\(topic(name)) 아직 진행 중이다(\(toCome(progress)))." }
    return "\(KoreanParticle.subject.attached(to: name)) 아직 진행 중이어서(\(toCome(progress))) "
      + "\(earlier(spoken)) 비교하지 않았다."
  }

  /// `기준일 뒤 상담 91건`, `예정·미확정 상담 3건`.
  func toCome(_ progress: Progress) -> String {
    [
      progress.pending > 0 ? "예정·미확정 상담 \(TextNumbers.grouped(progress.pending))건" : nil,
      progress.later > 0 ? "기준일 뒤 상담 \(TextNumbers.grouped(progress.later))건" : nil,
    ].compactMap { $0 }.joined(separator: ", ")
  }

  /// `직전 행사인 2020 포럼(2020. 10. 30.)과`, `전 분기(2020년 3분기)와`.
  func earlier(_ spoken: SpokenComparison) -> String {
    let kind = kind(spoken.comparison.kind)
    return KoreanParticle.and.attached(
      to: kind + (spoken.comparison.kind == .edition ? "인 \(spoken.earlier)" : "(\(spoken.earlier))"))
  }

  func young(_ name: String, _ days: Int, dataEnd: Day?) -> String {
    if let dataEnd {
      return "\(dataEnds(dataEnd)) \(name)의 마지막 상담 뒤 \(TextNumbers.grouped(days))일 안의 MOU를 아직 다 알 수 없다."
    }
    return "\(topic(name)) 마지막 상담 뒤 \(TextNumbers.grouped(days))일이 지나지 않아 MOU가 더 늘 수 있다."
  }

  /// `자료가 2024. 5. 12.까지여서`.
  func dataEnds(_ day: Day) -> String { "자료가 \(KoreanTerms().day(day))까지여서" }

  // MARK: - Editions that are not compared

  func noEdition(series: String) -> String {
    "「\(series)」에는 날짜가 적힌 상담을 실시한 행사가 없다."
  }

  func noEditionBefore(undated: Bool) -> String {
    undated ? "날짜가 적힌 앞선 행사가 없어 비교하지 않았다." : "자료에 비교할 앞선 행사가 없다."
  }

  func undatedEditions(_ names: [String]) -> String {
    "상담일이 적히지 않은 \(KoreanParticle.topic.attached(to: list(names))) 순서를 알 수 없어 비교하지 않았다."
  }

  func unheldEditions(_ editions: [SpokenSide]) -> String {
    let listed = editions.prefix(3).map { "\($0.name)(\(standing($0.side)))" }.joined(separator: ", ")
    let cut = editions.count > 3 ? " 등 \(TextNumbers.grouped(editions.count))개 행사" : ""
    return "실시된 상담이 없어 비교하지 않은 행사: \(listed)\(cut)."
  }

  func moreSeries(_ count: Int) -> String { "그 밖의 시리즈 \(TextNumbers.grouped(count))개는 표에 적었다." }

  /// `예약 30건 모두 취소`.
  func standing(_ side: TrendFacts.Side) -> String {
    let booked = "예약 \(TextNumbers.grouped(side.measures.booked))건"
    let all = side.measures.booked > 1 ? " 모두" : ""
    return switch side.standing {
    case .held: booked
    case .calledOff: "\(booked)\(all) 취소"
    case .toCome: "\(booked)\(all) 예정·미확정"
    case .calledOffOrToCome: "\(booked) 취소 또는 예정·미확정"
    case .noneHeld: all.isEmpty ? "\(booked) 실시되지 않음" : "\(booked) 가운데 실시 없음"
    case .noEvent: "예약된 상담 없음"
    case .noData: "자료 없음"
    }
  }

  func list(_ names: [String]) -> String {
    let listed = names.prefix(3).joined(separator: "·")
    return names.count > 3 ? "\(listed) 등 \(TextNumbers.grouped(names.count))개 행사" : listed
  }

  func unheldQuarters(_ quarters: [SpokenSide], areLater: Bool) -> String {
    let listed = quarters.suffix(3).map { "\($0.name)(\(standing($0.side)))" }.joined(separator: ", ")
    return "\(areLater ? "그 뒤 " : "")상담이 예약됐으나 실시되지 않은 분기: \(listed)."
  }

  // MARK: - Comparisons

  func notCompared(_ comparisons: [SpokenComparison]) -> String {
    guard let first = comparisons.first?.comparison.earlier else { return "" }
    let names = comparisons.map { "\(kind($0.comparison.kind))(\($0.earlier))" }
    let booked = "예약된 상담 \(TextNumbers.grouped(first.measures.booked))건이"
    let all = first.measures.booked > 1 ? " 모두" : ""
    let why =
      switch first.standing {
      case .held where first.isUnderWay:
        "\(KoreanParticle.subject.attached(to: toCome(first.progress))) 남아 있어"
      case .held: "비교할 값이 없어"
      case .calledOff: "\(booked)\(all) 취소되어"
      case .toCome: "\(booked)\(all) 예정·미확정이어서"
      case .calledOffOrToCome: "\(booked) 취소되거나 예정·미확정이어서"
      case .noneHeld: "실시된 상담이 없어"
      case .noEvent: "행사가 없어"
      case .noData: "자료가 없어"
      }
    return "\(topic(names.joined(separator: ", "))) \(why) 비교하지 않았다."
  }

  func compared(_ spoken: SpokenComparison, briefly: Bool) -> [String] {
    let comparison = spoken.comparison
    let earlier = earlier(spoken)
    var clauses: [(text: String, verb: String)] = []
    for key in [Measures.Key.held, .mous] {
      // Of none on both sides the rate says enough.
      guard let change = comparison.counts.first(where: { $0.key == key }), change.hasDirection,
        change.before + change.after > 0
      else {
        continue
      }
      clauses.append(clause(key == .held ? "상담" : "MOU", change))
    }
    if let change = comparison.amounts.first(where: { $0.kind == .consulted }), change.hasDirection {
      clauses.append(clause("상담액", change, spoken.currency))
    }
    var sentences: [String] = []
    if !clauses.isEmpty { sentences.append("\(earlier) 비교하면 \(joined(clauses)).") }
    if let change = comparison.counts.first(where: { $0.key == .held }), change.age == .unlikeRecords {
      sentences.append(
        "한쪽 자료에 상담 진행 상태가 적혀 있지 않아, 이번 상담 \(TextNumbers.grouped(change.after))건을 \(kind(comparison.kind))의 "
          + "\(TextNumbers.grouped(change.before))건과 비교하지 않았다.")
    }
    if let change = comparison.counts.first(where: { $0.key == .mous }),
      !change.hasDirection && change.age != .unlikeRecords,
      comparison.isAgeKnown, change.before + change.after > 0
    {
      sentences.append(
        "MOU는 \(kind(comparison.kind)) \(TextNumbers.grouped(change.before))건, 이번 \(TextNumbers.grouped(change.after))건이나, "
          + "상담 뒤 지난 기간이 같다고 할 수 없어 그대로 비교하지 않았다.")
    }
    return sentences
      + comparison.rates.filter { $0.isSaid(briefly: briefly) }.flatMap { rateSentences($0, comparison.kind) }
  }

  func clause(_ name: String, _ change: TrendComparison.CountChange) -> (text: String, verb: String) {
    let after = KoreanParticle.toward.attached(to: counted(change.key, change.after))
    if change.after == change.before { return ("\(topic(name)) \(after)", "같았") }
    let by = counted(change.key, abs(change.after - change.before))
    let percent = change.relativeMillionths.map { "(\(ChangeText.percent(millionths: $0)))" } ?? ""
    return (
      "\(topic(name)) \(counted(change.key, change.before))에서 \(after) \(by)\(percent)",
      change.after > change.before ? "늘었" : "줄었"
    )
  }

  func clause(_ name: String, _ change: TrendComparison.AmountChange, _ currency: Currency)
    -> (text: String, verb: String)
  {
    let before = money(change.before, change.beforeCoverage, currency)
    let after = KoreanParticle.toward.attached(to: money(change.after, change.afterCoverage, currency))
    if change.isAboutTheSame { return ("\(topic(name)) \(after)", change.isTheSame ? "같았" : "거의 같았") }
    let percent = change.relativeMillionths.map { " \(ChangeText.percent(millionths: $0))" } ?? ""
    return (
      "\(topic(name)) \(before)에서 \(after)\(percent)",
      change.after.hundredths > change.before.hundredths ? "늘었" : "줄었"
    )
  }

  /// The endings alternate, so that the sentence can be read aloud.
  func joined(_ clauses: [(text: String, verb: String)]) -> String {
    clauses.enumerated().map { at, clause in
      "\(clause.text) \(clause.verb)" + (at == clauses.count - 1 ? "다" : at == 0 ? "고, " : "으며, ")
    }.joined()
  }

  func rateSentences(_ rate: TrendComparison.RateChange, _ kind: TrendComparison.Kind) -> [String] {
    let name = rate.key.label(.ko)
    let change = rate.change
    let old = self.rate(change.before)
    let new = KoreanParticle.toward.attached(to: self.rate(change.after))
    let size = change.pointsTenThousandths ?? 0
    let points = ChangeText.points(tenThousandths: size)
    let few = change.before.few || change.after.few ? ["다만 분모가 10 미만인 비율이 있어 해석에 주의가 필요하다."] : []
    switch rate.verdict {
    case .notRecorded: return ["\(topic(name)) 자료에 해당 열이 없어 산출하지 않았다."]
    case .notComputable: return ["\(name)의 차이는 분모가 0이어서 산출하지 않았다."]
    case .unequalAge(nil):
      return [
        "\(topic(name)) \(self.kind(kind)) \(old), 이번 \(self.rate(change.after))이나, 체결일이 적히지 않은 MOU가 있어 "
          + "같은 기간으로 견줄 수 없으므로 차이를 판단하지 않았다."
      ]
    case .unequalAge(let age?): return [equalAge(age, kind)]
    case .same where change.before.numerator == 0:
      return [
        "\(topic(name)) 두 번 모두 0%였다(\(RateText.ratio(change.before)), \(RateText.ratio(change.after)))."
      ]
    case .few:
      return ["\(topic(name)) \(old)에서 \(new) 바뀌었으나, 5건이 되지 않는 쪽이 있어 차이를 판단하지 않았다."]
    case .significant:
      return [
        "\(topic(name)) \(old)에서 \(new) \(points)%p \(size > 0 ? "높아졌" : "낮아졌")으며, 우연으로 보기 어려운 차이이다"
          + "(차이의 95% 신뢰구간 \(interval(change)))."
      ] + few
    case .same where change.before.denominator == change.after.denominator:
      return ["\(topic(name)) \(new) \(KoreanParticle.and.attached(to: self.kind(kind))) 같았다."] + few
    case .same, .aboutTheSame:
      let same = rate.verdict == .same ? "같았다" : "거의 같았다"
      return ["\(topic(name)) \(self.kind(kind)) \(old), 이번 \(new) \(same)."] + few
    case .withinChance:
      return [
        "\(topic(name)) \(old)에서 \(new) 바뀌었으나, \(points)%p의 차이는 우연일 수 있다(차이의 95% 신뢰구간 \(interval(change)))."
      ] + few
    }
  }

  func equalAge(_ age: TrendComparison.EqualAge, _ kind: TrendComparison.Kind) -> String {
    let notes = [
      age.undatedMOUs > 0 ? "체결일 없는 \(TextNumbers.grouped(age.undatedMOUs))건 제외" : nil,
      age.earlyMOUs > 0 ? "상담일 앞에 체결된 \(TextNumbers.grouped(age.earlyMOUs))건 포함" : nil,
    ].compactMap { $0 }
    return
      "같은 기간으로 보아 \(within(age.days)) MOU로 이어진 비율은 이번 \(rate(age.after)), \(self.kind(kind)) \(rate(age.before))이다"
      + (notes.isEmpty ? "." : "(\(notes.joined(separator: ", "))).")
  }
}
