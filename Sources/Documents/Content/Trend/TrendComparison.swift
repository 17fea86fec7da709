import Model

/// Two times side by side, with what may be said of each change.
struct TrendComparison {
  /// What a time is compared with.
  enum Kind: Hashable {
    /// The edition before.
    case edition
    case previousQuarter, yearAgo
  }

  var kind: Kind
  var later: TrendFacts.Side
  var earlier: TrendFacts.Side
  /// Whether MOUs had the same time to come on both sides.
  var isEqualAge: Bool
  var counts: [CountChange]
  var amounts: [AmountChange]
  var rates: [RateChange]

  /// Whether shares after as many days can be stated of both sides, so that they stand in the place of the conversion.
  var isAgeKnown: Bool {
    !rates.contains { if case .unequalAge(nil) = $0.verdict { true } else { false } }
  }

  /// Whether something was held on both sides, and neither is still under way.
  var isComparable: Bool {
    later.standing == .held && earlier.standing == .held && !later.isUnderWay && !earlier.isUnderWay
  }

  /// A count before and after.
  struct CountChange: Hashable {
    var key: Measures.Key
    var before: Int
    var after: Int
    /// Whether MOUs had the same time on both sides; where not, both numbers are stated without saying that either rose or
    /// fell.
    var age = Age.equal
    var hasDirection: Bool { age == .equal }

    /// The change in millionths of the old value; nil from a base under ten.
    var relativeMillionths: Int? {
      before < 10
        ? nil : Int((Int128(after - before) * 1_000_000).dividedHalfToEven(by: Int128(before)))
    }
  }

  /// An amount before and after, each with its coverage.
  struct AmountChange: Hashable {
    var kind: AmountKind
    var before: Money
    var after: Money
    var beforeCoverage: Coverage
    var afterCoverage: Coverage
    /// Whether both are printed alike, or the change in per cent is printed as none.
    var isAboutTheSame: Bool
    /// Whether MOUs and contracts had the same time on both sides.
    var age = Age.equal
    var hasDirection: Bool { age == .equal }
    var isTheSame: Bool { before == after }
    /// The change in millionths of the old value; nil from a base under ten, and where fewer than ten state the amount on
    /// a side, since one of them then makes most of it.
    var relativeMillionths: Int128? {
      before.hundredths < 1000
        || min(beforeCoverage.stated, afterCoverage.stated) < TrendComparison.leastStatements
        ? nil
        : (Int128(after.hundredths - before.hundredths) * 1_000_000)
          .dividedHalfToEven(by: Int128(before.hundredths))
    }
  }

  /// Whether what came of the meetings had the same time to come on both sides.
  enum Age: Hashable {
    case equal, unequal
    /// MOUs have no day of signing, so that times cannot be made equal.
    case unknown
    /// The sheets of one side do not say what became of the meetings, or what came of them.
    case unlikeRecords
  }

  /// What may be said of two rates.
  enum Verdict: Hashable {
    /// The sheets do not have it.
    case notRecorded
    /// A denominator is 0.
    case notComputable
    /// MOUs had more time on one side; the shares after as many days on both, where these can be stated.
    case unequalAge(EqualAge?)
    /// Both are the same.
    case same
    /// They are printed alike.
    case aboutTheSame
    /// Fewer than five cases on one side.
    case few
    /// The interval of the difference leaves out zero.
    case significant
    /// It does not.
    case withinChance

    /// Whether the interval is made to speak.
    var isJudged: Bool { self == .significant || self == .withinChance }
    /// Whether the difference is stated.
    var isTold: Bool { isJudged || self == .few || self == .same || self == .aboutTheSame }
  }

  /// Shares of two times after as many days, all of whose meetings have been followed so long: plain parts of counts.
  struct EqualAge: Hashable {
    var days: Int
    var before: Proportion
    var after: Proportion
    /// MOUs without a day of signing, left out of both numbers.
    var undatedMOUs: Int
    /// MOUs that were signed before their meeting, in both numbers.
    var earlyMOUs: Int
  }

  /// A rate before and after.
  struct RateChange: Hashable {
    var key: RateKey
    var change: PointsChange
    var verdict: Verdict

    /// Whether sentences name it: no-shows, and in brief either rate, only where the difference is significant.
    func isSaid(briefly: Bool) -> Bool {
      verdict == .significant || (!briefly && (key != .noShowRate || verdict == .notRecorded))
    }
  }

  /// How many cases each numerator needs.
  static let leastCases = 5
  /// How many consultations must state an amount on each side for a change in per cent.
  static let leastStatements = 10
}

extension TrendFacts {
  func compare(_ kind: TrendComparison.Kind, _ later: Side, with earlier: Side) -> TrendComparison {
    var comparison = TrendComparison(
      kind: kind, later: later, earlier: earlier, isEqualAge: isEqualAge(later, earlier), counts: [],
      amounts: [], rates: [])
    guard comparison.isComparable else { return comparison }
    let sides = [recorded(earlier.cohort), recorded(later.cohort)]
    let isAlike = haveLikeStatuses(earlier, later)
    let age: TrendComparison.Age =
      comparison.isEqualAge ? .equal : equalAge(later, earlier) == nil ? .unknown : .unequal
    comparison.counts = Change.keys.filter { !$0.isAmount }.compactMap { key in
      let before = earlier.measures[key] ?? 0
      let after = later.measures[key] ?? 0
      let isRecorded = sides.allSatisfy { $0[key] }
      let isUnlike = !isRecorded && sides.contains { $0[key] }
      guard isRecorded || isUnlike && max(before, after) > 0 || min(before, after) > 0 else { return nil }
      // Meetings have two sides: where a side has nobody, nobody wrote it down.
      if key == .suppliers || key == .buyers, min(before, after) == 0 { return nil }
      return TrendComparison.CountChange(
        key: key, before: before, after: after,
        age: isUnlike || !isAlike && key != .booked
          ? .unlikeRecords : TrendFacts.dependsOnAge(key) ? age : .equal)
    }
    comparison.amounts = AmountKind.allCases.compactMap { kind in
      var change = amount(kind, later.measures, earlier.measures)
      if TrendFacts.dependsOnAge(kind.key) { change?.age = age }
      if !isAlike { change?.age = .unlikeRecords }
      return change
    }
    comparison.rates = [RateKey.conversion, .noShowRate].map {
      rate($0, later, earlier, comparison.isEqualAge)
    }
    return comparison
  }

