import Model

/// One counted consultation in numbers, for the measures.
package struct ConsultationRow: BitwiseCopyable, Sendable {
  /// Number of the event.
  package var event: UInt32
  /// Number of the supplier organisation plus one; 0 where the row names none.
  package var supplier: UInt32
  /// Number of the buyer organisation plus one; 0 where the row names none.
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
  /// Why the row is left out of the measures; `counts` for none.
  package var exclusion: Exclusion
  /// Whether the row is an MOU: by outcome, date or a positive amount, on a held consultation.
  package var isMOU: Bool
  /// Whether the row is a contract: by outcome or a positive amount, on a held consultation.
  package var isContract: Bool
  /// Days since 1970; `noDay` where absent.
  package var held: Int32
  /// Days since 1970; `noDay` where absent.
  package var signed: Int32
  /// Hundredths of the base currency; `noAmount` where absent.
  package var amounts: PerAmount<Int64>

  /// Why a counted row is left out of the measures.
  package enum Exclusion: UInt8, BitwiseCopyable, Sendable {
    case counts, afterAsOf, beforeFrom, otherEvent
  }

  /// No day.
  package static let noDay = Int32.min
  /// No amount.
  package static let noAmount = Int64.min

  /// The day of the meeting.
  package var heldDay: Day? { held == ConsultationRow.noDay ? nil : Day(number: held) }
  /// The day of signing.
  package var signedDay: Day? { signed == ConsultationRow.noDay ? nil : Day(number: signed) }
}

extension ConsultationRow {
  /// A held consultation of an event of which nothing else is known yet.
  init(event: UInt32) {
    self.init(
      event: event, supplier: 0, buyer: 0, sector: 0, country: .unknown, status: .held, outcomes: [], mode: 0,
      exclusion: .counts, isMOU: false, isContract: false, held: ConsultationRow.noDay,
      signed: ConsultationRow.noDay, amounts: PerAmount(all: ConsultationRow.noAmount))
  }

  /// The largest of the four amounts; `noAmount` where there is none.
  var largestAmount: Int64 { max(amounts.consulted, amounts.expectedContract, amounts.mou, amounts.contract) }
}

/// The names of a consultation's parties, beside its row.
package struct MOUParties: Sendable {
  /// The consultation.
  package var row: ConsultationRow
  /// Number of the printed name plus one; 0 where the row names no supplier.
  package var supplierName: UInt32
  /// Number of the printed name plus one; 0 where the row names no buyer.
  package var buyerName: UInt32
}

/// One counted consultation with all that documents say of it, beside its row.
package struct CountedConsultation: Sendable {
  /// Index into the run's inputs.
  package var input: Int
  /// Where the record begins, counted from 1.
  package var line: Int
  /// The id as it stands in the row; empty where there is none.
  package var consultationID: String
  /// The consultation and the names of its parties.
  package var parties: MOUParties
  /// What was noticed on the row.
  package var problems: [ProblemCode]
}

/// Takes counted consultations block by block.
package protocol ConsultationSink: AnyObject {
  /// Measures the rows of a block; blocks come in any order, each once.
  func add(_ rows: [ConsultationRow]) throws(TallyError)
}
