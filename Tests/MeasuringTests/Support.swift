import Measuring
import Model
import TestSupport
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
  let folder = try Folder()
  var inputs: [InputRequest] = []
  for (name, kind, lines) in [
    ("registrations.csv", InputKind.registrations, registrations),
    ("consultations.csv", .consultations, rows),
  ] where !lines.isEmpty {
    inputs.append(
      InputRequest(path: try folder.write(name, lines.joined(separator: "\n") + "\n"), kind: kind))
  }
  var request = ReportRequest(kind: .postEvent, name: "r", inputs: inputs, rules: ReadingRules())
  request.threads = threads
  settings(&request)
  return try request.measure(
    progress: nil, restart: { _, _ throws(TallyError) in }, reject: { _ throws(TallyError) in })
}
