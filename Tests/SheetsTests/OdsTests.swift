import Testing

@testable import Sheets

@Suite struct OdsTests {
  private func table(_ rows: String, columns: String = "") -> [UInt8] {
    odsFile("<table:table table:name='시트'>\(columns)\(rows)</table:table>")
  }

  @Test(arguments: [
    ("office:value-type='float' office:value='1200'", "1,200", "1200"),
    ("office:value-type='float' office:value='0.30000000000000004'", "0.3", "0.3"),
    ("office:value-type='float' office:value='1500000'", "1,500천불", "1500천불"),
    ("office:value-type='float' office:value='1200.126'", "1,200.13만불", "1200.126만불"),
    ("office:value-type='float' office:value='12'", "00012", "00012"),
    ("office:value-type='float' office:value='1234567890'", "123-45-67890", "123-45-67890"),
    ("office:value-type='float' office:value='1500000'", "1.5E+06", "1500000"),
    ("office:value-type='float' office:value='-5'", "-5", "-5"),
    ("office:value-type='currency' office:currency='KRW' office:value='5000000'", "₩5,000,000", "₩5000000"),
    ("office:value-type='currency' office:currency='KRW' office:value='5'", "", "5 KRW"),
    ("office:value-type='float' office:value='7'", "", "7"),
    ("office:value-type='percentage' office:value='0.25'", "25.0%", "25.0%"),
    ("office:value-type='percentage' office:value='0.25'", "", "25%"),
    ("office:value-type='date' office:date-value='2020-10-30'", "30.10.20", "2020-10-30"),
    ("office:value-type='date' office:date-value='2020-10-30T14:30:00'", "", "2020-10-30T14:30"),
    ("office:value-type='time' office:time-value='PT26H30M00S'", "26:30:00", "26:30:00"),
    ("office:value-type='time' office:time-value='PT14H30M00.000S'", "", "14:30"),
    ("office:value-type='boolean' office:boolean-value='true'", "참", "TRUE"),
    ("office:value-type='string'", "글", "글"),
    ("office:value-type='string' office:string-value='글'", "", "글"),
    ("table:formula='=A1' office:value-type='float' office:value='3'", "3", "3"),
    ("table:formula='=A1'", "", "{=}"),
    ("table:formula='=A1' office:value-type='string' calcext:value-type='error'", "#N/A", "{#N/A}"),
    ("table:formula='=A1' office:value-type='float' office:value='0'", "#DIV/0!", "{#DIV/0!}"),
    ("table:formula='=A1' office:value-type='string'", "Err:502", "{Err:502}"),
  ])
  func valuesAreReadAsTheyAreMeant(_ attributes: String, _ shown: String, _ expected: String) throws {
    let text = shown.isEmpty ? "" : "<text:p>\(shown)</text:p>"
    let file = table(
      "<table:table-row><table:table-cell \(attributes)>\(text)</table:table-cell></table:table-row>")
    #expect(try rows(file) == ["1: \(expected)"])
  }

  @Test func textAndWhatIsNoText() throws {
    let file = table(
      """
      <table:table-row><table:table-cell office:value-type='string'><office:annotation><text:p>메모</text:p></office:annotation>\
      <text:p>가<text:s text:c='2'/><text:span>나</text:span><text:tab/>다</text:p><text:p>라</text:p></table:table-cell></table:table-row>
      """)
    #expect(try rows(file) == ["1: 가  나\t다\n라"])
  }

  @Test func repeatsAreCountedNotKept() throws {
    let file = table(
      """
      <table:table-row table:number-rows-repeated='3'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>\
      <table:table-row table:number-rows-repeated='2' table:visibility='collapse'><table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='1'/>\
      <table:table-cell table:number-columns-repeated='16382'/></table:table-row>\
      <table:table-row table:number-rows-repeated='1048571'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>
      """, columns: "<table:table-column/><table:table-column table:visibility='collapse'/>")
    let (found, notes) = try read(file)
    #expect(found == ["4: 1|1", "5: 1|1"])
    #expect(notes.hiddenRows == [4...5] && notes.hiddenColumns == [1...1])
  }

  @Test func manyFilledRepeatsTakeManyBlocks() throws {
    let file = table(
      "<table:table-row table:number-rows-repeated='100000'><table:table-cell office:value-type='float' office:value='1'/></table:table-row>"
    )
    let found = try rows(file)
    #expect(found.count == 100_000 && found.last == "100000: 1")
    #expect(
      refusal(
        table(
          "<table:table-row table:number-rows-repeated='1048576'><table:table-cell office:value-type='string'><text:p>\(String(repeating: "x", count: 3000))</text:p></table:table-cell></table:table-row>"
        )
      ).contains("more than 2048 MiB"))
  }

  @Test func mergedCellsAreFilled() throws {
    func text(_ text: String) -> String { "<text:p>\(text)</text:p></table:table-cell>" }
    let covered =
      "<table:covered-table-cell office:value-type='string'><text:p>unseen</text:p></table:covered-table-cell>"
    let file = table(
      "<table:table-row><table:table-cell table:number-rows-spanned='2' office:value-type='string'>\(text("가"))"
        + "<table:table-cell office:value-type='string'>\(text("1"))</table:table-row>"
        + "<table:table-row>\(covered)<table:table-cell office:value-type='string'>\(text("2"))</table:table-row>"
    )
    #expect(try rows(file) == ["1: 가|1", "2: 가|2"])
  }

  @Test func sheetsAreListedInOrder() throws {
    let file = odsFile(
      "<table:tracked-changes><table:table-cell/></table:tracked-changes><table:table table:name='가'/>"
        + "<table:table table:name='나' table:style-name='h'><table:table-row><table:table-cell office:value-type='string'><text:p>x</text:p>"
        + "</table:table-cell></table:table-row></table:table>",
      styles: "<style:style style:name='h'><style:table-properties table:display='false'/></style:style>")
    let book = try SheetBook(bytes: file)
    #expect(book.sheets.map(\.name) == ["가", "나"] && book.sheets.map(\.isHidden) == [false, true])
    #expect(try rows(file, sheet: 1) == ["1: x"])
    // Rows of the sheets beside it, filled and repeated, are not this sheet's.
    func table(_ text: String) -> String {
      "<table:table><table:table-row table:number-rows-repeated=\"3\"><table:table-cell office:value-type=\"string\">"
        + "<text:p>\(text)</text:p></table:table-cell></table:table-row></table:table>"
    }
    let others = odsFile(table("가") + table("나") + table("다"))
    #expect(try rows(others, sheet: 1) == ["1: 나", "2: 나", "3: 나"])
    var zip = ZipBuilder()
    zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    zip.add("META-INF/manifest.xml", "<manifest:encryption-data/>")
    zip.add("content.xml", "garbage")
    #expect(refusal(zip.file).contains("password"))
  }
}
