import Model

/// Whether a text comes before another by code points; UTF-8 keeps their order.
func precedes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }

/// Whether a sector's label comes before another; none comes last.
func precedes(_ left: String?, _ right: String?) -> Bool {
  switch (left, right) {
  case (let left?, let right?): precedes(left, right)
  case (_?, nil): true
  default: false
  }
}

/// Measures that are ready to be arranged for a document.
package struct MeasuredRun {
  let request: ReportFrame
  let records: ReadRecords
  let sink: TallySink
  /// First day of a counted and of a held consultation, by event number.
  let eventDays: [UInt32: (first: Int32, heldFrom: Int32)]
  let groups: GroupMeasures
  let registered: RegisteredCounts

  /// Unites the tallies of all threads.
  ///
  /// - Throws: `TallyError` (an internal fault) where a sum cannot be held.
  package init(
    frame: ReportFrame, records: ReadRecords, sinks: [TallySink]
  ) throws(TallyError) {
    self.request = frame
    self.records = records
    sink =
      sinks.first ?? TallySink(MeasureTally(rules: frame.rules, plan: frame.plan, names: records.names))
    for other in sinks.dropFirst() { try sink.unite(other) }
    eventDays = sink.tally.eventDays
    var groups = try GroupMeasures(sumsOf: sink.tally)
    sink.forgetSums()
    groups.addOrganisations(sink.tally)
    self.groups = groups
    registered = RegisteredCounts(
      records.registrations, names: records.names, onlyEvents: frame.rules.onlyEvents)
  }

  /// What the numbers in rows stand for.
  package var names: any RecordNames { records.names }

  /// What stands at the head of every document.
  package var head: ReportHead {
    let hasDays = sink.tally.firstDay != Consultation.noDay
    var head = ReportHead(
      name: request.name, title: request.title, asOf: request.rules.asOf, from: request.rules.from,
      baseCurrency: request.rules.baseCurrency,
      period: hasDays
        ? Period(from: Day(number: sink.tally.firstDay), to: Day(number: sink.tally.lastDay)) : nil,
      lastDate: records.lastDate, rates: request.rateNotes, inputs: records.inputs,
      homeCountry: request.rules.homeCountry)
    head.details = request.details
    head.heldPeriod = sink.tally.heldPeriod
    head.unknownEditions = request.unknownEditions
    head.buyersApart = groups.buyersApart(records.namesakes)
    head.reversedRates = request.reversedRates
    head.farQuarters = farQuarters
    head.identityDoubts = records.identityDoubts
    return head
  }

  func label(_ sector: UInt32) -> String? { sector == 0 ? nil : records.names.sectorLabel(sector - 1) }

  var total: Measures {
    var total = groups[.total]
    (total.registeredSuppliers, total.registeredBuyers) = registered.total
    return total
  }

  var countries: [Group<CountryCode>] {
    var codes = Set(registered.buyersByCountry.keys)
    for case .country(let code) in groups.keys { codes.insert(code) }
    return codes.map { code in
      var measures = groups[.country(code)]
      measures.registeredBuyers = registered.buyersByCountry[code]?.count ?? 0
      return Group(key: code, measures: measures)
    }
    .filter { !$0.measures.isEmpty }
    .sorted { ($1.measures.held, $0.key) < ($0.measures.held, $1.key) }
  }

  var regions: [Group<String>] {
    request.plan.regions.enumerated().map { index, region in
      var measures = groups[.region(index)]
      measures.registeredBuyers = registered.buyers(of: region.countries.subtracting([.unknown]))
      return Group(key: region.id, measures: measures)
    }
    .filter { !$0.measures.isEmpty }
    .sorted { left, right in
      if left.measures.held != right.measures.held { return left.measures.held > right.measures.held }
      return precedes(left.key, right.key)
    }
  }

  /// What is in no region: the unknown country, and countries that the definition puts into none; nil where nothing is.
  var noRegion: Measures? {
    var measures = groups[.region(nil)]
    var listed = request.plan.regions.reduce(into: Set<CountryCode>()) { $0.formUnion($1.countries) }
    listed.remove(.unknown)
    let others = registered.countries.subtracting(listed)
    measures.registeredBuyers = registered.buyers(of: others)
    return measures.isEmpty ? nil : measures
  }

  var sectors: [(number: UInt32, group: Group<String?>)] {
    var numbers = Set(registered.suppliersBySector.keys)
    for case .sector(let number) in groups.keys { numbers.insert(number) }
    // One list, changed where it lies: there may be as many sectors as rows.
    var sectors = numbers.map { number in
      var measures = groups[.sector(number)]
      measures.registeredSuppliers = registered.suppliersBySector[number]?.count ?? 0
      return (number: number, group: Group(key: label(number), measures: measures))
    }
    sectors.removeAll { $0.group.measures.isEmpty }
    sectors.sort { left, right in
      if (left.number == 0) != (right.number == 0) { return right.number == 0 }
      if left.group.measures.held != right.group.measures.held {
        return left.group.measures.held > right.group.measures.held
      }
      return precedes(left.group.key, right.group.key)
    }
    return sectors
  }

  var events: [(number: UInt32, group: Group<String>)] {
    var numbers = registered.events
    for case .event(let number) in groups.keys { numbers.insert(number) }
    let selected = Set(request.rules.onlyEvents)
    for number in sink.tally.eventsNamed.members
    where selected.isEmpty || selected.contains(records.names.eventName(number)) { numbers.insert(number) }
    return numbers.map { number in
      var measures = groups[.event(number)]
      (measures.registeredSuppliers, measures.registeredBuyers) = registered.event(number)
      return (number, Group(key: records.names.eventName(number), measures: measures))
    }
    .sorted { left, right in
      let leftDay = eventDays[left.number]?.first ?? .max
      let rightDay = eventDays[right.number]?.first ?? .max
      if leftDay != rightDay { return leftDay < rightDay }
      return precedes(left.group.key, right.group.key)
    }
  }

  /// Consultations of an event that come after the as-of date, called off ones aside; of one that the report leaves out, none.
  func later(_ isWanted: (MeasureTally.LaterKey) -> Bool) -> Int {
    let selected = Set(request.rules.onlyEvents)
    return sink.tally.later.reduce(0) { sum, entry in
      let isSelected = selected.isEmpty || selected.contains(names.eventName(entry.key.event))
      return isSelected && isWanted(entry.key) ? sum + entry.value : sum
    }
  }

  /// The MOUs that count, in reading order.
  var mous: MOUList {
    var texts = NumberedTexts()
    let names = records.names
    var rows: [MOUList.Row] = []
    for entry in records.mous {
      let row = entry.consultation
      guard row.counting == .counted, sink.tally.counts(row), sink.tally.isMature(row) else { continue }
      rows.append(
        MOUList.Row(
          event: texts.place(.event, row.event + 1) { names.eventName($0) },
          supplier: texts.place(.name, entry.supplierName) { names.printedName($0) },
          buyer: texts.place(.name, entry.buyerName) { names.printedName($0) },
          sector: texts.place(.sector, row.sector) { names.sectorLabel($0) },
          country: row.country, signedOn: row.signedDay,
          amount: row.amounts.mou == Consultation.noAmount ? nil : Money(hundredths: row.amounts.mou)))
    }
    return MOUList(texts: texts.texts, rows: rows)
  }

  /// Everything that a post-event report says.
  package var outcomes: Outcomes {
    var both: [Group<CountryAndSector>] = []
    // Of many sectors this is the longest list by far, and one that grows is there twice.
    both.reserveCapacity(groups.keys.count { if case .countryAndSector = $0 { true } else { false } })
    var quarters: [Group<Quarter?>] = []
    var modes: [Group<Mode?>] = []
    for key in groups.keys {
      let measures = groups[key]
      if measures.isEmpty { continue }
      switch key {
      case .countryAndSector(let country, let sector):
        both.append(
          Group(key: CountryAndSector(country: country, sector: label(sector)), measures: measures))
      case .quarter(let quarter): quarters.append(Group(key: quarter, measures: measures))
      case .mode(let mode):
        modes.append(Group(key: mode == 0 ? nil : Mode(rawValue: mode - 1), measures: measures))
      default: break
      }
    }
    both.sort { left, right in
      if left.measures.held != right.measures.held { return left.measures.held > right.measures.held }
      if left.key.country != right.key.country { return left.key.country < right.key.country }
      return precedes(left.key.sector, right.key.sector)
    }
    quarters.sort { ($0.key?.index ?? .max) < ($1.key?.index ?? .max) }
    modes.sort { left, right in
      if (left.key == nil) != (right.key == nil) { return right.key == nil }
      if left.measures.held != right.measures.held { return left.measures.held > right.measures.held }
      return (left.key?.rawValue ?? 9) < (right.key?.rawValue ?? 9)
    }
    var outcomes = Outcomes(
      head: head, total: total, byCountry: countries, bySector: sectors.map(\.group),
      byCountryAndSector: both,
      byQuarter: quarters, byEvent: events.map(\.group), byMode: modes, mous: mous)
    outcomes.later = later { groups[.event($0.event)].booked > 0 }
    outcomes.byRegion = regions
    outcomes.noRegion = noRegion
    outcomes.medians = sink.tally.consulted.medians
    outcomes.unregistered = groups.unregistered(records.registrations)
    return outcomes
  }
}

