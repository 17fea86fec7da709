import HashTables
import TestSupport
import Testing

/// Every table against the collection of the standard library that does the same.
@Suite struct TableTests {
  /// How the members of a bit set lie: crowded, scattered, in runs at page ends.
  static let spreads: [@Sendable (inout SeededRandom) -> UInt32] = [
    { .random(in: 0..<700, using: &$0) },
    { .random(in: 0..<2_000_000, using: &$0) },
    { .random(in: 0..<40, using: &$0) * 512 + [0, 63, 64, 511][.random(in: 0..<4, using: &$0)] },
  ]

  @Test(arguments: spreads.indices, [1, 2, 3] as [UInt64])
  func pagedBitSetIsASet(_ spread: Int, _ seed: UInt64) {
    var random = SeededRandom(seed)
    var set = PagedBitSet()
    var expected: Set<UInt32> = []
    for _ in 0..<2_000 {
      let member = TableTests.spreads[spread](&random)
      set.insert(member)
      expected.insert(member)
      #expect(set.count == expected.count)
    }
    #expect(set.members == expected.sorted())
    for _ in 0..<2_000 {
      let member = TableTests.spreads[spread](&random)
      #expect(set.contains(member) == expected.contains(member))
    }
  }

  @Test(arguments: spreads.indices, spreads.indices)
  func pagedBitSetsUnite(_ left: Int, _ right: Int) {
    var random = SeededRandom(UInt64(left * 10 + right))
    func make(_ spread: Int, _ size: Int) -> (PagedBitSet, Set<UInt32>) {
      var set = PagedBitSet()
      var expected: Set<UInt32> = []
      for _ in 0..<size {
        let member = TableTests.spreads[spread](&random)
        set.insert(member)
        expected.insert(member)
      }
      return (set, expected)
    }
    for (leftSize, rightSize) in [(0, 0), (0, 300), (300, 0), (500, 700), (3, 4), (8, 1), (5, 200), (200, 5)]
    {
      var (one, oneExpected) = make(left, leftSize)
      let (other, otherExpected) = make(right, rightSize)
      one.formUnion(other)
      #expect(one.members == oneExpected.union(otherExpected).sorted())
      #expect(one.count == oneExpected.union(otherExpected).count)
      one.formUnion(one)
      #expect(one.count == oneExpected.union(otherExpected).count)
    }
  }

  @Test(arguments: [4, 5, 6] as [UInt64], [0, 100, 30_000]) func identityTableIsADictionary(
    _ seed: UInt64, _ reserved: Int
  ) {
    var random = SeededRandom(seed)
    var table = IdentityTable()
    table.reserve(reserved)
    var expected: [Hash128: IdentityMark] = [:]
    // Few high words, so that parts and tags are shared, and few low ones, so that groups run over.
    let lows = (0..<4_000).map { _ in (random.next() >> 50) << 50 } + [1, .max]
    var differences = 0
    for step in 0..<20_000 {
      let high = UInt64.random(in: 0..<4, using: &random) << 60 | UInt64.random(in: 0..<3, using: &random)
      let identity = Hash128(high: high | 4, low: lows.randomElement(using: &random)!)
      let mark = IdentityMark(content: UInt32.random(in: 0..<9, using: &random), place: UInt32(step))
      if table.insert(identity, mark: mark) != expected[identity] { differences += 1 }
      if expected[identity] == nil { expected[identity] = mark }
    }
    #expect(table.count == expected.count)
    for (identity, mark) in expected
    where table.insert(identity, mark: IdentityMark(content: 0, place: 0)) != mark {
      differences += 1
    }
    #expect(differences == 0)
  }

  @Test func identityTableTellsHalvesApart() {
    var table = IdentityTable()
    let identities = [
      Hash128(high: 7, low: 9), Hash128(high: 8, low: 9), Hash128(high: 7, low: 10), Hash128(high: 9, low: 7),
      Hash128(high: 0, low: 0), Hash128(high: 0, low: 0), Hash128(high: 7, low: 10),
    ]
    var repeated: [[Int]] = []
    table.insert(identities) {
      IdentityMark(content: 0, place: UInt32($0))
    } repeated: { index, earlier in
      repeated.append([index, Int(earlier.place)])
    }
    // All zeros are no identity and repeat nothing.
    #expect(repeated == [[6, 2]])
    #expect(table.count == 4)
  }

