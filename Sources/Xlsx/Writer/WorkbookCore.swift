import CXlsxWriter
import Platform

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// The library's workbook and what the library does not keep track of.
final class WorkbookCore {
  /// A sheet and what has been put on it.
  struct Sheet {
    let name: String
    let pointer: UnsafeMutablePointer<lxw_worksheet>
    var rows = RowSet()
    var tables: [TableArea] = []
    /// Rows that are put in once the library has made the sheet.
    var packed: Packed?
  }

  /// Rows that are packed already, and their numbers.
  struct Packed {
    let rows: PackedRows
    let range: Range<Int>
  }

  /// The cells of a table, bounds included.
  struct TableArea {
    let name: String
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
  }

  let path: String
  /// Where sheets are put together.
  let temporaryDirectory: String
  private let font: WorkbookFont?
  private(set) var book: UnsafeMutablePointer<lxw_workbook>?
  var sheets: [Sheet] = []
  var tableNames: [String: String] = [:]
  private var sheetNames: [String: String] = [:]
  private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]
  /// Internal links, checked when all sheets are there.
  var linked: Set<String> = []

  init(path: String, properties: WorkbookProperties, options: WorkbookOptions) throws(WorkbookError) {
    try WorkbookCore.checkTarget(path)
    try WorkbookCore.checkDecimalPoint()
    let created = properties.created
    // 0 would be read as "now"; 253402300799 is the last second of the year 9999.
    guard created >= 1, created <= 253_402_300_799 else { throw .createdDate(created) }
    let directory = try WorkbookCore.temporaryDirectory(options.temporaryDirectory)
    self.path = path
    self.temporaryDirectory = directory
    font = options.font
    let book = directory.withCString { tmpdir in
      // The library copies the text; the field's type is only not const.
      var options = lxw_workbook_options(
        constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: tmpdir),
        use_zip64: 0)
      return workbook_new_opt(path, &options)
    }
    guard let book else {
      throw .library(call: "workbook_new_opt", code: 0, message: "no workbook")
    }
    self.book = book
    do {
      try setProperties(properties)
      try setFont()
    } catch {
      abandon()
      throw error
    }
  }

  deinit { abandon() }

  /// The open workbook.
  func open() throws(WorkbookError) -> UnsafeMutablePointer<lxw_workbook> {
    guard let book else { throw .closed }
    return book
  }

  // MARK: - Sheets and formats

  func addSheet(named name: String) throws(WorkbookError) {
    let book = try open()
    if let fault = Names.sheetFault(name) { throw .sheetName(name, fault: fault) }
    let key = name.lowercased()
    if let other = sheetNames[key] { throw .sheetNameTaken(name, by: other) }
    guard let pointer = workbook_add_worksheet(book, name) else {
      throw .library(call: "workbook_add_worksheet", code: 0, message: "no sheet for \"\(name)\"")
    }
    sheetNames[key] = name
    sheets.append(Sheet(name: name, pointer: pointer))
  }

  func sheetIndex(named name: String) -> Int? { sheets.firstIndex { $0.name == name } }

  func style(_ format: CellFormat) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    if let known = formats[format] { return known }
    let book = try open()
    if let text = format.numberFormat {
      let place = "a number format"
      if text.isEmpty { throw .emptyText(place: place) }
      if let scalar = CellText.firstControl(in: text) { throw .badCharacter(place: place, scalar: scalar) }
      // The library cuts off what does not fit into 127 bytes, in the middle of a character if need be.
      if text.utf8.count > 127 { throw .textTooLong(place: place, units: text.utf8.count, limit: 127) }
    }
    if let size = format.fontSize { try check(size, 1...409, "a font size") }
    guard let pointer = workbook_add_format(book) else {
      throw .library(call: "workbook_add_format", code: 0, message: "no format")
    }
    if let text = format.numberFormat { format_set_num_format(pointer, text) }
    if format.bold { format_set_bold(pointer) }
    if let name = format.fontName ?? font?.name { try setFont(name, of: pointer) }
    if format.italic { format_set_italic(pointer) }
    if format.underline { format_set_underline(pointer, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if format.wrap { format_set_text_wrap(pointer) }
    if format.horizontal != .general { format_set_align(pointer, format.horizontal.rawValue) }
    if format.vertical != .bottom { format_set_align(pointer, format.vertical.rawValue) }
    if format.indent > 0 { format_set_indent(pointer, min(format.indent, 15)) }
    if let size = format.fontSize ?? font?.size { format_set_font_size(pointer, size) }
    if let color = format.fontColor { format_set_font_color(pointer, color.library) }
    if let color = format.fill {
      format_set_pattern(pointer, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(pointer, color.library)
    }
    let weight = UInt8((format.heavyLines ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN).rawValue)
    if format.bottomLine { format_set_bottom(pointer, weight) }
    if format.topLine { format_set_top(pointer, weight) }
    if let color = format.lineColor {
      if format.bottomLine { format_set_bottom_color(pointer, color.library) }
      if format.topLine { format_set_top_color(pointer, color.library) }
    }
    formats[format] = pointer
    return pointer
  }

  /// The workbook's own font, which the library sets in its first format.
  private func setFont() throws(WorkbookError) {
    guard let font, let plain = try open().pointee.formats?.pointee.stqh_first else { return }
    try check(font.size, 1...409, "the size of the workbook's font")
    try setFont(font.name, of: plain)
    format_set_font_size(plain, font.size)
  }

  private func setFont(
    _ name: String, of format: UnsafeMutablePointer<lxw_format>
  ) throws(WorkbookError) {
    let place = "a font's name"
    if name.isEmpty { throw .emptyText(place: place) }
    let units = name.utf16.count
    // The library has room for 127 bytes, Excel for 31 units.
    if units > 31 { throw .textTooLong(place: place, units: units, limit: 31) }
    if let scalar = CellText.firstControl(in: name) { throw .badCharacter(place: place, scalar: scalar) }
    format_set_font_name(format, name)
  }

  func check(_ value: Double, _ range: ClosedRange<Double>, _ place: String) throws(WorkbookError) {
    guard value.isFinite else { throw .notFinite(place: place) }
    guard range.contains(value) else {
      throw .measure(place: place, value: value, lowest: range.lowerBound, highest: range.upperBound)
    }
  }

  /// Turns the library's code into an error.
  func check(_ code: lxw_error, _ call: String) throws(WorkbookError) {
    guard code != LXW_NO_ERROR else { return }
    let message = lxw_strerror(code).map { String(cString: $0) } ?? ""
    throw .library(call: call, code: code.rawValue, message: message)
  }

  // MARK: - Ends

  /// Writes the file and reads it back.
  func close() throws(WorkbookError) {
    let book = try open()
    guard !sheets.isEmpty else { throw .noSheet }
    for name in linked.sorted() where sheetIndex(named: name) == nil { throw .missingSheet(name) }
    try WorkbookCore.checkDecimalPoint()
    // The call frees the workbook even where it fails; nothing may use it afterwards.
    self.book = nil
    let texts = WorkbookTexts(book, sheets.map(\.pointer))
    let code = workbook_close(book)
    do {
      try check(code, "workbook_close")
      try putRows()
      // A row keeps the place of those that were packed.
      let rows = sheets.map { $0.rows.count + ($0.packed.map { $0.range.count - 1 } ?? 0) }
      try WorkbookVerifier.verify(
        path: path, rows: rows, texts: texts,
        packed: Set(sheets.indices.filter { sheets[$0].packed != nil }))
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Puts the packed rows into the file, which is whole but for them.
  private func putRows() throws(WorkbookError) {
    var rows: [String: Packed] = [:]
    for (index, sheet) in sheets.enumerated() {
      if let packed = sheet.packed { rows["xl/worksheets/sheet\(index + 1).xml"] = packed }
    }
    if !rows.isEmpty { try RowSplice(path: path, rows: rows).write() }
  }

  /// Frees the workbook without writing it.
  func abandon() {
    guard let book else { return }
    self.book = nil
    lxw_workbook_free(book)
  }

  // MARK: - Before the first byte

  private func setProperties(_ properties: WorkbookProperties) throws(WorkbookError) {
    let book = try open()
    var copies: [UnsafeMutablePointer<CChar>] = []
    defer { for copy in copies { free(copy) } }
    func text(_ text: String, _ place: String) throws(WorkbookError) -> UnsafeMutablePointer<CChar>? {
      if text.isEmpty { return nil }
      let units = text.utf16.count
      guard units <= 255 else { throw .textTooLong(place: place, units: units, limit: 255) }
      guard let copy = strdup(CellText.plain(text)) else { return nil }
      copies.append(copy)
      return copy
    }
    var fields = lxw_doc_properties()
    fields.title = try text(properties.title, "the title property")
    fields.subject = try text(properties.subject, "the subject property")
    fields.author = try text(properties.author, "the author property")
    fields.company = try text(properties.company, "the company property")
    fields.category = try text(properties.category, "the category property")
    fields.keywords = try text(properties.keywords, "the keywords property")
    fields.comments = try text(properties.comments, "the comments property")
    fields.created = time_t(properties.created)
    try check(workbook_set_properties(book, &fields), "workbook_set_properties")
  }

  /// A bad path would be reported only when all the work is done.
  private static func checkTarget(_ path: String) throws(WorkbookError) {
    if path.isEmpty || path.utf8.contains(0) { throw .target(path: path, reason: "it is no path") }
    var info = stat()
    if stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR {
      throw .target(path: path, reason: "it is a directory")
    }
    let parent = path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      $0 == path.startIndex ? "/" : String(path[..<$0])
    }
    if access(parent ?? ".", W_OK | X_OK) != 0 {
      throw .target(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// A bad directory would silently be replaced by the system's.
  static func temporaryDirectory(_ given: String?) throws(WorkbookError) -> String {
    let directory = given ?? FileSystem.temporaryFolder
    let file = try TemporaryFile.make(in: directory)
    unlink(file.path)
    closeDescriptor(file.descriptor)
    return directory
  }

  /// The library prints numbers with the locale's decimal point.
  private static func checkDecimalPoint() throws(WorkbookError) {
    guard let point = localeconv()?.pointee.decimal_point else { return }
    let text = String(cString: point)
    if text != "." { throw .decimalPoint(text) }
  }
}

/// `close`, which inside the class is the workbook's.
private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

/// A set of row numbers, one bit each.
struct RowSet {
  private var words: [UInt64] = []
  private(set) var count = 0
  private(set) var last = -1

  mutating func insert(_ row: Int) {
    let word = row >> 6
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: max(word + 1 - words.count, words.count)))
    }
    let bit: UInt64 = 1 << UInt64(row & 63)
    if words[word] & bit == 0 {
      words[word] |= bit
      count += 1
    }
    last = max(last, row)
  }
}
