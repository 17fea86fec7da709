import Model

extension WordMeaning {
  /// The meanings that a name such as `outcome.mou` stands for; empty where there is none.
  ///
  /// `status.cancelled` extends the statuses of registrations and of consultations alike.
  package static func named(_ name: String) -> [WordMeaning] {
    table.filter { $0.name == name }.map(\.meaning)
  }

  /// Every name, in the order of the lists.
  package static var names: [String] {
    var seen: Set<String> = []
    return table.map(\.name).filter { seen.insert($0).inserted }
  }

  private static var table: [(name: String, meaning: WordMeaning)] {
    Role.allCases.map { ("role.\($0.name)", .role($0)) }
      + RegistrationStatus.allCases.map { ("status.\($0.name)", .registrationStatus($0)) }
      + ConsultationStatus.allCases.map { ("status.\($0.name)", .consultationStatus($0)) }
      + Mode.allCases.map { ("mode.\($0.name)", .mode($0)) }
      + [("outcome.\(OutcomeSet.noneName)", .outcome([]))]
      + Outcome.allCases.map { ("outcome.\($0.name)", .outcome(OutcomeSet($0))) }
  }
}
