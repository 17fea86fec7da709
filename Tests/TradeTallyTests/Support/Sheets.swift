import Foundation
import TestSupport
import Testing

/// A table as it would stand in a spreadsheet.
struct Sheet {
  /// Rows above the header.
  var titles: [[String]] = []
  var header: [String]
  var rows: [[String]]

  /// The sheet as a file.
  func data(_ layout: Layout = Layout()) throws -> Data { try layout.encode(text(layout)) }

  /// The sheet as text.
  func text(_ layout: Layout = Layout()) -> String {
    (titles + [header] + rows).map { layout.line($0) + layout.lineEnd }.joined()
  }
}

/// How a sheet is written down.
struct Layout: CustomTestStringConvertible, Sendable {
  var delimiter = ","
  var quotesAll = false
  var lineEnd = "\n"
  var encoding = Encoding.utf8

  enum Encoding: String, Sendable { case utf8, utf8Mark, cp949, utf16 }

  var testDescription: String {
    let end = lineEnd.unicodeScalars.map { $0 == "\r" ? "CR" : "LF" }.joined()
    return "\(encoding.rawValue) \(delimiter == "\t" ? "tab" : delimiter) \(end)\(quotesAll ? " quoted" : "")"
  }

  func line(_ cells: [String]) -> String {
    cells.map { cell in
      let needsQuotes =
        quotesAll || cell.contains(delimiter) || cell.utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }.joined(separator: delimiter)
  }

  func encode(_ text: String) throws -> Data {
    switch encoding {
    case .utf8: Data(text.utf8)
    case .utf8Mark: Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)
    case .cp949: try Layout.codePage949(text)
    case .utf16: Data([0xFF, 0xFE]) + (try #require(text.data(using: .utf16LittleEndian)))
    }
  }

  /// By the system's iconv, since Foundation does not write this code page everywhere.
  private static func codePage949(_ text: String) throws -> Data {
    let folder = try Folder()
    try folder.write("text", text)
    let answer = try Program.run(
      program: "/bin/sh", ["-c", "iconv -f UTF-8 -t CP949 text > converted"], in: folder)
    try #require(answer.code == 0, "\(answer.messages)")
    return try folder.data("converted")
  }
}

/// Invented registrations and consultations of a few events, as messy as sheets are, the same for a seed.
struct World {
  var registrations: Sheet
  var consultations: Sheet
  var random: SeededRandom

  /// What may be in the sheets.
  struct Traits {
    var events = ["e-1", "e-2"]
    var rows = 160
    /// Rows of the same id with other cells.
    var hasConflicts = false
    /// Total rows, notes, rows without participants, wrong statuses, cells beyond the header.
    var hasBroken = true
    /// Every meeting is dated within the second quarter of 2021.
    var isOfOneQuarter = false
  }

  private static let sectors = ["배터리·소재", "수산물", "IT", "기계 부품", "화장품"]
  private static let sectorSpellings = ["배터리ㆍ소재", "수산물 ", "it", "기계부품", "화장품"]
  private static let countries = [
    ["일본", "JP", "Japan", "JPN"], ["베트남", "VN", "Vietnam"], ["러시아", "RU", "Russian Federation"],
    ["중국(상하이)", "CN"],
    ["유럽", "모름"],
  ]
  private static let words = ["예시", "견본", "가상", "모의", "본보기", "허구", "연습", "시험"]
  private static let trades = ["수산", "전지", "기계", "바이오", "식품", "소재", "정밀", "화학"]
  private static let amounts = [
    "", "", "", "5,000", "120000", "230만2,000 달러", "5만불", "300만원", "1.5백만불", "-", "미정", "협의중", "많음", "￥300",
    "1,234.565",
    "USD 40,000", "5.000", "7.5K", "25원",
  ]

  init(seed: UInt64, _ traits: Traits = Traits()) {
    var random = SeededRandom(seed)
    func chance(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &random) < part }
    func one<Element>(_ list: [Element]) -> Element { list[Int.random(in: 0..<list.count, using: &random)] }

    // Who registered
    var registered: [[String]] = []
    var suppliers: [(id: String, name: String)] = []
    var buyers: [(id: String, name: String, country: Int)] = []
    for index in 0..<14 {
      let name = World.words[index % 8] + World.trades[(index * 3 + index / 8) % 8]
      let spelled = one(["㈜\(name)", "\(name)(주)", "\(name) 주식회사", name])
      let event = one(traits.events + [""])
      let sector = index % 5
      suppliers.append(("S-\(index)", name))
      registered.append(
        [
          event, "S-\(index)", one(["참가기업", "supplier"]), spelled,
          chance(0.2) ? "506-81-\(10_000 + index)" : "", "",
          index < 5
            ? World.sectors[sector] : one([World.sectors[sector], World.sectorSpellings[sector], ""]),
          one(["확정", "confirmed", "", "취소", "대기"]), "가상인물 \(index)",
        ])
    }
    for index in 0..<18 {
      let name = "\(one(["Mihon", "Obrazets", "Vi Du", "Contoh"])) \(index % 12) \(one(["Trade", "Foods"]))"
      let country = Int.random(in: 0..<World.countries.count, using: &random)
      buyers.append(("B-\(index)", name, country))
      registered.append(
        [
          "", "B-\(index)", one(["바이어", "buyer"]), name + one(["", ", Inc.", " LLC"]), "",
          one(World.countries[country]), "",
          one(["확정", "", "cancelled"]), "nobody-\(index)@example.invalid",
        ])
    }
    registered.append(registered[3])
    registered.append(["합계", "", "", "32", "", "", "", "", ""])
    registrations = Sheet(
      titles: [["등록 현황", "", "", "", "", "", "", "", ""]],
      header: ["행사", "접수번호", "구분", "기업명", "사업자번호", "국가", "업종", "상태", "담당자"], rows: registered)

