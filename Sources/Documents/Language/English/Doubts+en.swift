import Model

extension DoubtWords {
  /// A doubt in English.
  static func english(_ doubt: Doubt) -> String {
    switch doubt {
    case .rowsNotCounted(let file, let lost, let rows):
      return
        "\(TerminalText.safe(file)): \(grouped(lost)) of \(grouped(rows)) rows \(lost == 1 ? "is" : "are") not counted"
    case .totalsDisagree(let file, let count, let first):
      let rest = count > 1 ? ", the first of \(grouped(count))" : ""
      return
        "\(TerminalText.safe(file)): a stated total is not the sum of its rows (line \(first.line), column "
        + "\"\(header(first))\"\(rest): stated \(number(first.stated)), summed \(number(first.summed)))"
    case .values(let file, let doubts):
      return "\(TerminalText.safe(file)): values to look at: "
        + doubts.map { doubt in
          let places = places(doubt).map { (doubt.count == 1 ? ", line " : ", lines ") + $0 } ?? ""
          return "\(label(doubt, .en)) (\(grouped(doubt.count))\(places))"
        }.joined(separator: "; ")
    case .rows(let file, let doubt): return english(doubt, file)
    case .unreadSheets(let file, let read, let sheets):
      let names = some(sheets.map { $0.name + ($0.isHidden ? " (hidden)" : "") })
      return
        "\(TerminalText.safe(file)): only the sheet \(TerminalText.safe(read, columns: 60)) was read, though other sheets seem to "
        + "hold such rows: \(names); name the one to read, as in \(sheetExample(file, sheets)) or --sheet"
    case .sharedNumber(let number, let files):
      let texts = some(number.texts)
      switch number.kind {
      case .severalNames:
        return "one business number stands beside different names, which count as one company: \(texts) "
          + "(\(lines(number.places, files)))"
      case .twoSpellings:
        return "a business number is written in two ways, which count as two companies: \(texts) "
          + "(\(lines(number.places, files)))"
      }
    case .splitName(let split, let files):
      let name = TerminalText.safe(split.name, columns: 60)
      let why = split.reason == .country ? "no country that can be read" : "no business number"
      return "the \(split.role.name) \"\(name)\" counts as two, since one of its rows has \(why) "
        + "(\(lines(split.places, files)))"
    case .likeEvents(let groups):
      return "ids of events differ by their writing alone and count as different events: "
        + groups.prefix(3).map { some($0) }.joined(separator: "; ") + (groups.count > 3 ? "; …" : "")
    case .onlyUndated(let asOf, let counted):
      return "every meeting with a date is later than the as-of date \(EnglishTerms().day(asOf)); only "
        + "\(TextNumbers.english(counted, "consultation without a date counts", "consultations without a date count"))"
    case .passedOver(let file, let header, let column, let read):
      let option = TerminalText.safe(LookAlike(columns: [column], header: header).options[0], columns: 400)
      let (header, read) = (TerminalText.safe(header, columns: 40), TerminalText.safe(read, columns: 40))
      return header == read
        ? "\(TerminalText.safe(file)): of several columns \"\(header)\" only the first is read, as \(column.rawValue)"
        : "\(TerminalText.safe(file)): \"\(read)\" is read as \(column.rawValue), \"\(header)\" is not read; add "
          + "\(option) to read that one instead"
    case .unreadMeasures(let file, let headers):
      return
        "\(TerminalText.safe(file)): columns that seem to say what meetings came to were not read: \(some(headers)); "
        + "name their meaning with --column if they are to count"
    case .lookAlike(let file, let like):
      let names = like.columns.map(\.rawValue).joined(separator: " or ")
      if like.isVague {
        return
          "\(TerminalText.safe(file)): the column \"\(TerminalText.safe(like.header, columns: 40))\" was not read and may be "
          + "\(names); add \(TerminalText.safe(like.options.joined(separator: " or "), columns: 400)) if it is, or "
          + "\(like.optionsForNone) if it is not"
      }
      return
        "\(TerminalText.safe(file)): the column \"\(TerminalText.safe(like.header, columns: 40))\" has no known header, but its "
        + "cells look like \(names); add \(TerminalText.safe(like.options.joined(separator: " or "), columns: 400)) if it is that, or "
        + "\(like.optionsForNone) if there is none"
    case .countDisagrees(let file, let count):
      return
        "\(TerminalText.safe(file)): a stated count is not the number of rows (line \(count.line): stated "
        + "\(grouped(count.stated)), rows \(grouped(count.rows ?? 0)))"
    case .unitBelow(let file, let line):
      return
        "\(TerminalText.safe(file)): the unit stated below the table in line \(line) was not applied to the amounts; if it "
        + "is right, name it, as in --unit consulted_amount=만불"
    case .severalMeetings(let file, let header):
      return
        "\(TerminalText.safe(file)): the column \"\(TerminalText.safe(header, columns: 40))\" gives several meetings to a row, "
        + "but each row is counted as one"
    case .names(let file, let names):
      let cells = TextNumbers.english(names.count, "cell of a company's name", "cells of companies' names")
      let place = "\(TerminalText.safe(file)): \(cells) (\(some(names.lines.map { "\($0)" })))"
      let holds = names.count == 1 ? "holds" : "hold"
      switch names.doubt {
      case .noName:
        return
          "\(place) \(holds) no name (a sign, a number, a count, 'as above', a total, a signature, an example), but each counts as "
          + "a company"
      case .severalLines: return "\(place) \(holds) several lines, but each counts as one company"
      case .severalNames:
        return "\(place) \(holds) several names or a count of others, but each counts as one company"
      case .state:
        return
          "\(place) \(holds) a word such as cancelled or no-show in a bracket behind the name: the meeting counts all the "
          + "same, and the name is another one than without it; write the word into the column of the status"
      }
    case .mixedAmounts(let file, let headers):
      return
        "\(TerminalText.safe(file)): some amounts state a multiple (만, K), and all numbers without one are less than a "
        + "hundredth of these: \(some(headers)); they were read as they stand. If they are in that unit, too, write it into "
        + "the header or name it with --unit"
    case .signedContracts(let file, let header, let rows):
      return
        "\(TerminalText.safe(file)): \(TextNumbers.english(rows, "contract counts as an MOU, too", "contracts count as MOUs, too")), "
        + "since \"\(TerminalText.safe(header, columns: 40))\" is read as the day on which an MOU was signed; if it is that of the "
        + "contract, add --column mou_signed_on="
    case .sameMeetings(let file, let copy):
      return
        "\(grouped(copy.rows)) consultations of \(TerminalText.safe(file)) are in \(TerminalText.safe(copy.other)), too, "
        + "written differently: the same parties, day, result and amounts. They count twice; if one file is a copy of the "
        + "other, give one of them"
    case .dateInParts(let file, let headers):
      return
        "\(TerminalText.safe(file)): the parts of a date in columns of their own (\(some(headers))) are not read as one, so that no "
        + "meeting has a date; write it into one column, as in 2024-05-02"
    case .noStatusColumn(let file, let meetings):
      let which = meetings.map { "its \(TextNumbers.english($0, "meeting", "meetings"))" } ?? "the meetings"
      return "\(TerminalText.safe(file)): no column says what became of \(which); every one is taken as held"
    case .notRecorded(let file, let keys, let meetings):
      let names = keys.map { EnglishTerms().measure($0) }.joined(separator: ", ")
      return
        "\(TerminalText.safe(file)): no column records these: \(names). Of its "
        + "\(TextNumbers.english(meetings, "consultation held", "consultations held")) they are not known, and what the "
        + "other files record is not set against all"
    case .mergedCells(let file, let columns):
      return "\(TerminalText.safe(file)): \(merged(columns, "empty cells")) look like merged cells; add "
        + "\(fillOption(columns)) to repeat the cell above"
    case .noDates(let asOf, let from):
      return [
        asOf.map {
          "no consultation has a date: the as-of date \(EnglishTerms().day($0)) leaves nothing out"
        },
        from.map {
          "no consultation has a date: the from date \(EnglishTerms().day($0)) leaves all of them out"
        },
      ].compactMap { $0 }.joined(separator: "; ")
    case .unknownEditions(let editions):
      let list = editions.map { edition in
        "\(TerminalText.safe(edition.event)) of \(TerminalText.safe(edition.series))"
          + (edition.nearest.map { " (did you mean \(TerminalText.safe($0))?)" } ?? "")
      }
      return "no file has these events of a series: \(list.joined(separator: ", "))"
    case .unclearUnit(let file, let column, let header):
      return
        "\(TerminalText.safe(file)): the unit of the column \"\(TerminalText.safe(header, columns: 40))\" is not understood, "
        + "and its numbers without a unit of their own are left out; name it, for example --unit \(column.rawValue)=만불"
    case .assumedCurrency(let cells, let base):
      let cellCount = TextNumbers.english(cells, "amount cell names", "amount cells name")
      return "\(cellCount) no currency; the base currency \(base.code) is assumed"
    case .reversedRate(let rate):
      return
        "the rate \(rate.meaning) was used, but from 2000 to 2026 it was \(rate.low) to \(rate.high); if it was quoted the other "
        + "way round, write \(rate.currency.code)=\(rate.meant)"
    case .longAfterAsOf(let file, let rows, let asOf):
      let meetings = TextNumbers.english(rows, "consultation is", "consultations are")
      return
        "\(TerminalText.safe(file)): \(meetings) dated more than a year after the as-of date \(EnglishTerms().day(asOf)); "
        + "check the dates for typing errors"
    case .farFromOthers(let quarters):
      return
        "quarters lie more than ten years from all others (\(list(quarters))); check the dates for typing errors"
    case .buyersApart(let count):
      return
        "\(TextNumbers.english(count, "buyer", "buyers")) in rows without a readable country \(count == 1 ? "is" : "are") counted apart "
        + "from those of the same name with one; state the country where they are the same"
    case .unregistered(let role, let rows):
      let names = TextNumbers.english(rows, "consultation names", "consultations name")
      return "\(names) a \(role.name) that is not registered"
    case .hiddenSheet(let file, let sheet):
      return "\(place(file, sheet)): the sheet is hidden and was read"
    case .hiddenRows(let file, let sheet, let count, let places):
      return "\(place(file, sheet)): hidden rows were read: \(grouped(count)) (\(some(places)))"
    case .hiddenColumns(let file, let sheet, let headers):
      return "\(place(file, sheet)): hidden columns were read: \(some(headers))"
    case .struckThrough(let file, let sheet, let count, let places, let isPartly):
      return isPartly
        ? "\(place(file, sheet)): of some cells only what is not struck through was read (rows: \(grouped(count)); "
          + "\(some(places)))"
        : "\(place(file, sheet)): rows with cells that are struck through were read: \(grouped(count)) (\(some(places))); "
          + "delete those that were cancelled"
    case .footnotes(let file, let sheet, let count, let places):
      return
        "\(place(file, sheet)): raised footnote marks were left out of cells (rows: \(grouped(count)); \(some(places)))"
    case .otherNumbers(let file, let sheet, let count, let places):
      return
        "\(place(file, sheet)): cells show another number than is stored in them, and the stored one was read (rows: "
        + "\(grouped(count)); \(some(places))); open the file in a spreadsheet and save it"
    case .scaledAmounts(let file, let sheet, let headers, let isStored):
      return isStored
        ? "\(place(file, sheet)): the format shows a part of the amounts, but no header states a multiple; they were read "
          + "as they are stored: \(some(headers)). If what is shown is right, name the unit with --unit"
        : "\(place(file, sheet)): the format shows a part of the amounts, and another multiple is stated; they were read as "
          + "they are shown, in that unit: \(some(headers))"
    case .repeatedAmounts(let file, let sheet, let ranges):
      return
        "\(place(file, sheet)): amounts in merged cells count for each of the cells they cover: \(some(ranges))"
    }
  }

