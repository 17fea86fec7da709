import Documents
import Model
import Testing

@testable import Import

/// The body of a consultations file and what does not count of it.
struct RejectCase: CustomTestStringConvertible, Sendable {
  var name: String
  /// Everything below the header.
  var body: [UInt8]
  /// Line and code; nil for a duplicate.
  var rejects: [(line: Int, code: ProblemCode?)]
  /// How many rows count.
  var counted: Int

  init(_ name: String, _ body: String, _ rejects: [(Int, ProblemCode?)], counted: Int) {
    self.init(name, bytes: Array(body.utf8), rejects, counted: counted)
  }

  init(_ name: String, bytes: [UInt8], _ rejects: [(Int, ProblemCode?)], counted: Int) {
    self.name = name
    body = bytes
    self.rejects = rejects.map { ($0.0, $0.1) }
    self.counted = counted
  }

  var testDescription: String { name }
}

@Suite struct RejectedRowTests {
  static let header = "consultation_id,supplier,buyer,held_at,status,연락처\n"
  static let first = "C1,Alpha,Gamma,2020-10-30,완료,010\n"
  static let second = "C2,Beta,Gamma,2020-10-30,완료,011\n"
  private static let large = String(repeating: "x", count: 1 << 20)
  /// More rows than are read at once in which nothing stands, as after what Excel takes for a sheet's used range.
  private static let emptyRows = String(repeating: ",,,,,\n", count: 40_000)

