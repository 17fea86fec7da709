import Testing

@testable import Sheets

@Suite struct XlsxTests {
  @Test func anExtensionChangesNothingOfTheDateSystem() throws {
    var parts = XlsxParts(rows: "<row r='1'><c r='A1' s='1'><v>42672</v></c></row>")
    parts.styles = "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"
    parts.workbookProperties =
      "<workbookPr date1904='1'/><extLst><ext><x15:workbookPr xmlns:x15='x' chartTrackingRefBase='1'/></ext></extLst>"
    #expect(try rows(parts.file) == ["1: 2020-10-30"])
  }

  @Test func cellsOfEveryKindAreRead() throws {
    var parts = XlsxParts(
      rows: """
        <row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='inlineStr'><is><r><t>가</t></r><r><t xml:space='preserve'> 나</t></r>\
        <rPh sb='0' eb='1'><t>phonetic</t></rPh></is></c><c r='C2' t='str'><f>A1</f><v>글</v></c><c r='D2' t='b'><v>1</v></c>\
        <c r='E2' t='e'><v>#N/A</v></c><c r='F2'><f>1+1</f></c><c r='G2'><f>1+1</f><v>2</v></c><c r='H2' t='d'><v>2020-10-30T00:00:00</v></c>\
        <c r='I2' s='1'><v>44134</v></c><c r='J2' t='str'><f>""</f><v></v></c><c r='K2'/><c r='L2' t='s'><v>1</v></c></row>
        """)
    parts.sharedTexts =
      "<si><t>_x0041_&amp;</t></si><si><r><t>안</t></r><rPh sb='0' eb='1'><t>an</t></rPh><r><t>녕</t></r><phoneticPr/></si>"
    parts.styles =
      "<numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd'/></numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
      + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs>"
    let expected = "2: A&|가 나|글|TRUE|{#N/A}|{=}|2|2020-10-30|2020-10-30|||안녕"
    #expect(try rows(parts.file) == [expected])
    // Another writer's prefix and the strict name spaces say the same.
    parts.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    parts.relation = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    #expect(try rows(parts.file) == [expected])
  }

  @Test(arguments: [
    // Neither rows nor cells need to say where they stand.
    (
      "<row><c><v>1</v></c><c><v>2</v></c></row><row r='4'><c r='B4'><v>3</v></c><c><v>4</v></c></row>",
      ["1: 1|2", "4: |3|4"]
    ),
    // Cells out of order, and one twice: the later counts.
    ("<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c><c r='A1'><v>9</v></c></row>", ["1: 9||3"]),
    // What is unknown is passed over with all that stands in it.
    (
      "<row r='1'><x><c r='B1'><v>7</v></c></x><c r='A1'><v>1</v><extLst><ext><v>8</v></ext></extLst></c></row><y><row r='3'/></y>",
      ["1: 1"]
    ),
    ("<!-- <row r='9'/> --><row r='1'><c r='A1'><v><![CDATA[5]]></v></c></row>", ["1: 5"]),
    ("", []), ("<row r='5'/>", []), ("<row r='1'><c r='A1' s='99'><v>1.0E2</v></c></row>", ["1: 100"]),
  ])
  func cellsStandWhereTheirPlaceSays(_ xml: String, _ expected: [String]) throws {
    #expect(try rows(XlsxParts(rows: xml).file) == expected)
  }

