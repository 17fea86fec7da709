import Foundation
import Model
import TestSupport
import Testing

@testable import Definitions

/// What is wrong with a definition, and where the message says it is.
@Suite struct ErrorTests {
  struct Case: CustomTestStringConvertible {
    var yaml: String
    var place: String
    var says: [String]
    var testDescription: String { "\(place) \(says.joined(separator: " … "))" }
    init(_ yaml: String, _ place: String, _ says: String...) {
      self.yaml = yaml
      self.place = place
      self.says = says
    }
  }

  static let cases: [Case] = [
    // Keys
    Case(minimal("as_off: today"), "4:1", "unknown key \"as_off\"", "Did you mean \"as_of\"?"),
    Case(minimal("langauges: [ko]"), "4:1", "unknown key", "\"languages\""),
    Case(minimal("currency: EUR"), "4:1", "unknown key \"currency\"", "Use base_currency"),
    Case(minimal("consultations: c.csv"), "4:1", "inputs: with consultations: below it"),
    Case(minimal("xyzzy: 1"), "4:1", "unknown key \"xyzzy\"", "Known here: kind, name"),
    Case("name: r\ninputs: {consultations: c.csv}", "1:1", "kind is missing", "kind: post-event"),
    Case(
      "kind: trends\ninputs: {consultations: c.csv}", "1:7", "expected post-event or trend",
      "Did you mean \"trend\"?"),
    Case("kind: trend\nname: a\nname: b\ninputs: {consultations: c.csv}", "2:1", "\"name\"", "twice"),
    Case("- kind: trend", "1:1", "a definition is a list of keys"),
    Case("just text", "1:1", "found a line without a key"),
    // YAML itself
    Case("kind: trend\n\tname: x", "2:1", "YAML cannot be read", "spaces, not tabs"),
    Case("kind: trend\nname: a: b", "2:8", "YAML cannot be read", "quotes"),
    Case("kind: [trend", "2:1", "YAML cannot be read", "left open"),
    Case("kind: trend\ninputs: {consultations: *.csv}", "2:26", "YAML cannot be read", "\"*.csv\""),
    Case("kind: trend\n---\nkind: trend", "2:1", "YAML cannot be read", "one definition"),
    // Types
    Case(minimal("strict: maybe"), "4:9", "strict: expected true or false; found \"maybe\""),
    Case(minimal("strict: [true]"), "4:9", "strict: expected one text; found a list"),
    Case(minimal("title: [a]"), "4:8", "title: expected one text; found a list"),
    Case(minimal("title: {fr: a}"), "4:9", "unknown key \"fr\" in title"),
    Case(minimal("threads: 0"), "4:10", "threads: expected a number from 1 to 256"),
    Case(minimal("retention: none"), "4:12", "retention: expected how many earlier editions"),
    Case(minimal("fiscal_year_start: 13"), "4:20", "a month, 1 to 12"),
    Case(minimal("permissions: secret"), "4:14", "private, group, public"),
    Case(minimal("profile: analysts"), "4:10", "Did you mean \"analyst\"?"),
    Case(minimal("status: finale"), "4:9", "Did you mean \"final\"?"),
    Case(minimal("time_zone: Asia/Soul"), "4:12", "time_zone: \"Asia/Soul\" is not known"),
    Case(minimal("freshness: {warn_after: soon}"), "4:25", "a time such as 12h"),
    Case(
      minimal("freshness: {warn_after: 3d, error_after: 12h}"), "4:29", "error_after comes before warn_after"),
    Case(minimal("schedule: {every: sometimes}"), "4:19", "daily, weekly"),
    Case(minimal("limits: {suspicious_amount: much}"), "4:29", "an amount in the base currency"),
    Case(minimal("limits: {suspicous_amount: 5}"), "4:10", "Did you mean \"suspicious_amount\"?"),
    Case(minimal("languages: []"), "4:12", "languages: nothing is named"),
    Case(minimal("languages: [ko, fr]"), "4:17", "expected ko or en; found \"fr\""),
    Case(minimal("languages: [ko, ko]"), "4:17", "\"ko\" is named twice"),
    Case(minimal("formats: [xlsx, pdf]"), "4:17", "xlsx, txt, json"),
    Case(minimal("only_events: []"), "4:14", "only_events: no event is named"),
    Case(minimal("date_order: year-first"), "4:13", "day-first or month-first"),
    Case(minimal("encoding: cp94"), "4:11", "encoding: \"cp94\" is not known", "Did you mean \"CP949\"?"),
    Case(minimal("delimiter: ab"), "4:12", "one ASCII character"),
    // Names
    Case(
      minimal("title: \"{quater}\""), "4:8", "\"{quater}\" is no place for a date",
      "Did you mean \"quarter\"?"),
    Case("kind: trend\nname: \"{\"\ninputs: {consultations: c.csv}", "2:7", "no place for a date"),
    Case("kind: trend\nname: ../..\ninputs: {consultations: c.csv}", "2:7", "no letter and no digit"),
    Case("kind: trend\nname: \"a\\nb\"\ninputs: {consultations: c.csv}", "2:7", "control character"),
    Case(minimal("output: \"a\\tb\""), "4:9", "control character"),
    // Dates
    Case(minimal("as_of: end-of-previous-quater"), "4:8", "Did you mean \"end-of-previous-quarter\"?"),
    Case(minimal("as_of: 2020-02-30"), "4:8", "expected a date such as 2020-10-30"),
    Case(minimal("as_of: event-date"), "4:8", "event-date needs an event with a date"),
    Case(minimal("as_of: 2020-01-31\nfrom: 2020-02-01"), "5:7", "2020-02-01 lies after as_of, 2020-01-31"),
    Case(minimal("status: final\nas_of: today"), "4:9", "a final report is not replaced", "{quarter}"),
    Case(minimal("maturity_days: 90"), "4:16", "only trends"),
    Case(minimal("maturity_days: -1"), "4:16", "0 or more"),
    // Inputs
    Case("kind: trend", "1:1", "no consultations are named"),
    Case("kind: trend\ninputs: {registrations: r.csv}", "2:1", "no consultations are named"),
    Case("kind: trend\ninputs: {consultation: c.csv}", "2:10", "Did you mean \"consultations\"?"),
    Case("kind: trend\ninputs: {consultations: []}", "2:25", "no file is named"),
    Case("kind: trend\ninputs: {consultations: [{file: c.csv}]}", "2:27", "unknown key \"file\"", "Use path"),
    Case("kind: trend\ninputs: {consultations: [{event: e}]}", "2:26", "an input needs a path"),
    Case("kind: trend\ninputs: c.csv", "2:9", "inputs: expected keys with values; found \"c.csv\""),
    Case(minimal("columns: {suplier: 업체}"), "4:11", "there is no column \"suplier\"", "\"supplier\""),
    Case(minimal("columns: {registrations: {held_at: 날짜}}"), "4:27", "there is no column \"held_at\""),
    Case(minimal("columns: {consultations: {supplier: {a: b}}}"), "4:37", "expected one text"),
    // Events and series
    Case(minimal("events: [{id: a}, {id: a}]"), "4:24", "\"a\" is listed twice"),
    Case(minimal("events: [{date: 2020-10-30}]"), "4:10", "an event needs an id"),
    Case(minimal("events: {id: a}"), "4:9", "events: expected a list"),
    Case(minimal("events: [{id: a, date: soon}]"), "4:24", "date: expected a date"),
    Case(minimal("series: {f: [a, b], g: [b]}"), "4:25", "in the series \"f\" and again in \"g\""),
    Case(minimal("series: {f: [a, a]}"), "4:17", "twice in the series \"f\""),
    Case(
      minimal("series: {f: [a]}\nevents: [{id: a, series: g}]"), "5:26",
      "in the series \"f\" and again in \"g\""),
    Case(minimal("series: {f: []}"), "4:13", "names no event"),
    // Money
    Case(minimal("base_currency: dollarz"), "4:16", "is no currency"),
    Case(minimal("rates: {USD: 1}"), "4:9", "USD is the base currency and needs no rate"),
    Case(minimal("base_currency: KRW\nrates: {KRW: 1}"), "5:9", "KRW is the base currency"),
    Case(minimal("rates: {KRW: -0.1}"), "4:14", "expected a number with a decimal point"),
    Case(minimal("rates: {KRW: 0}"), "4:14", "expected a number with a decimal point"),
    Case(minimal("rates: {KRW: {rate: \"0,001\"}}"), "4:21", "expected a number with a decimal point"),
    Case(minimal("rates: {KRW: {from: 2020-01-01}}"), "4:14", "the rate of KRW is missing"),
    Case(
      minimal(
        "rates:\n  KRW:\n    - {rate: 0.0008, from: 2020-01-01}\n    - {rate: 0.0009, from: 2020-01-01}"),
      "7:7", "two rates from 2020-01-01", "line 6"),
    Case(
      minimal("rates: [{currency: KRW, rate: 0.0008}, {currency: 원, rate: 0.0009}]"), "4:40",
      "two rates for all days"),
    Case(
      minimal("rates: {KRW: 1350}"), "4:14", "1 KRW = 1,350 USD", "\"per_base: 1350\"",
      "\"plausible: false\""),
    Case(minimal("rates: 0.001"), "4:8", "expected currencies with their rates"),
    // Words, countries, sectors
    Case(minimal("words: {outcom: {mou: 체결}}"), "4:9", "no list \"outcom\"", "\"outcome\""),
    Case(
      minimal("words: {outcome: {moo: 체결}}"), "4:19", "no meaning of outcome",
      "none, follow_up, mou, contract"),
    Case(minimal("words: {outcome: {mou: 체결, none: 체결}}"), "4:34", "already has another meaning in outcome"),
    Case(minimal("words: {outcome.mo: x}"), "4:9", "\"mo\" is no meaning of outcome"),
    Case(minimal("countries: {베트남국: VNX}"), "4:19", "no country is called \"VNX\""),
    Case(minimal("home_country: Vietnm"), "4:15", "no country is called", "(VN)"),
    Case(minimal("sectors: [a, {label: b, aliases: [A]}]"), "4:35", "\"A\" already stands for \"a\""),
    Case(minimal("sectors: [{aliases: [x]}]"), "4:11", "a sector needs a label"),
    Case(minimal("sectors: [a, {label: {ko: b, en: A}}]"), "4:34", "\"A\" already stands for \"a\""),
    Case(minimal("sectors: [{label: {}}]"), "4:19", "label: no text stands here"),
    // What is said beside the inputs
    Case(minimal("publischer: x"), "4:1", "Did you mean \"publisher\"?"),
    Case(minimal("place: x"), "4:1", "Use venue"),
    Case(minimal("host: [a]"), "4:7", "host: expected one text; found a list"),
    Case(minimal("host: {kr: a}"), "4:8", "unknown key \"kr\" in host", "\"ko\""),
    Case(minimal("venue: \"a\\nb\""), "4:8", "venue: this text holds a line break"),
    Case(minimal("contact: " + String(repeating: "x", count: 301)), "4:10", "301 characters"),
    Case(minimal("events: [{id: a, titel: b}]"), "4:18", "Did you mean \"title\"?"),
    Case(minimal("events: [{id: a, name: b}]"), "4:18", "Use title"),
    Case(minimal("series: {f: {title: a}}"), "4:10", "names no event"),
    Case(minimal("series: {f: {title: a, event: [b]}}"), "4:24", "Did you mean \"events\"?"),
    Case(minimal("display_unit: 만개"), "4:15", "is no unit that is understood"),
    Case(minimal("display_unit: 오천"), "4:15", "display_unit"),
    Case(minimal("display_unit: 만원"), "4:15", "base currency USD", "is KRW"),
    Case(minimal("display_unit: {en: 만}"), "4:20", "in en the base currency, thousand, million, billion"),
    Case(minimal("display_unit: 십만"), "4:15", "amounts are not shown in \"십만\""),
    Case(minimal("second_currency: KRW"), "4:18", "no rate of KRW", "rates"),
    Case(minimal("second_currency: USD"), "4:18", "USD is the base currency"),
    Case(minimal("second_currency: Taler"), "4:18", "is no currency"),
    Case(minimal("targets: {helt: 5}"), "4:11", "no measure \"helt\"", "Did you mean \"held\"?"),
    Case(minimal("targets: {xyzzy: 5}"), "4:11", "There are: booked, held"),
    Case(minimal("targets: {mou_amount: 1,000만}"), "4:25", "no measure \"000만\"", "needs quotes"),
    Case(minimal("targets: {held: 0}"), "4:17", "targets: held: expected a number, 1 or more"),
    Case(minimal("targets: {held: many}"), "4:17", "expected a number, 1 or more"),
    Case(minimal("targets: {mou_amount: 5.000}"), "4:23", "expected an amount in the base currency USD"),
    Case(minimal("targets: {mou_amount: 3억원}"), "4:23", "measured in the base currency USD"),
    Case(minimal("targets: {mou_amount: 100만 이상}"), "4:23", "expected an amount"),
    Case(minimal("targets: [held]"), "4:10", "targets: expected keys with values"),
    Case(minimal("regions: {a: [JP, VNX]}"), "4:19", "regions: no country is called \"VNX\""),
    Case(minimal("regions: {a: [JP], b: {countries: [일본]}}"), "4:36", "JP stands in \"a\" already"),
    Case(minimal("regions: {a: {title: x}}"), "4:14", "\"a\" has no countries"),
    Case(minimal("regions: {a: {contries: [JP]}}"), "4:15", "Did you mean \"countries\"?"),
    Case(minimal("regions: [{countries: [JP]}]"), "4:11", "expected id, title and countries"),
    Case(
      minimal("regions: [{id: a, countries: JP}, {id: a, countries: CN}]"), "4:40", "\"a\" is listed twice"),
    Case(minimal("regions: JP"), "4:10", "expected regions with their countries"),
  ]

