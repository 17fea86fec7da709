/// The parts of which headers for companies are composed: a side, a word for a company, and what is stated of it.
///
/// `국내 참가업체명`, `바이어사`, `해외바이어 업체번호` need no entry of their own in the list of headers.
package enum HeaderParts {
  /// Words that say on which side a company is.
  package static func sides(_ role: Role) -> [String] {
    switch role {
    case .supplier:
      [
        "참가", "참여", "국내", "관내", "도내", "지역", "수출", "공급", "셀러", "한국", "supplier", "seller", "exporter", "local",
        "domestic", "korean",
      ]
    case .buyer: ["바이어", "해외", "국외", "외국", "구매", "수입", "발주", "buyer", "importer", "overseas", "foreign"]
    }
  }

  /// Words for a company, the longer before what they end with.
  package static let companies = ["기업체", "업체", "기업", "회사", "사", "company"]
  /// Sides that need no word for a company after them.
  package static let persons = ["바이어", "셀러", "buyer", "seller"]
  /// What a header ends with where names stand below it.
  package static let names = [
    "국문명", "영문명", "한글명", "국문", "영문", "한글", "명칭", "이름", "상호", "명", "name",
  ]
  /// What a header ends with where ids stand below it.
  package static let ids = ["등록번호", "번호", "코드", "id"]
}
