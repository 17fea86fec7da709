/// The legal forms that are taken off a company's name before names are compared.
enum LegalForms {
  /// At which end of a name a form is taken off.
  enum Place: Sendable { case either, front, back }

  /// Forms of the scripts that do not set words apart; white space within them does not matter.
  ///
  /// `주)` counts at the front only: at the back it would cut `한빛(제주)`.
  static let eastAsian: [(form: String, place: Place)] =
    [
      ("(주)", .either), ("주)", .front), ("주식회사", .either), ("(유)", .either), ("유)", .front),
      ("유한회사", .either), ("유한책임회사", .either), ("농업회사법인", .either), ("영농조합법인", .either),
      ("어업회사법인", .either), ("영어조합법인", .either), ("합자회사", .either), ("합명회사", .either),
      ("(합)", .either), ("사단법인", .either), ("(사)", .either), ("재단법인", .either), ("(재)", .either),
      ("유한공사", .either), ("유한책임공사", .either), ("주식유한공사", .either), ("고분유한공사", .either),
      ("株式会社", .either), ("株式會社", .either), ("(株)", .either), ("株)", .front), ("有限会社", .either),
      ("有限會社", .either), ("(有)", .either), ("有)", .front), ("合同会社", .either), ("合資会社", .either),
      ("合名会社", .either), ("(同)", .either), ("有限公司", .either), ("有限责任公司", .either),
      ("有限責任公司", .either), ("股份有限公司", .either), ("股份公司", .either),
      ("협동조합", .either), ("사회적협동조합", .either), ("사회복지법인", .either), ("학교법인", .either), ("의료법인", .either),
      ("(농)", .either), ("(유한)", .either), ("(합자)", .either), ("(재단)", .either), ("(사단)", .either),
      ("社団法人", .either), ("一般社団法人", .either), ("公益社団法人", .either), ("財団法人", .either), ("一般財団法人", .either),
      ("公益財団法人", .either), ("医療法人", .either), ("学校法人", .either), ("特定非営利活動法人", .either), ("npo法人", .either),
      ("(資)", .either), ("(名)", .either), ("(一社)", .either), ("(一財)", .either), ("(公社)", .either),
      ("(公財)", .either),
      ("个人独资企业", .either), ("(有限合伙)", .back), ("(普通合伙)", .back), ("有限合伙企业", .back),
      ("บริษัท", .front), ("จำกัด", .back), ("(มหาชน)", .back),
    ]

  /// The forms at the front that begin with a character, as characters.
  static func eastAsian(from first: Unicode.Scalar) -> [[Unicode.Scalar]] { eastAsianByFirst[first] ?? [] }

  /// The forms at the back that end with a character, as characters.
  static func eastAsian(to last: Unicode.Scalar) -> [[Unicode.Scalar]] { eastAsianByLast[last] ?? [] }

  private static let eastAsianByFirst: [Unicode.Scalar: [[Unicode.Scalar]]] =
    Dictionary(grouping: eastAsian.filter { $0.place != .back }.map { Array($0.form.unicodeScalars) }) {
      $0.first ?? " "
    }

  private static let eastAsianByLast: [Unicode.Scalar: [[Unicode.Scalar]]] =
    Dictionary(grouping: eastAsian.filter { $0.place != .front }.map { Array($0.form.unicodeScalars) }) {
      $0.last ?? " "
    }

  /// Forms of the scripts that set words apart, taken off as whole words only; longest first.
  ///
  /// The words of a form may be separated by white space or punctuation; single letters (`l l c`) must
  /// have punctuation among them.
  static let alphabetic: [(words: [String], place: Place)] =
    either.map { ($0.split(separator: " ").map(String.init), .either) }
    + front.map { ($0.split(separator: " ").map(String.init), .front) }
    + back.map { ($0.split(separator: " ").map(String.init), .back) }

  /// A form as names are compared with it.
  struct Words: Sendable {
    let words: [[Unicode.Scalar]]
    let place: Place
    /// Single letters, which need punctuation among them: `S A` is no form, `S.A.` is.
    let isInitials: Bool

    fileprivate init(_ form: (words: [String], place: Place)) {
      words = form.words.map { Array($0.unicodeScalars) }
      place = form.place
      isInitials = words.count > 1 && words.allSatisfy { $0.count == 1 }
    }
  }

