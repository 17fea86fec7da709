import Zip

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Reads XML as a stream and checks whether it is well-formed, as far as a library can go wrong that lost a piece of
/// what it wrote: bytes, characters, references, tags, attributes, nesting, and the numbers of children that
/// elements state.
///
/// Tags are found by their bytes, since neither text nor attributes hold `<` or `>` unescaped.
struct MarkupScan {
  /// What is read besides.
  enum Kind { case other, sheet, strings }

  /// What a sheet and the list of texts say of each other.
  struct Findings {
    /// Rows of the sheet.
    var rows = 0
    /// Cells that name a text of the list.
    var references = 0
    /// The greatest number that they name; −1 where there is none.
    var greatest = -1
    /// Texts in the list.
    var texts = 0
    /// Cells of the sheet.
    var cells = 0
    /// The checksum of the texts, each followed by a zero byte.
    var checksum = CRC32()
  }

  private(set) var findings = Findings()
  /// The first thing that is wrong.
  private(set) var fault: String?

  private let kind: Kind
  private var characters = CharacterCheck()
  /// What has been seen of a tag or text that goes on in the next piece.
  private var begun: [UInt8] = []
  private var inTag = false
  private var names: [UInt8] = []
  private var open: [Element] = []
  private var hasRoot = false
  private var lastRow = 0
  private var lastColumn = 0
  private var cellIsReference = false
  private var cellIsText = false
  /// Whether the text of the element that is open now is wanted.
  private var wantsText = false

  /// An element that is open.
  private struct Element {
    let start: Int
    var children = 0
    var hasText = false
    var stated: Int?
  }

  init(_ kind: Kind = .other) { self.kind = kind }

