import Model

/// A problem of a file, as something to mend.
package struct ImportFinding: Sendable {
  /// The file as documents print it.
  package var file: String
  /// The problem with its count and first places.
  package var tally: ProblemTally

  /// The findings of all files, the most useful to mend first.
  ///
  /// Rows that are lost come before values that are lost, these before what only blurs a group, and within
  /// each the more frequent first.
  package static func ranked(_ inputs: [InputReport]) -> [ImportFinding] {
    inputs.flatMap { input in input.problems.map { ImportFinding(file: input.file, tally: $0) } }
      .filter { !$0.tally.code.isFurniture }
      .sorted { left, right in
        if left.rank != right.rank { return left.rank < right.rank }
        if left.tally.count != right.tally.count { return left.tally.count > right.tally.count }
        if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
        return left.tally.code.rawValue < right.tally.code.rawValue
      }
  }

  private var rank: Int {
    switch tally.code {
    case let code where code.rejects: 0
    case .missingRate, .badAmount, .unclearUnit, .ambiguousCurrency, .suspiciousAmount, .errorCell,
      .uncalculatedFormula:
      1
    case .badDate, .ambiguousDate, .unlistedOutcome, .outcomeWithoutMeeting: 2
    case .unknownCountry, .missingCountry, .ambiguousSupplier, .ambiguousBuyer, .unknownSupplier,
      .unknownBuyer:
      3
    case .missingSupplier, .missingBuyer, .missingDate, .missingStatus, .countryMismatch: 4
    default: 5
    }
  }
}
