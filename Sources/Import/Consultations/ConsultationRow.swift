import TradeModel

/// One counted consultation in numbers, for the measures.
public struct ConsultationRow: BitwiseCopyable, Sendable {
  /// Number of the event.
  public var event: UInt32
  /// Number of the supplier organisation plus one; 0 where the row names none.
  public var supplier: UInt32
  /// Number of the buyer organisation plus one; 0 where the row names none.
  public var buyer: UInt32
  /// Number of the sector plus one; 0 for none.
  public var sector: UInt32
  /// The country of the buyer.
  public var country: CountryCode
  /// What became of the meeting.
  public var status: ConsultationStatus
  /// What came of the meeting.
  public var outcomes: OutcomeSet
  /// 0 unknown, 1 video, 2 in person.
  public var mode: UInt8
  /// Why the row is left out of the measures; `counts` for none.
  public var exclusion: Exclusion
  /// Whether the row is an MOU: by outcome, date or a positive amount, on a held consultation.
  public var isMOU: Bool
  /// Whether the row is a contract: by outcome or a positive amount, on a held consultation.
  public var isContract: Bool
  /// Days since 1970; `noDay` where absent.
  public var held: Int32
  /// Days since 1970; `noDay` where absent.
  public var signed: Int32
  /// Hundredths of the base currency; `noAmount` where absent.
  public var consultedAmount: Int64
  /// As `consultedAmount`.
  public var expectedContractAmount: Int64
  /// As `consultedAmount`.
  public var mouAmount: Int64
  /// As `consultedAmount`.
  public var contractAmount: Int64

  /// Why a counted row is left out of the measures.
  public enum Exclusion: UInt8, BitwiseCopyable, Sendable {
    case counts, afterAsOf, beforeFrom, otherEvent
  }

  /// No day.
  public static let noDay = Int32.min
  /// No amount.
  public static let noAmount = Int64.min

  /// The day of the meeting.
  public var heldDay: Day? { held == ConsultationRow.noDay ? nil : Day(number: held) }
  /// The day of signing.
  public var signedDay: Day? { signed == ConsultationRow.noDay ? nil : Day(number: signed) }
}

/// The names of a consultation's parties, beside its row.
public struct MOUParties: Sendable {
  /// The consultation.
  public var row: ConsultationRow
  /// Number of the printed name plus one; 0 where the row names no supplier.
  public var supplierName: UInt32
  /// Number of the printed name plus one; 0 where the row names no buyer.
  public var buyerName: UInt32
}

/// One counted consultation with all that documents say of it, beside its row.
public struct CountedConsultation: Sendable {
  /// Index into the run's inputs.
  public var input: Int
  /// Where the record begins, counted from 1.
  public var line: Int
  /// The id as it stands in the row; empty where there is none.
  public var consultationID: String
  /// The consultation and the names of its parties.
  public var parties: MOUParties
  /// What was noticed on the row.
  public var problems: [ProblemCode]
}

/// Takes counted consultations block by block.
public protocol ConsultationSink: AnyObject {
  /// Measures the rows of a block; blocks come in any order, each once.
  func add(_ rows: [ConsultationRow]) throws(TallyError)
}
