import Model
import Testing

@testable import Documents

/// What the briefing says is said whole or not at all.
@Suite struct WholeStatementTests {
  private let measure = TextMeasure.widest

  @Test(
    arguments: [
      (["one", "two", "three"], " · ", 1, ["one · two · three"]),
      // The second has no room; the third has.
      (["one", String(repeating: "two ", count: 40), "three"], " · ", 1, ["one · three"]),
      (["one", "two", "three"], nil, 2, ["one", "two"]),
    ] as [([String], String?, Int, [String])])
  func aStatementWithoutRoomIsLeftOut(
    _ example: (texts: [String], separator: String?, limit: Int, lines: [String])
  ) {
    let lines = measure.whole(
      example.texts, separator: example.separator, width: 200, size: 9, limit: example.limit)
    #expect(lines == example.lines)
  }

  /// The only one is not cut either.
  @Test func aLongStatementTakesTheLinesItNeeds() {
    let text = Array(repeating: "26.47%p", count: 60).joined(separator: " ")
    let lines = measure.whole([text], separator: " ", width: 200, size: 9, limit: 2)
    #expect(lines.count > 2)
    #expect(lines.joined(separator: " ") == text)
  }

  @Test(arguments: [
    // 9,703,738,171,000 won stand in hundred millions, and 20 dollars in dollars.
    (Language.ko, 9_703_738_171_000, 8), (.ko, 9_999_999_999, 4), (.ko, 10_000_000_000, 8),
    (.ko, 12_345_678, 4),
    (.ko, 9_999, 0), (.ko, 10_000, 4), (.ko, 0, 4), (.en, 999, 0), (.en, 1_000, 3), (.en, 999_999_999, 3),
    (.en, 1_000_000_000, 6), (.en, 9_703_738_171_000, 9),
  ])
  func theUnitFollowsTheLargestAmount(_ example: (language: Language, units: Int64, power: Int)) {
    let words = example.language.reportWords
    let unit = AmountUnit(
      usual: words.displayPower, larger: words.largerUnits,
      largest: Money(hundredths: example.units * 100))
    #expect(unit.power == example.power)
  }
}