  static let cases: [RejectCase] = [
    RejectCase("nothing", "", [], counted: 0),
    RejectCase("two rows", first + second, [], counted: 2),
    RejectCase(
      "blank lines are no rows", "\n,,,,,\n" + first + " , ,\u{3000}, ,\u{A0},\n\n" + second, [], counted: 2),
    RejectCase("many empty rows behind one", first + emptyRows, [], counted: 1),
    RejectCase("many empty rows between others", first + emptyRows + second + emptyRows, [], counted: 2),
    RejectCase(
      "many empty rows before a duplicate and a total", first + emptyRows + first + emptyRows + "합계,,,,1,\n",
      [(40_003, nil), (80_004, .totalRow)], counted: 1),
    RejectCase("absent words alone are no row", first + "-,N/A,미정,—,,null\n", [], counted: 1),
    RejectCase(
      "undecodable bytes",
      bytes: Array(first.utf8) + Array("C2,B".utf8) + [0xFF, 0xFE] + Array("ta,Gamma,,완료,\n".utf8)
        + Array("C3,Beta,Gamma,2020-10-30,완료,가나다\n".utf8),
      [(3, .undecodableBytes)], counted: 2),
    RejectCase(
      "undecodable bytes in a column that is not read",
      bytes: Array((first + "C2,Beta,Gamma,2020-10-30,완료,").utf8) + [0xC3, 0x28] + Array("\n".utf8),
      [(3, .undecodableBytes)], counted: 1),
    RejectCase(
      "undecodable bytes before too many fields",
      bytes: Array((first + "C2,Beta,Gamma,2020-10-30,완료,,,").utf8) + [0xFF] + Array("\n".utf8),
      [(3, .undecodableBytes)], counted: 1),
    RejectCase(
      "a cell over a mebibyte", first + "C2,Beta\(large),Gamma,,완료,\n" + second, [(3, .fieldTooLarge)],
      counted: 2),
    RejectCase(
      "a cell of a mebibyte", first + "C2,\(large),Gamma,2020-10-30,완료,\n", [], counted: 2),
    RejectCase(
      "a quote that is never closed loses its line only", first + "C9,\"Beta,Gamma,2020-10-30,완료,\n" + second,
      [(3, .unterminatedQuote)], counted: 2),
    RejectCase(
      "a quote that closes inside a later line",
      first + "C9,\"Beta,Gamma,2020-10-30,완료,\nC2,Beta\"x,Gamma,2020-10-30,완료,\n",
      [(3, .unterminatedQuote)], counted: 2),
    RejectCase(
      "a quote that closes where the record has another width",
      first + "C9,\"Beta,Gamma,2020-10-30,완료,\nC3,Beta\",Gamma\n" + second,
      [(3, .unterminatedQuote)], counted: 3),
    RejectCase(
      "a quote that is never closed behind a cell that would span lines",
      first + "C9,\"Beta,Gamma,2020-10-30,완료,\n" + second
        + "C8,Beta\",\"Gamma,2020-10-30,완료,\nC4,Beta,Delta,2020-10-30,완료,\n",
      [(3, .unterminatedQuote), (5, .unterminatedQuote)], counted: 3),
    RejectCase(
      "undecodable bytes before a quote that is never closed",
      bytes: Array((first + second + "C3,\"Be").utf8) + [0xFF] + Array("ta,Gamma,2020-10-30,완료,\n".utf8),
      [(4, .undecodableBytes)], counted: 2),
    RejectCase(
      "a cell of several lines",
      first + "C2,\"Beta\nand\r\nsons\",Gamma,2020-10-30,완료,\n" + "C3,Beta,Gamma,,취소,\n", [],
      counted: 3),
    RejectCase(
      "lines are counted through cells of several lines",
      first + "C2,\"Beta\nand\nsons\",Gamma,2020-10-30,완료,\n" + "C3,Beta,Gamma,,글쎄,\n", [(6, .unknownStatus)],
      counted: 2),
    RejectCase(
      "text behind a closing quote", first + "C2,\"Beta\" Ltd,Gamma,2020-10-30,완료,\n", [], counted: 2),
    RejectCase(
      "a quote inside an unquoted cell", first + "C2,Beta 5\" pipes,Gamma,2020-10-30,완료,\n", [], counted: 2),
    RejectCase(
      "a cell beyond the header", first + "C2,Beta,Gamma,,완료,,more\n", [(3, .tooManyFields)], counted: 1),
    RejectCase("empty cells beyond the header", first + "C2,Beta,Gamma,2020-10-30,완료,, ,\n", [], counted: 2),
    RejectCase(
      "absent words beyond the header", first + "C2,Beta,Gamma,2020-10-30,완료,,-,N/A\n", [], counted: 2),
    RejectCase("a total beyond the header", first + "합계,,,,,,3\n", [(3, .tooManyFields)], counted: 1),
    RejectCase("the header again", first + header + second, [(3, .headerRow)], counted: 2),
    RejectCase(
      "totals",
      first + "합계,,,,2,\n,총 계,,,2,\n,,소계,,2,\n계,,,,2,\nTOTAL,,,,2,\n Sub total,,,,2,\nGrand Total,,,,2,\n",
      (3...9).map { ($0, .totalRow) }, counted: 1),
    RejectCase("a total alone", first + "합계,,,,,\n", [(3, .totalRow)], counted: 1),
    RejectCase(
      "total is no name of a company", first + "C2,Total Energies,Gamma,2020-10-30,완료,\n", [], counted: 2),
    RejectCase(
      "notes", first + "※ 가상 자료,,,,,\n,,,,,비고\n-,,끝,N/A,,\n", (3...5).map { ($0, .noteRow) }, counted: 1),
    RejectCase(
      "nobody", first + "C2,,,2020-10-30,완료,\nC3,-,미정,,완료,x\n",
      [(3, .missingParticipants), (4, .missingParticipants)], counted: 1),
    RejectCase(
      "nobody before the status", first + "C2,,,2020-10-30,글쎄,\n", [(3, .missingParticipants)], counted: 1),
    RejectCase(
      "a status in no list", first + "C2,Beta,Gamma,2020-10-30,글쎄,\n", [(3, .unknownStatus)], counted: 1),
    RejectCase("a duplicate", first + first + second, [(3, nil)], counted: 2),
    RejectCase(
      "a duplicate in a column that is not read differs", first + "C1,Alpha,Gamma,2020-10-30,완료,other\n",
      [(3, nil)], counted: 1),
    RejectCase(
      "a duplicate but for spaces around", first + " C1 ,Alpha, Gamma,2020-10-30,완료,\n", [(3, nil)],
      counted: 1),
    RejectCase(
      "a conflicting duplicate", first + "C1,Alpha,Gamma,2020-10-30,취소,\n", [(3, .conflictingDuplicate)],
      counted: 1),
    RejectCase(
      "an absent word is not an empty cell when rows are compared",
      "C1,Alpha,Gamma,,취소,\nC1,Alpha,Gamma,-,취소,\n", [(3, .conflictingDuplicate)], counted: 1),
    RejectCase(
      "a rejected row is no earlier row", "C1,Alpha,Gamma,2020-10-30,글쎄,\n" + first + first,
      [(2, .unknownStatus), (4, nil)], counted: 1),
    RejectCase(
      "a third one is compared with the first",
      first + "C1,Alpha,Gamma,2020-10-30,취소,\nC1,Alpha,Gamma,2020-10-30,취소,\n",
      [(3, .conflictingDuplicate), (4, .conflictingDuplicate)], counted: 1),
    RejectCase(
      "without id the parties and the time identify",
      ",Alpha,Gamma,2020-10-30,완료,\n,Alpha,Gamma,2020-10-30,완료,\n"
        + ",Alpha,Gamma,2020-10-30,취소,\n,Alpha,Gamma,2020-10-31,완료,\n-,Alpha,Gamma,2020-10-31,완료,\n",
      [(3, nil), (4, .conflictingDuplicate), (6, .conflictingDuplicate)], counted: 2),
    RejectCase(
      "an absent word is an empty cell when rows are identified",
      ",Alpha,Gamma,2020-10-30,완료,\n-,Alpha,Gamma,2020-10-30,완료,\n", [(3, .conflictingDuplicate)],
      counted: 1),
    RejectCase(
      "with neither id nor time nothing is a duplicate",
      ",Alpha,Gamma,,취소,\n,Alpha,Gamma,,취소,\n,Alpha,Gamma,미정,취소,\n", [], counted: 3),
    RejectCase("too few fields count", first + "C2,Beta,Gamma\n", [], counted: 2),
  ]

