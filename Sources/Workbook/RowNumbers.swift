import CXlsxWriter

/// Texts and formats of row streams by number.
///
/// In a workbook that is open the library numbers both, in the order in which cells use them. For a workbook
/// that is made later the numbers are given ahead in the same order, and taken over when it is made.
public final class RowNumbers {
  /// A text of the workbook's list of shared texts.
  public struct Text: Hashable, Sendable { fileprivate let place: Int32 }
  /// A format.
  public struct Style: Hashable, Sendable { fileprivate let place: Int32 }

  private struct StyleEntry {
    let format: CellFormat
    let pointer: UnsafeMutablePointer<lxw_format>?
    /// Stands between a cell's name and its content: `" s="12"`; empty before the first use.
    var block: Block
  }

  /// The open workbook; nil where numbers are given ahead.
  private let core: WorkbookCore?
  private var styles: [StyleEntry] = []
  private var stylePlaces: [CellFormat: Int32] = [:]
  private var texts: [String] = []
  private var textPlaces: [ExactText: Int32] = [:]
  private var textNumbers: [UInt32] = []
  private static let unnumbered = UInt32.max

  /// Formats and texts in the order of the numbers that were given ahead.
  private var usedStyles: [CellFormat] = []
  private var usedTexts: [Int32] = []
  /// How many cells hold shared texts, and how many of them the library has counted.
  private var cellCount = 0
  private var countedByLibrary = 0
  private var fault: WorkbookError?

  init(core: WorkbookCore) { self.core = core }

  /// Begins to give numbers ahead.
  public init() { core = nil }

  /// The number of a format; equal formats share one.
  public func style(_ format: CellFormat) throws(WorkbookError) -> Style {
    if let place = stylePlaces[format] { return Style(place: place) }
    let isPlain = format == .plain
    let pointer = isPlain ? nil : try core?.style(format)
    let place = Int32(styles.count)
    styles.append(StyleEntry(format: format, pointer: pointer, block: Block(isPlain ? "\"" : "")))
    stylePlaces[format] = place
    return Style(place: place)
  }

  /// The number of a text that is not empty; the same bytes share one.
  public func text(_ text: String) throws(WorkbookError) -> Text {
    let key = ExactText(text)
    if let place = textPlaces[key] { return Text(place: place) }
    if text.isEmpty { throw .emptyText(place: "a shared text") }
    if let units = CellText.excess(text) {
      throw .textTooLong(place: "a shared text", units: units, limit: CellText.cellLimit)
    }
    let place = Int32(texts.count)
    texts.append(text)
    textNumbers.append(RowNumbers.unnumbered)
    textPlaces[key] = place
    return Text(place: place)
  }

  @inline(__always)
  func number(of text: Text) -> UInt32 {
    cellCount += 1
    let number = textNumbers[Int(text.place)]
    return number == RowNumbers.unnumbered ? firstUse(of: text) : number
  }

  private func firstUse(of text: Text) -> UInt32 {
    let number: UInt32
    if let core {
      number = core.sharedNumber(of: texts[Int(text.place)]) ?? 0
      countedByLibrary += 1
    } else {
      number = UInt32(usedTexts.count)
      usedTexts.append(text.place)
    }
    textNumbers[Int(text.place)] = number
    return number
  }

  @inline(__always)
  func block(of style: Style) -> Block {
    let block = styles[Int(style.place)].block
    return block.count == 0 ? firstUse(of: style) : block
  }

  private func firstUse(of style: Style) -> Block {
    let entry = styles[Int(style.place)]
    let number: Int
    if let pointer = entry.pointer {
      number = Int(lxw_format_get_xf_index(pointer))
    } else {
      // Number 0 is the plain format's.
      usedStyles.append(entry.format)
      number = usedStyles.count
    }
    let block = Block("\" s=\"\(number)\"")
    styles[Int(style.place)].block = block
    return block
  }

  /// Tells the library how many cells hold the texts that it was given once.
  func settle() throws(WorkbookError) {
    try core?.countSharedTexts(cellCount - countedByLibrary)
    countedByLibrary = cellCount
  }

  /// Hands numbers that were given ahead to a workbook on which nothing has been written.
  func handOver(to core: WorkbookCore) throws(WorkbookError) {
    for (at, format) in usedStyles.enumerated() {
      guard lxw_format_get_xf_index(try core.style(format)) == Int32(at + 1) else {
        throw .library(
          call: "lxw_format_get_xf_index", code: 0, message: "the formats are numbered otherwise")
      }
    }
    for (at, place) in usedTexts.enumerated() {
      guard core.sharedNumber(of: texts[Int(place)]) == UInt32(at) else {
        throw .library(call: "lxw_get_sst_index", code: 0, message: "the texts are numbered otherwise")
      }
    }
    try core.countSharedTexts(cellCount - usedTexts.count)
  }
}
