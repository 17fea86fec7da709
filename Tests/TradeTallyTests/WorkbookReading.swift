import Foundation
import Testing

/// Workbooks as another program reads them: see read_workbook.py.
enum WorkbookReading {
  /// What stands in a workbook.
  static func json(of path: String) throws -> JSON {
    let own = ProcessInfo.processInfo.environment
    let script = Repository.path("Tests/TradeTallyTests/read_workbook.py")
    let answer = try Program.run(
      program: "/usr/bin/env", [own["TRADETALLY_PYTHON"] ?? "python3", script, path],
      environment: own.filter { ["PATH", "HOME", "VIRTUAL_ENV"].contains($0.key) }
        .merging(["PYTHONIOENCODING": "utf-8"]) { $1 })
    try #require(answer.code == 0, "\(answer.messages)")
    return try JSON(Data(answer.output.utf8))
  }
}

/// The rows that a workbook's tables must have, made of the JSON.
struct ExpectedTables {
  static let counts = [
    "booked", "held", "no_shows", "cancelled", "pending", "suppliers", "buyers", "registered_suppliers",
    "registered_buyers", "follow_ups", "mous", "contracts", "consulted_amount", "expected_contract_amount",
    "mou_amount",
    "contract_amount",
  ]
  static let organisations: Set<String> = [
    "suppliers", "buyers", "registered_suppliers", "registered_buyers",
  ]

  /// The keys of a group's counts and amounts.
  static func keys(_ measures: JSON) -> [String] { counts.filter { measures.members[$0] != nil } }

  /// The cells of a group's measures in the order of the columns.
  static func cells(_ measures: JSON, like group: JSON? = nil) -> [JSON] {
    var cells = keys(group ?? measures).map { measures[$0] }
    cells += ["rate", "low", "high", "few"].map { measures["conversion"][$0] }
    for rate in ["supplier_conversion", "no_show_rate"] {
      cells += ["numerator", "denominator", "rate", "low", "high", "few"].map { measures[rate][$0] }
    }
    return cells
  }

  /// The cells of a change.
  static func cells(change: JSON) -> [JSON] {
    var cells: [JSON] = []
    for key in counts where !key.hasPrefix("registered") {
      cells += [change[key]["absolute"], change[key]["relative"]]
    }
    for key in ["conversion", "no_show_rate"] {
      cells += ["points", "low", "high", "significant"].map { change[key][$0] }
    }
    return cells
  }

  /// The cells of a quarter of a trend, but for its marks.
  static func cells(point: JSON) -> [JSON] {
    let measures = cells(point)
    let noEvent = point["no_event"] == .bool(true)
    return [point["quarter"], point["no_event"], point["immature"]]
      + (noEvent ? measures.map { _ in .null } : measures)
      + [point["mous_signed"]] + cells(change: point["change"]["previous_quarter"])
      + cells(change: point["change"]["year_ago"])
  }

  /// The cells of an input, but for its currencies.
  static func cells(input: JSON, _ all: [JSON]) -> [JSON] {
    var cells = [
      "file", "sha256", "encoding", "delimiter", "header_line", "rows", "accepted", "flagged", "duplicate",
      "rejected", "after_as_of",
    ]
    .map { input[$0] }
    for key in ["before_from", "other_event"] where all.contains(where: { $0[key] != .null }) {
      cells.append(input[key])
    }
    let ignored = input["ignored_columns"].list.compactMap(\.text).joined(separator: ", ")
    let problems = input["problems"].members.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.int)" }
      .joined(separator: ", ")
    return [input["kind"]] + cells + [ignored, problems].map { $0.isEmpty ? .null : .text($0) }
  }
}
