import ArgumentParser
import Documents
import Encodings
import Model
import Platform
import Repair
import Reports
import Sheets
import Values

/// The command `tradetally clean`.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: .help(.clean),
    discussion: .help(.cleanDiscussion))

  @Argument(help: .text(.cleanFile, "file"))
  var file: String

  @Option(name: [.long, .customShort("o")], help: .text(.cleanOutput, "file"))
  var output: String?

  @Option(help: .text(.cleanEncoding, "auto|name"))
  var encoding = "auto"

  @Option(help: .text(.cleanDelimiter))
  var delimiter: String?

  @Option(help: .text(.quote))
  var quote: String?

  @Option(help: .text(.headerRows, "n"))
  var headerRows: Int?

  @Flag(help: .text(.explain))
  var explain = false

  func run() throws {
    try check()
    let (path, sheet) = WorkbookPath.split(file)
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try InputFile.contents(of: path, limit: TableReader.sizeLimit, takesPipes: true)
    } catch {
      throw TallyError(.output(.cleanInput(error)), at: file)
    }
    let table: CleanTable
    if SheetText.isWorkbook(bytes) {
      table = try SheetText(path: path, sheet: sheet).table(bytes)
    } else {
      do throws(TableError) { table = try TableReader(options: try options()).read(bytes) } catch {
        throw TallyError(.output(error.fault), at: file)
      }
    }
    try write(table)
    tell(table)
  }

  /// Says what was left out or changed, and if so wanted what was detected.
  private func tell(_ table: CleanTable) {
    let words = MessageLanguage.words
    func say(_ text: String) { Say.line("\(file): \(text)") }
    for part in table.leftOut { say(words.leftOut(part.kind, part.lines)) }
    var lines: [CleanLine] = []
    if table.headerRows > 1 { lines.append(.joinedHeader(line: table.firstLine, rows: table.headerRows)) }
    let encoding = table.encoding.encoding.name
    lines += table.undecodableLines.prefix(10).map { .undecodable(line: $0, encoding: encoding) }
    lines += table.joinedLines.prefix(10).map { .joinedCells(line: $0) }
    if table.joinedLines.count > 10 { lines.append(.moreJoined(table.joinedLines.count - 10)) }
    for line in lines { say(words.words(line)) }
    if explain { for note in table.explanation { say(words.words(note)) } }
  }

  private func options() throws(TableError) -> TableOptions {
    var options = TableOptions()
    options.encoding = TextEncoding.named(encoding)
    options.delimiter = delimiter.map { $0.lowercased() == "tab" ? [0x09] : Array($0.utf8) }
    options.quote = quote?.utf8.first
    options.headerRows = headerRows
    return options
  }

  private func check() throws(TallyError) {
    if encoding.lowercased() != "auto", TextEncoding.named(encoding) == nil {
      let known = TextEncoding.all.map(\.name)
      throw TallyError(
        .option(
          .unknownEncoding(encoding, nearest: NearMiss.word(nearest: encoding, among: known), known: known)))
    }
    if let quote, quote.utf8.count != 1 { throw OptionValue.form(.oneCharacter, "--quote", quote) }
    if let headerRows { try OptionValue.check(headerRows, "--header-rows", from: 0, to: 20) }
    if let delimiter, delimiter.isEmpty {
      throw OptionValue.form(.someCharacters, "--delimiter", delimiter)
    }
  }

  private func write(_ table: CleanTable) throws {
    guard let output else {
      var bytes: [UInt8] = []
      writeCSV(table, into: &bytes)
      return try Streams.output(bytes)
    }
    try InputSafety.refuse(outputs: [output], inputs: [WorkbookPath.split(file).path])
    // What a link leads to is replaced, not the link.
    let path = FileSystem.realPath(output) ?? output
    try PublishedEdition.refuse(file: path)
    let permissions = FileSystem.permissions(ofFile: path)
    if permissions == nil, FileSystem.exists(path) {
      throw TallyError(.output(.notAFile), at: output)
    }
    do throws(SystemError) {
      var bytes: [UInt8] = []
      writeCSV(table, into: &bytes)
      var file = try OutputFile(path: path, permissions: permissions ?? OutputFile.sharedPermissions)
      try file.write(bytes)
      try file.commit()
      if let permissions {
        try FileSystem.setPermissions(path, permissions)
        Say.line(.replaced(output))
      }
    } catch {
      throw TallyError(.output(.cleanOutput(error)), at: output)
    }
  }
}

extension TableError {
  /// The fault as messages have it.
  var fault: OutputFault {
    switch self {
    case .notText(let kind): .cleanNotText(kind)
    case .tooLarge(let size): .cleanTooLarge(bytes: size, limit: TableReader.sizeLimit)
    }
  }
}