  @Test(arguments: cases) func anErrorIsNamedWithItsPlace(_ example: Case) {
    let lines = refusal(example.yaml).split(separator: "\n").map(String.init)
    let line = lines.first { $0.hasPrefix("r.yaml:\(example.place): ") }
    #expect(line != nil, "\(lines)")
    for text in example.says { #expect(line?.contains(text) == true, "\(lines)") }
  }

  @Test func severalErrorsAreSaidAtOnceInTheirOrder() {
    let lines = refusal(
      "kind: trend\nstrikt: yes\nthreads: many\ninputs: {consultations: c.csv, sellers: s.csv}"
    )
    .split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(lines == ["r.yaml:2:1:", "r.yaml:3:10:", "r.yaml:4:32:"])
  }

  @Test(arguments: ["events: {id: a}", "encoding: cp94", "events: [{idd: a}]", "series: {f: [a, a]}"])
  func anErrorIsSaidOnce(_ keys: String) {
    let lines = refusal(minimal(keys)).split(separator: "\n")
    #expect(!lines.isEmpty)
    #expect(Set(lines).count == lines.count, "\(lines)")
  }

  @Test func anEmptyDefinitionSaysHowToBegin() {
    for text in ["", "# nothing\n", "\u{FEFF}"] {
      #expect(refusal(text).contains("the definition is empty"), "\(text)")
    }
  }

  @Test func columnsCountCharactersBehindHangul() {
    #expect(
      refusal(minimal("sectors: [배터리, {label: 식품, 별칭: [x]}]")).hasPrefix("r.yaml:4:28: unknown key \"별칭\""))
  }

  @Test func aFileThatIsNotUTF8NamesTheCharacter() throws {
    let folder = try Folder()
    let path = try folder.write("r.yaml")
    try Data([0x6B, 0x3A, 0x0A, 0x61, 0x20, 0xBB, 0xF3]).write(to: URL(fileURLWithPath: path))
    let error = failure { _ = try ReportDefinition.load(path: path) }
    #expect(error?.category == .definitionWrong)
    #expect(
      error?.message.hasPrefix("\(path):2:3: this is not valid UTF-8") == true, "\(String(describing: error))"
    )
  }

  @Test func aMissingFileIsAMissingInput() {
    let error = failure { _ = try ReportDefinition.load(path: "/nowhere/at/all.yaml") }
    #expect(error?.category == .inputMissing)
  }

  @Test func deepNestingIsRefusedNotFollowed() {
    #expect(refusal("kind: " + String(repeating: "[", count: 100_000)).contains("YAML cannot be read"))
  }

  @Test func messagesHoldNoControlCharacters() {
    let message = refusal(minimal("\"a\\e[31mb\": 1"))
    #expect(message.contains("unknown key"))
    #expect(!message.unicodeScalars.contains { $0.value == 0x1B })
  }
}
