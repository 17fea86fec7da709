import Content
import Model

// The headline and the press paragraph in Korean, in the style of official releases.
extension KoreanReportWords {
  var pressLength: Int { 450 }

  func press(_ facts: PressFacts) -> PressRelease {
    let press = KoreanPress(facts: facts)
    return PressRelease(headline: press.headline, paragraphs: [press.paragraph])
  }

  /// A title without the word that makes it a report's.
  func eventName(ofTitle title: String) -> String {
    for ending in ["결과 보고서", "결과보고서", "결과 보고", "결과보고", "결과"] where title.hasSuffix(" " + ending) {
      return String(title.dropLast(ending.count + 1))
    }
    return title
  }

  func inText(_ name: String, _ country: CountryCode) -> String { name }

  func perBase(_ base: Currency, _ number: String, _ second: Currency) -> String {
    "1\(KoreanTerms.word(for: base))=\(number)\(KoreanTerms.word(for: second))"
  }
}

/// The sentences of a release.
private struct KoreanPress {
  let facts: PressFacts
  let words = KoreanReportWords()

  private var total: Measures { facts.total }
  private func number(_ value: Int) -> String { TextNumbers.grouped(value) }

  var headline: String? {
    guard total.held > 0, total.suppliers > 0, total.buyers > 0 else { return nil }
    let place =
      facts.unknown != nil || facts.countryCount == 0
      ? (facts.areBuyersOverseas ? "해외 " : "")
      : facts.countryCount > 1 ? "\(countryCount) " : facts.countries.map { $0 + " " }.joined()
    let sides = "관내기업 \(number(total.suppliers))개사, \(place)바이어 \(number(total.buyers))개사"
    guard facts.recorded.statuses else { return "\(sides) 상담 \(number(total.held))건 집계" }
    let isWhole = facts.recorded.parts[.mous] == nil
    let results = total.mous > 0 && isWhole ? "… MOU \(number(total.mous))건 체결" : " 진행"
    return "\(KoreanParticle.and.attached(to: sides)) 상담 \(number(total.held))건\(results)"
  }

  var paragraph: String {
    var sentences: [String] = []
    if total.held == 0 {
      sentences.append(noneHeld)
    } else {
      sentences.append(meetings)
      sentences += [amounts, results, followUps, notKnown, notHeld, calledOff, underWay].compactMap { $0 }
    }
    let notes = self.notes
    if !notes.isEmpty, let last = sentences.popLast() {
      sentences.append("\(last.dropLast())(\(notes.joined(separator: ", "))).")
    }
    return sentences.joined(separator: " ")
  }

  private var notes: [String] {
    let status = [facts.asOf.map { "\($0) 기준" }, facts.isProvisional ? "잠정치" : nil].compactMap { $0 }
    return [status.isEmpty ? nil : status.joined(separator: " "), facts.rate].compactMap { $0 }
  }

  /// `「…」(2020. 10. 30., 포항)에서`.
  private func place(_ days: String?, isPlan: Bool = false) -> String {
    var notes: [String] = []
    if let days { notes.append(isPlan ? "\(days) 예정" : days) }
    if let venue = facts.venue { notes.append(venue) }
    if facts.events > 1 { notes.append("행사 \(number(facts.events))개") }
    let host = facts.host.map { KoreanParticle.subject.attached(to: $0) + " 주최한 " } ?? ""
    // No bracket stands in a bracket.
    let open = notes.contains { $0.contains("(") } ? ("[", "]") : ("(", ")")
    return "\(host)「\(facts.name)」"
      + (notes.isEmpty ? "" : "\(open.0)\(notes.joined(separator: ", "))\(open.1)")
  }

  private var countryCount: String {
    "\(number(facts.countryCount))\(facts.areAlsoRegions ? "개 국가·지역" : "개국")"
  }

  /// `러시아·일본 2개국`, `러시아·일본·베트남·인도네시아 등 12개국`, `러시아`; nil where none is known.
  private var countries: String? {
    if facts.countryCount < 2 { return facts.countries.first }
    let isCut = facts.countries.count < facts.countryCount
    return facts.countries.joined(separator: "·") + (isCut ? " 등 " : " ") + countryCount
  }

  private var suppliers: String {
    "관내기업 \(number(total.suppliers))개사"
      + including([unregistered(facts.unregistered.suppliers, of: total.suppliers)])
  }

  private var buyers: String {
    let unknown = facts.unknown.flatMap { unknown -> String? in
      if unknown.buyers == 0 { return nil }
      return countries == nil ? "국가 미상" : "국가 미상 \(number(unknown.buyers))개사 포함"
    }
    let strangers = unregistered(facts.unregistered.buyers, of: total.buyers)
    let from = countries.map { $0 + (unknown == nil ? " " : " 및 국가 미상 ") } ?? ""
    return "\(from)바이어 \(number(total.buyers))개사" + including([unknown, strangers])
  }

