import Model
import Testing
import Values

@testable import Import

@Suite struct AmountResolverTests {
  enum Expected: Hashable, Sendable {
    case value(Int64, CurrencySource)
    case problem(ProblemCode)
  }

  struct Example: CustomTestStringConvertible, Sendable {
    var cell: String
    var header: String?
    var title: String?
    var column: String?
    var definition: String?
    var expected: Expected

    init(
      _ cell: String, header: String? = nil, title: String? = nil, column: String? = nil,
      definition: String? = nil,
      _ expected: Expected
    ) {
      self.cell = cell
      self.header = header
      self.title = title
      self.column = column
      self.definition = definition
      self.expected = expected
    }

    var testDescription: String {
      let places = [("header", header), ("title", title), ("column", column), ("definition", definition)]
      return cell + places.compactMap { name, text in text.map { " \(name):\($0)" } }.joined()
    }
  }

  /// Hundredths of a dollar at KRW 0.001, JPY 0.01 and CNY 0.15.
  static let examples = [
    // Where the currency comes from
    Example("1,000", .value(100_000, .assumed)), Example("1000 USD", .value(100_000, .cell)),
    Example("1000", column: "USD", .value(100_000, .column)),
    Example("1000", column: "원", .value(100, .column)),
    Example("1000", header: "KRW", .value(100, .header)), Example("1000", title: "원", .value(100, .title)),
    Example("1000", definition: "KRW", .value(100, .definition)),
    Example("1000원", header: "USD", definition: "JPY", .value(100, .cell)),
    Example("1000원", column: "USD", .value(100, .cell)),
    Example("1000", header: "KRW", column: "KRW", definition: "JPY", .value(100, .column)),
    Example("1000", header: "KRW", definition: "JPY", .value(100, .header)),
    Example("1000", header: "KRW", title: "USD", .value(100, .header)),
    // A header's currency that the column contradicts
    Example("1000", header: "USD", column: "KRW", .problem(.ambiguousCurrency)),
    Example("1000", title: "USD", column: "KRW", .problem(.ambiguousCurrency)),
    Example("1000원", header: "USD", column: "JPY", .value(100, .cell)),
    Example("1000", column: "외화", .problem(.ambiguousCurrency)),
    Example("1000", column: "¥", .problem(.ambiguousCurrency)),
    Example("1000불", column: "외화", .value(100_000, .cell)),
    // Where the multiple comes from
    Example("5", header: "만불", .value(5_000_000, .header)),
    Example("5", header: "천달러", .value(500_000, .header)),
    Example("5", title: "USD thousand", .value(500_000, .title)),
    Example("5", header: "KRW million", .value(500_000, .header)),
    Example("5", column: "천달러", .value(500_000, .column)),
    Example("5", header: "만불", column: "천달러", .value(500_000, .column)),
    Example("5", header: "만불", title: "천달러", .value(5_000_000, .header)),
    Example("5", header: "만", .value(5_000_000, .assumed)),
    Example("5", header: "만", column: "KRW", .value(5_000, .column)),
    Example("5", header: "만", definition: "KRW", .value(5_000, .definition)),
    // A unit word in the cell: read alone, but for the currency that it lacks
    Example("5만", header: "천달러", .value(5_000_000, .header)),
    Example("5만", column: "천달러", .value(5_000_000, .column)),
    Example("5불", header: "천원", .value(500, .cell)), Example("5 달러", header: "만불", .value(500, .cell)),
    Example("5K", definition: "KRW", .value(500, .definition)), Example("5K", .value(500_000, .assumed)),
    Example("1억", title: "천원", .value(10_000_000, .title)),
    // ¥ is yen or yuan
    Example("¥300", .problem(.ambiguousCurrency)), Example("¥300", column: "JPY", .value(300, .column)),
    Example("¥300", column: "위안", .value(4_500, .column)),
    Example("¥300", header: "CNY", .value(4_500, .header)),
    Example("¥300", title: "엔", .value(300, .title)),
    Example("¥300", header: "USD", .problem(.ambiguousCurrency)),
    Example("¥300", column: "USD", .problem(.ambiguousCurrency)),
    Example("¥300", definition: "JPY", .problem(.ambiguousCurrency)),
    Example("300", header: "¥", .problem(.ambiguousCurrency)),
    Example("300", header: "¥", column: "JPY", .value(300, .column)),
    Example("300", header: "¥", column: "KRW", .problem(.ambiguousCurrency)),
    Example("300엔", .value(300, .cell)), Example("300元", .value(4_500, .cell)),
    // A point and three digits
    Example("5.000", .problem(.badAmount)), Example("5.000", header: "USD", .problem(.badAmount)),
    Example("5.000 USD", .problem(.badAmount)), Example("5.000", header: "천달러", .value(500_000, .header)),
    Example("1.234", column: "만불", .value(1_234_000, .column)), Example("1.234만불", .value(1_234_000, .cell)),
    Example("0.500", .value(50, .assumed)), Example("1234.567", .value(123_457, .assumed)),
    // Rates, limits and rounding
    Example("300 EUR", .problem(.missingRate)), Example("300", header: "천유로", .problem(.missingRate)),
    Example("10^12", .problem(.badAmount)), Example("1000000000000", .value(100_000_000_000_000, .assumed)),
    Example("1000000000000.01", .problem(.badAmount)),
    Example("1조", header: "원", .value(100_000_000_000, .header)),
    Example("2000조원", .problem(.badAmount)), Example("1000조원", .value(100_000_000_000_000, .cell)),
    Example("5원", .value(0, .cell)), Example("15원", .value(2, .cell)), Example("25원", .value(2, .cell)),
    Example("0", .value(0, .assumed)),
  ]

