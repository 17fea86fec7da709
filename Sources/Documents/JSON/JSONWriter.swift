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

// Members with their values; what is nil is null.
extension JSONWriter {
  mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  mutating func member(_ name: String, _ value: Int) {
    key(name)
    int(value)
  }

  mutating func member(_ name: String, _ value: Bool?) {
    key(name)
    if let value { bool(value) } else { null() }
  }

  /// A value of a measure: a count, or hundredths for an amount.
  mutating func member(_ name: String, _ value: Int, of measure: Measures.Key) {
    key(name)
    if measure.isAmount { money(Money(hundredths: Int64(value))) } else { int(value) }
  }

  mutating func member(_ name: String, _ value: String?) {
    key(name)
    optional(value)
  }

  mutating func member(_ name: String, _ value: Int?) {
    key(name)
    optional(value)
  }

  mutating func member(_ name: String, _ value: Day?) {
    key(name)
    optional(value)
  }

  /// A number in units of 10^−`decimals`, see `scaled(_:decimals:)`.
  mutating func member(_ name: String, scaled value: (some FixedWidthInteger)?, decimals: Int) {
    key(name)
    if let value { scaled(value, decimals: decimals) } else { null() }
  }

  /// A double, see `rounded(_:decimals:)`.
  mutating func member(_ name: String, rounded value: Double?, decimals: Int) {
    key(name)
    if let value { rounded(value, decimals: decimals) } else { null() }
  }

  mutating func object(_ name: String, _ body: (inout JSONWriter) throws -> Void) rethrows {
    key(name)
    try object(body)
  }

  mutating func array(_ name: String, _ body: (inout JSONWriter) throws -> Void) rethrows {
    key(name)
    try array(body)
  }

  /// A member that is an array of texts.
  mutating func strings(_ name: String, _ texts: [String]) {
    array(name) { json in
      for text in texts {
        json.element()
        json.string(text)
      }
    }
  }

  /// A member that is an array with an object for each item.
  mutating func list<Item>(
    _ name: String, _ items: some Sequence<Item>, _ body: (inout JSONWriter, Item) -> Void
  ) {
    array(name) { json in
      for item in items {
        json.element()
        json.object { body(&$0, item) }
      }
    }
  }
}
