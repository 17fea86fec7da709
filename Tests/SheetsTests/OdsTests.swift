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
    // LibreOffice writes no type where a text is empty.
    ("table:formula='=A1'", "<text:p/>", ""),
    ("table:formula='=A1' office:value-type='string' calcext:value-type='error'", "#N/A", "{#N/A}"),
    ("table:formula='=A1' office:value-type='float' office:value='0'", "#DIV/0!", "{#DIV/0!}"),
    ("table:formula='=A1' office:value-type='string'", "Err:502", "{Err:502}"),
  ])
  func valuesAreReadAsTheyAreMeant(_ attributes: String, _ shown: String, _ expected: String) throws {
    let text = shown.isEmpty || shown.hasPrefix("<") ? shown : "<text:p>\(shown)</text:p>"
    let file = table(
      "<table:table-row><table:table-cell \(attributes)>\(text)</table:table-cell></table:table-row>")
    // A row of nothing is none.
    #expect(try rows(file) == (expected.isEmpty ? [] : ["1: \(expected)"]))
  }

  /// What a format shows is what it would show in an Excel workbook.
  @Test(arguments: [
    // 0\.0,"만불"
    (
      "<number:number number:decimal-places='0' number:min-integer-digits='2' number:display-factor='1000'>"
        + "<number:embedded-text number:position='1'>.</number:embedded-text></number:number><number:text>만불</number:text>",
      #"0\.0,"만불""#
    ),
    // #,##0",000"
    (
      "<number:number number:min-integer-digits='1' number:grouping='true'/><number:text>,000</number:text>",
      "#,##0\",000\""
    ),
    ("<number:number number:min-integer-digits='1'/><number:text>0000불</number:text>", "0\"0000불\""),
    ("<number:number number:min-integer-digits='1'/><number:text>(천불)</number:text>", "0\"(천불)\""),
    (
      "<number:currency-symbol>₩</number:currency-symbol><number:number number:min-integer-digits='1'/>",
      "[$₩-412]#,##0"
    ),
    ("<number:number number:decimal-places='2' number:min-integer-digits='1'/>", "0.00"),
    ("<number:number number:min-integer-digits='8'/>", "00000000"),
    (
      "<number:number number:min-integer-digits='10'><number:embedded-text number:position='7'>-</number:embedded-text>"
        + "<number:embedded-text number:position='5'>-</number:embedded-text></number:number>", "000-00-00000"
    ),
    (
      "<number:text>△</number:text><number:number number:min-integer-digits='1'/><number:text>만불</number:text>"
        + "<style:map style:condition='value()&gt;=0' style:apply-style-name='other'/>",
      "0\"천불\";\"△\"0\"만불\""
    ),
    (
      "<number:number number:min-integer-digits='1'/><style:map style:condition='value()=125000' style:apply-style-name='other'/>",
      "[=125000]0\"천불\";0"
    ),
  ])
  func formatsAreThoseOfExcel(_ format: String, _ code: String) throws {
    for value in ["125000", "-7", "12.5"] {
      let file = odsFile(
        "<table:table table:name='시트'><table:table-column table:default-cell-style-name='c'/><table:table-row>"
          + "<table:table-cell office:value-type='float' office:value='\(value)'><text:p>?</text:p></table:table-cell>"
          + "</table:table-row></table:table>",
        styles: "<number:number-style style:name='other'><number:number number:min-integer-digits='1'/>"
          + "<number:text>천불</number:text></number:number-style>"
          + "<number:number-style style:name='n'>\(format)</number:number-style>"
          + "<style:style style:name='p' style:family='table-cell' style:data-style-name='n'/>"
          + "<style:style style:name='c' style:family='table-cell' style:parent-style-name='p'/>")
      var parts = XlsxParts(rows: "<row r='1'><c r='A1' s='0'><v>\(value)</v></c></row>")
      let escaped = code.replacing("\"", with: "&quot;")
      parts.styles =
        "<numFmts><numFmt numFmtId='164' formatCode='\(escaped)'/></numFmts><cellXfs><xf numFmtId='164'/></cellXfs>"
      #expect(try rows(file) == rows(parts.file))
    }
  }

  @Test func struckTextIsNoted() throws {
    let styles =
      "<style:style style:name='x' style:family='text'><style:text-properties style:text-line-through-style='solid'/></style:style>"
      + "<style:style style:name='c' style:family='table-cell'><style:text-properties style:text-line-through-type='single'/></style:style>"
    func cell(_ attributes: String, _ text: String) -> String {
      "<table:table-row><table:table-cell office:value-type='string' \(attributes)><text:p>\(text)</text:p></table:table-cell></table:table-row>"
    }
    let struck = "<text:span text:style-name='x'>50</text:span>"
    let file = odsFile(
      "<table:table table:name='시트'>" + cell("", "\(struck)80만불") + cell("table:style-name='c'", "90")
        + cell("", struck)
        + cell("", "70") + "</table:table>", styles: styles)
    var window = SheetWindow()
    window.columns = [0]
    let (found, notes) = try read(file, window)
    #expect(found == ["1: 80만불", "2: 90", "3: 50", "4: 70"])
    #expect(notes.partlyStruckRows.places == ["1"] && notes.struckRows.places == ["2-3"])
  }

  @Test(arguments: [
    ("super 58%", "500", true), ("33% 58%", "500", true), ("-33% 58%", "500", true),
    ("0% 100%", "5001", false),
  ])
  func aRaisedFootnoteIsLeftOut(_ place: String, _ shown: String, _ isNoted: Bool) throws {
    let styles =
      "<style:style style:name='x' style:family='text'><style:text-properties style:text-position='\(place)'/></style:style>"
    let file = odsFile(
      "<table:table table:name='시트'><table:table-row><table:table-cell office:value-type='string'>"
        + "<text:p>500<text:span text:style-name='x'>1</text:span></text:p></table:table-cell></table:table-row></table:table>",
      styles: styles)
    var window = SheetWindow()
    window.columns = [0]
    let (found, notes) = try read(file, window)
    #expect(found == ["1: \(shown)"])
    #expect(notes.footnoteRows.places == (isNoted ? ["1"] : []))
  }

  /// A file that no spreadsheet wrote may show another number than it stores.
  @Test(arguments: [
    ("500", "500", false), ("500", "5,000", true), ("1234.5", "1.234,5", false),
    ("0.333333333", "0.33", false),
    ("1500000", "1,500", false), ("5", "500만불", true), ("12", "00012", false), ("0", "-", false),
    ("1500000", "1.5E+06", false),
    ("-7", "(7)", false),
  ])
  func aNumberThatIsShownAsAnotherIsNoted(_ value: String, _ shown: String, _ isNoted: Bool) throws {
    let file = odsFile(
      "<table:table table:name='시트'><table:table-row><table:table-cell office:value-type='float' office:value='\(value)'>"
        + "<text:p>\(shown)</text:p></table:table-cell></table:table-row></table:table>")
    var window = SheetWindow()
    window.columns = [0]
    #expect(try read(file, window).notes.otherNumberRows.places == (isNoted ? ["1"] : []))
  }

  @Test func theTextOfACellIsReadAndItsCommentIsNot() throws {
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
    #expect(notes.hiddenRows.stretches == [4...5] && notes.hiddenColumns == [1...1])
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
