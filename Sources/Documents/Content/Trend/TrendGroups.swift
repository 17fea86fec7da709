import Model

/// Groups of the latest time by their held consultations, ties as ties.
struct TrendRanking<Key: Hashable> {
  /// A group with its held consultations.
  struct Entry {
    var key: Key
    var held: Int
  }

  /// The known groups that had any, most first.
  var entries: [Entry]
  /// Held consultations whose group is not known, which has no place among the others.
  var unknown: Int
  /// Whether a region such as Hong Kong is among the groups.
  var areAlsoRegions = false
  /// The changes against the time before; nil where there is none to compare with.
  var movers: Movers?

  /// The groups that rose and fell most; several where they tie.
  struct Movers {
    var up: [Key]
    var upBy: Int
    var down: [Key]
    var downBy: Int
  }

  /// The groups that had most.
  var leaders: [Entry] { entries.filter { $0.held == entries.first?.held } }

  /// - Parameters:
  ///   - groups: held consultations now and before, in the order of documents; before is nil where there is nothing to
  ///     compare with.
  ///   - isKnown: whether a key names a group.
  init(_ groups: [(key: Key, now: Int, before: Int?)], isKnown: (Key) -> Bool = { _ in true }) {
    unknown = groups.filter { !isKnown($0.key) }.reduce(0) { $0 + $1.now }
    let groups = groups.filter { isKnown($0.key) }
    areAlsoRegions = groups.contains {
      ($0.key as? CountryCode)?.isAlsoRegion == true && $0.now + ($0.before ?? 0) > 0
    }
    entries = groups.filter { $0.now > 0 }.map { Entry(key: $0.key, held: $0.now) }
    // The order of documents decides among equals.
    entries = entries.enumerated().sorted {
      ($1.element.held, $0.offset) < ($0.element.held, $1.offset)
    }.map(\.element)
    let changes = groups.compactMap { group in group.before.map { (key: group.key, by: group.now - $0) } }
    guard changes.count > 1 else { return }
    let up = max(0, changes.map(\.by).max() ?? 0)
    let down = min(0, changes.map(\.by).min() ?? 0)
    movers = Movers(
      up: up == 0 ? [] : changes.filter { $0.by == up }.map(\.key), upBy: up,
      down: down == 0 ? [] : changes.filter { $0.by == down }.map(\.key), downBy: down)
  }
}

extension TrendFacts {
  /// What the rankings are of: the latest edition of the first series that has one, else the latest quarter, and what
  /// it is compared with.
  var ranked: (later: Side, earlier: Side?, kind: TrendComparison.Kind?)? {
    if let first = series.first(where: { $0.latest != nil }), let latest = first.latest {
      let comparison = first.comparison.flatMap {
        $0.isComparable && haveLikeStatuses($0.earlier, $0.later) ? $0 : nil
      }
      return (latest, comparison?.earlier, comparison?.kind)
    }
    guard let latest else { return nil }
    let comparison = quarterComparisons.first { $0.isComparable && haveLikeStatuses($0.earlier, $0.later) }
    return (latest, comparison?.earlier, comparison?.kind)
  }

  /// Countries of the latest time.
  var countryRanking: TrendRanking<CountryCode> {
    ranking(trend.byCountry, trend.editionsByCountry) { $0 != .unknown }
  }

  /// Sectors of the latest time.
  var sectorRanking: TrendRanking<String?> {
    ranking(trend.bySector, trend.editionsBySector) { $0 != nil }
  }

  private func ranking<Key>(
    _ quarters: [TrendGroup<Key>], _ editions: [EditionBreakdown<Key>], isKnown: (Key) -> Bool
  ) -> TrendRanking<Key> {
    guard let ranked else { return TrendRanking([]) }
    switch (ranked.later.cohort, ranked.earlier?.cohort) {
    case (.quarter(let later), let earlier):
      func held(_ group: TrendGroup<Key>, _ quarter: Quarter) -> Int {
        group.points.first { $0.quarter == quarter }?.measures.held ?? 0
      }
      return TrendRanking(
        quarters.map { group in
          var before: Int?
          if case .quarter(let quarter)? = earlier { before = held(group, quarter) }
          return (group.key, held(group, later), before)
        }, isKnown: isKnown)
    case (.edition, let earlier):
      func place(_ cohort: FollowUpPoint.Cohort?) -> Int? {
        trend.editions.firstIndex { .edition(series: $0.series, event: $0.event) == cohort }
      }
      guard let now = place(ranked.later.cohort) else { return TrendRanking([]) }
      let before = place(earlier)
      return TrendRanking(
        editions.map { group in
          (group.key, group.counts[now].held, before.map { group.counts[$0].held })
        }, isKnown: isKnown)
    }
  }

  // MARK: - MOUs by their days

  /// MOUs by the quarter of signing; those without a day of signing are counted separately.
  var signed: (quarters: [(quarter: Quarter, count: Int)], undated: Int) {
    var quarters: [(quarter: Quarter, count: Int)] = []
    var undated = 0
    for point in trend.total {
      let without = cohort(.quarter(point.quarter))?.undatedMOUs ?? 0
      undated += without
      let dated = point.mousSigned - without
      if dated > 0 { quarters.append((point.quarter, dated)) }
    }
    return (quarters, undated)
  }

  /// What became of the meetings of the latest time.
  struct FollowUp {
    var cohort: FollowUpCohort
    /// After the most days for which all its meetings have been followed; nil where no MOU has a day.
    var seen: FollowUpPoint?
    /// The time before after as many days.
    var before: (cohort: FollowUpCohort, point: FollowUpPoint)?
    /// The next number of days for which not all have been followed, where an MOU that counts may still come.
    var open: Int?
  }

  var followUp: FollowUp? {
    guard let ranked, recorded(ranked.later.cohort)[Measures.Key.mous],
      let cohort = cohort(ranked.later.cohort)
    else {
      return nil
    }
    let points = self.points(of: ranked.later.cohort)
    var result = FollowUp(cohort: cohort)
    guard isTold(cohort) else { return result }
    result.seen = points.last { $0.observable }
    if let seen = result.seen, let earlier = ranked.earlier, let other = self.cohort(earlier.cohort),
      isTold(other),
      let same = self.points(of: earlier.cohort).first(where: { $0.days == seen.days && $0.observable })
    {
      result.before = (other, same)
    }
    // Where a maturity time is set, it is said of the time itself whether MOUs may come.
    if trend.maturityDays == nil, cohort.mous < cohort.followed {
      result.open = points.first { !$0.observable }?.days
    }
    return result
  }
}