  /// Takes the next piece.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    if fault != nil { return }
    if !characters.add(bytes) { return fail("it holds bytes that are no character of XML in UTF-8") }
    var at = 0
    while at < bytes.count, fault == nil {
      let mark = inTag ? UInt8(ascii: ">") : UInt8(ascii: "<")
      guard let end = find(mark, in: bytes, from: at) else {
        begun.append(contentsOf: bytes[at...])
        return
      }
      let part = UnsafeBufferPointer(rebasing: bytes[at..<end])
      if begun.isEmpty {
        if inTag { tag(part) } else { text(part) }
      } else {
        begun.append(contentsOf: part)
        let whole = begun
        begun.removeAll(keepingCapacity: true)
        whole.withUnsafeBufferPointer { if inTag { tag($0) } else { text($0) } }
      }
      inTag.toggle()
      at = end + 1
    }
  }

  mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { add($0) } }

  /// Ends the scan.
  ///
  /// - Returns: what is wrong; nil where nothing is.
  mutating func finish() -> String? {
    if fault == nil, !inTag, !begun.isEmpty {
      let rest = begun
      rest.withUnsafeBufferPointer { text($0) }
    }
    if fault == nil, inTag || !open.isEmpty || !hasRoot || !characters.isWhole {
      fail("its XML is not closed")
    }
    return fault
  }

  private mutating func fail(_ reason: String) { fault = fault ?? reason }

  // MARK: - Text

  private mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    if text.isEmpty { return }
    if open.isEmpty {
      if text.contains(where: { !isSpace($0) }) { fail("text stands outside its XML") }
      return
    }
    open[open.count - 1].hasText = true
    let hasReference = find(UInt8(ascii: "&"), in: text, from: 0) != nil
    guard hasReference || wantsText else { return }
    guard let plain = hasReference ? MarkupScan.plain(text) : Array(text) else {
      return fail("a reference in it is cut off")
    }
    guard wantsText else { return }
    if kind == .strings {
      plain.withUnsafeBufferPointer { findings.checksum.add($0) }
    } else if let index = Int(String(decoding: plain, as: UTF8.self)), index >= 0 {
      findings.references += 1
      findings.greatest = max(findings.greatest, index)
    } else {
      fail("a cell names no text")
    }
  }

  /// Text with its references put in; nil where one is wrong.
  static func plain(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      if text[at] != UInt8(ascii: "&") {
        result.append(text[at])
        at += 1
        continue
      }
      guard let end = text[at...].firstIndex(of: UInt8(ascii: ";")), end - at <= 10 else { return nil }
      let name = String(decoding: text[(at + 1)..<end], as: UTF8.self)
      switch name {
      case "amp": result.append(UInt8(ascii: "&"))
      case "lt": result.append(UInt8(ascii: "<"))
      case "gt": result.append(UInt8(ascii: ">"))
      case "quot": result.append(UInt8(ascii: "\""))
      case "apos": result.append(UInt8(ascii: "'"))
      default:
        let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
        guard name.hasPrefix("#"), let value = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10),
          let scalar = Unicode.Scalar(value)
        else { return nil }
        result.append(contentsOf: Array(String(Character(scalar)).utf8))
      }
      at = end + 1
    }
    return result
  }

  // MARK: - Tags

  private mutating func tag(_ tag: UnsafeBufferPointer<UInt8>) {
    guard let first = tag.first else { return fail("a tag has no name") }
    switch first {
    case UInt8(ascii: "?"):
      if tag.last != UInt8(ascii: "?") || tag.count < 3 { fail("a declaration is cut off") }
    case UInt8(ascii: "/"): close(UnsafeBufferPointer(rebasing: tag[1...]))
    default: begin(tag)
    }
  }

  private mutating func close(_ name: UnsafeBufferPointer<UInt8>) {
    guard let element = open.popLast(), names[element.start...].elementsEqual(name) else {
      return fail("its tags do not fit each other")
    }
    if let stated = element.stated, stated != element.children {
      return fail(
        "\(String(decoding: name, as: UTF8.self)) has \(element.children) parts instead of \(stated)")
    }
    if element.children == 0, !element.hasText, needsText(name) {
      return fail("\(String(decoding: name, as: UTF8.self)) is empty")
    }
    names.removeLast(names.count - element.start)
    if kind == .strings, name.count == 2, name[0] == UInt8(ascii: "s"), name[1] == UInt8(ascii: "i") {
      findings.texts += 1
      let zero: [UInt8] = [0]
      zero.withUnsafeBufferPointer { findings.checksum.add($0) }
    }
    wantsText = false
  }

  private mutating func begin(_ tag: UnsafeBufferPointer<UInt8>) {
    let isEmpty = tag.last == UInt8(ascii: "/")
    let end = isEmpty ? tag.count - 1 : tag.count
    var at = 0
    while at < end, !isSpace(tag[at]) { at += 1 }
    guard at > 0, isNameStart(tag[0]) else { return fail("a tag has no name") }
    let name = UnsafeBufferPointer(rebasing: tag[..<at])
    if open.isEmpty {
      if hasRoot { return fail("a second element stands behind its first") }
      hasRoot = true
    } else {
      open[open.count - 1].children += 1
    }
    var element = Element(start: names.count)
    beginElement(name)
    while at < end {
      guard isSpace(tag[at]) else { return fail("its attributes are not apart") }
      while at < end, isSpace(tag[at]) { at += 1 }
      if at == end { break }
      guard let equals = find(UInt8(ascii: "="), in: tag, from: at), equals + 1 < end, equals > at,
        isNameStart(tag[at]), tag[equals + 1] == UInt8(ascii: "\""),
        let close = find(UInt8(ascii: "\""), in: tag, from: equals + 2), close < end
      else { return fail("an attribute is cut off") }
      let value = UnsafeBufferPointer(rebasing: tag[(equals + 2)..<close])
      attribute(
        UnsafeBufferPointer(rebasing: tag[at..<equals]), value, of: name, &element)
      at = close + 1
    }
    if isEmpty {
      if let stated = element.stated, stated != 0 { fail("an element has no parts instead of \(stated)") }
    } else {
      names.append(contentsOf: name)
      open.append(element)
      wantsText = wants(name)
    }
  }

  private mutating func beginElement(_ name: UnsafeBufferPointer<UInt8>) {
    guard kind == .sheet else { return }
    if isWord(name, "row") {
      findings.rows += 1
      lastColumn = 0
    } else if name.count == 1, name[0] == UInt8(ascii: "c") {
      findings.cells += 1
      (cellIsReference, cellIsText) = (false, false)
    }
  }

  /// Whether an element is never empty: a formula, a number, a place of a drawing.
  private func needsText(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    switch kind {
    case .strings: false
    // The result of a formula may be an empty text.
    case .sheet:
      name.count == 1 && (name[0] == UInt8(ascii: "f") || name[0] == UInt8(ascii: "v") && !cellIsText)
    case .other: MarkupScan.filled.contains { isWord(name, $0) }
    }
  }

  private static let filled: [StaticString] = [
    "c:f", "c:v", "xdr:col", "xdr:colOff", "xdr:row", "xdr:rowOff", "definedName",
  ]

  /// Whether the text of an element that begins is a text of the list, or names one.
  private func wants(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count == 1 else { return false }
    switch kind {
    case .strings: return name[0] == UInt8(ascii: "t")
    case .sheet: return cellIsReference && name[0] == UInt8(ascii: "v")
    case .other: return false
    }
  }

  private mutating func attribute(
    _ key: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>,
    of name: UnsafeBufferPointer<UInt8>, _ element: inout Element
  ) {
    if find(UInt8(ascii: "&"), in: value, from: 0) != nil, MarkupScan.plain(value) == nil {
      return fail("a reference in it is cut off")
    }
    if isWord(key, "uniqueCount") || (isWord(key, "count") && element.stated == nil) {
      guard let stated = Int(String(decoding: value, as: UTF8.self)) else { return }
      // The list of texts states how often they are used, and only then how many they are.
      if !(isWord(name, "sst") && isWord(key, "count")) { element.stated = stated }
    } else if kind == .sheet, key.count == 1 {
      if name.count == 1, name[0] == UInt8(ascii: "c") {
        if key[0] == UInt8(ascii: "r") {
          cell(value)
        } else if key[0] == UInt8(ascii: "t") {
          cellIsReference = value.count == 1 && value[0] == UInt8(ascii: "s")
          cellIsText = isWord(value, "str")
        }
      } else if key[0] == UInt8(ascii: "r"), isWord(name, "row") {
        let row = number(value, from: 0)
        if row <= lastRow { fail("its rows are not in order") }
        lastRow = row
      }
    }
  }

  /// Checks that a cell such as `AB12` stands in its row, after the cell before.
  private mutating func cell(_ place: UnsafeBufferPointer<UInt8>) {
    var column = 0
    var at = 0
    while at < place.count, place[at] >= UInt8(ascii: "A"), place[at] <= UInt8(ascii: "Z") {
      column = column * 26 + Int(place[at] - UInt8(ascii: "A")) + 1
      at += 1
    }
    if column <= lastColumn || number(place, from: at) != lastRow { fail("its cells are not in order") }
    lastColumn = column
  }

  /// The digits of a text as a number; −1 where there are others.
  private func number(_ text: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
    var value = 0
    for byte in text[from...] {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), value < 1 << 40 else { return -1 }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return from < text.count ? value : -1
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

/// Whether a byte can begin a name: a letter, `_`, `:`, or part of a character beyond ASCII.
private func isNameStart(_ byte: UInt8) -> Bool {
  byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
    || byte == UInt8(ascii: ":") || byte >= 0x80
}

private func isWord(_ name: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
  guard name.count == word.utf8CodeUnitCount, let start = name.baseAddress else { return false }
  return memcmp(start, word.utf8Start, name.count) == 0
}

private func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
  guard let start = bytes.baseAddress, from < bytes.count,
    let found = memchr(start + from, Int32(byte), bytes.count - from)
  else { return nil }
  return UnsafeRawPointer(found) - UnsafeRawPointer(start)
}
