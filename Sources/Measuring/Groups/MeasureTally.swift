import HashTables
import Model

/// What consultations come to.
///
/// Counts and sums are kept for each combination of event, sector, country and quarter (a cohort) and for each mode,
/// and added up to groups at the end. Organisations do not add up: they are kept in sets. A row belongs to three
/// sets, such as that of its country and sector; those of wider groups are united from these at the end.
///
/// A block of rows is gone through three times, for the cohort, the sums and the sets, so that the memory of many
/// rows is on its way at once.
package struct MeasureTally: ~Copyable {
  private let rules: ReadingRules
  private let plan: MeasurePlan
  private let names: any RecordNames
  private let seriesByName: [String: Int]

  private var cohortKeys = KeyTable()
  private(set) var cohorts: [Cohort] = []
  private(set) var sums: [GroupSums] = []
  /// By mode: 0 unknown, 1 video, 2 in person.
  private(set) var modeSums = [GroupSums](repeating: GroupSums(), count: 3)
  /// What held consultations state, in a post-event report.
  private(set) var consulted = ConsultedAmounts()
  private var cohortSets: [SharedSets.Places] = []
  let sets: SharedSets
  /// The sets for which the shared ones have no room.
  private(set) var ownSets: [OrganisationSet] = []
  // The current block: cohort of each row, −1 for none, and the organisations of held consultations.
  private var numbers: [Int32] = []
  private var entries: [SharedSets.Entry] = []

  private(set) var firstDay = Consultation.noDay
  private(set) var lastDay = Consultation.noDay
  /// The last day of a held consultation; the earliest day for none.
  private var lastHeldDay = Int32.min
  /// First day of a counted and of a held consultation by event number; the latest day for none.
  private var firstDays: [Int32] = []
  private var firstHeldDays: [Int32] = []
  /// Events that a counted row names, left out of the measures or not.
  private(set) var eventsNamed = PagedBitSet()
  private(set) var signedQuarters: [SignedKey: Int] = [:]
  private(set) var followUp: [FollowUpKey: FollowUpCounts] = [:]
  /// Consultations dated after the as-of date that were not called off, which no measure has.
  private(set) var later: [LaterKey: Int] = [:]
  private(set) var undated = 0
  private var hasOverflow = false
  private var quarters: QuarterTable

  struct SignedKey: Hashable {
    var group: GroupKey
    var quarter: Quarter
  }
  struct LaterKey: Hashable {
    var event: UInt32
    var quarter: Quarter
  }
  enum FollowUpKey: Hashable {
    case quarter(Quarter)
    case event(UInt32)
  }
  struct FollowUpCounts {
    /// Consultations without MOU by the day of their meeting.
    var open: [Int32: Int] = [:]
    /// MOUs by the days from meeting to signing, negative where they were signed first.
    var mous: [Int32: Int] = [:]
    /// MOUs without a day of signing: nobody knows how long they took.
    var undatedMOUs = 0
    var youngest: Int32 = .min
  }

  /// Makes an empty tally.
  package init(rules: ReadingRules, plan: MeasurePlan, names: any RecordNames) {
    self.init(rules: rules, plan: plan, names: names, sets: SharedSets())
  }

  private init(rules: ReadingRules, plan: MeasurePlan, names: any RecordNames, sets: SharedSets) {
    self.sets = sets
    self.rules = rules
    self.plan = plan
    self.names = names
    var byName: [String: Int] = [:]
    for (index, series) in plan.series.enumerated() {
      for event in series.events { byName[event] = index }
    }
    seriesByName = byName
    quarters = QuarterTable(fiscalYearStart: rules.fiscalYearStart)
  }

  /// An empty tally for another thread, to be united with this one.
  func sibling() -> MeasureTally { MeasureTally(rules: rules, plan: plan, names: names, sets: sets) }

  /// Measures the rows of a block.
  mutating func add(_ rows: [Consultation]) throws(TallyError) {
    findCohorts(rows)
    for index in rows.indices where numbers[index] >= 0 {
      let row = rows[index]
      let isOnTime = row.isMOU && counts(row) && isMature(row)
      if sums[Int(numbers[index])].add(row, isMOU: isOnTime) { hasOverflow = true }
      if modeSums[Int(row.mode)].add(row, isMOU: isOnTime) { hasOverflow = true }
      if !plan.isTrend, row.status == .held, row.amounts.consulted != Consultation.noAmount {
        consulted.add(row.amounts.consulted, supplier: row.supplier)
      }
    }
    entries.removeAll(keepingCapacity: true)
    for index in rows.indices where numbers[index] >= 0 && rows[index].status == .held {
      let row = rows[index]
      var places = cohortSets[Int(numbers[index])]
      if !plan.isTrend { places.third = UInt32(row.mode) }
      let isOnTime = row.isMOU && counts(row) && isMature(row)
      let entry = SharedSets.Entry(
        supplier: row.supplier, buyer: row.buyer, places: places, isMOU: isOnTime)
      if places.haveRoom { entries.append(entry) } else { ownSets.insert(entry) }
      if plan.isTrend { follow(row, isMOU: counts(row)) }
    }
    sets.insert(entries)
    try checkOverflow()
  }

  func checkOverflow() throws(TallyError) {
    if hasOverflow {
      throw TallyError(.input(.sumTooLarge))
    }
  }

  private mutating func findCohorts(_ rows: [Consultation]) {
    numbers.removeAll(keepingCapacity: true)
    for row in rows {
      eventsNamed.insert(row.event)
      guard row.counting == .counted else {
        if row.counting == .afterAsOf, row.status != .cancelled {
          later[LaterKey(event: row.event, quarter: quarters.quarter(of: row.held)), default: 0] += 1
        }
        numbers.append(-1)
        continue
      }
      note(row)
      let cohort = Cohort(
        event: row.event, sector: row.sector, country: row.country,
        quarter: row.held == Consultation.noDay ? nil : quarters.quarter(of: row.held))
      let key = cohort.key
      numbers.append(Int32(truncatingIfNeeded: cohortKeys.find(key) ?? UInt64(addCohort(cohort, key))))
    }
  }

  /// Whether the row is an MOU as of the as-of date.
  func counts(_ row: Consultation) -> Bool {
    guard row.isMOU else { return false }
    guard let asOf = rules.asOf, row.signed != Consultation.noDay else { return true }
    return row.signed <= asOf.number
  }

  /// Whether an MOU was signed soon enough; one without one of the dates counts.
  func isMature(_ row: Consultation) -> Bool {
    guard let days = plan.maturityDays, row.signed != Consultation.noDay, row.held != Consultation.noDay
    else { return true }
    return Int(row.signed) - Int(row.held) <= days
  }

  @inline(__always)
  private mutating func note(_ row: Consultation) {
    guard row.held != Consultation.noDay else {
      undated += 1
      return
    }
    if firstDay == Consultation.noDay || row.held < firstDay { firstDay = row.held }
    if row.held > lastDay { lastDay = row.held }
    let event = Int(row.event)
    if event >= firstDays.count { makeRoom(forEvent: event) }
    if row.held < firstDays[event] { firstDays[event] = row.held }
    guard row.status == .held else { return }
    if row.held < firstHeldDays[event] { firstHeldDays[event] = row.held }
    if row.held > lastHeldDay { lastHeldDay = row.held }
  }

  private mutating func makeRoom(forEvent event: Int) {
    let missing = event + 1 - firstDays.count
    guard missing > 0 else { return }
    firstDays.append(contentsOf: repeatElement(.max, count: missing))
    firstHeldDays.append(contentsOf: repeatElement(.max, count: missing))
  }

  /// First and last day of the held consultations; nil where none is dated.
  var heldPeriod: Period? {
    guard lastHeldDay != .min, let first = firstHeldDays.min() else { return nil }
    return Period(from: Day(number: first), to: Day(number: lastHeldDay))
  }

  /// First day of a counted and of a held consultation, by event number.
  var eventDays: [UInt32: (first: Int32, heldFrom: Int32)] {
    var days: [UInt32: (first: Int32, heldFrom: Int32)] = [:]
    for (event, first) in firstDays.enumerated() where first != .max {
      days[UInt32(event)] = (first, firstHeldDays[event])
    }
    return days
  }

  // MARK: - Groups

  private mutating func addCohort(_ cohort: Cohort, _ key: Hash128) -> Int {
    let number = cohorts.count
    _ = cohortKeys.insert(key, UInt64(number))
    cohorts.append(cohort)
    sums.append(GroupSums())
    let places = cohort.setKeys(plan).map { sets.number($0) }
    cohortSets.append(.init(first: places[0], second: places[1], third: places.last ?? 0))
    return number
  }

  /// The groups to which a cohort belongs.
  func groupKeys(of cohort: Cohort) -> [GroupKey] {
    cohort.setKeys(plan).flatMap { groupKeys(of: $0) }
  }

  /// The groups to whose organisations a set belongs; no two sets of one cohort share any.
  func groupKeys(of set: SetKey) -> [GroupKey] {
    switch set {
    case .countryAndSector(let country, let sector):
      return [.total, .country(country), .sector(sector), .countryAndSector(country, sector)]
    case .mode(let mode):
      return [.mode(mode)]
    case .countryAndQuarter(let country, let quarter):
      return [.total, .country(country)] + (quarter.map { [.countryQuarter(country, $0)] } ?? [])
    case .sectorAndQuarter(let sector, let quarter):
      return [.sector(sector)] + (quarter.map { [.sectorQuarter(sector, $0)] } ?? [])
    case .eventAndQuarter(let event, let quarter):
      var keys: [GroupKey] = [.event(event), .quarter(quarter)]
      if plan.isTrend, let series = series(of: event) {
        keys.append(.series(series))
        if let quarter { keys.append(.seriesQuarter(series, quarter)) }
      }
      return keys
    }
  }

  /// Whether groups by quarter are measured, and modes are not.
  var isTrend: Bool { plan.isTrend }

  /// The region of each country of a post-event report, as its index in the plan.
  var regionsByCountry: [CountryCode: Int] {
    var regions: [CountryCode: Int] = [:]
    if plan.isTrend { return regions }
    for (index, region) in plan.regions.enumerated() {
      for country in region.countries where country != .unknown { regions[country] = index }
    }
    return regions
  }

  func series(of event: UInt32) -> Int? { seriesByName[names.eventName(event)] }

  // MARK: - What became of a cohort

  private mutating func follow(_ row: Consultation, isMOU: Bool) {
    if isMOU, let day = row.signedDay ?? row.heldDay {
      let quarter = quarters.quarter(of: day.number)
      var keys: [GroupKey] = [.total, .country(row.country), .sector(row.sector)]
      if let series = series(of: row.event) { keys.append(.series(series)) }
      for key in keys { signedQuarters[SignedKey(group: key, quarter: quarter), default: 0] += 1 }
    }
    guard let held = row.heldDay else { return }
    var cohorts: [FollowUpKey] = [.quarter(quarters.quarter(of: held.number))]
    if series(of: row.event) != nil { cohorts.append(.event(row.event)) }
    for cohort in cohorts {
      var counts = followUp[cohort] ?? FollowUpCounts()
      followUp[cohort] = nil  // so that the dictionaries below are changed in place
      counts.youngest = max(counts.youngest, held.number)
      if isMOU, row.signed == Consultation.noDay {
        counts.undatedMOUs += 1
      } else if isMOU {
        counts.mous[row.signed - held.number, default: 0] += 1
      } else {
        counts.open[held.number, default: 0] += 1
      }
      followUp[cohort] = counts
    }
  }

  mutating func forgetSums() {
    if isTrend { return }
    cohortKeys = KeyTable()
    (cohorts, sums, cohortSets) = ([], [], [])
  }

  // MARK: - Uniting

  /// Adds what a sibling has measured.
  mutating func unite(_ other: borrowing MeasureTally) throws(TallyError) {
    precondition(other.sets === sets, "no sibling")
    ownSets.formUnion(other.ownSets)
    for (index, cohort) in other.cohorts.enumerated() {
      let key = cohort.key
      let number = cohortKeys.find(key).map { Int($0) } ?? addCohort(cohort, key)
      if sums[number].add(other.sums[index]) { hasOverflow = true }
    }
    for mode in modeSums.indices where modeSums[mode].add(other.modeSums[mode]) { hasOverflow = true }
    consulted.unite(other.consulted)
    if other.firstDay != Consultation.noDay {
      if firstDay == Consultation.noDay || other.firstDay < firstDay { firstDay = other.firstDay }
      lastDay = max(lastDay, other.lastDay)
    }
    lastHeldDay = max(lastHeldDay, other.lastHeldDay)
    makeRoom(forEvent: other.firstDays.count - 1)
    for event in other.firstDays.indices {
      firstDays[event] = min(firstDays[event], other.firstDays[event])
      firstHeldDays[event] = min(firstHeldDays[event], other.firstHeldDays[event])
    }
    eventsNamed.formUnion(other.eventsNamed)
    later.merge(other.later, uniquingKeysWith: +)
    undated += other.undated
    signedQuarters.merge(other.signedQuarters, uniquingKeysWith: +)
    for (key, counts) in other.followUp {
      var mine = followUp[key] ?? FollowUpCounts()
      mine.open.merge(counts.open, uniquingKeysWith: +)
      mine.mous.merge(counts.mous, uniquingKeysWith: +)
      mine.undatedMOUs += counts.undatedMOUs
      mine.youngest = max(mine.youngest, counts.youngest)
      followUp[key] = mine
    }
    hasOverflow = hasOverflow || other.hasOverflow
    try checkOverflow()
  }
}
