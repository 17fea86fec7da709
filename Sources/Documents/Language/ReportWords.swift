import Content
import Model

/// Headers of columns, and names of facts, that are no measures.
enum ReportTerm: Hashable, Sendable {
  case country, region, sector, quarter, event, mode
  case share, conversion, ratio, interval, low, high
  case number, supplier, buyer, signedOn
  case file, kind, rows, accepted, flagged, duplicate, rejected, afterAsOf, beforeFrom, otherEvent
  case amountColumn, headerInFile, problem, count, explanation, places, notRead
  case part, row, measure, oldValue, newValue, difference, edition, cause
  case term, definition
  case target, actual, achieved
  case title, venue, host, heldOn, asOf, from, status, reason, revised, currency, rates
  case source, publisher, contact, nextRelease
  case stage, rate
}

/// Everything that reports say in one language, but for the press paragraph, a trend's story and problems.
///
/// A language is one type that has all of it; nothing outside asks which language it is.
protocol ReportWords: Sendable {
  var language: Language { get }
  /// The unit of amounts in tables where nothing else is said, as a power of ten.
  var displayPower: Int { get }
  /// The powers of the units that are taken by themselves where amounts are large.
  var largerUnits: [Int] { get }
  /// The other units in which a definition may ask for amounts, besides single ones, by their powers of ten.
  var displayUnits: [(power: Int, word: String)] { get }

  // Names.
  var kindOfEvent: String { get }
  func heading(_ id: Section.ID) -> String
  func caption(_ id: Section.ID) -> String
  func term(_ term: ReportTerm) -> String
  func measure(_ key: Measures.Key) -> String
  func rate(_ key: RateKey) -> String
  func mode(_ mode: Mode?) -> String
  func inputKind(_ input: InputReport) -> String
  func currencySource(_ source: CurrencySource) -> String
  var unknownCountry: String { get }
  var noSector: String { get }
  var noRegion: String { get }
  var noQuarter: String { get }
  func quarter(_ quarter: Quarter) -> String
  var total: String { get }
  /// All countries, sectors or MOUs that are not shown one by one; whether a region such as Hong Kong is among the
  /// countries.
  func others(_ count: Int, _ of: ReportTerm, areAlsoRegions: Bool) -> String
  /// What stands in a cell without a figure.
  var absent: String { get }
  var renderer: RendererWords { get }
  func mark(_ mark: FigureMark) -> MarkMeaning

  // Numbers.
  func day(_ day: Day) -> String
  func period(_ period: Period) -> String
  /// From one number to another: `0.6~7.0`.
  func span(_ low: String, _ high: String) -> String
  /// A measure with its unit: `104건`.
  func counted(_ key: Measures.Key, _ value: Int) -> String
  /// An amount with its unit: `1,025.5만 달러`.
  func amount(_ number: String, _ currency: Currency, power: Int) -> String
  func unitLine(_ currency: Currency, power: Int) -> String
  /// How many state an amount, after it: `84건`.
  func stated(_ count: Int) -> String
  /// The same with its verb: `84건 기재`.
  func statedOf(_ count: Int, _ possible: Int) -> String
  /// A rough amount of another currency: `약 117억 원`.
  func about(_ money: Money, _ currency: Currency) -> String

  // Facts.
  func asOf(_ day: Day) -> String
  func from(_ day: Day) -> String
  var noHeldDates: String { get }
  /// In the place of the days of the meetings, where none was held.
  var noMeetingHeldFact: String { get }
  var provisional: String { get }
  var finalStatus: String { get }
  /// The number of an edition: `제2판`.
  func edition(_ number: Int) -> String
  func revised(_ tally: RevisionTally) -> String
  func exchange(_ note: RateNote, _ base: Currency) -> String

  // Key figures.
  var suppliersAndBuyers: String { get }
  func bookedOf(_ booked: Int) -> String
  func parts(_ parts: [(Measures.Key, Int)]) -> String
  func countries(_ count: Int, areAlsoRegions: Bool) -> String
  func unregistered(_ count: Int, _ role: Role) -> String
  func registered(suppliers: Int?, buyers: Int?) -> String
  func rate(_ percent: String, _ ratio: String, _ interval: String?, few: Bool) -> String
  func meanAndMedian(perMeeting mean: String, median: String?, of stated: Int) -> String
  func meanAndMedian(perSupplier mean: String, median: String?, of stated: Int) -> String
  var notRecorded: String { get }
  /// What a count is of, where some sheets have a column for it and others have not.
  func recordedOf(_ part: Recorded.Part) -> String
  /// How many were taken as held, where other sheets say what became of theirs.
  func takenAsHeld(_ count: Int) -> String
  /// What is counted in a part of the consultations only.
  func partlyRecorded(_ measures: [String], of held: Int) -> String
  /// Beside held consultations where no sheet says what became of them.
  var takenAsHeld: String { get }
  var noneStated: String { get }
  /// In the place of a number of companies, where meetings were held and none is named.
  var notNamed: String { get }

