import Model

extension Column {
  /// Index among all columns, for arrays by column.
  @inline(__always)
  var position: Int {
    switch self {
    case .event: 0
    case .registrationID: 1
    case .role: 2
    case .organization: 3
    case .organizationID: 4
    case .country: 5
    case .sector: 6
    case .status: 7
    case .registeredOn: 8
    case .consultationID: 9
    case .supplierID: 10
    case .supplier: 11
    case .buyerID: 12
    case .buyer: 13
    case .heldAt: 14
    case .heldTime: 15
    case .mode: 16
    case .outcome: 17
    case .consultedAmount: 18
    case .expectedContractAmount: 19
    case .mouAmount: 20
    case .contractAmount: 21
    case .currency: 22
    case .mouSignedOn: 23
    }
  }

  /// Tells the column's cells from those of other columns in the hash of a row's content.
  @inline(__always)
  var contentSeed: UInt64 { UInt64(position + 1) &* 0x9E37_79B9_7F4A_7C15 }
}