    // Who met whom
    var rows: [[String]] = []
    var number = 0
    while rows.count < traits.rows {
      number += 1
      let supplier = one(suppliers)
      let buyer = one(buyers)
      let byName = chance(0.3)
      let unknown = chance(0.05)
      let day = Int.random(in: 0..<60, using: &random)
      let date = World.date(day, style: Int.random(in: 0..<6, using: &random))
      let undated = !traits.isOfOneQuarter && chance(0.06)
      let status = one(["완료", "완료", "완료", "held", "", "노쇼", "취소", "예정", "미정"])
      let outcome = one(["", "없음", "후속상담", "MOU", "mou; 계약", "계약/견적", "검토 중", "interested"])
      let memo = one(["", "메모, 쉼표", "\"따옴표\" 안", "두 줄\n메모", "가상인물"])
      rows.append([
        chance(0.1) ? "" : one(traits.events), "C-\(number)", byName ? "" : unknown ? "S-99" : supplier.id,
        byName ? (unknown ? "처음 보는 곳" : one(["(주)", ""]) + supplier.name) : "", byName ? "" : buyer.id,
        byName ? buyer.name : "", chance(0.3) ? one(World.countries[chance(0.9) ? buyer.country : 0]) : "",
        chance(0.1) ? one(World.sectorSpellings) : "", undated ? one(["", "추후", "10/11/2021", "언젠가"]) : date,
        one(["화상", "대면", "online", "", "전화"]), status, outcome, one(World.amounts), one(World.amounts),
        outcome.lowercased().contains("mou") ? one(World.amounts) : "", "",
        chance(0.1) ? World.date(day + Int.random(in: -3..<200, using: &random), style: 0) : "", memo,
      ])
      if chance(0.02) { rows.append(rows[Int.random(in: 0..<rows.count, using: &random)]) }
      if traits.hasConflicts, chance(0.02) {
        var row = rows[Int.random(in: 0..<rows.count, using: &random)]
        row[10] = "취소"
        row[9] = "영상"
        rows.append(row)
      }
      if traits.hasBroken, chance(0.04) {
        let empty = [String](repeating: "", count: 18)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: rows.append(["소계"] + empty[1...].dropLast() + ["12"])
        case 1: rows.append(["※ 가상 자료"] + empty[1...])
        case 2: rows.append(["", "C-x\(number)"] + empty[2..<10] + ["완료"] + empty[11...])
        case 3: rows.append(["", "C-y\(number)", "S-1"] + empty[3..<10] + ["글쎄"] + empty[11...])
        default: rows.append(["", "C-z\(number)", "S-1", "", "B-1"] + empty[5...] + ["", "넘침"])
        }
      }
    }
    consultations = Sheet(
      titles: [
        ["상담 일지"] + [String](repeating: "", count: 17),
        [String](repeating: "", count: 16) + ["(단위: 달러)", ""],
      ],
      header: [
        "행사", "상담번호", "기업번호", "참가기업", "바이어번호", "바이어", "국가", "업종", "상담일시", "방식", "상태", "결과", "상담액",
        "계약추진액(천달러)",
        "MOU금액", "계약액", "협약일", "비고",
      ], rows: rows)
    self.random = random
  }

  /// A day after 1 April 2021 in one of several spellings.
  private static func date(_ day: Int, style: Int) -> String {
    let date = Calendar(identifier: .gregorian).utc(year: 2021, month: 4, day: 1 + day)
    let (year, month, day) = (date.year ?? 0, date.month ?? 0, date.day ?? 0)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return switch style {
    case 0: "\(year)-\(two(month))-\(two(day))"
    case 1: "\(year). \(month). \(day)."
    case 2: "\(year)\(two(month))\(two(day))"
    case 3: "\(year)년 \(month)월 \(day)일"
    case 4: "\(year)-\(two(month))-\(two(day)) 오후 2:30"
    default: "\(two(day)).\(two(month)).\(year)"
    }
  }
}

extension Calendar {
  /// The parts of a day that may lie beyond its month's end.
  fileprivate func utc(year: Int, month: Int, day: Int) -> DateComponents {
    var calendar = self
    calendar.timeZone = .gmt
    let date = calendar.date(from: DateComponents(year: year, month: month, day: day))
    return calendar.dateComponents([.year, .month, .day], from: date ?? .distantPast)
  }
}
