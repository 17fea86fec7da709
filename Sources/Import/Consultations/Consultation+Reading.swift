import Model

extension Consultation {
  /// A held consultation of an event of which nothing else is known yet.
  init(event: UInt32) {
    self.init(
      event: event, supplier: 0, buyer: 0, sector: 0, country: .unknown, status: .held, outcomes: [], mode: 0,
      counting: .counted, isMOU: false, isContract: false, held: Consultation.noDay,
      signed: Consultation.noDay, amounts: PerAmount(all: Consultation.noAmount))
  }

  /// The largest of its amounts; `noAmount` where there is none.
  var largestAmount: Int64 { AmountKind.allCases.reduce(Consultation.noAmount) { max($0, amounts[$1]) } }
}
