import Ledger
import Model
import Platform

/// What differs so much from earlier runs that a person should look at the sheets.
enum UnusualChange {
  /// - Parameters:
  ///   - before: the inputs of the edition before.
  ///   - amounts: the amounts of the total in every edition before.
  static func warnings(
    inputs: [InputRecord], before: [InputRecord], figures: Figures, amounts: [FigureMeasure: [Money]]
  ) -> [RunNotice] {
    var warnings = fewerRows(inputs, before: before)
    for key in Measures.Key.allCases where key.isAmount {
      guard let known = amounts[.key(key)], let low = known.min(), let high = known.max() else { continue }
      let value: Money
      switch figures.values[FigureKey(.total, measure: .key(key))] {
      case .amount(let amount): value = amount
      default: value = .zero
      }
      // Half of the lowest or of the highest; growth from month to month is nothing unusual.
      guard isBeyond(value, low, high) else { continue }
      warnings.append(.farAmount(key, value, from: low, to: high))
    }
    return warnings
  }

  /// Where more than a fifth of the rows is gone: file by file, and over all files of a kind where they are others than
  /// before.
  static func fewerRows(_ inputs: [InputRecord], before: [InputRecord]) -> [RunNotice] {
    func isFar(_ now: Int, _ was: Int) -> Bool { now * 5 < was * 4 }
    let rows = Dictionary(before.map { ($0.path, $0.rows) }, uniquingKeysWith: +)
    var warnings: [RunNotice] = []
    var named: Set<String> = []
    for input in inputs {
      guard let was = rows[input.path], isFar(input.rows, was) else { continue }
      warnings.append(.fewerRows(file: FileSystem.baseName(input.path), now: input.rows, before: was))
      named.insert(input.kind)
    }
    for kind in [InputKind.registrations, .consultations] where !named.contains(kind.rawValue) {
      func sum(_ inputs: [InputRecord]) -> Int {
        inputs.reduce(0) { $1.kind == kind.rawValue ? $0 + $1.rows : $0 }
      }
      if isFar(sum(inputs), sum(before)) {
        warnings.append(.fewerRowsInAll(kind, now: sum(inputs), before: sum(before)))
      }
    }
    return warnings
  }

  private static func isBeyond(_ value: Money, _ low: Money, _ high: Money) -> Bool {
    let (value, low, high) = (Double(value.hundredths), Double(low.hundredths), Double(high.hundredths))
    return value > high * 1.5 || value < low * 0.5
  }
}
