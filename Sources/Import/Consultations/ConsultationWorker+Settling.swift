import HashTables
import Model
import Records
import Values

// Step 2: which rows count, in reading order.
extension ConsultationWorker {
  /// Decides which rows of the block count, tallies them and passes on those that do not.
  mutating func settle(_ file: ConsultationFile, ledger: inout SettlementLedger) throws(TallyError) {
    let block = columns.block
    ledger.expect(bytes: block.size)
    turnAwayRepeated(&ledger)
    if let digest = ledger.digest { try digest(columns.digests(file)) }
    sectors.note(columns, file)
    let counted = tallyRows(file, &ledger)
    if let count = ledger.count { afterwork = try count(counted, shared) }
    for (row, doubt) in columns.countedNameDoubts {
      ledger.tally.add(doubt, line: block.line(of: columns.record(row)))
    }
    ledger.statusWords.add(statusWords)
    for section in sections { ledger.totals.add(section) }
    if block.recordCount > 0 { ledger.lastLine = block.line(of: block.recordCount - 1) }
    ledger.tally.rowDoubts.follow(
      columns.turnedRows, counted: columns.countedRecords, of: columns.countedCount, block)
    let held = columns.held(withRecords: columns.turnedRows.contains { $0.code == .totalRow })
    ledger.tally.statedCounts.add(real: held.count)
    try ledger.tally.add(
      columns.turnedRows, block, file.context, real: held.records, places: ledger.places,
      reject: ledger.reject)
  }

  /// Turns away the rows whose identity an earlier row has.
  private mutating func turnAwayRepeated(_ ledger: inout SettlementLedger) {
    let base = ledger.basePlace
    let lines = columns.block.lines
    var repeated: [(index: Int, earlier: IdentityMark)] = []
    ledger.identities.insert(columns.identities) { index in
      IdentityMark(
        content: columns.contents[index].mark,
        place: UInt32(truncatingIfNeeded: base + lines[columns.record(index)]))
    } repeated: { index, earlier in
      repeated.append((index, earlier))
    }
    if ledger.files != nil { noteRows(repeated: Set(repeated.map(\.index)), &ledger) }
    for (index, earlier) in repeated {
      let isSame = earlier.content == columns.contents[index].mark
      columns.turn(index, isSame ? nil : .conflictingDuplicate, nil, earlier: earlier.place)
    }
  }

  /// Notes what the rows of the block say, where several files may hold the same ones.
  private func noteRows(repeated: Set<Int>, _ ledger: inout SettlementLedger) {
    guard let last = ledger.files?.indices.last else { return }
    let lines = columns.block.lines
    for index in columns.records.indices {
      ledger.files?[last].add(
        columns.contents[index], line: Int(lines[columns.record(index)]), counts: !repeated.contains(index))
      guard !repeated.contains(index), let mark = columns.rows[index].meetingMark else { continue }
      ledger.files?[last].meetings.append(mark)
    }
  }

  /// Counts the rows that are left and names their problems; what the detail files say of them is returned where
  /// somebody wants it.
  private func tallyRows(_ file: ConsultationFile, _ ledger: inout SettlementLedger) -> [CountedConsultation]
  {
    var counted: [CountedConsultation] = []
    var nextFlag = 0
    var nextMOU = 0
    let hasIDs = file.context.has(.consultationID)
    for index in columns.rows.indices {
      let flags = columns.flags(of: index, from: &nextFlag)
      let isMOU = nextMOU < mouNames.count && mouNames[nextMOU].row == index
      if isMOU { nextMOU += 1 }
      guard columns.counts(index) else { continue }
      for flag in columns.flags[flags] {
        ledger.tally.add(flag.code, flag.column, columns.block, columns.record(index), file.context)
      }
      noteDay(columns.rows[index].held, index, file, &ledger)
      noteDoubts(index, file, hasIDs: hasIDs, &ledger)
      let isRepeatedMOU = isMOU && noteMOU(nextMOU - 1, index, file, &ledger)
      ledger.tally.addRow(isFlagged: isRepeatedMOU || !flags.isEmpty)
      ledger.tally.add(columns.rows[index].counting, held: columns.rows[index].held, file.context.rules.asOf)
      ledger.tally.note(measured: columns.rows[index])
      if ledger.count != nil {
        let problems = columns.flags[flags].map(\.code) + (isRepeatedMOU ? [.repeatedMOU] : [])
        counted.append(consultation(index, problems, file))
      }
    }
    return counted
  }