/// Texts of the reader's tables, fetched once each and placed in the order of their first use.
private struct NumberedTexts {
  enum Kind: Int { case event, name, sector }

  private(set) var texts: [String] = []
  /// Places by kind and number.
  private var places: [[MOUList.Place]] = [[], [], []]

  /// - Parameter plusOne: 0 for no text.
  mutating func place(_ kind: Kind, _ plusOne: UInt32, _ text: (UInt32) -> String) -> MOUList.Place {
    guard plusOne > 0 else { return MOUList.none }
    let number = Int(plusOne - 1)
    let known = places[kind.rawValue].count
    if number >= known {
      places[kind.rawValue].append(
        contentsOf: repeatElement(MOUList.none, count: max(number + 1 - known, known)))
    }
    if places[kind.rawValue][number] == MOUList.none {
      places[kind.rawValue][number] = MOUList.Place(texts.count)
      texts.append(text(plusOne - 1))
    }
    return places[kind.rawValue][number]
  }
}

/// What a report is called and how it counts.
package struct ReportFrame: Sendable {
  /// The name of the report.
  package var name: String
  /// The title per language.
  package var title: [Language: String]
  /// How values are read and rows counted.
  package var rules: ReadingRules
  /// Which groups are measured.
  package var plan: MeasurePlan
  /// The exchange rates, for the notes.
  package var rateNotes: [RateNote]
  /// What the definition says besides the inputs.
  package var details = ReportDetails()
  /// Editions of a series that no file names.
  package var unknownEditions: [UnknownEdition] = []
  /// Rates that seem to be quoted the other way round.
  package var reversedRates: [ReversedRate] = []

  package init(
    name: String, title: [Language: String], rules: ReadingRules, plan: MeasurePlan, rateNotes: [RateNote]
  ) {
    self.name = name
    self.title = title
    self.rules = rules
    self.plan = plan
    self.rateNotes = rateNotes
  }
}
