import Content
import Model
import Platform
import Zip

/// A report in the open format of Korea's word processor, HWPX (OWPML, KS X 6101): what is handed out, the tables, what
/// is looked up, and the press release on a page of its own.
///
/// It holds text and tables alone: no macro, no link, no field, no picture.
package struct HwpxDocument: Sendable {
  /// A member of the file.
  struct Part {
    let name: String
    let bytes: [UInt8]
    var method = ZipWriter.Method.deflated
  }

  private let content: ReportContent
  private let created: Int64

  /// Makes a document.
  ///
  /// - Parameter created: The document's date in seconds since 1970; the same date makes the same bytes.
  package init(_ content: ReportContent, created: Int64) {
    (self.content, self.created) = (content, created)
  }

  /// The whole file.
  package func bytes() throws(HwpxFault) -> [UInt8] {
    try HwpxDocument.zip(parts(ReportLayout.pages(of: content)))
  }

  /// Writes the file and reads it back: every part has to be there, whole and well-formed, with every text.
  ///
  /// - Throws: `HwpxFault`, or a `SystemError` where the file cannot be written; then no file is left.
  package func write(to path: String) throws {
    let pages = ReportLayout.pages(of: content)
    let parts = parts(pages)
    var file = try OutputFile(path: path)
    try file.write(HwpxDocument.zip(parts))
    try file.commit()
    do {
      try HwpxVerifier.verify(path: path, parts: parts, pages: pages)
    } catch {
      FileSystem.remove(path)
      throw error
    }
  }

  static func zip(_ parts: [Part]) throws(HwpxFault) -> [UInt8] {
    var zip = ZipWriter()
    do {
      for part in parts { try zip.add(part.name, part.bytes, part.method) }
    } catch {
      throw .part(error.member, reason: error.reason)
    }
    return zip.finish()
  }

  /// All members in the order in which they stand; `mimetype` comes first and as it is.
  func parts(_ pages: [PageRun]) -> [Part] {
    var lists = ShapeLists()
    var tables = 0
    var sections: [Part] = []
    for (index, run) in pages.enumerated() {
      var section = SectionPart(run, tables: tables, lists: lists)
      sections.append(Part(name: "Contents/section\(index).xml", bytes: section.render()))
      (tables, lists) = (section.tables, section.lists)
    }
    let header = HeaderPart(lists: lists, sections: sections.count)
    return [
      Part(name: "mimetype", bytes: PackageParts.mimeType, method: .stored),
      Part(name: "version.xml", bytes: PackageParts.version()),
      Part(name: "Contents/header.xml", bytes: header.render()),
    ] + sections + [
      Part(name: "Preview/PrvText.txt", bytes: PackageParts.preview(pages)),
      Part(name: "settings.xml", bytes: PackageParts.settings()),
      Part(
        name: "Contents/content.hpf", bytes: PackageParts.package(properties, sections: sections.count)),
      Part(name: "META-INF/container.xml", bytes: PackageParts.container()),
      Part(name: "META-INF/manifest.xml", bytes: PackageParts.manifest()),
    ]
  }

  private var properties: DocumentProperties {
    let (days, seconds) = created.quotientAndRemainder(dividingBy: 86_400)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return DocumentProperties(
      title: content.title, name: content.name, subject: content.kind, creator: "TradeTally",
      keywords: content.kind, language: content.language,
      created: "\(Day(number: Int32(clamping: days)).iso)T\(clock.joined(separator: ":"))Z")
  }
}
