import CSV
import CompactTables
import TradeModel

extension ConsultationWorker {
  // MARK: - Step 2: which rows count, in reading order

  /// Decides which rows of the block count, tallies them and passes on those that do not.
  func settle(_ file: FileState, ledger: inout SettlementLedger) throws(TallyError) {
    let context = file.context
    let input = context.input
    var party = 0
    var kept = 0
    for index in rows.indices {
      if identities[index].low != 0 { ledger.identities.prefetch(identities[index]) }
    }
    for index in rows.indices {
      let record = Int(records[index])
      let line = block.line(of: record)
      let place = UInt32(truncatingIfNeeded: ledger.basePlace + line)
      let hasParty = party < parties.count && parties[party].row == index
      defer { if hasParty { party += 1 } }
      if identities[index].low | identities[index].high != 0,
        let earlier = ledger.identities.insert(
          identities[index], mark: IdentityMark(content: contents[index], place: place))
      {
        let same = earlier.content == contents[index]
        rejected.append(
          Turned(
            record: record, code: same ? nil : .conflictingDuplicate, column: nil, earlier: earlier.place))
        continue
      }
      let row = rows[index]
      var isFlagged = flagStarts[index] != flagStarts[index + 1]
      for flag in flags[Int(flagStarts[index])..<Int(flagStarts[index + 1])] {
        tally(flag.code, flag.column, record, context, &ledger)
      }
      if hasParty {
        if row.supplier > 0, row.buyer > 0,
          !ledger.pairs.insert(Pair(event: row.event, supplier: row.supplier, buyer: row.buyer)).inserted
        {
          tally(.repeatedMOU, nil, record, context, &ledger)
          isFlagged = true
        }
        ledger.mous.append(
          MOUParties(row: row, supplierName: parties[party].supplier, buyerName: parties[party].buyer))
      }
      if isFlagged { ledger.tally.flagged += 1 } else { ledger.tally.accepted += 1 }
      ledger.tally.rows += 1
      switch row.exclusion {
      case .counts: break
      case .afterAsOf: ledger.tally.afterAsOf += 1
      case .beforeFrom: ledger.tally.beforeFrom += 1
      case .otherEvent: ledger.tally.otherEvent += 1
      }
      if kept != index {
        rows[kept] = row
        sources[kept] = sources[index]
      }
      kept += 1
    }
    rows.removeLast(rows.count - kept)
    sources.removeLast(sources.count - kept)
    ledger.statusWords.add(statusWords)
    ledger.lastLine = block.recordCount > 0 ? block.line(of: block.recordCount - 1) : ledger.lastLine
    try passOnRejected(context, &ledger, input: input)
  }

  private func tally(
    _ code: ProblemCode, _ column: Column?, _ record: Int, _ context: FileContext,
    _ ledger: inout SettlementLedger
  ) {
    guard ledger.tally.wantsPlace(code) else { return ledger.tally.add(code, place: nil) }
    let text = column.map { context.text(block, record, $0).string }
    ledger.tally.add(
      code,
      place: ProblemPlace(
        line: block.line(of: record), column: column.flatMap { context.input.headerText($0) }, value: text,
        hint: nil))
    block.releaseScratch()
  }

  private func passOnRejected(
    _ context: FileContext, _ ledger: inout SettlementLedger, input: OpenedInput
  ) throws(TallyError) {
    rejected.sort { $0.record < $1.record }
    for turned in rejected {
      ledger.tally.rows += 1
      if let code = turned.code {
        ledger.tally.rejected += 1
        tally(code, turned.column, turned.record, context, &ledger)
      } else {
        ledger.tally.duplicate += 1
      }
      let earlier = turned.earlier.map { ledger.locate($0) }
      let hides = turned.code?.hidesCells ?? false
      try ledger.reject(
        RejectedRow(
          input: input.index, line: block.line(of: turned.record), code: turned.code,
          earlierLine: earlier?.line, earlierInput: earlier?.input,
          offending: turned.column.map { context.text(block, turned.record, $0).string },
          cells: hides ? [:] : context.recognisedCells(block, turned.record)))
      block.releaseScratch()
    }
  }

  // MARK: - Step 3: measures

  /// Measures the rows that count and notes where their currencies came from.
  func finish(_ sources: inout [Column: [CurrencySource: Int]], sink: any ConsultationSink) throws(TallyError)
  {
    var counts = [Int](repeating: 0, count: 64)
    for (index, bits) in self.sources.enumerated() {
      var rest = bits
      var column = 0
      while rest != 0 {
        if rest & 0xF != 0 { counts[column << 4 | Int(rest & 0xF)] += 1 }
        rest >>= 4
        column += 1
      }
      let row = rows[index]
      if row.held != ConsultationRow.noDay { lastDay = max(lastDay, row.held) }
      if row.isMOU, row.signed != ConsultationRow.noDay { lastDay = max(lastDay, row.signed) }
    }
    for (index, column) in Column.amounts.enumerated() {
      for source in CurrencySource.allCases {
        let count = counts[index << 4 | (source.position + 1)]
        if count > 0 { sources[column, default: [:]][source, default: 0] += count }
      }
    }
    try sink.add(rows)
  }
}
