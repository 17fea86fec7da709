import Model
import Values

/// Which side of a meeting the cell above several columns names.
enum HeaderSide {
  case supplier, buyer

  /// Reads the text of a group such as `바이어 정보`, `해외바이어` or `참가기업 현황`; nil where it names no side.
  init?(group: String) {
    let core = HeaderSide.core(group)
    func isWord(_ words: [String]) -> Bool {
      words.contains { word in
        let word = Fold.word(word)
        return core == word || HeaderSide.beginnings.contains { core == $0 + word }
      }
    }
    let buyers = Column.buyer.aliases(in: .consultations) + HeaderSide.words(.buyer)
    let suppliers = Column.supplier.aliases(in: .consultations) + HeaderSide.words(.supplier)
    switch (isWord(buyers), isWord(suppliers)) {
    case (true, false): self = .buyer
    case (false, true): self = .supplier
    default: return nil
    }
  }

  /// The role of who is on this side.
  var role: Role {
    switch self {
    case .supplier: .supplier
    case .buyer: .buyer
    }
  }

  private static func words(_ role: Role) -> [String] {
    WordLists.catalogue.first { $0.list == .role }?.entries.first { $0.meaning == role.name }?.words ?? []
  }

  /// What may stand before a side's word, and after it.
  private static let beginnings = ["해외", "국내", "국외", "초청", "참가", "참여", "관내", "지역", "상담"]
  private static let endings = [
    "정보", "현황", "내역", "사항", "측", "개요", "목록", "명단", "실적", "성과", "결과", "information", "info",
    "details", "data", "side",
  ]

  /// The folded text of a group without its bracket and without words such as 정보.
  static func core(_ group: String) -> String {
    var text = Fold.header(group).key
    while let ending = endings.first(where: { text.hasSuffix($0) && text.count > $0.count }) {
      text = String(text.dropLast(ending.count))
    }
    return text
  }
}

extension HeaderRecognizer {
  /// What a column can stand for by its name and what stands above it.
  func meanings(of column: HeaderColumn, at cell: Int) -> [(column: Column, rank: Int)] {
    if column.name.isEmpty { return meanings(ofCell: cell) }
    let full = meanings(column.fullName)
    if full.contains(where: { $0.rank < 0 }) { return full }
    let alone = meanings(column.name)
    // What somebody named wins over what stands above it.
    if alone.contains(where: { $0.rank < 0 }) || column.above.isEmpty { return alone }
    for group in column.above {
      // 참가기업 above 번호, MOU above 금액.
      let remark = Fold.header(group.text).bracket
      let joined = meanings(HeaderSide.core(group.text) + column.name).filter { meaning in
        remark.map { !RemarkWords.excludes($0, from: meaning.column) } ?? true
      }
      if !joined.isEmpty { return joined }
    }
    if let side = column.above.lazy.compactMap({ HeaderSide(group: $0.text) }).first {
      if let meaning = meaning(column.name, of: side) { return meaning }
    }
    if saysOfSides(column) { return [] }
    if !alone.isEmpty { return alone }
    guard let nearest = column.above.first else { return [] }
    let above = meanings(nearest.text)
    if !nearest.isGroup { return above }
    let isAmount = HeaderRecognizer.amountNames.contains(Fold.header(column.name).key)
    // A meeting begins in the first of the columns below its time.
    return above.filter { $0.column == .heldTime || isAmount && Column.amounts.contains($0.column) }
  }

  /// Whether 참가기업 and 바이어 stand below what is said of each of them: 참석여부 names neither.
  private func saysOfSides(_ column: HeaderColumn) -> Bool {
    guard let group = column.above.first, group.isGroup, HeaderSide(group: column.name) != nil else {
      return false
    }
    return meanings(group.text).contains { $0.column == .status }
  }

  /// Names that say only that a column holds the amount of what stands above it.
  private static let amountNames: Set<String> = ["금액", "액수", "amount", "value"]

  /// What a name that could be either side's means below a side's; nil where it is no such name.
  private func meaning(_ name: String, of side: HeaderSide) -> [(column: Column, rank: Int)]? {
    guard kind == .consultations else { return nil }
    let key = Fold.header(name).key
    func isHeader(of column: Column, _ kind: InputKind) -> Int? {
      ([column.rawValue] + column.aliases(in: kind)).firstIndex { Fold.header($0).key == key }
    }
    func only(_ column: Column, _ rank: Int) -> [(column: Column, rank: Int)] {
      mayBe(column) ? [(column, rank)] : []
    }
    let isBuyer = side == .buyer
    // 국내기업 above 업체 and 이름: the second is a person's.
    if HeaderParts.companies.contains(key) { return only(isBuyer ? .buyer : .supplier, 1) }
    if let rank = isHeader(of: .country, .registrations) ?? isHeader(of: .country, .consultations) {
      // The country of a meeting is the buyer's.
      return isBuyer ? only(.country, rank) : []
    }
    if isHeader(of: .sector, .registrations) != nil || isHeader(of: .sector, .consultations) != nil {
      // The sector of a meeting is the supplier's.
      return isBuyer ? [] : nil
    }
    if let rank = isHeader(of: .registrationID, .registrations) {
      return only(isBuyer ? .buyerID : .supplierID, rank)
    }
    if let rank = isHeader(of: .organization, .registrations) ?? isHeader(of: .supplier, .consultations)
      ?? isHeader(of: .buyer, .consultations)
    {
      return only(isBuyer ? .buyer : .supplier, rank)
    }
    return nil
  }
}
