import Ledger
import Model
import Platform
import Testing

@testable import Workspace

@Suite struct RevisionTests {
  private func revisions(_ box: Sandbox, _ outcome: RunOutcome) throws -> [String: Revision] {
    let list = try box.ledger().revisions(of: outcome.run)
    return Dictionary(list.map { ($0.key.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func anEditedInputGivesRevisionsWithTheirCause() throws {
    let box = try Sandbox()
    try box.run()
    try box.addMeeting()
    let outcome = try box.run()
    let revisions = try revisions(box, outcome)
    #expect(outcome.revised == revisions.count)
    let cause = RevisionCause.inputChanged(
      file: "consultations.csv", rowsBefore: 2, rowsAfter: 3, rows: RowDifference(added: 1))
    let held = try #require(revisions["total.held"])
    #expect(
      held
        == Revision(
          key: held.key, old: .count(2), new: .count(3), edition: 2, causes: [cause]))
    #expect(revisions["total.consulted_amount"]?.new == .amount(Money(hundredths: 175_050)))
    #expect(revisions["by_country[JP].held"]?.old == .count(1))
    #expect(revisions["by_country[RU].held"] == nil)
    #expect(revisions["total.conversion"]?.old.text == "1/2")
    let text = try box.text("out/event/event.en.txt")
    #expect(text.contains("[Revisions]"))
    let lines = text.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true) }
    #expect(lines.contains { $0.starts(with: ["Total", "Total", "Held", "2", "3", "+1", "2"]) })
    func prose(_ language: String) throws -> String {
      try box.text("out/event/event.\(language).txt").split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
    }
    #expect(try prose("en").contains("consultations.csv: 1 row added"))
    #expect(try prose("ko").contains("consultations.csv: 1행 추가"))
  }

  /// An MOU that the edition before did not have is marked, until the next edition.
  @Test func newMOUsAreMarked() throws {
    let box = try Sandbox()
    let mark = "[신규]"
    func lines() throws -> [Substring] {
      try box.text("out/event/event.ko.txt").split(separator: "\n").filter { $0.contains(mark) }
    }
    try box.run()
    #expect(try lines().isEmpty)
    let second = "S1,B2,2020-10-30,completed,mou,,USD\n"
    try box.write("data/consultations.csv", Sandbox.meetings + Sandbox.oneMore + second)
    try box.run()
    let marked = try lines()
    #expect(marked.count == 2 && marked[0].contains("Delta") && marked[1].contains("지난 판에 없던"), "\(marked)")
    #expect(try box.text("out/event/event.ko.txt").contains("제2판"))
    try box.run { $0.force = true }
    #expect(try lines().isEmpty)
  }

  /// The number of rows alone says nothing of those that were edited.
  @Test func theCauseSaysWhichRowsChanged() throws {
    let box = try Sandbox()
    try box.write("data/consultations.csv", Sandbox.meetings + Sandbox.oneMore)
    try box.run()
    // One row is edited and one is gone.
    try box.write("data/consultations.csv", Sandbox.meetings.replacingAll("500", with: "700"))
    let outcome = try box.run()
    let cause = RevisionCause.inputChanged(
      file: "consultations.csv", rowsBefore: 3, rowsAfter: 2, rows: RowDifference(removed: 1, changed: 1))
    #expect(try revisions(box, outcome).values.allSatisfy { $0.causes == [cause] })
    let text = try box.text("out/event/event.ko.txt").split(whereSeparator: \.isWhitespace)
    #expect(text.joined(separator: " ").contains("1행 수정, 1행 삭제"))
  }

  @Test func whatChangedBeforeIsNotSaidOfThisEdition() throws {
    let box = try Sandbox()
    func head(_ language: String) throws -> String {
      let text = try box.text("out/event/event.\(language).txt").split(whereSeparator: \.isWhitespace)
      return text.prefix(120).joined(separator: " ")
    }
    try box.run()
    #expect(try head("ko").contains("직전 판") == false)
    try box.addMeeting()
    try box.run()
    #expect(try head("ko").contains("직전 판에서 발표한 수치 가운데"))
    #expect(try head("ko").contains("지금까지의 판") == false)
    try box.run { $0.force = true }
    #expect(try head("ko").contains("직전 판 이후 바뀐 수치 없음, 지금까지의 판에서"))
    #expect(try head("ko").contains("변경(제2판)"))
    #expect(try head("en").contains("no figure changed since the previous edition"))
    #expect(try head("en").contains("over all editions so far (edition 2)"))
    // One event in one quarter: what changed in the total stands there alone, and no rate of nothing.
    let lines = try box.text("out/event/event.ko.txt").split(separator: "\n")
    let table = lines.drop { !$0.hasPrefix("[수정 사항") }
    #expect(table.contains { $0.hasPrefix("전체") })
    #expect(!table.contains { $0.hasPrefix("분기별") || $0.hasPrefix("행사별") || $0.contains("(0/") })
  }

  @Test func revisionsStayUntilThePeriodIsAnother() throws {
    let box = try Sandbox()
    try box.run()
    try box.addMeeting()
    let second = try revisions(box, try box.run())
    let third = try revisions(box, try box.run { $0.force = true })
    #expect(third == second)
    try box.write(
      "data/consultations.csv", Sandbox.meetings.replacingAll("2020-10-30", with: "2020-12-05"))
    let fourth = try box.run(asOf: Day(iso: "2020-12-31"))
    #expect(try revisions(box, fourth).isEmpty)
    #expect(try box.text("out/event/event.en.txt").contains("[Revisions]") == false)
  }

  @Test func aRateIsACauseOfAmountsOnly() throws {
    let box = try Sandbox(extra: "rates: {EUR: 1.1}")
    try box.write("data/consultations.csv", Sandbox.meetings.replacingAll("500,USD", with: "500,EUR"))
    try box.run()
    try box.define("rates: {EUR: 1.2}")
    let all = try revisions(box, try box.run())
    #expect(all["total.consulted_amount"]?.causes == [.rates])
    #expect(all["total.consulted_amount"]?.new == .amount(Money(hundredths: 160_000)))
    #expect(all["total.held"] == nil)
  }

  @Test func provisionalReportsSaySo() throws {
    let box = try Sandbox()
    try box.run()
    #expect(
      try box.text("out/event/event.en.txt").contains("provisional (figures may change as data come in)"))
    try box.define("status: final")
    try box.run()
    let final = try box.text("out/event/event.en.txt")
    #expect(!final.contains("may change") && final.contains("final"))
  }

