/// The first and last day of the consultations that count.
public struct Period: Hashable, Sendable {
  /// The first day.
  public let from: Day
  /// The last day.
  public let to: Day
  /// Makes a period of two days, both included.
  public init(from: Day, to: Day) {
    self.from = from
    self.to = to
  }
}

/// One MOU, in reading order of its consultation.
public struct MOUEntry: Hashable, Sendable {
  /// The id of the event.
  public var event: String
  /// The supplier as registered, else as in the row, else its id; nil where the row names none.
  public var supplier: String?
  /// The buyer as registered, else as in the row, else its id; nil where the row names none.
  public var buyer: String?
  /// The buyer's country.
  public var country: CountryCode
  /// The label of the sector; nil for none.
  public var sector: String?
  /// The day of signing; nil where none is given.
  public var signedOn: Day?
  /// The amount in the base currency; nil where none is given.
  public var amount: Money?

  /// Makes the value from its parts.
  public init(
    event: String, supplier: String?, buyer: String?, country: CountryCode, sector: String?, signedOn: Day?,
    amount: Money?
  ) {
    self.event = event
    self.supplier = supplier
    self.buyer = buyer
    self.country = country
    self.sector = sector
    self.signedOn = signedOn
    self.amount = amount
  }
}

/// A group of consultations with its measures.
public struct Group<Key: Hashable & Sendable>: Hashable, Sendable {
  /// What the group has in common.
  public var key: Key
  /// The measures.
  public var measures: Measures
  /// Makes the value from its parts.
  public init(key: Key, measures: Measures) {
    self.key = key
    self.measures = measures
  }
}

/// A country and a sector.
public struct CountryAndSector: Hashable, Sendable {
  /// The buyer's country.
  public var country: CountryCode
  /// The label of the sector; nil for none.
  public var sector: String?
  /// Makes the value from its parts.
  public init(country: CountryCode, sector: String?) {
    self.country = country
    self.sector = sector
  }
}

/// What stands at the head of every document.
public struct ReportHead: Sendable {
  /// The report's name as given, for example `pohang-2020`.
  public var name: String
  /// The title per language.
  public var title: [Language: String]
  /// Nothing later than this day counts; nil for no such limit.
  public var asOf: Day?
  /// Nothing earlier than this day counts; nil for no such limit.
  public var from: Day?
  /// The currency into which all amounts are converted.
  public var baseCurrency: Currency
  /// First and last day of the consultations that count; nil where none is dated.
  public var period: Period?
  /// The last date in the data (of a meeting, or of an MOU of a held one), counted or not.
  public var lastDate: Day?
  /// The exchange rates in use, for the notes.
  public var rates: [RateNote]
  /// Every file, in reading order.
  public var inputs: [InputReport]
  /// The country of suppliers that name none.
  public var homeCountry: CountryCode

  /// Makes the value from its parts.
  public init(
    name: String, title: [Language: String], asOf: Day?, from: Day?, baseCurrency: Currency, period: Period?,
    lastDate: Day?, rates: [RateNote], inputs: [InputReport], homeCountry: CountryCode
  ) {
    self.name = name
    self.title = title
    self.asOf = asOf
    self.from = from
    self.baseCurrency = baseCurrency
    self.period = period
    self.lastDate = lastDate
    self.rates = rates
    self.inputs = inputs
    self.homeCountry = homeCountry
  }
}

/// An exchange rate as a document states it.
public struct RateNote: Hashable, Sendable {
  /// The currency.
  public var currency: Currency
  /// The rate as it was written, for example `0.00087`: one unit of `currency` in the base currency.
  public var rate: String
  /// The first day on which it holds; nil for all days.
  public var from: Day?
  /// Where it comes from, as the definition says.
  public var source: String?
  /// Makes the value from its parts.
  public init(currency: Currency, rate: String, from: Day?, source: String?) {
    self.currency = currency
    self.rate = rate
    self.from = from
    self.source = source
  }
}

/// Everything that a post-event report says.
///
/// All lists are in the order in which documents print them.
public struct Outcomes: Sendable {
  /// What stands at the head of every document.
  public var head: ReportHead
  /// All consultations.
  public var total: Measures
  /// By the buyer's country, most held first.
  public var byCountry: [Group<CountryCode>]
  /// By sector, most held first, none last.
  public var bySector: [Group<String?>]
  /// By country and sector, most held first.
  public var byCountryAndSector: [Group<CountryAndSector>]
  /// By quarter, the undated ones last.
  public var byQuarter: [Group<Quarter?>]
  /// By event in order of their first dates.
  public var byEvent: [Group<String>]
  /// By mode, unknown or not given last.
  public var byMode: [Group<Mode?>]
  /// MOUs in reading order.
  public var mous: MOUList

  /// Makes the value from its parts.
  public init(
    head: ReportHead, total: Measures, byCountry: [Group<CountryCode>], bySector: [Group<String?>],
    byCountryAndSector: [Group<CountryAndSector>], byQuarter: [Group<Quarter?>], byEvent: [Group<String>],
    byMode: [Group<Mode?>], mous: MOUList
  ) {
    self.head = head
    self.total = total
    self.byCountry = byCountry
    self.bySector = bySector
    self.byCountryAndSector = byCountryAndSector
    self.byQuarter = byQuarter
    self.byEvent = byEvent
    self.byMode = byMode
    self.mous = mous
  }
}
