import Model

// Rankings, and what became of meetings, in Korean.
extension KoreanTrendWords {
  func ranking(_ ranking: SpokenRanking) -> [String] {
    let unit = ranking.subject == .sector ? "업종" : ranking.areAlsoRegions ? "국가·지역" : "국가"
    let (known, missing) = ranking.subject == .country ? ("확인된", "미상") : ("적힌", "미기재")
    let unknown = "\(unit) \(missing) \(TextNumbers.grouped(ranking.unknown))건"
    let subject = KoreanParticle.subject.attached(to: unit)
    var sentences: [String] = []
    switch ranking.entries.count {
    case 0:
      if ranking.unknown == 0 { return [] }
      sentences.append(
        ranking.isFirst ? "\(ranking.time)의 상담은 \(subject) 적혀 있지 않다." : "\(topic(unit)) 적혀 있지 않다.")
    case 1 where ranking.unknown == 0:
      let all = "모두 \(ranking.entries[0].name)이다."
      sentences.append(
        ranking.isFirst ? "\(ranking.time)의 상담은 \(subject) \(all)" : "\(topic(unit)) \(all)")
    case 1:
      let entry = ranking.entries[0]
      sentences.append(
        (ranking.isFirst ? "\(ranking.time)의 상담 가운데 " : "")
          + "\(subject) \(known) \(TextNumbers.grouped(entry.held))건은 모두 \(entry.name)이다(\(unknown)).")
    default:
      sentences.append(order(ranking, unit, unknown))
    }
    if let against = ranking.against {
      let parts = [
        ranking.up.isEmpty ? nil : mover("늘어난", unit, ranking.up, ranking.upBy),
        ranking.down.isEmpty ? nil : mover("줄어든", unit, ranking.down, ranking.downBy),
      ].compactMap { $0 }
      if !parts.isEmpty { sentences.append("\(kind(against))보다 \(parts.joined(separator: ", "))이다.") }
    }
    return sentences
  }

  /// Several groups, those that had most first, ties as ties.
  private func order(_ ranking: SpokenRanking, _ unit: String, _ unknown: String) -> String {
    let lead = ranking.isFirst ? "\(ranking.time)의 상담을 \(unit)별로 보면" : "\(unit)별로는"
    let leaders = ranking.entries.prefix(ranking.leaders).map(\.name)
    let each = ranking.leaders > 1 ? "각 " : ""
    let who = KoreanParticle.subject.attached(to: names(leaders, unit))
    let most = "\(lead) \(who) \(each)\(TextNumbers.grouped(ranking.entries[0].held))건으로"
    let beside = ranking.unknown > 0 ? "(\(unknown))" : ""
    let rest = ranking.entries.dropFirst(ranking.leaders)
    if rest.isEmpty { return "\(most) 같았다\(beside)." }
    let shown = Array(rest.prefix(3))
    let listed = SpokenRanking.ties(shown).map { tie in
      let count = "\(tie.names.count > 1 ? "각 " : "")\(TextNumbers.grouped(tie.held))건"
      return "\(KoreanReportWords.joined(tie.names)) \(count)"
    }
    let cut = rest.count > shown.count ? " 등" : ""
    return "\(most) 가장 많고, 그 밖에 \(listed.joined(separator: ", "))\(cut)이다\(beside)."
  }

  private func mover(_ verb: String, _ unit: String, _ names: [String], _ by: Int) -> String {
    let each = names.count > 1 ? "각 " : ""
    return "가장 많이 \(verb) \(topic(unit)) \(self.names(names, unit))(\(each)\(ChangeText.signed(by))건)"
  }

  private func names(_ names: [String], _ unit: String) -> String {
    let listed = KoreanReportWords.joined(Array(names.prefix(4)))
    return names.count > 4 ? "\(listed) 등 \(TextNumbers.grouped(names.count))개 \(unit)" : listed
  }

  // MARK: - MOUs by their days

