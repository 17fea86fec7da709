import HashTables
import Testing

@testable import Measuring

/// The organisations of groups, kept by several tallies at once.
struct SharedSetsTests {
  @Test func everySetHasItsOrganisationsWhoeverKeepsThem() {
    let shared = SharedSets()
    // Some three hundred more sets than the shared tables have room for.
    let keys: [SetKey] =
      [.mode(0), .mode(1), .mode(2)] + (0..<800).map { .eventAndQuarter(UInt32($0), nil) }
    #expect(keys.map { shared.number($0) } == Array(0..<803))
    var own: [[OrganisationSet]] = [[], [], []]
    var blocks: [[SharedSets.Entry]] = [[], [], []]
    var expected = [[Set<UInt32>]](repeating: [[], [], []], count: keys.count)
    var seed: UInt64 = 20_201_030
    func next(_ below: UInt32) -> UInt32 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt32(truncatingIfNeeded: seed >> 33) % below
    }
    for _ in 0..<20_000 {
      let places = SharedSets.Places(first: 3 + next(800), second: 3 + next(400), third: next(3))
      let entry = SharedSets.Entry(
        supplier: next(700), buyer: next(500), places: places, isMOU: next(10) == 0)
      let tally = Int(next(3))
      if places.haveRoom { blocks[tally].append(entry) } else { own[tally].insert(entry) }
      for place in [places.first, places.second, places.third].map({ Int($0) }) {
        if entry.supplier > 0 { expected[place][0].insert(entry.supplier) }
        if entry.buyer > 0 { expected[place][1].insert(entry.buyer) }
        if entry.supplier > 0, entry.isMOU { expected[place][2].insert(entry.supplier) }
      }
    }
    for block in blocks { shared.insert(block) }
    var all = own[2]
    all.formUnion(own[0])
    all.formUnion(own[1])
    let found = shared.takeAll(all)
    #expect(found.map(\.key) == keys)
    for (number, set) in found.map(\.organisations).enumerated() {
      #expect(set.suppliers.members == expected[number][0].sorted())
      #expect(set.buyers.members == expected[number][1].sorted())
      #expect(set.suppliersWithMOU.members == expected[number][2].sorted())
    }
  }
}
