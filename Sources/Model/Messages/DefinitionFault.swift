/// What can be wrong with a report definition; keys, words and values stand as somebody typed them.
package enum DefinitionFault: Sendable, Hashable {
  // MARK: The file
  case isEmpty
  case noKeys(found: Found)
  case utf16
  case notUTF8
  case yaml(YAMLFault, detail: String)
  case refusedWithoutReason

  // MARK: Keys and values
  /// A key that is not known, in a section; and what to write instead.
  case unknownKey(String, section: DefinitionSection?, Instead)
  case sameKeyTwice([String])
  case kindMissing
  case keyIsNoWord(String, found: Found)
  /// A value is of another kind than expected.
  case expected(Expectation, key: String, found: Found)
  case nothingHere(key: String)
  case namedTwice(String, key: String)
  case nothingNamed(key: String, choices: [String])
  case controlCharacter(key: String)
  case noText(key: String)
  case tooLong(key: String, characters: Int, limit: Int)
  case nameWithoutLetter(String)
  case noDatePlace(String, key: String, Guess)

  // MARK: Dates
  case noEventDate(key: String)
  case fromAfterAsOf(from: Day, asOf: Day)
  case resolvedFromAfterAsOf(from: Day, asOf: Day)
  case finalWithMovingDate
  case maturityWithoutTrend
  case errorBeforeWarning
  case noCommand
  case unknownTimeZone(String)
  case noAsOf(text: String)
  /// The report has one name as of two days; the place in the name that tells them apart.
  case sameNameTwice(first: Day, second: Day, file: String, field: String)

  // MARK: Events and inputs
  /// An event in two series, or twice in one.
  case eventInTwoSeries(String, first: String, second: String)
  case seriesWithoutEvent(String)
  case eventWithoutID
  case eventTwice(String)
  case noConsultations
  case noFileNamed(list: String)
  case inputWithoutPath(list: String)
  case nulInPath(list: String)
  case unknownColumn(String, key: String, Guess)
  case unknownEncoding(String, Guess)
  case onlyEventsEmpty
  /// A file lies in the folder of an edition that was published.
  case readsEdition(file: String)
  /// A file is named for two events.
  case twoEvents(file: String, event: String?, line: Int, other: String?)

  // MARK: Money
  case noCurrency(String, key: String)
  case noAmounts(Column)
  case unknownUnit(String)
  case baseCurrencyRate(Currency)
  case twoRates(Currency, from: Day?, line: Int)
  case noRateHere(String)
  case rateMissing(Currency)
  case bothRates(Currency)
  case noRate(Currency, found: String)
  /// A rate that cannot be meant: what it would mean, what was usual, and what may be meant.
  case implausibleRate(Currency, meaning: String, low: String, high: String, meant: String?)

  /// Amounts are not shown in a unit; the powers of ten that a language has words for.
  case noDisplayUnit(String, [DisplayUnits])
  case unknownDisplayUnit(String)
  /// A unit names another currency than the base currency.
  case displayUnitCurrency(String, Currency, base: Currency)
  case yenOrYuan
  case secondIsBase(Currency)
  case secondWithoutRate(Currency)
  case unknownMeasure(String, Guess)
  case targetCurrency(Measures.Key, base: Currency)
  case noTargetAmount(Measures.Key, base: Currency, found: String)

  // MARK: Regions
  case noRegion
  case regionTwice(String)
  case regionWithoutCountries(String)
  case countryInTwoRegions(CountryCode, other: String)

  // MARK: Words
  case unknownCountry(String, key: String, name: String?, code: String?)
  case sectorTwice(String, owner: String)
  case sectorWithoutLabel
  case unknownList(String, Guess)
  case unknownMeaning(String, list: String, Guess)
  case wordTwice(String, list: String)

  // MARK: Reports
  case sameReport(folder: String, asOf: Day?, other: FilePlace, otherAsOf: Day?, sameDefinition: Bool)
  case sourceInReport(Source, folder: String)

  /// What kind of failure it is.
  package var category: TallyError.Category {
    switch self {
    case .refusedWithoutReason: .internalFault
    default: .definitionWrong
    }
  }

  /// What a value is.
  package enum Found: Sendable, Hashable {
    case nothing
    case text(String)
    /// A line or lines without a key, as data files have them; nothing of it is quoted.
    case plain
    case keys, list, alias
  }

  /// What may be meant instead, or what there is.
  package struct Guess: Sendable, Hashable {
    /// The nearest of the words; nil where none is near.
    package var nearest: String?
    /// All of them.
    package var known: [String]
    package init(nearest: String?, known: [String]) {
      self.nearest = nearest
      self.known = known
    }
  }

  /// What to write instead of a key.
  package enum Instead: Sendable, Hashable {
    /// Another key, or one of several.
    case keys([String])
    /// A key under another.
    case below(key: String, parent: String)
    /// `base_currency`, or `amount_currency` for amounts that name none.
    case currency
    case guess(Guess)
  }

  /// What was expected of a value.
  package enum Expectation: Sendable, Hashable {
    case text
    case keysAndValues
    case truth
    case choice([String], nearest: String?)
    /// A date, or one of some words.
    case dateOrRule([String], nearest: String?)
    case date
    case duration(named: Bool)
    case number(NumberExpectation)
    case character
    case characterOrName
    case events, sectors
    case ratesByCurrency, rateList
    case regionsByID, regionList
  }

  /// What number was expected.
  package enum NumberExpectation: Sendable, Hashable, CaseIterable {
    case month, days, editions, threads, seconds, amountLimit, aim
  }

  /// The units in which a language can show amounts.
  package struct DisplayUnits: Sendable, Hashable {
    /// The language.
    package var language: Language
    /// The units as powers of ten.
    package var powers: [Int]
    package init(language: Language, powers: [Int]) {
      self.language = language
      self.powers = powers
    }
  }

  /// What lies in the report's own folder.
  package enum Source: Sendable, Hashable {
    case definition
    case input(String)
  }
}

/// The sections of a definition that have keys of their own.
package enum DefinitionSection: Sendable, Hashable {
  /// What stands under a key.
  case named(String)
  case event, input, rate, sector, series, region

  /// The key under which it stands.
  package var key: String {
    switch self {
    case .named(let key): key
    case .event: "events"
    case .input: "inputs"
    case .rate: "rates"
    case .sector: "sectors"
    case .series: "series"
    case .region: "regions"
    }
  }
}

/// How the text of a definition is no YAML.
package enum YAMLFault: Sendable, Hashable, CaseIterable {
  case tab, colon, missingColon, star, indentation, secondDocument, character, other
}
