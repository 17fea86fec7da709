/// The axis of a chart's values: from zero, in steps of 1, 2 or 5 times a power of ten.
struct ValueAxis {
  /// Where it begins and ends; of rates in per cent.
  let low: Double
  let high: Double
  /// The values that are labelled, of rates in per cent.
  let ticks: [Double]
  private let decimals: Int
  private let isRate: Bool

  /// Makes the axis for some values.
  ///
  /// - Parameter steps: about how many steps there are to be.
  init(_ values: [Double], isRate: Bool, steps: Int = 4) {
    self.isRate = isRate
    let finite = values.filter(\.isFinite).map { isRate ? $0 * 100 : $0 }
    let least = min(finite.min() ?? 0, 0)
    let most = max(finite.max() ?? 0, 0)
    let span = most - least > 0 ? most - least : 1
    let isWhole = !isRate && finite.allSatisfy { $0 == $0.rounded() }
    let (step, decimals) = ValueAxis.step(span / Double(steps), isWhole: isWhole)
    let first = (least / step).rounded(.down)
    var last = max((most / step).rounded(.up), first + 1)
    if isRate, most <= 100 { last = min(last, (100 / step).rounded(.down)) }
    self.decimals = decimals
    (low, high) = (first * step, last * step)
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// How far along the axis a value stands, 0 to 1.
  func share(of value: Double) -> Double {
    let place = ((isRate ? value * 100 : value) - low) / (high - low)
    return min(max(place, 0), 1)
  }

  /// How far along the axis a labelled value stands.
  func share(ofTick tick: Double) -> Double { (tick - low) / (high - low) }

  /// A labelled value: `1,000`, `0.5`, `20%`.
  func text(_ tick: Double) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (tick * scale).rounded()
    guard scaled.magnitude < 1e18 else { return "\(tick)" }
    let units = Int(scaled.magnitude)
    let (whole, part) = units.quotientAndRemainder(dividingBy: Int(scale))
    var text = ValueAxis.grouped(whole)
    if decimals > 0 {
      let digits = String(part)
      text += "." + String(repeating: "0", count: decimals - digits.count) + digits
    }
    return (scaled < 0 ? "-" : "") + text + (isRate ? "%" : "")
  }

  /// The step next above a raw one, with the decimals that it needs.
  private static func step(_ raw: Double, isWhole: Bool) -> (Double, decimals: Int) {
    var power = 1.0
    var decimals = 0
    while power * 10 <= raw { power *= 10 }
    while power > raw, decimals < 6, !isWhole {
      decimals += 1
      power = 1
      for _ in 0..<decimals { power /= 10 }
    }
    for factor in [1.0, 2, 5] where power * factor >= raw { return (power * factor, decimals) }
    return (power * 10, max(decimals - 1, 0))
  }

  private static func grouped(_ value: Int) -> String {
    let digits = String(value)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