  static func rate(_ text: String, from: String? = nil) throws -> Rate {
    Rate(value: try #require(ExactDecimal(plain: text)), text: text, from: from.flatMap { Day(iso: $0) })
  }

  @Test(arguments: examples) func anAmountIsReadInItsSurroundings(_ example: Example) throws {
    var rules = ReadingRules()
    rules.rates = [
      Currency("KRW"): [try Self.rate("0.001")], Currency("JPY"): [try Self.rate("0.01")],
      Currency("CNY"): [try Self.rate("0.15")],
    ]
    rules.amountCurrency = example.definition.map { Currency($0) }
    var surroundings = AmountSurroundings()
    if let header = example.header {
      surroundings.unit = UnitReader.named(header)
    } else if let title = example.title {
      surroundings.unit = UnitReader.named(title)
      surroundings.unitSource = .title
    }
    if let column = example.column {
      surroundings.currencyCell = UnitReader.currencyCell(column).map { .unit($0) } ?? .unreadable
    }
    var resolved = Expected.problem(.badAmount)
    if let reading = AmountReader().read(example.cell) {
      switch AmountResolver(rules: rules).resolve(reading, in: surroundings, on: nil) {
      case .value(let hundredths, let source, _): resolved = .value(hundredths, source)
      case .problem(let code): resolved = .problem(code)
      }
    }
    #expect(resolved == example.expected)
  }

  /// The same through a file: headers, titles, the currency column, and the counts of sources.
  @Test func sourcesAreCountedByColumn() throws {
    var rules = ReadingRules()
    rules.rates = [Currency("KRW"): [try Self.rate("0.001")]]
    let text = """
      (단위: 천달러),,,,,
      supplier,buyer,상담액,계약추진액(원),MOU금액(필수),통화
      A,B,5,5000,3,
      A,B,5불,5000불,3만,
      A,B,7,,,USD
      A,B,,900,,KRW
      A,B,,900,,USD

      """
    let reading = try read([.consultations(text)], rules: rules)
    let report = try #require(reading.report(.consultations))
    #expect(report.amounts.map(\.header) == ["상담액", "계약추진액(원)", "MOU금액(필수)"])
    #expect(
      report.amounts.map(\.sources) == [
        [.title: 1, .cell: 1, .column: 1], [.header: 1, .cell: 1, .column: 1], [.title: 2],
      ])
    #expect(report.counts == [.ambiguousCurrency: 1, .repeatedMOU: 1])
    #expect(
      reading.rows.map(\.amounts.consulted) == [
        500_000, 500, 700_000, Consultation.noAmount, Consultation.noAmount,
      ])
    #expect(
      reading.rows.map(\.amounts.expectedContract) == [
        500, 500_000, Consultation.noAmount, 90, Consultation.noAmount,
      ])
    #expect(reading.rows.map(\.amounts.mou)[..<2] == [300_000, 3_000_000])
    #expect(report.assumedCurrencyCells == 0)
  }

  @Test func assumedCurrenciesAreCounted() throws {
    let text = "supplier,buyer,상담액,계약액(만)\nA,B,5,6\nA,B,7 USD,\nA,B,,8\n"
    #expect(try read([.consultations(text)]).report(.consultations)?.assumedCurrencyCells == 3)
  }

  @Test func theMeetingsDatePicksTheRate() throws {
    var rules = ReadingRules()
    rules.rates = [
      Currency("KRW"): [
        try Self.rate("0.001", from: "2020-01-01"), try Self.rate("0.002", from: "2021-01-01"),
      ]
    ]
    let text = """
      supplier,buyer,held_at,상담액
      A,B,2019-12-31,1000원
      A,B,2020-01-01,1000원
      A,B,2020-12-31,1000원
      A,B,2021-01-01,1000원

      """
    let reading = try read([.consultations(text)], rules: rules)
    #expect(reading.rows.map(\.amounts.consulted) == [Consultation.noAmount, 100, 100, 200])
    #expect(reading.report(.consultations)?.counts == [.missingRate: 1])
  }
}
