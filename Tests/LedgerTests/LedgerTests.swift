import Documents
import Foundation
import GRDB
import Model
import Platform
import Testing

@testable import Ledger

/// A path for a ledger in a folder of its own, which is removed with the object.
final class Place {
  let folder = "\(NSTemporaryDirectory())/tradetally-ledger.\(UUID().uuidString)"
  var path: String { "\(folder)/\(RunLedger.fileName)" }
  init() throws { try FileSystem.makeFolder(folder) }
  deinit { FileSystem.removeTree(folder) }
}

func sampleRun(_ definition: String = "reports/a.yaml", asOf: Day? = nil) -> RunRecord {
  RunRecord(
    startedAt: 1_600_000_000, definition: definition, definitionHash: "d", name: "a", output: "out",
    folder: "a",
    kind: "post-event", asOf: asOf, from: nil, isFinal: false, program: "1", optionsHash: "o", rates: "",
    reason: nil,
    process: 1)
}

func failure(_ body: () throws -> Void) throws -> TallyError {
  do { try body() } catch let error as TallyError { return error }
  throw CancellationError()
}

@Suite struct LedgerTests {
  @Test func aRunIsRecordedAsItWasPublished() throws {
    let place = try Place()
    let ledger = try RunLedger(path: place.path)
    let day = try #require(Day(iso: "2020-10-30"))
    let id = try ledger.begin(sampleRun(asOf: day))
    #expect(try ledger.openRuns().map(\.id) == [id])
    let inputs = [
      InputRecord(
        path: "data/c.csv", size: 7, sha256: "s", kind: "consultations", rows: 5, accepted: 2, flagged: 1,
        duplicate: 1, rejected: 1)
    ]
    let outputs = [OutputRecord(name: "a.json", size: 3, sha256: "t")]
    let held = FigureKey(.bySector, "배터리·소재", measure: .key(.held))
    let figures = Figures([
      held: .count(3), FigureKey(.total, measure: .key(.mouAmount)): .amount(Money(hundredths: 12_345)),
      FigureKey(.total, measure: .rate(.conversion)): .proportion(Proportion(numerator: 1, denominator: 3)),
    ])
    let revision = Revision(
      key: held, old: .count(2), new: .count(3), edition: 4,
      causes: [
        .inputChanged(
          file: "c.csv", rowsBefore: 4, rowsAfter: 5, rows: RowDifference(added: 2, removed: 1, changed: 3)),
        .rates,
      ])
    try ledger.publish(
      id, edition: 4, period: Period(from: day, to: day), inputs: inputs, outputs: outputs, figures: figures,
      revisions: [revision])
    #expect(try ledger.publication(output: "out", folder: "a") == nil, "not before it has taken its place")
    try ledger.finish(id, .done, at: 1_600_000_001, duration: 900, exitCode: 0)
    let publication = try #require(try ledger.publication(output: "out", folder: "a"))
    #expect(publication.run.asOf == day)
    #expect(publication.run.edition == 4)
    #expect(publication.run.period == Period(from: day, to: day))
    #expect(publication.inputs == inputs)
    #expect(publication.outputs == outputs)
    #expect(try ledger.figures(of: id) == figures)
    #expect(try ledger.revisions(of: id) == [revision])
    #expect(try ledger.openRuns().isEmpty)
    #expect(try ledger.faults().isEmpty)
  }

  /// Ledgers of earlier versions knew how many rows an input has, not which of them are others.
  @Test func causesOfEarlierVersionsAreRead() throws {
    let stored = Data(
      #"[{"inputChanged":{"file":"c.csv","rowsBefore":78,"rowsAfter":76}},{"rates":{}}]"#.utf8)
    #expect(
      try JSONDecoder().decode([RevisionCause].self, from: stored) == [
        .inputChanged(file: "c.csv", rowsBefore: 78, rowsAfter: 76), .rates,
      ])
  }

  /// A power cut takes no run with it, and a ledger that is opened is not written to.
  @Test func theLedgerIsOnTheDiskAndIsNotTouchedByLooking() throws {
    let place = try Place()
    let ledger = try RunLedger(path: place.path)
    #expect(try ledger.reading { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    #expect(try ledger.reading { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    let version = try ledger.reading { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
    let again = try RunLedger(path: place.path)
    #expect(try again.reading { try Int.fetchOne($0, sql: "PRAGMA schema_version") } == version)
  }

  @Test func theLedgerIsItsOwnersAlone() throws {
    let place = try Place()
    let ledger = try RunLedger(path: place.path)
    _ = try ledger.begin(sampleRun())
    for name in try FileSystem.names(in: place.folder) {
      #expect(FileIdentity(path: "\(place.folder)/\(name)")?.permissions == 0o600, "\(name)")
    }
  }

