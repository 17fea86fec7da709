/// The tables of figures, in the order in which documents print them; the raw values stand in the ledger and in messages.
package enum FigurePart: String, CaseIterable, Sendable {
  case total
  case byCountry = "by_country"
  case bySector = "by_sector"
  case byCountryAndSector = "by_country_and_sector"
  case byQuarter = "by_quarter"
  case byEvent = "by_event"
  case byMode = "by_mode"
  case byRegion = "by_region"
  case bySeries = "by_event_series"
  case editions
}

/// What a figure measures.
package enum FigureMeasure: Hashable, Sendable {
  case key(Measures.Key)
  case rate(RateKey)
  /// The MOUs of a trend's quarter by their day of signing.
  case mousSigned

  /// Every measure, in the order in which documents print them.
  package static let all =
    Measures.Key.allCases.map { FigureMeasure.key($0) } + RateKey.allCases.map { .rate($0) } + [.mousSigned]

  /// The name in the JSON, in the ledger and in messages.
  package var name: String {
    switch self {
    case .key(let key): key.rawValue
    case .rate(let rate): rate.rawValue
    case .mousSigned: "mous_signed"
    }
  }

  /// The measure of a name; nil where there is none.
  package init?(name: String) {
    guard let measure = FigureMeasure.byName[name] else { return nil }
    self = measure
  }

  /// Whether the figure is money.
  package var isAmount: Bool { if case .key(let key) = self { key.isAmount } else { false } }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  private static let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })

  /// Where documents print it among the others.
  fileprivate var place: Int { FigureMeasure.places[self] ?? 0 }
}

/// Names one figure of a report: the table, the row and the measure.
package struct FigureKey: Hashable, Comparable, Sendable {
  package var part: FigurePart
  /// What the row is about: a country's code, a sector, an event; empty in `total` and where there is none.
  package var first: String
  /// The second thing where a row is about two: a sector, a quarter; empty elsewhere.
  package var second: String
  package var measure: FigureMeasure

  package init(_ part: FigurePart, _ first: String = "", _ second: String = "", measure: FigureMeasure) {
    self.part = part
    self.first = first
    self.second = second
    self.measure = measure
  }

  /// `total.held`, `by_country[RU].mou_amount`, `by_country_and_sector[RU][식품].held`.
  package var text: String {
    FigureKey.text(part: part.rawValue, first: first, second: second, measure: measure.name)
  }

  /// The same of names of which nobody knows whether they name anything.
  package static func text(part: String, first: String, second: String, measure: String) -> String {
    let row = second.isEmpty ? (first.isEmpty ? "" : "[\(first)]") : "[\(first)][\(second)]"
    return "\(part)\(row).\(measure)"
  }

  /// Tables and measures in the order in which documents print them, rows in order of their texts' bytes.
  package static func < (left: FigureKey, right: FigureKey) -> Bool {
    if left.part != right.part { return left.part.place < right.part.place }
    for (a, b) in [(left.first, right.first), (left.second, right.second)] where a != b {
      return a.utf8.lexicographicallyPrecedes(b.utf8)
    }
    return left.measure.place < right.measure.place
  }
}

extension FigurePart {
  private static let places = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// Where documents print it among the others.
  fileprivate var place: Int { FigurePart.places[self] ?? 0 }
}