  @Test func aFinalReportIsRevisedOnlyWithAReason() throws {
    let box = try Sandbox(extra: "status: final")
    try box.run()
    let published = try box.editions()
    try box.addMeeting()
    for force in [false, true] {
      let error = try failure { try box.run { $0.force = force } }
      #expect(error.category == .dataUnusable)
      #expect(error.message.contains("--revise"))
      #expect(error.message.contains("Total · Booked was 2, would be 3"))
      #expect(try box.editions() == published)
    }
    let outcome = try box.run { $0.reason = "a meeting was left out" }
    #expect(outcome.edition == 2)
    #expect(try box.editions()["1"] == published["now"])
    #expect(try box.ledger().run(outcome.run)?.reason == "a meeting was left out")
    #expect(try box.text("out/event/event.en.txt").contains("a meeting was left out"))
  }

  /// A title changes no figure: the edition stands, and it is said that the title is not published.
  @Test func aFinalReportWhoseDefinitionChangedSaysSo() throws {
    let box = try Sandbox(extra: "status: final")
    try box.run()
    try box.define("status: final\ntitle: {en: Other}")
    let outcome = try box.run()
    #expect(outcome.ending == .kept)
    #expect(outcome.warnings.contains(.definitionNotPublished(edition: 1)))
  }

  /// Amounts of editions in different currencies are not compared, nor printed in the other one.
  @Test func amountsInAnotherCurrencyAreNotCompared() throws {
    let box = try Sandbox(extra: "languages: [en]")
    try box.run()
    try box.define("languages: [en]\nbase_currency: KRW\nrates: {USD: 1300}")
    #expect(try box.run().revised == 0)
    let text = try box.text("out/event/event.en.txt").replacing("\n", with: " ")
    #expect(text.contains("states its amounts in USD, this one in KRW"))
    try box.addMeeting()
    #expect(try box.run().revised > 0)
    #expect(try box.text("out/event/event.en.txt").contains("KRW"))
    try box.define("languages: [en]")
    try box.run()
    let back = try box.text("out/event/event.en.txt")
    #expect(!back.contains("1,950,000") && !back.contains("2,275,650"))
  }

  @Test func aFinalReportOutlivesAnUpdateOfTheProgram() throws {
    let box = try Sandbox(extra: "status: final")
    try box.run()
    let published = try box.editions()
    #expect(try box.run { $0.program = "2.0" }.ending == .kept)
    #expect(try box.editions() == published)
    try box.write("out/event/event.json", "damaged")
    #expect(try box.run { $0.program = "2.0" }.ending == .done)
    #expect(try box.editions()["now"]?["event.json"] == published["now"]?["event.json"])
  }

  @Test func laterQuartersOfATrendAreNoRevisions() throws {
    let box = try Sandbox()
    let trend = """
      kind: trend
      name: event
      event: forum
      inputs: {consultations: ../data/consultations.csv}
      output: ../out
      formats: [json]

      """
    try box.write("reports/event.yaml", trend)
    let header = "supplier_id,buyer_id,held_at,status\n"
    let first = "S1,B1,2020-05-05,completed\nS1,B2,2020-08-05,completed\n"
    try box.write("data/consultations.csv", header + first)
    try box.run(asOf: Day(iso: "2020-09-30"))
    try box.write("data/consultations.csv", header + first + "S2,B2,2020-11-05,completed\n")
    #expect(try revisions(box, try box.run(asOf: Day(iso: "2020-12-31"))).isEmpty)
    try box.write(
      "data/consultations.csv", header + first + "S2,B2,2020-11-05,completed\nS2,B1,2020-08-06,completed\n")
    let late = try revisions(box, try box.run(asOf: Day(iso: "2021-03-31")))
    #expect(late["total[2020Q3].held"] == nil)
    #expect(late["total.held"] == nil)
    let held = late.values.first { $0.key.part == .total && $0.key.measure == .key(.held) }
    #expect(held?.key.second == "2020Q3")
    #expect(held?.old == .count(1))
    #expect(held?.new == .count(2))
    #expect(late.values.contains { $0.key.second == "2020Q4" } == false)
  }
}

extension String {
  func replacingAll(_ text: String, with other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
