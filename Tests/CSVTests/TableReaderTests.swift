import TestSupport
import Testing

@testable import Encodings
@testable import Repair

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

private func cleaned(_ text: String, options: TableOptions = TableOptions()) throws -> String {
  var output: [UInt8] = []
  writeCSV(try TableReader(options: options).read(bytes(text)), into: &output)
  return String(decoding: output, as: UTF8.self)
}

struct TableCase: Sendable, CustomTestStringConvertible {
  let name: String
  let input: String
  let output: String
  var testDescription: String { name }

  init(_ name: String, _ input: String, _ output: String) {
    self.name = name
    self.input = input
    self.output = output
  }

  /// A table that is written as it stands.
  static func same(_ name: String, _ text: String) -> TableCase { TableCase(name, text, text) }
}

@Suite struct TableReaderTests {
  static let delimiters: [TableCase] = [
    TableCase("comma", "a,b,c\n1,2,3\n4,5,6\n", "a,b,c\n1,2,3\n4,5,6\n"),
    TableCase(
      "semicolon with decimal commas", "n;x;y\na;1,5;2,25\nb;2,5;3,75\n",
      "n,x,y\na,\"1,5\",\"2,25\"\nb,\"2,5\",\"3,75\"\n"),
    TableCase("tab", "이름\t금액\n젠셀\t1,000\n양포\t2,500\n", "이름,금액\n젠셀,\"1,000\"\n양포,\"2,500\"\n"),
    TableCase("pipe", "a|b\n1|x, y\n2|z, w\n", "a,b\n1,\"x, y\"\n2,\"z, w\"\n"),
    TableCase("two pipes", "a||b||c\n1||2||3\n4||5||6\n", "a,b,c\n1,2,3\n4,5,6\n"),
    TableCase("two semicolons", "a;;b;;c\n1;;2;;3\n3;;4;;5\n5;;6;;7\n", "a,b,c\n1,2,3\n3,4,5\n5,6,7\n"),
    TableCase("comma and space", "a, b, c\n1, 2, 3\n4, \"x, y\", 6\n", "a,b,c\n1,2,3\n4,\"x, y\",6\n"),
    TableCase(
      "comma and space, the last one trimmed", "a, b, c\n1, 2,\n3, 4, 5\n6, \"7\",\n8, 9,",
      "a,b,c\n1,2,\n3,4,5\n6,7,\n8,9,\n"),
    TableCase("pipe between spaces", "a | b | c\n1 | 2 | 3\n4 | 5 | 6\n", "a,b,c\n1,2,3\n4,5,6\n"),
    TableCase("caret", "a^b^c\n1^2^3\n4^5^6\n", "a,b,c\n1,2,3\n4,5,6\n"),
    TableCase("tilde", "a~b~c\n1~2~3\n4~5~6\n", "a,b,c\n1,2,3\n4,5,6\n"),
    TableCase("unit separator", "a\u{1F}b\n1\u{1F}2\n3\u{1F}4\n", "a,b\n1,2\n3,4\n"),
    TableCase("broken bar", "a¦b\n1¦2\n3¦4\n", "a,b\n1,2\n3,4\n"),
    TableCase("space", "x y z\n1 2 3\n4 5 6\n7 8 9\n", "x,y,z\n1,2,3\n4,5,6\n7,8,9\n"),
    TableCase("line that names it", "sep=;\na;b\n1;2\n", "a,b\n1,2\n"),
    TableCase("one column", "name\nKim\nLee\n", "name\nKim\nLee\n"),
    TableCase("times are no columns", "t,u\n10:30,11:30\n12:00,13:00\n", "t,u\n10:30,11:30\n12:00,13:00\n"),
  ]