  private func unregistered(_ count: Int?, of all: Int) -> String? {
    guard let count, count > 0 else { return nil }
    return count == all ? "미등록" : "미등록 \(number(count))개사 포함"
  }

  private func including(_ notes: [String?]) -> String {
    let notes = notes.compactMap { $0 }
    if notes.isEmpty { return "" }
    // Only the last of several says that it is included.
    let said = notes.enumerated().map { at, note in
      at < notes.count - 1 && note.hasSuffix(" 포함") ? String(note.dropLast(3)) : note
    }
    return "(\(said.joined(separator: ", ")))"
  }

  private var meetings: String {
    let modes = facts.modes.map { "\(words.mode($0.mode)) \(number($0.held))건" }
    let kind =
      switch facts.onlyMode {
      case .video?: "1:1 화상 상담"
      case .inPerson?: "1:1 대면 상담"
      case nil: "1:1 상담"
      }
    let held = "\(kind) \(number(total.held))건" + (modes.isEmpty ? "" : "(\(modes.joined(separator: ", ")))")
    if !facts.recorded.statuses { return unsettled(held) }
    let place = place(facts.held) + "에서"
    switch (total.suppliers > 0, total.buyers > 0) {
    case (true, true):
      return
        "\(place) \(KoreanParticle.subject.attached(to: suppliers)) \(KoreanParticle.and.attached(to: buyers)) \(held)을 진행했다."
    case (true, false):
      return "\(place) \(KoreanParticle.subject.attached(to: suppliers)) \(held)을 진행했으며, 바이어는 기재되지 않았다."
    case (false, true):
      return "\(place) \(KoreanParticle.subject.attached(to: buyers)) \(held)을 진행했으며, 참가기업은 기재되지 않았다."
    case (false, false): return "\(place) \(held)이 진행됐다."
    }
  }

  /// Where no sheet says what became of the meetings, none is said to have been held.
  private func unsettled(_ meetings: String) -> String {
    let sides = [
      total.suppliers > 0 ? suppliers : nil, total.buyers > 0 ? buyers : nil,
    ].compactMap { $0 }
    let who =
      sides.count == 2
      ? "\(KoreanParticle.and.attached(to: sides[0])) \(sides[1])의 " : sides.first.map { "\($0)의 " } ?? ""
    return "\(place(facts.booked)) 상담 자료에는 \(who)\(meetings)이 적혀 있다. "
      + (facts.recorded.parts[.noShows].map {
        "이 가운데 \(number($0.left))건은 진행 상태가 적혀 있지 않아 실시된 것으로 보고 집계했다."
      } ?? "진행 상태가 적혀 있지 않아 모두 실시된 것으로 보고 집계했다.")
  }

  /// What came of meetings whose data do not say it.
  private var notKnown: String? {
    guard let part = facts.recorded.parts[.mous], total.mous > 0 else { return nil }
    return "상담 \(number(part.left + part.recorded))건 가운데 나머지 \(number(part.left))건은 MOU 체결 여부가 자료에 없다."
  }

  private func amount(_ amount: PressFacts.Amount, sum: String) -> String {
    var notes: [String] = []
    if amount.isZero {
      notes.append("\(number(amount.coverage.stated))건 기재")
    } else if !amount.coverage.isWhole {
      notes.append("\(sum)\(number(amount.coverage.stated))건\(amount.coverage.stated > 1 ? " 합계" : "")")
    }
    if let second = amount.second { notes.append(second) }
    return amount.words + (notes.isEmpty ? "" : "(\(notes.joined(separator: ", ")))")
  }

  private var amounts: String? {
    let first = facts.consulted.map { amount($0, sum: "금액을 적은 ") }
    let isSaid = facts.consulted.map { !$0.coverage.isWhole } ?? false
    let second = facts.expected.map { amount($0, sum: isSaid ? "" : "금액을 적은 ") }
    let meaning = "앞으로의 계약을 기대하는 계약추진액은 "
    switch (first, second) {
    case (let first?, let second?):
      return "상담액은 \(first), \(meaning)\(KoreanParticle.toward.attached(to: second)) 집계됐다."
    case (let first?, nil):
      return "상담액은 \(KoreanParticle.toward.attached(to: first)) 집계됐다."
    case (nil, let second?):
      return "\(meaning)\(KoreanParticle.toward.attached(to: second)) 집계됐다."
    case (nil, nil):
      let isKnown = facts.recorded[.consultedAmount] || facts.recorded[.expectedContractAmount]
      return isKnown ? "상담액과 계약추진액은 적힌 금액이 없다." : nil
    }
  }

