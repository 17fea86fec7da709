import Model

/// What `check` says in English.
struct EnglishCheckWords: CheckWords {
  let everyRowCounts = "Every data row counts."

  func notCounted(_ rows: Int, _ reasons: [(reason: NotCounted, rows: Int)]) -> String {
    let list = reasons.map { "\(reason($0.reason)) \(grouped($0.rows))" }.joined(separator: ", ")
    return "\(TextNumbers.english(rows, "data row does", "data rows do")) not count (\(list))."
  }

  func reason(_ reason: NotCounted) -> String {
    switch reason {
    case .rejected: "rejected"
    case .duplicate: "duplicate"
    case .afterAsOf: "after the as-of date"
    case .beforeFrom: "before the from date"
    case .otherEvent: "other events"
    }
  }

  let fixFirst = "What to fix first"
  func moreBelow(_ count: Int) -> String { "\(count) more stand in the lists by file below." }
  func times(_ count: Int) -> String { count == 1 ? "once" : "\(grouped(count)) times" }
  func andMore(_ count: Int) -> String { "… and \(count) more" }

  func line(_ line: Int) -> String { "line \(line)" }
  func column(_ header: String) -> String { ", column \(header)" }
  func earlier(_ file: String, _ line: Int) -> String { " (the earlier row: \(file), line \(line))" }
  func didYouMean(_ hint: String) -> String { " (did you mean \(hint)?)" }

  func kind(_ input: InputReport) -> String {
    switch (input.kind, input.fixedRole) {
    case (.registrations, .supplier?): "registrations of suppliers"
    case (.registrations, .buyer?): "registrations of buyers"
    case (.registrations, nil): "registrations"
    case (.consultations, _): "consultations"
    }
  }
  func text(encoding: String, delimiter: String, headerLine: Int) -> String {
    "encoding \(encoding), delimiter \(delimiter), header on line \(headerLine)"
  }
  func delimiter(_ name: NamedDelimiter) -> String {
    switch name {
    case .tab: "tab"
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .pipe: "pipe"
    }
  }
  func sheet(_ name: String, format: String, headerLine: Int) -> String {
    "sheet \"\(name)\" (\(format)), header in row \(headerLine)"
  }
  let encodingReason = "why this encoding: "
  let recognised = "recognised columns: "
  let ignored = "columns not used: "
  let filledDown = "columns filled with the cell above: "
  func passedOver(_ lines: String) -> String {
    "passed over as header: line \(lines) (a later row has more known headers)"
  }
  let currencyFrom = "currency from, "

  func column(_ column: Column) -> String { column.rawValue }
  func rows(_ input: InputReport) -> String {
    let layout = input.rejected - input.rejectedData
    return
      "rows \(grouped(input.rows)) = accepted \(grouped(input.accepted)) + flagged \(grouped(input.flagged))"
      + " + duplicate \(grouped(input.duplicate)) + rejected \(grouped(input.rejected))"
      + (layout > 0 ? " (\(grouped(layout)) of them total, header or note rows)" : "")
  }
  func statedTotal(_ total: StatedTotal, header: String, _ stated: String, _ summed: String) -> String {
    "stated total, line \(total.line), column \(header): \(stated)"
      + (total.agrees ? " (agrees)" : " (the rows come to \(summed))")
  }

  func statedCount(_ count: StatedCount, _ stated: String, rows: String?) -> String {
    guard let rows else { return "stated count, line \(count.line): \(stated) (of companies, not compared)" }
    return "stated count, line \(count.line): \(stated)"
      + (count.disagrees ? " (the rows are \(rows))" : " (agrees)")
  }

  let listTitle = "Problems of the inputs"
  let listSheet = "Problems"
  let listHeaders = [
    "File", "Line", "Column", "Value", "Code", "Treatment", "What is wrong", "What to do", "Did you mean",
  ]
  func treatment(rejects: Bool) -> String { rejects ? "not counted" : "counted" }
  let totalRow = "total row"
  func earlierRow(_ file: String, _ line: Int) -> String { "The earlier row: \(file), line \(line)." }
  func found(_ word: String) -> String { "Found: \"\(word)\"." }
  func total(_ stated: String, _ summed: String) -> String {
    "The stated total \(stated) is not the sum of its rows, \(summed)."
  }
  let totalAction = "Look for rows that are missing or repeated, or for a total that is out of date."
  func listMeaning(_ count: Int) -> String {
    "A row is a problem at its place (\(grouped(count)) in all). Filter by file or code, correct the original, "
      + "and check again."
  }
  func listCut(_ shown: Int, _ all: Int) -> String {
    "Only the first \(grouped(shown)) are listed; all \(grouped(all)) stand in the CSV file."
  }

  let guess = "This is a guess: confirm it, correct it and save it."
  let wordsToMove = "Words to be moved into the brackets of their meaning:"
  let noCurrency = "No currency: correct the cells, or write:"

  private func grouped(_ count: Int) -> String { TextNumbers.grouped(count) }
}
