import Documents
import Foundation
import Model
import Values

@testable import Import

/// A file of a test.
struct TestFile {
  var name: String
  var kind: InputKind
  var role: Role?
  var bytes: [UInt8]
  var columns: [Column: [String]] = [:]
  var encoding: String?
  var delimiter: UInt8?
  var event: String?

  static func registrations(_ text: String, _ name: String = "registrations.csv", role: Role? = nil)
    -> TestFile
  {
    TestFile(name: name, kind: .registrations, role: role, bytes: Array(text.utf8))
  }

  static func consultations(_ text: String, _ name: String = "consultations.csv") -> TestFile {
    TestFile(name: name, kind: .consultations, bytes: Array(text.utf8))
  }

  static func consultations(bytes: [UInt8], _ name: String = "consultations.csv") -> TestFile {
    TestFile(name: name, kind: .consultations, bytes: bytes)
  }
}

/// What a run made of its files.
struct Reading {
  var result: ReadRecords
  /// All counted consultations, in reading order.
  var rows: [Consultation]
  var rejects: [RejectedRow]
  /// The columns that the reject file gets.
  var rejectColumns: [Column]

  /// The only file of a kind, or the last one.
  func report(_ kind: InputKind) -> InputReport? { result.inputs.last { $0.kind == kind } }

  var registrations: [Registration] { result.registrations }
  func eventName(_ row: Consultation) -> String { result.names.eventName(row.event) }
  func sector(_ number: UInt32) -> String? { number == 0 ? nil : result.names.sectorLabel(number - 1) }
}

private final class Recorder: ConsultationSink {
  var rows: [Consultation] = []
  func add(_ rows: [Consultation]) throws(TallyError) { self.rows += rows }
}

private final class Outcome {
  var sink = Recorder()
  var rejects: [RejectedRow] = []
  var columns: [Column] = []
}

/// Writes the files into a folder of their own, reads them and removes the folder.
func read(
  _ files: [TestFile], rules: ReadingRules = ReadingRules(), event: String? = nil, name: String = "report"
) throws -> Reading {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("importers-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  var inputs: [InputRequest] = []
  for file in files {
    let url = folder.appendingPathComponent(file.name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.bytes).write(to: url)
    inputs.append(
      InputRequest(
        path: url.path, kind: file.kind, role: file.role, event: file.event, encoding: file.encoding,
        delimiter: file.delimiter, columns: file.columns))
  }
  let outcome = Outcome()
  let importer = Importer(ImportRequest(inputs: inputs, rules: rules, event: event, name: name, threads: 1))
  let result = try importer.run(
    Importer.Outlets(
      makeSink: { _ in outcome.sink },
      restart: { columns, _ throws(TallyError) in
        outcome.rejects = []
        outcome.columns = columns
        outcome.sink.rows = []
      },
      reject: { row throws(TallyError) in outcome.rejects.append(row) }))
  return Reading(
    result: result, rows: outcome.sink.rows, rejects: outcome.rejects, rejectColumns: outcome.columns)
}

extension InputReport {
  /// Counts by code, as the JSON has them.
  var counts: [ProblemCode: Int] { Dictionary(uniqueKeysWithValues: problems.map { ($0.code, $0.count) }) }
  /// Accepted, flagged, duplicate and rejected.
  var fates: [Int] { [accepted, flagged, duplicate, rejected] }
}

/// A comma-separated row; cells that need quotes get them.
func csvRow(_ cells: [String]) -> String {
  cells.map { cell in
    cell.contains(where: { ",\"\n\r".contains($0) }) ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }.joined(separator: ",")
}

/// A table of all columns of a kind, a row for each dictionary.
func csvTable(_ kind: InputKind, _ rows: [[Column: String]]) -> String {
  let columns = Column.all(of: kind)
  let lines = [columns.map(\.rawValue)] + rows.map { row in columns.map { row[$0] ?? "" } }
  return lines.map { csvRow($0) + "\n" }.joined()
}

extension TallyError {
  /// What it says in English.
  var message: String { message(.en) }
}