  /// Notes what asks for a look at a row that counts.
  @inline(__always)
  private func noteDoubts(
    _ index: Int, _ file: ConsultationFile, hasIDs: Bool, _ ledger: inout SettlementLedger
  ) {
    let row = columns.rows[index]
    let context = file.context
    let (block, record) = (columns.block, columns.record(index))
    func place() -> RowPlace { RowPlace(input: context.input.index, line: block.line(of: record)) }
    ledger.eventDays.add(row.event, row.held, place: place())
    if hasIDs, context.text(block.cells, record, .consultationID).isExampleMark {
      ledger.tally.rowDoubts.add(.examples, line: block.line(of: record))
    }
    if let mark = row.meetingMark {
      var mixer = Mixer(seed: mark)
      for column in [Column.heldAt, .heldTime] {
        let key = context.text(block.cells, record, column).key
        mixer.add(key.low)
        mixer.add(key.high)
      }
      let line = block.line(of: record)
      let own = UInt32(truncatingIfNeeded: ledger.basePlace + line)
      if let earlier = ledger.repeated.insert(mixer.hash128, place: own) {
        ledger.tally.rowDoubts.addRepeat(line: line, of: ledger.places.locate(earlier).input)
      }
    }
    for (role, column, number) in [
      (Role.supplier, Column.supplier, row.supplier), (.buyer, .buyer, row.buyer),
    ] where number > 0 && ledger.names.isNew(number - 1, role) {
      let name = context.value(block.cells, record, column)
      if name.isEmpty { continue }
      ledger.names.note(
        number - 1, role, name: name.string,
        country: role == .supplier ? context.rules.homeCountry : row.country, hasNumber: false,
        place: place())
    }
  }

  @inline(__always)
  private func noteDay(
    _ day: Int32, _ index: Int, _ file: ConsultationFile, _ ledger: inout SettlementLedger
  ) {
    ledger.dated.add(
      day, input: file.context.input.index, line: columns.block.line(of: columns.record(index)))
  }

  /// Lists an MOU; true where the same parties have one at the event already.
  private func noteMOU(
    _ place: Int, _ index: Int, _ file: ConsultationFile, _ ledger: inout SettlementLedger
  ) -> Bool {
    let row = columns.rows[index]
    noteDay(row.signed, index, file, &ledger)
    ledger.mous.append(
      NamedConsultation(row, supplierName: mouNames[place].supplier, buyerName: mouNames[place].buyer))
    guard row.supplier > 0, row.buyer > 0,
      !ledger.pairs.insert(Pair(event: row.event, supplier: row.supplier, buyer: row.buyer)).inserted
    else { return false }
    ledger.tally.add(.repeatedMOU, nil, columns.block, columns.record(index), file.context)
    return true
  }

  /// What the detail files say of a row that counts.
  private func consultation(
    _ index: Int, _ problems: [ProblemCode], _ file: ConsultationFile
  ) -> CountedConsultation {
    let block = columns.block
    let record = columns.record(index)
    var seen: Set<ProblemCode> = []
    return CountedConsultation(
      input: file.context.input.index, line: block.line(of: record),
      consultationID: file.context.value(block.cells, record, .consultationID).string.hiddenIfContact,
      named: NamedConsultation(
        columns.rows[index], supplierName: suppliers.printedName(index, columns, file),
        buyerName: buyers.printedName(index, columns, file)),
      problems: problems.filter { seen.insert($0).inserted })
  }
}
