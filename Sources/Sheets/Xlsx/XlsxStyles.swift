import Model
import XML
import Zip

/// The number formats of a workbook's cells.
struct XlsxStyles: Sendable {
  static let limit = 1 << 26
  /// How many characters of a format are looked at; Excel writes no more than 255.
  private static let longestCode = 4096

  private var formats: [NumberFormat] = []
  /// Whether the fonts strike through, by style; empty where none does.
  private var struck: [Bool] = []

  /// No formats: every number is shown as it is.
  init() {}

  /// Reads the part that holds them.
  init(_ zip: ZipReader, _ member: ZipReader.Member) throws(SheetFault) {
    let reader = Reader()
    try PartStream.read(zip, member, limit: XlsxStyles.limit, reader)
    var known: [Int: NumberFormat] = [:]
    for id in Set(reader.ids) {
      known[id] = reader.codes[id].map { NumberFormat($0) } ?? NumberFormat.builtIn(id)
    }
    formats = reader.ids.map { known[$0] ?? .general }
    if !reader.struckFonts.isEmpty { struck = reader.fonts.map(reader.struckFonts.contains) }
  }

  /// Whether a style strikes its cells through.
  @inline(__always)
  func isStruck(_ style: Int) -> Bool { style >= 0 && style < struck.count && struck[style] }

  /// The format of a style; one that is not there shows numbers as they are.
  @inline(__always)
  func format(_ style: Int) -> NumberFormat? {
    guard style >= 0, style < formats.count else { return nil }
    return formats[style].isPlain ? nil : formats[style]
  }

  private final class Reader: XMLReader {
    var codes: [Int: String] = [:]
    var ids: [Int] = []
    /// The font of each style.
    var fonts: [Int] = []
    var struckFonts: Set<Int> = []
    private var font = -1
    private var isInFonts = false
    private var isInCellFormats = false
    private var isInNumberFormats = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "numFmts" { isInNumberFormats = true }
      if name == "cellXfs" { isInCellFormats = true }
      if name == "numFmt", isInNumberFormats, let id = attributes["numFmtId"].flatMap({ Int($0) }) {
        codes[id] = attributes["formatCode"].map { String($0.prefix(XlsxStyles.longestCode)) } ?? "General"
      }
      if name == "xf", isInCellFormats {
        ids.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
        fonts.append(attributes["fontId"].flatMap { Int($0) } ?? 0)
      }
      // Fonts stand elsewhere, too: in the formats that conditions give.
      if name == "fonts" { isInFonts = true }
      if name == "font", isInFonts { font += 1 }
      if name == "strike", isInFonts, RichText.isOn(attributes) { struckFonts.insert(font) }
    }

    func end(_ name: XMLName) {
      if name == "fonts" { isInFonts = false }
      if name == "numFmts" { isInNumberFormats = false }
      if name == "cellXfs" { isInCellFormats = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }
}
