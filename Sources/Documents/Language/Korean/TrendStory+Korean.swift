import Model

// The story in Korean, in the plain style of official reports.
extension TrendStory {
  var korean: [[String]] {
    guard !trend.quarters.isEmpty else {
      return [["날짜가 있는 상담이 없어 추이를 산출할 수 없다."], koreanEditions, koreanUndated]
    }
    return [koreanEditions, koreanQuarters, koreanGroups, koreanSigned + koreanFollowUp, koreanUndated]
  }

  /// `MOU는`, and so on.
  private func topic(_ word: String) -> String { KoreanParticle.topic.attached(to: word) }

  // MARK: - Editions

  private var koreanEditions: [String] {
    let all = latestEditions
    var sentences: [String] = []
    for (edition, before, unheld) in all.prefix(TrendStory.seriesNamed) {
      let series = "「\(TerminalText.safe(edition.series, columns: 40))」"
      let later = words(of: edition)
      if let change = edition.change, let before {
        let object = KoreanParticle.object.attached(to: later)
        let earlier = KoreanParticle.and.attached(to: words(of: before))
        sentences.append("\(series)의 최근 행사인 \(object) 직전 행사인 \(earlier) 비교하면 \(koreanCounts(change)).")
        if isYoung(edition), let days = trend.maturityDays {
          sentences.append("다만 이 행사는 상담 후 \(days)일이 다 지나지 않아 MOU가 더 늘 수 있으므로 MOU 전환율의 차이는 확정된 것이 아니다.")
        }
        sentences += koreanRates(change)
      } else if edition.measures.booked == 0 {
        sentences.append("\(series)의 최근 행사인 \(later)에는 예약된 상담이 없어 앞선 행사와 비교하지 않는다.")
      } else {
        sentences.append("\(series)의 \(later)에는 비교할 앞선 행사가 없으며, \(koreanFigures(edition.measures)).")
      }
      if !unheld.isEmpty {
        let listed = unheld.prefix(TrendStory.seriesNamed).joined(separator: ", ")
        let cut = unheld.count > TrendStory.seriesNamed ? " 등 \(unheld.count)개 행사" : ""
        sentences.append("실시된 상담이 없는 행사(\(listed)\(cut))는 비교하지 않는다.")
      }
    }
    let rest = all.count - TrendStory.seriesNamed
    if rest > 0 { sentences.append("그 밖의 시리즈 \(rest)개는 행사별 표에 있다.") }
    return sentences
  }

  /// `상담은 120건, MOU는 9건, MOU 전환율은 7.5%(9/120)이다`, without a full stop.
  private func koreanFigures(_ measures: Measures) -> String {
    let counts = "상담은 \(TextNumbers.grouped(measures.held))건, MOU는 \(TextNumbers.grouped(measures.mous))건"
    let few = measures.conversion.few && measures.held > 0 ? "(분모가 10 미만이어서 해석에 주의가 필요함)" : ""
    return "\(counts), MOU 전환율은 \(rate(measures.conversion))이다\(few)"
  }

  /// What rose and what fell, as one clause: counts may be said to do so.
  private func koreanCounts(_ change: Change) -> String {
    var parts: [(text: String, verb: String)] = []
    for (name, key) in [("상담", Measures.Key.held), ("MOU", .mous), ("상담액", .consultedAmount)] {
      let old = change.before[key] ?? 0
      let new = change.after[key] ?? 0
      // An amount that nobody stated is no amount of zero.
      if key.isAmount, old == 0 || new == 0 { continue }
      func shown(_ value: Int) -> String { key.isAmount ? money(value) : "\(TextNumbers.grouped(value))건" }
      let to = KoreanParticle.toward.attached(to: shown(new))
      let absolute = Int((new - old).magnitude)
      if new == old {
        parts.append(("\(topic(name)) \(to)", "같았"))
      } else if let relative = change.relativeMillionths(key) {
        let percent = TrendNumbers.percent(millionths: relative)
        let by = key.isAmount ? percent : "\(TextNumbers.grouped(absolute))건(\(percent))"
        parts.append(("\(topic(name)) \(shown(old))에서 \(to) \(by)", new > old ? "늘었" : "줄었"))
      } else {
        parts.append(("\(topic(name)) \(shown(old))에서 \(to)", "늘었"))
      }
    }
    var clause = ""
    for (at, part) in parts.enumerated() {
      let isLast = at == parts.count - 1
      // The endings alternate, so that the sentence can be read aloud.
      clause += "\(part.text) \(part.verb)" + (isLast ? "다" : at == 0 ? "고, " : "으며, ")
    }
    let fromZero = [Measures.Key.held, .mous].contains {
      change.absolute($0) != 0 && change.relativeMillionths($0) == nil
    }
    return clause + (fromZero ? "(0에서 늘어난 항목의 증감률은 산출 불가)" : "")
  }