  static let quotes: [TableCase] = [
    TableCase("doubled", "a,b\n1,\"x \"\"y\"\" z\"\n", "a,b\n1,\"x \"\"y\"\" z\"\n"),
    TableCase("line end inside", "a,b\n1,\"x\ny\"\n2,z\n", "a,b\n1,\"x\ny\"\n2,z\n"),
    TableCase("CRLF inside", "a,b\r\n1,\"x\r\ny\"\r\n2,z\r\n", "a,b\n1,\"x\r\ny\"\n2,z\n"),
    TableCase("apostrophe", "a,b\n1,'x, y'\n2,'z, w'\n3,'q'\n", "a,b\n1,\"x, y\"\n2,\"z, w\"\n3,q\n"),
    TableCase(
      "doubled apostrophe", "a,b\n1,'it''s, y'\n2,'it''s'\n3,'z, w'\n",
      "a,b\n1,\"it's, y\"\n2,it's\n3,\"z, w\"\n"),
    TableCase("apostrophes in words", "a,b\n1,men's\n2,kids'\n3,'tis\n", "a,b\n1,men's\n2,kids'\n3,'tis\n"),
    TableCase(
      "backslash", "a,b\n1,\"x \\\"y\\\" z\"\n2,\"p \\\"q\\\"\"\n",
      "a,b\n1,\"x \"\"y\"\" z\"\n2,\"p \"\"q\"\"\"\n"),
    TableCase(
      "not doubled", "a,b,c\n1,\"6\" pipe\",2\n3,\"x, y\",4\n", "a,b,c\n1,\"6\"\" pipe\",2\n3,\"x, y\",4\n"),
    TableCase(
      "runaway", "a,b,c\n1,\"two,3\n4,\"x, y\",6\n7,8,9\n", "a,b,c\n1,\"\"\"two\",3\n4,\"x, y\",6\n7,8,9\n"),
    TableCase("only at the end", "a,b\n1,2\n3,4\"\n5,6\n", "a,b\n1,2\n3,\"4\"\"\"\n5,6\n"),
    TableCase("empty cells", "a,b\n\"\",\"\"\n1,\"\"\n", "a,b\n1,\n"),
    TableCase("spaces kept", "a,b\n  1 ,\" 2 \"\n3,4\n", "a,b\n  1 , 2 \n3,4\n"),
  ]

  static let lines: [TableCase] = [
    TableCase("CR", "a,b\r1,2\r3,4\r", "a,b\n1,2\n3,4\n"),
    TableCase("mixed", "a,b\r\n1,2\n3,4\r5,6", "a,b\n1,2\n3,4\n5,6\n"),
    TableCase("no line end", "a,b\n1,2", "a,b\n1,2\n"),
    TableCase("empty text", "", ""),
    TableCase("only line ends", "\n\n\r\n", ""),
    TableCase("header only", "a,b,c\n", "a,b,c\n"),
    TableCase("empty rows", "a,b\n\n1,2\n,\n3,4\n\n", "a,b\n1,2\n3,4\n"),
    TableCase("zero bytes", "a,b\n1,x\0y\n2,z\n", "a,b\n1,x\0y\n2,z\n"),
  ]

