import Encodings
import Model
import Platform
import Records
import Values

/// Opens an input: looks at its beginning to find encoding, delimiter and header.
struct InputOpener {
  static let headSize = 1 << 18
  static let largestHead = 1 << 23
  /// How many rows below the header are looked at for what it does not say.
  static let rowsLookedAt = 2_000
  /// Delimiters in order of preference where they recognise equally many columns.
  static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C, 0x5E, 0x7E, 0x3A, 0x1F, 0x01]

  let request: InputRequest
  let index: Int
  let name: String
  /// An encoding that is settled already, by the user or by a look at the whole file.
  let encoding: TextEncoding?
  /// How many columns a sheet turned out to have.
  var leastWidth = 0
  /// What is known of the sheet beside its texts, of a workbook.
  var top: SheetTop?

  struct Found {
    var dialect: RecordDialect
    var header: HeaderMap
    var rows: [[String]]
    var line: Int
    var passedOver: [Int]
    var nextLine: Int
    var offset: Int
    var titles: [[String]]
  }

  func open() throws(TallyError) -> OpenedInput {
    var size = InputOpener.headSize
    while true {
      let (head, isWhole) = try readHead(size)
      if head.isEmpty { throw error(.isEmpty) }
      if let book = try openBook(head) { return try open(book) }
      let verdict = try judge(head)
      let text = decode(head, verdict: verdict, isWhole: isWhole)
      // A list of names may have no more than one column that is of use. One is enough where its header was named for
      // the purpose and no row has two.
      let search = find(text, isWhole: isWhole)
      if let found = search.found { return try opened(found, verdict, text, headIsWhole: isWhole) }
      if let wide = search.tooWide { throw error(wide) }
      if isWhole || search.sawAllRows || size >= InputOpener.largestHead {
        throw noHeader(text, isWhole: isWhole)
      }
      size *= 8
    }
  }

  /// What was found in a file's beginning.
  struct Search {
    var found: Found?
    /// Whether a longer beginning would show no more rows that may be a header.
    var sawAllRows = true
    /// A row with more columns than any table has, which was not taken for a header.
    var tooWide: InputFault?
  }

  /// As many columns as a sheet can have.
  static let mostColumns = 16_384

  /// The header in a file's beginning.
  func find(_ text: [UInt8], isWhole: Bool) -> Search {
    let search = search(text, isWhole: isWhole)
    return search.found == nil && !request.columns.isEmpty
      ? self.search(text, isWhole: isWhole, oneIfNamed: true) : search
  }

  /// The input with all that its beginning says.
  func opened(
    _ found: Found, _ verdict: EncodingVerdict, _ text: [UInt8], headIsWhole: Bool
  ) throws(TallyError) -> OpenedInput {
    // The nearest serves: what stands farther above may be of another table.
    let units = (found.titles + [found.header.statedUnits]).lazy.reversed().map { UnitReader.title($0) }
      .filter { $0 != .none }
    var input = OpenedInput(
      index: index, request: request, name: name, verdict: verdict, dialect: found.dialect,
      header: found.header, headerRows: found.rows, headerLine: found.line,
      passedOver: found.passedOver, firstDataLine: found.nextLine,
      dataOffset: found.offset, headIsWhole: headIsWhole, titleUnit: units.first ?? .none)
    if input.titleUnit == .none, found.titles.joined().contains(where: { UnitReader.mentionsUnit($0) }) {
      input.titleUnit = .unclear
    }
    let rows = rows(of: input, text, isWhole: headIsWhole)
    look(at: &input, rows)
    try checkNeeded(input, rows, text, isWhole: headIsWhole)
    try checkFixedRole(input, rows)
    return input
  }

  private func readHead(_ size: Int) throws(TallyError) -> (bytes: [UInt8], isWhole: Bool) {
    do throws(SystemError) {
      let bytes = try InputFile(path: request.path, kept: request.kept).read(upTo: size)
      return (bytes, bytes.count < size)
    } catch {
      throw TallyError(.input(.system(error)), at: error.path)
    }
  }

  private func judge(_ head: [UInt8]) throws(TallyError) -> EncodingVerdict {
    var verdict = detectEncoding(head)
    if let kind = verdict.binary { throw error(.notText(kind)) }
    if let encoding, encoding != verdict.encoding {
      verdict.encoding = encoding
      verdict.byteOrderMark = 0
      verdict.confidence = 1
      verdict.reason = .given
    }
    return verdict
  }

  private func decode(_ head: [UInt8], verdict: EncodingVerdict, isWhole: Bool) -> [UInt8] {
    let body = head[verdict.byteOrderMark...]
    if verdict.encoding == .utf8 { return Array(body) }
    var decoder = StreamingDecoder(verdict.encoding)
    var text: [UInt8] = []
    body.withUnsafeBytes { decoder.decode($0, isLast: isWhole, into: &text) }
    return text
  }

  func error(_ fault: InputFault) -> TallyError { TallyError(.input(fault), at: request.shownPath) }
}
