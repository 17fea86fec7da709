import Model

extension EnglishMessages {
  func words(_ line: ColumnsLine) -> String {
    switch line {
    case .headers(.registrations): "Registrations"
    case .headers(.consultations): "Consultations"
    case .companies: "Companies"
    case .words: "Words"
    case .list(let list): name(list)
    }
  }

  private func name(_ list: WordList) -> String {
    switch list {
    case .role: "role"
    case .registrationStatus: "registration status"
    case .consultationStatus: "consultation status"
    case .mode: "mode"
    case .outcome: "outcome"
    case .emptyCell: "empty cell"
    case .multiple: "multiple"
    case .currency: "currency"
    case .legalForm: "legal form"
    }
  }
}
