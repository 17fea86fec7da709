import Model

// The press paragraph in Korean, in the style of official releases.
extension TextPress {
  private func number(_ value: Int) -> String { TextNumbers.grouped(value) }

  var koreanHeadline: String {
    let meetings = TextNumbers.roundedDown(total.held)
    let held = number(meetings.value) + (meetings.exceeds ? "여 건" : "건")
    let place =
      unknown == nil && countries.count > 1 ? "\(number(countries.count))개국 " : areBuyersOverseas ? "해외 " : ""
    let results =
      total.mous > 0 ? "상담 \(held)… MOU \(number(total.mous))건 체결" : "상담 \(held) 진행"
    let buyers = KoreanParticle.and.attached(to: "바이어 \(number(total.buyers))개사")
    return "관내기업 \(number(total.suppliers))개사, \(place)\(buyers) \(results)"
  }

  func korean(_ draft: inout Draft) {
    if total.held == 0 {
      draft.add(
        total.booked > 0
          ? koreanNoneHeld
          : "\(koreanPlace) 집계된 상담은 없었다.")
    } else {
      draft.add(koreanMeetings)
      if let parts = koreanNotHeld { draft.add(parts) }
      if let countries = koreanUnknownCountries { draft.add(countries) }
    }
    if let registered = koreanRegistered { draft.add(registered) }
    if total.held > 0 {
      addKoreanAmounts(&draft)
      addKoreanResults(&draft)
    }
  }

  private var koreanNoneHeld: String {
    let booked = "\(koreanPlace) 예약된 상담 \(number(total.booked))건"
    if total.pending == total.booked { return "\(booked)은 아직 실시되지 않았다(예정·미확정)." }
    return "\(booked) 가운데 실시된 상담은 없었다(\(koreanNotHeldParts))."
  }

  /// Title and period, for example `「…」(2020. 10. 30.)에서`.
  private var koreanPlace: String {
    var notes: [String] = []
    if let period = outcomes.head.period { notes.append(TextNumbers.period(period, .ko)) }
    if eventsHeld > 1 { notes.append("행사 \(number(eventsHeld))건") }
    return "「\(summary.title)」" + (notes.isEmpty ? "" : "(\(notes.joined(separator: ", ")))") + "에서"
  }

  private var koreanMeetings: String {
    let kind =
      switch onlyMode {
      case .video?: "1:1 화상 상담"
      case .inPerson?: "1:1 대면 상담"
      case nil: "1:1 상담"
      }
    let held = "총 \(number(total.held))건의 \(kind)"
    let suppliers = "관내기업 \(number(total.suppliers))개사"
    let buyers = "바이어 \(number(total.buyers))개사"
    switch (total.suppliers > 0, total.buyers > 0) {
    case (true, true):
      let from = unknown == nil ? koreanCountries.map { $0 + " " } ?? "" : ""
      return "\(koreanPlace) \(KoreanParticle.subject.attached(to: suppliers)) "
        + "\(from)\(KoreanParticle.and.attached(to: buyers)) \(held)을 진행했다."
    case (true, false):
      return "\(koreanPlace) \(KoreanParticle.subject.attached(to: suppliers)) \(held)을 진행했으며, "
        + "바이어는 기재되지 않았다."
    case (false, true):
      return "\(koreanPlace) \(KoreanParticle.subject.attached(to: buyers)) \(held)을 진행했으며, "
        + "참가기업은 기재되지 않았다."
    case (false, false):
      return "\(koreanPlace) \(held)이 진행됐다."
    }
  }

  /// `러시아·일본 2개국`, `러시아·일본·베트남·인도네시아 등 12개국`, `러시아`; nil where none is known.
  private var koreanCountries: String? {
    let (names, isCut) = namedCountries
    if names.count < 2 { return names.first }
    return names.joined(separator: "·") + (isCut ? " 등" : "") + " \(number(countries.count))개국"
  }

  private var koreanNotHeld: String? {
    if total.held == total.booked { return nil }
    return "이는 예약 상담 \(number(total.booked))건에서 \(koreanNotHeldParts)을 제외한 수치다."
  }

  private var koreanNotHeldParts: String {
    [(total.noShows, "노쇼"), (total.cancelled, "취소"), (total.pending, "예정·미확정")]
      .filter { $0.0 > 0 }.map { "\($0.1) \(number($0.0))건" }.joined(separator: ", ")
  }

