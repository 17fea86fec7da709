/// What stands for line breaks and delimiters in a text whose cells are known already, as those of a workbook's sheet.
///
/// Each record is a line then, whatever its cells hold, so that nothing has to be guessed from quotes and the number of a
/// line is that of its row. The marks are Unicode's noncharacters, which exist for uses like this and are no text.
package enum CellMarks {
  /// Between two cells, U+FDD0.
  package static let delimiter: [UInt8] = [0xEF, 0xB7, 0x90]
  /// For a line feed within a cell, U+FDD1.
  package static let lineFeed: [UInt8] = [0xEF, 0xB7, 0x91]
  /// For a carriage return within a cell, U+FDD2.
  package static let carriageReturn: [UInt8] = [0xEF, 0xB7, 0x92]

  /// The options to read such a text with.
  package static var options: TableOptions {
    var options = TableOptions()
    options.encoding = .utf8
    options.delimiter = delimiter
    options.quote = 0
    options.hasMarks = true
    return options
  }

  /// Appends a cell to such a text; a mark that stands in it already becomes a space.
  package static func append(_ cell: [UInt8], to text: inout [UInt8]) {
    var at = 0
    while at < cell.count {
      switch cell[at] {
      case 0x0A: text += lineFeed
      case 0x0D: text += carriageReturn
      case 0xEF where at + 2 < cell.count && cell[at + 1] == 0xB7 && (0x90...0x92).contains(cell[at + 2]):
        text.append(0x20)
        at += 2
      default: text.append(cell[at])
      }
      at += 1
    }
  }

  /// A text of lines, each of which gets as many cells as the widest one has: none has to be made to fit then.
  package static func squared(_ text: [UInt8]) -> [UInt8] {
    var counts: [Int] = []
    var count = 0
    for at in text.indices {
      if text[at] == 0x0A {
        counts.append(count)
        count = 0
      } else if text[at] == delimiter[0], isDelimiter(text, at) {
        count += 1
      }
    }
    guard let widest = counts.max(), widest <= widestPadded, counts.contains(where: { $0 != widest }) else {
      return text
    }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 2)
    var line = 0
    for byte in text {
      if byte == 0x0A {
        for _ in counts[line]..<widest { result += delimiter }
        line += 1
      }
      result.append(byte)
    }
    return result
  }

  /// Wider sheets are left as they are: their padding would be longer than they.
  private static let widestPadded = 256

  private static func isDelimiter(_ text: [UInt8], _ at: Int) -> Bool {
    at + 2 < text.count && text[at + 1] == delimiter[1] && text[at + 2] == delimiter[2]
  }

  /// The cell as it was; where cells had to be joined a blank stands between them.
  static func restored(_ cell: [UInt8]) -> [UInt8] {
    guard cell.contains(0xEF) else { return cell }
    var result: [UInt8] = []
    result.reserveCapacity(cell.count)
    var at = 0
    while at < cell.count {
      if cell[at] == 0xEF, at + 2 < cell.count, cell[at + 1] == 0xB7, (0x90...0x92).contains(cell[at + 2]) {
        result.append([0x20, 0x0A, 0x0D][Int(cell[at + 2] - 0x90)])
        at += 3
      } else {
        result.append(cell[at])
        at += 1
      }
    }
    return result
  }
}
