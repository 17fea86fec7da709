/// Names one figure of a report: the table, the row and the measure.
package struct FigureKey: Hashable, Comparable, Sendable {
  /// The table by its stable name, for example `total` or `by_country`.
  package var part: String
  /// What the row is about: a country's code, a sector, an event; empty in `total` and where there is none.
  package var first: String
  /// The second thing where a row is about two: a sector, a quarter; empty elsewhere.
  package var second: String
  /// The measure by its name in the JSON, for example `mou_amount`.
  package var measure: String

  /// Names a figure.
  package init(part: String, first: String = "", second: String = "", measure: String) {
    self.part = part
    self.first = first
    self.second = second
    self.measure = measure
  }

  /// `total.held`, `by_country[RU].mou_amount`, `by_country_and_sector[RU][식품].held`.
  package var text: String {
    let row = second.isEmpty ? (first.isEmpty ? "" : "[\(first)]") : "[\(first)][\(second)]"
    return "\(part)\(row).\(measure)"
  }

  /// Tables and measures in the order in which documents print them, rows in order of their texts' bytes.
  package static func < (left: FigureKey, right: FigureKey) -> Bool {
    let places = (FigureKey.place(left.part, in: parts), FigureKey.place(right.part, in: parts))
    if places.0 != places.1 { return places.0 < places.1 }
    for (a, b) in [(left.part, right.part), (left.first, right.first), (left.second, right.second)]
    where a != b {
      return a.utf8.lexicographicallyPrecedes(b.utf8)
    }
    let ranks = (FigureKey.place(left.measure, in: measures), FigureKey.place(right.measure, in: measures))
    return ranks.0 == ranks.1 ? left.measure < right.measure : ranks.0 < ranks.1
  }

  private static func place(_ name: String, in list: [String]) -> Int {
    list.firstIndex(of: name) ?? list.count
  }

  private static let parts = [
    "total", "by_country", "by_sector", "by_country_and_sector", "by_quarter", "by_event", "by_mode",
    Figures.regions, "by_event_series", "editions",
  ]
  private static let measures =
    Measures.Key.allCases.map(\.rawValue) + Measures().proportions.map(\.name) + ["mous_signed"]
}

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
  package init?(text: String, measure: String) {
    if text.contains("/") {
      let parts = text.split(separator: "/").compactMap { Int($0) }
      guard parts.count == 2 else { return nil }
      self = .proportion(Proportion(numerator: parts[0], denominator: parts[1]))
    } else if Measures.Key(rawValue: measure)?.isAmount == true {
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

  private mutating func add(_ measures: Measures, _ part: String, _ first: String = "", _ second: String = "")
  {
    func set(_ measure: String, _ value: FigureValue) {
      if !value.isZero {
        values[FigureKey(part: part, first: first, second: second, measure: measure)] = value
      }
    }
    for key in Measures.Key.allCases {
      guard let value = measures[key] else { continue }
      set(key.rawValue, key.isAmount ? .amount(Money(hundredths: Int64(value))) : .count(value))
    }
    for (name, proportion) in measures.proportions { set(name, .proportion(proportion)) }
  }

  /// The name of the table of regions.
  package static let regions = "by_region"

  /// The figures of a post-event report.
  package init(_ outcomes: Outcomes) {
    self.init()
    add(outcomes.total, "total")
    for group in outcomes.byCountry { add(group.measures, "by_country", group.key.code) }
    for group in outcomes.bySector { add(group.measures, "by_sector", group.key ?? "") }
    for group in outcomes.byCountryAndSector {
      add(group.measures, "by_country_and_sector", group.key.country.code, group.key.sector ?? "")
    }
    for group in outcomes.byQuarter { add(group.measures, "by_quarter", group.key?.label ?? "") }
    for group in outcomes.byEvent { add(group.measures, "by_event", group.key) }
    for group in outcomes.byMode { add(group.measures, "by_mode", group.key?.name ?? "") }
    for group in outcomes.byRegion { add(group.measures, Figures.regions, group.key) }
  }

  /// The figures of a trend report: those of quarters and of editions.
  package init(_ trend: TrendOutcomes) {
    self.init()
    addPoints("total", "", trend.total)
    for group in trend.byCountry { addPoints("by_country", group.key.code, group.points) }
    for group in trend.bySector { addPoints("by_sector", group.key ?? "", group.points) }
    for group in trend.bySeries { addPoints("by_event_series", group.key, group.points) }
    for edition in trend.editions { add(edition.measures, "editions", edition.series, edition.event) }
  }

  private mutating func addPoints(_ part: String, _ first: String, _ points: [TrendPoint]) {
    for point in points {
      add(point.measures, part, first, point.quarter.label)
      if point.mousSigned != 0 {
        let key = FigureKey(part: part, first: first, second: point.quarter.label, measure: "mous_signed")
        values[key] = .count(point.mousSigned)
      }
    }
  }
}

extension Measures {
  /// The rates with their names in the JSON.
  package var proportions: [(name: String, proportion: Proportion)] {
    [
      ("conversion", conversion), ("supplier_conversion", supplierConversion), ("no_show_rate", noShowRate),
    ]
  }
}
