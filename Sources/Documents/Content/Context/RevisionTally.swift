import Model

/// How many figures changed, now and since the report was first published.
struct RevisionTally: Hashable {
  /// Figures that changed since the edition before.
  var fresh: Int
  /// Figures that changed in any edition, each counted once.
  var all: Int
  /// The editions in which any did, in order.
  var editions: [Int]
  /// The number of this edition; nil where the report is none.
  var edition: Int?

  /// Nil where nothing ever changed.
  init?(_ revisions: [Revision], edition: Int?) {
    if revisions.isEmpty { return nil }
    fresh = revisions.count { $0.edition == edition }
    all = Set(revisions.map(\.key)).count
    editions = Set(revisions.map(\.edition)).sorted()
    self.edition = edition
  }

  /// Whether an edition before this one had changes, too.
  var isCumulative: Bool { editions.contains { $0 != edition } }
}
