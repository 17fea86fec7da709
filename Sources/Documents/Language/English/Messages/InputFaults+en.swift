import Encodings
import Model

extension EnglishMessages {
  func words(_ fault: InputFault) -> String {
    switch fault {
    case .system(let error) where error.isExhausted:
      "\(words(error)). Check the disk and the limits of the system (\"ulimit -n\" prints how many files may be open), "
        + "and run again."
    case .system(let error): "\(words(error)). Check the name and that you may read it."
    case .isEmpty: "the file is empty. Expected a header row and data rows below it."
    case .notText(.other):
      "this is neither a text file nor a workbook. Open it in Excel and save it as a workbook (.xlsx) or as \"CSV UTF-8 "
        + "(comma delimited)\", then name that file here."
    case .notText(let kind):
      "this is not a text file but \(name(kind)). Open it in Excel and save it as a workbook (.xlsx) or as \"CSV UTF-8 "
        + "(comma delimited)\", then name that file here."
    case .unknownEncoding(let name, let known):
      "The encoding \"\(name)\" is not known. Known are: \(list(known))."
    case .onlyOnce:
      "this input can be read only once, but it is given twice. Write what comes out of it to a file, and name the file."
    case .tooMuchToKeep(let limit):
      "more than \(limit) GiB came out of it, which is more than is kept. Write it to a file, and name the file."
    case .notKept(let error):
      "what comes out of it is kept in the folder for temporary files, but cannot \(error.action.rawValue) in "
        + "\(error.path): \(error.reason). Make room there, name another folder with TMPDIR, or write it to a file, and "
        + "name the file."
    case .changedMeanwhile(let change):
      "the file \(words(change)) while it was read, so that no figure of it can be trusted. Nothing was published. Run "
        + "again when the file is complete; the program that writes it should use another name and rename the file at the end."
    case .notReadAgain(let error):
      "cannot \(error.action.rawValue) again to see whether it is as it was: \(error.reason). Nothing was published. Check "
        + "the file and the disk, and run again."
    case .noSuchSheet(let there): "there is no sheet of this name. The workbook has: \(some(there))."
    case .unknownSheet(let name, let there):
      "--sheet \(name): no workbook has a sheet of this name. "
        + (there.isEmpty ? "None of the files is a workbook." : "There are: \(list(there)).")
    case .severalSheets(let kind, let names, let path):
      "\(names.first.count + names.more) sheets have a header of a \(kind.rawValue) file: \(some(names)). Name the one that "
        + "is meant in place of the file, as in \"\(path)#\(names.first[0])\"; to read several, name each: "
        + names.first.prefix(2).map { "\"\(path)#\($0)\"" }.joined(separator: " ") + "."
    case .noSheetWithHeader(let kind, let names):
      "no sheet has a header row of a \(kind.rawValue) file; looked at \(some(names)). (\"tradetally columns\" prints the "
        + "headers that are known.)"
    case .noHeader(let header): words(header)
    case .tooManyColumns(let count, let line, let limit):
      "line \(line) has \(TextNumbers.grouped(count)) columns; at most \(TextNumbers.grouped(limit)), as many as a sheet can "
        + "have, are read. If the columns are divided by another sign, name it with --delimiter; else leave out what is no part "
        + "of the table."
    case .missingColumn(let column): words(column)
    case .missingCountry(let aliases):
      "no column for country (also read as \(list(aliases))) was found, which buyers need. Add the column, or name its "
        + "header with --column country=HEADER."
    case .otherRoleInside(let given, let header, let other):
      "the file was given as \(given.name)s (--\(given.name)s), but its column \"\(header)\" says that rows are of a "
        + "\(other.name). Give it with --\(other.name)s, or with --registrations where it holds both."
    case .noKnownWord(let column, let header, let found, let options, let merged):
      "the column \"\(header)\" was taken for \(column.rawValue), but no cell of it is a known "
        + "\(column.rawValue)\(found.isEmpty ? "" : " (found: \(quoted(found)))"). If it is another column, rename its header "
        + "or name the right one with --column \(column.rawValue)=HEADER; if its words are new, add them with --word "
        + "(\"tradetally columns\" prints the known ones)."
        + (options.isEmpty ? "" : " If the marks mean this, add \(options.joined(separator: " "))")
        + mergedAdvice(merged)
    case .namedHeaderMissing(let column, let headers, let there):
      "the column \(column.rawValue) was named by the header \"\(headers.joined(separator: "\" or \""))\" (--column or "
        + "columns:), but no file has that header. There are, in "
        + there.map { "\($0.file): \(quoted($0.headers))" }.joined(separator: "; in ")
        + ". Copy the header as it stands there."
    case .filledColumnMissing(let column, let there):
      "\(column.rawValue) is to be filled down (--fill-down or fill_down:), but no file has that column. There are: "
        + "\(list(there.map(\.rawValue)))."
    case .unitColumnMissing(let unit, let there, let headers):
      "--unit \(unit.column)=\(unit.unit): no file has a column of amounts called so. "
        + (there.isEmpty
          ? "None was recognised; name its header with --column, for example --column consulted_amount=HEADER."
          : "There are: \(list(there.map { "\($0.header) (\($0.column.rawValue))" })).")
        + (headers.map { " Headers of \($0.file): \(list($0.headers))." } ?? "")
    case .lookAlike(let like):
      "the column \"\(like.header)\" has no known header, but its cells look like "
        + "\(like.columns.map(\.rawValue).joined(separator: " or ")), for which no column was found. If it is that, add "
        + "\(like.options.joined(separator: " or ")); if there is none, add \(like.optionsForNone)."
    case .tablesSideBySide(let headers):
      "headers stand twice (\(list(headers))): two tables seem to stand side by side, of which one alone would be counted. "
        + "Put one below the other or on a sheet of its own."
    case .tableBeside(let columns):
      "another table, a legend or a summary, seems to stand beside this one, behind an empty column, and "
        + "\(list(columns.map { "\"\($0.header)\" of it would be read as \($0.column.rawValue)" })). Delete it or move it to a sheet "
        + "of its own. To leave it where it is, add "
        + "\(columns.map { LookAlike(columns: [$0.column], header: $0.header).optionsForNone }.joined(separator: " ")); if the "
        + "columns are this table's, add "
        + "\(columns.map { LookAlike(columns: [$0.column], header: $0.header).options[0] }.joined(separator: " "))."
    case .countsForNames(let columns, let options):
      "nothing but numbers stands where names should, in \(list(columns.map { "\"\($0.header)\"" })): this seems to be a "
        + "summary, and no list with a row for each meeting. Give the list."
        + (options.isEmpty ? "" : " If the numbers are ids, add \(options.joined(separator: " ")).")
    case .oneColumnForBothSides(let header):
      "the one column \"\(header)\" is named for the supplier and for the buyer. If two columns have that header, give them "
        + "headers of their own in the sheet, such as supplier and buyer."
    case .secondTable(let line):
      "line \(line) has the header of another table; what stands below it would be counted as rows of this one. Delete the "
        + "other table or move it to a sheet of its own; if the same table goes on, delete that line and put the columns in "
        + "one order."
    case .splitAmounts(let line, let header):
      "line \(line): behind a number without unit stands one that begins with 0, in the column \"\(header)\": the comma of "
        + "an amount such as 1,000 seems to have made two cells of it, since it is not in quotes. Save the table once more "
        + "with quotes, as a workbook, or without thousands separators."
    case .idsStartAgain(let conflicts, let rows):
      "\(conflicts) of \(rows) rows have the id of an earlier row but other content: the ids of this file seem to start "
        + "again. If every file numbers its rows for itself, add --id-scope file."
    case .bothSides:
      "this file was given as suppliers and as buyers, and would be counted on both sides. Give the list of suppliers with "
        + "--suppliers and that of buyers with --buyers."
    case .sameContent(let other):
      "this file has the same content as \(other) and would be counted twice. Name it once, or give the file that was meant."
    case .sameList(let path, let given, let common, let other):
      "this is the list that was given as \(given.name)s (\(path)): \(common) of its rows stand in both. Give the list of "
        + "the other side with --\(other.name)s."
    case .sameRows(let other):
      "this file has the same rows as \(other) and would be counted twice. Name it once, or give the file that was meant."
    case .correctedCopy(let other, let common, let onlyThere, let onlyHere):
      "\(common) rows of this file stand in \(other) as well: one seems to be the corrected copy of the other. Only in "
        + "\(other): \(lines(onlyThere)); only in this file: \(lines(onlyHere)). Name the right one alone."
    case .unknownOnlyEvent(let event, let nearest, let there):
      "no file has the event \"\(event)\", which --only-event (or only_events) names.\(didYouMean(nearest)) There are: "
        + "\(list(there))."
    case .unknownSeries(let name, let events, let there):
      "the series \"\(name)\": no file has any of its events \(list(events)). There are: \(list(there))."
    case .farQuarters(let quarters, let places):
      "Quarters lie more than ten years from all others: \(list(quarters.map(\.label))). Their dates are probably typing "
        + "errors (" + places.map { "\($0.file), line \($0.line): \($0.day.iso)" }.joined(separator: "; ")
        + "). Correct them, or add --allow-gaps if they are right."
    case .assumedCurrencyRefused(let cells):
      "\(cells) amount cells name no currency anywhere, and the definition refuses to assume one. Name the currency in the "
        + "cell, a currency column, the header or the definition."
    case .rowsRejected(let count, let rows, let codes):
      "\(count) of \(rows) rows are rejected ("
        + codes.map { "\($0.code.rawValue) \($0.count)" + ($0.line.map { ", first on line \($0)" } ?? "") }
        .joined(separator: "; ") + ")."
    case .strictAdvice: "Correct these rows, or leave out --strict to report without them."
    case .sumTooLarge:
      "A sum of amounts is larger than can be held exactly (about 92 quadrillion units of the base currency). Check the "
        + "amounts for mistakes of unit, or report fewer events at once."
    }
  }

  private func words(_ change: InputChange) -> String {
    switch change {
    case .removed: "was removed"
    case .cut(let before, let after): "was cut from \(before) to \(after) bytes or replaced"
    case .grown(let before, let after): "grew from \(before) to \(after) bytes or was replaced"
    case .written: "was written to or replaced"
    }
  }

  private func lines(_ lines: [Int]) -> String {
    if lines.isEmpty { return "no line" }
    let more = lines.count > 10 ? " and \(lines.count - 10) more" : ""
    return "\(lines.count == 1 ? "line" : "lines") \(list(lines.prefix(10).map(String.init)))\(more)"
  }

  private func mergedAdvice(_ merged: [MergedColumn]) -> String {
    if merged.isEmpty { return "" }
    let headers = list(merged.map { "\"\($0.header)\" (\($0.blanks) empty cells)" })
    return " The blanks in \(headers) look like merged cells: --fill-down "
      + "\(merged.map(\.column.rawValue).joined(separator: ",")) repeats the cell above."
  }

  private func words(_ header: NoHeader) -> String {
    let names = Column.all(of: header.kind).prefix(6).map { column in
      ([column.rawValue] + column.aliases(in: header.kind).prefix(2)).joined(separator: "/")
    }
    let seen =
      switch header.seen {
      case nil: ""
      case .onlyHeader(let known, let line):
        " Found: only \"\(known.header)\" (\(known.column.rawValue)) on line \(line)."
      case .nearMiss(let cell, let name, let line):
        " Found: \"\(cell)\" on line \(line): did you mean \(name)?"
      }
    return "no header row was found: none of the first \(header.rowsSearched) rows has two columns of a "
      + "\(header.kind.rawValue) file\(header.isSheet ? "" : ", under any delimiter"). Looked for headers such as \(list(names)) … (\"tradetally "
      + "columns\" prints all).\(seen)\(otherKind(header.otherKind))"
  }

  private func words(_ missing: MissingColumn) -> String {
    let wanted = missing.wanted.map { column in
      "\(column.rawValue) (also read as \(list(Array(column.aliases(in: missing.kind).prefix(4)))))"
    }
    let why =
      switch missing.reason {
      case nil: ""
      case .roleNotGiven: "; give the file with --suppliers or --buyers if it holds one role only"
      case .buyersNeed: ", which buyers need"
      }
    let others = missing.others.isEmpty ? "" : "The other headers are: \(quoted(missing.others)). "
    return "no column for \(wanted.joined(separator: " or ")) was found\(why). Recognised were: "
      + "\(list(missing.recognised.map { "\($0.header) = \($0.column.rawValue)" })). \(others)"
      + words(missing.advice) + otherKind(missing.otherKind)
  }

  private func words(_ advice: ColumnAdvice) -> String {
    switch advice {
    case .option(let option): "Add the column, or name its header: \(option)."
    case .header(let column): "Add the column, or name its header with --column \(column.rawValue)=HEADER."
    case .namesOrIDs(let names, let ids):
      "Add the column, or name its header: --column \(names.rawValue)=HEADER for names, --column \(ids.rawValue)=HEADER "
        + "for ids."
    }
  }

  private func otherKind(_ kind: InputKind?) -> String {
    kind.map { " The file looks like a \($0.rawValue) file: was it given under the wrong option?" } ?? ""
  }

  func words(_ fault: SheetFault) -> String {
    let save = "Save the table as .xlsx, .ods or CSV UTF-8 and give that file."
    return switch fault {
    case .passwordProtected:
      "the workbook is protected by a password. Open it, remove the password (in Excel: File, Info, Protect Workbook, "
        + "Encrypt with Password, clear it), save it and give that file."
    case .oldExcel:
      "this is an old Excel workbook (.xls). Open it in Excel or LibreOffice, save it as .xlsx and give that file."
    case .binaryExcel:
      "this is a binary Excel workbook (.xlsb). Open it in Excel, save it as .xlsx and give that file."
    case .numbers: "this is a Numbers document. In Numbers, export it to Excel (.xlsx) and give that file."
    case .other(.word): "this is a Word document. \(save)"
    case .other(.presentation): "this is a PowerPoint presentation. \(save)"
    case .other(.hangul): "this is a Hangul document (.hwpx). \(save)"
    case .other(.openDocument): "this is an OpenDocument file, but no spreadsheet. \(save)"
    case .plainZip:
      "this is a zip file, but no workbook. Unpack it, and give the workbook or CSV file that is in it."
    case .noCells: "this workbook has no sheet with cells. Give the workbook that holds the table."
    case .damaged(let part, let detail):
      "the workbook is damaged: in its part \(part), \(detail). Open it in Excel or LibreOffice, which may repair it, save "
        + "it as .xlsx under a new name and give that file."
    case .cutOff(let detail):
      "the workbook is damaged: as a zip file, \(detail). It may have been cut off while it was copied or sent: fetch it "
        + "again."
    case .tooLarge(let part, let limit):
      "its part \(part) would unpack to more than \(limit) MiB, which no sheet of trade consultations does. Delete what "
        + "does not belong to the table, or save the sheet as CSV UTF-8, and give that file."
    case .mergedTooOften:
      "its cells are merged a million times. Copy the table into a new workbook and give that file."
    case .tooMuchText(let limit):
      "its cells hold more than \(limit) MiB of text. Copy the table into a new workbook and give that file."
    case .tooManyTexts(let limit):
      "its cells share more than \(limit) texts. Copy the table into a new workbook and give that file."
    }
  }

  // MARK: - Encodings and kinds of file

  func words(_ reason: EncodingReason) -> String {
    switch reason {
    case .byteOrderMark(let encoding): "The file begins with the byte order mark of \(encoding.name)."
    case .signature(let kind): "The first bytes are those of \(name(kind))."
    case .controlCharacters: "More than a tenth of the first bytes are control characters."
    case .ascii: "Every byte is ASCII."
    case .validUTF8(let lines): "All \(lines) lines with bytes over 0x7F are valid UTF-8."
    case .mostlyUTF8(let valid, let lines):
      "\(valid) of \(lines) lines with bytes over 0x7F are valid UTF-8; the other \(lines - valid) are broken."
    case .pairs(let ascii, let pairs, let encoding):
      "\(ascii) of the first \(pairs) pairs of bytes are ASCII characters of \(encoding.name)."
    case .looksLike(let encoding, let score, let next, let nextScore, let invalid, let lines):
      "Read as \(encoding.name) the text looks most like text (score \(MessageParts.tenths(score)); next is \(next.name) "
        + "with \(MessageParts.tenths(nextScore))). \(invalid) of \(lines) lines with bytes over 0x7F are not valid UTF-8."
    case .given: "named for this file, or judged over the whole of it"
    case .workbook: "A workbook's texts are Unicode."
    }
  }

  func name(_ kind: BinaryKind) -> String {
    switch kind {
    case .zip: "a zip container such as an Excel workbook (.xlsx)"
    case .oldExcel: "an old Excel workbook or other Office file (.xls)"
    case .html: "an HTML page (web systems often name one .xls or .csv)"
    case .xml: "an XML document"
    case .json: "JSON"
    case .pdf: "a PDF document"
    case .rtf: "a rich text document"
    case .image: "a picture"
    case .gzip: "a gzip archive"
    case .archive: "a compressed archive"
    case .database: "a database or columnar data file"
    case .other: "not text"
    }
  }

  func advice(_ kind: BinaryKind) -> String {
    switch kind {
    case .zip, .oldExcel, .html, .xml: "open it in Excel or LibreOffice and save it as CSV UTF-8"
    case .pdf, .rtf, .image: "ask for the table behind it, saved as CSV UTF-8"
    case .gzip, .archive: "unpack it first"
    case .json, .database, .other: "export the table as CSV UTF-8"
    }
  }
}
