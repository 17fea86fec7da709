import Content
import Documents
import Model

/// Outcomes made by hand, each for one way in which a report can read.
package enum Sample: String, CaseIterable, Sendable {
  case forum, empty, oneRow = "one-row", unknownCountry = "unknown-country", noMOU = "no-mou", huge, won,
    many, hostile

  package var outcomes: Outcomes {
    switch self {
    case .forum: forumOutcomes()
    case .empty: emptyOutcomes()
    case .oneRow: oneRowOutcomes()
    case .unknownCountry: unknownCountryOutcomes()
    case .noMOU: noMOUOutcomes()
    case .huge: hugeOutcomes()
    case .won: wonOutcomes()
    case .many: manyOutcomes()
    case .hostile: hostileOutcomes()
    }
  }

  package func summary(_ language: Language) -> String {
    TextRenderer(content(language)).render()
  }

  package func content(_ language: Language) -> ReportContent {
    PostEventContent(outcomes: outcomes, language: language).content
  }
}

private func forumOutcomes() -> Outcomes {
  // The forum's published facts are its numbers of companies and buyers, its four countries and the two MOU
  // pairs; every other figure here is invented.
  let problems = [
    ProblemTally(
      code: .badAmount, count: 2,
      places: [
        ProblemPlace(line: 14, column: "상담액(만불)", value: "5.000 USD", hint: nil),
        ProblemPlace(line: 77, column: "상담액(만불)", value: "상담 후 결정", hint: nil),
      ]),
    ProblemTally(
      code: .conflictingDuplicate, count: 1,
      places: [ProblemPlace(line: 120, column: nil, value: nil, hint: nil)]),
    ProblemTally(
      code: .unknownCountry, count: 1,
      places: [ProblemPlace(line: 31, column: "국가", value: "베트냠", hint: "베트남 (VN)")]),
    ProblemTally(
      code: .totalRow, count: 1, places: [ProblemPlace(line: 125, column: nil, value: nil, hint: nil)]),
  ]
  let inputs = [
    input(
      .registrations, "참가기업.csv", accepted: 38, rejected: 1, role: .supplier, ignored: ["담당자", "연락처"],
      problems: [
        ProblemTally(
          code: .noteRow, count: 1, places: [ProblemPlace(line: 41, column: nil, value: nil, hint: nil)])
      ]),
    input(.registrations, "바이어.csv", accepted: 46, flagged: 1, duplicate: 1, role: .buyer),
    input(
      .consultations, "상담.csv", accepted: 117, flagged: 3, duplicate: 1, rejected: 2, afterAsOf: 2,
      ignored: ["비고"], problems: problems,
      amounts: [
        AmountColumnReport(column: .consultedAmount, header: "상담액(만불)", sources: [.header: 98, .cell: 4]),
        AmountColumnReport(column: .mouAmount, header: "MOU금액", sources: [.column: 1, .assumed: 1]),
      ]),
  ]
  return Outcomes(
    head: head(
      "pohang-2020",
      title: [.ko: "2020 동북아CEO경제협력포럼 국제무역상담회", .en: "2020 Northeast Asia CEO Economic Cooperation Forum"],
      asOf: "2020-10-30", period: ("2020-10-30", "2020-10-30"),
      rates: [
        RateNote(currency: Currency("JPY"), rate: "0.0096", from: nil, source: nil),
        RateNote(currency: Currency("KRW"), rate: "0.00088", from: day("2020-10-01"), source: "서울외국환중개"),
      ], inputs: inputs),
    total: measures(
      held: 103, noShows: 9, cancelled: 4, pending: 2, suppliers: 36, buyers: 45, registeredSuppliers: 38,
      registeredBuyers: 46, followUps: 41, mous: 2, contracts: 1, consulted: money(12_345_678, cents: 90),
      expected: money(1_940_000), mou: money(600_000), contract: money(45_300), suppliersWithMOU: 2,
      stated: [.consulted: 84, .expectedContract: 34]),
    byCountry: [
      Group(
        key: country("RU"),
        measures: measures(
          held: 47, noShows: 4, cancelled: 4, suppliers: 30, buyers: 20, registeredBuyers: 21, followUps: 20,
          mous: 1, contracts: 1, consulted: money(8_000_000), expected: money(1_000_000), mou: money(500_000),
          contract: money(45_300), suppliersWithMOU: 1)),
      Group(
        key: country("VN"),
        measures: measures(
          held: 30, noShows: 5, pending: 2, suppliers: 20, buyers: 12, registeredBuyers: 12, followUps: 11,
          mous: 1, consulted: money(3_000_000), expected: money(940_000), mou: money(100_000),
          suppliersWithMOU: 1)),
      Group(
        key: country("JP"),
        measures: measures(
          held: 18, suppliers: 12, buyers: 8, registeredBuyers: 8, followUps: 7,
          consulted: money(1_345_678, cents: 90)
        )),
      Group(
        key: country("ID"),
        measures: measures(held: 8, suppliers: 7, buyers: 5, registeredBuyers: 5, followUps: 3)),
    ],
    bySector: [
      Group(
        key: "배터리·소재",
        measures: measures(
          held: 60, noShows: 9, cancelled: 4, suppliers: 20, buyers: 30, registeredSuppliers: 21,
          followUps: 30,
          mous: 1, contracts: 1, consulted: money(10_000_000), expected: money(1_500_000),
          mou: money(500_000),
          contract: money(45_300), suppliersWithMOU: 1)),
      Group(
        key: "수산식품",
        measures: measures(
          held: 35, pending: 2, suppliers: 12, buyers: 20, registeredSuppliers: 13, followUps: 8, mous: 1,
          consulted: money(2_345_678, cents: 90), expected: money(440_000), mou: money(100_000),
          suppliersWithMOU: 1)),
      Group(
        key: nil,
        measures: measures(held: 8, suppliers: 4, buyers: 7, registeredSuppliers: 4, followUps: 3)),
    ],
    byCountryAndSector: [], byQuarter: [],
    byEvent: [Group(key: "pohang-2020", measures: measures(held: 103, noShows: 9, cancelled: 4, pending: 2))],
    byMode: [Group(key: .video, measures: measures(held: 103))],
    mous: [
      MOUEntry(
        event: "pohang-2020", supplier: "㈜젠셀", buyer: "ORACLE B&H", country: country("RU"), sector: "배터리·소재",
        signedOn: day("2020-10-30"), amount: money(500_000)),
      MOUEntry(
        event: "pohang-2020", supplier: "양포어장", buyer: "Handycart", country: country("VN"), sector: "수산식품",
        signedOn: nil, amount: money(100_000)),
    ])
}

