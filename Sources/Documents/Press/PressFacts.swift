import Content
import Model

/// What the press paragraph says, free of language: names as they are printed, amounts in words.
struct PressFacts {
  /// A list of countries longer than this is cut to `countriesWhenCut`.
  static let countriesNamed = 6
  static let countriesWhenCut = 4
  /// How many pairs are named where there are not more, and where there are.
  static let pairsNamed = 3
  static let pairsWhenCut = 2

  /// An MOU's two sides, with how many MOUs they have.
  struct Pair {
    var supplier: String?
    var buyer: String?
    /// Nil where it is not known.
    var country: String?
    var count: Int
  }

  /// An amount with how many state it.
  struct Amount {
    /// For example `약 1,026만 달러`.
    var words: String
    var coverage: Coverage
    /// For example `약 117억 원`; nil where no rate is known.
    var second: String?
    /// Whether all that state it state none.
    var isZero = false
  }

  let total: Measures
  /// How much of the events is still to come.
  let progress: Progress
  let recorded: Recorded
  /// The event's title, else the report's.
  let name: String
  /// How many events there were.
  let events: Int
  /// Events of which every booked consultation was cancelled, with how many that were, where others were held.
  let calledOff: [(name: String, booked: Int)]
  /// The days of the held consultations, printed; nil where none is dated.
  let held: String?
  /// The days of everything booked, printed.
  let booked: String?
  let venue: String?
  let host: String?
  /// Countries with a held consultation by name, most of them first; cut where there are many.
  let countries: [String]
  /// How many countries that is in all.
  let countryCount: Int
  let areAlsoRegions: Bool
  /// The consultations whose buyer's country is unknown.
  let unknown: Measures?
  let unregistered: UnregisteredCounts
  /// Modes with their held consultations, where there is more than one; nil for those whose mode is not known.
  let modes: [(mode: Mode?, held: Int)]
  /// The only mode of all held consultations.
  let onlyMode: Mode?
  let consulted: Amount?
  let expected: Amount?
  let mou: Amount?
  let contract: Amount?
  /// The pairs to name, largest amounts first.
  var pairs: [Pair]
  /// Whether there are more pairs than are named.
  var pairsAreCut: Bool
  /// Whether every buyer comes from abroad.
  let areBuyersOverseas: Bool
  let asOf: String?
  let isProvisional: Bool
  /// The rate of the second currency where an amount states it: `1달러=1,136.4원`.
  let rate: String?
}

extension PostEventContent {
  /// The headline and the paragraph, which names fewer pairs where it would be too long to be read out.
  var press: PressRelease {
    var facts = pressFacts
    var release = words.press(facts)
    while release.paragraphs.joined().count > words.pressLength, facts.pairs.count > 1 {
      facts.pairs.removeLast()
      facts.pairsAreCut = true
      release = words.press(facts)
    }
    return release
  }