  @Test func aLedgerOfTheFirstVersionIsTakenOver() throws {
    let place = try Place()
    do {
      let queue = try DatabaseQueue(path: place.path)
      try LedgerSchema.migrator.migrate(queue, upTo: "v1")
      try queue.write {
        try $0.execute(
          sql: """
            INSERT INTO runs (started_at, definition, definition_hash, name, output, folder, kind, is_final, program,
              options_hash, rates, result, edition, process)
            VALUES (1, 'a.yaml', 'd', 'a', 'out', 'a', 'post-event', 0, '0', 'o', '', 'done', 1, 1)
            """)
        try $0.execute(sql: "INSERT INTO figures VALUES (1, 'total', '', '', 'held', '9')")
      }
    }
    let ledger = try RunLedger(path: place.path)
    let publication = try #require(try ledger.publication(output: "out", folder: "a"))
    #expect(publication.run.edition == 1)
    #expect(publication.run.reason == nil)
    #expect(try ledger.figures(of: 1).values.map(\.value) == [.count(9)])
    #expect(try ledger.revisions(of: 1).isEmpty)
  }

  @Test func aLedgerOfALaterVersionIsRefused() throws {
    let place = try Place()
    do {
      let queue = try DatabaseQueue(path: place.path)
      var migrator = LedgerSchema.migrator
      migrator.registerMigration("v99") { try $0.execute(sql: "CREATE TABLE later (x)") }
      try migrator.migrate(queue)
    }
    let error = try failure { _ = try RunLedger(path: place.path) }
    #expect(error.category == .ioFailed)
    #expect(error.message.contains("newer version"))
  }

  @Test(arguments: [
    "DROP TABLE row_digests", "DROP TABLE outputs", "DROP TABLE grdb_migrations",
    "DELETE FROM grdb_migrations",
    "DELETE FROM grdb_migrations WHERE identifier = 'v4'",
    "DELETE FROM grdb_migrations WHERE identifier = 'v2'",
    "ALTER TABLE runs RENAME COLUMN options_hash TO options_hasi",
    "ALTER TABLE figures RENAME COLUMN value TO walue",
    "ALTER TABLE inputs ADD COLUMN more TEXT", "ALTER TABLE runs DROP COLUMN reason",
    "CREATE TABLE new AS SELECT * FROM revisions; DROP TABLE revisions; ALTER TABLE new RENAME TO revisions",
  ]) func tablesThatAreNotAsTheyWereMadeAreDamage(change: String) throws {
    let place = try Place()
    _ = try RunLedger(path: place.path)
    try DatabaseQueue(path: place.path).write { try $0.execute(sql: "PRAGMA foreign_keys = OFF; \(change)") }
    for open in [{ _ = try RunLedger(path: place.path) }, { _ = try RunLedger.reading(path: place.path) }] {
      let error = try failure(open)
      #expect(error.category == .ioFailed)
      #expect(error.message.contains("damaged") && error.message.contains("backup"), "\(error.message)")
    }
  }

  @Test func whatToDoWithADamagedLedgerIsSaid() throws {
    let place = try Place()
    let text = String(repeating: "this is no database; ", count: 400)
    try Data(text.utf8).write(to: URL(fileURLWithPath: place.path))
    let error = try failure { _ = try RunLedger(path: place.path) }
    #expect(error.category == .ioFailed)
    #expect(error.message.contains("backup"))
    #expect(try String(decoding: Data(contentsOf: URL(fileURLWithPath: place.path)), as: UTF8.self) == text)
  }

  @Test func aLedgerThatIsHeldIsGivenUp() throws {
    let place = try Place()
    let ledger = try RunLedger(path: place.path, patience: 0.05)
    let other = try DatabaseQueue(path: place.path)
    try other.inDatabase { database in
      try database.execute(sql: "BEGIN EXCLUSIVE")
      let error = try failure { _ = try ledger.begin(sampleRun()) }
      #expect(error.category == .lockHeld)
      #expect(error.message.contains("try again later"))
      try database.execute(sql: "ROLLBACK")
    }
    #expect(try ledger.begin(sampleRun()) == 1)
  }

  @Test(
    arguments: [
      ("count", .key(.held), .count(-3)), ("amount", .key(.mouAmount), .amount(Money(hundredths: -105))),
      ("rate", .rate(.conversion), .proportion(Proportion(numerator: 0, denominator: 7))),
    ] as [(String, FigureMeasure, FigureValue)])
  func valuesSurviveAsText(name: String, measure: FigureMeasure, value: FigureValue) {
    #expect(FigureValue(text: value.text, measure: measure) == value)
  }
}

extension TallyError {
  /// What it says in English.
  var message: String { message(.en) }
}