private func emptyOutcomes() -> Outcomes {
  Outcomes(
    head: head("report", title: [:], inputs: [input(.consultations, "consultations.csv", accepted: 0)]),
    total: measures(), byCountry: [], bySector: [], byCountryAndSector: [], byQuarter: [], byEvent: [],
    byMode: [], mous: [])
}

private func oneRowOutcomes() -> Outcomes {
  let one = measures(
    held: 1, suppliers: 1, buyers: 1, registeredSuppliers: 1, registeredBuyers: 1, followUps: 1, mous: 1,
    contracts: 1, consulted: money(1), expected: money(999_999, cents: 60), mou: Money(hundredths: 40),
    contract: money(12_000), suppliersWithMOU: 1)
  return Outcomes(
    head: head(
      "one", title: [.ko: "소규모 상담회", .en: "Small Fair"], asOf: "2021-12-31",
      period: ("2021-09-10", "2021-09-10"),
      inputs: [
        input(
          .consultations, "c.csv", accepted: 1, rejected: 1,
          problems: [
            ProblemTally(
              code: .unknownStatus, count: 1,
              places: [ProblemPlace(line: 3, column: "상태", value: "보류", hint: nil)])
          ],
          amounts: [AmountColumnReport(column: .consultedAmount, header: "상담액", sources: [.assumed: 1])])
      ]),
    total: one, byCountry: [Group(key: country("US"), measures: one)],
    bySector: [Group(key: "식품", measures: one)], byCountryAndSector: [], byQuarter: [],
    byEvent: [Group(key: "one", measures: one)], byMode: [Group(key: .inPerson, measures: one)],
    mous: [
      MOUEntry(
        event: "one", supplier: "듀얼라이프㈜", buyer: "PNK Trading社", country: country("US"), sector: "식품",
        signedOn: day("2021-09-10"), amount: Money(hundredths: 40))
    ])
}

