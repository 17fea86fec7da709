import Encodings
import Records

/// Reads the table of any delimited text.
///
/// The file is read whole, up to `sizeLimit` bytes, and cells are cut only when they are asked for: memory
/// holds the text in UTF-8 and twelve bytes a row. For ordinary tables that is about three times the file's
/// size; for the worst input, rows of one letter, it stays below sixteen times plus 64 MiB.
package struct TableReader: Sendable {
  /// The largest file that is read, in bytes.
  package static let sizeLimit = 512 << 20

  private let options: TableOptions

  package init(options: TableOptions = TableOptions()) {
    self.options = options
  }

  /// Finds the table of `bytes`, the whole content of a file.
  package func read(_ bytes: [UInt8]) throws(TableError) -> CleanTable {
    guard bytes.count <= Self.sizeLimit else { throw .tooLarge(bytes.count) }
    var verdict = detectEncoding(bytes)
    if let encoding = options.encoding {
      let sameMark = encoding == verdict.encoding ? verdict.byteOrderMark : 0
      verdict = EncodingVerdict(
        encoding: encoding, byteOrderMark: sameMark, confidence: 1, reason: .given,
        binary: verdict.binary)
    }
    if let binary = verdict.binary { throw .notText(binary) }
    let text = ByteOrderMarks.removed(from: decoded(bytes, verdict))
    let separator = SeparatorLine(text)
    var known = options
    if let separator, known.delimiter == nil { known.delimiter = separator.delimiter }
    let start = separator?.end ?? 0
    let ranking = DialectDetector(text, from: start, options: known).ranking()
    var (table, best) = chosen(text, start, ranking, known, verdict)
    table.hasMarks = options.hasMarks
    if options.hasMarks {
      table.header = table.headerCells?.map { String(decoding: table.restored($0), as: UTF8.self) }
    }
    if let separator {
      table.leftOut.insert(
        LeftOut(
          kind: .separatorLine, lines: [1...1], count: 1,
          text: String(decoding: text[..<separator.end], as: UTF8.self)),
        at: 0)
    }
    explain(&table, best, ranking, separator != nil)
    table.undecodableLines = Self.undecodableLines(text)
    return table
  }

  /// The table by the dialect that fits best, unless that one leaves out what another keeps.
  ///
  /// A dialect may cut some rows well because it takes the others for titles and notes. Another that leaves nothing out
  /// is better then, and where no table convinces, the text is a list of one column.
  private func chosen(
    _ text: [UInt8], _ start: Int, _ ranking: [DialectScore], _ known: TableOptions,
    _ verdict: EncodingVerdict
  ) -> (CleanTable, DialectScore) {
    func attempt(_ score: DialectScore) -> (table: CleanTable, standing: TableStanding) {
      var search = TableSearch(text: text, start: start, score: score, options: known)
      let table = search.table(verdict)
      return (table, search.standing(of: table))
    }
    let best = ranking[0]
    let first = attempt(best)
    if known.delimiter != nil || best.width < 2 { return (first.table, best) }
    if first.standing.isConvincing, first.standing.lost <= Self.fewLines { return (first.table, best) }
    let rivals = ranking.dropFirst().prefix(6).filter { $0.width > 1 && $0.score * 2 >= best.score }
    for rival in rivals {
      let other = attempt(rival)
      if other.standing.isConvincing, other.standing.lost == 0 { return (other.table, rival) }
    }
    if !first.standing.isConvincing, let single = ranking.first(where: { $0.dialect.delimiter.isEmpty }) {
      return (attempt(single).table, single)
    }
    return (first.table, best)
  }

  /// As many lines as titles and notes may have before other dialects are tried.
  private static let fewLines = 3

  private func decoded(_ bytes: [UInt8], _ verdict: EncodingVerdict) -> [UInt8] {
    if verdict.encoding == .utf8, verdict.confidence == 1, verdict.byteOrderMark == 0, options.encoding == nil
    {
      return bytes
    }
    var decoder = StreamingDecoder(verdict.encoding)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    bytes.withUnsafeBytes { all in
      decoder.decode(
        UnsafeRawBufferPointer(rebasing: all[verdict.byteOrderMark...]), isLast: true, into: &text)
    }
    return text
  }

  private static func undecodableLines(_ text: [UInt8]) -> [Int] {
    guard text.contains(StreamingDecoder.undecodable) else { return [] }
    var lines: [Int] = []
    var line = 1
    for (index, byte) in text.enumerated() {
      if byte == 0x0A || (byte == 0x0D && (index + 1 == text.count || text[index + 1] != 0x0A)) { line += 1 }
      if byte == StreamingDecoder.undecodable, lines.last != line {
        lines.append(line)
        if lines.count == 100 { break }
      }
    }
    return lines
  }

  private func explain(
    _ table: inout CleanTable, _ best: DialectScore, _ ranking: [DialectScore], _ hasSeparatorLine: Bool
  ) {
    var notes = [TableNote.encoding(table.encoding.encoding, table.encoding.reason)]
    let origin: TableNote.Origin =
      options.delimiter != nil ? .given : hasSeparatorLine ? .namedByFirstLine : .found
    notes.append(
      .dialect(best.dialect, origin, percent: Int((best.share * 100).rounded()), width: best.width))
    if let next = ranking.first(where: {
      $0.dialect.delimiter != best.dialect.delimiter && $0.width > 1
    }) {
      notes.append(
        .nextBest(next.dialect, percent: Int((next.share * 100).rounded()), width: next.width))
    }
    if table.repairedRows > 0 { notes.append(.cutAsFits(rows: table.repairedRows)) }
    table.explanation = notes
  }
}