  private var results: String? {
    let mous = total.mous > 0 ? "MOU \(number(total.mous))건" + stated(facts.mou) : nil
    let contracts = total.contracts > 0 ? "계약 \(number(total.contracts))건" + stated(facts.contract) : nil
    let signed: String
    switch (mous, contracts) {
    case (let mous?, let contracts?): signed = "\(KoreanParticle.and.attached(to: mous)) \(contracts)이 체결됐"
    case (let mous?, nil): signed = "\(mous)이 체결됐"
    case (nil, let contracts?):
      return (facts.recorded.mous ? "MOU 체결은 없었으며, " : "") + "\(contracts)이 체결됐다."
    case (nil, nil):
      switch (facts.recorded.mous, facts.recorded.contracts) {
      case (true, true): return "MOU와 계약 체결은 없었다."
      case (true, false): return "MOU 체결은 없었다."
      case (false, true): return "계약 체결은 없었다."
      case (false, false): return nil
      }
    }
    let which = facts.recorded.parts[.mous].map { "결과가 적힌 상담 \(number($0.recorded))건에서 " } ?? ""
    guard let parties else { return "\(which)\(signed)다." }
    return "\(which)\(signed)으며, \(parties)."
  }

  /// The amount of what was signed in brackets, with how many state it.
  private func stated(_ amount: PressFacts.Amount?) -> String {
    guard let amount else { return "" }
    let coverage = amount.coverage
    if coverage.isWhole { return "(\(amount.words))" }
    return "(금액을 적은 \(number(coverage.stated))건\(coverage.stated > 1 ? " 합계" : "") \(amount.words))"
  }

  /// `㈜젠셀과 ORACLE B&H(러시아), 양포어장과 Handycart(베트남) 등이 MOU를 맺었다`.
  private var parties: String? {
    if facts.pairs.isEmpty { return nil }
    let named = facts.pairs.map { pair in
      let supplier = pair.supplier ?? "이름이 적히지 않은 관내기업"
      let buyer = pair.buyer ?? "이름이 적히지 않은 바이어"
      let notes = [pair.country, pair.count > 1 ? "\(number(pair.count))건" : nil].compactMap { $0 }
      // A bracket in the buyer's name is not followed by another.
      let aside =
        notes.isEmpty
        ? ""
        : buyer.hasSuffix(")") ? "[\(notes.joined(separator: ", "))]" : "(\(notes.joined(separator: ", ")))"
      return "\(KoreanParticle.and.attached(to: supplier)) \(buyer)\(aside)"
    }
    let list = named.joined(separator: ", ")
    if facts.pairsAreCut { return "\(list) 등이 MOU를 맺었다" }
    return "\(KoreanParticle.subject.attached(to: list)) \(facts.pairs.count > 1 ? "각각 " : "")MOU를 맺었다"
  }

  private var followUps: String? {
    if total.followUps == 0 { return nil }
    if total.followUps == total.held, total.held > 1 { return "상담 뒤 \(number(total.held))건 모두 후속 협의를 이어 간다." }
    return "상담 뒤 \(number(total.followUps))건은 후속 협의를 이어 간다."
  }

  private var parts: String {
    [(total.noShows, "노쇼"), (total.cancelled, "취소"), (total.pending, "예정·미확정")]
      .filter { $0.0 > 0 }.map { "\($0.1) \(number($0.0))건" }.joined(separator: ", ")
  }

  private var notHeld: String? {
    if total.held == total.booked { return nil }
    let missing = total.booked - total.held
    if total.cancelled == missing { return "예약된 \(number(total.booked))건 가운데 \(number(missing))건은 취소됐다." }
    if total.pending == missing {
      return "예약된 \(number(total.booked))건 가운데 \(number(missing))건은 아직 실시되지 않았다."
    }
    return "예약된 \(number(total.booked))건 가운데 \(KoreanParticle.topic.attached(to: parts)) 실시되지 않았다."
  }

  /// Events of which nothing was held since all was cancelled.
  private var calledOff: String? {
    if facts.calledOff.isEmpty { return nil }
    let listed = facts.calledOff.prefix(3).map { "\($0.name)(예약 \(number($0.booked))건)" }
    let cut = facts.calledOff.count > listed.count ? " 등 \(number(facts.calledOff.count))개 행사" : ""
    return "예약이 모두 취소된 행사는 \(listed.joined(separator: ", "))\(cut)이다."
  }

  /// That meetings after the as-of date are not in the figures, where these are many.
  private var underWay: String? {
    let progress = facts.progress
    guard progress.later > 0, progress.isUnderWay else { return nil }
    return "행사는 아직 진행 중으로, 기준일 뒤의 상담 \(number(progress.later))건은 집계하지 않았다."
  }

  private var noneHeld: String {
    if total.booked == 0 { return "\(place(nil))에서 집계된 상담은 없었다." }
    let booked = "예약된 상담 \(number(total.booked))건"
    if total.pending == total.booked {
      return "\(place(facts.booked, isPlan: true))에 \(booked)은 아직 실시되지 않았다."
    }
    if total.cancelled == total.booked {
      return "\(place(facts.booked, isPlan: true))에 \(booked)은 \(total.booked > 1 ? "모두 " : "")취소됐다."
    }
    // What nobody came to was not only planned.
    return "\(place(facts.booked, isPlan: total.noShows == 0))에 \(booked)(\(parts)) 가운데 실시된 상담은 없었다."
  }
}