  // Remarks.
  func notRecorded(_ measures: [String]) -> String
  var statedMeaning: String { get }
  var absentMeaning: String { get }
  var totalsMeaning: String { get }
  var roundedMeaning: String { get }
  var intervalMeaning: String { get }
  func undatedMOUs(_ count: Int) -> String
  func undatedMeetings(_ count: Int) -> String
  func moreMOUs(_ rest: Int) -> String
  func moreRows(_ rest: Int) -> String
  var none: String { get }
  var noMOU: String { get }
  var noMeeting: String { get }
  var noMeetingHeld: String { get }
  /// What the cells of the matrix say; `isNamed` where the word MOU stands in them.
  func matrixMeaning(isNamed: Bool) -> String
  var inputsMeaning: String { get }
  var leftOutMeaning: String { get }
  /// What a total row of a file says, and whether the rows come to it.
  func statedTotal(_ total: StatedTotal, in file: String) -> String
  var rejectedMeaning: String { get }
  var currenciesMeaning: String { get }
  var noAmountColumn: String { get }
  var noRates: String { get }
  func place(_ file: String, _ line: Int) -> String
  func hint(_ hint: String) -> String
  func times(_ count: Int) -> String

  // Charts.
  func funnelFinding(booked: Int, held: Int, mous: Int?, isSettled: Bool) -> String
  /// Which groups lead, of how many held: several where they tie; beside them what belongs to no known group.
  func leading(_ names: [String], _ held: Int, of total: Int, unknown: (name: String, held: Int)?) -> String
  func conversionFinding(_ total: String, chance: Bool, all: Bool) -> String
  var meetingsAxis: String { get }
  /// Of counts of several kinds.
  var countAxis: String { get }
  var rateAxis: String { get }
  var contractsBeside: String { get }
  /// A finding of the first groups only; `isTied` where others have as many as the last of these.
  func first(_ finding: String, _ count: Int, isTied: Bool) -> String

  // Revisions.
  /// That amounts are not compared, since the edition before has another base currency.
  func otherCurrency(_ before: Currency, _ now: Currency) -> String
  func revisionSummary(_ tally: RevisionTally) -> String
  /// The table of a figure by its stable name.
  func part(_ part: FigurePart) -> String
  func cause(_ cause: RevisionCause) -> String
  var unknownCause: String { get }
  /// A difference of rates: `+1.2%p`.
  func points(_ number: String) -> String

  // The press release.
  func press(_ facts: PressFacts) -> PressRelease
  /// How many characters a paragraph for the press should not exceed.
  var pressLength: Int { get }
  /// The event's name, made of a report's title.
  func eventName(ofTitle title: String) -> String
  /// A country's name within a sentence.
  func inText(_ name: String, _ country: CountryCode) -> String
  /// What one unit of the base currency is in another: `1달러=1,136.4원`.
  func perBase(_ base: Currency, _ number: String, _ second: Currency) -> String

  // Notes.
  func noteTerm(_ note: ReportNote) -> String
  func noteText(_ note: ReportNote, _ currency: String) -> String
}

extension ReportWords {
  func measure(_ key: Measures.Key) -> String { language.terms.measure(key) }
  func rate(_ key: RateKey) -> String { language.terms.rate(key) }
  func day(_ day: Day) -> String { language.terms.day(day) }
  func quarter(_ quarter: Quarter) -> String { quarter.label }
  func period(_ period: Period) -> String { language.terms.period(period) }
}

extension ReportWords {
  /// The word for a power of ten; nothing for single units.
  func unit(_ power: Int) -> String { displayUnits.first { $0.power == power }?.word ?? "" }
}

extension Language {
  /// The units in which amounts can be shown, as powers of ten.
  package var displayPowers: [Int] { [0] + reportWords.displayUnits.map(\.power) }
}
