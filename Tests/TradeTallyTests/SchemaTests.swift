import Foundation
import TestSupport
import Testing

/// The schemas in `docs/schemas` say what the program writes: every key and no other.
@Suite struct SchemaTests {
  private static let inputs = [
    "--registrations", Repository.path("fixtures/pohang-2020/registrations.csv"), "--consultations",
    Repository.path("fixtures/pohang-2020/consultations.csv"),
  ]
  private static let hard = """
    event,supplier,buyer,country,held_at,status,outcome,MOU금액(천불),소계란
    a,A,B,러시아,2020-10-30,완료,mou,10,
    a,A,C,중화권,2021-02-28,노쇼,,,
    b,A,C,,,완료,contract,,
    합계,,,,,,,20,
    b,A,D,JP,2021-02-28,글쎄,,,x

    """

  private static func schema(_ name: String) throws -> JSONSchema {
    try JSONSchema(JSON(Data(Repository.text("docs/schemas/\(name).schema.json").utf8)))
  }

  private func output(_ arguments: [String], _ file: String, _ folder: Folder) throws -> JSON {
    try folder.write("hard.csv", SchemaTests.hard)
    let answer = try Program.run(arguments, in: folder)
    if file.isEmpty { return try JSON(Data(answer.output.utf8)) }
    #expect(answer.code == 0, "\(answer.messages)")
    return try folder.json("out/\(file)")
  }

  @Test(arguments: [
    ("outcomes", ["report"] + inputs, "report.json"),
    (
      "outcomes",
      [
        "report", "--consultations", "hard.csv", "--from", "2020-01-01", "--as-of", "2021-03-01",
        "--only-event",
        "a",
      ], "a.json"
    ),
    ("trend", ["trend"] + inputs + ["--maturity-days", "30"], "report.json"),
    ("trend", ["trend", "--consultations", "hard.csv", "--series", "s=a,b"], "report.json"),
    ("check", ["check", "--json"] + inputs, ""),
    ("check", ["check", "--json", "--consultations", "hard.csv"], ""),
  ])
  func outputIsAsTheSchemaSays(_ name: String, _ arguments: [String], _ file: String) throws {
    let folder = try Folder()
    let options =
      file.isEmpty ? [] : ["--format", "json", "--output", "out", "--name", String(file.dropLast(5))]
    let json = try output(arguments + options, file, folder)
    #expect(try SchemaTests.schema(name).faults(json) == [])
  }

  /// A key more, a key less and a value of another type are found, so that the test above can fail.
  @Test func faultsAreFound() throws {
    let schema = try SchemaTests.schema("check")
    let sound = JSON.object([
      "schema": .text("tradetally.check/1"), "rejected_data_rows": .number(0), "inputs": .list([]),
      "mend_first": .list([]),
    ])
    #expect(schema.faults(sound) == [])
    #expect(schema.faults(sound.without("inputs")) == ["$: inputs is missing"])
    guard case .object(var members) = sound else { return }
    members["more"] = .null
    members["rejected_data_rows"] = .number(0.5)
    members["schema"] = .text("other/1")
    #expect(
      schema.faults(.object(members)).sorted() == [
        "$.rejected_data_rows: 0.5 is no integer", "$.schema: \"other/1\" is not allowed",
        "$: more is not foreseen",
      ])
  }
}

/// As much of JSON Schema (draft 2020-12) as the schemas of this project use; any other keyword is a fault.
struct JSONSchema {
  private let root: JSON

  init(_ root: JSON) { self.root = root }

  /// What is wrong with a value, each with its place.
  func faults(_ value: JSON) -> [String] { faults(value, root, "$") }

  private static let ignored: Set<String> = ["$schema", "$defs", "title", "description"]

  private func faults(_ value: JSON, _ schema: JSON, _ place: String) -> [String] {
    schema.members.sorted { $0.key < $1.key }.flatMap { keyword, rule -> [String] in
      switch keyword {
      case "$ref":
        let name = rule.text?.split(separator: "/").last.map(String.init) ?? ""
        return faults(value, root["$defs"][name], place)
      case "type":
        let names = rule.list.isEmpty ? [rule] : rule.list
        let fits = names.contains { JSONSchema.isOf(value, $0.text ?? "") }
        return fits ? [] : ["\(place): \(value) is no \(names.compactMap(\.text).joined(separator: " or "))"]
      case "const": return value == rule ? [] : ["\(place): \(value) is not allowed"]
      case "enum": return rule.list.contains(value) ? [] : ["\(place): \(value) is not allowed"]
      case "pattern":
        guard let text = value.text, let pattern = rule.text else { return [] }
        return text.range(of: pattern, options: .regularExpression) == nil
          ? ["\(place): \(value) is not as \(pattern)"] : []
      case "minimum":
        return (value.number ?? .infinity) < (rule.number ?? 0) ? ["\(place): \(value) is too small"] : []
      case "maximum":
        return (value.number ?? 0) > (rule.number ?? 0) ? ["\(place): \(value) is too large"] : []
      case "items":
        return value.list.enumerated().flatMap { faults($0.element, rule, "\(place)[\($0.offset)]") }
      case "required":
        guard case .object(let members) = value else { return [] }
        return rule.list.compactMap(\.text).filter { members[$0] == nil }.map { "\(place): \($0) is missing" }
      case "properties":
        return value.members.flatMap { key, member in
          rule.members[key].map { faults(member, $0, "\(place).\(key)") } ?? []
        }
      case "additionalProperties":
        let others = value.members.filter { schema["properties"].members[$0.key] == nil }
        return others.flatMap { key, member in
          rule == .bool(false)
            ? ["\(place): \(key) is not foreseen"] : faults(member, rule, "\(place).\(key)")
        }
      default:
        return JSONSchema.ignored.contains(keyword) ? [] : ["\(place): the schema's \(keyword) is not read"]
      }
    }
  }

  private static func isOf(_ value: JSON, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.text, "string"), (.list, "array"),
      (.object, "object"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
