import XML

extension OdsRowState {
  var isAtPlain: Bool { isInRow && !isInCell && unknown == 0 && fault == nil }

  /// Takes cells of at most one paragraph without formula, as LibreOffice writes them.
  mutating func takePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard var scan = XMLScan(bytes) else { return 0 }
    var taken = 0
    while fault == nil, takeCell(&scan) { taken = scan.at }
    return taken
  }

  private mutating func takeCell(_ scan: inout XMLScan) -> Bool {
    scan.skipBlanks()
    guard scan.skip("<table:table-cell") else { return false }
    var style = ""
    if scan.skip(" table:style-name=\"") {
      guard let word = scan.word(before: 0x22), scan.skip("\"") else { return false }
      style = String(decoding: word, as: UTF8.self)
    }
    var repeats = 1
    if scan.skip(" table:number-columns-repeated=\"") {
      guard let count = scan.number(), scan.skip("\"") else { return false }
      repeats = count
    }
    var kind = OdsCell.Kind.none
    var value = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    if scan.skip(" office:value-type=\"string\"") {
      kind = .text
      guard scan.skip(" calcext:value-type=\"string\"") || scan.next == 0x3E else { return false }
    } else if scan.skip(" office:value-type=\"float\" office:value=\"") {
      kind = .number
      guard let word = scan.word(before: 0x22), scan.skip("\" calcext:value-type=\"float\"") else {
        return false
      }
      value = word
    } else if scan.skip(" office:value-type=\"date\" office:date-value=\"") {
      kind = .date
      guard let word = scan.word(before: 0x22), scan.skip("\" calcext:value-type=\"date\"") else {
        return false
      }
      value = word
    }
    cell.beginPlain(kind, value: value, look: look(style), repeats: repeats)
    if !scan.skip("/>") {
      guard scan.skip(">") else { return false }
      if scan.skip("<text:p>") {
        guard scan.text(into: &cell.shown), scan.skip("</text:p>") else { return false }
      } else if !scan.skip("<text:p/>") {
        return false
      }
      guard scan.skip("</table:table-cell>") else { return false }
      cell.endPlain()
    }
    endCell()
    return true
  }
}
