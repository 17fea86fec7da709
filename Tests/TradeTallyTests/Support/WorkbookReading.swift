import Foundation
import TestSupport
import Testing

/// Workbooks as another program reads them: see read_workbook.py.
enum WorkbookReading {
  /// What stands in a workbook.
  static func json(of path: String) throws -> JSON { try run("read_workbook.py", [path]) }

  /// What a script of this folder prints.
  static func run(_ name: String, _ arguments: [String]) throws -> JSON {
    let own = ProcessInfo.processInfo.environment
    let script = Repository.path("Tests/TradeTallyTests/Support/\(name)")
    let answer = try Program.run(
      program: "/usr/bin/env", [own["TRADETALLY_PYTHON"] ?? "python3", script] + arguments,
      environment: own.filter { ["PATH", "HOME", "VIRTUAL_ENV"].contains($0.key) }
        .merging(["PYTHONIOENCODING": "utf-8"]) { $1 })
    try #require(answer.code == 0, "\(answer.messages)")
    return try JSON(Data(answer.output.utf8))
  }
}

/// The rows that a workbook's data must have, made of the JSON.
struct ExpectedTables {
  static let counts = [
    "booked", "held", "no_shows", "cancelled", "pending", "suppliers", "buyers", "registered_suppliers",
    "registered_buyers", "follow_ups", "mous", "contracts",
  ]
  static let amounts = ["consulted_amount", "expected_contract_amount", "mou_amount", "contract_amount"]
  static let rates = ["conversion", "supplier_conversion", "no_show_rate"]

  /// The data of an event: the dimension and the codes of each group, then its measures; labels are not expected.
  static func data(_ json: JSON) -> [(codes: [JSON], measures: [JSON])] {
    var rows = [(codes: codes("total", JSON.null), measures: measures(json["total"]))]
    for dimension in ["country", "sector", "country_and_sector", "quarter", "event", "mode"] {
      for group in json["by_" + dimension].list { rows.append((codes(dimension, group), measures(group))) }
    }
    return rows
  }

  private static func codes(_ dimension: String, _ group: JSON) -> [JSON] {
    [.text(dimension)] + ["country", "sector", "quarter", "event", "mode"].map { group[$0] }
  }

  private static func measures(_ group: JSON) -> [JSON] {
    (counts + amounts).map { group[$0] }
      + rates.flatMap { rate in
        ["numerator", "denominator", "rate", "low", "high", "few"].map { group[rate][$0] }
      } + amounts.map { group["stated"][$0] }
  }

  /// The data of a trend, a row for each measure and comparison.
  static func trend(_ json: JSON) -> [[JSON]] {
    var rows: [[JSON]] = []
    for (list, kind, key) in [
      ("total", "total", ""), ("by_country", "country", "country"), ("by_sector", "sector", "sector"),
      ("by_event_series", "series", "series"),
    ] {
      for point in json[list].list where point["no_event"] != .bool(true) {
        for measure in counts.filter({ !$0.hasPrefix("registered") }) + amounts + ["mous_signed"] + rates {
          for base in ["previous_quarter", "year_ago"] {
            let name = [.text(kind), point[key], point["quarter"], .null, .text(measure)] as [JSON]
            rows.append(
              name + row(point, measure, base, point["change"][base])
                + [point["no_event"], point["immature"]])
          }
        }
      }
    }
    for edition in json["editions"].list {
      for measure in counts + amounts + rates where edition[measure] != .null {
        let name = [.text("edition"), edition["series"], .null, edition["event"], .text(measure)] as [JSON]
        rows.append(
          name + row(edition, measure, "previous_edition", edition["change"])
            + [.bool(false), edition["immature"]])
      }
    }
    return rows
  }

  /// The value, with what it is compared, the value before, and the change; a value before is not in the JSON.
  private static func row(_ group: JSON, _ measure: String, _ base: String, _ change: JSON) -> [JSON] {
    let part = change[measure]
    let value = rates.contains(measure) ? group[measure]["rate"] : group[measure]
    var before = JSON.null
    if let absolute = part["absolute"].number, let now = value.number {
      before = .number(((now - absolute) * 100).rounded() / 100)
    }
    return [value, .text(base), before]
      + ["absolute", "relative", "points", "low", "high", "significant"].map { part[$0] }
  }
}
