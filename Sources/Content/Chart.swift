/// A chart, with the finding as its title and the table of its figures.
package struct Chart: Sendable {
  /// How the figures are drawn.
  package enum Kind: Hashable, Sendable {
    /// Horizontal bars, the first category at the top.
    case bars
    /// Horizontal bars from a lower to an upper bound with the rate as a line inside; three series: low, rate, high.
    case intervals
    /// Upright columns side by side, the first category at the left.
    case columns
    /// Upright columns on top of each other.
    case stacked
    /// Lines over ordered categories.
    case lines
  }

  /// One series of figures.
  package struct Series: Hashable, Sendable {
    /// Its name in the key.
    package var name: String
    /// A figure for each category; nil where there is none, and a gap is drawn.
    package var values: [Double?]
    /// The figures as printed: `104건`, `4.8%`.
    package var texts: [String]
    package init(name: String, values: [Double?], texts: [String]) {
      (self.name, self.values, self.texts) = (name, values, texts)
    }
  }

  /// A stable English name, `funnel`.
  package var name: String
  /// How the figures are drawn.
  package var kind: Kind
  /// What the chart shows, as a finding.
  package var finding: String
  /// The title of the axis of categories.
  package var categoryAxis: String
  /// The title of the axis of values, with the unit.
  package var valueAxis: String
  /// Whether values are fractions of 1 that are shown in per cent.
  package var isRate: Bool
  /// The categories.
  package var categories: [String]
  /// The series, each with a value for every category.
  package var series: [Series]
  /// The place of the category that is to stand out; nil for none.
  package var emphasis: Int?
  /// The place of the category that is the whole of the others and no member of them; nil for none.
  package var whole: Int?
  /// The places that stay longest where not all have room, the first of them longest; the others follow as they stand.
  package var priority: [Int]
  /// The figures as they are said to a reader who cannot see it; where bars are drawn, one text for each category.
  package var spoken: [String]

  package init(
    name: String, kind: Kind, finding: String, categoryAxis: String, valueAxis: String, isRate: Bool = false,
    categories: [String], series: [Series], emphasis: Int? = nil, whole: Int? = nil, priority: [Int] = [],
    spoken: [String]
  ) {
    (self.name, self.kind, self.finding) = (name, kind, finding)
    (self.categoryAxis, self.valueAxis, self.isRate) = (categoryAxis, valueAxis, isRate)
    (self.categories, self.series, self.emphasis, self.spoken) = (categories, series, emphasis, spoken)
    (self.whole, self.priority) = (whole, priority)
  }

  /// The text for a reader who cannot see it, with the figures.
  package var altText: String {
    spoken.isEmpty ? finding : "\(finding). \(spoken.joined(separator: ", "))."
  }

  /// How many categories are compared with each other: all but their whole.
  package var members: Int { categories.count - (whole == nil ? 0 : 1) }

  /// The chart with at most so many categories, and with the figures of no others in its text.
  package func cut(to limit: Int) -> Chart {
    guard categories.count > limit else { return self }
    var order: [Int] = []
    for at in [whole].compactMap({ $0 }) + priority + categories.indices where !order.contains(at) {
      order.append(at)
    }
    let kept = order.prefix(limit).sorted()
    func picked<Value>(_ values: [Value]) -> [Value] {
      values.count == categories.count ? kept.map { values[$0] } : values
    }
    var cut = self
    cut.categories = picked(categories)
    cut.series = series.map {
      Series(name: $0.name, values: picked($0.values), texts: picked($0.texts))
    }
    cut.spoken = picked(spoken)
    cut.emphasis = emphasis.flatMap { kept.firstIndex(of: $0) }
    cut.whole = whole.flatMap { kept.firstIndex(of: $0) }
    cut.priority = priority.compactMap { kept.firstIndex(of: $0) }
    return cut
  }
}