  @Test func mergedCellsAreFilled() throws {
    func cell(_ place: String, _ text: String) -> String {
      "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>"
    }
    let data = [
      "<row r='1'>\(cell("A1", "제목"))</row>",
      "<row r='2'>\(cell("A2", "가"))\(cell("B2", "1"))\(cell("C2", "x"))</row>",
      "<row r='3' hidden='1'>\(cell("B3", "2"))</row>", "<row r='4'/>",
      "<row r='5'>\(cell("B5", "소계"))\(cell("C5", "3"))</row>",
      "<row r='6'>\(cell("A6", "나"))\(cell("C6", "y"))</row>",
      "<row r='7'>\(cell("A7", "합계"))\(cell("C7", "9"))</row>",
    ].joined()
    let merges =
      "<mergeCells><mergeCell ref='A1:C1'/><mergeCell ref='A2:A5'/><mergeCell ref='C2:C3'/><mergeCell ref='A6:B6'/>"
      + "<mergeCell ref='A7:B7'/></mergeCells>"
    var window = SheetWindow()
    window.width = 3
    window.statesTotal = { $0 == "합계" || $0 == "소계" }
    window.amounts = [2]
    let file = XlsxParts(rows: data, behind: merges).file
    let (found, notes) = try read(file, window)
    // A title alone, a row without cells of its own and what states a total stay as they are.
    #expect(found == ["1: 제목||", "2: 가|1|x", "3: 가|2|x", "5: |소계|3", "6: 나|나|y", "7: 합계||9"])
    #expect(notes.hiddenRows.stretches == [3...3] && notes.repeatedAmounts.map(\.text) == ["C2:C3"])
    window.fillsFrom = 3
    #expect(try rows(file, window).prefix(3) == ["1: 제목||", "2: 가|1|x", "3: |2|"])
  }

  /// One amount over two columns of amounts counts in both; below a header that is merged alike it is one cell.
  @Test func whatIsMergedAcrossAmountsIsNoted() throws {
    let xml = "<row r='2'><c r='A2'><v>7</v></c><c r='B2'><v>1</v></c></row>"
    let file = XlsxParts(rows: xml, behind: "<mergeCells><mergeCell ref='B2:C2'/></mergeCells>").file
    var window = SheetWindow()
    window.width = 3
    window.amounts = [1, 2]
    let (found, notes) = try read(file, window)
    #expect(found == ["2: 7|1|1"] && notes.repeatedAmounts.map(\.text) == ["B2:C2"])
    window.joinedColumns = [2: 1]
    #expect(try rows(file, window) == ["2: 7|1|"])
  }

  @Test func struckTextIsNoted() throws {
    func run(_ text: String, _ property: String) -> String { "<r><rPr>\(property)</rPr><t>\(text)</t></r>" }
    var parts = XlsxParts(
      rows:
        "<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='A2' s='1'><v>5</v></c><c r='B2'><v>6</v></c></row>"
        + "<row r='3'><c r='A3' t='inlineStr'><is>\(run("50", "<strike/>"))\(run("80", "<strike val='0'/>"))</is></c></row>"
        + "<row r='4'><c r='B4' s='1'><v>7</v></c></row><row r='5'><c r='A5' t='s'><v>1</v></c></row>")
    parts.sharedTexts = "<si>\(run("가", "<strike/>"))\(run(" ", ""))</si><si>\(run("나", ""))</si>"
    parts.styles =
      "<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId='0'/><xf fontId='1'/></cellXfs>"
      + "<dxfs><dxf><font><strike/></font></dxf></dxfs>"
    var window = SheetWindow()
    window.columns = [0]
    let (found, notes) = try read(parts.file, window)
    #expect(found == ["1: 가", "2: 5|6", "3: 80", "4: |7", "5: 나"])
    #expect(notes.struckRows.places == ["1-2"] && notes.partlyStruckRows.places == ["3"])
  }