  static let shapes: [TableCase] = [
    TableCase(
      "title and notes", "2020 상담회 결과\n(단위: 천달러)\n\n기업명,국가,금액\n젠셀,러시아,100\n양포,베트남,250\n\n※ 잠정 집계\n",
      "기업명,국가,금액\n젠셀,러시아,100\n양포,베트남,250\n"),
    TableCase(
      "title with delimiters", "결과,,\n,,\n기업명,국가,금액\n젠셀,러시아,100\n양포,베트남,250\n주) 잠정,,\n",
      "기업명,국가,금액\n젠셀,러시아,100\n양포,베트남,250\n"),
    TableCase(
      "totals stay", "기업명,국가,금액\n젠셀,러시아,100\n양포,베트남,250\n합계,,350\n",
      "기업명,국가,금액\n젠셀,러시아,100\n양포,베트남,250\n합계,,350\n"),
    TableCase(
      "no header", "젠셀,2020-10-30,100\n양포,2020-10-31,250\n", "젠셀,2020-10-30,100\n양포,2020-10-31,250\n"),
    TableCase(
      "header of two rows",
      "행사,상담,상담,일자\n,건수,금액,\nA,1,100,2020-10-30\nB,2,200,2020-10-31\nC,3,300,2020-11-01\n",
      "행사,상담 건수,상담 금액,일자\nA,1,100,2020-10-30\nB,2,200,2020-10-31\nC,3,300,2020-11-01\n"),
    TableCase(
      "header of two rows whose lower one fills a group only",
      "2020 상담회,,,,,,,\n번호,기업,국가,업종,일시,상담실적,,비고\n,,,,,상담액,계약액,\n"
        + "1,가,일본,IT,2020-10-30,100,5,\n2,나,중국,IT,2020-10-31,200,6,메모\n3,다,일본,식품,2020-11-01,300,7,\n",
      "번호,기업,국가,업종,일시,상담실적 상담액,계약액,비고\n"
        + "1,가,일본,IT,2020-10-30,100,5,\n2,나,중국,IT,2020-10-31,200,6,메모\n3,다,일본,식품,2020-11-01,300,7,\n"),
    TableCase.same(
      "a header above a row that looks like one", "code,label\nX.id,번호\nX01,합계; 추정\nX02,합계; 오차\nX03,평균; 추정\n"),
    TableCase.same(
      "words where figures are expected, right below the header",
      "품목,수량,단가\n사과,미확인,문의\n배,3,400\n감,5,600\n귤,7,800\n"),
    TableCase.same(
      "a list of names with commas", "바이어\n가나무역\n\"Sample Co., Ltd.\"\n\"Muster Inc., Berlin\"\n나다상사\n"),
    TableCase.same("a list of names with spaces", "회사\n가상 무역\n견본 상사\n예시 수산\n"),
    TableCase(
      "comments above the table", "# made by a tool\n# key: value\n# key: other\n\nid,name\n1,가나\n2,다라\n",
      "id,name\n1,가나\n2,다라\n"),
    TableCase.same(
      "apostrophes in quoted cells", "업체,비고\n가,\"'김', '미역', '다시마'\"\n나,\n다,\"'굴', '홍합'\"\n라,\n마,\n"),
    TableCase("two byte order marks", "\u{FEFF}\u{FEFF}이름,수\n가,1\n나,2\n", "이름,수\n가,1\n나,2\n"),
    TableCase("a byte order mark behind sep=", "sep=;\n\u{FEFF}이름;수\n가;1\n나;2\n", "이름,수\n가,1\n나,2\n"),
    TableCase("first row with one cell", "a,b,c\n1,,\n2,3,4\n", "a,b,c\n1,,\n2,3,4\n"),
    TableCase(
      "first rows with one name", "n,x,y\nKim,,\nLee,,\nPark,1,2\n", "n,x,y\nKim,,\nLee,,\nPark,1,2\n"),
    TableCase(
      "a total without figures", "n,x,y\nKim,1,2\nLee,3,4\n합 계,,\n", "n,x,y\nKim,1,2\nLee,3,4\n합 계,,\n"),
    TableCase.same(
      "first rows without figures",
      "기업명,담당자,등록일,금액\n가,홍길동,미정,\n나,김철수,,협의중\n라,박민수,2020-01-05,100\n마,최지우,2020-01-06,200\n"),
    TableCase.same(
      "a first row of absent words",
      "상담일,바이어,상담액\n미정,ABC Trading,미정\n2020-04-10,B Co,6567\n2020-05-06,C Co,1137\n2020-02-18,D Co,1654\n"),
    TableCase.same(
      "dates in two forms",
      "바이어,상담일시,비고\nA Co,2020. 10. 30.,\nB Co,2020-10-30,x\nC Co,2020. 10. 30.,\nD Co,2020-10-31,\n"),
    TableCase(
      "spare delimiters behind a row", "번호,기업명,금액,비고\n1,가나,3201,메모,,\n2,다라,6924,\n3,마바,272,\n",
      "번호,기업명,금액,비고\n1,가나,3201,메모\n2,다라,6924,\n3,마바,272,\n"),
    TableCase("header twice", "a,b,c\na,b,c\n1,x,2\n3,y,4\n", "a a,b b,c c\n1,x,2\n3,y,4\n"),
    TableCase("too few", "a,b,c\n1,2,3\n4,5\n6,7,8\n", "a,b,c\n1,2,3\n4,5,\n6,7,8\n"),
    TableCase(
      "an empty cell too many", "a,b,c\n1,x,2\n3,,y,4\n5,z,6\n7,w,8\n", "a,b,c\n1,x,2\n3,y,4\n5,z,6\n7,w,8\n"),
    TableCase(
      "a delimiter inside a cell", "n,address,m\n1,Seoul,2\n3,Pohang, Nam-gu,4\n5,Busan,6\n7,Ulsan,8\n",
      "n,address,m\n1,Seoul,2\n3,\"Pohang, Nam-gu\",4\n5,Busan,6\n7,Ulsan,8\n"),
    TableCase("delimiters at line ends", "a,b\n1,2,\n3,4,\n5,6,\n", "a,b\n1,2\n3,4\n5,6\n"),
    TableCase("an empty column stays", "a,,b\n1,,2\n3,,4\n", "a,,b\n1,,2\n3,,4\n"),
    TableCase(
      "a row with another delimiter", "d,n,m,t\n2020-01-01,1,2,x\n2020-01-02;3;4;y\n2020-01-03,5,6,z\n",
      "d,n,m,t\n2020-01-01,1,2,x\n2020-01-02,3,4,y\n2020-01-03,5,6,z\n"),
    TableCase(
      "second table", "a,b,c\n1,2,x\n3,4,y\n5,6,z\n\nname,total\nKim,1\nLee,2\n",
      "a,b,c\n1,2,x\n3,4,y\n5,6,z\n"),
    TableCase(
      "pages with the header again", "a,b,c\n1,2,x\n3,4,y\na,b,c\n5,6,z\n7,8,w\n",
      "a,b,c\n1,2,x\n3,4,y\n5,6,z\n7,8,w\n"),
  ]

