import CExpat

/// What an XML document is made of, as it is read.
///
/// Names come without a prefix: the formats that are read here have no two elements of one name that only their
/// name spaces tell apart at the place where they are looked for.
package protocol XMLReader: AnyObject {
  /// An element begins.
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  /// An element ends.
  func end(_ name: XMLName)
  /// Text of the current element; one text may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The local name of an element or attribute, valid while it is handed out.
package struct XMLName {
  @usableFromInline let base: UnsafePointer<CChar>

  @inlinable init(_ qualified: UnsafePointer<CChar>) {
    var base = qualified
    var at = qualified
    while at.pointee != 0 {
      if at.pointee == 0x3A { base = at + 1 }
      at += 1
    }
    self.base = base
  }

  /// Whether the name is this one.
  @inlinable @inline(__always)
  package static func == (name: XMLName, text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      var index = 0
      while index < wanted.count {
        guard UInt8(bitPattern: name.base[index]) == wanted[index] else { return false }
        index += 1
      }
      return name.base[index] == 0
    }
  }

  /// A copy as text.
  package var string: String { String(cString: base) }
}

/// The attributes of an element, valid while they are handed out.
package struct XMLAttributes {
  @usableFromInline let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.list = list }

  /// Hands out each attribute's local name and value.
  @inlinable @inline(__always)
  package func forEach(_ body: (XMLName, UnsafePointer<CChar>) -> Void) {
    var at = list
    while let name = at[0], let value = at[1] {
      body(XMLName(name), value)
      at += 2
    }
  }

  /// The value of an attribute; nil where there is none.
  package subscript(name: StaticString) -> String? {
    var found: String?
    forEach { if $0 == name { found = String(cString: $1) } }
    return found
  }
}

/// Reads XML piece by piece with expat.
///
/// A document type is refused before anything in it is read, so that there are no entities but the five of XML itself,
/// and nothing outside of the document is ever asked for.
package final class XMLStream {
  /// Why a document cannot be read.
  package struct Fault: Error {
    /// What is wrong with it.
    package let reason: String
    package init(reason: String) { self.reason = reason }
  }

  /// How deep elements may stand in one another.
  private static let deepest = 256

  private let parser: XML_Parser
  private let reader: any XMLReader
  private var depth = 0
  private var refusal: String?
  /// Whether the reader has asked for a rest, so that `resume` has to be called before anything is added.
  package private(set) var isResting = false
  /// Line ends that went past expat, for what is said of a place.
  var passedLines = 0

  /// Begins a document; what it is made of goes to `reader`.
  package init(_ reader: any XMLReader) throws(Fault) {
    guard let parser = XML_ParserCreate(nil) else { throw Fault(reason: "there is no memory for it") }
    self.parser = parser
    self.reader = reader
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let context, let name, let attributes else { return }
        XMLStream.of(context).start(name, attributes)
      },
      { context, name in
        guard let context, let name else { return }
        let stream = XMLStream.of(context)
        stream.depth -= 1
        stream.reader.end(XMLName(name))
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let context, let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        XMLStream.of(context).reader.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let context else { return }
      XMLStream.of(context).refuse("it declares a document type, which is not needed")
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func of(_ context: UnsafeMutableRawPointer) -> XMLStream {
    Unmanaged<XMLStream>.fromOpaque(context).takeUnretainedValue()
  }

  private func start(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>)
  {
    depth += 1
    if depth > XMLStream.deepest { return refuse("its elements stand too deep in one another") }
    reader.start(XMLName(name), XMLAttributes(attributes))
  }

  /// Ends reading with a reason.
  package func refuse(_ reason: String) {
    if refusal == nil { refusal = reason }
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  /// Reads the document's next bytes, which stay valid and unchanged until all of them have been read.
  ///
  /// Where the reader has asked for a rest, `resume` has to be called before anything is added.
  package func add(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return }
    try look(
      base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        XML_Parse(parser, $0, Int32(bytes.count), 0)
      })
  }

  /// Says that the document ends here.
  package func finish() throws(Fault) { try look(XML_Parse(parser, nil, 0, 1)) }

  /// Stops when the current element has been handed out.
  package func rest() { XML_StopParser(parser, XML_Bool(XML_TRUE)) }

  /// Goes on after a rest; false where there was none.
  package func resume() throws(Fault) -> Bool {
    guard isResting else { return false }
    isResting = false
    try look(XML_ResumeParser(parser))
    return true
  }

  private func look(_ status: XML_Status) throws(Fault) {
    if let refusal { throw Fault(reason: refusal) }
    if status == XML_STATUS_SUSPENDED { isResting = true } else if status != XML_STATUS_OK { throw fault() }
  }

  private func fault() -> Fault {
    let what = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "not well-formed"
    let line = Int(XML_GetCurrentLineNumber(parser)) + passedLines
    return Fault(reason: "its XML is damaged at line \(line): \(what)")
  }
}
