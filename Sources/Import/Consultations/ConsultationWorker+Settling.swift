import HashTables
import Model
import Repair

extension ConsultationWorker {
  // MARK: - Step 2: which rows count, in reading order

  /// Decides which rows of the block count, tallies them and passes on those that do not.
  mutating func settle(_ file: FileState, ledger: inout SettlementLedger) throws(TallyError) {
    ledger.expect(bytes: block.size)
    turnAwayRepeated(&ledger)
    noteRows(&ledger)
    if let digest = ledger.digest { try digest(digests(file)) }
    noteSectors(file)
    tallyRows(file, &ledger)
    if let count = ledger.count { afterwork = try count(counted, shared) }
    ledger.statusWords.add(statusWords)
    for section in sections { ledger.totals.add(section) }
    ledger.lastLine = block.recordCount > 0 ? block.line(of: block.recordCount - 1) : ledger.lastLine
    try ledger.tally.add(
      rejected, block, file.context, places: ledger.places, reject: ledger.reject)
  }

  /// Turns away the rows whose identity an earlier row has.
  private mutating func turnAwayRepeated(_ ledger: inout SettlementLedger) {
    let base = ledger.basePlace
    let lines = block.lines
    turnedLines.removeAll(keepingCapacity: true)
    var repeated: [(index: Int, earlier: IdentityMark)] = []
    ledger.identities.insert(identities) { index in
      IdentityMark(
        content: contents[index].mark, place: UInt32(truncatingIfNeeded: base + lines[Int(records[index])]))
    } repeated: { index, earlier in
      repeated.append((index, earlier))
    }
    for (index, earlier) in repeated {
      let isSame = earlier.content == contents[index].mark
      rejected.append(
        TurnedRow(
          record: Int(records[index]), code: isSame ? nil : .conflictingDuplicate, column: nil,
          earlier: earlier.place))
      if ledger.files != nil { turnedLines[index] = Int(lines[Int(records[index])]) }
      records[index] = .max
    }
  }

  /// Notes what the rows of the block say, where several files may hold the same ones.
  private func noteRows(_ ledger: inout SettlementLedger) {
    guard let count = ledger.files?.count else { return }
    let lines = block.lines
    for index in records.indices {
      let counts = records[index] != .max
      let line = counts ? Int(lines[Int(records[index])]) : turnedLines[index] ?? 0
      ledger.files?[count - 1].add(contents[index], line: line, counts: counts)
    }
  }

  /// Counts the rows that are left, names their problems and closes the gaps.
  private mutating func tallyRows(_ file: FileState, _ ledger: inout SettlementLedger) {
    let context = file.context
    counted.removeAll(keepingCapacity: true)
    var kept = 0
    var flag = 0
    var party = 0
    var flagged = 0
    for index in rows.indices {
      let firstFlag = flag
      while flag < flags.count, flags[flag].row == Int32(index) { flag += 1 }
      let hasParty = party < parties.count && parties[party].row == index
      if hasParty { party += 1 }
      let record = records[index]
      if record == .max { continue }
      var isRepeated = false
      for flag in flags[firstFlag..<flag] {
        ledger.tally.add(flag.code, flag.column, block, Int(record), context)
      }
      let row = rows[index]
      ledger.dated.add(row.held, input: context.input.index, line: block.line(of: Int(record)))
      if hasParty {
        ledger.dated.add(row.signed, input: context.input.index, line: block.line(of: Int(record)))
        if row.supplier > 0, row.buyer > 0,
          !ledger.pairs.insert(Pair(event: row.event, supplier: row.supplier, buyer: row.buyer)).inserted
        {
          ledger.tally.add(.repeatedMOU, nil, block, Int(record), context)
          isRepeated = true
        }
        ledger.mous.append(
          MOUParties(row: row, supplierName: parties[party - 1].supplier, buyerName: parties[party - 1].buyer)
        )
      }
      if isRepeated || firstFlag < flag { flagged += 1 }
      if ledger.count != nil {
        let seen = flags[firstFlag..<flag].map(\.code)
        note(index, isRepeated ? seen + [.repeatedMOU] : seen, file)
      }
      switch row.exclusion {
      case .counts: break
      case .afterAsOf:
        ledger.tally.afterAsOf += 1
        if let asOf = rules.asOf?.number, row.held - asOf > 366 { ledger.tally.longAfterAsOf += 1 }
      case .beforeFrom: ledger.tally.beforeFrom += 1
      case .otherEvent: ledger.tally.otherEvent += 1
      }
      if kept != index {
        rows[kept] = row
        sources[kept] = sources[index]
      }
      kept += 1
    }
    ledger.tally.rows += kept
    ledger.tally.flagged += flagged
    ledger.tally.accepted += kept - flagged
    rows.removeLast(rows.count - kept)
    sources.removeLast(sources.count - kept)
  }

  /// Keeps what the detail files say of a row that counts.
  private mutating func note(_ index: Int, _ problems: [ProblemCode], _ file: FileState) {
    let record = Int(records[index])
    var seen: Set<ProblemCode> = []
    counted.append(
      CountedConsultation(
        input: file.context.input.index, line: block.line(of: record),
        consultationID: file.context.value(block.cells, record, .consultationID).string,
        parties: MOUParties(
          row: rows[index],
          supplierName: printedName(supplierFound[index], .supplierID, .supplier, index, file),
          buyerName: printedName(buyerFound[index], .buyerID, .buyer, index, file)),
        problems: problems.filter { seen.insert($0).inserted }))
  }

  // MARK: - Step 3: measures

  /// Measures the rows that count and notes where their currencies came from.
  mutating func finish() throws(TallyError) {
    for (index, bits) in sources.enumerated() {
      sourceCounts.add(bits)
      let row = rows[index]
      lastDay = max(lastDay, row.held)
      if row.isMOU { lastDay = max(lastDay, row.signed) }
    }
    try sink.add(rows)
    try afterwork.take()?()
  }
}

/// For how many cells of each amount column the currency came from where.
struct SourceCounts: Sendable {
  private var counts = [Int](repeating: 0, count: 64)

  /// Adds a row's sources, four bits a column.
  @inline(__always)
  mutating func add(_ bits: UInt16) {
    var rest = bits
    var column = 0
    while rest != 0 {
      counts[column | Int(rest & 0xF)] += rest & 0xF == 0 ? 0 : 1
      rest >>= 4
      column += 16
    }
  }

  mutating func add(_ other: SourceCounts) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  var byColumn: [Column: [CurrencySource: Int]] {
    var result: [Column: [CurrencySource: Int]] = [:]
    for (index, column) in Column.amounts.enumerated() {
      for source in CurrencySource.allCases where counts[index << 4 | (source.position + 1)] > 0 {
        result[column, default: [:]][source] = counts[index << 4 | (source.position + 1)]
      }
    }
    return result
  }
}
