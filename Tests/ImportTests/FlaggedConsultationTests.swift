import Model
import Testing

@testable import Import

/// Cells of one consultation and the problems that they must give.
struct FlagCase: CustomTestStringConvertible, Sendable {
  var cells: [Column: String]
  var problems: [ProblemCode: Int]
  init(_ cells: [Column: String], _ problems: [ProblemCode: Int]) {
    self.cells = cells
    self.problems = problems
  }
  var testDescription: String {
    let cells = cells.map { "\($0.key.rawValue)=\($0.value)" }.sorted().joined(separator: " ")
    return "\(cells) → \(problems.keys.map(\.rawValue).sorted().joined(separator: " "))"
  }
}

@Suite struct FlaggedConsultationTests {
  static let registrations = csvTable(
    .registrations,
    [
      [
        .registrationID: "S1", .role: "supplier", .organization: "Alpha", .sector: "Food",
        .status: "confirmed",
      ],
      [.registrationID: "S2", .role: "기업", .organization: "Beta", .sector: "Bio"],
      [
        .registrationID: "S3", .role: "supplier", .organization: "Beta", .country: "VN", .status: "cancelled",
      ],
      [.registrationID: "B1", .role: "buyer", .organization: "Gamma Ltd.", .country: "JP"],
      [.registrationID: "B2", .role: "buyer", .organization: "Delta", .country: "VN"],
      [.registrationID: "B3", .role: "buyer", .organization: "Delta", .country: "RU", .status: "cancelled"],
      [.registrationID: "B4", .role: "buyer", .organization: "Omega", .country: "유럽"],
    ])

  /// Every case changes cells of this row, which alone has no problem.
  static let plain: [Column: String] = [
    .consultationID: "C1", .supplierID: "S1", .buyerID: "B1", .heldAt: "2020-10-30 14:30", .status: "완료",
    .outcome: "없음", .mode: "화상",
  ]

