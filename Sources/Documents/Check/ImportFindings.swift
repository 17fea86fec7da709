import Model

/// A problem of a file, as something to fix.
package struct ImportFinding: Sendable {
  /// The file as documents print it.
  package var file: String
  /// The problem with its count and first places.
  package var tally: ProblemTally

  /// The findings of all files, the most useful to fix first.
  ///
  /// Rows that are lost come before values that are lost, these before what only blurs a group, and within
  /// each the more frequent first.
  package static func ranked(_ inputs: [InputReport]) -> [ImportFinding] {
    inputs.flatMap { input in input.problems.map { ImportFinding(file: input.file, tally: $0) } }
      .filter { !$0.tally.code.isLayoutRow }
      .sorted { left, right in
        if left.rank != right.rank { return left.rank < right.rank }
        if left.tally.count != right.tally.count { return left.tally.count > right.tally.count }
        if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
        return left.tally.code.rawValue < right.tally.code.rawValue
      }
  }

  /// Rejected rows first, then by what is lost.
  private var rank: Int {
    switch tally.code.effect {
    case .rejects: -1
    case .flags(let loss): loss.rawValue
    }
  }
}
