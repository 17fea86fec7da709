import Model
import Testing

@testable import Import

/// What makes a whole file, and with it the run, unusable.
@Suite struct FileErrorTests {
  struct Broken: CustomTestStringConvertible, Sendable {
    var name: String
    var files: @Sendable () -> [TestFile]
    /// What the message must say, the file's name among it.
    var says: [String]
    var category = TallyError.Category.dataUnusable
    var testDescription: String { name }
  }

  static let consultation = "supplier,buyer\nAlpha,Gamma\n"
  static func many(_ count: Int, _ row: (Int) -> String) -> String { (0..<count).map(row).joined() }

  static let broken = [
    Broken(name: "empty", files: { [.consultations("")] }, says: ["consultations.csv", "empty", "header"]),
    Broken(
      name: "white space", files: { [.consultations("\n  \n\n")] }, says: ["consultations.csv", "header"]),
    Broken(
      name: "no header", files: { [.consultations("a,b,c\n1,2,3\n")] },
      says: ["consultations.csv", "no header row", "first 20 rows", "supplier_id", "tradetally columns"]),
    Broken(
      name: "header behind twenty titles",
      files: { [.consultations(String(repeating: "제목\n", count: 20) + consultation)] },
      says: ["consultations.csv", "no header row"]),
    Broken(
      name: "one column recognised", files: { [.consultations("supplier,x,y\n1,2,3\n")] },
      says: ["no header row", "\"supplier\"", "line 1"]),
    Broken(
      name: "a near miss", files: { [.consultations("supplierr,bayer,y\n1,2,3\n")] },
      says: ["no header row", "did you mean"]),
    Broken(
      name: "the other kind", files: { [.consultations("등록번호,구분,기업명\nS1,기업,Alpha\n")] },
      says: ["registrations file", "wrong option"]),
    Broken(
      name: "no buyer column", files: { [.consultations("supplier,held_at\nAlpha,2020-10-30\n")] },
      says: ["consultations.csv", "buyer_id", "buyer", "was found", "supplier = supplier", "--column"]),
    Broken(
      name: "no supplier column", files: { [.consultations("buyer,held_at\nAlpha,2020-10-30\n")] },
      says: ["supplier_id", "기업번호", "buyer = buyer"]),
    Broken(
      name: "no role column",
      files: { [.registrations("id,name\nS1,Alpha\n"), .consultations(consultation)] },
      says: ["registrations.csv", "role", "구분", "--suppliers", "--buyers"]),
    Broken(
      name: "neither id nor organisation",
      files: { [.registrations("role,country\nbuyer,JP\n"), .consultations(consultation)] },
      says: ["registrations.csv", "registration_id", "organization", "role = role"]),
    Broken(
      name: "buyers without a country column",
      files: { [.registrations("id,name\nB1,Gamma\n", role: .buyer), .consultations(consultation)] },
      says: ["country", "buyers need"]),
    Broken(
      name: "buyers among others without a country column",
      files: {
        [.registrations("id,role,name\nS1,supplier,A\nB1,buyer,Gamma\n"), .consultations(consultation)]
      },
      says: ["country", "buyers need"]),
    Broken(
      name: "a workbook",
      files: {
        [.consultations(bytes: [0x50, 0x4B, 3, 4, 20, 0, 6, 0] + [UInt8](repeating: 0, count: 200))]
      },
      says: ["consultations.csv", "the workbook is damaged", "fetch it again"]),
    Broken(
      name: "a picture",
      files: {
        [
          .consultations(
            bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
              + [UInt8](repeating: 1, count: 99))
        ]
      },
      says: ["consultations.csv", "not a text file"]),
    Broken(
      name: "a role column without a known role",
      files: { [.registrations("id,구분,name\nS1,내국,Alpha\nS2,외국,Beta\n"), .consultations(consultation)] },
      says: ["registrations.csv", "\"구분\"", "role", "\"내국\"", "\"외국\""]),
    Broken(
      name: "a role column without anything",
      files: { [.registrations("id,role,name\nS1,,Alpha\nS2,,Beta\n"), .consultations(consultation)] },
      says: ["registrations.csv", "role"]),
    Broken(
      name: "a status column without a known status",
      files: { [.consultations("supplier,buyer,상태\nA,B,맑음\nA,C,흐림\nA,D,\n")] },
      says: ["consultations.csv", "\"상태\"", "status", "\"맑음\"", "--word"]),
    Broken(
      name: "a status column of registrations without a known status",
      files: { [.registrations("id,status\nS1,맑음\n", role: .supplier), .consultations(consultation)] },
      says: ["registrations.csv", "status", "\"맑음\""]),
    Broken(
      name: "ids that start again",
      files: {
        [
          .consultations("id,supplier,buyer\n" + many(10) { "\($0),A\($0),B\n" }, "a.csv"),
          .consultations("id,supplier,buyer\n" + many(10) { "\($0 + 4),C\($0),D\n" }, "b.csv"),
        ]
      }, says: ["b.csv", "6 of 10 rows", "--id-scope file"]),
    Broken(
      name: "more columns than a sheet has",
      files: {
        [.consultations("제목\nsupplier,buyer" + String(repeating: ",x", count: 16_384) + "\nA,B\n")]
      }, says: ["consultations.csv", "line 2", "16,386", "16,384"]),
    Broken(
      name: "the same content twice",
      files: { [.consultations(consultation, "a.csv"), .consultations(consultation, "copy/b.csv")] },
      says: ["b.csv", "same content", "a.csv"]),
    Broken(
      name: "the same content twice among registrations",
      files: {
        [
          .registrations("id,name\nS1,A\n", "a.csv", role: .supplier),
          .registrations("id,name\nS1,A\n", "b.csv", role: .supplier),
          .consultations(consultation),
        ]
      }, says: ["b.csv", "same content"]),
    Broken(
      name: "the same content in two roles",
      files: {
        [
          .registrations("id,name,country\n1,A,KR\n", "a.csv", role: .supplier),
          .registrations("id,name,country\n1,A,KR\n", "b.csv", role: .buyer), .consultations(consultation),
        ]
      }, says: ["b.csv", "--suppliers", "--buyers"]),
    Broken(
      name: "an encoding that is not known",
      files: {
        var file = TestFile.consultations(consultation)
        file.encoding = "klingon"
        return [file]
      }, says: ["klingon", "UTF-8", "CP949"], category: .usage),
  ]

