/// One counted consultation in numbers, for the measures.
package struct Consultation: BitwiseCopyable, Sendable {
  /// Number of the event.
  package var event: UInt32
  /// Number of the supplier organisation plus one; 0 where none is named.
  package var supplier: UInt32
  /// Number of the buyer organisation plus one; 0 where none is named.
  package var buyer: UInt32
  /// Number of the sector plus one; 0 for none.
  package var sector: UInt32
  /// The country of the buyer.
  package var country: CountryCode
  /// What became of the meeting.
  package var status: ConsultationStatus
  /// What came of the meeting.
  package var outcomes: OutcomeSet
  /// 0 unknown, 1 video, 2 in person.
  package var mode: UInt8
  /// Whether the consultation is measured, and if not, why.
  package var counting: Counting
  /// Whether it is an MOU: by outcome, date or a positive amount, on a held consultation.
  package var isMOU: Bool
  /// Whether it is a contract: by outcome or a positive amount, on a held consultation.
  package var isContract: Bool
  /// Days since 1970; `noDay` where absent.
  package var held: Int32
  /// Days since 1970; `noDay` where absent.
  package var signed: Int32
  /// Hundredths of the base currency; `noAmount` where absent.
  package var amounts: PerAmount<Int64>

  package init(
    event: UInt32, supplier: UInt32, buyer: UInt32, sector: UInt32, country: CountryCode,
    status: ConsultationStatus, outcomes: OutcomeSet, mode: UInt8, counting: Counting, isMOU: Bool,
    isContract: Bool, held: Int32, signed: Int32, amounts: PerAmount<Int64>
  ) {
    (self.event, self.supplier, self.buyer, self.sector) = (event, supplier, buyer, sector)
    (self.country, self.status, self.outcomes, self.mode) = (country, status, outcomes, mode)
    (self.counting, self.isMOU, self.isContract) = (counting, isMOU, isContract)
    (self.held, self.signed, self.amounts) = (held, signed, amounts)
  }

  /// No day.
  package static let noDay = Int32.min
  /// No amount.
  package static let noAmount = Int64.min

  /// How the meeting took place; nil where unknown.
  package var meetingMode: Mode? { mode == 0 ? nil : Mode(rawValue: mode - 1) }
  /// The day of the meeting.
  package var heldDay: Day? { held == Consultation.noDay ? nil : Day(number: held) }
  /// The day of signing.
  package var signedDay: Day? { signed == Consultation.noDay ? nil : Day(number: signed) }
}

/// Whether a row that counts is in the measures, and if not, why.
package enum Counting: UInt8, BitwiseCopyable, CaseIterable, Hashable, Sendable {
  case counted, afterAsOf, beforeFrom, otherEvent

  /// The contract's word, as it stands in the detail files.
  package var name: String {
    switch self {
    case .counted: "counted"
    case .afterAsOf: "after_as_of"
    case .beforeFrom: "before_from"
    case .otherEvent: "other_event"
    }
  }
}

/// Takes counted consultations block by block.
package protocol ConsultationSink: AnyObject {
  /// Measures the rows of a block; blocks come in any order, each once.
  func add(_ rows: [Consultation]) throws(TallyError)
}
