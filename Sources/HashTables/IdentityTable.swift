import CScan

/// What is remembered of a counted row, to tell a duplicate from a conflicting one.
@frozen
package struct IdentityMark: Hashable, Sendable {
  /// A hash of the row's recognised cells.
  ///
  /// Only rows of one identity are compared by it, two at a time, which is why 32 bits are enough.
  package var content: UInt32
  /// The row's place: its line counted over all files of the kind, in reading order.
  package var place: UInt32
  /// Makes a mark.
  @inlinable
  package init(content: UInt32, place: UInt32) {
    self.content = content
    self.place = place
  }
}

/// A set of identities, each a 128-bit hash, with a mark; 25 bytes a slot, up to fifteen sixteenths of the slots in use.
///
/// Each slot has a tag of seven bits of its hash. Sixteen tags are compared at once, so that a new identity, which
/// most are, is found to be new by one look at the tags, which are small enough to stay in the cache; the slot
/// itself is only written (Abseil's "Swiss tables" are made alike). In parts by the hash's top bits, so that
/// growing copies one part at a time and never needs room for two whole tables.
package struct IdentityTable: ~Copyable {
  private struct Slot: BitwiseCopyable {
    var identity: Hash128
    var mark: IdentityMark
  }
  private struct Part {
    var tags: UnsafeMutablePointer<UInt8>  // 0 where the slot is free
    var slots: UnsafeMutablePointer<Slot>
    var groups: Int
    var count = 0

    init(groups: Int) {
      self.groups = groups
      tags = PageMemory.zeroed(groups * 16)
      slots = PageMemory.zeroed(groups * 16)
    }

    func release() {
      PageMemory.release(tags, groups * 16)
      PageMemory.release(slots, groups * 16)
    }

    @inline(__always)
    func group(of identity: Hash128) -> Int {
      Int(identity.low.multipliedFullWidth(by: UInt64(groups)).high)
    }

    /// Puts an identity that is not there into the first free slot after its place.
    @inline(__always)
    mutating func place(_ slot: Slot, group first: Int) {
      var group = first
      while true {
        let free = scan_equal16(tags + group * 16, 0)
        if free != 0 {
          let place = group * 16 + free.trailingZeroBitCount
          tags[place] = IdentityTable.tag(slot.identity)
          slots[place] = slot
          count += 1
          return
        }
        group = group + 1 == groups ? 0 : group + 1
      }
    }

    mutating func resize(groups wanted: Int) {
      var fresh = Part(groups: wanted)
      for place in 0..<(groups * 16) where tags[place] != 0 {
        fresh.place(slots[place], group: fresh.group(of: slots[place].identity))
      }
      release()
      self = fresh
    }
  }

  private static let partCount = 16
  private let parts: UnsafeMutablePointer<Part>

  /// Makes an empty table.
  package init() {
    parts = .allocate(capacity: IdentityTable.partCount)
    for part in 0..<IdentityTable.partCount { (parts + part).initialize(to: Part(groups: 1)) }
  }

  deinit {
    for part in 0..<IdentityTable.partCount { parts[part].release() }
    parts.deallocate()
  }

  /// Number of identities.
  package var count: Int { (0..<IdentityTable.partCount).reduce(0) { $0 + parts[$1].count } }

  @inline(__always)
  private static func tag(_ identity: Hash128) -> UInt8 {
    UInt8(truncatingIfNeeded: identity.high) | 0x80
  }

  @inline(__always)
  private func part(of identity: Hash128) -> UnsafeMutablePointer<Part> { parts + Int(identity.high >> 60) }

  /// Asks the processor to fetch the place where an identity would stand.
  @inline(__always)
  package func prefetch(_ identity: Hash128) {
    let part = part(of: identity)
    let group = part.pointee.group(of: identity)
    scan_prefetch(part.pointee.tags + group * 16, 0)
  }

  /// Puts identities into the set, each with its mark.
  ///
  /// Calls `repeated` for each that was there already, with its index and the mark of the earlier one. Identities
  /// that are all zeros are left out.
  ///
  /// For a whole block of rows, so that the memory of one look-up is on its way while others are done.
  package mutating func insert(
    _ identities: [Hash128], mark: (Int) -> IdentityMark, repeated: (Int, IdentityMark) -> Void
  ) {
    for identity in identities { prefetch(identity) }
    for (index, identity) in identities.enumerated() where identity.low | identity.high != 0 {
      if let earlier = insert(identity, mark: mark(index)) { repeated(index, earlier) }
    }
  }

  /// The mark of an identity that was seen before, or nil after remembering it with `mark`.
  ///
  /// - Parameter identity: any hash but all zeros.
  @inline(__always)
  package mutating func insert(_ identity: Hash128, mark: IdentityMark) -> IdentityMark? {
    let part = part(of: identity)
    let tag = IdentityTable.tag(identity)
    var group = part.pointee.group(of: identity)
    while true {
      let tags = part.pointee.tags + group * 16
      var same = scan_equal16(tags, tag)
      while same != 0 {
        let held = part.pointee.slots[group * 16 + same.trailingZeroBitCount]
        if held.identity == identity { return held.mark }
        same &= same &- 1
      }
      if scan_equal16(tags, 0) != 0 { break }
      group = group + 1 == part.pointee.groups ? 0 : group + 1
    }
    if part.pointee.count + 1 > part.pointee.groups * 15 {
      part.pointee.resize(groups: part.pointee.groups + (part.pointee.groups + 1) / 2)
      part.pointee.place(Slot(identity: identity, mark: mark), group: part.pointee.group(of: identity))
    } else {
      part.pointee.place(Slot(identity: identity, mark: mark), group: group)
    }
    return nil
  }

  /// Makes room for a number of identities at once, where so many are expected.
  package mutating func reserve(_ number: Int) {
    // A hundredth more than the even share: the parts are not filled quite alike.
    let share = number / IdentityTable.partCount * 101 / 100
    let groups = share / 15 + 1
    for part in 0..<IdentityTable.partCount where parts[part].groups < groups {
      parts[part].resize(groups: groups)
    }
  }
}
