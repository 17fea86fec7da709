/// The side that an organisation takes at an event.
package enum Role: UInt8, Sendable, CaseIterable, Hashable {
  /// A local company that offers products.
  case supplier
  /// An overseas company that meets suppliers.
  case buyer

  /// The contract's word.
  package var name: String { self == .supplier ? "supplier" : "buyer" }
}

/// Whether a registration stands.
package enum RegistrationStatus: UInt8, Sendable, CaseIterable, Hashable {
  case confirmed, waitlisted, cancelled
  /// The contract's word.
  package var name: String {
    switch self {
    case .confirmed: "confirmed"
    case .waitlisted: "waitlisted"
    case .cancelled: "cancelled"
    }
  }
}

/// What became of a booked meeting.
package enum ConsultationStatus: UInt8, BitwiseCopyable, Sendable, CaseIterable, Hashable {
  case held, noShow, cancelled, pending
  /// The contract's word, as it stands in a `status` cell.
  package var name: String {
    switch self {
    case .held: "completed"
    case .noShow: "no_show"
    case .cancelled: "cancelled"
    case .pending: "scheduled"
    }
  }

  /// The measure that counts consultations of the status.
  package var measure: Measures.Key {
    switch self {
    case .held: .held
    case .noShow: .noShows
    case .cancelled: .cancelled
    case .pending: .pending
    }
  }
}

/// How a meeting took place.
package enum Mode: UInt8, Sendable, CaseIterable, Hashable {
  case video, inPerson
  /// The contract's word.
  package var name: String { self == .video ? "video" : "in_person" }
}

/// What can come of a consultation, in the contract's order: the one list of outcomes.
package enum Outcome: UInt8, CaseIterable, Sendable {
  /// The parties go on talking.
  case followUp
  /// A memorandum of understanding.
  case mou
  /// A signed contract.
  case contract

  /// The contract's word, as it stands in an `outcome` cell.
  package var name: String {
    switch self {
    case .followUp: "follow_up"
    case .mou: "mou"
    case .contract: "contract"
    }
  }

  /// The measure that counts consultations with the outcome.
  package var measure: Measures.Key {
    switch self {
    case .followUp: .followUps
    case .mou: .mous
    case .contract: .contracts
    }
  }
}

/// The outcomes of one consultation; several may stand in one cell.
package struct OutcomeSet: OptionSet, Hashable, BitwiseCopyable, Sendable {
  /// A bit for each outcome.
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// The set of one outcome.
  package init(_ outcome: Outcome) { rawValue = 1 << outcome.rawValue }

  package static let followUp = OutcomeSet(.followUp)
  package static let mou = OutcomeSet(.mou)
  package static let contract = OutcomeSet(.contract)

  /// The contract's word for no outcome, which is said rather than left open.
  package static let noneName = "none"

  /// The outcomes by the contract's words, in its order.
  package var names: [String] { Outcome.allCases.filter { contains(OutcomeSet($0)) }.map(\.name) }
}

/// A country by its ISO 3166-1 alpha-2 code; `ZZ` is the unknown country.
package struct CountryCode: Hashable, Comparable, BitwiseCopyable, Sendable, CustomStringConvertible {
  /// The two capital letters as bytes, the first one in the high byte.
  package let rawValue: UInt16
  /// Makes a code from its packed letters.
  package init(rawValue: UInt16) { self.rawValue = rawValue }
  /// Makes a code from two capital letters; nil for anything else.
  ///
  /// Whether ISO assigns it is not checked.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 2, bytes.allSatisfy({ $0 >= 65 && $0 <= 90 }) else { return nil }
    self.rawValue = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
  }
  /// The unknown country.
  package static let unknown = CountryCode(rawValue: 0x5A5A)
  /// The Republic of Korea, the default home country.
  package static let korea = CountryCode(rawValue: 0x4B52)
  /// The two letters.
  package var code: String {
    String(decoding: [UInt8(rawValue >> 8), UInt8(rawValue & 0xFF)], as: UTF8.self)
  }
  /// The text for messages.
  package var description: String { code }
  /// Whether the left one comes first.
  package static func < (left: CountryCode, right: CountryCode) -> Bool { left.rawValue < right.rawValue }
}

/// A language that documents are written in.
package enum Language: String, Sendable, CaseIterable, Hashable {
  case ko, en

  /// The language of the people for whom reports are made, where none is named.
  package static let ofReports = Language.ko
  /// The language of what the JSON and the ledger keep, and of messages where the locale is of no known language.
  package static let ofRecords = Language.en

  /// The language of a locale's name, such as `ko_KR.UTF-8`; nil for one that is not known.
  package init?(locale: String) {
    self.init(rawValue: String(locale.lowercased().prefix { !"_.-@".contains($0) }))
  }
}
