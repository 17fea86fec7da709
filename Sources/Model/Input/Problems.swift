/// What can be wrong with a row or a value; the raw value is the code that reports print.
package enum ProblemCode: String, Sendable, Hashable, CaseIterable {
  // A rejected row counts under the first of these that fits, in this order.
  case undecodableBytes = "undecodable-bytes"
  case fieldTooLarge = "field-too-large"
  case unterminatedQuote = "unterminated-quote"
  case tooManyFields = "too-many-fields"
  case headerRow = "header-row"
  case totalRow = "total-row"
  case noteRow = "note-row"
  case missingID = "missing-id"
  case missingParticipants = "missing-participants"
  case unknownRole = "unknown-role"
  case unknownStatus = "unknown-status"
  case conflictingDuplicate = "conflicting-duplicate"

  // A flagged row counts and can have several of these.
  case tooFewFields = "too-few-fields"
  case missingOrganization = "missing-organization"
  case missingCountry = "missing-country"
  case unknownCountry = "unknown-country"
  case unlistedSector = "unlisted-sector"
  case missingSupplier = "missing-supplier"
  case missingBuyer = "missing-buyer"
  case unknownSupplier = "unknown-supplier"
  case unknownBuyer = "unknown-buyer"
  case ambiguousSupplier = "ambiguous-supplier"
  case ambiguousBuyer = "ambiguous-buyer"
  case countryMismatch = "country-mismatch"
  case missingDate = "missing-date"
  case missingStatus = "missing-status"
  case badDate = "bad-date"
  case ambiguousDate = "ambiguous-date"
  case badAmount = "bad-amount"
  case unclearUnit = "unclear-unit"
  case ambiguousCurrency = "ambiguous-currency"
  case missingRate = "missing-rate"
  case unlistedOutcome = "unlisted-outcome"
  case outcomeWithoutMeeting = "outcome-without-meeting"
  case signedBeforeMeeting = "signed-before-meeting"
  case repeatedMOU = "repeated-mou"
  case approximateAmount = "approximate-amount"
  case suspiciousAmount = "suspicious-amount"
  // Only in sheets of workbooks.
  case errorCell = "error-cell"
  case uncalculatedFormula = "uncalculated-formula"

  /// What a problem does to its row.
  package enum Effect: Hashable, Sendable {
    /// The row does not count; its cells are hidden where what stands in them may be a contact's.
    case rejects(hidesCells: Bool)
    /// The row counts, without what the problem takes from it.
    case flags(Loss)
  }

  /// What a flagged row lacks, the worst loss first.
  package enum Loss: Int, Sendable {
    case amount, dayOrOutcome, group, detail, nothing
  }

  /// What follows from the problem.
  package var effect: Effect {
    switch self {
    case .undecodableBytes, .fieldTooLarge, .unterminatedQuote, .tooManyFields, .noteRow:
      .rejects(hidesCells: true)
    case .headerRow, .totalRow, .missingID, .missingParticipants, .unknownRole, .unknownStatus,
      .conflictingDuplicate:
      .rejects(hidesCells: false)
    case .missingRate, .badAmount, .unclearUnit, .ambiguousCurrency, .suspiciousAmount, .errorCell,
      .uncalculatedFormula:
      .flags(.amount)
    case .badDate, .ambiguousDate, .unlistedOutcome, .outcomeWithoutMeeting: .flags(.dayOrOutcome)
    case .unknownCountry, .missingCountry, .ambiguousSupplier, .ambiguousBuyer, .unknownSupplier,
      .unknownBuyer:
      .flags(.group)
    case .missingSupplier, .missingBuyer, .missingDate, .missingStatus, .countryMismatch: .flags(.detail)
    case .tooFewFields, .missingOrganization, .unlistedSector, .signedBeforeMeeting, .repeatedMOU,
      .approximateAmount:
      .flags(.nothing)
    }
  }

  /// Whether the code rejects its row.
  package var rejects: Bool {
    switch effect {
    case .rejects: true
    case .flags: false
    }
  }

  /// Whether the row was never meant as data (total, header and note rows): `--strict` lets these pass.
  package var isLayoutRow: Bool { self == .headerRow || self == .totalRow || self == .noteRow }
}