  private var koreanUnknownCountries: String? {
    guard let unknown else { return nil }
    let buyers = unknown.buyers > 0 ? "(바이어 \(number(unknown.buyers))개사)" : ""
    let meetings = "상담 \(number(unknown.held))건\(buyers)"
    guard let known = koreanCountries else { return "\(meetings) 모두 바이어의 국가가 확인되지 않았다." }
    return "국가가 확인된 바이어는 \(known) 소속이며, \(meetings)은 바이어의 국가가 확인되지 않았다."
  }

  private func addKoreanAmounts(_ draft: inout Draft) {
    let consulted = total.consultedAmount
    let expected = total.expectedContractAmount
    switch (consulted > .zero, expected > .zero) {
    case (false, false):
      draft.add("상담액과 계약추진액은 집계된 금액이 없다.")
      return
    case (true, false):
      let amount = KoreanParticle.toward.attached(to: draft.words(consulted))
      draft.add("상담액은 \(amount) 집계됐고, 계약추진액은 집계된 금액이 없다.")
      return
    case (false, true):
      let amount = KoreanParticle.toward.attached(to: draft.words(expected))
      draft.add("계약추진액은 \(amount) 집계됐고, 상담액은 집계된 금액이 없다.")
    case (true, true):
      let talked = draft.words(consulted)
      let amount = KoreanParticle.toward.attached(to: draft.words(expected))
      draft.add("상담액은 \(talked), 계약추진액은 \(amount) 집계됐다.")
    }
    draft.add("계약추진액은 당사자가 앞으로 계약을 기대하는 금액으로, 체결된 계약 금액이 아니다.")
  }

  private func addKoreanResults(_ draft: inout Draft) {
    if total.mous == 0, total.contracts == 0 {
      draft.add("MOU와 계약 체결은 없었다.")
      return
    }
    if total.mous > 0 {
      draft.add("MOU는 \(number(total.mous))건\(koreanMOUAmount(&draft))이 체결됐다.")
      if let parties = koreanParties { draft.add(parties) }
    }
    if total.contracts == 0 {
      draft.add("계약 체결은 없었다.")
      return
    }
    // Of several some may state no amount.
    let stated = total.contracts > 1 ? "기재된 금액 합계 " : ""
    let amount = total.contractAmount > .zero ? "(\(stated)\(draft.words(total.contractAmount)))" : ""
    let before = total.mous == 0 ? "MOU 체결은 없었으며, " : ""
    draft.add("\(before)계약은 \(number(total.contracts))건\(amount)이 체결됐다.")
  }

  private func koreanMOUAmount(_ draft: inout Draft) -> String {
    guard total.mouAmount > .zero else { return "" }
    let amount = draft.words(total.mouAmount)
    let isPartial = mousWithAmount < total.mous && mousWithAmount > 0
    return isPartial ? "(금액이 기재된 \(number(mousWithAmount))건의 합계 \(amount))" : "(\(amount))"
  }

  /// Who signed, for example `㈜젠셀과 ORACLE B&H(러시아), 양포어장과 Handycart(베트남)가 각각 MOU를 맺었다.`.
  private var koreanParties: String? {
    if pairs.isEmpty { return nil }
    let named = pairs.prefix(TextPress.pairsNamed).map { pair in
      let supplier = pair.supplier.map { TerminalText.safe($0, columns: 60) } ?? "기업명이 기재되지 않은 관내기업"
      let buyer = pair.buyer.map { TerminalText.safe($0, columns: 60) } ?? "이름이 기재되지 않은 바이어"
      let notes = [
        pair.country == .unknown ? "국가 미상" : summary.name(of: pair.country),
        pair.count > 1 ? "\(number(pair.count))건" : nil,
      ].compactMap { $0 }
      return "\(KoreanParticle.and.attached(to: supplier)) \(buyer)(\(notes.joined(separator: ", ")))"
    }
    let list = named.joined(separator: ", ")
    let each = pairs.count > 1 ? "각각 " : ""
    if pairs.count > named.count { return "\(list) 등이 \(each)MOU를 맺었다." }
    return "\(KoreanParticle.subject.attached(to: list)) \(each)MOU를 맺었다."
  }

  private var koreanRegistered: String? {
    let suppliers = total.registeredSuppliers ?? 0
    let buyers = total.registeredBuyers ?? 0
    let parts = [(suppliers, "관내기업"), (buyers, "바이어")]
      .filter { $0.0 > 0 }.map { "\($0.1) \(number($0.0))개사" }
    return parts.isEmpty ? nil : "참가가 확정된 등록 업체는 \(parts.joined(separator: ", "))다."
  }
}
