/// The first and last day of the consultations that count.
public struct Period: Hashable, Sendable {
  public let from: Day
  public let to: Day
  /// Makes a period of two days, both included.
  public init(from: Day, to: Day) {
    self.from = from
    self.to = to
  }
}

/// One MOU, in reading order of its consultation.
public struct MOUEntry: Hashable, Sendable {
  public var event: String
  /// The supplier as registered, else as in the row, else its id; nil where the row names none.
  public var supplier: String?
  /// The buyer as registered, else as in the row, else its id; nil where the row names none.
  public var buyer: String?
  public var country: CountryCode
  public var sector: String?
  public var signedOn: Day?
  public var amount: Money?

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
  public var key: Key
  public var measures: Measures
  public init(key: Key, measures: Measures) {
    self.key = key
    self.measures = measures
  }
}

/// A country and a sector.
public struct CountryAndSector: Hashable, Sendable {
  public var country: CountryCode
  public var sector: String?
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
  public var asOf: Day?
  public var from: Day?
  public var baseCurrency: Currency
  public var period: Period?
  /// The last date in the data (of a meeting, or of an MOU of a held one), counted or not.
  public var lastDate: Day?
  /// The exchange rates in use, for the notes.
  public var rates: [RateNote]
  /// Every file, in reading order.
  public var inputs: [InputReport]
  public var homeCountry: CountryCode

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
  public var currency: Currency
  /// The rate as it was written, for example `0.00087`: one unit of `currency` in the base currency.
  public var rate: String
  /// The first day on which it holds; nil for all days.
  public var from: Day?
  /// Where it comes from, as the definition says.
  public var source: String?
  public init(currency: Currency, rate: String, from: Day?, source: String?) {
    self.currency = currency
    self.rate = rate
    self.from = from
    self.source = source
  }
}

/// Everything that a post-event report says. All lists are in the order in which documents print them.
public struct Outcomes: Sendable {
  public var head: ReportHead
  public var total: Measures
  public var byCountry: [Group<CountryCode>]
  public var bySector: [Group<String?>]
  public var byCountryAndSector: [Group<CountryAndSector>]
  public var byQuarter: [Group<Quarter?>]
  public var byEvent: [Group<String>]
  public var byMode: [Group<Mode?>]
  public var mous: [MOUEntry]

  public init(
    head: ReportHead, total: Measures, byCountry: [Group<CountryCode>], bySector: [Group<String?>],
    byCountryAndSector: [Group<CountryAndSector>], byQuarter: [Group<Quarter?>], byEvent: [Group<String>],
    byMode: [Group<Mode?>], mous: [MOUEntry]
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