  private static func lines(_ places: [RowPlace], _ files: [String]) -> String {
    zip(files, places).map { "\(TerminalText.safe($0)), line \($1.line)" }.joined(separator: "; ")
  }

  private static func english(_ doubt: RowDoubt, _ file: String) -> String {
    let file = TerminalText.safe(file)
    let rows = TextNumbers.english(doubt.count, "row", "rows")
    let lines =
      doubt.lines.map(String.init).joined(separator: ", ") + (doubt.count > doubt.lines.count ? ", …" : "")
    let place =
      doubt.lines.isEmpty
      ? "" : " (\(doubt.lines.count == 1 && doubt.count == 1 ? "line" : "lines") \(lines))"
    switch doubt.kind {
    case .examples:
      return "\(file): \(rows)\(place) marked as an example where the number stands, but counted"
    case .underNote:
      let notes = doubt.lines.map(String.init).joined(separator: ", ")
      return
        "\(file): \(rows) below a note that may set them apart (\(doubt.lines.count == 1 ? "line" : "lines") \(notes)), but counted"
    case .repeats(let other):
      return
        "\(file): \(rows)\(place) with the parties, the day, the result and the amounts of an earlier row"
        + "\(other.map { " of \(TerminalText.safe($0))" } ?? "") under another number: probably entered twice, but counted"
    case .fullTotals:
      return
        "\(file): \(rows)\(place) with parties, date and status left out as totals, since the first cell is a word for a total"
    case .saidOtherwise(let header):
      return
        "\(file): the column \"\(TerminalText.safe(header, columns: 40))\", which is not read, says of \(rows) that the "
        + "meeting was cancelled or somebody did not come, but the status says that it was held"
    case .farFromEvent:
      return "\(file): \(rows)\(place) dated ten months or more from the others of the event; check the year"
    case .noNumber:
      return
        "\(file): \(rows)\(place) with no business number but a word, zeros or a number cut short in its place; these "
        + "companies are told apart by name"
    }
  }
}
