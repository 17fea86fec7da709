import XML

extension XlsxRowState {
  /// Whether cells may stand here.
  var isAtPlain: Bool { isInRow && !isInCell && unknown == 0 && fault == nil }

  /// Takes cells that are written as nearly every program writes them: `<c r="B7" s="3" t="s"><v>12</v></c>`.
  mutating func takePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard var scan = XMLScan(bytes) else { return 0 }
    var taken = 0
    while takeCell(&scan) { taken = scan.at }
    return taken
  }

  @inline(__always)
  private mutating func takeCell(_ scan: inout XMLScan) -> Bool {
    scan.skipBlanks()
    guard scan.skip("<c") else { return false }
    var at = column + 1
    if scan.skip(" r=\"") {
      guard let letters = scan.column(), scan.number() == row.number, scan.skip("\"") else { return false }
      at = letters
    }
    var style = -1
    if scan.skip(" s=\"") {
      guard let number = scan.number(), scan.skip("\"") else { return false }
      style = number
    }
    var kind = Kind.number
    if scan.skip(" t=\"") {
      if scan.skip("s\"") {
        kind = .shared
      } else if scan.skip("inlineStr\"") {
        kind = .inline
      } else if scan.skip("b\"") {
        kind = .truth
      } else if !scan.skip("n\"") {
        return false
      }
    }
    guard at < CellPlace.columns else { return false }
    if scan.skip("/>") || scan.skip("></c>") {
      column = at
      return true
    }
    var shared = 0
    var word = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    switch kind {
    case .shared:
      guard scan.skip("><v>"), let index = scan.number(), index < texts.count, scan.skip("</v></c>") else {
        return false
      }
      shared = index
    case .inline:
      value.removeAll(keepingCapacity: true)
      guard scan.skip("><is><t>") || scan.skip("><is><t xml:space=\"preserve\">"), scan.text(into: &value),
        scan.skip("</t></is></c>")
      else { return false }
      value = CellText.unescaped(value)
    default:
      guard scan.skip("><v>"), let found = scan.word(before: 0x3C), scan.skip("</v></c>") else {
        return false
      }
      word = found
    }
    (column, self.style, self.kind, hasFormula) = (at, style, kind, false)
    switch kind {
    case .shared: addShared(shared)
    case .inline: endCell()
    default: addCell(word)
    }
    return true
  }
}

extension XMLScan {
  /// Takes a column's letters; the column is counted from 0.
  @inline(__always)
  fileprivate mutating func column() -> Int? {
    let start = at
    var column = 0
    while next &- 0x41 < 26, at - start < 3 {
      column = column &* 26 &+ Int(next) &- 64
      at += 1
    }
    return column > 0 ? column - 1 : nil
  }
}
