import Documents
import Model
import Values
import Xlsx

/// The workbook of a new workspace: a sheet for registrations and one for meetings, with lists to choose words from.
enum WorkspaceForm {
  /// Where it stands in the workspace.
  static let path = "data/form.xlsx"

  /// The rows for which lists are offered.
  private static let rows = 1...2_000
  /// A fixed date, so that every workspace gets the same bytes.
  private static let created: Int64 = 1_577_836_800
  private static let lists = "Lists"

  /// A column with its words; without any it is typed freely.
  private typealias Column = (header: String, words: [String])

  private static let countries = CountryNames.ordinary(.ofReports)

  private static let registrations: [Column] = [
    ("행사코드", []), ("등록번호", []), ("구분", ["참가기업", "바이어"]), ("기업명", []), ("사업자등록번호", []), ("국가", countries),
    ("업종", []), ("참가상태", ["확정", "대기", "취소"]), ("등록일", []),
  ]

  private static let consultations: [Column] = [
    ("행사코드", []), ("상담번호", []), ("참가기업번호", []), ("참가기업", []), ("바이어번호", []), ("바이어", []), ("국가", countries),
    ("업종", []), ("상담일시", []), ("상담방식", ["화상", "대면"]), ("진행상태", ["완료", "노쇼", "취소", "예정"]),
    ("상담결과", ["후속상담", "MOU", "계약", "없음"]), ("상담액(USD)", []), ("계약추진액(USD)", []), ("MOU금액(USD)", []),
    ("계약액(USD)", []),
    ("MOU체결일", []),
  ]

  /// What stands on the sheet of notes: a column, what to write in it, and the same in English.
  private static let notes: [(column: String, korean: String, english: String)] = [
    ("시트", "참가신청에는 참가기업과 바이어를, 상담일지에는 상담을 한 줄에 하나씩 적음", "One organisation or one meeting a row"),
    ("행사코드", "비워 두면 reports/event.yaml에 적은 행사로 봄", "Empty: the event of the definition"),
    ("등록번호 · 상담번호", "같은 번호는 한 번만 집계함. 없으면 비워 둠", "Unique; a repeated one counts once"),
    ("참가기업번호 · 바이어번호", "참가신청의 등록번호. 번호가 없으면 이름을 적음", "The registration's number, or else the name"),
    (
      "구분 · 참가상태 · 상담방식 · 진행상태 · 상담결과", "목록에서 고름. 상담결과가 여럿이면 쉼표로 나눔",
      "From the list; several outcomes with commas"
    ),
    ("국가", "바이어는 반드시 적음. 참가기업은 비워 두면 한국으로 봄", "Needed for buyers; suppliers default to Korea"),
    ("등록일 · 상담일시 · MOU체결일", "날짜 형식이나 2026-10-30처럼 적음", "A date, or text such as 2026-10-30"),
    ("금액", "모르면 비워 둠. 0은 0으로 집계함. 단위가 다르면 칸에 함께 적음(예: 5만불)", "Empty if unknown; another unit in the cell"),
    ("다른 열", "연락처와 비고는 읽지 않으며 결과에 나오지 않음", "Contacts and remarks are not read"),
  ]

  /// Writes the workbook.
  static func write(to path: String) throws {
    try WorkbookWriter.write(to: path, properties: WorkbookProperties(title: "수출상담회 자료", created: created)) {
      book in
      let sheets = [("참가신청", registrations), ("상담일지", consultations)]
      let writers = try sheets.map { try book.addSheet(named: $0.0) }
      try writeNotes(on: book.addSheet(named: "안내"))
      let words = try book.addSheet(named: lists)
      var places: [String: (column: Int, count: Int)] = [:]
      for (header, list) in sheets.flatMap(\.1) where !list.isEmpty && places[header] == nil {
        let column = places.count
        places[header] = (column, list.count)
        for (row, word) in ([header] + list).enumerated() {
          try words.write(
            .text(word), row: row, column: column, format: row == 0 ? CellFormat(bold: true) : .plain)
        }
      }
      for (sheet, (_, columns)) in zip(writers, sheets) {
        for (index, column) in columns.enumerated() {
          let look = CellFormat(bold: true, bottomLine: true)
          try sheet.write(.text(column.header), row: 0, column: index, format: look)
          guard let place = places[column.header], !column.words.isEmpty else { continue }
          try sheet.offerList(
            rows: rows, column: index, from: lists, column: place.column, rows: 1...place.count)
        }
        try sheet.setWidth(14, columns: 0...(columns.count - 1))
        try sheet.freezePanes(row: 1, column: 0)
      }
    }
  }

  private static func writeNotes(on sheet: SheetWriter) throws {
    let head = ["적는 곳", "적는 법", "What to write"]
    for (column, title) in head.enumerated() {
      try sheet.write(
        .text(title), row: 0, column: column, format: CellFormat(bold: true, bottomLine: true))
    }
    let look = CellFormat(wrap: true, vertical: .top)
    for (row, note) in notes.enumerated() {
      for (column, text) in [note.column, note.korean, note.english].enumerated() {
        try sheet.write(.text(text), row: row + 1, column: column, format: look)
      }
    }
    try sheet.setWidth(30, columns: 0...0)
    try sheet.setWidth(60, columns: 1...1)
    try sheet.setWidth(46, columns: 2...2)
    try sheet.freezePanes(row: 1, column: 0)
  }
}