  private var pressFacts: PressFacts {
    let pairs = signatories
    let unknown = outcomes.byCountry.first { $0.key == .unknown && $0.measures.held > 0 }?.measures
    let isCut = heldCountries.count > PressFacts.countriesNamed
    let named = isCut ? heldCountries.prefix(PressFacts.countriesWhenCut) : heldCountries[...]
    let modes = outcomes.byMode.filter { $0.measures.held > 0 }
    let consulted = pressAmount(.consulted)
    let second = SecondCurrency(head)
    return PressFacts(
      total: total, progress: progress, recorded: context.recorded,
      name: eventTitle ?? Language.allCases.reduce(context.title) { $1.reportWords.eventName(ofTitle: $0) },
      events: outcomes.byEvent.filter { $0.measures.held > 0 }.count,
      calledOff: outcomes.byEvent.filter {
        $0.measures.booked > 0 && $0.measures.cancelled == $0.measures.booked
      }
      .map { (context.title(ofEvent: $0.key), $0.measures.booked) },
      held: head.heldPeriod.map { words.period($0) }, booked: head.period.map { words.period($0) },
      venue: context.text(head.details.venue), host: context.text(head.details.host),
      countries: named.map { words.inText(context.name(of: $0), $0) }, countryCount: heldCountries.count,
      areAlsoRegions: areAlsoRegions, unknown: unknown,
      unregistered: outcomes.unregistered ?? UnregisteredCounts(),
      modes: modes.count > 1 ? modes.map { ($0.key, $0.measures.held) } : [],
      onlyMode: modes.count == 1 ? modes.first?.key : nil, consulted: consulted,
      expected: pressAmount(.expectedContract), mou: pressAmount(.mou), contract: pressAmount(.contract),
      pairs: pairs.named, pairsAreCut: pairs.isCut,
      areBuyersOverseas: unknown == nil && !heldCountries.contains(head.homeCountry),
      asOf: head.asOf.map { words.day($0) }, isProvisional: context.revisions.isProvisional,
      rate: consulted?.second == nil
        ? nil : second.flatMap { $0.quoted(head.baseCurrency, words) })
  }

  /// An amount in the words of a release; nil where nothing is stated, and where no value was put on what was signed.
  private func pressAmount(_ kind: AmountKind) -> PressFacts.Amount? {
    let sum = total.amounts[kind].sum
    let isOfMeetings = kind == .consulted || kind == .expectedContract
    guard sum > .zero || (isOfMeetings && total.amounts[kind].stated > 0) else { return nil }
    return PressFacts.Amount(
      words: PressAmount(sum, head.baseCurrency, context.language).text, coverage: total.coverage(of: kind),
      second: kind == .consulted && sum > .zero ? secondAmount(sum) : nil, isZero: sum == .zero)
  }

  /// Who signed: each pair once with all its MOUs, the largest amounts first.
  private var signatories: (named: [PressFacts.Pair], isCut: Bool) {
    struct Key: Hashable {
      var supplier: MOUList.Place
      var buyer: MOUList.Place
      var country: CountryCode
    }
    let mous = outcomes.mous
    // Alike texts may stand in several places.
    var firstPlaces: [String: MOUList.Place] = [:]
    let places = mous.texts.enumerated().map { at, text in
      let place = firstPlaces[text] ?? MOUList.Place(at)
      firstPlaces[text] = place
      return place
    }
    func first(_ place: MOUList.Place) -> MOUList.Place {
      place == MOUList.none ? place : places[Int(place)]
    }
    // In the order of their first MOUs; there may be thousands, of which a handful is named.
    var pairs: [(key: Key, count: Int, amount: Int64)] = []
    var pairNumbers: [Key: Int] = [:]
    for mou in mous.rows {
      let key = Key(supplier: first(mou.supplier), buyer: first(mou.buyer), country: mou.country)
      let number = pairNumbers[key] ?? pairs.count
      if number == pairs.count {
        pairNumbers[key] = number
        pairs.append((key, 0, 0))
      }
      pairs[number].count += 1
      pairs[number].amount += mou.amount?.hundredths ?? 0
    }
    let isCut = pairs.count > PressFacts.pairsNamed
    let ranked = pairs.enumerated().sorted { left, right in
      let amounts = (left.element.amount, right.element.amount)
      return amounts.0 == amounts.1 ? left.offset < right.offset : amounts.0 > amounts.1
    }
    let named = ranked.prefix(isCut ? PressFacts.pairsWhenCut : PressFacts.pairsNamed).map { _, pair in
      let key = pair.key
      return PressFacts.Pair(
        supplier: mous.text(key.supplier).map { TerminalText.safe($0, columns: 60) },
        buyer: mous.text(key.buyer).map { TerminalText.safe($0, columns: 60) },
        country: key.country == .unknown ? nil : context.name(of: key.country),
        count: pair.count)
    }
    return (named, isCut)
  }
}
