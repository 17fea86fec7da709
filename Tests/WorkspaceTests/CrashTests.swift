import Foundation
import Ledger
import Model
import Platform
import Testing

@testable import Workspace

/// The process is killed when a step is done; the edition before stands whole, and the next run goes on.
@Suite struct CrashTests {
  static let cases = RunStep.allCases.flatMap { step in [true, false].map { (step, $0) } }

  @Test(arguments: cases) func aRunKilledBehindAStepLosesNothing(step: RunStep, exchanges: Bool) throws {
    let box = try Sandbox()
    try box.run { ($0.exchanges, $0.program) = (exchanges, "test") }
    let first = try #require(try box.editions()["now"])
    try box.addMeeting()
    let mode = exchanges ? "exchange" : "link"
    let result = try Program.run("FaultRunner", [box.definition, step.rawValue, mode])
    #expect(result.code == 128 + 9, "\(result.messages)")

    // Whatever the moment, one whole edition stands, and nothing of the first is lost.
    let now = try #require(try box.editions()["now"])
    let stands = [.exchanged, .archived, .finished].contains(step)
    #expect((now == first) == !stands)
    #expect(now["event.json"]?.hasSuffix("}\n") == true)

    let next = try box.run { ($0.exchanges, $0.program) = (exchanges, "test") }
    #expect(next.ending == (stands ? .unchanged : .done))
    #expect(next.edition == 2)
    let editions = try box.editions()
    #expect(editions["1"] == first)
    #expect(editions["now"]?["event.json"]?.contains("\"held\": 3") == true)
    #expect(editions.keys.sorted() == (exchanges ? ["1", "now"] : ["1", "2", "now"]))
    #expect(try box.leftOvers() == [])
    let ledger = try box.ledger()
    #expect(try ledger.openRuns().isEmpty)
    #expect(try ledger.faults().isEmpty)
    let results = try ledger.runs().map(\.result)
    #expect(results == (stands ? [.unchanged, .done, .done] : [.done, .interrupted, .done]))
  }

  @Test(arguments: cases) func aFirstRunThatIsKilledIsMadeAgain(step: RunStep, exchanges: Bool) throws {
    let box = try Sandbox()
    let mode = exchanges ? "exchange" : "link"
    #expect(try Program.run("FaultRunner", [box.definition, step.rawValue, mode]).code == 128 + 9)
    let next = try box.run { ($0.exchanges, $0.program) = (exchanges, "test") }
    #expect(next.edition == 1)
    #expect(try box.editions().keys.sorted() == (exchanges ? ["now"] : ["1", "now"]))
    #expect(try box.leftOvers() == [])
    #expect(try box.ledger().openRuns().isEmpty)
  }

  /// Told to end when a step is done: before it publishes it ends at once, and from then on when all is done.
  @Test(arguments: cases, [SIGTERM, SIGINT]) func aRunToldToEndPublishesWholeOrNothing(
    at moment: (RunStep, Bool), signal: Int32
  ) throws {
    let (step, exchanges) = moment
    let box = try Sandbox()
    try box.run { ($0.exchanges, $0.program) = (exchanges, "test") }
    let first = try #require(try box.editions()["now"])
    try box.addMeeting()
    let mode = exchanges ? "exchange" : "link"
    let result = try Program.run(
      "FaultRunner", [box.definition, step.rawValue, mode, String(signal)])
    #expect(result.code == 128 + signal, "\(result.messages)")
    let publishes = ![.begun, .measured, .staged].contains(step)
    let editions = try box.editions()
    #expect(editions[publishes ? "1" : "now"] == first)
    #expect(editions["now"]?["event.json"]?.contains("\"held\": 3") == publishes)
    #expect(try box.leftOvers() == [])
    let ledger = try box.ledger()
    #expect(try ledger.openRuns().isEmpty)
    #expect(try ledger.runs().map(\.result) == [publishes ? .done : .interrupted, .done])

    let next = try box.run { ($0.exchanges, $0.program) = (exchanges, "test") }
    #expect(next.ending == (publishes ? .unchanged : .done))
    #expect(next.edition == 2)
    #expect(try box.editions()["1"] == first)
    #expect(try ledger.faults().isEmpty)
  }
}