  /// Whether a measure goes on growing after the meetings.
  static func dependsOnAge(_ key: Measures.Key) -> Bool {
    key == .mous || key == .contracts || key == .mouAmount || key == .contractAmount
  }

  private func amount(_ kind: AmountKind, _ later: Measures, _ earlier: Measures)
    -> TrendComparison.AmountChange?
  {
    // An amount that nobody stated is no amount of zero.
    guard later.amounts[kind].stated > 0, earlier.amounts[kind].stated > 0 else { return nil }
    var change = TrendComparison.AmountChange(
      kind: kind, before: earlier.amounts[kind].sum, after: later.amounts[kind].sum,
      beforeCoverage: earlier.coverage(of: kind), afterCoverage: later.coverage(of: kind),
      isAboutTheSame: false)
    let currency = trend.head.baseCurrency
    let printedAlike = Language.allCases.contains {
      PressAmount(change.before, currency, $0).text == PressAmount(change.after, currency, $0).text
    }
    let printedAsNone = change.relativeMillionths.map { $0.magnitude < 500 } ?? false
    change.isAboutTheSame = printedAlike || printedAsNone
    return change
  }

  private func rate(_ key: RateKey, _ later: Side, _ earlier: Side, _ isEqualAge: Bool)
    -> TrendComparison.RateChange
  {
    let change = PointsChange(
      before: key.proportion(of: earlier.measures), after: key.proportion(of: later.measures))
    return TrendComparison.RateChange(
      key: key, change: change, verdict: verdict(key, change, later, earlier, isEqualAge))
  }

  private func verdict(
    _ key: RateKey, _ change: PointsChange, _ later: Side, _ earlier: Side, _ isEqualAge: Bool
  ) -> TrendComparison.Verdict {
    guard recorded(later.cohort)[key], recorded(earlier.cohort)[key] else { return .notRecorded }
    guard let isSignificant = change.isSignificant else { return .notComputable }
    // Of none on both sides nothing is to be judged, whatever the age.
    let isNone = change.before.numerator == 0 && change.after.numerator == 0
    if key != .noShowRate, !isEqualAge, !isNone { return .unequalAge(equalAge(later, earlier)) }
    if change.pointsTenThousandths == 0 { return .same }
    let least = min(change.before.numerator, change.after.numerator)
    let isEnough = least >= TrendComparison.leastCases
    if isSignificant, isEnough { return .significant }
    if RateText.percent(change.before) == RateText.percent(change.after) { return .aboutTheSame }
    return isEnough ? .withinChance : .few
  }

  /// Whether the MOUs of both sides had the same time to come.
  ///
  /// So it is where a maturity time is set and over on both sides; where none is set, where every MOU of either came
  /// within the time for which the meetings of both have been followed. An MOU without a day of signing leaves it open.
  func isEqualAge(_ later: Side, _ earlier: Side) -> Bool {
    guard let until, let first = cohort(earlier.cohort), let second = cohort(later.cohort) else {
      return false
    }
    for (side, cohort) in [(earlier, first), (later, second)]
    where cohort.undatedMOUs > 0 || cohort.followed != side.measures.held { return false }
    if trend.maturityDays != nil { return !later.isYoung && !earlier.isYoung }
    let age = until - max(first.lastHeld, second.lastHeld)
    return max(first.longestWait ?? 0, second.longestWait ?? 0) <= age
  }

  /// The shares that had become MOUs after as many days on both sides: the most days for which all meetings of both
  /// have been followed.
  func equalAge(_ later: Side, _ earlier: Side) -> TrendComparison.EqualAge? {
    guard let first = cohort(earlier.cohort), let second = cohort(later.cohort), isTold(first), isTold(second)
    else { return nil }
    let before = points(of: earlier.cohort)
    let days = points(of: later.cohort).filter { point in
      point.observable && before.contains { $0.days == point.days && $0.observable }
    }.map(\.days).max()
    guard let days, let old = before.first(where: { $0.days == days }),
      let new = points(of: later.cohort).first(where: { $0.days == days })
    else { return nil }
    return TrendComparison.EqualAge(
      days: days, before: Proportion(numerator: old.mous, denominator: first.followed),
      after: Proportion(numerator: new.mous, denominator: second.followed),
      undatedMOUs: first.undatedMOUs + second.undatedMOUs, earlyMOUs: first.earlyMOUs + second.earlyMOUs)
  }

  /// Whether shares by days can be stated of a cohort: not where its MOUs have no day of signing at all.
  func isTold(_ cohort: FollowUpCohort) -> Bool {
    recorded(cohort.cohort)[Measures.Key.mous] && cohort.followed > 0
      && !(cohort.mous == 0 && cohort.undatedMOUs > 0)
  }
}
