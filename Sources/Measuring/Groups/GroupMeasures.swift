import HashTables
import Model

/// The measures of every group, added up from the united tally.
struct GroupMeasures {
  private var places: [GroupKey: Int] = [:]
  private var measures: [Measures] = []
  /// Organisations with a held consultation, by their numbers plus one.
  private var all = OrganisationSet()

  /// Adds up what can be added up; organisations come with `addOrganisations`.
  init(sumsOf tally: borrowing MeasureTally) throws(TallyError) {
    var sums: [GroupSums] = []
    var hasOverflow = false
    func add(_ sum: GroupSums, to key: GroupKey) {
      if let place = places[key] {
        if sums[place].add(sum) { hasOverflow = true }
      } else {
        places[key] = sums.count
        sums.append(sum)
      }
    }
    for (index, cohort) in tally.cohorts.enumerated() {
      for key in tally.groupKeys(of: cohort) { add(tally.sums[index], to: key) }
    }
    if !tally.isTrend {
      let regions = tally.regionsByCountry
      for case .country(let country) in Array(places.keys) {
        if let place = places[.country(country)] { add(sums[place], to: .region(regions[country])) }
      }
      for (mode, modeSums) in tally.modeSums.enumerated() { add(modeSums, to: .mode(UInt8(mode))) }
    }
    if hasOverflow {
      throw TallyError(.input(.sumTooLarge))
    }
    measures = sums.map(\.measures)
  }

  /// Counts the organisations, whose sets are taken out of the tally.
  mutating func addOrganisations(_ tally: borrowing MeasureTally) {
    var united: [OrganisationSet] = []
    united.reserveCapacity(measures.count)
    for _ in measures { united.append(OrganisationSet()) }
    for (set, organisations) in tally.sets.takeAll(tally.ownSets) {
      for key in tally.groupKeys(of: set) {
        if let place = places[key] { united[place].formUnion(organisations) }
      }
    }
    let regions = tally.regionsByCountry
    for case .country(let country) in places.keys {
      guard let from = places[.country(country)], let into = places[.region(regions[country])] else {
        continue
      }
      united[into].formUnion(united[from])
    }
    if let total = places[.total] { all = united[total] }
    for (place, sets) in united.enumerated() {
      measures[place].suppliers = sets.suppliers.count
      measures[place].buyers = sets.buyers.count
      measures[place].suppliersWithMOU = sets.suppliersWithMOU.count
    }
  }

  subscript(key: GroupKey) -> Measures { places[key].map { measures[$0] } ?? Measures() }

  /// The groups, in no order.
  var keys: some Sequence<GroupKey> { places.keys }

  /// How many buyers with a held consultation have no country where they are named, and the name of one that has.
  ///
  /// - Parameter namesakes: buyers without a country, each with those of the same name; by their numbers.
  func buyersApart(_ namesakes: [UInt32: [UInt32]]) -> Int {
    namesakes.count { number, others in
      all.buyers.contains(number + 1) && others.contains { all.buyers.contains($0 + 1) }
    }
  }

  /// How many organisations with a held consultation no registration names, whatever its status.
  func unregistered(_ registrations: [Registration]) -> UnregisteredCounts {
    var (suppliers, buyers) = (PagedBitSet(), PagedBitSet())
    for registration in registrations {
      switch registration.role {
      case .supplier: suppliers.insert(registration.organisation + 1)
      case .buyer: buyers.insert(registration.organisation + 1)
      }
    }
    func strangers(_ met: PagedBitSet, _ registered: PagedBitSet, _ role: Role) -> Int? {
      guard registrations.contains(where: { $0.role == role }) else { return nil }
      return met.members.count { !registered.contains($0) }
    }
    return UnregisteredCounts(
      suppliers: strangers(all.suppliers, suppliers, .supplier), buyers: strangers(all.buyers, buyers, .buyer)
    )
  }
}

/// Organisations with a confirmed registration.
struct RegisteredCounts {
  private var suppliers = PagedBitSet()
  private var buyers = PagedBitSet()
  private(set) var suppliersBySector: [UInt32: PagedBitSet] = [:]
  private(set) var buyersByCountry: [CountryCode: PagedBitSet] = [:]
  private var suppliersByEvent: [UInt32: PagedBitSet] = [:]
  private var buyersByEvent: [UInt32: PagedBitSet] = [:]
  /// Numbers of the events that counted registrations name.
  private(set) var events: Set<UInt32> = []

  init(_ registrations: [Registration], names: any RecordNames, onlyEvents: [String]) {
    let selected = Set(onlyEvents)
    var isSelected: [UInt32: Bool] = [0: true]
    for registration in registrations {
      let event = registration.event
      let counts: Bool
      if let known = isSelected[event] {
        counts = known
      } else {
        counts = selected.isEmpty || selected.contains(names.eventName(event - 1))
        isSelected[event] = counts
      }
      guard counts else { continue }
      if event > 0 { events.insert(event - 1) }
      guard registration.status == .confirmed else { continue }
      let organisation = registration.organisation
      switch registration.role {
      case .supplier:
        suppliers.insert(organisation)
        suppliersBySector[registration.sector, default: PagedBitSet()].insert(organisation)
        suppliersByEvent[event, default: PagedBitSet()].insert(organisation)
      case .buyer:
        buyers.insert(organisation)
        buyersByCountry[registration.country, default: PagedBitSet()].insert(organisation)
        buyersByEvent[event, default: PagedBitSet()].insert(organisation)
      }
    }
  }

  /// The countries of buyers.
  var countries: Set<CountryCode> { Set(buyersByCountry.keys) }

  /// Buyers of some countries.
  func buyers(of countries: Set<CountryCode>) -> Int {
    var all = PagedBitSet()
    for country in countries { if let buyers = buyersByCountry[country] { all.formUnion(buyers) } }
    return all.count
  }

  var total: (suppliers: Int, buyers: Int) { (suppliers.count, buyers.count) }

  /// Of an event: its own registrations and those that serve every event.
  func event(_ number: UInt32) -> (suppliers: Int, buyers: Int) {
    func count(_ sets: [UInt32: PagedBitSet]) -> Int {
      guard let own = sets[number + 1] else { return sets[0]?.count ?? 0 }
      guard let all = sets[0] else { return own.count }
      var both = own
      both.formUnion(all)
      return both.count
    }
    return (count(suppliersByEvent), count(buyersByEvent))
  }
}