  /// The raised mark of a footnote is no part of a number or a name; a power, a formula and an ordinal are.
  @Test(arguments: [
    ("500", "superscript", "1", "", "500", true), ("가상정밀", "superscript", "1)", "", "가상정밀", true),
    ("500", "subscript", "2", "", "500", true), ("500", "superscript", "주1)", " ", "500", true),
    ("500", "superscript", "1", "만불", "500만불", true), ("m", "superscript", "2", "", "m2", false),
    ("100km", "superscript", "2", "", "100km2", false), ("CO", "subscript", "2", "", "CO2", false),
    ("2", "superscript", "nd", "", "2nd", false), ("500", "baseline", "1", "", "5001", false),
    ("x", "superscript", "2", " + y", "x2 + y", false), ("", "superscript", "1", "", "1", false),
  ])
  func aRaisedFootnoteIsLeftOut(
    _ before: String, _ place: String, _ raised: String, _ behind: String, _ shown: String, _ isNoted: Bool
  ) throws {
    let runs =
      "<r><t xml:space='preserve'>\(before)</t></r><r><rPr><vertAlign val='\(place)'/></rPr><t>\(raised)</t></r>"
      + "<r><t xml:space='preserve'>\(behind)</t></r>"
    var parts = XlsxParts(
      rows:
        "<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='A2' t='inlineStr'><is>\(runs)</is></c></row>"
    )
    parts.sharedTexts = "<si>\(runs)</si>"
    var window = SheetWindow()
    window.columns = [0]
    let (found, notes) = try read(parts.file, window)
    #expect(found == ["1: \(shown)", "2: \(shown)"])
    #expect(notes.footnoteRows.places == (isNoted ? ["1-2"] : []))
  }

  /// In a workbook that counts from 1904 a day without a date's format is a day of that count, in columns of days only.
  @Test(arguments: [("1", "2024-11-08|44142"), ("0", "44142|44142")])
  func aBareDayCountsAsItsWorkbookDoes(_ is1904: String, _ read: String) throws {
    var parts = XlsxParts(rows: "<row r='1'><c r='A1'><v>44142</v></c><c r='B1'><v>44142</v></c></row>")
    parts.workbookProperties = "<workbookPr date1904='\(is1904)'/>"
    var window = SheetWindow()
    window.days = [0]
    #expect(try rows(parts.file, window) == ["1: \(read)"])
  }

  /// A format that shows a part of an amount.
  @Test(
    arguments: [
      ("#,##0,", "125", "125000", 3), ("0\\.0000", "12.5000", "125000", 4),
      ("#,##0,&quot;USD&quot;", "125USD", "125000USD", 3),
      ("#,##0,&quot;천불&quot;", "125천불", "125천불", nil), ("#,##0", "125000", "125000", nil),
      ("#,##0,&quot;K&quot;", "125K", "125K", nil), ("0.00,,&quot;M&quot;", "0.125M", "0.125M", nil),
      ("#,##0,\\K", "125K", "125K", nil), ("#,##0,&quot; k&quot;", "125k", "125k", nil),
      ("[>=1000000]#,##0.0,,&quot;M&quot;;#,##0,&quot;K&quot;", "125K", "125K", nil),
      // Another multiple than the commas: the number alone.
      ("#,##0,&quot;M&quot;", "125M", "125000", 3), ("#,##0,,&quot;천불&quot;", "0.125천불", "125000", 6),
    ] as [(String, String, String, Int?)])
  func anAmountThatIsShownScaledIsReadInFull(_ code: String, _ shown: String, _ stored: String, _ power: Int?)
    throws
  {
    var parts = XlsxParts(rows: "<row r='1'><c r='A1' s='0'><v>125000</v></c></row>")
    parts.styles =
      "<numFmts><numFmt numFmtId='164' formatCode='\(code)'/></numFmts><cellXfs><xf numFmtId='164'/></cellXfs>"
    var window = SheetWindow()
    #expect(try rows(parts.file, window) == ["1: \(shown)"])
    window.amounts = [0]
    window.multiple = { words in [("천", 3), ("K", 3), ("k", 3), ("M", 6)].first { words.contains($0.0) }?.1 }
    #expect(try read(parts.file, window).rows == ["1: \(shown)"])
    window.stored = [0]
    let (found, notes) = try read(parts.file, window)
    #expect(found == ["1: \(stored)"])
    #expect(notes.scaled == (power.map { [0: [$0]] } ?? [:]))
  }

