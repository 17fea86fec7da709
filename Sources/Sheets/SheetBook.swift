import Model
import Platform
import Records
import Zip

/// A workbook whose sheets can be read: `.xlsx` and what is built like it, or `.ods`.
///
/// Nothing but the named file is opened. Macros, links to other files, queries and pictures are never looked at.
///
/// Used by one thread at a time, which is why it may be handed from one to another.
package final class SheetBook: @unchecked Sendable {
  /// One sheet.
  package struct Sheet: Sendable, Hashable {
    /// As its tab shows it.
    package var name: String
    /// Whether its tab is hidden.
    package var isHidden: Bool
    /// Number among the sheets with cells, from 0.
    package var index: Int
  }

  /// The sheets with cells, in the order of their tabs.
  package let sheets: [Sheet]
  /// The name of the format, `xlsx` or `ods`.
  package var format: String {
    switch form {
    case .xlsx: "xlsx"
    case .ods: "ods"
    }
  }

  private enum Form {
    case xlsx(XlsxPackage)
    case ods(ZipReader.Member)
  }

  /// How large the part of an OpenDocument file with all its sheets may be.
  private static let contentLimit = 1 << 31

  private let zip: ZipReader
  private let form: Form
  /// The file at the time when it was opened; nil for one in memory.
  private var identity: FileIdentity?
  private var texts: SharedTexts?
  private var styles: XlsxStyles?
  private var frames: [Int: XlsxFrame] = [:]

  /// Opens a file that begins like a zip file.
  package convenience init(path: String) throws(SheetFault) {
    let identity = FileIdentity(path: path)
    let zip: ZipReader
    do throws(ZipReader.Fault) { zip = try ZipReader(path: path, form: .foreign) } catch {
      throw .damaged(error)
    }
    try self.init(zip)
    self.identity = identity
  }

  /// How much memory the texts take that have been read, in bytes.
  package var textSize: Int { (texts?.bytes.count ?? 0) + 4 * (texts?.count ?? 0) }

  /// Whether the file that was opened still stands at a path, unchanged.
  package func isUnchanged(at path: String) -> Bool {
    guard let identity, let other = FileIdentity(path: path) else { return false }
    return identity.isSameContent(as: other)
  }

  /// Opens a workbook that is held in memory.
  package convenience init(bytes: [UInt8]) throws(SheetFault) {
    let zip: ZipReader
    do throws(ZipReader.Fault) { zip = try ZipReader(bytes, form: .foreign) } catch { throw .damaged(error) }
    try self.init(zip)
  }

  private init(_ zip: ZipReader) throws(SheetFault) {
    self.zip = zip
    if let package = try XlsxPackage(zip) {
      form = .xlsx(package)
      sheets = package.sheets.enumerated().map { Sheet(name: $1.name, isHidden: $1.isHidden, index: $0) }
    } else if let content = zip.member("content.xml"), try SheetBook.isSpreadsheet(zip) {
      form = .ods(content)
      let reader = OdsRows(part: content.name)
      try PartStream.read(zip, content, limit: SheetBook.contentLimit, reader)
      if let fault = reader.fault { throw fault }
      sheets = reader.names.enumerated().map { Sheet(name: $1.name, isHidden: $1.isHidden, index: $0) }
    } else {
      throw SheetBook.otherFormat(zip)
    }
    guard !sheets.isEmpty else {
      throw .noCells
    }
  }

  private static func isSpreadsheet(_ zip: ZipReader) throws(SheetFault) -> Bool {
    func small(_ name: String) throws(SheetFault) -> String? {
      guard let member = zip.member(name), member.size <= 1 << 20 else { return nil }
      do throws(ZipReader.Fault) {
        return try zip.content(of: member.name).map { String(decoding: $0, as: UTF8.self) }
      } catch { throw .damaged(error) }
    }
    let manifest = try small("META-INF/manifest.xml") ?? ""
    if manifest.contains("encryption-data") { throw .passwordProtected }
    let type = try small("mimetype") ?? manifest
    return type.contains("opendocument.spreadsheet") || type.isEmpty
  }

  private static func otherFormat(_ zip: ZipReader) -> SheetFault {
    let names = zip.members.map { $0.name.lowercased() }
    if names.contains("xl/workbook.bin") { return .binaryExcel }
    if names.contains(where: { $0.hasSuffix(".iwa") || $0 == "index.zip" }) { return .numbers }
    let kinds: [(String, OfficeDocument)] = [
      ("word/document.xml", .word), ("ppt/presentation.xml", .presentation),
      ("contents/section0.xml", .hangul), ("content.xml", .openDocument),
    ]
    for (name, kind) in kinds where names.contains(name) { return .other(kind) }
    return .plainZip
  }

  // MARK: - Reading

  /// Begins to read a sheet.
  package func read(_ sheet: Sheet, _ window: SheetWindow) throws(SheetFault) -> SheetFeed {
    switch form {
    case .ods(let content):
      let sink = RowSink(window: window)
      let styles = OdsStyles()
      if let shared = zip.member("styles.xml") {
        try PartStream.read(zip, shared, limit: OdsStyles.limit, styles)
      }
      let rows = OdsRows(sink: sink, sheet: sheet.index, styles: styles, part: content.name)
      let part = try PartStream(zip, content, limit: SheetBook.contentLimit, reader: rows)
      rows.stream = part
      return SheetFeed(part, sink, .ods(rows))
    case .xlsx(let package):
      let member = try package.member(package.sheets[sheet.index].part)
      let frame = window.fillsMerged ? try self.frame(package, sheet.index, member) : nil
      let sink = RowSink(window: window, merged: frame?.merged ?? [])
      if texts == nil { texts = try package.sharedTexts() }
      if styles == nil { styles = try package.styles() }
      let rows = XlsxRows(
        sink: sink, texts: texts ?? SharedTexts(), styles: styles ?? XlsxStyles(),
        dateSystem: package.dateSystem,
        part: member.name)
      let part = try PartStream(zip, member, limit: XlsxFrame.limit, reader: rows)
      rows.stream = part
      return SheetFeed(part, sink, .xlsx(rows, hiddenColumns: frame?.hiddenColumns ?? []))
    }
  }

  /// The merged ranges of a sheet; of an OpenDocument sheet those that begin in its first rows.
  package func merged(_ sheet: Sheet) throws(SheetFault) -> [MergedRange] {
    switch form {
    case .xlsx(let package):
      return try frame(package, sheet.index, try package.member(package.sheets[sheet.index].part)).merged
    case .ods:
      // They stand in the cells.
      let feed = try read(sheet, SheetWindow())
      _ = try feed.next(into: RecordBlock())
      return feed.merged
    }
  }

  private func frame(_ package: XlsxPackage, _ index: Int, _ member: ZipReader.Member) throws(SheetFault)
    -> XlsxFrame
  {
    if let frame = frames[index] { return frame }
    let frame = try XlsxFrame(zip, member)
    frames[index] = frame
    return frame
  }
}
