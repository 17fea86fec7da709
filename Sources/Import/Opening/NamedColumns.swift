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
      throw TallyError(
        .input(.namedHeaderMissing(column, headers: named, there: files.map(\.fileHeaders))))
    }
  }
  for input in opened {
    guard let supplier = input.cell(.supplier), supplier == input.cell(.buyer) else { continue }
    throw TallyError(
      .input(.oneColumnForBothSides(header: input.header.name(supplier))), at: input.request.shownPath)
  }
  for column in Set(opened.flatMap(\.request.fillDown))
  where !opened.contains(where: { $0.cell(column) != nil }) {
    let there = opened.flatMap(\.columns)
    throw TallyError(.input(.filledColumnMissing(column, there: Column.allCases.filter(there.contains))))
  }
}

/// Stops where a column without a known header looks like one without which figures would be wrong.
func refuseLookAlikes(_ opened: [OpenedInput]) throws(TallyError) {
  let failures = opened.flatMap { input in
    input.lookAlikes.filter(\.stops).map {
      Failure(.input(.lookAlike($0)), at: FilePlace(input.request.path))
    }
  }
  if !failures.isEmpty { throw TallyError(failures) }
}

/// Stops where columns were taken from another table that stands beside the one that is read.
func refuseTablesBeside(_ opened: [OpenedInput]) throws(TallyError) {
  for input in opened where !input.besides.isEmpty {
    throw TallyError(.input(.tableBeside(input.besides)), at: input.request.shownPath)
  }
}

extension OpenedInput {
  /// The headers for a message.
  var fileHeaders: FileHeaders { FileHeaders(file: name, headers: header.listed) }
}

extension HeaderMap {
  /// Whether a header of the file is called so; a cell without one by its place.
  func has(_ name: String) -> Bool {
    let key = Fold.header(name).key
    return (headers + fullNames).contains { !$0.isEmpty && Fold.header($0).key == key }
      || (0..<width).contains { headers[$0].isEmpty && HeaderRecognizer.placeName($0) == Fold.trim(name) }
  }

  /// The file's headers for a message.
  var listed: [String] {
    headers.indices.filter { !headers[$0].isEmpty }.map { cell in
      let isTwice = headers.count { $0 == headers[cell] } > 1
      return isTwice ? fullNames[cell] : headers[cell]
    }
  }
}