  @Test func whatLiesBeyondTheWindowIsNoted() throws {
    var window = SheetWindow()
    window.width = 2
    window.firstRow = 2
    let xml =
      "<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c><c r='F2'><v>3</v></c></row>"
    let file = XlsxParts(
      rows: xml, before: "<dimension ref='A1'/><cols><col min='2' max='3' hidden='1'/></cols>"
    ).file
    let (found, notes) = try read(file, window)
    #expect(found == ["2: 2|"])
    #expect(notes.columnsBeyond == [5] && notes.hiddenColumns == [1...2])
  }

  @Test func sheetsAreListedInOrder() throws {
    var parts = XlsxParts(rows: "")
    parts.sheets = [("가", "<sheetData/>", ""), ("나", "<sheetData/>", "veryHidden")]
    parts.workbookProperties = "<workbookPr date1904='1'/>"
    let book = try SheetBook(bytes: parts.file)
    #expect(book.sheets.map(\.name) == ["가", "나"] && book.sheets.map(\.isHidden) == [false, true])
    var dates = XlsxParts(rows: "<row r='1'><c r='A1' s='0'><v>42672</v></c></row>")
    dates.workbookProperties = "<workbookPr date1904='1'/>"
    dates.styles = "<cellXfs><xf numFmtId='14'/></cellXfs>"
    #expect(try rows(dates.file) == ["1: 2020-10-30"])
  }

  @Test func zipFilesOfOtherProgramsAreRead() throws {
    let xml = "<row r='1'><c r='A1'><v>1</v></c></row>"
    var zip = XlsxParts(rows: xml).zip
    zip.comment = "by another program"
    #expect(try rows(zip.file) == ["1: 1"])
    // Something in front of the beginning, as in files that unpack themselves.
    #expect(try rows([UInt8](repeating: 0x20, count: 100) + XlsxParts(rows: xml).file) == ["1: 1"])
  }

  @Test func brokenPartsAreRefused() {
    let good = XlsxParts(rows: "<row r='1'><c r='A1'><v>1</v></c></row>")
    func changed(_ xml: String) -> [UInt8] {
      var parts = good
      parts.sheets[0].xml = xml
      return parts.file
    }
    let laughs = "<!DOCTYPE x [<!ENTITY a 'b'>]>"
    var shared = XlsxParts(rows: "<row r='1'><c r='A1' t='s'><v>3</v></c></row>")
    shared.sharedTexts = "<si><t>a</t></si>"
    var bomb = ZipBuilder()
    bomb.add("xl/workbook.xml", Array("<workbook/>".utf8), claimedSize: 1 << 30)
    var protected = ZipBuilder()
    protected.add("xl/workbook.xml", Array("<workbook/>".utf8), flags: 1)
    var document = ZipBuilder()
    document.add("word/document.xml", "<w/>")
    var binary = ZipBuilder()
    binary.add("xl/workbook.bin", "x")
    var numbers = ZipBuilder()
    numbers.add("Index/Document.iwa", "x")
    var entities = ZipBuilder()
    entities.add("xl/workbook.xml", laughs + "<workbook/>")
    let cases: [([UInt8], String)] = [
      (Array(good.file.dropLast(30)), "no list of members"),
      (changed("<sheetData><row r='1'><c></row></sheetData>"), "damaged at line"),
      (changed("<sheetData><row r='3'/><row r='2'/></sheetData>"), "row 2 stands behind row 3"),
      (changed("<sheetData><row r='1'><c r='A2'><v>1</v></c></row></sheetData>"), "in no column"),
      (changed("<sheetData><row r='9999999'/></sheetData>"), "no sheet has"),
      (changed(String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)), "too deep"),
      (shared.file, "shared text that is not there"), (bomb.file, "unpack to more than 16 MiB"),
      (protected.file, "password"),
      (entities.file, "document type"), (document.file, "a Word document"), (binary.file, ".xlsb"),
      (numbers.file, "Numbers"),
      (ZipBuilder().file, "no workbook"),
    ]
    for (file, reason) in cases { #expect(refusal(file).contains(reason), "\(reason): \(refusal(file))") }
  }
}
