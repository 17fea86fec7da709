/// A column of which neither the header nor the cells tell what it is, but which figures may hang on.
///
/// It stops nothing: the report says that it was not read.
struct PossibleColumn {
  let header: String
  let cells: [String]

  /// How many cells it takes, where a column has as many.
  private static let least = 3

  /// Whether most cells are bare numbers as amounts are: no running numbers, years, counts or codes.
  var mayBeAmount: Bool {
    guard !isForeseen(PossibleColumn.numbered) else { return false }
    let numbers = cells.compactMap { cell -> Int? in
      let digits = cell.filter { $0 != "," }
      return digits.utf8.count <= 15 && !digits.hasPrefix("0") ? Int(digits) : nil
    }
    guard isMost(numbers.count), let largest = numbers.max(), largest >= 100 else { return false }
    let areYears = numbers.allSatisfy { (1900...2100).contains($0) }
    return !areYears && !areInARow(numbers)
  }

  /// Whether numbers run on by ones; where there are many, mostly by one step, as those of a sample do.
  private func areInARow(_ numbers: [Int]) -> Bool {
    let steps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
    if steps.count < 20 { return !steps.isEmpty && steps.allSatisfy { $0 == 1 } }
    let usual = steps.sorted()[steps.count / 2]
    return usual > 0 && steps.count { $0 == usual } * 4 >= steps.count * 3
  }

  /// Whether the cells are short words of which each stands about twice or more.
  var mayBeSector: Bool {
    guard !isForeseen(PossibleColumn.personal) else { return false }
    let words = cells.filter { cell in
      cell.utf8.count <= 60 && !cell.contains("@")
        && !cell.unicodeScalars.contains { ("0"..."9").contains($0) }
    }
    return isMost(words.count) && words.count > 1 && Set(words).count * 2 <= words.count
  }

  private func isMost(_ count: Int) -> Bool {
    count >= min(PossibleColumn.least, cells.count) && count * 2 >= cells.count
  }

  private func isForeseen(_ words: [String]) -> Bool { HeaderWords(header).has(words) }

  /// What headers of numbers say that are no amounts.
  private static let numbered = [
    "번호", "순번", "연번", "no", "id", "code", "코드", "전화", "연락처", "phone", "tel", "fax", "팩스", "인원", "명수",
    "수량", "횟수", "건수", "qty", "quantity", "count", "테이블", "table", "부스", "booth", "좌석", "우편", "zip",
    "환율", "exchangerate", "연도", "year", "설립", "직원", "employees", "매출", "revenue", "점수", "score", "hs",
  ]
  /// What headers of words say that are no sectors.
  private static let personal =
    HeaderWords.remarks + [
      "전화", "메일", "mail", "phone", "contact", "성명", "이름", "직책", "직위", "position", "통역", "interpreter", "주소",
      "address", "지역", "소재", "시간", "time", "테이블", "table", "부스", "booth", "좌석", "장소", "place", "언어",
      "language",
      "상태", "status", "방식", "manager", "agent", "owner", "후기", "회차", "구분", "여부", "등록",
    ]
}
