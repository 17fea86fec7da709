import Foundation
import Platform

/// Invented sheets of any size, the same for the same seed.
///
/// Registrations and consultations as a city would hold them after years of forums: events, suppliers and
/// buyers by id, a dozen countries, meetings of which most were held and few led to an MOU.
struct Generator {
  var rows = 1_000
  var registrations = 200
  /// Number of consultations files, which share the rows.
  var files = 1
  /// Number of columns of the consultations; those beyond 14 hold remarks that no report reads.
  var columns = Generator.plainColumns.count
  /// Whether every cell stands in quotes.
  var isQuoted = false
  /// How many rows of a hundred have a problem.
  var flagged = 0
  var seed: UInt64 = 1

  static let plainColumns = [
    "event", "consultation_id", "supplier_id", "buyer_id", "held_at", "mode", "status", "outcome",
    "consulted_amount", "expected_contract_amount", "mou_amount", "contract_amount", "currency",
    "mou_signed_on",
  ]
  private static let countries = [
    "RU", "JP", "VN", "ID", "CN", "US", "TH", "MY", "KZ", "UZ", "DE", "MN",
  ]
  private static let sectors = [
    "배터리·소재", "철강", "수산식품", "바이오", "화장품", "기계·부품", "정보통신", "물류", "환경", "건축자재",
  ]

  private var events: Int { max(1, min(24, registrations / 50)) }
  private var suppliers: Int { max(1, registrations / 2) }
  private var buyers: Int { max(1, registrations - registrations / 2) }

  /// Writes `registrations.csv` and `consultations-1.csv` and so on into a folder.
  func write(to folder: String) throws {
    try FileSystem.makeFolder(folder)
    try writeRegistrations(to: folder + "/registrations.csv")
    for file in 0..<files {
      let first = rows * file / files
      let last = rows * (file + 1) / files
      try writeConsultations(first..<last, to: folder + "/consultations-\(file + 1).csv")
    }
  }

  private func writeRegistrations(to path: String) throws {
    var sheet = try Sheet(path: path, isQuoted: isQuoted)
    var random = SplitMix(seed: seed)
    try sheet.line(["event", "registration_id", "role", "organization", "country", "sector", "status"])
    for number in 0..<suppliers {
      try sheet.line([
        event(number), id("S", number), "supplier", "㈜가상기업 \(number)", "KR",
        Generator.sectors[random.next(Generator.sectors.count)],
        random.next(20) == 0 ? "cancelled" : "confirmed",
      ])
    }
    for number in 0..<buyers {
      try sheet.line([
        event(number), id("B", number), "buyer", "Invented Trading \(number) Co., Ltd.",
        Generator.countries[random.next(Generator.countries.count)], "",
        random.next(20) == 0 ? "cancelled" : "confirmed",
      ])
    }
    try sheet.close()
  }

  private func event(_ number: Int) -> String { "forum-\(2001 + number % events)" }
  private func id(_ letter: String, _ number: Int) -> String { letter + Sheet.padded(number, 6) }

  private func writeConsultations(_ range: Range<Int>, to path: String) throws {
    var sheet = try Sheet(path: path, isQuoted: isQuoted)
    let more = max(0, columns - Generator.plainColumns.count)
    try sheet.line(Generator.plainColumns + (0..<more).map { "remark_\($0 + 1)" })
    for number in range {
      // Now and then a row stands twice.
      let row = number % 2_000 == 1_999 ? number - 1 : number
      var random = SplitMix(seed: seed &+ UInt64(row) &* 0x9E37_79B9_7F4A_7C15)
      // A supplier and a buyer of one event.
      let event = random.next(events)
      let supplier = event + events * random.next((suppliers - event - 1) / events + 1)
      let buyer = event + events * random.next((buyers - event - 1) / events + 1)
      let kind = random.next(100)
      let isHeld = kind < 88
      let outcome = isHeld ? random.next(100) : 100
      let isMOU = outcome < 3
      let isContract = outcome >= 3 && outcome < 5
      var consulted = isHeld ? "\(random.next(900) * 100 + 5_000)" : ""
      var supplierID = id("S", supplier)
      let held = Sheet.date(year: 2001 + event, day: random.next(360))
      if flagged > 0, random.next(100) < flagged {
        if random.next(2) == 0 { consulted = "about half" } else { supplierID = "S-unlisted-\(row % 1000)" }
      }
      sheet.cell(self.event(event))
      sheet.cell(id("C", row))
      sheet.cell(supplierID)
      sheet.cell(id("B", buyer))
      sheet.cell(held)
      sheet.cell(random.next(3) == 0 ? "in_person" : "video")
      sheet.cell(isHeld ? "completed" : kind < 95 ? "no_show" : kind < 98 ? "cancelled" : "scheduled")
      sheet.cell(
        isMOU ? "mou" : isContract ? "contract" : outcome < 45 ? "follow_up" : outcome < 100 ? "none" : "")
      sheet.cell(consulted)
      sheet.cell(outcome < 30 ? "\(random.next(400) * 100 + 1_000)" : "")
      sheet.cell(isMOU ? "\(random.next(200) * 100 + 1_000)" : "")
      sheet.cell(isContract ? "\(random.next(90) * 100 + 500)" : "")
      sheet.cell(isHeld ? "USD" : "")
      sheet.cell(isMOU ? held : "")
      for _ in 0..<more { sheet.cell("seen at the stand") }
      try sheet.endLine()
    }
    try sheet.close()
  }
}

/// A CSV file that is being written.
struct Sheet: ~Copyable {
  private var file: OutputFile
  private let isQuoted: Bool
  private var bytes: [UInt8] = []
  private var isFirst = true

  init(path: String, isQuoted: Bool) throws {
    file = try OutputFile(path: path)
    self.isQuoted = isQuoted
    bytes.reserveCapacity(1 << 21)
  }

  mutating func line(_ cells: [String]) throws {
    for text in cells { cell(text) }
    try endLine()
  }

  mutating func cell(_ text: String) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    let needsQuotes = isQuoted || text.utf8.contains(UInt8(ascii: ","))
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    bytes.append(contentsOf: text.utf8)
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
  }

  mutating func endLine() throws {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
    if bytes.count > 1 << 20 {
      try file.write(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
  }

  consuming func close() throws {
    try file.write(bytes)
    try file.commit()
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.utf8.count < width
      ? String(repeating: "0", count: width - digits.utf8.count) + digits : digits
  }

  /// A day of a year whose months all have thirty days, February 28.
  static func date(year: Int, day: Int) -> String {
    let month = day / 30 + 1
    return "\(year)-\(padded(month, 2))-\(padded(min(day % 30 + 1, month == 2 ? 28 : 30), 2))"
  }
}

/// Steele, Lea and Flood's SplitMix64: numbers that depend on the seed alone.
struct SplitMix {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  /// A number from 0 to one less than `bound`.
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int((mixed.multipliedFullWidth(by: UInt64(bound))).high)
  }
}
