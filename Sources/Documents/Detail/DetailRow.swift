import Model

/// Whether a counted row is in the measures, and if not, why.
package enum DetailCounting: UInt8, CaseIterable, Hashable, Sendable {
  case counted, afterAsOf, beforeFrom, otherEvent
  /// The word in the detail files.
  package var name: String {
    switch self {
    case .counted: "counted"
    case .afterAsOf: "after_as_of"
    case .beforeFrom: "before_from"
    case .otherEvent: "other_event"
    }
  }
}

/// One accepted or flagged consultation as it was understood; it has no field for anything of a contact.
///
/// What repeats is a number of the reader's own, for which `DetailNames` has the text.
package struct DetailRow: Hashable, Sendable {
  /// The input, by its place among the inputs.
  package var input: Int32
  /// The line where the row begins.
  package var line: Int
  /// The event.
  package var event: Int32
  /// The id as it stands in the row; empty where there is none.
  package var consultationID = ""
  /// The supplier; nil where the row names none.
  package var supplier: Int32?
  /// The buyer; nil where the row names none.
  package var buyer: Int32?
  /// The buyer's country.
  package var country = CountryCode.unknown
  /// The sector; nil for none.
  package var sector: Int32?
  /// The day of the meeting.
  package var heldAt: Day?
  /// How it took place; nil where unknown.
  package var mode: Mode?
  /// What became of it.
  package var status: ConsultationStatus
  /// Its outcomes.
  package var outcomes: OutcomeSet = []
  /// Amounts in the base currency; nil where none is given.
  package var amounts = PerAmount<Money?>(all: nil)
  /// The day on which the MOU was signed.
  package var mouSignedOn: Day?
  /// Whether the row is in the measures.
  package var counting = DetailCounting.counted
  /// What was noticed on the row.
  package var problems: [ProblemCode] = []

  /// Makes a row; everything else is set afterwards.
  package init(input: Int32, line: Int, event: Int32, status: ConsultationStatus) {
    (self.input, self.line, self.event, self.status) = (input, line, event, status)
  }
}

/// The texts for the numbers in `DetailRow`; each is asked for once for each number and file.
package struct DetailNames: Sendable {
  /// The inputs' names as documents print them.
  package var inputs: [String]
  /// An event's id.
  package var event: @Sendable (Int32) -> String
  /// A supplier's or buyer's printed name.
  package var organisation: @Sendable (Int32) -> String
  /// A sector's label.
  package var sector: @Sendable (Int32) -> String

  package init(
    inputs: [String], event: @escaping @Sendable (Int32) -> String,
    organisation: @escaping @Sendable (Int32) -> String, sector: @escaping @Sendable (Int32) -> String
  ) {
    self.inputs = inputs
    self.event = event
    self.organisation = organisation
    self.sector = sector
  }
}

/// The columns of the detail files, in their order; the raw values are the headers of the CSV.
package enum DetailColumn: String, CaseIterable {
  case file, line, event
  case consultationID = "consultation_id"
  case supplier, buyer, country, sector
  case heldAt = "held_at"
  case mode, status, outcome
  case consultedAmount = "consulted_amount"
  case expectedContractAmount = "expected_contract_amount"
  case mouAmount = "mou_amount"
  case contractAmount = "contract_amount"
  case currency
  case mouSignedOn = "mou_signed_on"
  case counts, problems

  /// The amount that stands in it; nil where none does.
  var amount: AmountKind? { AmountKind.allCases.first { $0.column.rawValue == rawValue } }

  /// How wide it is in the workbook, in characters.
  var width: Double {
    switch self {
    case .file: 18
    case .line, .currency: 7
    case .event: 13
    case .supplier, .buyer, .problems: 25
    case .country: 6
    case .sector: 16
    case .consultationID, .heldAt, .mouSignedOn, .counts: 12
    case .mode: 9
    case .status: 11
    case .outcome, .consultedAmount, .expectedContractAmount, .mouAmount, .contractAmount: 14
    }
  }
}

/// What both detail files put into a cell alike.
enum DetailWords {
  /// The outcomes by the contract's words, joined by `;`, by the set's bits.
  static let outcomes: [String] = (0..<8).map { bits in
    ["follow_up", "mou", "contract"].enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
      .joined(separator: ";")
  }

  static func problems(_ codes: [ProblemCode]) -> String { codes.map(\.rawValue).joined(separator: ";") }
}
