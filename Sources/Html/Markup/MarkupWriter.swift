/// Writes markup that cannot be other than well-formed: elements and attributes come from lists, they end where the
/// closure that fills them ends, and every text is made harmless on its way.
struct MarkupWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []
  /// What it holds.
  private(set) var digest = MarkupDigest()

  private var numbered = 0

  /// The attributes of an element with their values.
  typealias Attributes = KeyValuePairs<Attribute, String>

  /// Writes an element with what `fill` writes into it.
  mutating func element(
    _ element: Element, _ attributes: Attributes = [:], _ fill: (inout MarkupWriter) -> Void
  ) {
    begin(element, attributes)
    bytes.append(UInt8(ascii: ">"))
    fill(&self)
    bytes.append(contentsOf: "</\(element.rawValue)>".utf8)
    digest.end()
  }

  /// Writes an element that holds a text and nothing else.
  mutating func element(_ element: Element, _ attributes: Attributes, _ text: String) {
    self.element(element, attributes) { $0.text(text) }
  }

  /// Writes an element that has no attributes and holds a text.
  mutating func element(_ element: Element, _ text: String) { self.element(element, [:], text) }

  /// Writes an element of a drawing that holds nothing.
  mutating func shape(_ element: Element, _ attributes: Attributes) {
    begin(element, attributes)
    bytes.append(contentsOf: "/>".utf8)
    digest.end()
  }

  /// Writes a text.
  mutating func text(_ text: String) {
    HarmlessText.append(text, to: &bytes)
    digest.text(Array(HarmlessText.plain(text).utf8))
  }

  /// A name for a place that no other place has, for references within the page.
  mutating func nextPlace() -> String {
    numbered += 1
    return "place-\(numbered)"
  }

  /// Begins a new line, so that the source can be read.
  mutating func newLine() {
    bytes.append(0x0A)
    digest.text([0x0A])
  }

  private mutating func begin(_ element: Element, _ attributes: Attributes) {
    bytes.append(contentsOf: "<\(element.rawValue)".utf8)
    digest.begin(element.rawValue)
    for (attribute, value) in attributes {
      bytes.append(contentsOf: " \(attribute.rawValue)=\"".utf8)
      HarmlessText.append(value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
      digest.attribute(attribute.rawValue, HarmlessText.plain(value).utf8)
    }
    digest.content()
  }
}
