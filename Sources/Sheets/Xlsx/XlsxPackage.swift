import Model
import XML
import Zip

/// The parts of an Excel workbook, found by what they are related to.
struct XlsxPackage {
  private static let partLimit = 1 << 24

  struct Sheet: Sendable {
    var name: String
    var part: String
    var isHidden: Bool
  }

  let zip: ZipReader
  private(set) var sheets: [Sheet] = []
  private(set) var dateSystem = DateSystem.from1900
  private(set) var sharedTextsPart: String?
  private(set) var stylesPart: String?

  /// Finds the parts; nil where the zip file holds no Excel workbook.
  init?(_ zip: ZipReader) throws(SheetFault) {
    self.zip = zip
    let root = try XlsxPackage.relations(of: "", zip)
    let main = root.first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
    guard let member = zip.member(main) else { return nil }
    if main.lowercased().hasSuffix(".bin") {
      throw .binaryExcel
    }
    let reader = WorkbookReader()
    try PartStream.read(zip, member, limit: XlsxPackage.partLimit, reader)
    guard reader.isWorkbook else { return nil }
    if reader.is1904 { dateSystem = .from1904 }
    let relations = try XlsxPackage.relations(of: main, zip)
    sharedTextsPart = relations.first { $0.type.hasSuffix("/sharedStrings") }?.target
    stylesPart = relations.first { $0.type.hasSuffix("/styles") }?.target
    for sheet in reader.sheets {
      // Charts and macro sheets have no cells of their own.
      guard let relation = relations.first(where: { $0.id == sheet.id }),
        relation.type.hasSuffix("/worksheet")
      else {
        continue
      }
      sheets.append(Sheet(name: sheet.name, part: relation.target, isHidden: sheet.isHidden))
    }
  }

  func member(_ part: String) throws(SheetFault) -> ZipReader.Member {
    guard let member = zip.member(part) else { throw .damaged(part, "nothing is there: the part is missing") }
    return member
  }

  func sharedTexts() throws(SheetFault) -> SharedTexts {
    guard let part = sharedTextsPart else { return SharedTexts() }
    return try SharedTexts(zip, try member(part))
  }

  func styles() throws(SheetFault) -> XlsxStyles {
    // Without them dates and units would be plain numbers.
    guard let part = stylesPart else { return XlsxStyles() }
    return try XlsxStyles(zip, try member(part))
  }

  // MARK: - Relations

  private struct Relation {
    var id: String
    var type: String
    var target: String
  }

  /// What a part is related to; a part of nothing is the package.
  ///
  /// Relations that lead out of the file are left out.
  private static func relations(of part: String, _ zip: ZipReader) throws(SheetFault) -> [Relation] {
    let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let folder = String(part[..<cut])
    guard let member = zip.member("\(folder)_rels/\(part[cut...]).rels") else { return [] }
    let reader = RelationReader()
    try PartStream.read(zip, member, limit: partLimit, reader)
    return reader.relations.map {
      Relation(id: $0.id, type: $0.type, target: resolve($0.target, from: folder))
    }
  }

  private static func resolve(_ target: String, from folder: String) -> String {
    var parts: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  private final class RelationReader: XMLReader {
    var relations: [Relation] = []

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      guard name == "Relationship", attributes["TargetMode"] != "External", let target = attributes["Target"]
      else {
        return
      }
      relations.append(Relation(id: attributes["Id"] ?? "", type: attributes["Type"] ?? "", target: target))
    }
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }

  private final class WorkbookReader: XMLReader {
    var sheets: [(name: String, id: String, isHidden: Bool)] = []
    var is1904 = false
    var isWorkbook = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "workbook" { isWorkbook = true }
      // An extension may have an element of this name, which says nothing of dates.
      if name == "workbookPr", let text = attributes["date1904"] {
        is1904 = ["1", "true", "on"].contains(text)
      }
      if name == "sheet" {
        sheets.append(
          (
            attributes["name"] ?? "", attributes["id"] ?? "",
            ["hidden", "veryHidden"].contains(attributes["state"])
          ))
      }
    }
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }
}

extension ZipReader {
  /// A part by its name, which is compared without case.
  func member(_ part: String) -> Member? {
    members.first { $0.name == part }
      ?? members.first { $0.name.replacing("\\", with: "/").lowercased() == part.lowercased() }
  }
}
