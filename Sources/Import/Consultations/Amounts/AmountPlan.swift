import HashTables
import Model
import Values

/// What the surroundings of a file's amounts make of a bare whole number.
struct AmountPlan: Sendable {
  let source: CurrencySource
  /// By how much a whole number has to be multiplied to give hundredths of the base currency; 0 where it is not
  /// that simple: another currency, a broken multiple, or no currency.
  private let factor: Int64

  init(_ surroundings: AmountSurroundings, _ resolver: AmountResolver) {
    // What one unit and what the largest plain number come to tells whether all between is plain, too.
    let one = AmountReading(
      value: ExactDecimal(significand: 1), hasMultiple: false, currency: .none, pointThousands: false)
    guard resolver.isBase(surroundings),
      case .value(let hundredths, let source, _) = resolver.resolve(
        one, in: surroundings, on: nil)
    else {
      self.source = .assumed
      factor = 0
      return
    }
    self.source = source
    factor = hundredths % 100 == 0 ? hundredths : 0
  }

  /// A whole number in hundredths of the base currency, nil where it has to be resolved with care.
  @inline(__always)
  func hundredths(ofUnits units: Int64) -> Int64? {
    let (product, overflow) = units.multipliedReportingOverflow(by: factor)
    return factor == 0 || overflow || product > AmountResolver.limit ? nil : product
  }
}

/// Reads up to eight digits from a cell's key, all at once.
@inline(__always)
func plainDigits(_ key: Hash128) -> Int64? {
  let length = Int(key.high >> 56)
  guard length >= 1, length <= 8 else { return nil }
  let padding = UInt64(64 - 8 * length)
  // Right-aligned and filled with zeros in front, as text: the first digit in the lowest byte.
  let text = length == 8 ? key.low : key.low << padding | 0x3030_3030_3030_3030 >> UInt64(8 * length)
  let isDigits =
    ((text &+ 0x4646_4646_4646_4646) | (text &- 0x3030_3030_3030_3030)) & 0x8080_8080_8080_8080 == 0
  guard isDigits else { return nil }
  // Pairs, then fours, then all eight.
  var value = text & 0x0F0F_0F0F_0F0F_0F0F
  value = (value &* 2561) >> 8 & 0x00FF_00FF_00FF_00FF
  value = (value &* 6_553_601) >> 16 & 0x0000_FFFF_0000_FFFF
  value = (value &* 42_949_672_960_001) >> 32
  return Int64(truncatingIfNeeded: value)
}
