import Model
import Platform

/// Writes JSON with keys in the order given, indented by two spaces.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true

  mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows { try nested("{", "}", body) }
  mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows { try nested("[", "]", body) }

  private mutating func nested(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    bytes.append(UInt8(ascii: open))
    depth += 1
    isFirst = true
    try body(&self)
    depth -= 1
    if !isFirst { newLine() }
    isFirst = false
    bytes.append(UInt8(ascii: close))
    if depth == 0 { bytes.append(0x0A) }
  }

  private mutating func newLine() {
    bytes.append(0x0A)
    for _ in 0..<depth {
      bytes.append(0x20)
      bytes.append(0x20)
    }
  }

  /// Hands on what has been written so far once it is much, so that a long document is never held whole.
  mutating func handOn(to sink: ([UInt8]) throws -> Void, from count: Int = 1 << 18) rethrows {
    guard bytes.count >= count else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Begins an element of an array.
  mutating func element() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    newLine()
  }

  /// Begins a member of an object.
  mutating func key(_ name: String) {
    element()
    string(name)
    bytes.append(contentsOf: [UInt8(ascii: ":"), 0x20])
  }

  mutating func null() { raw("null") }
  mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }
  mutating func int(_ value: Int) { raw(String(value)) }
  mutating func money(_ value: Money) { raw(value.plain) }
  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }
  mutating func raw(_ value: ArraySlice<UInt8>) { bytes.append(contentsOf: value) }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let text = text.withoutControls
    // Nearly every text goes in as it is.
    if !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F }) {
      bytes.append(contentsOf: text.utf8)
      bytes.append(UInt8(ascii: "\""))
      return
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: [0x5C, 0x22])
      case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
      case 0x0A: bytes.append(contentsOf: [0x5C, UInt8(ascii: "n")])
      case 0x0D: bytes.append(contentsOf: [0x5C, UInt8(ascii: "r")])
      case 0x09: bytes.append(contentsOf: [0x5C, UInt8(ascii: "t")])
      case 0x00..<0x20, 0x7F:
        let hex = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: [
          0x5C, UInt8(ascii: "u"), 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)],
        ])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Begins a member whose name needs no escape, with all that stands before its value.
  ///
  /// `lead` is made once by `lead(_:)` for members that come again and again at one depth.
  mutating func key(lead: [UInt8]) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    bytes.append(contentsOf: lead)
  }

  /// What `key` puts before the value of a member at a depth below the present one, apart from the comma.
  func lead(_ name: String, below: Int) -> [UInt8] {
    Array(("\n" + String(repeating: "  ", count: depth + below) + "\"\(name)\": ").utf8)
  }

  mutating func optional(_ text: String?) { if let text { string(text) } else { null() } }
  mutating func optional(_ value: Int?) { if let value { int(value) } else { null() } }
  mutating func optional(_ day: Day?) { optional(day?.iso) }

  /// A number given in units of 10^−`decimals`, without trailing zeros.
  mutating func scaled<Value: FixedWidthInteger>(_ value: Value, decimals: Int) {
    var divisor: Value.Magnitude = 1
    for _ in 0..<decimals { divisor *= 10 }
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: divisor)
    var text = (value < 0 ? "-" : "") + String(whole)
    if rest > 0 {
      var digits = String(rest)
      digits = String(repeating: "0", count: decimals - digits.count) + digits
      while digits.hasSuffix("0") { digits.removeLast() }
      text += "." + digits
    }
    raw(text)
  }

  /// A double rounded to a number of decimals, half to even; never `-0`.
  mutating func rounded(_ value: Double, decimals: Int) {
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    scaled(Int((value * factor).rounded(.toNearestOrEven)), decimals: decimals)
  }
}

