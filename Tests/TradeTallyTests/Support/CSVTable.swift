/// A comma-separated table of the program's making, read without the program's own reader.
struct CSVTable {
  var header: [String] = []
  var rows: [[String]] = []

  init(_ text: String) {
    var records: [[String]] = []
    var record: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var last: Unicode.Scalar?
    func end() {
      record.append(String(cell))
      cell = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      defer { last = scalar }
      if isQuoted {
        if scalar == "\"" { isQuoted = false } else { cell.append(scalar) }
        continue
      }
      switch scalar {
      case "\"":
        // A quote right after a closing one is part of the text.
        if last == "\"" { cell.append("\"") }
        isQuoted = true
      case ",": end()
      case "\r": break
      case "\n":
        end()
        records.append(record)
        record = []
      default: cell.append(scalar)
      }
    }
    if !cell.isEmpty || !record.isEmpty {
      end()
      records.append(record)
    }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  func column(_ name: String) -> [String] {
    guard let index = header.firstIndex(of: name) else { return [] }
    return rows.map { $0.indices.contains(index) ? $0[index] : "" }
  }
}