  func signed(_ quarters: [(name: String, count: Int)], undated: Int) -> String {
    let beside = "체결일 없는 \(TextNumbers.grouped(undated))건은 넣지 않았다"
    guard !quarters.isEmpty else {
      return "MOU \(TextNumbers.grouped(undated))건은 \(undated > 1 ? "모두 " : "")체결일이 적혀 있지 않아 체결한 분기를 알 수 없다."
    }
    let all = TextNumbers.grouped(quarters.reduce(0) { $0 + $1.count })
    let end = undated > 0 ? "(\(beside))." : "."
    if quarters.count == 1 { return "MOU \(all)건은 \(quarters[0].name)에 체결됐다\(end)" }
    let listed = quarters.suffix(4).map { "\($0.name) \(TextNumbers.grouped($0.count))건" }
    let cut = quarters.count > listed.count ? "최근에는 " : ""
    return "체결한 분기로 보면 MOU는 모두 \(all)건이며, \(cut)\(listed.joined(separator: ", "))이다\(end)"
  }

  var noneSigned: String { "이 기간에 체결된 MOU는 없다." }

  func followUp(_ spoken: SpokenFollowUp) -> [String] {
    let cohort = spoken.facts.cohort
    let undated = TextNumbers.grouped(cohort.undatedMOUs)
    if spoken.isTold { return open(spoken) }
    guard let seen = spoken.facts.seen else {
      return cohort.undatedMOUs == 0
        ? [] : ["\(spoken.name)의 MOU \(undated)건은 체결일이 적혀 있지 않아 상담 뒤 기간별 비율을 산출하지 않았다."]
    }
    var sentences: [String] = []
    let share = Proportion(numerator: seen.mous, denominator: cohort.followed)
    var sentence: String
    if seen.mous == 0 {
      sentence =
        "\(spoken.name)의 상담 \(TextNumbers.grouped(cohort.followed))건 가운데 \(within(seen.days)) MOU로 이어진 것은 없다"
      if let before = spoken.facts.before, let name = spoken.before {
        let other = Proportion(numerator: before.point.mous, denominator: before.cohort.followed)
        sentence = "\(sentence.dropLast(2))없고, 같은 기간의 \(topic(name)) \(rate(other))이다"
      }
    } else {
      sentence = "\(spoken.name)의 상담 가운데 \(within(seen.days)) MOU로 이어진 비율은 \(rate(share))"
      if let before = spoken.facts.before, let name = spoken.before {
        let other = Proportion(numerator: before.point.mous, denominator: before.cohort.followed)
        sentence += "이고, 같은 기간의 \(topic(name)) \(rate(other))"
      }
      sentence += "이다"
    }
    let notes = [
      cohort.undatedMOUs > 0 ? "체결일 없는 \(undated)건 제외" : nil,
      cohort.earlyMOUs > 0 ? "상담일 앞에 체결된 \(TextNumbers.grouped(cohort.earlyMOUs))건 포함" : nil,
    ].compactMap { $0 }
    sentences.append(sentence + (notes.isEmpty ? "." : "(\(notes.joined(separator: ", ")))."))
    return sentences + open(spoken)
  }

  private func open(_ spoken: SpokenFollowUp) -> [String] {
    guard let days = spoken.facts.open else { return [] }
    if let end = spoken.dataEnd {
      return [
        "\(dataEnds(end)) \(spoken.isTold ? spoken.name + "의 " : "")상담 뒤 \(TextNumbers.grouped(days))일까지의 MOU는 아직 다 알 수 없다."
      ]
    }
    return [
      "\(spoken.isTold ? topic(spoken.name) + " " : "")상담 뒤 \(TextNumbers.grouped(days))일이 아직 다 지나지 않아 MOU가 더 늘 수 있다."
    ]
  }

  func undatedMeetings(_ count: Int) -> String {
    "상담일이 없는 상담 \(TextNumbers.grouped(count))건은 어느 분기에도 넣지 않았다."
  }
}