private func unknownCountryOutcomes() -> Outcomes {
  let all = measures(
    held: 6, noShows: 1, suppliers: 3, buyers: 4, followUps: 2, mous: 1, consulted: money(250_000),
    suppliersWithMOU: 1)
  return Outcomes(
    head: head(
      "regions", title: [.ko: "권역별 상담회", .en: "Regional Fair"], period: ("2022-11-03", "2022-11-04"),
      inputs: [input(.consultations, "상담.csv", accepted: 5, flagged: 2)]),
    total: all, byCountry: [Group(key: .unknown, measures: all)], bySector: [Group(key: nil, measures: all)],
    byCountryAndSector: [], byQuarter: [], byEvent: [Group(key: "regions", measures: all)],
    byMode: [Group(key: nil, measures: all)],
    mous: [
      MOUEntry(
        event: "regions", supplier: "한빛기계", buyer: nil, country: .unknown, sector: nil, signedOn: nil,
        amount: nil)
    ])
}

private func noMOUOutcomes() -> Outcomes {
  Outcomes(
    head: head(
      "spring", title: [.ko: "봄 상담회", .en: "Spring Fair"], period: ("2022-04-30", "2022-05-02"),
      inputs: [input(.consultations, "상담.csv", accepted: 24)]),
    total: measures(
      held: 24, suppliers: 9, buyers: 11, followUps: 4, consulted: money(3_000_000)),
    byCountry: [
      Group(
        key: country("CN"),
        measures: measures(held: 16, suppliers: 8, buyers: 7, followUps: 3, consulted: money(2_000_000))),
      Group(
        key: country("US"),
        measures: measures(held: 5, suppliers: 4, buyers: 3, followUps: 1, consulted: money(1_000_000))),
      Group(key: .unknown, measures: measures(held: 3, suppliers: 2, buyers: 1)),
    ],
    bySector: [
      Group(
        key: "Food & Beverage",
        measures: measures(held: 24, suppliers: 9, buyers: 11, followUps: 4, consulted: money(3_000_000)))
    ],
    byCountryAndSector: [], byQuarter: [], byEvent: [Group(key: "spring", measures: measures(held: 24))],
    byMode: [
      Group(key: .video, measures: measures(held: 14)), Group(key: .inPerson, measures: measures(held: 10)),
    ],
    mous: [])
}

private func hugeOutcomes() -> Outcomes {
  let all = measures(
    held: 1_840, noShows: 160, suppliers: 412, buyers: 655, followUps: 846, mous: 66, contracts: 12,
    consulted: money(900_000_000_000_000), expected: money(123_456_789_012, cents: 34),
    mou: money(10_000_000_000), contract: money(187_748_000), suppliersWithMOU: 60)
  let countries = ["CN", "JP", "US", "DE", "RU", "VN", "KZ", "MN"]
  return Outcomes(
    head: head(
      "huge", title: [.ko: "국제식품박람회", .en: "International Food Fair"], asOf: "2024-03-31",
      period: ("2023-12-28", "2024-01-03"), inputs: [input(.consultations, "상담.csv", accepted: 2000)]),
    total: all,
    byCountry: countries.map {
      Group(key: country($0), measures: measures(held: 230, noShows: 20, suppliers: 100, buyers: 82))
    },
    bySector: [Group(key: "식품", measures: all)], byCountryAndSector: [], byQuarter: [],
    byEvent: ["식품1", "식품2"].map { Group(key: $0, measures: measures(held: 920, noShows: 80)) },
    byMode: [Group(key: .inPerson, measures: all)],
    mous: MOUList(
      (1...66).map {
        MOUEntry(
          event: $0 % 2 == 0 ? "식품2" : "식품1", supplier: "식품\($0)", buyer: "Buyer \($0)",
          country: country("CN"),
          sector: "식품", signedOn: day("2024-01-03"), amount: $0 == 66 ? nil : money(150_000_000))
      }))
}

