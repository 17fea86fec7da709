/// Where the ids and names of a run leave in doubt what is one organisation or one event.
///
/// All are counted as the rules say; nothing is corrected by guess.
package struct IdentityDoubts: Hashable, Sendable {
  /// Numbers that stand for several names, so that these count as one organisation.
  package var sharedNumbers: [SharedNumber] = []
  /// Names that stand for several organisations, since a row lacks what the other has.
  package var splitNames: [SplitName] = []
  /// Events whose ids differ by their writing alone, those that are alike beside each other.
  package var likeEvents: [[String]] = []

  /// Nothing is in doubt.
  package init() {}
}

/// A business number with rows that do not fit together.
package struct SharedNumber: Hashable, Sendable {
  /// What does not fit.
  package enum Kind: Hashable, Sendable {
    /// Different names have it and count as one organisation.
    case severalNames
    /// It is written in two ways, which count as two organisations.
    case twoSpellings
  }

  package var kind: Kind
  /// The names, or the spellings, in reading order; only the first few.
  package var texts: [String]
  /// Where they stand.
  package var places: [RowPlace]

  package init(_ kind: Kind, texts: [String], places: [RowPlace]) {
    (self.kind, self.texts, self.places) = (kind, texts, places)
  }
}

/// A name that counts as two organisations.
package struct SplitName: Hashable, Sendable {
  /// Why it does.
  package enum Reason: Hashable, Sendable {
    /// One row names a country, the other none that can be read.
    case country
    /// One row has a business number, the other none.
    case number
  }

  package var role: Role
  package var name: String
  package var reason: Reason
  /// Where each stands first.
  package var places: [RowPlace]

  package init(role: Role, name: String, reason: Reason, places: [RowPlace]) {
    (self.role, self.name, self.reason, self.places) = (role, name, reason, places)
  }
}
