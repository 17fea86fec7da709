import CompactTables
import Importers
import TradeModel

/// Measures consultations as they stream by; one tally a thread, united at the end.
///
/// Counts and sums are kept for each combination of event, sector, country, mode and quarter (a cohort) and
/// added up to groups at the end. Organisations do not add up: each group has its own sets of them, and a
/// cohort remembers to which groups it belongs.
public final class MeasureTally: ConsultationSink {
  private let rules: ReadingRules
  private let plan: MeasurePlan
  private let tables: SharedTables
  private let seriesByName: [String: Int]

  private var cohortKeys = KeyTable()
  private(set) var cohorts: [Cohort] = []
  private(set) var sums: [GroupSums] = []
  private var cohortGroups: [[Int]] = []
  private var lastCohort = -1
  private var lastKey = Hash128(high: .max, low: .max)

  private var groupNumbers: [GroupKey: Int] = [:]
  private(set) var groups: [GroupKey] = []
  private(set) var suppliers: [PagedBitSet] = []
  private(set) var buyers: [PagedBitSet] = []
  private(set) var suppliersWithMOU: [PagedBitSet] = []

  private(set) var firstDay = ConsultationRow.noDay
  private(set) var lastDay = ConsultationRow.noDay
  /// Events that a counted row names, left out of the measures or not.
  private(set) var eventsNamed = PagedBitSet()
  private(set) var signedQuarters: [SignedKey: Int] = [:]
  private(set) var followUp: [FollowUpKey: FollowUpCounts] = [:]
  private(set) var undated = 0
  private var hasOverflow = false

  struct SignedKey: Hashable {
    var group: GroupKey
    var quarter: Quarter
  }
  enum FollowUpKey: Hashable {
    case quarter(Quarter)
    case event(UInt32)
  }
  struct FollowUpCounts {
    /// Consultations without MOU by the day of their meeting.
    var open: [Int32: Int] = [:]
    /// MOUs by the days from meeting to signing.
    var mous: [Int32: Int] = [:]
    var youngest: Int32 = .min
  }

  /// Makes an empty tally.
  public init(rules: ReadingRules, plan: MeasurePlan, tables: SharedTables) {
    self.rules = rules
    self.plan = plan
    self.tables = tables
    var byName: [String: Int] = [:]
    for (index, series) in plan.series.enumerated() {
      for event in series.events { byName[event] = index }
    }
    seriesByName = byName
  }

  /// Measures the rows of a block.
  public func add(_ rows: [ConsultationRow]) throws(TallyError) {
    // Rows of one cohort mostly come together; what is needed for each of them is fetched once.
    var index = 0
    while index < rows.count {
      let row = rows[index]
      index += 1
      if row.exclusion != .otherEvent { eventsNamed.insert(row.event) }
      guard row.exclusion == .counts else { continue }
      let isMOU = counts(row)
      let isOnTime = isMOU && isMature(row)
      let cohort = number(of: row)
      if sums[cohort].add(row, isMOU: isOnTime) { hasOverflow = true }
      note(row)
      guard row.status == .held else { continue }
      insert(row, isOnTime: isOnTime, into: cohort)
      if plan.isTrend { follow(row, isMOU: isMOU) }
    }
    try checkOverflow()
  }

  func checkOverflow() throws(TallyError) {
    if hasOverflow {
      throw TallyError(
        .internalFault,
        "A sum of amounts is larger than can be held exactly (about 92 quadrillion units of the base currency). "
          + "Check the amounts for mistakes of unit, or report fewer events at once.")
    }
  }

  @inline(__always)
  private func number(of row: ConsultationRow) -> Int {
    let cohort = Cohort(
      event: row.event, sector: row.sector, country: row.country, mode: row.mode,
      quarter: row.heldDay.map { quarter(of: $0) })
    let key = cohort.key
    if key != lastKey {
      lastCohort = cohortKeys.find(key) ?? addCohort(cohort, key)
      lastKey = key
    }
    return lastCohort
  }

  @inline(__always)
  private func insert(_ row: ConsultationRow, isOnTime: Bool, into cohort: Int) {
    for group in cohortGroups[cohort] {
      if row.supplier > 0 { suppliers[group].insert(row.supplier) }
      if row.buyer > 0 { buyers[group].insert(row.buyer) }
      if isOnTime, row.supplier > 0 { suppliersWithMOU[group].insert(row.supplier) }
    }
  }

  /// Whether the row is an MOU as of the as-of date.
  func counts(_ row: ConsultationRow) -> Bool {
    guard row.isMOU else { return false }
    guard let asOf = rules.asOf, row.signed != ConsultationRow.noDay else { return true }
    return row.signed <= asOf.number
  }

  /// Whether an MOU was signed soon enough; one without one of the dates counts.
  func isMature(_ row: ConsultationRow) -> Bool {
    guard let days = plan.maturityDays, row.signed != ConsultationRow.noDay, row.held != ConsultationRow.noDay
    else { return true }
    return Int(row.signed) - Int(row.held) <= days
  }

  private var quarterMemo: (day: Int32, quarter: Quarter)?

  private func quarter(of day: Day) -> Quarter {
    if let memo = quarterMemo, memo.day == day.number { return memo.quarter }
    let quarter = Quarter(day, fiscalYearStart: rules.fiscalYearStart)
    quarterMemo = (day.number, quarter)
    return quarter
  }