  static let cases: [FlagCase] = [
    FlagCase([:], [:]),
    // Status and date
    FlagCase([.status: ""], [.missingStatus: 1]), FlagCase([.status: "N/A"], [.missingStatus: 1]),
    FlagCase([.status: "미정"], [:]), FlagCase([.status: "TBD", .heldAt: ""], [:]),
    FlagCase([.heldAt: ""], [.missingDate: 1]), FlagCase([.heldAt: "추후"], [.missingDate: 1]),
    FlagCase([.heldAt: "", .status: "취소"], [:]), FlagCase([.heldAt: "", .status: "예정"], [:]),
    FlagCase([.heldAt: "", .status: "노쇼"], [:]),
    FlagCase([.heldAt: "", .status: ""], [.missingDate: 1, .missingStatus: 1]),
    FlagCase([.heldAt: "2020-02-30"], [.badDate: 1]), FlagCase([.heldAt: "1989-12-31"], [.badDate: 1]),
    FlagCase([.heldAt: "오전"], [.badDate: 1]), FlagCase([.heldAt: "10/11/2020"], [.ambiguousDate: 1]),
    FlagCase([.heldAt: "10/30/2020"], [:]), FlagCase([.mouSignedOn: "31.02.2021"], [.badDate: 1]),
    FlagCase([.mouSignedOn: "03/04/2021", .heldAt: "1/2/2021"], [.ambiguousDate: 2]),
    // Participants
    FlagCase([.supplierID: ""], [.missingSupplier: 1]), FlagCase([.buyerID: "-"], [.missingBuyer: 1]),
    FlagCase([.supplierID: "S9"], [.unknownSupplier: 1]), FlagCase([.buyerID: "b1"], [.unknownBuyer: 1]),
    FlagCase([.supplierID: "", .supplier: "(주)ALPHA"], [:]),
    FlagCase([.supplierID: "", .supplier: "Aleph"], [.unknownSupplier: 1]),
    FlagCase([.supplierID: "", .supplier: "Beta"], [.ambiguousSupplier: 1]),
    FlagCase([.buyerID: "", .buyer: "GAMMA, Co., Ltd."], [:]),
    FlagCase([.buyerID: "", .buyer: "Delta"], [.ambiguousBuyer: 1]),
    FlagCase([.buyerID: "", .buyer: "Delta", .country: "러시아"], [:]),
    FlagCase([.buyerID: "", .buyer: "Delta", .country: "JP"], [.ambiguousBuyer: 1]),
    // Where both stand the id alone decides.
    FlagCase([.supplierID: "S9", .supplier: "Alpha"], [.unknownSupplier: 1]),
    FlagCase([.supplierID: "S1", .supplier: "Nobody"], [:]),
    // A supplier's id is no buyer's.
    FlagCase([.buyerID: "S1"], [.unknownBuyer: 1]),
    // Country
    FlagCase([.country: "일본"], [:]), FlagCase([.country: "VN"], [.countryMismatch: 1]),
    FlagCase([.country: "유럽"], [.unknownCountry: 1]), FlagCase([.country: "Vietnm"], [.unknownCountry: 1]),
    FlagCase([.country: "VN", .buyerID: "B4"], [:]), FlagCase([.country: "미기재"], [:]),
    FlagCase([.country: "NA"], [.countryMismatch: 1]),
    // Amounts
    FlagCase([.consultedAmount: "많음"], [.badAmount: 1]), FlagCase([.consultedAmount: "-5"], [.badAmount: 1]),
    FlagCase([.consultedAmount: "5.000"], [.badAmount: 1]), FlagCase([.consultedAmount: "5.000.000"], [:]),
    FlagCase([.consultedAmount: "12,34"], [.badAmount: 1]),
    FlagCase([.consultedAmount: "1,000,000,000,001"], [.badAmount: 1]),
    FlagCase([.consultedAmount: "x", .expectedContractAmount: "y"], [.badAmount: 2]),
    FlagCase([.consultedAmount: "협의중", .expectedContractAmount: "N/A"], [:]),
    FlagCase([.consultedAmount: "¥300"], [.ambiguousCurrency: 1]),
    FlagCase([.consultedAmount: "300", .currency: "외화"], [.ambiguousCurrency: 1]),
    FlagCase([.consultedAmount: "300", .currency: "¥"], [.ambiguousCurrency: 1]),
    FlagCase([.consultedAmount: "300", .currency: "엔"], [.missingRate: 1]),
    FlagCase([.consultedAmount: "¥300", .currency: "JPY"], [.missingRate: 1]),
    FlagCase([.consultedAmount: "300", .currency: "KRW"], [:]),
    FlagCase([.consultedAmount: "100,000,000"], [:]),
    FlagCase([.consultedAmount: "100,000,000.01"], [.suspiciousAmount: 1]),
    FlagCase(
      [.consultedAmount: "2억불", .mouAmount: "3억불", .mouSignedOn: "2020-10-30"], [.suspiciousAmount: 2]),
    FlagCase([.consultedAmount: "2억불", .status: "취소"], [.outcomeWithoutMeeting: 1]),
    FlagCase([.consultedAmount: "2억불", .status: "예정"], [:]),
    // Outcomes
    FlagCase([.outcome: "검토 중"], [.unlistedOutcome: 1]), FlagCase([.outcome: "MOU; 계약/견적"], [:]),
    FlagCase([.outcome: "MOU, 글쎄, 그냥"], [.unlistedOutcome: 1]), FlagCase([.outcome: ""], [:]),
    FlagCase([.outcome: "협의중"], [:]),
    FlagCase([.outcome: "mou", .status: "노쇼"], [.outcomeWithoutMeeting: 1]),
    FlagCase([.outcome: "관심", .status: "취소", .consultedAmount: "5"], [.outcomeWithoutMeeting: 1]),
    FlagCase([.mouSignedOn: "2020-10-30", .status: "불참"], [.outcomeWithoutMeeting: 1]),
    FlagCase([.contractAmount: "5", .status: "no-show"], [.outcomeWithoutMeeting: 1]),
    FlagCase([.contractAmount: "0", .status: "no-show"], [:]),
    FlagCase([.outcome: "mou", .status: "예정"], [:]),
    FlagCase([.mouSignedOn: "2020-10-29"], [.signedBeforeMeeting: 1]),
    FlagCase([.mouSignedOn: "2020-10-30"], [:]), FlagCase([.mode: "전화"], [:]),
    FlagCase([.sector: "Tea"], [:]),
  ]