  private func koreanRates(_ change: Change) -> [String] {
    [("MOU 전환율", change.conversion), ("노쇼율", change.noShowRate)].map { name, points in
      guard let difference = points.pointsTenThousandths,
        let interval = TrendNumbers.interval(points, .ko), let significant = points.isSignificant
      else { return "\(name)의 차이는 산출 불가이다(\(rate(points.before)), \(rate(points.after)))." }
      let old = rate(points.before)
      let new = KoreanParticle.toward.attached(to: rate(points.after))
      let few = points.before.few || points.after.few ? " 다만 분모가 10 미만인 비율이 있어 해석에 주의가 필요하다." : ""
      let size = TrendNumbers.points(tenThousandths: difference)
      let bounds = "차이의 95% 신뢰구간 \(interval)"
      if significant {
        return "\(topic(name)) \(old)에서 \(new) \(size)%p \(difference > 0 ? "높아졌" : "낮아졌")으며, "
          + "이 차이는 통계적으로 유의하다(\(bounds)).\(few)"
      }
      if difference == 0 {
        return "\(topic(name)) \(old)에서 \(new) 차이가 없었다(\(bounds)).\(few)"
      }
      return "\(topic(name)) \(old)에서 \(new) 달라졌으나, \(size)%p의 차이는 통계적으로 유의하지 않아 "
        + "우연에 따른 것일 수 있다(\(bounds)).\(few)"
    }
  }

  // MARK: - Quarters

  private var koreanQuarters: [String] {
    guard let latest, let last = trend.quarters.last else { return ["행사가 있었던 분기가 없다."] }
    var sentences: [String] = []
    let quarter = words(of: latest.quarter)
    if latest.quarter == last || scheduledLater > 0 {
      sentences.append("가장 최근 분기인 \(quarter)의 \(koreanFigures(latest.measures)).")
    } else {
      sentences.append(
        "마지막 분기인 \(words(of: last))에는 행사가 없었고, 행사가 있었던 가장 최근 분기인 \(quarter)의 "
          + "\(koreanFigures(latest.measures)).")
    }
    if scheduledLater > 0 {
      sentences.append("그 뒤의 분기에는 예정된 상담 \(TextNumbers.grouped(scheduledLater))건만 있다.")
    }
    if latest.immature, let days = trend.maturityDays {
      sentences.append("이 분기는 상담 후 \(days)일이 다 지나지 않아 MOU가 더 늘 수 있다.")
    }
    let before = Quarter(index: latest.quarter.index - 1)
    let yearAgo = Quarter(index: latest.quarter.index - 4)
    if latest.previousQuarter == nil, latest.yearAgo == nil {
      let unknown = isBeforeFirst(before) && isBeforeFirst(yearAgo)
      sentences.append(
        unknown
          ? "전 분기와 전년 같은 분기의 자료가 없어 비교할 수 없다."
          : "전 분기(\(words(of: before)))와 전년 같은 분기(\(words(of: yearAgo)))에는 행사가 없어 비교할 수 없다.")
      return sentences
    }
    for (name, other, change) in [
      ("전 분기", before, latest.previousQuarter), ("전년 같은 분기", yearAgo, latest.yearAgo),
    ] {
      let earlier = "\(name)(\(words(of: other)))"
      if let change {
        sentences.append("\(KoreanParticle.and.attached(to: earlier)) 비교하면 \(koreanCounts(change)).")
        sentences += koreanRates(change)
      } else {
        sentences.append(
          isBeforeFirst(other) ? "\(earlier)의 자료가 없어 비교할 수 없다." : "\(earlier)에는 행사가 없어 비교할 수 없다.")
      }
    }
    return sentences
  }

  private var koreanGroups: [String] {
    guard let latest else { return [] }
    return koreanLeaders(
      "국가", leaders(trend.byCountry).map { (name(of: $0.key), $0.key == .unknown, $0.point) }, latest.quarter,
      movers: movers(trend.byCountry.filter { $0.key != .unknown }) { name(of: $0) })
      + koreanLeaders(
        "업종", leaders(trend.bySector).map { (label(ofSector: $0.key), $0.key == nil, $0.point) },
        latest.quarter,
        movers: movers(trend.bySector.filter { $0.key != nil }) { label(ofSector: $0) })
  }

