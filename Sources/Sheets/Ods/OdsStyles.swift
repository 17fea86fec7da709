import XML

/// What the style of an OpenDocument cell decides of what the cell says.
struct OdsLook {
  /// How numbers are shown; nil where the file does not say.
  var format: NumberFormat?
  var isStruck = false
}

/// Reads the styles of an OpenDocument file: those that all sheets share, then those of the content.
///
/// A number format stands there taken apart; it is put together to a code as Excel writes it, so that one reader serves
/// both.
final class OdsStyles: XMLReader {
  /// How large the part with the shared ones may be.
  static let limit = 1 << 26
  /// How many digits of a format are looked at; spreadsheets know no more than thirty.
  private static let mostDigits = 60

  private struct Style {
    var parent: String?
    var format: String?
    var isStruck: Bool?
    /// Whether it stands below the line, or above it.
    var isBelow: Bool?
  }

  /// By family and name.
  private var styles: [String: Style] = [:]
  private var formats: [String: OdsFormat] = [:]
  private var looks: [String: OdsLook] = [:]

  private var style: String?
  private var format: (name: String, read: OdsFormat)?
  private var text = ""
  private var isInText = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if format != nil { return startInFormat(name, attributes) }
    if name == "style" {
      let key = OdsStyles.key(attributes["family"] ?? "", attributes["name"] ?? "")
      styles[key] = Style(
        parent: attributes["parent-style-name"], format: attributes["data-style-name"], isStruck: nil)
      style = key
    } else if name == "text-properties", let style {
      let line = attributes["text-line-through-style"] ?? attributes["text-line-through-type"]
      if let line { styles[style]?.isStruck = line != "none" }
      // `super 58%`, `sub`, or by how much of the letters' height: `33% 58%`, `-33% 58%`.
      if let place = attributes["text-position"]?.split(separator: " ").first {
        let isOnLine = place == "0%" || place == "0"
        styles[style]?.isBelow = isOnLine ? nil : place == "sub" || place.hasPrefix("-")
      }
    } else if name == "number-style" || name == "currency-style" {
      format = (attributes["name"] ?? "", OdsFormat())
    }
  }

  func end(_ name: XMLName) {
    if isInText {
      if name == "text" || name == "currency-symbol" {
        format?.read.add(text: text)
        isInText = false
      } else if name == "embedded-text" {
        format?.read.embed(text)
        isInText = false
      }
    } else if let format, name == "number-style" || name == "currency-style" {
      formats[format.name] = format.read
      self.format = nil
    } else if name == "number" {
      format?.read.endNumber()
    } else if name == "style" {
      style = nil
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText, text.utf8.count < 1_024 { text += String(decoding: bytes, as: UTF8.self) }
  }

  private func startInFormat(_ name: XMLName, _ attributes: XMLAttributes) {
    func count(_ name: StaticString) -> Int {
      min(max(0, attributes[name].flatMap { Int($0) } ?? 0), OdsStyles.mostDigits)
    }
    if name == "text" || name == "currency-symbol" || name == "embedded-text" {
      (text, isInText) = ("", true)
      if name == "embedded-text" { format?.read.position = count("position") }
    } else if name == "number" {
      format?.read.beginNumber(
        whole: count("min-integer-digits"), decimals: count("decimal-places"),
        divisor: attributes["display-factor"] ?? "1")
    } else if name == "scientific-number" {
      format?.read.code += "0E+0"
    } else if name == "fraction" {
      format?.read.code += "# ?/?"
    } else if name == "text-content" {
      format?.read.code += "@"
    } else if name == "map", let condition = attributes["condition"] {
      format?.read.maps.append((condition, attributes["apply-style-name"] ?? ""))
    }
  }

  private static func key(_ family: String, _ name: String) -> String { family + "/" + name }

  // MARK: - What they say

  /// The look of a cell.
  func look(_ name: String) -> OdsLook {
    if let known = looks[name] { return known }
    var look = OdsLook()
    look.isStruck = isStruck("table-cell", name) ?? false
    var next: String? = name
    // Styles build on one another, but not on themselves.
    for _ in 0..<32 {
      guard let at = next, let style = styles[OdsStyles.key("table-cell", at)] else { break }
      if let format = style.format, let read = formats[format] {
        look.format = NumberFormat(code(read))
        break
      }
      next = style.parent
    }
    looks[name] = look
    return look
  }

  /// Whether a part of a text is struck through; nil where its style does not say.
  func isTextStruck(_ name: String) -> Bool? { isStruck("text", name) }

  /// Whether a part of a text stands below the line, or above it; nil where its style does not say.
  func textPlace(_ name: String) -> Bool? {
    var next: String? = name
    for _ in 0..<32 {
      guard let at = next, let style = styles[OdsStyles.key("text", at)] else { return nil }
      if let isBelow = style.isBelow { return isBelow }
      next = style.parent
    }
    return nil
  }

  private func isStruck(_ family: String, _ name: String) -> Bool? {
    var next: String? = name
    for _ in 0..<32 {
      guard let at = next, let style = styles[OdsStyles.key(family, at)] else { return nil }
      if let isStruck = style.isStruck { return isStruck }
      next = style.parent
    }
    return nil
  }

  /// The code of a format with those for other numbers.
  ///
  /// A format for numbers of either sign is written the other way round: the last of Excel's sections stands for itself,
  /// those before it for numbers that fulfil a condition.
  private func code(_ format: OdsFormat) -> String {
    let signs = [["value()>=0"], ["value()>0"], ["value()>0", "value()<0"]]
    let isBySign = signs.contains(format.maps.map { $0.condition.filter { $0 != " " } })
    let sections = format.maps.map { condition, name in
      let test = condition.filter { $0 != " " }.replacing("value()", with: "").replacing("!=", with: "<>")
      return (isBySign ? "" : "[\(test)]") + (formats[name]?.code ?? "General")
    }
    return (sections + [format.code]).joined(separator: ";")
  }
}

/// A number format of an OpenDocument file while it is put together.
struct OdsFormat {
  /// As Excel would write it.
  var code = ""
  /// Formats for the numbers that fulfil a condition.
  var maps: [(condition: String, name: String)] = []
  /// Before how many of the whole digits the text at hand stands.
  var position = 0

  private var whole = 0
  private var decimals = 0
  private var divisor = ""
  private var embedded: [Int: String] = [:]

  mutating func beginNumber(whole: Int, decimals: Int, divisor: String) {
    (self.whole, self.decimals, self.divisor, embedded) = (whole, decimals, divisor, [:])
  }

  mutating func embed(_ text: String) { embedded[position, default: ""] += OdsFormat.literal(text) }

  mutating func endNumber() {
    let places = max(1, whole, (embedded.keys.max() ?? 0) + (embedded.isEmpty ? 0 : 1))
    for place in (1...places).reversed() {
      code += place <= whole ? "0" : "#"
      code += embedded[place - 1] ?? ""
    }
    if decimals > 0 { code += "." + String(repeating: "0", count: decimals) }
    // A thousand is a comma behind the digits.
    if divisor.hasPrefix("1"), divisor.dropFirst().allSatisfy({ $0 == "0" }) {
      code += String(repeating: ",", count: min(5, (divisor.count - 1) / 3))
    }
  }

  mutating func add(text: String) { code += OdsFormat.literal(text) }

  private static func literal(_ text: String) -> String { text.map { "\\\($0)" }.joined() }
}
