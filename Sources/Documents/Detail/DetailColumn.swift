import Content
import Model

/// The columns of the detail files, in their order: the one list of what stands in them.
///
/// None of them holds anything of a contact.
package enum DetailColumn: Hashable, Sendable {
  case file, line, event, consultationID, supplier, buyer, country, sector, heldAt, mode, status, outcome
  case amount(AmountKind)
  case currency, mouSignedOn, counts, problems

  /// Every column, in the order of the files.
  package static let all: [DetailColumn] =
    [
      .file, .line, .event, .consultationID, .supplier, .buyer, .country, .sector, .heldAt, .mode, .status,
      .outcome,
    ] + AmountKind.allCases.map { .amount($0) } + [.currency, .mouSignedOn, .counts, .problems]

  /// The header in the CSV.
  package var name: String {
    switch self {
    case .file: "file"
    case .line: "line"
    case .event: Column.event.rawValue
    case .consultationID: Column.consultationID.rawValue
    case .supplier: Column.supplier.rawValue
    case .buyer: Column.buyer.rawValue
    case .country: Column.country.rawValue
    case .sector: Column.sector.rawValue
    case .heldAt: Column.heldAt.rawValue
    case .mode: Column.mode.rawValue
    case .status: Column.status.rawValue
    case .outcome: Column.outcome.rawValue
    case .amount(let kind): kind.column.rawValue
    case .currency: Column.currency.rawValue
    case .mouSignedOn: Column.mouSignedOn.rawValue
    case .counts: "counts"
    case .problems: "problems"
    }
  }

  /// How wide the column is in the workbook, in characters.
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
    case .outcome, .amount: 14
    }
  }
}

/// What stands in a cell of the detail files.
enum DetailValue {
  /// Nothing, and why.
  case absent(TableCell.Absence)
  /// That nothing came of a meeting: an empty cell, or the word where no cell may be empty.
  case noOutcome
  case line(Int)
  /// A text that many rows share.
  case name(DetailName)
  /// A text of this row only.
  case id(String)
  /// A word of the contract's.
  case code(String)
  case country(CountryCode)
  case amount(Money)
  case day(Day)
}

/// A text that many rows share, by the reader's own number.
enum DetailName: Hashable {
  case input(Int)
  case event(UInt32)
  case organisation(UInt32)
  case sector(UInt32)
}

/// What the detail files of a report say of its rows.
package struct DetailTerms: Sendable {
  /// The inputs' names as documents print them.
  let inputs: [String]
  /// What the numbers in rows stand for.
  let names: any RecordNames
  /// The currency of the amounts.
  let currency: Currency
  /// An MOU signed after this day does not count; only its date is written.
  let asOf: Day?

  package init(inputs: [String], names: any RecordNames, currency: Currency, asOf: Day?) {
    self.inputs = inputs
    self.names = names
    self.currency = currency
    self.asOf = asOf
  }

  func text(_ name: DetailName) -> String {
    switch name {
    case .input(let number): inputs.indices.contains(number) ? inputs[number] : ""
    case .event(let number): names.eventName(number)
    case .organisation(let number): names.printedName(number)
    case .sector(let number): names.sectorLabel(number)
    }
  }

  /// What a column says of a consultation.
  func value(_ column: DetailColumn, of counted: CountedConsultation) -> DetailValue {
    let row = counted.named.consultation
    switch column {
    case .file: return .name(.input(counted.input))
    case .line: return .line(counted.line)
    case .event: return .name(.event(row.event))
    case .consultationID:
      return counted.consultationID.isEmpty ? .absent(.notRecorded) : .id(counted.consultationID)
    case .supplier: return name(counted.named.supplierName) { .organisation($0) }
    case .buyer: return name(counted.named.buyerName) { .organisation($0) }
    case .country: return .country(row.country)
    case .sector: return name(row.sector) { .sector($0) }
    case .heldAt: return row.heldDay.map { .day($0) } ?? .absent(.notRecorded)
    case .mode: return row.meetingMode.map { .code($0.name) } ?? .absent(.notRecorded)
    case .status: return .code(row.status.name)
    case .outcome:
      let outcomes = outcomes(of: row)
      if !outcomes.isEmpty { return .code(DetailTerms.outcomeNames[Int(outcomes.rawValue)]) }
      return row.status == .held ? .noOutcome : .absent(.notApplicable)
    case .amount(let kind): return amount(kind, of: row)
    case .currency: return .code(currency.code)
    case .mouSignedOn:
      if let day = row.signedDay { return .day(day) }
      return .absent(outcomes(of: row).contains(.mou) ? .notRecorded : .notApplicable)
    case .counts: return .code(row.counting.name)
    case .problems:
      let codes = counted.problems
      return codes.isEmpty
        ? .absent(.notApplicable) : .code(codes.map(\.rawValue).joined(separator: ";"))
    }
  }

  /// The names of each set of outcomes, by its bits.
  private static let outcomeNames = (0..<1 << Outcome.allCases.count).map {
    OutcomeSet(rawValue: UInt8($0)).names.joined(separator: ";")
  }

  private func name(_ plusOne: UInt32, _ name: (UInt32) -> DetailName) -> DetailValue {
    plusOne == 0 ? .absent(.notRecorded) : .name(name(plusOne - 1))
  }

  /// The outcomes as they count: a date or an amount makes an MOU or a contract just as the word does.
  private func outcomes(of row: Consultation) -> OutcomeSet {
    var outcomes = row.outcomes
    if row.isMOU { outcomes.insert(.mou) }
    if row.isContract { outcomes.insert(.contract) }
    if isSignedLater(row) { outcomes.remove(.mou) }
    return outcomes
  }

  private func isSignedLater(_ row: Consultation) -> Bool {
    guard let asOf, let day = row.signedDay else { return false }
    return day > asOf
  }

  private func amount(_ kind: AmountKind, of row: Consultation) -> DetailValue {
    let amount = row.amounts[kind]
    if amount != Consultation.noAmount, kind != .mou || !isSignedLater(row) {
      return .amount(Money(hundredths: amount))
    }
    let isDue =
      switch kind {
      case .consulted, .expectedContract: true
      case .mou: outcomes(of: row).contains(.mou)
      case .contract: outcomes(of: row).contains(.contract)
      }
    return .absent(isDue ? .notRecorded : .notApplicable)
  }
}