  private func note(_ row: ConsultationRow) {
    guard row.held != ConsultationRow.noDay else {
      undated += 1
      return
    }
    if firstDay == ConsultationRow.noDay || row.held < firstDay { firstDay = row.held }
    if row.held > lastDay { lastDay = row.held }
    if let memo = eventDays[row.event], memo.first <= row.held,
      row.status != .held || memo.heldFrom <= row.held
    {
      return
    }
    var days = eventDays[row.event] ?? (row.held, .max)
    days.first = min(days.first, row.held)
    if row.status == .held { days.heldFrom = min(days.heldFrom, row.held) }
    eventDays[row.event] = days
  }

  /// First day of a counted and of a held consultation, by event number.
  private(set) var eventDays: [UInt32: (first: Int32, heldFrom: Int32)] = [:]

  // MARK: - Groups

  private func addCohort(_ cohort: Cohort, _ key: Hash128) -> Int {
    let number = cohortKeys.insert(key)
    cohorts.append(cohort)
    sums.append(GroupSums())
    cohortGroups.append(groupKeys(of: cohort).map { groupNumber($0) })
    return number
  }

  /// The groups to which a cohort belongs.
  func groupKeys(of cohort: Cohort) -> [GroupKey] {
    var keys: [GroupKey] = [
      .total, .country(cohort.country), .sector(cohort.sector), .event(cohort.event),
      .quarter(cohort.quarter),
    ]
    guard plan.isTrend else {
      keys += [.countryAndSector(cohort.country, cohort.sector), .mode(cohort.mode)]
      return keys
    }
    let series = series(of: cohort.event)
    if let series { keys.append(.series(series)) }
    if let quarter = cohort.quarter {
      keys += [.countryQuarter(cohort.country, quarter), .sectorQuarter(cohort.sector, quarter)]
      if let series { keys.append(.seriesQuarter(series, quarter)) }
    }
    return keys
  }

  func series(of event: UInt32) -> Int? { seriesByName[tables.eventName(event)] }

  private func groupNumber(_ key: GroupKey) -> Int {
    if let held = groupNumbers[key] { return held }
    let number = groups.count
    groupNumbers[key] = number
    groups.append(key)
    suppliers.append(PagedBitSet())
    buyers.append(PagedBitSet())
    suppliersWithMOU.append(PagedBitSet())
    return number
  }

  // MARK: - What became of a cohort

  private func follow(_ row: ConsultationRow, isMOU: Bool) {
    if isMOU, let day = row.signedDay ?? row.heldDay {
      let quarter = quarter(of: day)
      var keys: [GroupKey] = [.total, .country(row.country), .sector(row.sector)]
      if let series = series(of: row.event) { keys.append(.series(series)) }
      for key in keys { signedQuarters[SignedKey(group: key, quarter: quarter), default: 0] += 1 }
    }
    guard let held = row.heldDay else { return }
    var cohorts: [FollowUpKey] = [.quarter(quarter(of: held))]
    if series(of: row.event) != nil { cohorts.append(.event(row.event)) }
    for cohort in cohorts {
      var counts = followUp[cohort] ?? FollowUpCounts()
      followUp[cohort] = nil  // so that the dictionaries below are changed in place
      counts.youngest = max(counts.youngest, held.number)
      if isMOU {
        let days = row.signed == ConsultationRow.noDay ? 0 : max(0, row.signed - held.number)
        counts.mous[days, default: 0] += 1
      } else {
        counts.open[held.number, default: 0] += 1
      }
      followUp[cohort] = counts
    }
  }

  // MARK: - Uniting

  /// Adds what another tally has measured.
  func unite(_ other: MeasureTally) throws(TallyError) {
    for (index, cohort) in other.cohorts.enumerated() {
      let key = cohort.key
      let number = cohortKeys.find(key) ?? addCohort(cohort, key)
      if sums[number].add(other.sums[index]) { hasOverflow = true }
    }
    for (index, key) in other.groups.enumerated() {
      let number = groupNumber(key)
      suppliers[number].formUnion(other.suppliers[index])
      buyers[number].formUnion(other.buyers[index])
      suppliersWithMOU[number].formUnion(other.suppliersWithMOU[index])
    }
    if other.firstDay != ConsultationRow.noDay {
      if firstDay == ConsultationRow.noDay || other.firstDay < firstDay { firstDay = other.firstDay }
      lastDay = max(lastDay, other.lastDay)
    }
    for (event, days) in other.eventDays {
      let mine = eventDays[event] ?? (.max, .max)
      eventDays[event] = (min(mine.first, days.first), min(mine.heldFrom, days.heldFrom))
    }
    eventsNamed.formUnion(other.eventsNamed)
    undated += other.undated
    signedQuarters.merge(other.signedQuarters, uniquingKeysWith: +)
    for (key, counts) in other.followUp {
      var mine = followUp[key] ?? FollowUpCounts()
      mine.open.merge(counts.open, uniquingKeysWith: +)
      mine.mous.merge(counts.mous, uniquingKeysWith: +)
      mine.youngest = max(mine.youngest, counts.youngest)
      followUp[key] = mine
    }
    hasOverflow = hasOverflow || other.hasOverflow
    try checkOverflow()
  }
}