  @Test(arguments: [12, 13] as [UInt64]) func membershipTableIsASetOfPairs(_ seed: UInt64) {
    struct Pair: Hashable {
      var member: UInt32
      var set: Int
    }
    var random = SeededRandom(seed)
    var table = MembershipTable()
    var expected: Set<Pair> = []
    for step in 0..<5_000 {
      let member = UInt32.random(in: 0..<(step < 100 ? 3 : 900), using: &random)
      // Rows grow wider on the way.
      let sets = (0..<3).map { _ in UInt32.random(in: 0..<(step < 2_000 ? 200 : 512), using: &random) }
      table.prefetch(member)
      table.insert(member, sets[0], sets[1], sets[2])
      for set in sets { expected.insert(Pair(member: member, set: Int(set))) }
    }
    var found: Set<Pair> = []
    var isAscending = true
    var last: UInt32 = 0
    table.forEach { member, set in
      isAscending = isAscending && member >= last
      last = member
      found.insert(Pair(member: member, set: set))
    }
    #expect(found == expected)
    #expect(isAscending)
  }

  @Test(arguments: [7, 8] as [UInt64]) func textsAreNumberedInOrder(_ seed: UInt64) {
    var random = SeededRandom(seed)
    var table = TextNumbers()
    var expected: [String: Int] = [:]
    var order: [String] = []
    for _ in 0..<8_000 {
      let length = Int.random(in: 0..<6, using: &random)
      let text = String((0..<length).map { _ in "ab가б\u{0}".randomElement(using: &random)! })
      // Only a hundred hashes, in two heaps: equal ones must not make texts equal.
      let hash = text.utf8.reduce(0 as UInt32) { ($0 &* 31 &+ UInt32($1)) % 100 }
      let number = Array(text.utf8).withUnsafeBufferPointer {
        table.insert($0, hash: hash < 50 ? hash : .max - hash)
      }
      #expect(number == expected[text] ?? order.count)
      if expected[text] == nil {
        expected[text] = order.count
        order.append(text)
      }
    }
    #expect(table.count == order.count)
    for (number, text) in order.enumerated() { #expect(table.text(number) == text) }
  }

  @Test(arguments: [14, 15] as [UInt64]) func keysAreNumberedInOrder(_ seed: UInt64) {
    var random = SeededRandom(seed)
    var table = KeyNumbers()
    var expected: [Hash128: Int] = [:]
    for _ in 0..<20_000 {
      let key = Hash128(
        high: .random(in: 0..<80, using: &random), low: .random(in: 1..<80, using: &random) << 40)
      table.prefetch(key)
      table.prefetchKey(key)
      #expect(table.find(key) == expected[key] ?? -1)
      if Bool.random(using: &random) { continue }
      #expect(table.insert(key) == expected[key] ?? expected.count)
      if expected[key] == nil { expected[key] = expected.count }
    }
    #expect(table.count == expected.count)
    #expect(expected.allSatisfy { table.find($0.key) == $0.value })
  }

  @Test(arguments: [9, 10] as [UInt64]) func keyTableIsADictionary(_ seed: UInt64) {
    var random = SeededRandom(seed)
    var table = KeyTable()
    var expected: [Hash128: UInt64] = [:]
    for step in 0..<10_000 as Range<UInt64> {
      let key = Hash128(
        high: .random(in: 0..<80, using: &random), low: .random(in: 1..<80, using: &random) << 40)
      #expect(table.find(key) == expected[key])
      #expect(table.insert(key, step) == expected[key])
      if expected[key] == nil { expected[key] = step }
    }
    #expect(table.count == expected.count)
    #expect(expected.allSatisfy { table.find($0.key) == $0.value })
  }

  @Test func scopesMakeOtherKeys() {
    var seen: Set<Hash128> = []
    // Ids that differ in their first or last character, at events with small numbers.
    for letter in 0x30..<0x60 as Range<UInt64> {
      for end in 0..<20 as Range<UInt64> {
        for scope in 0..<50 as Range<UInt64> {
          seen.insert(Hash128(high: 9 << 56 | end, low: 0x3030_3030_3030_3000 | letter).scoped(scope))
        }
      }
    }
    #expect(seen.count == 0x30 * 20 * 50)
  }

  @Test func mixersSeparateWhatTheyAreGiven() {
    func hash(_ words: [UInt64], seed: UInt64 = 0) -> Hash128 {
      var mixer = Mixer(seed: seed)
      for word in words { mixer.add(word) }
      return mixer.hash128
    }
    #expect(hash([1, 2]) == hash([1, 2]))
    let different = [
      hash([]), hash([0]), hash([0, 0]), hash([1, 2]), hash([2, 1]), hash([1, 2], seed: 1), hash([3]),
      hash([], seed: 1), hash([.max]),
    ]
    #expect(Set(different).count == different.count)
    var seen: Set<Hash128> = []
    var random = SeededRandom(11)
    // Words that differ in one bit from each other.
    let base = random.next()
    for bit in 0..<64 { seen.insert(hash([base ^ 1 << UInt64(bit)])) }
    for number in 0..<5_000 as Range<UInt64> { seen.insert(hash([number, 5])) }
    #expect(seen.count == 5_064)
  }
}