  @Test func aTimeOfDayTellsMeetingsApart() throws {
    let reading = try read([
      .consultations(
        bytes: Array(
          """
          supplier,buyer,held_at,상담시간
          Alpha,Gamma,2020-10-30,10:00
          Alpha,Gamma,2020-10-30,15:00
          Alpha,Gamma,2020-10-30,15:00
          Alpha,Gamma,,15:00
          Alpha,Gamma,,15:00

          """.utf8))
    ])
    #expect(reading.rejects.map(\.line) == [4])
    #expect(reading.rejects.map(\.code) == [nil])
  }

  @Test(arguments: cases) func aRowThatDoesNotCountIsNamedWithItsReason(_ example: RejectCase) throws {
    let reading = try read([.consultations(bytes: Array(RejectedRowTests.header.utf8) + example.body)])
    let report = try #require(reading.report(.consultations))
    #expect(reading.rejects.map(\.line) == example.rejects.map(\.line))
    #expect(reading.rejects.map(\.code) == example.rejects.map(\.code))
    #expect(report.accepted + report.flagged == example.counted)
    #expect(report.rows == example.counted + example.rejects.count)
    #expect(report.rows == report.accepted + report.flagged + report.duplicate + report.rejected)
    #expect(report.duplicate == example.rejects.filter { $0.code == nil }.count)
    #expect(reading.rows.count == example.counted)
    var counts: [ProblemCode: Int] = [:]
    for reject in example.rejects { if let code = reject.code { counts[code, default: 0] += 1 } }
    #expect(report.counts.filter { $0.key.rejects } == counts)
    for reject in reading.rejects {
      // Of a row that could not be taken apart, or is a note, nothing is shown; of others the recognised cells.
      let hidden: Set<ProblemCode> = [
        .undecodableBytes, .fieldTooLarge, .unterminatedQuote, .tooManyFields, .noteRow,
      ]
      if let code = reject.code, hidden.contains(code) {
        #expect(reject.cells.isEmpty)
        #expect(reject.offending == nil)
      } else {
        #expect(Set(reject.cells.keys) == [.consultationID, .supplier, .buyer, .heldAt, .status])
      }
    }
  }

