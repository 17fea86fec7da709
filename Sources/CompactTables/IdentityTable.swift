/// What is remembered of a counted row, to tell a duplicate from a conflicting one.
@frozen
public struct IdentityMark: Hashable, Sendable {
  /// A hash of the row's recognised cells.
  ///
  /// Only rows of one identity are compared by it, two at a time, which is why 32 bits are enough.
  public var content: UInt32
  /// The row's place: its line counted over all files of the kind, in reading order.
  public var place: UInt32
  /// Makes a mark.
  @inlinable
  public init(content: UInt32, place: UInt32) {
    self.content = content
    self.place = place
  }

  @usableFromInline var packed: UInt64 { UInt64(content) << 32 | UInt64(place) }
  @usableFromInline init(packed: UInt64) {
    self.init(content: UInt32(packed >> 32), place: UInt32(truncatingIfNeeded: packed))
  }
}

/// A set of identities, each a 128-bit hash, with a mark.
///
/// In parts by the hash's top bits, so that growing copies one part at a time and never needs room for two whole
/// tables.
public struct IdentityTable: ~Copyable {
  @usableFromInline static let parts = 16
  @usableFromInline let tables: UnsafeMutablePointer<KeyTable>

  /// Makes an empty table.
  public init() {
    tables = .allocate(capacity: IdentityTable.parts)
    for part in 0..<IdentityTable.parts { (tables + part).initialize(to: KeyTable(growth: 1.5)) }
  }

  deinit {
    tables.deinitialize(count: IdentityTable.parts)
    tables.deallocate()
  }

  /// Number of identities.
  public var count: Int { (0..<IdentityTable.parts).reduce(0) { $0 + tables[$1].count } }

  /// Asks the processor to fetch the place where an identity would stand.
  @inlinable
  @inline(__always)
  public func prefetch(_ identity: Hash128) { tables[Int(identity.high >> 60)].prefetch(identity) }

  /// The mark of an identity that was seen before, or nil after remembering it with `mark`.
  ///
  /// - Parameter identity: any hash but all zeros.
  @inlinable
  @inline(__always)
  public mutating func insert(_ identity: Hash128, mark: IdentityMark) -> IdentityMark? {
    tables[Int(identity.high >> 60)].insert(identity, mark.packed).map { IdentityMark(packed: $0) }
  }

  /// Makes room for a number of identities at once, where so many are expected.
  public mutating func reserve(_ number: Int) {
    // A little more than the even share: the parts are not filled quite alike.
    for part in 0..<IdentityTable.parts {
      tables[part].reserve(number / IdentityTable.parts + number / IdentityTable.parts / 64)
    }
  }
}