  @Test(arguments: broken) func runIsRefused(_ example: Broken) throws {
    let error = try #require(throws: TallyError.self) { _ = try read(example.files()) }
    #expect(error.category == example.category)
    for words in example.says { #expect(error.message.contains(words), "\(error.message)") }
  }

  struct Sound: CustomTestStringConvertible, Sendable {
    var name: String
    var files: @Sendable () -> [TestFile]
    var testDescription: String { name }
  }

  /// What is almost one of these errors and none.
  static let sound = [
    Sound(
      name: "a status column that is empty",
      files: { [.consultations("supplier,buyer,status\nA,B,\nA,C,-\n")] }),
    Sound(name: "one known status", files: { [.consultations("supplier,buyer,status\nA,B,맑음\nA,C,완료\n")] }),
    Sound(
      name: "a known status in a row that is rejected",
      files: { [.consultations("supplier,buyer,status\nA,B,맑음\n,,완료\n")] }),
    Sound(
      name: "a known role and status in rows that are rejected",
      files: {
        [
          .registrations("id,role,name,country,status\n1,x,A,KR,y\n,buyer,,JP,확정\n2,z,B,KR,대기\n"),
          .consultations(consultation),
        ]
      }),
    Sound(
      name: "half of the ids start again",
      files: {
        [
          .consultations("id,supplier,buyer\n" + many(10) { "\($0),A\($0),B\n" }, "a.csv"),
          .consultations("id,supplier,buyer\n" + many(10) { "\($0 + 5),C\($0),D\n" }, "b.csv"),
        ]
      }),
    Sound(
      name: "few rows whose ids start again",
      files: {
        [
          .consultations("id,supplier,buyer\n" + many(9) { "\($0),A\($0),B\n" }, "a.csv"),
          .consultations("id,supplier,buyer\n" + many(9) { "\($0),C\($0),D\n" }, "b.csv"),
        ]
      }),
    Sound(
      name: "two files with a header alone",
      files: { [.consultations("supplier,buyer\n", "a.csv"), .consultations("supplier,buyer\n", "b.csv")] }),
    Sound(
      name: "suppliers alone need no country column",
      files: { [.registrations("id,role,name\nS1,supplier,A\n"), .consultations(consultation)] }),
  ]

  @Test(arguments: sound) func runIsNotRefused(_ example: Sound) throws {
    let reading = try read(example.files())
    for report in reading.result.inputs {
      #expect(report.rows == report.accepted + report.flagged + report.duplicate + report.rejected)
    }
  }

  @Test func aMissingFileIsNamed() throws {
    let error = try #require(throws: TallyError.self) {
      let request = ImportRequest(
        inputs: [InputRequest(path: "/nowhere/at/all.csv", kind: .consultations)], rules: ReadingRules(),
        event: nil,
        name: "report", threads: 1)
      _ = try Importer(request).run(
        Importer.Outlets(
          makeSink: { _ in Silent() }, restart: { _, _ throws(TallyError) in },
          reject: { _ throws(TallyError) in }))
    }
    #expect(error.category == .inputMissing && error.message.contains("/nowhere/at/all.csv"))
  }

  /// No message quotes what stands in a column that is not recognised.
  @Test func messagesQuoteNoContacts() throws {
    for text in [
      "담당자,연락처,supplier\nSECRET,SECRET,A\n", "SECRET SECRET,SECRET@example.invalid\nSECRET,SECRET\n",
      "supplierr SECRET@example.invalid,x\nA,B\n",
      "supplier,held_at,연락처\nA,2020-10-30,SECRET\n", "supplier,buyer,status,연락처\nA,B,맑음,SECRET\n",
    ] {
      let error = try #require(throws: TallyError.self) { _ = try read([.consultations(text)]) }
      #expect(!error.message.contains("SECRET"), "\(error.message)")
    }
  }
}

private final class Silent: ConsultationSink {
  func add(_ rows: [Consultation]) throws(TallyError) {}

  /// Only a file that has buyers needs their countries, whatever files were read before it.
  @Test func suppliersNeedNoCountryBehindAFileWithBuyers() throws {
    let reading = try read([
      .registrations("registration_id,role,organization,country\nB1,buyer,Gamma,JP\n"),
      .registrations("registration_id,organization\nS1,Alpha\n", "suppliers.csv", role: .supplier),
      .consultations(FileErrorTests.consultation),
    ])
    #expect(reading.registrations.count == 2)
  }
}
