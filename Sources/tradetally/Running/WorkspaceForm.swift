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

  private static let countries = CountryNames.ordinary(.ko)

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

  /// Writes the workbook.
  static func write(to path: String) throws {
    try WorkbookWriter.write(to: path, properties: WorkbookProperties(title: "수출상담회 자료", created: created)) {
      book in
      let sheets = [("참가신청", registrations), ("상담일지", consultations)]
      let writers = try sheets.map { try book.addSheet(named: $0.0) }
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
}
