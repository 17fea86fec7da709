/// The first and last day of the consultations that count.
package struct Period: Hashable, Sendable {
  /// The first day.
  package let from: Day
  /// The last day.
  package let to: Day
  /// Makes a period of two days, both included.
  package init(from: Day, to: Day) {
    self.from = from
    self.to = to
  }
}

/// One MOU, in reading order of its consultation.
package struct MOUEntry: Hashable, Sendable {
  /// The id of the event.
  package var event: String
  /// The supplier as registered, else as in the row, else its id; nil where the row names none.
  package var supplier: String?
  /// The buyer as registered, else as in the row, else its id; nil where the row names none.
  package var buyer: String?
  /// The buyer's country.
  package var country: CountryCode
  /// The label of the sector; nil for none.
  package var sector: String?
  /// The day of signing; nil where none is given.
  package var signedOn: Day?
  /// The amount in the base currency; nil where none is given.
  package var amount: Money?

  package init(
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
package struct Group<Key: Hashable & Sendable>: Hashable, Sendable {
  /// What the group has in common.
  package var key: Key
  /// The measures.
  package var measures: Measures
  package init(key: Key, measures: Measures) {
    self.key = key
    self.measures = measures
  }
}

/// A country and a sector.
package struct CountryAndSector: Hashable, Sendable {
  /// The buyer's country.
  package var country: CountryCode
  /// The label of the sector; nil for none.
  package var sector: String?
  package init(country: CountryCode, sector: String?) {
    self.country = country
    self.sector = sector
  }
}

/// What stands at the head of every document.
package struct ReportHead: Sendable {
  /// The report's name as given, for example `pohang-2020`.
  package var name: String
  /// The title per language.
  package var title: [Language: String]
  /// Nothing later than this day counts; nil for no such limit.
  package var asOf: Day?
  /// Nothing earlier than this day counts; nil for no such limit.
  package var from: Day?
  /// The currency into which all amounts are converted.
  package var baseCurrency: Currency
  /// First and last day of the consultations that count; nil where none is dated.
  package var period: Period?
  /// First and last day of the held consultations that count; nil where none is dated.
  package var heldPeriod: Period?
  /// The last date in the data (of a meeting, or of an MOU of a held one), counted or not.
  package var lastDate: Day?
  /// The exchange rates in use, for the notes.
  package var rates: [RateNote]
  /// Every file, in reading order.
  package var inputs: [InputReport]
  /// The country of suppliers that name none.
  package var homeCountry: CountryCode
  /// Quarters that lie more than ten years from all others.
  package var farQuarters: [Quarter] = []
  /// Buyers that are counted apart from those of the same name, since their rows state no country.
  package var buyersApart = 0
  /// What ids and names leave in doubt.
  package var identityDoubts = IdentityDoubts()
  /// What the definition says besides the inputs.
  package var details = ReportDetails()
  /// Editions of a series that no file names.
  package var unknownEditions: [UnknownEdition] = []
  /// Rates that seem to be quoted the other way round.
  package var reversedRates: [ReversedRate] = []

  package init(
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

/// A rate that no year knows, but the other way round.
package struct ReversedRate: Hashable, Sendable {
  /// The currency.
  package var currency: Currency
  /// `1 SAR = 3.75 USD`.
  package var meaning: String
  /// The lowest and the highest value of the years, the second with its currency.
  package var low: String
  package var high: String
  /// The rate as it was probably meant.
  package var meant: String

  package init(currency: Currency, meaning: String, low: String, high: String, meant: String) {
    (self.currency, self.meaning, self.low, self.high, self.meant) = (currency, meaning, low, high, meant)
  }
}

/// An exchange rate as a document states it.
package struct RateNote: Hashable, Sendable {
  /// The currency.
  package var currency: Currency
  /// The rate as it was written, for example `0.00087`: one unit of `currency` in the base currency.
  package var rate: String
  /// The first day on which it holds; nil for all days.
  package var from: Day?
  /// Where it comes from, as the definition says.
  package var source: String?
  package init(currency: Currency, rate: String, from: Day?, source: String?) {
    self.currency = currency
    self.rate = rate
    self.from = from
    self.source = source
  }
}

/// Everything that a post-event report says.
///
/// All lists are in the order in which documents print them.
package struct Outcomes: Sendable {
  /// What stands at the head of every document.
  package var head: ReportHead
  /// All consultations.
  package var total: Measures
  /// By the buyer's country, most held first.
  package var byCountry: [Group<CountryCode>]
  /// By sector, most held first, none last.
  package var bySector: [Group<String?>]
  /// By country and sector, most held first.
  package var byCountryAndSector: [Group<CountryAndSector>]
  /// By quarter, the undated ones last.
  package var byQuarter: [Group<Quarter?>]
  /// By event in order of their first dates.
  package var byEvent: [Group<String>]
  /// By mode, unknown or not given last.
  package var byMode: [Group<Mode?>]
  /// MOUs in reading order.
  package var mous: MOUList
  /// Groups of countries, in the order of countries: most `held` first, then by id; what is in none is left out.
  package var byRegion: [Group<String>] = []
  /// Consultations of the same events that come after the as-of date and that no measure has; those called off aside.
  package var later = 0
  /// What is in no group of countries, so that groups of countries add up to the total; nil where nothing is.
  package var noRegion: Measures?
  /// The middle of what consultations state, where it was worked out.
  package var medians = Medians()
  /// Organisations with a held consultation that no registration names; nil where that was not worked out.
  package var unregistered: UnregisteredCounts?

  package init(
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

/// How many organisations with a held consultation are not registered.
package struct UnregisteredCounts: Hashable, Sendable {
  /// Suppliers; nil where no registration of suppliers was given.
  package var suppliers: Int?
  /// Buyers; nil where no registration of buyers was given.
  package var buyers: Int?

  package init(suppliers: Int? = nil, buyers: Int? = nil) {
    (self.suppliers, self.buyers) = (suppliers, buyers)
  }
}

/// The middle amounts, which say more than the mean where a few meetings are much larger than the others.
///
/// Of an even number of amounts the half of the two in the middle, rounded half to even to hundredths.
package struct Medians: Hashable, Sendable {
  /// The consulted amount of a held consultation that states one; nil where none does.
  package var consultedPerMeeting: Money?
  /// The consulted amounts of a supplier that stated any, added up; nil where none did.
  package var consultedPerSupplier: Money?
  /// How many suppliers stated any.
  package var suppliersStating = 0

  /// Makes medians of nothing.
  package init() {}
}