  /// The forms that begin with a letter, since most names have none and should learn so quickly.
  static func alphabetic(from first: Unicode.Scalar) -> [Words] {
    first.value < 0x80 ? alphabeticByASCII[Int(first.value)] : alphabeticByFirst[first] ?? []
  }

  /// Whether any form ends with a letter.
  static func endsAlphabetic(with last: Unicode.Scalar) -> Bool { alphabeticEnds.contains(last) }

  private static let alphabeticByFirst: [Unicode.Scalar: [Words]] =
    Dictionary(grouping: alphabetic.map(Words.init)) { $0.words.first?.first ?? " " }

  private static let alphabeticByASCII: [[Words]] = (0..<0x80).map {
    alphabeticByFirst[Unicode.Scalar(UInt8($0))] ?? []
  }

  private static let alphabeticEnds = Set(alphabetic.compactMap { $0.words.last?.unicodeScalars.last })

  private static let either = [
    "co", "ltd", "limited", "inc", "incorporated", "llc", "l l c", "corp", "corporation", "gmbh", "pte",
    "pty", "pt",
    "p t", "tbk", "jsc", "pjsc", "ojsc", "cjsc", "ooo", "zao", "oao", "llp", "l l p",
    "limited liability company", "limited liability partnership", "joint stock company",
    "open joint stock company", "closed joint stock company", "public joint stock company", "ооо", "о о о",
    "ао", "а о",
    "ххк", "хк", "жшс", "ақ", "мчж", "mchj", "тов", "прат", "фоп", "одо", "чуп", "xxk",
    "зао",
    "оао", "пао", "нао", "ип", "тоо", "т о о", "осоо", "чп",
  ]

  private static let front = [
    "cv", "ud", "товарищество с ограниченной ответственностью", "общество с ограниченной ответственностью",
    "акционерное общество",
    "публичное акционерное общество", "закрытое акционерное общество", "открытое акционерное общество",
    "индивидуальный предприниматель", "công ty tnhh một thành viên", "công ty tnhh mtv",
    "công ty tnhh hai thành viên", "công ty tnhh", "công ty trách nhiệm hữu hạn", "công ty cổ phần",
    "công ty cp", "tnhh", "công ty trách nhiệm hữu hạn một thành viên", "công ty tnhh 1 thành viên",
    "société à responsabilité limitée",
    "cty tnhh", "cty cp", "ctcp", "công ty", "cong ty tnhh mot thanh vien", "cong ty tnhh mtv",
    "cong ty tnhh",
    "cong ty trach nhiem huu han", "cong ty co phan", "cong ty cp", "cong ty", "doanh nghiệp tư nhân", "dntn",
  ]

  private static let back = [
    "company", "company limited", "public company limited", "private limited company",
    "public limited company",
    "limited partnership", "fz llc", "fz co", "dmcc", "bsc", "b s c", "saog", "saoc", "psc", "qsc", "plt",
    "opc", "p s c",
    "ohg", "kgaa", "e v", "e k", "s a r l", "sasu", "eurl", "snc", "s n c", "s a s", "s l", "s l u", "s a u",
    "slu",
    "s de r l de c v", "sapi de cv", "s a c", "eirl", "lda", "eireli", "vof", "v o f", "oü", "uab", "sia",
    "mmc",
    "sp j", "sp k", "spol s r o", "v o s", "nyrt", "bt", "оод", "еоод", "eood", "ltd sti", "limited şirketi",
    "anonim şirketi", "san tic ltd şti", "san ve tic ltd şti", "san ve tic a ş", "yugen kaisha", "y k",
    "pllc", "plc",
    "p l c",
    "private", "pvt", "bhd", "sdn", "berhad", "ag", "kg", "mbh", "ug", "s a", "sa", "sas", "sarl", "s r l",
    "srl",
    "s p a", "b v", "bv", "n v", "nv", "ab", "oy", "oyj", "aps", "a s", "d o o", "doo", "s r o", "sro",
    "kft",
    "zrt", "sp z o o", "kk", "k k", "kabushiki kaisha", "godo kaisha", "fze", "fzco", "fzc", "wll", "w l l",
    "mchj",
    "persero", "ltda", "s a de c v", "sa de cv", "a ş", "aş", "ltd şti", "san ve tic",
  ]

  /// The forms as users see them.
  static var catalogue: [(meaning: String, words: [String])] {
    [
      ("written into the name", eastAsian.map(\.form)),
      ("whole words", alphabetic.map { $0.words.joined(separator: " ") }),
    ]
  }
}
