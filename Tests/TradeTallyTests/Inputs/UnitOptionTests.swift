import Foundation
import TestSupport
import Testing

/// Units and rates as a user sees them: through the program.
@Suite struct UnitOptionTests {
  private struct Result {
    var code: Int32
    var messages: String
    /// The sum of the consulted amounts, as the JSON has it.
    var amount: String
  }

  private func report(_ header: String, _ cell: String, _ options: [String] = []) throws -> Result {
    let folder = try Folder()
    try folder.write("c.csv", "supplier,buyer,\"\(header)\"\n가람,Delta,\"\(cell)\"\n")
    let answer = try Program.run(
      [
        "report", "--consultations", "c.csv", "--event", "e", "--format", "json", "--output", "out",
        "--language", "en",
      ]
        + options, in: folder)
    guard answer.code == 0 else { return Result(code: answer.code, messages: answer.messages, amount: "") }
    let text = try folder.text("out/e.json")
    let key = "\"consulted_amount\": "
    let start = try #require(text.range(of: key)?.upperBound)
    return Result(
      code: 0, messages: answer.messages, amount: String(text[start...].prefix { "0123456789.".contains($0) })
    )
  }

  @Test(arguments: [
    ("상담액(USD mil)", "1.5", [], "1500000"), ("상담액(USD thousnd)", "1250", [], "0"),
    ("상담액(USD thousnd)", "1250", ["--unit", "consulted_amount=천달러"], "1250000"),
    ("상담액(USD thousnd)", "1250", ["--unit", "상담액=USD thousand"], "1250000"),
    ("상담액", "125", ["--unit", "consulted_amount=만불"], "1250000"),
    ("상담액(천불, 백만원)", "1250", [], "0"), ("상담액(천불, 백만원)", "5만불", [], "50000"),
    ("상담액(원)", "1350000", ["--rate", "KRW=1/1350"], "1000"),
    ("상담액(원)", "100", ["--rate", "KRW=1/1350", "--unit", "상담액=만"], "740.74"),
    ("상담액(원)", "1350000", ["--rate", "KRW=0.00074"], "999"),
  ])
  func aNamedUnitServesItsColumn(_ header: String, _ cell: String, _ options: [String], _ expected: String)
    throws
  {
    #expect(try report(header, cell, options).amount == expected)
  }

  @Test func aHalfUnderstoodUnitIsSaid() throws {
    let messages = try report("상담액(USD thousnd)", "1250").messages
    #expect(messages.contains("상담액(USD thousnd)"))
    #expect(messages.contains("--unit consulted_amount=만불"))
  }

  @Test(arguments: [
    (["--unit", "consulted_amount=많이"], Int32(64), "no unit"), (["--unit", "status=만불"], 64, "no amounts"),
    (["--unit", "만불"], 64, "COLUMN=UNIT"), (["--unit", "상담금=만불"], 65, "상담액(원) (consulted_amount)"),
    (["--unit", "mou_amount=만불"], 65, "상담액(원) (consulted_amount)"),
    (["--rate", "KRW=1350"], 64, "--rate KRW=1/1350"), (["--rate", "KRW=1350"], 64, "1 KRW = 1,350 USD"),
    (["--rate", "KRW=0.0000001"], 64, "0.00063"), (["--rate", "KRW=1/0"], 64, "at most 13 digits"),
    (["--rate", "JPY=110"], 64, "--rate JPY=1/110"),
    (["--currency", "KRW", "--rate", "USD=0.00074"], 64, "--rate USD=1/0.00074"),
    (["--currency", "KRW", "--rate", "USD=1/1350"], 64, "--rate USD=1350"),
  ])
  func whatIsNoUnitIsRefused(_ options: [String], _ code: Int32, _ said: String) throws {
    let result = try report("상담액(원)", "5", options)
    #expect(result.code == code)
    #expect(result.messages.contains(said), "\(result.messages)")
  }

  @Test(arguments: [
    ("rates: {KRW: 1350}", Int32(78), "per_base: 1350"), ("rates: {KRW: {per_base: 1350}}", 0, ""),
    ("rates: {KRW: {rate: 1350, plausible: false}}", 0, ""), ("rates: {KRW: 1/1350}", 0, ""),
    ("rates: {KRW: {per_base: 1350, rate: 0.00074}}", 78, "both rate and per_base"),
    ("units: {consulted_amount: 만불}", 0, ""), ("units: {상담액: 많이}", 78, "no unit"),
    ("units: {status: 만불}", 78, "holds no amounts"),
  ])
  func aDefinitionNamesUnitsAlike(_ lines: String, _ code: Int32, _ said: String) throws {
    let folder = try Folder()
    try folder.write("c.csv", "supplier,buyer,상담액\n가람,Delta,5\n")
    try folder.write(
      "r.yaml",
      "kind: post-event\nevent: e\nformats: [json]\nlanguages: [en]\ninputs: {consultations: c.csv}\n\(lines)\n"
    )
    let answer = try Program.run(["run", "r.yaml"], in: folder)
    #expect(answer.code == code, "\(answer.messages)")
    #expect(answer.messages.contains(said) || said.isEmpty, "\(answer.messages)")
  }
}