  @Test func aFileOfWhichNothingCountsIsReadBehindOthers() throws {
    let header = "id,supplier,buyer\n"
    let reading = try read([
      .consultations(header + "1,Alpha,Gamma\n", "a.csv"), .consultations(header + "합계,1,1\n", "b.csv"),
      .consultations(header + "2,Alpha,Gamma\n", "c.csv"),
    ])
    #expect(reading.result.inputs.map(\.fates) == [[1, 0, 0, 0], [0, 0, 0, 1], [1, 0, 0, 0]])
  }

  /// A party's id is "-" in one row and nothing in the other: one meeting, written twice.
  @Test func absentWordsAmongThePartiesIdentifyAsEmptyCells() throws {
    let reading = try read([
      .registrations("role,organization,country\nbuyer,Gamma,JP\nsupplier,Alpha,\nsupplier,Alpha,-\n"),
      .consultations(
        "supplier,buyer_id,buyer,held_at\nAlpha,,Gamma,2020-10-30\nAlpha,-,Gamma,2020-10-30\n"),
    ])
    #expect(reading.rejects.map(\.code) == [.conflictingDuplicate, .conflictingDuplicate])
    #expect(reading.result.inputs.map(\.fates) == [[2, 0, 0, 1], [1, 0, 0, 1]])
  }

  /// The label of a sector is the first spelling of a row that counts.
  @Test func rejectedRowsGiveNoLabels() throws {
    let header = "id,supplier,buyer,sector,status\n"
    let empty = String(repeating: ",,,,\n", count: 20_000)
    func label(_ body: String) throws -> String? {
      let reading = try read([.consultations(header + body)])
      return reading.rows.last.flatMap { reading.sector($0.sector) }
    }
    #expect(try label("1,A,B,Ict,글쎄\n2,A,B,ict,완료\n3,A,B,ICT,완료\n") == "ict")
    let conflicting = "1,A,B,,완료\n1,A,B,ICT,완료\n"
    #expect(try label(conflicting + "2,A,B,ict,완료\n") == "ict")
    #expect(try label(conflicting + "2,A,B,ICT,완료\n3,A,B,ict,완료\n") == "ICT")
    #expect(try label(conflicting + empty + "2,A,B,ICT,완료\n3,A,B,ict,완료\n") == "ICT")
    #expect(try label(conflicting + empty + "2,A,B,ict,완료\n3,A,B,ICT,완료\n") == "ict")
  }

