import Import
import Model

/// Counts and sums that add up over any division of the rows.
struct GroupSums: Sendable {
  var held = 0
  var noShows = 0
  var cancelled = 0
  var pending = 0
  var followUps = 0
  var mous = 0
  var contracts = 0
  var consultedAmount: Int64 = 0
  var expectedContractAmount: Int64 = 0
  var mouAmount: Int64 = 0
  var contractAmount: Int64 = 0

  /// Adds a consultation; true where a sum would overflow.
  @inline(__always)
  mutating func add(_ row: ConsultationRow, isMOU: Bool) -> Bool {
    switch row.status {
    case .noShow: noShows += 1
    case .cancelled: cancelled += 1
    case .pending: pending += 1
    case .held:
      held += 1
      if row.outcomes.contains(.followUp) { followUps += 1 }
      var overflow = GroupSums.add(row.consultedAmount, to: &consultedAmount)
      overflow = GroupSums.add(row.expectedContractAmount, to: &expectedContractAmount) || overflow
      if isMOU {
        mous += 1
        overflow = GroupSums.add(row.mouAmount, to: &mouAmount) || overflow
      }
      if row.isContract {
        contracts += 1
        overflow = GroupSums.add(row.contractAmount, to: &contractAmount) || overflow
      }
      return overflow
    }
    return false
  }

  @inline(__always)
  private static func add(_ amount: Int64, to sum: inout Int64) -> Bool {
    if amount == ConsultationRow.noAmount { return false }
    let (result, overflow) = sum.addingReportingOverflow(amount)
    sum = result
    return overflow
  }

  /// Adds the sums of other rows; true where a sum would overflow.
  mutating func add(_ other: GroupSums) -> Bool {
    held += other.held
    noShows += other.noShows
    cancelled += other.cancelled
    pending += other.pending
    followUps += other.followUps
    mous += other.mous
    contracts += other.contracts
    var overflow = GroupSums.add(other.consultedAmount, to: &consultedAmount)
    overflow = GroupSums.add(other.expectedContractAmount, to: &expectedContractAmount) || overflow
    overflow = GroupSums.add(other.mouAmount, to: &mouAmount) || overflow
    return GroupSums.add(other.contractAmount, to: &contractAmount) || overflow
  }

  var measures: Measures {
    var measures = Measures()
    measures.held = held
    measures.noShows = noShows
    measures.cancelled = cancelled
    measures.pending = pending
    measures.followUps = followUps
    measures.mous = mous
    measures.contracts = contracts
    measures.consultedAmount = Money(hundredths: consultedAmount)
    measures.expectedContractAmount = Money(hundredths: expectedContractAmount)
    measures.mouAmount = Money(hundredths: mouAmount)
    measures.contractAmount = Money(hundredths: contractAmount)
    return measures
  }
}
