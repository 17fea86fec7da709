/// The words around an amount that do not change it.
///
/// A text on either side is passed over only where all of it is made of these words; anything else makes the
/// amount unread, since it may halve it, bound it from above or make it a price for one piece.
enum AmountWords {
  /// An amount without the words around it.
  struct Bare {
    var text: String
    /// Whether a word said that the amount is a lower or upper bound.
    var isBound = false
    /// Whether a word said that the amount is not exact.
    var isAbout = false
  }

  /// Takes the words off both ends of a folded text.
  static func strip(_ text: String) -> Bare {
    var bare = Bare(text: text)
    var scalars = Array(text.unicodeScalars)
    while true {
      let before = scalars.count
      stripFront(&scalars, &bare)
      stripBack(&scalars, &bare)
      if scalars.count == before { break }
    }
    // `한화 약 130억원`: the currency stands before the word.
    if let end = UnitTokens.leadingCurrency(scalars), end < scalars.count {
      var rest = Array(scalars[end...])
      let count = rest.count
      while rest.first?.isBlank ?? false { rest.removeFirst() }
      stripFront(&rest, &bare)
      if rest.count < count { scalars = scalars[..<end] + [" "] + rest }
    }
    bare.text = Fold.trim(String(String.UnicodeScalarView(scalars)))
    return bare
  }

