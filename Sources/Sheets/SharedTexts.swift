import Model
import XML
import Zip

/// The texts that a workbook's cells share, one after another.
struct SharedTexts: Sendable {
  /// How many bytes the part may unpack to: all texts are held in memory.
  static let limit = 1 << 28
  /// How many texts there may be; a sheet of a million rows has some millions.
  static let largestCount = 1 << 24

  fileprivate(set) var bytes: [UInt8] = []
  fileprivate(set) var ends: [UInt32] = []
  /// Texts of which something is struck through.
  fileprivate(set) var struck: [Int: StruckText.Extent] = [:]

  var count: Int { ends.count }

  /// Where a text stands in `bytes`.
  @inline(__always)
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }

  /// No texts.
  init() {}

  /// Reads the part that holds them.
  init(_ zip: ZipReader, _ member: ZipReader.Member) throws(SheetFault) {
    let reader = Reader()
    let part = try PartStream(zip, member, limit: SharedTexts.limit, reader: reader)
    while try part.advance() {
      guard reader.texts.count <= SharedTexts.largestCount else {
        throw .tooManyTexts(SharedTexts.largestCount)
      }
    }
    self = reader.texts
  }

  /// Adds a text that begins at a place of `bytes`.
  private mutating func end(at start: Int) {
    if bytes[start...].contains(0x5F) {
      let text = CellText.unescaped(Array(bytes[start...]))
      bytes.removeSubrange(start...)
      bytes += text
    }
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  private final class Reader: PlainXMLReader {
    var texts = SharedTexts()
    private var rich = RichText()
    private var depth = 0
    private var isInItem = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      depth += 1
      if name == "si" {
        isInItem = true
        rich.begin()
      } else if isInItem {
        rich.start(name, attributes)
      }
    }

    func end(_ name: XMLName) {
      depth -= 1
      if name == "si" {
        isInItem = false
        guard texts.count <= SharedTexts.largestCount else { return }
        let start = texts.bytes.count
        let (text, extent) = rich.read
        if extent != .none { texts.struck[texts.count] = extent }
        texts.bytes += text
        texts.end(at: start)
      } else if isInItem {
        rich.end(name)
      }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isInItem { rich.add(bytes) } }

    // MARK: - Plain texts

    var isAtPlain: Bool { depth > 0 && !isInItem && texts.count <= SharedTexts.largestCount }

    func mayBeAtPlain(behind tag: UnsafeBufferPointer<UInt8>) -> Bool {
      tag.starts(with: "</si>".utf8) || tag.starts(with: "<sst".utf8)
    }

    /// `<si><t>…</t></si>`, as Excel writes it with a note on its phonetic text or without.
    func takePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
      guard var scan = XMLScan(bytes) else { return 0 }
      var taken = 0
      while texts.count <= SharedTexts.largestCount {
        let start = texts.bytes.count
        guard takeText(&scan) else {
          texts.bytes.removeSubrange(start...)
          break
        }
        texts.end(at: start)
        taken = scan.at
      }
      return taken
    }

    private func takeText(_ scan: inout XMLScan) -> Bool {
      scan.skipBlanks()
      if scan.skip("<si/>") { return true }
      guard scan.skip("<si><t>") || scan.skip("<si><t xml:space=\"preserve\">"),
        scan.text(into: &texts.bytes),
        scan.skip("</t>")
      else { return false }
      if scan.skip("<phoneticPr fontId=\"") {
        guard scan.number() != nil, scan.skip("\"") else { return false }
        if scan.skip(" type=\"") {
          guard scan.word(before: 0x22) != nil, scan.skip("\"") else { return false }
        }
        guard scan.skip("/>") else { return false }
      }
      return scan.skip("</si>")
    }
  }
}

/// A text whose parts may have formats of their own, and which may say how it is read aloud.
struct RichText {
  /// As it stands there, with escapes.
  private var bytes: [UInt8] = []
  private var struck: [Range<Int>] = []
  private var raised: [StruckText.Raised] = []
  private var isInText = false
  private var isStruck = false
  /// Whether the part stands below the line, or above it; nil where it stands on it.
  private var isBelow: Bool?
  /// How many elements deep in something that is not shown: phonetic text.
  private var unshown = 0

  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    struck.removeAll(keepingCapacity: true)
    raised.removeAll(keepingCapacity: true)
    (isInText, isStruck, isBelow, unshown) = (false, false, nil, 0)
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if unshown > 0 || name == "rPh" || name == "extLst" { return unshown += 1 }
    isInText = name == "t"
    if name == "strike" { isStruck = RichText.isOn(attributes) }
    if name == "vertAlign" {
      let place = attributes["val"]
      isBelow = place == "superscript" ? false : place == "subscript" ? true : nil
    }
  }

  mutating func end(_ name: XMLName) {
    if unshown > 0 { unshown -= 1 }
    isInText = false
    if name == "r" { (isStruck, isBelow) = (false, nil) }
  }

  mutating func add(_ more: UnsafeBufferPointer<UInt8>) {
    // What is larger than any cell is kept just far enough to be seen as too large.
    guard isInText, unshown == 0, bytes.count <= SheetRow.largestCell else { return }
    let start = bytes.count
    bytes.append(contentsOf: more)
    guard bytes.count > start else { return }
    if isStruck { struck.append(start..<bytes.count) }
    if let isBelow { raised.append(StruckText.Raised(range: start..<bytes.count, isBelow: isBelow)) }
  }

  /// The text as a person reads it, but with escapes, and how much of it is struck through.
  var read: (text: [UInt8], extent: StruckText.Extent) { StruckText.read(bytes, struck, raised: raised) }

  /// Whether an element such as `<strike/>` or `<strike val="1"/>` switches something on.
  static func isOn(_ attributes: XMLAttributes) -> Bool { !["0", "false"].contains(attributes["val"]) }
}