extension JSONWriter {
  mutating func proportion(_ name: String, _ value: Proportion) {
    key(name)
    object { json in
      json.key("numerator")
      json.int(value.numerator)
      json.key("denominator")
      json.int(value.denominator)
      json.key("rate")
      if let rate = value.rateMillionths { json.scaled(rate, decimals: 6) } else { json.null() }
      let interval = value.interval
      json.key("low")
      if let interval { json.rounded(interval.low, decimals: 6) } else { json.null() }
      json.key("high")
      if let interval { json.rounded(interval.high, decimals: 6) } else { json.null() }
      json.key("few")
      json.bool(value.few)
    }
  }

  /// The members of a group's measures; registered counts only where they are measured, coverage last.
  mutating func measures(_ measures: Measures) {
    for measure in Measures.Key.allCases {
      guard let value = measures[measure] else { continue }
      key(measure.rawValue)
      if measure.isAmount { money(Money(hundredths: Int64(value))) } else { int(value) }
    }
    for rate in RateKey.allCases { proportion(rate.rawValue, rate.proportion(of: measures)) }
    key("stated")
    object { json in
      for kind in AmountKind.allCases {
        json.key(kind.key.rawValue)
        json.int(measures.amounts[kind].stated)
      }
    }
  }

  /// The members of the head, from `schema` to `inputs`.
  mutating func head(_ head: ReportHead, schema: String, kind: String) {
    key("schema")
    string(schema)
    key("kind")
    string(kind)
    key("name")
    string(head.name)
    key("title")
    object { json in
      for language in Language.allCases {
        json.key(language.rawValue)
        json.string(head.title[language] ?? head.name)
      }
    }
    key("as_of")
    optional(head.asOf)
    key("base_currency")
    string(head.baseCurrency.code)
    key("period")
    if let period = head.period {
      object { json in
        json.key("from")
        json.string(period.from.iso)
        json.key("to")
        json.string(period.to.iso)
      }
    } else {
      null()
    }
    key("inputs")
    array { json in
      for input in head.inputs {
        json.element()
        json.object { $0.inputMembers(input) }
      }
    }
  }

  /// The members of one input.
  mutating func inputMembers(_ input: InputReport) {
    key("kind")
    string(input.kind.rawValue)
    key("file")
    string(input.file)
    key("sha256")
    string(input.sha256)
    // A workbook has neither, but a sheet.
    key("encoding")
    optional(input.sheet == nil ? input.encoding : nil)
    key("delimiter")
    optional(input.sheet == nil ? TextNumbers.delimiter(input.delimiter) : nil)
    if let sheet = input.sheet {
      key("sheet")
      string(sheet.name)
    }
    key("header_line")
    int(input.headerLine)
    for (name, count) in [
      ("rows", input.rows), ("accepted", input.accepted), ("flagged", input.flagged),
      ("duplicate", input.duplicate), ("rejected", input.rejected), ("after_as_of", input.afterAsOf),
    ] {
      key(name)
      int(count)
    }
    if let count = input.beforeFrom {
      key("before_from")
      int(count)
    }
    if let count = input.otherEvent {
      key("other_event")
      int(count)
    }
    key("ignored_columns")
    array { json in
      for column in input.ignoredColumns {
        json.element()
        json.string(column)
      }
    }
    key("problems")
    object { json in
      for problem in input.problems {
        json.key(problem.code.rawValue)
        json.int(problem.count)
      }
    }
    key("stated_totals")
    array { json in
      for total in input.statedTotals {
        json.element()
        json.object { json in
          json.key("line")
          json.int(total.line)
          json.key("column")
          json.string(total.column.rawValue)
          json.key("stated")
          json.raw(total.stated.plain)
          json.key("summed")
          json.raw(total.summed.plain)
          json.key("agrees")
          json.bool(total.agrees)
        }
      }
    }
  }
}

/// A document of JSON that is handed on while it is made.
package protocol StreamedJSON {
  /// Hands the document on piece by piece as UTF-8.
  func write(to sink: ([UInt8]) throws -> Void) rethrows
}

extension StreamedJSON {
  /// The document as UTF-8.
  package func render() -> [UInt8] {
    var bytes: [UInt8] = []
    write { bytes.append(contentsOf: $0) }
    return bytes
  }
}
