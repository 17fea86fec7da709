import Model
import Values

/// What the rows of a consultations file show only together; each worker gathers it for its blocks.
struct FileSigns: Sendable {
  /// For each amount column the smallest amount with a multiple of its own; `Int64.max` for none.
  private(set) var smallestMultiples = [Int64](repeating: .max, count: Column.amounts.count)
  /// For each amount column the largest number without a unit of its own.
  private(set) var largestBare = [Int64](repeating: 0, count: Column.amounts.count)
  /// Held rows with a day of signing that are contracts, and such as are MOUs by more than that day.
  private(set) var signedContracts = 0
  private(set) var signedMOUs = 0
  /// The first line in which an amount seems to be cut at a thousands separator, and the column of its second part.
  private(set) var split: (line: Int, column: Column)?

  /// By how much smaller numbers without a multiple are where the multiple was written once, for all of them.
  private static let gap: Int64 = 100

  mutating func note(_ number: Int, smallestMultiple: Int64, largestBare: Int64) {
    smallestMultiples[number] = min(smallestMultiples[number], smallestMultiple)
    self.largestBare[number] = max(self.largestBare[number], largestBare)
  }

  mutating func noteSigned(isMOU: Bool, isContract: Bool) {
    if isMOU { signedMOUs += 1 }
    if isContract { signedContracts += 1 }
  }

  mutating func noteSplit(line: Int, column: Column) {
    if let split, split.line <= line { return }
    split = (line, column)
  }

  mutating func add(_ other: FileSigns) {
    for number in largestBare.indices {
      note(number, smallestMultiple: other.smallestMultiples[number], largestBare: other.largestBare[number])
    }
    signedContracts += other.signedContracts
    signedMOUs += other.signedMOUs
    if let split = other.split { noteSplit(line: split.line, column: split.column) }
  }

  /// Columns in which some cells state a multiple and all numbers without one are far smaller than these.
  var mixedAmounts: [Column] {
    Column.amounts.indices.filter { number in
      let bare = largestBare[number]
      return bare > 0 && smallestMultiples[number] != .max
        && bare <= smallestMultiples[number] / FileSigns.gap
    }.map { Column.amounts[$0] }
  }
}

extension OpenedInput {
  /// The header of the days of signing where it does not say that MOUs were signed on them.
  var plainSigningHeader: String? {
    guard let cell = cell(.mouSignedOn) else { return nil }
    return HeaderWords(header.fullNames[cell]).has(["mou", "협약", "양해각서"]) ? nil : header.headers[cell]
  }
}
