import ArgumentParser
import Encodings
import Model
import Platform
import Repair
import Reports
import Sheets

/// The command `tradetally clean`.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract:
      "Writes the table of any delimited text or workbook's sheet as plain CSV: UTF-8, commas, every row as wide as the header.",
    discussion: """
      Titles above the table and notes below it are left out and named on standard error; nothing else is changed, \
      columns with contacts included: the result is the input in another form, no report. No header is made up for \
      a table that has none.
      """)

  @Argument(
    help: ArgumentHelp(
      "The file to read; of a workbook with several sheets FILE.xlsx#SHEET.", valueName: "file"))
  var file: String

  @Option(
    name: [.long, .customShort("o")],
    help: ArgumentHelp("Where to write; standard output if not given.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The file's encoding; auto finds it.", valueName: "auto|name"))
  var encoding = "auto"

  @Option(
    help: ArgumentHelp("The file's delimiter, one or more characters, or tab. Found by itself if not given."))
  var delimiter: String?

  @Option(help: ArgumentHelp("The file's quote character. Found by itself if not given."))
  var quote: String?

  @Option(
    help: ArgumentHelp(
      "How many rows the header takes, joined to one; 0 for none. Found by itself if not given.",
      valueName: "n"))
  var headerRows: Int?

  @Flag(help: "Say on standard error what was detected and why.")
  var explain = false

  func run() throws {
    let (path, sheet) = WorkbookPath.split(file)
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try InputFile.contents(of: path, limit: TableReader.sizeLimit)
    } catch {
      throw TallyError(
        .inputMissing,
        "\(file): cannot \(error.action): \(error.reason). Check the name and its size.")
    }
    let table: CleanTable
    if SheetText.isWorkbook(bytes) {
      table = try SheetText(path: path, sheet: sheet).table(bytes)
    } else {
      do throws(TableError) { table = try TableReader(options: try options()).read(bytes) } catch {
        throw TallyError(.dataUnusable, "\(file): \(error.message)")
      }
    }
    try write(table)
    for part in table.leftOut {
      Streams.message("tradetally: \(file): \(Self.place(part.lines)) left out: \(part.kind.rawValue)")
    }
    if table.headerRows > 1 {
      Streams.message(
        "tradetally: \(file): line \(table.firstLine): \(table.headerRows) rows were joined to one header; "
          + "if the table begins below the first of them, add --header-rows 1")
    }
    for line in table.undecodableLines.prefix(10) {
      Streams.message(
        "tradetally: \(file): line \(line): bytes that are not valid \(table.encoding.encoding.name) became \u{FFFD}"
      )
    }
    for line in table.joinedLines.prefix(10) {
      Streams.message(
        "tradetally: \(file): line \(line): more cells than the header has; neighbouring cells were joined as fits the "
          + "columns best. Look at this row, and quote what holds a delimiter.")
    }
    if table.joinedLines.count > 10 {
      Streams.message(
        "tradetally: \(file): the same in \(table.joinedLines.count - 10) or more further lines")
    }
    if explain { for line in table.explanation { Streams.message("tradetally: \(file): \(line)") } }
  }

  /// Names lines: `line 4`, `lines 1 to 3`, `lines 1 to 3, 7`.
  private static func place(_ lines: [ClosedRange<Int>]) -> String {
    let shown = lines.prefix(20).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)"
    }
    let isOne = lines.count == 1 && lines[0].count == 1
    let more = lines.count > 20 ? " and \(lines.count - 20) more" : ""
    return (isOne ? "line " : "lines ") + shown.joined(separator: ", ") + more
  }

  private func options() throws(TableError) -> TableOptions {
    var options = TableOptions()
    options.encoding = TextEncoding.named(encoding)
    options.delimiter = delimiter.map { $0.lowercased() == "tab" ? [0x09] : Array($0.utf8) }
    options.quote = quote?.utf8.first
    options.headerRows = headerRows
    return options
  }

  func validate() throws {
    if encoding.lowercased() != "auto", TextEncoding.named(encoding) == nil {
      throw ValidationError(
        "The encoding \"\(encoding)\" is not known. Known are: "
          + TextEncoding.all.map(\.name).joined(separator: ", ") + ".")
    }
    if let quote, quote.utf8.count != 1 { throw ValidationError("--quote takes one character.") }
    if let headerRows, !(0...20).contains(headerRows) {
      throw ValidationError("--header-rows \(headerRows): expected a number from 0 to 20.")
    }
    if let delimiter, delimiter.isEmpty { throw ValidationError("--delimiter takes at least one character.") }
  }

  private func write(_ table: CleanTable) throws {
    guard let output else {
      var bytes: [UInt8] = []
      writeCSV(table, into: &bytes)
      return try Streams.output(bytes)
    }
    try InputSafety.refuse(outputs: [output], inputs: [file])
    // What a link leads to is replaced, not the link.
    let path = FileSystem.realPath(output) ?? output
    let permissions = FileSystem.permissions(ofFile: path)
    if permissions == nil, FileSystem.exists(path) {
      throw TallyError(
        .cannotCreate,
        "\(output): this is no ordinary file. Name a file, or leave --output out and redirect standard output."
      )
    }
    do throws(SystemError) {
      var bytes: [UInt8] = []
      writeCSV(table, into: &bytes)
      var file = try OutputFile(path: path, permissions: permissions ?? OutputFile.sharedPermissions)
      try file.write(bytes)
      try file.commit()
      if let permissions {
        try FileSystem.setPermissions(path, permissions)
        Streams.message("tradetally: \(output) was there and has been replaced")
      }
    } catch {
      throw TallyError(.cannotCreate, "\(output): cannot \(error.action): \(error.reason).")
    }
  }
}
