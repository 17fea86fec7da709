import Foundation
import Measuring
import Model
import Testing

@testable import Reports

/// The outcomes of a report on one sheet of consultations.
func outcomes(
  _ rows: [String], registrations: [String] = [], threads: Int = 1,
  settings: (inout ReportRequest) -> Void = { _ in }
) throws -> Outcomes {
  try measured(rows, registrations: registrations, threads: threads, settings: settings).outcomes
}

/// What one sheet of consultations comes to.
func measured(
  _ rows: [String], registrations: [String] = [], threads: Int = 1,
  settings: (inout ReportRequest) -> Void = { _ in }
) throws -> MeasuredRun {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("measuring-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  var inputs: [InputRequest] = []
  for (name, kind, lines) in [
    ("registrations.csv", InputKind.registrations, registrations),
    ("consultations.csv", .consultations, rows),
  ] where !lines.isEmpty {
    let file = folder.appendingPathComponent(name)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    inputs.append(InputRequest(path: file.path, kind: kind))
  }
  var request = ReportRequest(kind: .postEvent, name: "r", inputs: inputs, rules: ReadingRules())
  request.threads = threads
  settings(&request)
  return try ReportJob(request, folder: folder.path).measure().run
}