private func wonOutcomes() -> Outcomes {
  let all = measures(
    held: 79, noShows: 8, cancelled: 6, pending: 5, suppliers: 8, buyers: 8, registeredSuppliers: 8,
    registeredBuyers: 8, followUps: 27, mous: 3, contracts: 2, consulted: money(22_266_628_021, cents: 58),
    expected: money(8_077_260_158, cents: 10), mou: money(3_751_932_971, cents: 32), contract: money(950_000),
    suppliersWithMOU: 2)
  return Outcomes(
    head: head(
      "autumn", title: [.ko: "가을 수출상담회", .en: "Autumn Export Fair"], currency: "KRW",
      period: ("2016-08-20", "2016-08-21"),
      inputs: [input(.consultations, "상담.csv", accepted: 98)]),
    total: all, byCountry: [Group(key: country("JP"), measures: all)],
    bySector: [Group(key: "기계", measures: all)], byCountryAndSector: [], byQuarter: [],
    byEvent: [Group(key: "가을", measures: all)],
    byMode: [
      Group(key: .video, measures: measures(held: 40)), Group(key: nil, measures: measures(held: 39)),
    ],
    mous: [
      MOUEntry(
        event: "가을", supplier: "주)마린코스(구미)", buyer: "홍삼본가재팬(주)", country: country("JP"), sector: "기계",
        signedOn: day("2016-08-20"), amount: money(3_000_000_000)),
      MOUEntry(
        event: "가을", supplier: "주)마린코스(구미)", buyer: "홍삼본가재팬(주)", country: country("JP"), sector: "기계",
        signedOn: day("2016-08-21"), amount: money(751_932_971, cents: 32)),
      MOUEntry(
        event: "가을", supplier: nil, buyer: "東京商事", country: country("JP"), sector: nil, signedOn: nil,
        amount: nil),
    ])
}

private func manyOutcomes() -> Outcomes {
  let sectors = (1...203).map {
    Group<String?>(key: "업종 \($0)", measures: measures(held: 1, suppliers: 1, buyers: 1))
  }
  let all = measures(held: 203, suppliers: 180, buyers: 1)
  return Outcomes(
    head: head("many", title: [.ko: "업종이 많은 상담회", .en: "Fair of Many Sectors"]),
    total: all, byCountry: [Group(key: country("KZ"), measures: all)], bySector: sectors,
    byCountryAndSector: [],
    byQuarter: [], byEvent: [Group(key: "many", measures: all)], byMode: [Group(key: nil, measures: all)],
    mous: [])
}

private func hostileOutcomes() -> Outcomes {
  let all = measures(held: 2, suppliers: 1, buyers: 1, mous: 1, suppliersWithMOU: 1)
  return Outcomes(
    head: head(
      "hostile", title: [.ko: "상담회\u{1B}]0;제목\u{7}", .en: "the\u{9B}31m fair"],
      inputs: [
        input(
          .consultations, "a\u{1B}[2Jb.csv", accepted: 2, ignored: ["비고\r\n줄바꿈", "\u{202E}거꾸로"],
          problems: [
            ProblemTally(
              code: .unlistedOutcome, count: 1,
              places: [ProblemPlace(line: 2, column: "결과\u{8}", value: "a\nb\u{1B}c", hint: nil)])
          ])
      ]),
    total: all, byCountry: [Group(key: country("DE"), measures: all)],
    bySector: [Group(key: String(repeating: "긴 업종 ", count: 30), measures: all)], byCountryAndSector: [],
    byQuarter: [], byEvent: [Group(key: "x", measures: all)], byMode: [Group(key: nil, measures: all)],
    mous: [
      MOUEntry(
        event: "x", supplier: "이름\u{1B}[31m빨강\u{1B}[0m", buyer: "Über\u{0}\u{2028}GmbH👩‍💻",
        country: country("DE"),
        sector: "식\t품", signedOn: nil, amount: nil)
    ])
}
