import Documents
import Model

/// A small report: three countries, three sectors (one unnamed), two modes, one event.
package func sampleOutcomes() -> Outcomes {
  func measures(
    held: Int, mous: Int, suppliers: Int = 3, buyers: Int = 2, consulted: Int64 = 0,
    registeredSuppliers: Int? = nil,
    registeredBuyers: Int? = nil
  ) -> Measures {
    var measures = Measures()
    measures.held = held
    measures.noShows = 1
    measures.suppliers = suppliers
    measures.buyers = buyers
    measures.followUps = 2
    measures.mous = mous
    measures.suppliersWithMOU = min(mous, suppliers)
    measures.consultedAmount = Money(hundredths: consulted)
    measures.registeredSuppliers = registeredSuppliers
    measures.registeredBuyers = registeredBuyers
    return measures
  }
  var input = InputReport(
    kind: .consultations, fixedRole: nil, path: "in/상담.csv", file: "상담.csv",
    sha256: String(repeating: "ab", count: 32), size: 100, encoding: "CP949", encodingReason: .ascii,
    delimiter: "\t",
    headerLine: 3, recognised: [(.status, "상태")], ignoredColumns: ["담당자", "이메일"],
    problems: [
      ProblemTally(
        code: .totalRow, count: 1,
        places: [ProblemPlace(line: 40, column: nil, value: nil, hint: nil)]),
      ProblemTally(
        code: .unknownCountry, count: 12,
        places: [
          ProblemPlace(line: 5, column: "국가", value: "=베트냠", hint: "Vietnam (VN)"),
          ProblemPlace(line: 9, column: "국가", value: "유럽", hint: nil),
        ]),
    ],
    amounts: [AmountColumnReport(column: .consultedAmount, header: "상담액", sources: [.cell: 20, .assumed: 4])])
  input.rows = 30
  input.accepted = 12
  input.flagged = 12
  input.rejected = 6
  let day = Day(year: 2020, month: 10, day: 30)
  let head = ReportHead(
    name: "pohang-2020", title: [.ko: "2020 국제무역상담회", .en: "Trade consultations 2020"], asOf: day, from: nil,
    baseCurrency: .usd, period: day.map { Period(from: $0, to: $0) }, lastDate: day,
    rates: [RateNote(currency: Currency("KRW"), rate: "0.00087", from: day, source: "한국은행")], inputs: [input],
    homeCountry: .korea)
  let russia = CountryCode("RU") ?? .unknown
  var video = measures(held: 20, mous: 2)
  video.noShows = 3
  return Outcomes(
    head: head,
    total: measures(
      held: 20, mous: 2, suppliers: 5, buyers: 4, consulted: 123_456_789, registeredSuppliers: 36,
      registeredBuyers: 45),
    byCountry: [
      Group(key: russia, measures: measures(held: 12, mous: 2, consulted: 100_000_050, registeredBuyers: 7)),
      Group(key: CountryCode("JP") ?? .unknown, measures: measures(held: 8, mous: 0, consulted: 23_456_739)),
      Group(key: .unknown, measures: measures(held: 0, mous: 0)),
    ],
    bySector: [
      Group(key: "배터리·소재", measures: measures(held: 15, mous: 2, registeredSuppliers: 20)),
      Group(key: "=1+1", measures: measures(held: 4, mous: 0)),
      Group(key: nil, measures: measures(held: 1, mous: 0)),
    ],
    byCountryAndSector: [
      Group(key: CountryAndSector(country: russia, sector: "배터리·소재"), measures: measures(held: 12, mous: 2)),
      Group(key: CountryAndSector(country: russia, sector: nil), measures: measures(held: 8, mous: 0)),
    ],
    byQuarter: [Group(key: day.map { Quarter($0) }, measures: measures(held: 20, mous: 2))],
    byEvent: [Group(key: "POHANG-2020", measures: measures(held: 20, mous: 2))],
    byMode: [Group(key: .video, measures: video), Group(key: nil, measures: measures(held: 0, mous: 0))],
    mous: [
      MOUEntry(
        event: "POHANG-2020", supplier: "㈜젠셀", buyer: "=HYPERLINK(\"http://x\")", country: russia,
        sector: "배터리·소재", signedOn: day, amount: Money(hundredths: 50_000_000)),
      MOUEntry(
        event: "POHANG-2020", supplier: nil, buyer: "_x0041_", country: .unknown, sector: nil, signedOn: nil,
        amount: nil),
    ])
}

/// The sample with a second sector in a second country, so that both can be crossed.
package func crossedOutcomes() -> Outcomes {
  var outcomes = sampleOutcomes()
  let japan = CountryCode("JP") ?? .unknown
  var measures = Measures()
  measures.held = 8
  outcomes.byCountryAndSector.append(
    Group(key: CountryAndSector(country: japan, sector: "=1+1"), measures: measures))
  return outcomes
}

/// A report with so many countries and sectors.
package func manyOutcomes(
  countries: Int, sectors: Int, stated: Bool, label: String = "업종", amount: Int64 = 1_234_567_89
) -> Outcomes {
  var outcomes = sampleOutcomes()
  func measures(_ number: Int) -> Measures {
    var measures = Measures()
    measures.held = 300 - number
    measures.noShows = 3
    measures.mous = number % 7
    measures.suppliers = 20
    measures.buyers = 21
    for kind in AmountKind.allCases {
      measures.amounts[kind] = AmountSum(
        sum: Money(hundredths: amount), stated: stated ? 1 + number % 200 : measures.held)
    }
    return measures
  }
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXY").map(String.init)
  outcomes.byCountry = (0..<countries).map { at in
    Group(key: CountryCode(letters[at / 25] + letters[at % 25]) ?? .unknown, measures: measures(at))
  }
  outcomes.bySector = (0..<sectors).map { Group(key: "\(label) \($0)", measures: measures($0)) }
  outcomes.byCountryAndSector = outcomes.byCountry.flatMap { country in
    outcomes.bySector.map { sector in
      Group(
        key: CountryAndSector(country: country.key, sector: sector.key), measures: measures(200))
    }
  }
  var total = Measures()
  for group in outcomes.byCountry {
    total.held += group.measures.held
    total.noShows += group.measures.noShows
    total.mous += group.measures.mous
    for kind in AmountKind.allCases {
      total.amounts[kind].sum.hundredths += group.measures.amounts[kind].sum.hundredths
      total.amounts[kind].stated += group.measures.amounts[kind].stated
    }
  }
  (total.suppliers, total.buyers) = (40, 50)
  outcomes.total = total
  outcomes.mous = MOUList(
    (0..<total.mous).map { at in
      MOUEntry(
        event: "POHANG-2020", supplier: "\(label) \(at)", buyer: "\(label) buyer \(at)", country: .korea,
        sector: "\(label) 1", signedOn: Day(number: 18_565), amount: Money(hundredths: amount))
    })
  return outcomes
}

/// The workbook of outcomes.
package func document(
  _ outcomes: Outcomes = sampleOutcomes(), _ language: Language = .ko, _ profile: WorkbookProfile = .analyst
) -> PostEventWorkbook {
  PostEventWorkbook(outcomes: outcomes, language: language, profile: profile)
}
