import Model
import Values

/// Stops where an option or a definition names a header that no file has.
func checkNamedColumns(_ opened: [OpenedInput]) throws(TallyError) {
  for column in Column.allCases {
    // Of a list of headers the first that a file has counts, so one of them is enough.
    for headers in Set(opened.compactMap { $0.request.columns[column] }) {
      let named = headers.filter { !$0.isEmpty }
      let files = opened.filter { $0.request.columns[column] == headers }
      if named.isEmpty || files.contains(where: { file in named.contains { file.header.has($0) } }) {
        continue
      }
      let header = named.joined(separator: "\" or \"")
      let there = files.map { "\($0.name): \($0.header.listed)" }
      throw TallyError(
        .dataUnusable,
        "the column \(column.rawValue) was named by the header \"\(header)\" (--column or columns:), but no file has "
          + "that header. There are, in \(there.joined(separator: "; in ")). Copy the header as it stands there."
      )
    }
  }
  for column in Set(opened.flatMap(\.request.fillDown))
  where !opened.contains(where: { $0.cell(column) != nil }) {
    let there = opened.flatMap(\.columns).map(\.rawValue)
    throw TallyError(
      .dataUnusable,
      "\(column.rawValue) is to be filled down (--fill-down or fill_down:), but no file has that column. There are: "
        + "\(Column.allCases.map(\.rawValue).filter(there.contains).joined(separator: ", ")).")
  }
}

/// Stops where a column without a known header looks like one without which figures would be wrong.
func refuseLookAlikes(_ opened: [OpenedInput]) throws(TallyError) {
  let lines = opened.flatMap { input in
    input.lookAlikes.filter(\.stops).map { "\(input.request.path): \($0.message)" }
  }
  if !lines.isEmpty { throw TallyError(.dataUnusable, lines.joined(separator: "\n")) }
}

extension OpenedInput {
  /// What an error says where cells seem to have been merged; empty elsewhere.
  var mergedAdvice: String {
    if merged.isEmpty { return "" }
    let headers = merged.map { "\"\($0.header)\" (\($0.blanks) empty cells)" }.joined(separator: ", ")
    return " The blanks in \(headers) look like merged cells: --fill-down "
      + "\(merged.map(\.column.rawValue).joined(separator: ",")) repeats the cell above."
  }
}

extension LookAlike {
  /// What a message says of it, with the options to copy.
  fileprivate var message: String {
    let names = columns.map(\.rawValue).joined(separator: " or ")
    return
      "the column \"\(header)\" has no known header, but its cells look like \(names), for which no column was found. "
      + "If it is that, add \(options.joined(separator: " or ")); if there is none, add \(optionsForNone)."
  }
}

extension HeaderMap {
  /// Whether a header of the file is called so; a cell without one by its place.
  func has(_ name: String) -> Bool {
    let key = Fold.header(name).key
    return (headers + fullNames).contains { !$0.isEmpty && Fold.header($0).key == key }
      || (0..<width).contains { headers[$0].isEmpty && HeaderRecognizer.placeName($0) == Fold.trim(name) }
  }

  /// The file's headers for a message.
  var listed: String {
    headers.indices.filter { !headers[$0].isEmpty }.map { cell in
      let isTwice = headers.count { $0 == headers[cell] } > 1
      return "\"\(isTwice ? fullNames[cell] : headers[cell])\""
    }.joined(separator: ", ")
  }
}
