/// A consultation and the names of its parties.
package struct NamedConsultation: Sendable {
  /// The consultation.
  package var consultation: Consultation
  /// Number of the supplier's printed name plus one; 0 where none is named.
  package var supplierName: UInt32
  /// Number of the buyer's printed name plus one; 0 where none is named.
  package var buyerName: UInt32

  package init(_ consultation: Consultation, supplierName: UInt32, buyerName: UInt32) {
    self.consultation = consultation
    self.supplierName = supplierName
    self.buyerName = buyerName
  }
}

/// One counted consultation with all that documents say of it.
package struct CountedConsultation: Sendable {
  /// Index into the run's inputs.
  package var input: Int
  /// Where the record begins, counted from 1.
  package var line: Int
  /// The id as it stands in the row; empty where there is none.
  package var consultationID: String
  /// The consultation and the names of its parties.
  package var named: NamedConsultation
  /// What was noticed on the row.
  package var problems: [ProblemCode]

  package init(
    input: Int, line: Int, consultationID: String, named: NamedConsultation, problems: [ProblemCode]
  ) {
    self.input = input
    self.line = line
    self.consultationID = consultationID
    self.named = named
    self.problems = problems
  }
}
