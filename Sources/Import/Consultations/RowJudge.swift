import Model

/// Judges what a row comes to once all its cells are read: an MOU, a contract, doubts, and whether it is measured.
struct RowJudge {
  private let asOf: Int32?
  private let from: Int32?
  private let suspiciousAmount: Int64?
  private let onlyEvents: Set<String>
  private let shared: SharedTables
  /// By event number: nil not looked at yet, else whether `--only-event` leaves it out.
  private var isLeftOut: [Bool?] = []

  init(rules: ReadingRules, shared: SharedTables) {
    asOf = rules.asOf?.number
    from = rules.from?.number
    suspiciousAmount = rules.suspiciousAmount
    onlyEvents = Set(rules.onlyEvents)
    self.shared = shared
  }

  mutating func judge(_ columns: inout ConsultationColumns) {
    for index in columns.rows.indices {
      judgeOutcome(index, &columns)
      if let suspiciousAmount, columns.rows[index].status == .held {
        flagSuspicious(index, over: suspiciousAmount, &columns)
      }
      columns.rows[index].counting = counting(
        held: columns.rows[index].held, event: columns.rows[index].event)
    }
  }

  /// Whether a row that counts is measured.
  @inline(__always)
  private mutating func counting(held: Int32, event: UInt32) -> Counting {
    if let asOf, held != Consultation.noDay, held > asOf { return .afterAsOf }
    if let from, held == Consultation.noDay || held < from { return .beforeFrom }
    if !onlyEvents.isEmpty, leavesOut(event) { return .otherEvent }
    return .counted
  }

  private mutating func leavesOut(_ event: UInt32) -> Bool {
    let event = Int(event)
    while isLeftOut.count <= event { isLeftOut.append(nil) }
    if let known = isLeftOut[event] { return known }
    let isOut = !onlyEvents.contains(shared.eventName(UInt32(event)))
    isLeftOut[event] = isOut
    return isOut
  }

  @inline(__always)
  private func judgeOutcome(_ index: Int, _ columns: inout ConsultationColumns) {
    let row = columns.rows[index]
    let hasSigned = row.signed != Consultation.noDay
    switch row.status {
    case .held:
      columns.rows[index].isMOU = row.outcomes.contains(.mou) || hasSigned || row.amounts.mou > 0
      columns.rows[index].isContract = row.outcomes.contains(.contract) || row.amounts.contract > 0
      if hasSigned, row.held != Consultation.noDay, row.signed < row.held {
        columns.flag(index, .signedBeforeMeeting, .mouSignedOn)
      }
    case .noShow, .cancelled:
      if !row.outcomes.isEmpty || hasSigned || row.largestAmount > 0 {
        columns.flag(index, .outcomeWithoutMeeting, .outcome)
      }
    case .pending:
      break
    }
  }

  @inline(__always)
  private func flagSuspicious(_ index: Int, over limit: Int64, _ columns: inout ConsultationColumns) {
    let row = columns.rows[index]
    guard row.largestAmount / 100 >= limit else { return }
    for kind in AmountKind.allCases where row.amounts[kind] > limit * 100 {
      columns.flag(index, .suspiciousAmount, kind.column)
    }
  }
}
