import Zip

/// Puts a zip file together, its members unpacked, so that tests can write the parts of workbooks by hand.
struct ZipBuilder {
  private var bytes: [UInt8] = []
  private var list: [UInt8] = []
  private var count = 0
  /// What stands after the list.
  var comment = ""

  /// A file that begins with some bytes that belong to no member.
  init(lead: [UInt8] = []) { bytes = lead }

  mutating func add(_ name: String, _ content: [UInt8], claimedSize: Int? = nil, flags: Int = 0) {
    var crc = CRC32()
    content.withUnsafeBufferPointer { crc.add($0) }
    let size = claimedSize ?? content.count
    let offset = bytes.count
    let common =
      word(20) + word(flags) + word(0) + word(0) + word(0) + double(Int(crc.value)) + double(content.count)
      + double(size) + word(name.utf8.count) + word(0)
    bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
    list +=
      [0x50, 0x4B, 1, 2] + word(20) + common + word(0) + word(0) + word(0) + double(0) + double(offset)
      + Array(name.utf8)
    count += 1
  }

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  var file: [UInt8] {
    bytes + list + [0x50, 0x4B, 5, 6] + word(0) + word(0) + word(count) + word(count) + double(list.count)
      + double(bytes.count) + word(comment.utf8.count) + Array(comment.utf8)
  }

  private func word(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
  private func double(_ value: Int) -> [UInt8] { word(value & 0xFFFF) + word(value >> 16) }
}

/// The parts of a small Excel workbook; each can be replaced.
struct XlsxParts {
  var sheets: [(name: String, xml: String, state: String)] = []
  var sharedTexts = ""
  var styles = ""
  var workbookProperties = ""
  /// What stands in front of the sheets and of the shared texts.
  var comment = ""
  var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  var relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook of one sheet; `rows` is what stands in its `sheetData`, `after` what follows.
  init(rows: String, before: String = "", behind: String = "") {
    sheets = [("Sheet1", "\(before)<sheetData>\(rows)</sheetData>\(behind)", "")]
  }

  var zip: ZipBuilder {
    var zip = ZipBuilder()
    zip.add(
      "_rels/.rels",
      "<Relationships><Relationship Id='r' Type='\(relation)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
    )
    var list = ""
    var relations = ""
    for (index, sheet) in sheets.enumerated() {
      let state = sheet.state.isEmpty ? "" : " state='\(sheet.state)'"
      list += "<sheet name='\(sheet.name)' sheetId='\(index + 1)'\(state) r:id='s\(index)'/>"
      relations +=
        "<Relationship Id='s\(index)' Type='\(relation)/worksheet' Target='worksheets/s\(index).xml'/>"
      zip.add(
        "xl/worksheets/s\(index).xml", "\(comment)<worksheet xmlns='\(namespace)'>\(sheet.xml)</worksheet>")
    }
    if !sharedTexts.isEmpty {
      relations += "<Relationship Id='t' Type='\(relation)/sharedStrings' Target='/xl/sharedStrings.xml'/>"
      zip.add("xl/sharedStrings.xml", "\(comment)<sst xmlns='\(namespace)'>\(sharedTexts)</sst>")
    }
    if !styles.isEmpty {
      relations += "<Relationship Id='y' Type='\(relation)/styles' Target='styles.xml'/>"
      zip.add("xl/styles.xml", "<styleSheet xmlns='\(namespace)'>\(styles)</styleSheet>")
    }
    zip.add(
      "xl/workbook.xml",
      "<workbook xmlns='\(namespace)' xmlns:r='\(relation)'>\(workbookProperties)<sheets>\(list)</sheets></workbook>"
    )
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>")
    return zip
  }

  var file: [UInt8] { zip.file }
}

/// An OpenDocument file with some sheets.
func odsFile(_ tables: String, styles: String = "", comment: String = "") -> [UInt8] {
  var zip = ZipBuilder()
  zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
  zip.add(
    "content.xml",
    """
    \(comment)<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s' xmlns:calcext='c'>\
    <office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:spreadsheet>\(tables)\
    </office:spreadsheet></office:body></office:document-content>
    """)
  return zip.file
}
