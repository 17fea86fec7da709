import Model

/// Headers of columns of a trend that are no measures.
enum TrendTerm: Hashable, Sendable {
  case measure, change, relative, judgement
  case series, event, quarter, heldFrom, remark
  case heldChange(TrendComparison.Kind)
  case conversionPoints
  case followed, undatedMOUs, earlyMOUs, mousSigned
  case quarters, fiscalYear, maturity
  case days(Int)
  case daysAxis, shareAxis
}

/// What the notes of a trend define besides what all reports do.
enum TrendNoteID: Hashable, Sendable {
  case quarter, fiscalYear, cohort, mousSigned, noEvent
  case change, points, judgement
  /// How many comparisons were judged.
  case chance(Int)
  case maturity(Int), editions, undatedEditions
  case followUp, sources
}

/// A quarter or an edition with its name in the language: `2020년 4분기`, `2020 포럼(2020. 10. 30.)`.
struct SpokenSide {
  var name: String
  var side: TrendFacts.Side
  /// Whether no column says that its meetings were held.
  var isTakenAsHeld = false
}

/// Two times with their names.
struct SpokenComparison {
  var comparison: TrendComparison
  var later: String
  var earlier: String
  var currency: Currency
}

/// A ranking with the names of its groups.
struct SpokenRanking {
  enum Subject: Hashable { case country, sector }
  var subject: Subject
  /// Whether a region such as Hong Kong is among the countries.
  var areAlsoRegions = false
  /// The time of which it is.
  var time: String
  /// Whether that is an event, at which consultations are held, and not a quarter.
  var isEvent: Bool
  /// Whether it is the first that is said of this time, which is then named.
  var isFirst: Bool
  /// The groups that are known with their held consultations, most first.
  var entries: [(name: String, held: Int)]
  /// How many of the first have as many.
  var leaders: Int
  /// Held consultations whose group is not known.
  var unknown: Int
  /// The groups that rose and fell most, against which kind of time.
  var up: [String] = []
  var upBy = 0
  var down: [String] = []
  var downBy = 0
  var against: TrendComparison.Kind?
}

extension SpokenRanking {
  /// Groups beside each other that had as many, as one.
  static func ties(_ entries: [(name: String, held: Int)]) -> [(names: [String], held: Int)] {
    var ties: [(names: [String], held: Int)] = []
    for entry in entries {
      if let last = ties.last, last.held == entry.held {
        ties[ties.count - 1].names.append(entry.name)
      } else {
        ties.append(([entry.name], entry.held))
      }
    }
    return ties
  }
}

/// What became of a cohort's meetings, with names.
struct SpokenFollowUp {
  var facts: TrendFacts.FollowUp
  var name: String
  var before: String?
  /// Whether its share and that of the time before have been stated already.
  var isTold = false
  /// The last day of the data, where no as-of date ends what is known.
  var dataEnd: Day?
}

/// Everything that a trend says in one language besides what all reports say.
///
/// Sentences end with their full stop; names of times come in as they are to be printed.
protocol TrendWords: Sendable {
  var kindOfTrend: String { get }
  func term(_ term: TrendTerm) -> String
  func kind(_ kind: TrendComparison.Kind) -> String
  func quarter(_ quarter: Quarter, isFiscal: Bool) -> String
  /// An event with the first day of its held consultations.
  func dated(_ name: String, _ day: Day) -> String
  /// A verdict in a cell.
  func verdict(_ verdict: TrendComparison.Verdict) -> String
  /// Why a count cannot be compared, in a cell; nil where it can.
  func age(_ age: TrendComparison.Age) -> String?
  /// That two amounts are printed alike, in a cell.
  var aboutTheSame: String { get }
  /// What became of a time of which nothing was held, in a cell; nil for others.
  func remark(_ standing: TrendFacts.Standing) -> String?

  // Facts under the title.
  func quarters(_ first: Quarter, _ last: Quarter, count: Int, noEvent: Int) -> String
  func fiscalYear(_ month: Int) -> String
  func maturity(_ days: Int) -> String

  // Sentences.
  var noDates: String { get }
  var nothingHeld: String { get }
  var takenAsHeld: String { get }
  var mousNotRecorded: String { get }
  func latestEdition(_ edition: SpokenSide, series: String) -> String
  func latestQuarter(_ quarter: SpokenSide) -> String
  /// MOUs and conversion of one time.
  func mous(_ measures: Measures) -> String
  /// That a few consultations are still to come.
  func stillToCome(_ progress: Progress) -> String
  /// That a time is under way, in a cell.
  func underWay(_ progress: Progress) -> String
  /// That a time is under way, and what it is therefore not compared with.
  func underWay(_ name: String, _ progress: Progress, against: SpokenComparison?) -> String
  /// - Parameter dataEnd: the last day of the data, where no as-of date ends what is known.
  func young(_ name: String, _ days: Int, dataEnd: Day?) -> String
  func noEdition(series: String) -> String
  func noEditionBefore(undated: Bool) -> String
  func undatedEditions(_ names: [String]) -> String
  func unheldEditions(_ editions: [SpokenSide]) -> String
  func moreSeries(_ count: Int) -> String
  /// Quarters in which something was booked and nothing held: after the latest, or all there are.
  func unheldQuarters(_ quarters: [SpokenSide], areLater: Bool) -> String
  /// - Parameter briefly: whether rates are named only where their difference is significant.
  func compared(_ comparison: SpokenComparison, briefly: Bool) -> [String]
  /// Why a time is not compared with others, all for one reason.
  func notCompared(_ comparisons: [SpokenComparison]) -> String
  func ranking(_ ranking: SpokenRanking) -> [String]
  func signed(_ quarters: [(name: String, count: Int)], undated: Int) -> String
  var noneSigned: String { get }
  func followUp(_ followUp: SpokenFollowUp) -> [String]
  func undatedMeetings(_ count: Int) -> String

  // Key figures.
  /// How many state an amount, in brackets after it; nothing where all do.
  func stated(_ coverage: Coverage) -> String
  /// A count beside the one before: `직전 행사 82건, 8건(9.8%) 적음`.
  func beside(_ kind: TrendComparison.Kind, _ change: TrendComparison.CountChange) -> String
  /// An amount beside the one before, which is printed in the unit of the key figures.
  func beside(_ kind: TrendComparison.Kind, _ change: TrendComparison.AmountChange, before: String) -> String
  func beside(_ kind: TrendComparison.Kind, _ change: TrendComparison.RateChange) -> String

  // Charts.
  func heldFinding(
    _ latest: String, _ held: Int, _ change: (TrendComparison.Kind, TrendComparison.CountChange)?
  )
    -> String
  func conversionFinding(
    _ latest: String, _ share: Proportion, _ change: (TrendComparison.Kind, TrendComparison.RateChange)?
  ) -> String
  func followUpFinding(_ latest: String, _ days: Int, _ share: Proportion) -> String
  func last(_ finding: String, _ count: Int) -> String

  // Remarks and notes.
  var changeMeaning: String { get }
  var cohortMeaning: String { get }
  var followUpMeaning: String { get }
  var openMeaning: String { get }
  var heldInMatrix: String { get }
  func undatedMOUsBeside(_ count: Int) -> String
  func lastOnly(_ shown: Int, of all: Int) -> String
  func noteTerm(_ note: TrendNoteID) -> String
  func noteText(_ note: TrendNoteID) -> String
}
