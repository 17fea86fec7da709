import Model
import Testing

@testable import Import

/// Rows that are read well and left out of the measures.
@Suite struct SelectionTests {
  static let text = """
    event,id,supplier,buyer,held_at,status
    E1,1,A,B,2020-10-29,완료
    E1,2,A,B,2020-10-30,취소
    E1,3,A,B,2020-10-31,예정
    E2,4,A,B,2020-11-05,완료
    E2,5,A,B,,완료
    E2,6,A,B,,취소

    """

  struct Selection: CustomTestStringConvertible, Sendable {
    var asOf: String?
    var from: String?
    var events: [String] = []
    var counting: [Int]
    var afterAsOf: Int
    var beforeFrom: Int?
    var otherEvent: Int?
    var testDescription: String { "\(from ?? "") … \(asOf ?? "") \(events)" }
  }

  static let selections = [
    Selection(counting: [1, 2, 3, 4, 5, 6], afterAsOf: 0),
    Selection(asOf: "2020-10-30", counting: [1, 2, 5, 6], afterAsOf: 2),
    Selection(asOf: "2020-10-28", counting: [5, 6], afterAsOf: 4),
    Selection(asOf: "2021-01-01", counting: [1, 2, 3, 4, 5, 6], afterAsOf: 0),
    Selection(from: "2020-10-30", counting: [2, 3, 4], afterAsOf: 0, beforeFrom: 3),
    Selection(asOf: "2020-10-31", from: "2020-10-30", counting: [2, 3], afterAsOf: 1, beforeFrom: 3),
    Selection(events: ["E2"], counting: [4, 5, 6], afterAsOf: 0, otherEvent: 3),
    Selection(events: ["E1"], counting: [1, 2, 3], afterAsOf: 0, otherEvent: 3),
    Selection(events: ["E1", "E2"], counting: [1, 2, 3, 4, 5, 6], afterAsOf: 0, otherEvent: 0),
  ]

  @Test(arguments: selections) func rowsLeftOutStayAccepted(_ selection: Selection) throws {
    var rules = ReadingRules()
    rules.asOf = selection.asOf.flatMap { Day(iso: $0) }
    rules.from = selection.from.flatMap { Day(iso: $0) }
    rules.onlyEvents = selection.events
    let reading = try read([.consultations(SelectionTests.text)], rules: rules)
    let report = try #require(reading.report(.consultations))
    #expect(report.fates == [5, 1, 0, 0])
    #expect(report.afterAsOf == selection.afterAsOf)
    #expect(report.beforeFrom == selection.beforeFrom)
    #expect(report.otherEvent == selection.otherEvent)
    let counting = reading.rows.indices.filter { reading.rows[$0].counting == .counted }.map { $0 + 1 }
    #expect(counting == selection.counting)
    #expect(reading.result.lastDate?.iso == "2020-11-05")
  }

  @Test func theLastDateMayBeASignature() throws {
    let text =
      "supplier,buyer,held_at,status,mou_date\nA,B,2020-10-30,완료,2021-03-01\nA,C,2020-10-30,취소,2022-01-01\n"
    #expect(try read([.consultations(text)]).result.lastDate?.iso == "2021-03-01")
    #expect(try read([.consultations("supplier,buyer\nA,B\n")]).result.lastDate == nil)
  }

  @Test(
    arguments: [
      (["a.csv"], ["a.csv"]), (["/x/a.csv", "/x/b.csv"], ["a.csv", "b.csv"]),
      (["/x/2019/a.csv", "/x/2020/a.csv"], ["2019/a.csv", "2020/a.csv"]),
      (["/x/1/in/a.csv", "/x/2/in/a.csv", "b.csv"], ["1/in/a.csv", "2/in/a.csv", "b.csv"]),
      (["a.csv", "in/a.csv"], ["a.csv", "in/a.csv"]), (["./a.csv", "a.csv"], ["a.csv", "a.csv"]),
      (["x/a.csv", "x/a.csv"], ["a.csv", "a.csv"]),
      (["p/x/a.csv", "q/x/a.csv", "q/y/a.csv"], ["p/x/a.csv", "q/x/a.csv", "y/a.csv"]),
    ] as [([String], [String])])
  func filesAreToldApart(_ paths: [String], _ names: [String]) { #expect(displayNames(of: paths) == names) }
}
