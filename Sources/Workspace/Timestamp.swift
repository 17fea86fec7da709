import Model

/// Wall-clock times as text.
package enum Timestamp {
  /// `2026-11-22T23:15:56Z`.
  package static func text(_ unixTime: Int64) -> String {
    var (days, rest) = unixTime.quotientAndRemainder(dividingBy: 86_400)
    if rest < 0 { (days, rest) = (days - 1, rest + 86_400) }
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let day = Day(number: Int32(clamping: days)).iso
    return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }
}
