import Ledger
import Model
import Platform

/// What differs so much from the runs before that somebody should look at the sheets.
enum UnusualChange {
  /// - Parameters:
  ///   - before: the inputs of the edition before.
  ///   - amounts: the amounts of the total in every edition before, by their names.
  static func warnings(
    inputs: [InputRecord], before: [InputRecord], figures: Figures, amounts: [String: [Money]]
  ) -> [RunNotice] {
    var warnings: [RunNotice] = []
    var rows: [String: Int] = [:]
    for input in before { rows[input.path] = input.rows }
    for input in inputs {
      // More than a fifth of the rows is gone.
      guard let was = rows[input.path], input.rows * 5 < was * 4 else { continue }
      warnings.append(.fewerRows(file: FileSystem.baseName(input.path), now: input.rows, before: was))
    }
    for key in Measures.Key.allCases where key.isAmount {
      guard let known = amounts[key.rawValue], let low = known.min(), let high = known.max() else { continue }
      let value: Money
      switch figures.values[FigureKey(part: "total", measure: key.rawValue)] {
      case .amount(let amount): value = amount
      default: value = .zero
      }
      // By half of the lowest or the highest; what grows from month to month is nothing unusual.
      guard isBeyond(value, low, high) else { continue }
      warnings.append(.farAmount(key, value, from: low, to: high))
    }
    return warnings
  }

  private static func isBeyond(_ value: Money, _ low: Money, _ high: Money) -> Bool {
    let (value, low, high) = (Double(value.hundredths), Double(low.hundredths), Double(high.hundredths))
    return value > high * 1.5 || value < low * 0.5
  }
}
