import Model
import XML
import Zip

/// The number formats of a workbook's cells.
struct XlsxStyles: Sendable {
  static let limit = 1 << 26
  /// How many characters of a format are looked at; Excel writes no more than 255.
  private static let longestCode = 4096

  private var formats: [NumberFormat] = []

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
  }

  /// The format of a style; one that is not there shows numbers as they are.
  @inline(__always)
  func format(_ style: Int) -> NumberFormat? {
    guard style >= 0, style < formats.count else { return nil }
    return formats[style].isPlain ? nil : formats[style]
  }

  private final class Reader: XMLReader {
    var codes: [Int: String] = [:]
    var ids: [Int] = []
    private var isInCellFormats = false
    private var isInNumberFormats = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "numFmts" { isInNumberFormats = true }
      if name == "cellXfs" { isInCellFormats = true }
      if name == "numFmt", isInNumberFormats, let id = attributes["numFmtId"].flatMap({ Int($0) }) {
        codes[id] = attributes["formatCode"].map { String($0.prefix(XlsxStyles.longestCode)) } ?? "General"
      }
      if name == "xf", isInCellFormats { ids.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
    }

    func end(_ name: XMLName) {
      if name == "numFmts" { isInNumberFormats = false }
      if name == "cellXfs" { isInCellFormats = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }
}
