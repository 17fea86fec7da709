import Model
import XML
import Zip

/// The texts that a workbook's cells share, one behind the other.
struct SharedTexts: Sendable {
  /// How many bytes the part may unpack to: all texts are held in memory.
  static let limit = 1 << 28
  /// How many texts there may be; a sheet of a million rows has some millions.
  static let largestCount = 1 << 24

  fileprivate(set) var bytes: [UInt8] = []
  fileprivate(set) var ends: [Int] = []

  var count: Int { ends.count }

  /// Where a text stands in `bytes`.
  @inline(__always)
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// No texts.
  init() {}

  /// Reads the part that holds them.
  init(_ zip: ZipReader, _ member: ZipReader.Member) throws(SheetFault) {
    let reader = Reader()
    try PartStream.read(zip, member, limit: SharedTexts.limit, reader)
    guard reader.texts.count <= SharedTexts.largestCount else {
      throw .tooManyTexts(SharedTexts.largestCount)
    }
    self = reader.texts
  }

  private final class Reader: XMLReader {
    var texts = SharedTexts()
    private var rich = RichText()
    private var isInItem = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "si" {
        isInItem = true
        rich.begin()
      } else if isInItem {
        rich.start(name)
      }
    }

    func end(_ name: XMLName) {
      if name == "si" {
        isInItem = false
        guard texts.count <= SharedTexts.largestCount else { return }
        texts.bytes += rich.text
        texts.ends.append(texts.bytes.count)
      } else if isInItem {
        rich.end(name)
      }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isInItem { rich.add(bytes) } }
  }
}

/// A text whose parts may have formats of their own, and which may say how it is read aloud.
struct RichText {
  private var bytes: [UInt8] = []
  private var isInText = false
  /// How many elements deep in something that is not shown: phonetic text.
  private var unshown = 0

  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    (isInText, unshown) = (false, 0)
  }

  mutating func start(_ name: XMLName) {
    if unshown > 0 || name == "rPh" || name == "extLst" { return unshown += 1 }
    isInText = name == "t"
  }

  mutating func end(_ name: XMLName) {
    if unshown > 0 { unshown -= 1 }
    isInText = false
  }

  mutating func add(_ more: UnsafeBufferPointer<UInt8>) {
    // What is larger than any cell is kept just far enough to be seen as too large.
    if isInText, unshown == 0, bytes.count <= SheetRow.largestCell { bytes.append(contentsOf: more) }
  }

  /// The text as it is shown.
  var text: [UInt8] { CellText.unescaped(bytes) }
}
