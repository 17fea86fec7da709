import Model

/// Names, numbers and days in English.
struct EnglishTerms: TermWords {
  var countries: [String: String] { EnglishTerms.countries }

  func measure(_ key: Measures.Key) -> String {
    switch key {
    case .booked: "Booked"
    case .held: "Held"
    case .noShows: "No-shows"
    case .cancelled: "Cancelled"
    case .pending: "Pending"
    case .suppliers: "Suppliers that met"
    case .buyers: "Buyers that met"
    case .registeredSuppliers: "Registered suppliers"
    case .registeredBuyers: "Registered buyers"
    case .followUps: "Follow-ups"
    case .mous: "MOUs"
    case .contracts: "Contracts"
    case .consultedAmount: "Consulted amount"
    case .expectedContractAmount: "Expected contract amount"
    case .mouAmount: "MOU amount"
    case .contractAmount: "Contract amount"
    }
  }

  func rate(_ key: RateKey) -> String {
    switch key {
    case .conversion: "MOU conversion"
    case .supplierConversion: "Supplier MOU conversion"
    case .noShowRate: "No-show rate"
    }
  }

  func region(_ id: String) -> String? {
    switch id {
    case "northeast-asia": "Northeast Asia"
    case "southeast-asia": "Southeast Asia"
    case "south-asia": "South Asia"
    case "russia-cis": "Russia and CIS"
    case "middle-east": "Middle East"
    case "europe": "Europe"
    case "north-america": "North America"
    case "latin-america": "Latin America"
    case "africa": "Africa"
    case "oceania": "Oceania"
    default: nil
    }
  }

  func day(_ day: Day) -> String {
    let (year, month, dayOfMonth) = day.parts
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    return "\(dayOfMonth) \(months[month - 1]) \(year)"
  }

  /// A span of days without what repeats: `8–9 November 2024`, `30 April to 2 May 2022`.
  func period(_ period: Period) -> String {
    let (from, to) = (period.from.parts, period.to.parts)
    if period.from == period.to { return day(period.from) }
    if from.year != to.year { return "\(day(period.from)) to \(day(period.to))" }
    if from.month == to.month { return "\(from.day)–\(day(period.to))" }
    let first = day(period.from).split(separator: " ").dropLast().joined(separator: " ")
    return "\(first) to \(day(period.to))"
  }

  func problem(_ code: ProblemCode?) -> ProblemPhrase { ProblemPhrases.english(code) }
  func doubt(_ doubt: Doubt) -> String { DoubtWords.english(doubt) }
}
