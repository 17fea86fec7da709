import Model

/// The press paragraph: plain sentences in the order in which a city's releases state results.
///
/// Suppliers and buyers are those with a held consultation; where registered ones are named, the sentence says
/// so. Every number is exact but for amounts, which are rounded as the paragraph says. The unknown country is
/// no country here. Only the headline rounds a count down, and the paragraph under it has the exact one.
struct TextPress {
  /// A list of countries longer than this is cut to `countriesWhenCut`.
  static let countriesNamed = 6
  static let countriesWhenCut = 4
  /// A list of pairs longer than this is cut to this length.
  static let pairsNamed = 5

  let summary: TextSummary
  /// Countries with a held consultation, most of them first, the unknown one left out.
  let countries: [CountryCode]
  /// The consultations whose buyer's country is unknown.
  let unknown: Measures?
  /// The pairs to name in their order, and one more where there are others.
  let pairs: [Pair]

  /// An MOU's two sides, with how many MOUs they have.
  struct Pair {
    var supplier: String?
    var buyer: String?
    var country: CountryCode
    var count: Int
  }

  init(_ summary: TextSummary) {
    self.summary = summary
    let held = summary.outcomes.byCountry.filter { $0.measures.held > 0 }
    countries = held.map(\.key).filter { $0 != .unknown }
    unknown = held.first { $0.key == .unknown }?.measures
    pairs = TextPress.pairs(of: summary.outcomes.mous)
  }

  var outcomes: Outcomes { summary.outcomes }
  var total: Measures { summary.outcomes.total }

  /// A line for the top of a release; nil where nothing was held.
  var headline: String? {
    guard total.held > 0, total.suppliers > 0, total.buyers > 0 else { return nil }
    return summary.language == .ko ? koreanHeadline : englishHeadline
  }

  /// The paragraph on one line, the as-of date at its end.
  var paragraph: String {
    var draft = Draft(currency: outcomes.head.baseCurrency, language: summary.language)
    switch summary.language {
    case .ko: korean(&draft)
    case .en: english(&draft)
    }
    draft.addRounding()
    if let asOf = outcomes.head.asOf {
      let day = TextNumbers.day(asOf, summary.language)
      draft.addNote(summary.language == .ko ? "기준: \(day)" : "as of \(day)", to: draft.sentences.count - 1)
    }
    return draft.sentences.joined(separator: " ")
  }

  /// The sentences so far, with what has to be said about the amounts in them.
  struct Draft {
    let currency: Currency
    let language: Language
    private(set) var sentences: [String] = []
    private var roundings: Set<PressAmount.Rounding> = []
    /// The first sentence with a rounded amount: it states how all are rounded.
    private var firstRounded: Int?
    private var noted: Set<Int> = []

    init(currency: Currency, language: Language) {
      self.currency = currency
      self.language = language
    }

    /// The words for an amount that the next sentence names.
    mutating func words(_ money: Money) -> String {
      let amount = PressAmount(money, currency, language)
      if let rounding = amount.rounding {
        roundings.insert(rounding)
        if firstRounded == nil { firstRounded = sentences.count }
      }
      return amount.text
    }

    mutating func add(_ sentence: String) { sentences.append(sentence) }

    /// Puts a bracket before the full stop of a sentence.
    mutating func addNote(_ note: String, to index: Int) {
      guard sentences.indices.contains(index) else { return }
      let space = language == .ko ? "" : " "
      let sentence = sentences[index].dropLast()
      // One bracket, not two, where the sentence has a note already.
      if noted.contains(index) {
        sentences[index] = "\(sentence.dropLast()), \(note))."
      } else {
        noted.insert(index)
        sentences[index] = "\(sentence)\(space)(\(note))."
      }
    }

    mutating func addRounding() {
      guard let firstRounded, let statement = PressAmount.statement(roundings, currency, language) else {
        return
      }
      addNote(statement, to: firstRounded)
    }
  }

  /// The countries to name, and whether the list is cut.
  var namedCountries: (names: [String], isCut: Bool) {
    let isCut = countries.count > TextPress.countriesNamed
    let named = isCut ? countries.prefix(TextPress.countriesWhenCut) : countries[...]
    return (named.map(summary.name(of:)), isCut)
  }

  /// How every held consultation took place, where all did so in one way.
  var onlyMode: Mode? {
    let held = outcomes.byMode.filter { $0.measures.held > 0 }
    return held.count == 1 ? held.first?.key : nil
  }

  /// The events with a held consultation.
  var eventsHeld: Int { outcomes.byEvent.filter { $0.measures.held > 0 }.count }

  /// Whether every buyer comes from abroad.
  var areBuyersOverseas: Bool { unknown == nil && !countries.contains(outcomes.head.homeCountry) }

  /// How many of the MOUs state an amount.
  var mousWithAmount: Int { outcomes.mous.rows.count { $0.amount != nil } }

  /// The pairs to name with all their MOUs, and one more where there are others.
  private static func pairs(of mous: MOUList) -> [Pair] {
    var pairs: [Pair] = []
    for mou in mous.rows {
      let known = pairs.prefix(pairsNamed).firstIndex {
        $0.country == mou.country && $0.supplier == mous.text(mou.supplier)
          && $0.buyer == mous.text(mou.buyer)
      }
      if let known {
        pairs[known].count += 1
      } else if pairs.count <= pairsNamed {
        pairs.append(
          Pair(
            supplier: mous.text(mou.supplier), buyer: mous.text(mou.buyer), country: mou.country, count: 1))
      }
    }
    return pairs
  }
}