  @Test(arguments: delimiters + quotes + lines + shapes)
  func anyTableBecomesAPlainOne(_ test: TableCase) throws {
    #expect(try cleaned(test.input) == test.output)
  }

  @Test func linesAreNamedByTheirOwnNumbers() throws {
    let table = try TableReader().read(bytes("Report,\n,\nPart two,\n,\n\"name\",qty\na,1\nb,2\n,\nc,3\n"))
    #expect(table.leftOut.map(\.kind) == [.title, .emptyRows])
    #expect(table.leftOut.map(\.lines) == [[1...1, 3...3], [8...8]])
  }

  @Test(arguments: ["[{\"a\": 1}]", " {\"a\": [1, 2]}\n", "{\"a\":1}\n{\"a\":2}\n", "[[1,2],[3,4]]"])
  func jsonIsRefusedByItsName(_ text: String) {
    #expect(throws: TableError.notText(.json)) { try TableReader().read(bytes(text)) }
  }

  @Test(arguments: ["[id],[name]\n1,a\n2,b\n", "{x},y\n1,2\n3,4\n"])
  func bracketsAreNoJSON(_ text: String) throws {
    #expect(try TableReader().read(bytes(text)).rowCount == 2)
  }

  @Test func everyRowIsAsWideAsTheHeader() throws {
    let table = try TableReader().read(bytes("a,b,c\n1,2,3\n4\n5,6,7,8\n9,10,11\n"))
    #expect(table.header?.count == 3)
    #expect(table.rows.allSatisfy { $0.count == 3 })
    #expect(table.rows[2] == ["5", "6", "7,8"])
  }

  @Test func whatIsLeftOutIsSaid() throws {
    let table = try TableReader().read(
      bytes("Title\n\na,b,c\n1,2,x\n\n3,4,y\n5,6,z\nNote: preliminary\n"))
    #expect(table.leftOut.map(\.kind) == [.title, .emptyRows, .note])
    #expect(table.leftOut.map(\.firstLine) == [1, 5, 8])
    #expect(table.leftOut.map(\.text) == ["Title", "", "Note: preliminary"])
    #expect(table.firstLine == 3)
  }

