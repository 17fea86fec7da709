@testable import Records
@testable import Sheets

/// Reads every sheet of a workbook and holds what has to be true of any: rows in order, valid text, one cell at least.
private func readAll(_ file: [UInt8], width: Int?) {
  guard let book = try? SheetBook(bytes: file) else { return }
  let block = RecordBlock()
  for sheet in book.sheets.prefix(4) {
    var window = SheetWindow()
    window.width = width
    guard let feed = try? book.read(sheet, window) else { continue }
    var last = 0
    while (try? feed.next(into: block)) == true {
      block.checkText()
      for record in 0..<block.recordCount {
        let cells = block.cellCount(of: record)
        expect(block.line(of: record) > last, "row \(block.line(of: record)) behind \(last)")
        last = block.line(of: record)
        expect(block.isValidText(record), "row \(last) is not UTF-8")
        expect(block.defect(of: record) != .none || cells >= 1, "row \(last) has no cell")
        expect(width.map { cells <= max($0, 1) } ?? true, "\(cells) cells")
        for cell in 0..<cells { _ = block.cell(record, cell) }
      }
    }
    let hidden = feed.notes.hiddenRows
    expect(hidden.count >= hidden.stretches.count, "\(feed.notes)")
  }
}

/// A file of any bytes.
@Sendable func fuzzWorkbook(_ bytes: UnsafeRawBufferPointer) { readAll(Array(bytes), width: nil) }

private let pieces = [
  "<row>", "<row r='2'>", "<row r='3' hidden='1'>", "</row>", "<c>", "<c r='A1'>", "<c r='C2' t='s'>",
  "<c t='inlineStr'>", "<c t='str' s='1'>",
  "<c t='b'>", "<c t='e'>", "<c t='d'>", "<c s='2'>", "</c>", "<v>", "</v>", "<v>1</v>", "<v>44134.5</v>",
  "<f>", "</f>", "<is>", "</is>", "<t>", "</t>",
  "<r>", "</r>", "<rPh>", "</rPh>", "0", "1", "12", "-", ".5", "E+05", "가", "_x000D_", "&amp;", "&lt;",
  "#N/A", "합계", "</sheetData>", "<sheetData>",
  "<mergeCells>", "<mergeCell ref='A1:B2'/>", "<mergeCell ref='A2:A3'/>", "</mergeCells>", "<!--", "-->",
  "<![CDATA[", "]]>", "<extLst>", "</extLst>", " ",
]

/// The XML of a sheet's rows.
@Sendable func fuzzRows(_ bytes: UnsafeRawBufferPointer) {
  var input = FuzzInput(bytes)
  let choice = input.byte()
  let xml = String(decoding: input.bytes(pieces, inPieces: choice & 1 != 0), as: UTF8.self)
  var parts = XlsxParts(rows: choice & 2 != 0 ? xml : "<row r='1'><c>\(xml)</c></row>")
  if choice & 8 != 0 { parts.sheets[0].xml = xml }
  parts.sharedTexts = choice & 4 != 0 ? "<si>\(xml)</si>" : "<si><t>a</t></si><si><t>b</t></si>"
  parts.styles = "<cellXfs><xf/><xf numFmtId='14'/><xf numFmtId='46'/></cellXfs>"
  readAll(parts.file, width: choice & 16 != 0 ? 3 : nil)
}

private let odsPieces = [
  "<table:table-row>", "<table:table-row table:number-rows-repeated='3'>",
  "<table:table-row table:number-rows-repeated='1048576'>", "</table:table-row>",
  "<table:table-cell>", "<table:table-cell office:value-type='float' office:value='1'>",
  "<table:table-cell table:number-columns-repeated='3'>",
  "<table:table-cell table:number-columns-repeated='16384'>",
  "<table:table-cell table:number-rows-spanned='2' table:number-columns-spanned='2'>",
  "<table:covered-table-cell/>", "</table:table-cell>", "<text:p>", "</text:p>", "<text:s text:c='3'/>",
  "<text:span>", "</text:span>", "가", "1,200만불", "#N/A",
  "<table:table-row-group>", "</table:table-row-group>", "<table:table-column table:visibility='collapse'/>",
  "</table:table>", "<table:table table:name='b'>",
  "<office:annotation>", "</office:annotation>", "<draw:frame>", "</draw:frame>", " ",
]

/// The XML of an OpenDocument sheet.
@Sendable func fuzzOds(_ bytes: UnsafeRawBufferPointer) {
  var input = FuzzInput(bytes)
  let choice = input.byte()
  let xml = String(decoding: input.bytes(odsPieces, inPieces: choice & 1 != 0).prefix(4096), as: UTF8.self)
  // A million rows of many cells are read, but not in a fuzzer's time.
  guard xml.components(of: "1048576") + xml.components(of: "16384") <= 1 else { return }
  readAll(odsFile("<table:table table:name='a'>\(xml)</table:table>"), width: choice & 2 != 0 ? 3 : nil)
}

extension String {
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}

/// A number format, and a number in it: what is shown is text, and a plain format shows the number itself.
@Sendable func fuzzFormats(_ bytes: UnsafeRawBufferPointer) {
  var input = FuzzInput(bytes)
  let numbers = [
    "0", "1", "-1", "0.5", "44134", "44134.75", "1234567.891", "1E+300", "1e-300", "0.30000000000000004",
    "60", "2958465.999999",
  ]
  var stored = numbers[input.byte() % numbers.count]
  let system: DateSystem = input.byte() & 1 == 0 ? .from1900 : .from1904
  let code = input.text([
    "y", "m", "d", "h", "s", "0", "#", "?", ",", ".", "%", ";", "\"", "\\", "_", "*", "[h]", "[", "]",
    "[$₩-412]", "[>=1000]", "E+", "General", "@", "AM/PM", "만불", "-",
    "e", "g", "a", "/", " ",
  ])
  guard let number = stored.withUTF8({ SheetNumber($0) }) else {
    return expect(false, "\(stored) is no number")
  }
  let format = NumberFormat(code)
  let text = format.text(number, system)
  expect(String(validating: text, as: UTF8.self) != nil, "\(code) shows no text")
  if format.isPlain {
    expect(text == number.plain(), "\(code) of \(stored): \(String(decoding: text, as: UTF8.self))")
  }
}
