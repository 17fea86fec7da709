/// The exact value of a figure.
package enum FigureValue: Hashable, Sendable {
  case count(Int)
  case amount(Money)
  case proportion(Proportion)

  /// The value as exact text: `104`, `1234.56`, `14/87`.
  package var text: String {
    switch self {
    case .count(let count): String(count)
    case .amount(let amount): amount.plain
    case .proportion(let proportion): "\(proportion.numerator)/\(proportion.denominator)"
    }
  }

  /// Reads the text of a figure of a measure; nil where it is none.
  package init?(text: String, measure: FigureMeasure) {
    if text.contains("/") {
      let parts = text.split(separator: "/").compactMap { Int($0) }
      guard parts.count == 2 else { return nil }
      self = .proportion(Proportion(numerator: parts[0], denominator: parts[1]))
    } else if measure.isAmount {
      let decimal = ExactDecimal(plain: text.hasPrefix("-") ? String(text.dropFirst()) : text)
      let one = ExactDecimal(significand: 1)
      guard let hundredths = decimal?.hundredths(rate: one, limit: .max) else { return nil }
      self = .amount(Money(hundredths: text.hasPrefix("-") ? -hundredths : hundredths))
    } else {
      guard let count = Int(text) else { return nil }
      self = .count(count)
    }
  }

  /// Nothing of the same kind.
  package var zero: FigureValue {
    switch self {
    case .count: .count(0)
    case .amount: .amount(.zero)
    case .proportion: .proportion(Proportion(numerator: 0, denominator: 0))
    }
  }

  /// Whether the value is zero, so that it need not be kept: a figure that is not there is zero.
  package var isZero: Bool { self == zero }
}

/// The figures of a report, so that one edition can be compared with another; zeros are left out.
package struct Figures: Hashable, Sendable {
  /// The values that are not zero.
  package var values: [FigureKey: FigureValue]

  /// Makes figures from values.
  package init(_ values: [FigureKey: FigureValue] = [:]) { self.values = values }

  private mutating func add(
    _ measures: Measures, _ part: FigurePart, _ first: String = "", _ second: String = ""
  ) {
    func set(_ measure: FigureMeasure, _ value: FigureValue) {
      if !value.isZero { values[FigureKey(part, first, second, measure: measure)] = value }
    }
    for key in Measures.Key.allCases {
      if let number = measures[key] { set(.key(key), key.value(number)) }
    }
    for rate in RateKey.allCases { set(.rate(rate), .proportion(rate.proportion(of: measures))) }
  }

  /// The figures of a post-event report.
  package init(_ outcomes: Outcomes) {
    self.init()
    add(outcomes.total, .total)
    for group in outcomes.byCountry { add(group.measures, .byCountry, group.key.code) }
    for group in outcomes.bySector { add(group.measures, .bySector, group.key ?? "") }
    for group in outcomes.byCountryAndSector {
      add(group.measures, .byCountryAndSector, group.key.country.code, group.key.sector ?? "")
    }
    for group in outcomes.byQuarter { add(group.measures, .byQuarter, group.key?.label ?? "") }
    for group in outcomes.byEvent { add(group.measures, .byEvent, group.key) }
    for group in outcomes.byMode { add(group.measures, .byMode, group.key?.name ?? "") }
    for group in outcomes.byRegion { add(group.measures, .byRegion, group.key) }
  }

  /// The figures of a trend report: those of quarters and of editions.
  package init(_ trend: TrendOutcomes) {
    self.init()
    addPoints(.total, "", trend.total)
    for group in trend.byCountry { addPoints(.byCountry, group.key.code, group.points) }
    for group in trend.bySector { addPoints(.bySector, group.key ?? "", group.points) }
    for group in trend.bySeries { addPoints(.bySeries, group.key, group.points) }
    for edition in trend.editions { add(edition.measures, .editions, edition.series, edition.event) }
  }

  private mutating func addPoints(_ part: FigurePart, _ first: String, _ points: [TrendPoint]) {
    for point in points {
      add(point.measures, part, first, point.quarter.label)
      if point.mousSigned != 0 {
        values[FigureKey(part, first, point.quarter.label, measure: .mousSigned)] = .count(point.mousSigned)
      }
    }
  }
}

extension Measures.Key {
  /// The value that a number of this measure is: a count, or an amount in hundredths.
  package func value(_ number: Int) -> FigureValue {
    isAmount ? .amount(Money(hundredths: Int64(number))) : .count(number)
  }
}