  private func koreanLeaders(
    _ kind: String, _ leaders: [(name: String, isUnknown: Bool, point: TrendPoint)], _ quarter: Quarter,
    movers: (up: (String, Int)?, down: (String, Int)?, kind: Kind)?
  ) -> [String] {
    guard let first = leaders.first else { return [] }
    let listed = leaders.prefix(4).map { "\($0.name) \(TextNumbers.grouped($0.point.measures.held))건" }
    let rest = leaders.count - listed.count
    var sentence =
      leaders.count == 1
      ? first.isUnknown
        ? "\(words(of: quarter))의 상담은 \(KoreanParticle.subject.attached(to: kind)) 확인되지 않는다."
        : "\(words(of: quarter))의 상담 \(topic(kind)) 모두 \(first.name)이다."
      : "\(words(of: quarter))의 상담을 \(kind)별로 보면 \(listed.joined(separator: ", "))"
        + (rest > 0 ? " 등이다." : "이다.")
    if let movers {
      let than = movers.kind == .yearAgo ? "전년 같은 분기보다" : "전 분기보다"
      let up = movers.up.map { "가장 많이 늘어난 \(topic(kind)) \($0.0)(\(TrendNumbers.signed($0.1))건)" }
      let down = movers.down.map { "가장 많이 줄어든 \(topic(kind)) \($0.0)(\(TrendNumbers.signed($0.1))건)" }
      let parts = [up, down].compactMap { $0 }
      if !parts.isEmpty { sentence += " \(than) \(parts.joined(separator: ", "))이다." }
    }
    return [sentence]
  }

  private var koreanSigned: [String] {
    let signed = trend.total.filter { $0.mousSigned > 0 }
    guard !signed.isEmpty else { return ["이 기간에 체결된 MOU는 없다."] }
    let listed = signed.suffix(4).map { "\(words(of: $0.quarter)) \(TextNumbers.grouped($0.mousSigned))건" }
    let all = TextNumbers.grouped(signed.reduce(0) { $0 + $1.mousSigned })
    let cut = signed.count > listed.count ? "최근의 것은 " : ""
    return ["체결한 분기를 기준으로 한 MOU는 모두 \(all)건으로, \(cut)\(listed.joined(separator: ", "))이다."]
  }

  private var koreanFollowUp: [String] {
    guard let (latest, before) = cohorts, let first = latest.first else { return [] }
    guard let seen = latest.last(where: \.observable) else { return [] }
    let cohort = name(of: first.cohort)
    let within = seen.days == 0 ? "상담 당일에" : "상담 후 \(seen.days)일 안에"
    let interval = TrendNumbers.interval(seen, .ko).map { "(95% 신뢰구간 \($0))" } ?? ""
    var sentence =
      "\(cohort)의 상담 가운데 \(within) MOU로 이어진 비율은 \(TrendNumbers.percent(seen.share))\(interval)"
    let same = before.first { $0.days == seen.days && $0.observable }
    if let same {
      let share = TrendNumbers.percent(same.share)
      sentence += "이고, 같은 기간의 \(topic(name(of: same.cohort))) \(share)이다."
    } else {
      sentence += "이다."
    }
    if seen.share < 1, let open = latest.first(where: { !$0.observable }) {
      sentence += " 상담 후 \(open.days)일은 아직 다 지나지 않아 앞으로 MOU가 더 늘 수 있다."
    }
    return [sentence]
  }

  private var koreanUndated: [String] {
    trend.undated == 0 ? [] : ["상담일이 없는 상담 \(TextNumbers.grouped(trend.undated))건은 어느 분기에도 넣지 않았다."]
  }
}

extension TrendStory {
  /// The groups whose held consultations rose and fell most, against the quarter before, else a year before.
  func movers<Key>(
    _ groups: [TrendGroup<Key>], _ name: (Key) -> String
  ) -> (up: (String, Int)?, down: (String, Int)?, kind: Kind)? {
    guard let latest, latest.previousQuarter != nil || latest.yearAgo != nil else { return nil }
    let kind: Kind = latest.previousQuarter == nil ? .yearAgo : .previousQuarter
    let changes = groups.compactMap { group -> (String, Int)? in
      guard let point = group.points.first(where: { $0.quarter == latest.quarter }),
        let change = kind == .yearAgo ? point.yearAgo : point.previousQuarter
      else { return nil }
      return (name(group.key), change.absolute(.held))
    }
    guard changes.count > 1 else { return nil }
    // The first of equals, in the order of the groups.
    let up = changes.reduce(nil as (String, Int)?) { $1.1 > ($0?.1 ?? 0) ? $1 : $0 }
    let down = changes.reduce(nil as (String, Int)?) { $1.1 < ($0?.1 ?? 0) ? $1 : $0 }
    return (up, down, kind)
  }
}
