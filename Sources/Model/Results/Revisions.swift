/// What may have changed a published figure, as far as it is known from one edition to the next.
package enum RevisionCause: Hashable, Sendable, Codable {
  /// An input file has other content, with how many rows it had and has; which rows are others is nil where their
  /// digests were not kept, and in ledgers that did not note it.
  case inputChanged(file: String, rowsBefore: Int, rowsAfter: Int, rows: RowDifference? = nil)
  case inputAdded(file: String)
  case inputRemoved(file: String)
  /// The exchange rates of the definition.
  case rates
  /// The definition, other than its rates.
  case definition
  /// The as-of date or the first day that counts.
  case dates
  /// The program's version.
  case program(before: String, after: String)
}

/// How the rows of an input that count differ from those of the edition before.
package struct RowDifference: Hashable, Sendable, Codable {
  /// Rows that were not there.
  package var added: Int
  /// Rows that are gone.
  package var removed: Int
  /// Rows with other cells.
  package var changed: Int

  package init(added: Int = 0, removed: Int = 0, changed: Int = 0) {
    (self.added, self.removed, self.changed) = (added, removed, changed)
  }
}

/// A figure that was published and has another value now.
package struct Revision: Hashable, Sendable {
  /// Which figure.
  package var key: FigureKey
  /// The value published before.
  package var old: FigureValue
  /// The value published now.
  package var new: FigureValue
  /// The number of the edition in which the value changed.
  package var edition: Int
  /// What may have changed it; empty where that is not known.
  package var causes: [RevisionCause]

  package init(key: FigureKey, old: FigureValue, new: FigureValue, edition: Int, causes: [RevisionCause]) {
    self.key = key
    self.old = old
    self.new = new
    self.edition = edition
    self.causes = causes
  }
}

/// What makes an MOU the same in two editions: the event and both sides.
package struct MOUIdentity: Hashable, Sendable, Codable {
  private var event: String
  private var supplier: String?
  private var buyer: String?

  /// Identifies an MOU.
  package init(_ mou: MOUEntry) { (event, supplier, buyer) = (mou.event, mou.supplier, mou.buyer) }
}

/// What documents say about changes since a report was first published.
package struct Revisions: Sendable {
  /// Whether the report is marked as provisional.
  package var isProvisional: Bool
  /// The changes, the newest edition's first, then in order of their keys.
  package var list: [Revision]
  /// The reason stated for revising a final report.
  package var reason: String?
  /// The number of the edition; nil where the report is none.
  package var edition: Int?
  /// How often each MOU stood in the edition before; nil where that is not known.
  package var earlierMOUs: [MOUIdentity: Int]?
  /// The base currency of the edition before, where it is another one, so that amounts are not compared.
  package var otherCurrency: Currency?
  private let measuresByRow: [Row: Set<FigureMeasure>]

  /// A row of a table.
  private struct Row: Hashable, Sendable {
    var part: FigurePart
    var first: String
    var second: String
  }

  /// Makes what documents say.
  package init(
    isProvisional: Bool = false, list: [Revision] = [], reason: String? = nil, edition: Int? = nil,
    earlierMOUs: [MOUIdentity: Int]? = nil
  ) {
    self.isProvisional = isProvisional
    (self.edition, self.earlierMOUs) = (edition, earlierMOUs)
    self.list = list
    self.reason = reason
    var rows: [Row: Set<FigureMeasure>] = [:]
    for key in list.map(\.key) {
      rows[Row(part: key.part, first: key.first, second: key.second), default: []].insert(key.measure)
    }
    measuresByRow = rows
  }

  /// Nothing to say.
  package static let none = Revisions()

  /// Which MOUs the edition before did not have, in the order of a report; none where that is not known.
  ///
  /// Of several that are the same, the first ones are those that stood there.
  package func areNew(_ mous: some Sequence<MOUEntry>) -> [Bool] {
    guard var left = earlierMOUs else { return mous.map { _ in false } }
    return mous.map { mou in
      let identity = MOUIdentity(mou)
      guard let count = left[identity], count > 0 else { return true }
      left[identity] = count - 1
      return false
    }
  }

  /// The measures that changed in a row of a table.
  package func measures(_ part: FigurePart, _ first: String = "", _ second: String = "") -> Set<FigureMeasure>
  {
    if list.isEmpty { return [] }
    return measuresByRow[Row(part: part, first: first, second: second)] ?? []
  }
}

/// Which figures of two editions can be compared.
package enum RevisionScope: Hashable, Sendable {
  case everything
  /// Of a trend whose as-of date has moved: only quarters that the earlier edition could know whole, by their
  /// labels, and events that it knew.
  case quarters(ClosedRange<String>)
  /// The earlier edition is about another period.
  case nothing
}

extension Figures {
  /// What changed from figures that were published before.
  ///
  /// - Parameters:
  ///   - old: the figures published before.
  ///   - scope: what is compared.
  ///   - edition: the number of the edition that has these figures.
  ///   - causes: everything that differs between the two editions.
  ///   - hasOtherCurrency: whether the amounts of both are in different currencies, and are not compared.
  package func changes(
    since old: Figures, scope: RevisionScope, edition: Int, causes: [RevisionCause],
    hasOtherCurrency: Bool = false
  ) -> [Revision] {
    if scope == .nothing { return [] }
    var changes: [Revision] = []
    let known = Set(old.values.keys.lazy.filter { $0.part == .editions }.map { [$0.first, $0.second] })
    let regions = regions.intersection(old.regions)
    for key in Set(values.keys).union(old.values.keys) {
      let new = values[key]
      let before = old.values[key]
      guard new != before, let zero = (new ?? before)?.zero else { continue }
      if hasOtherCurrency, case .amount = zero { continue }
      // What a region is, the definition says: one that only one of the editions has is no figure that changed.
      if key.part == .byRegion, !regions.contains(key.first) { continue }
      if case .quarters(let quarters) = scope {
        guard
          key.part == .editions ? known.contains([key.first, key.second]) : quarters.contains(key.second)
        else { continue }
      }
      changes.append(
        Revision(
          key: key, old: before ?? zero, new: new ?? zero, edition: edition, causes: causes.possible(for: key)
        ))
    }
    return changes.sorted { $0.key < $1.key }
  }
}

extension Figures {
  /// The ids of the regions that have figures.
  private var regions: Set<String> {
    Set(values.keys.lazy.filter { $0.part == .byRegion }.map(\.first))
  }
}

extension [RevisionCause] {
  /// The causes that can have changed a figure: a rate changes amounts only.
  func possible(for key: FigureKey) -> [RevisionCause] {
    if key.measure.isAmount { return self }
    return filter { $0 != .rates }
  }
}
