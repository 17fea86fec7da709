/// The two kinds of input file.
package enum InputKind: String, Sendable, Hashable {
  case registrations, consultations
}

/// A meaning that a column can have, over both kinds of file.
package enum Column: String, Sendable, Hashable, CaseIterable {
  case event
  case registrationID = "registration_id"
  case role
  case organization
  case organizationID = "organization_id"
  case country
  case sector
  case status
  case registeredOn = "registered_on"
  case consultationID = "consultation_id"
  case supplierID = "supplier_id"
  case supplier
  case buyerID = "buyer_id"
  case buyer
  case heldAt = "held_at"
  case heldTime = "held_time"
  case mode
  case outcome
  case consultedAmount = "consulted_amount"
  case expectedContractAmount = "expected_contract_amount"
  case mouAmount = "mou_amount"
  case contractAmount = "contract_amount"
  case currency
  case mouSignedOn = "mou_signed_on"

  /// The columns of a kind of file, in the contract's order.
  package static func all(of kind: InputKind) -> [Column] {
    switch kind {
    case .registrations:
      [
        .event, .registrationID, .role, .organization, .organizationID, .country, .sector, .status,
        .registeredOn,
      ]
    case .consultations:
      [
        .event, .consultationID, .supplierID, .supplier, .buyerID, .buyer, .country, .sector, .heldAt,
        .heldTime, .mode, .status, .outcome,
      ] + Column.amounts + [.currency, .mouSignedOn]
    }
  }

  /// The four amount columns, in the contract's order.
  package static let amounts: [Column] = AmountKind.allCases.map(\.column)

  /// The headers under which the column is found besides its own name, first choice first.
  package func aliases(in kind: InputKind) -> [String] {
    switch (self, kind) {
    case (.event, _): ["event_id", "event_code", "행사", "행사명", "행사코드"]
    case (.registrationID, _):
      ["reg_id", "registration_no", "등록번호", "접수번호", "참가번호", "관리번호", "id", "번호"]
    case (.role, _): ["구분", "참가구분", "유형", "type"]
    case (.organization, _):
      [
        "organisation", "company", "company_name", "기업명", "업체명", "회사명", "상호", "바이어명", "기관명",
        "name",
      ]
    case (.organizationID, _): ["business_no", "사업자등록번호", "사업자번호"]
    case (.country, .registrations): ["nation", "country_code", "국가", "국가명", "국적", "소재국"]
    case (.country, .consultations): ["국가", "국가명", "바이어국가", "buyer_country"]
    case (.sector, .registrations):
      ["industry", "category", "업종", "분야", "산업", "산업분야", "품목군", "품목"]
    case (.sector, .consultations): ["업종", "분야", "품목군", "상담분야"]
    case (.status, .registrations): ["상태", "참가상태", "확정여부", "참가여부", "참가확정", "참석여부"]
    case (.status, .consultations):
      [
        "상태", "진행상태", "상담상태", "진행여부", "상담여부", "진행상황", "상담상황", "참석여부", "상담진행",
        "상담진행여부",
      ]
    case (.registeredOn, _): ["registered_at", "등록일", "접수일", "신청일"]
    case (.consultationID, _): ["meeting_id", "상담번호", "상담ID", "id", "번호"]
    case (.supplierID, _): ["참가기업번호", "기업번호", "supplier_registration_id"]
    case (.supplier, _): ["참가기업", "기업명", "업체명", "관내기업", "supplier_name"]
    case (.buyerID, _): ["바이어번호", "buyer_registration_id"]
    case (.buyer, _): ["바이어", "바이어명", "buyer_name"]
    case (.heldAt, _):
      [
        "held_on", "started_at", "date", "meeting_date", "상담일시", "상담일", "상담일자", "상담날짜", "날짜", "일시",
        "일자",
      ]
    case (.heldTime, _): ["time", "start_time", "상담시간", "시간", "시작시간"]
    case (.mode, _): ["방식", "상담방식"]
    case (.outcome, _): ["result", "결과", "상담결과"]
    case (.consultedAmount, _): ["상담액", "상담금액", "수출상담액"]
    case (.expectedContractAmount, _): ["계약추진액", "계약예상액", "예상계약액", "계약추진금액"]
    case (.mouAmount, _): ["MOU금액", "MOU체결액", "협약금액"]
    case (.contractAmount, _): ["계약액", "계약금액", "계약체결액", "현장계약액"]
    case (.currency, _): ["통화", "화폐", "통화단위"]
    case (.mouSignedOn, _): ["mou_date", "MOU체결일", "협약일", "체결일"]
    }
  }
}
