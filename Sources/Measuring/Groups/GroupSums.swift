import Model

/// Counts and sums that add up over any division of the rows.
struct GroupSums: Sendable {
  var counts = MeetingCounts()
  var amounts = PerAmount(all: StatedSum())

  /// Adds a consultation; true where a sum would overflow.
  @inline(__always)
  mutating func add(_ row: Consultation, isMOU: Bool) -> Bool {
    switch row.status {
    case .noShow: counts.noShows += 1
    case .cancelled: counts.cancelled += 1
    case .pending: counts.pending += 1
    case .held:
      counts.held += 1
      if row.outcomes.contains(.followUp) { counts.followUps += 1 }
      var overflow = amounts.consulted.add(row.amounts.consulted)
      overflow = amounts.expectedContract.add(row.amounts.expectedContract) || overflow
      if isMOU {
        counts.mous += 1
        overflow = amounts.mou.add(row.amounts.mou) || overflow
      }
      if row.isContract {
        counts.contracts += 1
        overflow = amounts.contract.add(row.amounts.contract) || overflow
      }
      return overflow
    }
    return false
  }

  /// Adds the sums of other rows; true where a sum would overflow.
  mutating func add(_ other: GroupSums) -> Bool {
    counts += other.counts
    var overflow = false
    for kind in AmountKind.allCases where amounts[kind].add(other.amounts[kind]) { overflow = true }
    return overflow
  }

  var measures: Measures {
    var measures = Measures()
    measures.counts = counts
    measures.amounts = amounts.map { AmountSum(sum: Money(hundredths: $0.hundredths), stated: $0.stated) }
    return measures
  }
}

/// A sum of amounts, and how many were stated.
struct StatedSum: Sendable {
  var hundredths: Int64 = 0
  var stated = 0

  /// Adds the amount of a consultation; true where the sum would overflow.
  @inline(__always)
  mutating func add(_ amount: Int64) -> Bool {
    if amount == Consultation.noAmount { return false }
    stated += 1
    let (result, overflow) = hundredths.addingReportingOverflow(amount)
    hundredths = result
    return overflow
  }

  /// Adds the sum of other consultations; true where the sum would overflow.
  mutating func add(_ other: StatedSum) -> Bool {
    stated += other.stated
    let (result, overflow) = hundredths.addingReportingOverflow(other.hundredths)
    hundredths = result
    return overflow
  }
}
