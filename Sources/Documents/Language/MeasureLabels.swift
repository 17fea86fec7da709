import Model

extension Measures.Key {
  /// The measure's name as a table header or in a list of key figures.
  package func label(_ language: Language) -> String {
    switch language {
    case .ko:
      switch self {
      case .booked: "예약 상담"
      case .held: "상담 실시"
      case .noShows: "노쇼"
      case .cancelled: "취소"
      case .pending: "예정·미확정"
      case .suppliers: "상담 참가기업"
      case .buyers: "상담 바이어"
      case .registeredSuppliers: "등록 참가기업"
      case .registeredBuyers: "등록 바이어"
      case .followUps: "후속 상담"
      case .mous: "MOU"
      case .contracts: "계약"
      case .consultedAmount: "상담액"
      case .expectedContractAmount: "계약추진액"
      case .mouAmount: "MOU 금액"
      case .contractAmount: "계약액"
      }
    case .en:
      switch self {
      case .booked: "Booked"
      case .held: "Held"
      case .noShows: "No-shows"
      case .cancelled: "Cancelled"
      case .pending: "Pending"
      case .suppliers: "Suppliers that met"
      case .buyers: "Buyers that met"
      case .registeredSuppliers: "Registered suppliers"
      case .registeredBuyers: "Registered buyers"
      case .followUps: "Follow-ups"
      case .mous: "MOUs"
      case .contracts: "Contracts"
      case .consultedAmount: "Consulted amount"
      case .expectedContractAmount: "Expected contract amount"
      case .mouAmount: "MOU amount"
      case .contractAmount: "Contract amount"
      }
    }
  }
}

/// The three proportions of section "Measures" in the documentation.
package enum RateKey: String, CaseIterable, Sendable {
  case conversion
  case supplierConversion = "supplier_conversion"
  case noShowRate = "no_show_rate"

  /// The proportion's name as a table header or in a list of key figures.
  package func label(_ language: Language) -> String {
    switch (self, language) {
    case (.conversion, .ko): "MOU 전환율"
    case (.supplierConversion, .ko): "참가기업 MOU 전환율"
    case (.noShowRate, .ko): "노쇼율"
    case (.conversion, .en): "MOU conversion"
    case (.supplierConversion, .en): "Supplier MOU conversion"
    case (.noShowRate, .en): "No-show rate"
    }
  }

  /// The proportion of a group.
  package func proportion(of measures: Measures) -> Proportion {
    switch self {
    case .conversion: measures.conversion
    case .supplierConversion: measures.supplierConversion
    case .noShowRate: measures.noShowRate
    }
  }
}
