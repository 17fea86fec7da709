/// A 128-bit hash of bytes, wide enough to stand for an identity.
///
/// With ten million identities the chance that any two of them share a hash is about 10^-25.
@frozen
package struct Hash128: Hashable, BitwiseCopyable, Sendable {
  /// The two halves.
  package var high: UInt64
  /// The lower half.
  package var low: UInt64

  /// Makes a hash from its halves.
  @inlinable
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Whether both are the same.
  @inlinable
  package static func == (left: Hash128, right: Hash128) -> Bool {
    left.high == right.high && left.low == right.low
  }
  /// Feeds the hash to a hasher.
  @inlinable
  package func hash(into hasher: inout Hasher) { hasher.combine(low) }
}

/// Mixes 64-bit words into a hash; each step is one 64 × 64 → 128 bit multiplication folded onto itself.
///
/// The multipliers are odd constants with evenly spread bits (digits of the golden ratio and of π). Not meant
/// to withstand somebody who looks for collisions.
@frozen
package struct Mixer: Sendable {
  @usableFromInline var first: UInt64
  @usableFromInline var second: UInt64

  /// Starts a hash; hashes with different seeds have nothing to do with each other.
  @inlinable
  package init(seed: UInt64 = 0) {
    first = seed ^ 0x9E37_79B9_7F4A_7C15
    second = seed &* 0xD1B5_4A32_D192_ED03 ^ 0x243F_6A88_85A3_08D3
  }

  /// Adds a word.
  @inlinable
  package mutating func add(_ word: UInt64) {
    let one = (first ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    let two = (second &+ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    first = one.high ^ one.low ^ second
    second = two.high ^ two.low &+ word
  }

  /// The 128-bit result.
  @inlinable
  package var hash128: Hash128 {
    let one = (first ^ 0x8EBC_6AF0_9C88_C6E3).multipliedFullWidth(by: second | 1)
    let two = (second ^ 0x5899_65CC_7537_4CC3).multipliedFullWidth(by: first | 1)
    // All zeros are no key.
    return Hash128(high: one.high ^ one.low ^ first, low: max(1, two.high ^ two.low ^ second))
  }

  /// A 64-bit result.
  @inlinable
  package var hash64: UInt64 {
    let product = (first ^ 0x8EBC_6AF0_9C88_C6E3).multipliedFullWidth(by: second | 1)
    return product.high ^ product.low ^ first
  }
}

extension Hash128 {
  /// The hash together with a number, as a hash of its own: one id at one event, one name in one country.
  @inlinable
  @inline(__always)
  package func scoped(_ scope: UInt64) -> Hash128 {
    // The scope enters the halves in two unrelated ways, so that texts that look alike cannot undo it.
    let one = (low ^ scope &* 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    let two = (high ^ scope &* 0xD1B5_4A32_D192_ED03).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    let mixed = one.low ^ two.high
    // Tables choose by the upper bits, which the last product makes depend on all of the text.
    return Hash128(high: (one.high ^ two.low) &+ mixed &* 0x8EBC_6AF0_9C88_C6E3, low: max(1, mixed))
  }

  /// Where a key belongs in a table: evenly spread over any number of places, not only powers of two.
  @inlinable
  @inline(__always)
  func place(among count: Int) -> Int {
    let mixed = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: high ^ 0xD1B5_4A32_D192_ED03)
    return Int((mixed.high ^ mixed.low).multipliedFullWidth(by: UInt64(count)).high)
  }
}
