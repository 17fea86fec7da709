/// Writes XML, element by element; whatever is handed to it is escaped.
struct Markup {
  private(set) var bytes: [UInt8]

  init() { bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8) }

  /// An element with what stands in it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: (inout Markup) throws -> Void
  ) rethrows {
    open(name, attributes)
    try close(name, content)
  }

  /// An element with more attributes, those of name spaces first.
  mutating func element(
    _ name: StaticString, _ spaces: KeyValuePairs<StaticString, String>,
    _ attributes: KeyValuePairs<StaticString, String>, _ content: (inout Markup) throws -> Void
  ) rethrows {
    open(name, spaces)
    for (key, value) in attributes { attribute(key, value) }
    try close(name, content)
  }

  /// An element with nothing in it.
  mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
    open(name, attributes)
    bytes += "/>".utf8
  }

  /// An element with a text alone.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Text, which is made clean.
  mutating func text(_ text: String) { MarkupText.append(MarkupText.clean(text), to: &bytes) }

  /// Text that is clean already, with the blanks at its ends.
  mutating func cleanText(_ text: String) { MarkupText.append(text, to: &bytes) }

  private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for (key, value) in attributes { attribute(key, value) }
  }

  private mutating func attribute(_ key: StaticString, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    append(key)
    bytes += "=\"".utf8
    MarkupText.append(MarkupText.clean(value), to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func close(_ name: StaticString, _ content: (inout Markup) throws -> Void) rethrows {
    bytes.append(UInt8(ascii: ">"))
    try content(&self)
    bytes += "</".utf8
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func append(_ name: StaticString) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