  @Test func pinnedPartsWin() throws {
    var options = TableOptions()
    options.delimiter = [0x3B]
    #expect(try cleaned("a,b;c\n1,2;3\n", options: options) == "\"a,b\",c\n\"1,2\",3\n")
    options = TableOptions()
    options.quote = 0
    #expect(
      try cleaned("a,b\n\"1,2\"\n\"3,4\"\n", options: options)
        == "a,b\n\"\"\"1\",\"2\"\"\"\n\"\"\"3\",\"4\"\"\"\n")
    options = TableOptions()
    options.headerRows = 2
    #expect(try cleaned("a,b\nc,d\n1,2\n", options: options) == "a c,b d\n1,2\n")
  }

  @Test func otherFilesAreRefusedByTheirNames() {
    let cases: [([UInt8], BinaryKind)] = [
      ([0x50, 0x4B, 0x03, 0x04, 1, 2, 3], .zip),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldExcel),
      (bytes("%PDF-1.7\n"), .pdf), (bytes("\n <!DOCTYPE html><html>"), .html),
      (bytes("\u{FEFF}<html xmlns:x=\"excel\"><table>"), .html), ([0x89, 0x50, 0x4E, 0x47, 0x0D], .image),
      ([0x1F, 0x8B, 0x08, 0], .gzip), ((0..<200).map { UInt8($0 % 9) }, .other),
    ]
    for (content, kind) in cases {
      #expect(throws: TableError.notText(kind)) { _ = try TableReader().read(content) }
    }
  }

  @Test func legacyTextIsReadAsUTF8() throws {
    // "이름,금액" and "김,100" in CP949.
    let korean: [UInt8] = [
      0xC0, 0xCC, 0xB8, 0xA7, 0x2C, 0xB1, 0xDD, 0xBE, 0xD7, 0x0A, 0xB1, 0xE8, 0x2C, 0x31, 0x30, 0x30, 0x0A,
    ]
    let table = try TableReader().read(korean)
    #expect(table.encoding.encoding == .cp949)
    #expect(table.header == ["이름", "금액"])
    #expect(table.rows == [["김", "100"]])
  }

  @Test func brokenBytesStayInTheirLine() throws {
    let table = try TableReader().read(bytes("이름,값\n김,1\n") + [0xFF, 0x2C, 0x32, 0x0A] + bytes("이,3\n박,4\n"))
    #expect(table.undecodableLines == [3])
    #expect(table.rows == [["김", "1"], ["\u{FFFD}", "2"], ["이", "3"], ["박", "4"]])
  }
}

@Suite struct TableRobustnessTests {
  @Test(arguments: 0..<40)
  func anyBytesGiveATableThatReadsBack(_ seed: Int) throws {
    var generator = SeededRandom(UInt64(seed) &* 977 &+ 5)
    let alphabet: [[UInt8]] = [
      [0x2C], [0x22], [0x0A], [0x0D], [0x3B], [0x27], [0x5C], [0x20], [0x09], [0], [0x41], [0x31], [0x2E],
      [0xFF],
      [0xEA, 0xB0, 0x80], [0xB0, 0xA1], bytes("12,ab\n"), bytes("\"\""), bytes("2020-01-02,"), bytes("|"),
    ]
    for _ in 0..<25 {
      var content: [UInt8] = []
      for _ in 0..<Int.random(in: 0...120, using: &generator) {
        content += alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      let table: CleanTable
      do { table = try TableReader().read(content) } catch { continue }
      var output: [UInt8] = []
      writeCSV(table, into: &output)
      let expected = (table.header.map { [$0] } ?? []) + table.rows
      #expect(expected.allSatisfy { $0.count == table.width })
      #expect(plainRows(output) == expected, "bytes \(content)")
    }
  }

  /// RFC 4180 and nothing else.
  private func plainRows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    func text() -> String { String(decoding: cell, as: UTF8.self) }
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          cell.append(byte)
          index += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          cell.append(byte)
        }
      } else if byte == 0x22 {
        isQuoted = true
      } else if byte == 0x2C || byte == 0x0A {
        row.append(text())
        cell = []
        if byte == 0x0A {
          rows.append(row)
          row = []
        }
      } else {
        cell.append(byte)
      }
      index += 1
    }
    return rows
  }
}