  @Test func rejectedCellsAreAsWritten() throws {
    let reading = try read([
      .consultations(
        RejectedRowTests.header + RejectedRowTests.first + " C2 ,\"Beta, Ltd\",-,2020. 10. 30.,글쎄,010-1234\n")
    ])
    let reject = try #require(reading.rejects.first)
    #expect(
      reject.cells == [
        .consultationID: "C2", .supplier: "Beta, Ltd", .buyer: "-", .heldAt: "2020. 10. 30.", .status: "글쎄",
      ])
    #expect(reject.offending == "글쎄")
    #expect(reading.rejectColumns == [.status, .consultationID, .supplier, .buyer, .heldAt])
  }

  @Test func theEarlierRowIsNamedAcrossFiles() throws {
    let reading = try read([
      .consultations(RejectedRowTests.header + RejectedRowTests.second + RejectedRowTests.first, "a.csv"),
      .consultations(
        "메모\n" + RejectedRowTests.header + RejectedRowTests.first + "C2,Beta,Gamma,,취소,\n", "b.csv"),
    ])
    #expect(reading.rejects.map(\.input) == [1, 1])
    #expect(reading.rejects.map(\.line) == [3, 4])
    #expect(reading.rejects.map(\.earlierInput) == [0, 0])
    #expect(reading.rejects.map(\.earlierLine) == [3, 2])
    #expect(reading.rejects.map(\.code) == [nil, .conflictingDuplicate])
    #expect(reading.result.inputs.map(\.fates) == [[2, 0, 0, 0], [0, 0, 1, 1]])
  }

  @Test func idsHoldInTheirEventOrTheirFile() throws {
    let one = "event,id,supplier,buyer,held_at\nE1,1,Alpha,Gamma,2020-10-30\nE2,1,Alpha,Gamma,2020-10-30\n"
    let other = "event,id,supplier,buyer,held_at\nE1,1,Beta,Gamma,2020-10-30\n"
    func fates(_ scope: IDScope) throws -> [[Int]] {
      var rules = ReadingRules()
      rules.idScope = scope
      return try read([.consultations(one, "a.csv"), .consultations(other, "b.csv")], rules: rules)
        .result.inputs.map(\.fates)
    }
    #expect(try fates(.event) == [[2, 0, 0, 0], [0, 0, 0, 1]])
    #expect(try fates(.file) == [[2, 0, 0, 0], [1, 0, 0, 0]])
  }

  /// What stands in a column that is not recognised appears nowhere, whatever is wrong with its row.
  @Test func contactColumnsAppearNowhere() throws {
    let secret = "SECRET-7391"
    let registrations = """
      등록번호,구분,기업명,국가,담당자,이메일
      S1,기업,Alpha,,\(secret),\(secret)@example.invalid
      S1,기업,Alpha,,\(secret)x,
      S1,기업,Beta,,\(secret),
      S2,글쎄,Beta,,\(secret),
      ,기업,,,\(secret),
      B1,바이어,Gamma,어딘가,\(secret),
      B2,바이어,Delta,,\(secret),,\(secret)
      ,,,,,\(secret)
      B3,"바이어,Delta,,\(secret),

      """
    let consultations = """
      id,supplier,buyer,held_at,status,consulted_amount,연락처,\(secret)-header
      1,Alpha,Gamma,soon,글쎄,x,\(secret),\(secret)
      2,Alpha,Gamma,soon,완료,x,\(secret),\(secret)
      2,Alpha,Nobody,soon,완료,x,\(secret),\(secret)
      3,Alpha,Gamma,soon,완료,x,\(secret),\(secret),\(secret)
      4,Alpha
      ,,,,,,\(secret),
      5,"Alpha,Gamma,soon,완료,x,\(secret),\(secret)
      """
    let reading = try read([.registrations(registrations), .consultations(consultations)])
    var said: [String] = []
    for report in reading.result.inputs {
      #expect(report.rows == report.accepted + report.flagged + report.duplicate + report.rejected)
      #expect(report.rows > 5)
      for problem in report.problems {
        for place in problem.places { said += [place.column, place.value, place.hint].compactMap { $0 } }
      }
      said += report.recognised.map(\.header) + report.amounts.map(\.header)
      said.append(Language.en.messages.words(report.encodingReason))
    }
    for reject in reading.rejects { said += [reject.offending ?? ""] + reject.cells.values }
    #expect(said.contains("글쎄"))
    // What holds no digit is no mistyped date.
    #expect(!said.contains("soon"))
    #expect(!said.contains { $0.contains("SECRET") })
    // The header of an ignored column is named, which is all that may be known of it.
    #expect(reading.report(.consultations)?.ignoredColumns == ["연락처", "\(secret)-header"])
  }
}