  private static func stripFront(_ scalars: inout [Unicode.Scalar], _ bare: inout Bare) {
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if scalar.isBlank || ":=*※•·○●■□▶".unicodeScalars.contains(scalar) {
        at += 1
      } else if "~∼〜≒≈≃≅±".unicodeScalars.contains(scalar) {
        bare.isAbout = true
        at += 1
      } else if let (word, end) = match(scalars[at...], before), !isCurrency(scalars[at...], beyond: end) {
        note(word, &bare)
        at = end
      } else {
        break
      }
    }
    scalars.removeFirst(at)
  }

  /// Whether a currency begins where a word does and reaches further: 중국위안 is not 위안 after 중.
  private static func isCurrency(_ scalars: ArraySlice<Unicode.Scalar>, beyond end: Int) -> Bool {
    guard let (word, length) = UnitTokens.eastAsian(Array(scalars), from: 0),
      case .currency = word.meaning
    else { return false }
    return scalars.startIndex + length > end
  }

  private static func stripBack(_ scalars: inout [Unicode.Scalar], _ bare: inout Bare) {
    while let last = scalars.last {
      if last.isBlank || last == "." || last == "。" || last == "、" {
        scalars.removeLast()
      } else if last == "," || last == ";", scalars.count > 1, !scalars[scalars.count - 2].isDigit {
        scalars.removeLast()
      } else if last == "+", scalars.count > 1 {
        bare.isBound = true
        scalars.removeLast()
      } else if let (word, start) = matchBack(scalars) {
        note(word, &bare)
        scalars.removeLast(scalars.count - start)
      } else {
        break
      }
    }
  }

  private static func note(_ kind: Kind, _ bare: inout Bare) {
    switch kind {
    case .plain: break
    case .about: bare.isAbout = true
    case .bound: bare.isBound = true
    }
  }

  /// The longest word that a text begins with, and where it ends.
  private static func match(
    _ scalars: ArraySlice<Unicode.Scalar>, _ words: [String: Kind]
  ) -> (Kind, Int)? {
    var key = String.UnicodeScalarView()
    var found: (Kind, Int)?
    for (at, scalar) in zip(scalars.indices, scalars.prefix(longest)) {
      key.append(scalar)
      guard let kind = words[String(key)] else { continue }
      var end = at + 1
      if scalar.isAlphabetic {
        // A word of letters ends where no other letter follows; a short one is no part of `ca$`, `s$`.
        if end < scalars.endIndex, scalars[end] == "." || scalars[end] == ":" { end += 1 }
        let isCut = end < scalars.endIndex && scalars[end].isAlphabetic && end == at + 1
        let isSign = end < scalars.endIndex && UnitWords.sign(scalars[end]) != nil && key.count <= 2
        if isCut || isSign { continue }
      }
      found = (kind, end)
    }
    return found
  }

  /// The longest word that a text ends with, and where it starts.
  private static func matchBack(_ scalars: [Unicode.Scalar]) -> (Kind, Int)? {
    var found: (Kind, Int)?
    for length in 1...min(longest, scalars.count) {
      let start = scalars.count - length
      guard let kind = behind[String(String.UnicodeScalarView(scalars[start...]))] else { continue }
      if scalars[start].isAlphabetic, start > 0, scalars[start - 1].isAlphabetic { continue }
      found = (kind, start)
    }
    return found
  }

  private enum Kind { case plain, about, bound }

  /// Words that stand on either side.
  private static let either: [String] = [
    "연", "연간", "년간", "총", "총액", "합", "합계", "총계", "누계", "누적", "전체", "예상", "예상액", "추정", "추정액", "추산", "예정",
    "예측", "잠정", "규모", "금액", "계약", "계약액", "계약금액", "추진", "상담", "상담액", "수출", "수출액", "수입", "구매", "주문", "발주",
    "납품", "공급", "거래", "샘플", "견적", "초도", "물량", "오더", "초기", "시범", "테스트", "최종", "현장", "즉석", "체결", "성사", "성약",
    "협의", "협약", "업무협약", "양해각서", "mou", "loi", "moa", "po", "투자", "매출", "판매", "제안", "요청", "협상", "진행", "중",
    "완료",
    "확정", "논의", "가능", "기대", "전망", "희망", "검토", "향후", "후속", "실적", "상당액", "건으로",
    "estimated", "est", "expected", "total", "order", "sample", "contract", "deal", "potential", "projected",
    "annual",
    "trial", "initial", "purchase", "approximately", "approx", "appx",
    "年間", "総額", "合計", "推定", "見込", "見込み", "予定", "契約", "商談", "注文", "発注", "成約", "概算", "預計", "预计", "预估",
    "估计", "合同", "意向", "订单", "訂單", "成交", "金額", "金额", "总额", "總額", "共计", "共計", "合计", "共",
    "всего", "итого", "dự kiến", "ước tính", "tổng cộng",
  ]

  private static let before: [String: Kind] = table(
    either + [
      "금", "도합", "額", "계", "価値", "价值", "價值", "总价", "总计", "總計", "sum", "amount", "value", "worth", "сумма",
      "на сумму", "контракт", "заказ", "tổng", "tổng trị giá", "trị giá", "senilai", "sebesar", "anggaran",
      "計",
    ],
    about: [
      "약", "대략", "대강", "얼추", "어림", "근", "거의", "約", "约", "大约", "大約", "大概", "近", "将近", "將近", "およそ", "おおよそ",
      "ほぼ", "about", "around", "circa", "ca", "roughly", "some", "nearly", "almost", "около", "ок",
      "примерно",
      "приблизительно", "порядка", "почти", "khoảng", "gần", "ước", "sekitar", "kira-kira", "kurang lebih",
      "hampir",
      "estimasi", "perkiraan", "etwa", "rund", "environ", "env", "aprox", "unos", "шамамен", "taxminan",
      "ойролцоогоор",
    ],
    bound: [
      "최소", "최대", "최저", "over", "more than", "at least", "exceeding", "above", "более", "свыше", "больше",
      "не менее",
      "hơn", "trên", "tối thiểu", "lebih dari", "lebih", "minimal", "超", "超过", "超過", "逾", "至少", "最少", "最低",
      "最大",
      "mehr als", "plus de", "más de",
    ])

  private static let behind: [String: Kind] = table(
    either + [
      "액", "상당", "어치", "예정임", "예상됨", "추정됨", "임", "입니다", "only", "equivalent", "in total", "相当", "相當", "規模",
      "分",
    ],
    about: [
      "가량", "내외", "정도", "수준", "쯤", "안팎", "전후", "남짓", "가까이", "육박", "程度", "くらい", "ぐらい", "ほど", "前後", "前后",
      "左右", "上下", "примерно",
    ],
    bound: [
      "이상", "초과", "상회", "以上", "超", "plus", "or more", "and above", "and over", "и более", "trở lên",
    ])

  private static func table(_ plain: [String], about: [String], bound: [String]) -> [String: Kind] {
    var words: [String: Kind] = [:]
    for (kind, list) in [(Kind.plain, plain), (.about, about), (.bound, bound)] {
      for word in list { words[word] = kind }
    }
    return words
  }

  private static let longest =
    (Array(before.keys) + Array(behind.keys)).map { $0.unicodeScalars.count }.max() ?? 1
}
