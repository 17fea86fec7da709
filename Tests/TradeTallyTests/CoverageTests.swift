import Foundation
import Testing

/// How many of the consultations that could state an amount do.
@Suite struct CoverageTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rows: [String]
    /// Of `consulted_amount`, `expected_contract_amount`, `mou_amount`, `contract_amount`.
    let stated: [Int]
    var options: [String] = []
  }

  static let header =
    "consultation_id,supplier,buyer,held_at,status,outcome,consulted_amount,expected_contract_amount,"
    + "mou_amount,contract_amount,mou_signed_on"

  static let cases = [
    Case(testDescription: "nothing stated", rows: ["1,a,b,2021-03-02,held,mou,,,,,"], stated: [0, 0, 0, 0]),
    Case(
      testDescription: "a stated zero is stated", rows: ["1,a,b,2021-03-02,held,,0,0,,,"],
      stated: [1, 1, 0, 0]),
    Case(
      testDescription: "unread cells and absent words are not",
      rows: ["1,a,b,2021-03-02,held,mou;contract,many,TBD,-5,미정,"], stated: [0, 0, 0, 0]),
    Case(
      testDescription: "of MOUs and contracts their own",
      rows: ["1,a,b,2021-03-02,held,mou,10,,7,0,", "2,a,c,2021-03-02,held,contract,10,5,0,,"],
      stated: [2, 1, 1, 0]),
    Case(
      testDescription: "not of meetings that were not held",
      rows: ["1,a,b,2021-03-02,no_show,,10,,,,", "2,a,c,2021-03-02,scheduled,,10,10,,,"],
      stated: [0, 0, 0, 0]),
    Case(
      testDescription: "not of MOUs signed after the as-of date",
      rows: ["1,a,b,2021-03-02,held,mou,10,,7,,2021-03-20"], stated: [1, 0, 0, 0],
      options: ["--as-of", "2021-03-10"]),
  ]

  @Test(arguments: cases) func statedAmountsAreCounted(_ test: Case) throws {
    let sheet = Data(([Self.header] + test.rows).joined(separator: "\n").utf8)
    let report = try PropertyTests.report([], [sheet], test.options)
    let keys = ["consulted_amount", "expected_contract_amount", "mou_amount", "contract_amount"]
    #expect(keys.map { report["total"]["stated"][$0].int } == test.stated)
    for group in ["by_event", "by_quarter", "by_country", "by_sector", "by_mode"] {
      let sums = keys.map { key in report[group].list.reduce(0) { $0 + $1["stated"][key].int } }
      #expect(sums == test.stated, "\(group)")
    }
  }

  @Test func editionsAreYoungByTheirLastMeeting() throws {
    let rows = [
      "event,supplier,buyer,held_at,outcome,mou_signed_on", "one,a,b,2020-03-02,,", "one,a,c,2020-03-20,,",
      "two,a,b,2020-12-01,,", "two,a,c,2020-12-31,mou,2021-01-10", "three,a,c,,,",
    ]
    let sheet = Data(rows.joined(separator: "\n").utf8)
    func immature(_ asOf: String) throws -> [JSON] {
      try PropertyTests.report(
        [], [sheet], ["--series", "s=one,two,three", "--maturity-days", "30", "--as-of", asOf],
        command: "trend")["editions"].list.map { $0["immature"] }
    }
    #expect(try immature("2021-01-29") == [.bool(false), .bool(true), .bool(false)])
    #expect(try immature("2021-01-30") == [.bool(false), .bool(false), .bool(false)])
  }
}