  @Test(arguments: cases) func theProblemsOfARowAreNamedAndItCounts(_ example: FlagCase) throws {
    var rules = ReadingRules()
    rules.rates[Currency("KRW")] = [Rate(value: ExactDecimal(significand: 1, scale: 3), text: "0.001")]
    // Another row keeps the word lists alive, whatever the case does.
    let other: [Column: String] = FlaggedConsultationTests.plain.merging([.consultationID: "C0"]) { $1 }
    let row = FlaggedConsultationTests.plain.merging(example.cells) { $1 }
    let reading = try read(
      [
        .registrations(FlaggedConsultationTests.registrations),
        .consultations(csvTable(.consultations, [other, row])),
      ], rules: rules)
    let report = try #require(reading.report(.consultations))
    #expect(report.counts == example.problems)
    #expect(report.fates == (example.problems.isEmpty ? [2, 0, 0, 0] : [1, 1, 0, 0]))
    #expect(reading.rows.count == 2)
    for problem in report.problems {
      #expect(problem.places.allSatisfy { $0.line == 3 })
      #expect(problem.places.count == problem.count)
    }
  }

  @Test func sectorsThatAreNotListedAreNoted() throws {
    var rules = ReadingRules()
    rules.sectors = [
      ListedSector(label: "식품", aliases: ["Food", "농 식품"]), ListedSector(label: "Bio", aliases: []),
    ]
    let reading = try read(
      [
        .registrations(FlaggedConsultationTests.registrations),
        .consultations(
          csvTable(
            .consultations,
            ["", "FOOD", "농식품", "bio", "Tea", "tea "].enumerated().map { index, sector in
              FlaggedConsultationTests.plain.merging([.consultationID: "C\(index)", .sector: sector]) { $1 }
            })),
      ], rules: rules)
    #expect(reading.report(.registrations)?.counts == [.unknownCountry: 1])
    #expect(reading.report(.consultations)?.counts == [.unlistedSector: 2])
    #expect(reading.rows.map { reading.sector($0.sector) } == ["식품", "식품", "식품", "Bio", "Tea", "Tea"])
  }

  @Test func aSecondMOUOfAPairIsNoted() throws {
    let mou: [Column: String] = [.outcome: "mou"]
    let rows: [[Column: String]] = [
      mou, mou, [.outcome: "mou", .buyerID: "B2"], [.outcome: "mou", .event: "other"],
      [.outcome: "mou", .status: "취소"], [.outcome: "mou", .supplierID: ""],
      [.outcome: "mou", .supplierID: ""],
      [.mouAmount: "5"],
    ]
    let reading = try read([
      .registrations(FlaggedConsultationTests.registrations),
      .consultations(
        csvTable(
          .consultations,
          rows.enumerated().map { index, cells in
            FlaggedConsultationTests.plain.merging(cells) { $1 }.merging([.consultationID: "C\(index)"]) {
              $1
            }
          })),
    ])
    let report = try #require(reading.report(.consultations))
    #expect(report.counts == [.repeatedMOU: 2, .outcomeWithoutMeeting: 1, .missingSupplier: 2])
    #expect(report.problems.first { $0.code == .repeatedMOU }?.places.map(\.line) == [3, 9])
    #expect(reading.result.mous.count == 7)
  }

  /// Strangers are only said to be unknown in a run that has registrations of their role.
  @Test func strangersAreNotedOnlyBesideRegistrations() throws {
    let buyers = "registration_id,organization,country\nB1,Gamma,JP\n"
    let table = csvTable(
      .consultations,
      [
        FlaggedConsultationTests.plain,
        FlaggedConsultationTests.plain.merging([.consultationID: "C2", .buyerID: "B7"]) { $1 },
      ])
    #expect(try read([.consultations(table)]).report(.consultations)?.counts == [:])
    let reading = try read([.registrations(buyers, role: .buyer), .consultations(table)])
    #expect(reading.report(.consultations)?.counts == [.unknownBuyer: 1])
  }

  @Test func hintsAreGivenAndNotApplied() throws {
    let row = FlaggedConsultationTests.plain.merging([.country: "Vietnm", .buyerID: "", .buyer: "New"]) { $1 }
    let reading = try read([.consultations(csvTable(.consultations, [row]))])
    let place = try #require(reading.report(.consultations)?.problems.first?.places.first)
    #expect(place.value == "Vietnm" && place.column == "country")
    #expect(place.hint?.contains("VN") == true)
    #expect(reading.rows.first?.country == .unknown)
  }

  @Test func onlyTheFirstPlacesAreKept() throws {
    let rows = (0..<30).map { index in
      FlaggedConsultationTests.plain.merging([.consultationID: "C\(index)", .heldAt: "soon"]) { $1 }
    }
    let problem = try read([.consultations(csvTable(.consultations, rows))]).report(.consultations)?.problems
      .first
    #expect(problem?.count == 30)
    #expect(problem?.places.map(\.line) == Array(2..<(2 + ProblemTally.placesKept)))
  }
}
