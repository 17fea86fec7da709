import Model

/// A header that is put together of a side, a word for a company, and what is stated of it.
struct ComposedHeader {
  /// Right after a column's own name where a company is named in words (`바이어 회사명`, beside which `바이어명` is a
  /// person's), else after every header that is listed.
  var rank: Int { isCompany ? 1 : 1_000 }
  /// Of a side alone (`바이어`): after the words for companies, before those for names.
  static let aloneRank = 15

  let role: Role
  let isID: Bool
  private let isCompany: Bool

  /// Reads a folded header; nil where it is not composed so.
  init?(_ key: String) {
    guard key.utf8.count <= 80 else { return nil }
    var rest = key[...]
    let id = Self.ending(of: rest, HeaderParts.ids)
    isID = id != nil
    let name = Self.ending(of: rest, HeaderParts.names)
    rest = rest.dropLast((id ?? name)?.count ?? 0)
    let company = Self.ending(of: rest, HeaderParts.companies)
    isCompany = company != nil && name != "이름"
    if let company {
      rest = rest.dropLast(company.count)
    } else if Self.ending(of: rest, HeaderParts.persons) == nil {
      return nil
    }
    guard let role = Self.side(rest) else { return nil }
    self.role = role
  }

  /// The column of a kind of file.
  func column(in kind: InputKind) -> Column {
    switch (kind, role) {
    case (.registrations, _): isID ? .registrationID : .organization
    case (.consultations, .supplier): isID ? .supplierID : .supplier
    case (.consultations, .buyer): isID ? .buyerID : .buyer
    }
  }

  private static func ending(of text: Substring, _ words: [String]) -> String? {
    words.first { text.hasSuffix($0) }
  }

  /// The side that some words name; who buys takes part as well, so that the buyer's words decide.
  private static func side(_ text: Substring) -> Role? {
    var rest = text
    var found: Role?
    while !rest.isEmpty {
      let next = [Role.buyer, .supplier].lazy.compactMap { role in
        HeaderParts.sides(role).first { rest.hasPrefix($0) }.map { (role: role, word: $0) }
      }.first
      guard let next else { return nil }
      if found != .buyer { found = next.role }
      rest = rest.dropFirst(next.word.count)
    }
    return found
  }
}
