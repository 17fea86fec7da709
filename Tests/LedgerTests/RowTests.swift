import Foundation
import GRDB
import Model
import Testing

@testable import Ledger

/// What the ledger keeps of the rows of editions, and what comes of comparing them.
@Suite struct RowTests {
  private static func row(_ line: Int, _ identity: UInt64, _ content: UInt64, input: Int = 0) -> RowDigest {
    RowDigest(input: input, line: line, identity: identity, content: content)
  }

  @Test(arguments: [
    ([row(2, 1, 1), row(3, 2, 2)], [row(2, 1, 1), row(3, 2, 2)], [0, 0, 0]),
    // Moved, also to another file.
    ([row(2, 1, 1), row(3, 2, 2)], [row(2, 2, 2), row(9, 1, 1, input: 1)], [0, 0, 0]),
    ([row(2, 1, 1)], [row(2, 1, 7)], [0, 0, 1]),
    ([row(2, 1, 1)], [row(2, 3, 1)], [1, 1, 0]),
    ([], [row(2, 1, 1)], [1, 0, 0]),
    ([row(2, 1, 1), row(3, 1, 1)], [row(2, 1, 1)], [0, 1, 0]),
    // Of two of one identity the one with the same cells is the same.
    ([row(2, 1, 1), row(3, 1, 2)], [row(2, 1, 2), row(3, 1, 3)], [0, 0, 1]),
  ])
  func rowsThatDifferAreCounted(_ before: [RowDigest], _ now: [RowDigest], _ counts: [Int]) {
    let changes = RowChanges(from: before, to: now)
    #expect([changes.added, changes.gone, changes.changed] == counts)
  }

  @Test func theLastEditionsOfAReportKeepTheirRows() throws {
    let folder = NSTemporaryDirectory() + "tradetally-rows-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let ledger = try RunLedger(path: "\(folder)/\(RunLedger.fileName)")
    let input = InputRecord(
      path: "a.csv", size: 1, sha256: "", kind: "consultations", rows: 1, accepted: 1, flagged: 0,
      duplicate: 0,
      rejected: 0)
    func publish(_ name: String, _ rows: [RowDigest]?, done: Bool = true) throws -> Int64 {
      let run = try ledger.begin(
        RunRecord(
          startedAt: 1, definition: "d", definitionHash: "", name: name, output: "out", folder: name,
          kind: "post-event", asOf: nil, from: nil, isFinal: false, program: "", optionsHash: "", rates: "",
          reason: nil, process: 1))
      try ledger.publish(
        run, edition: 1, period: nil, inputs: [input, input], outputs: [], figures: Figures(), revisions: [],
        rows: rows)
      if done { try ledger.finish(run, .done, at: 2, duration: 1, exitCode: 0) }
      return run
    }
    let other = try publish("other", [RowTests.row(2, 5, 5)])
    var runs: [Int64] = []
    for number in 1...6 {
      runs.append(
        try publish(
          "own",
          [RowTests.row(2, UInt64.max - 3, 1 << 63), RowTests.row(70_000, 4, UInt64(number), input: 1)]))
    }
    let kept = try runs.map { try ledger.rows(of: $0) != nil }
    #expect(kept == [false, false, true, true, true, true])
    #expect(
      try ledger.rows(of: runs[5]) == [
        RowTests.row(2, UInt64.max - 3, 1 << 63), RowTests.row(70_000, 4, 6, input: 1),
      ])
    #expect(try ledger.rows(of: other) == [RowTests.row(2, 5, 5)])
    // One that never took its place is forgotten by the next.
    let cut = try publish("own", [RowTests.row(2, 1, 1)], done: false)
    #expect(try ledger.rows(of: cut) != nil)
    _ = try publish("own", [])
    #expect(try ledger.rows(of: cut) == nil)
    #expect(try ledger.rows(of: try publish("own", nil)) == nil)
  }
}
