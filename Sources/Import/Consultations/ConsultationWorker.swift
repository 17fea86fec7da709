import HashTables
import Model
import Records
import Repair
import Values

// How consultations are read.
//
// A block goes through three steps. `parse` turns its records into rows and runs beside other workers; `settle`
// runs in reading order and decides which rows count; `finish` measures the rows that do and again runs beside
// the others.
//
// `parse` goes through the block column by column, not row by row: a loop over one column's cells does one kind
// of thing, so that the processor predicts its branches and fetches the places of many look-ups at once. What a
// spelling means is remembered by the cell's key, 128 bits that are the cell itself where it is short; text is
// made of a cell only when a spelling is new. Rows that cannot count drop out before the first flag is raised.

/// Reads consultations block by block; each thread has a worker of its own with its own memory of spellings.
struct ConsultationWorker: ~Copyable {
  let rules: ReadingRules
  let words: WordLists
  let countries: CountryReader
  let resolver: AmountResolver
  let shared: SharedTables
  let directory: RegistrationDirectory
  let block = RecordBlock()
  let sink: any ConsultationSink

  // What spellings mean, by column.
  var eventNumbers = SpellingMemo()
  var statuses = SpellingMemo()
  var modes = SpellingMemo()
  var outcomeSets = SpellingMemo()
  var countryCells = SpellingMemo()
  var sectorNumbers = SpellingMemo()
  var dayCells = SpellingMemo()
  var currencyCells = SpellingMemo()
  var currencyMentions: [AmountSurroundings.CurrencyCell] = [.absent]
  var amountCells = SpellingMemo()
  var amountReadings: [AmountReading] = []
  var namesFound = SpellingMemo()
  /// Organisations that are not registered, by name or id; there may be as many as registered ones.
  var strangers = SpellingMemo(limit: 1 << 20)
  /// By event number: 0 not looked at yet, 1 it counts, 2 `--only-event` leaves it out.
  var eventChoice: [UInt8] = []
  let onlyEvents: Set<String>
  /// Lines of the block's rows that repeat an earlier one, where several files may hold the same rows.
  var turnedLines: [Int: Int] = [:]
  /// Four for each currency cell.
  var amountPlans: [AmountPlan] = []
  /// Bare numbers of the block as typed, summed by the same places as the plans.
  var plainSums: [Int64] = []
  /// The block's other amounts as typed.
  var typedSums = TypedSums()
  /// The block's rows, cut behind each total row.
  var sections: [TotalSection] = []

  // The block at hand, an entry a row.
  var rows: [ConsultationRow] = []
  var records: [UInt32] = []
  var contents: [UInt64] = []
  var identities: [Hash128] = []
  var sources: [UInt16] = []
  /// Keys of the cells that name the participants; nothing where an absent word stands.
  var supplierIDs: [Hash128] = []
  var supplierNames: [Hash128] = []
  var buyerIDs: [Hash128] = []
  var buyerNames: [Hash128] = []
  /// The registration that a participant was found by.
  var supplierFound: [RegistrationMatch] = []
  var buyerFound: [RegistrationMatch] = []
  /// Scratch for look-ups.
  var lookups: [Hash128] = []
  /// Keys of the times of day; empty where the file has no column of them.
  var times: [Hash128] = []
  var currencies: [Int32] = []

  // The block at hand, an entry a case.
  var parties: [(row: Int, supplier: UInt32, buyer: UInt32)] = []
  var flags: [Flag] = []
  var rejected: [TurnedRow] = []
  /// Rows whose sector is spelled as in no row before that counts, and the spelling's key.
  var newSectors: [(row: Int, key: Hash128)] = []
  var counted: [CountedConsultation] = []
  /// Deferred work from `count`, run after the block's turn.
  var afterwork: ImportAfterwork?
  var statusWords = KnownWords()

  // The file at hand.
  /// Spellings of sectors that only rows have so far that do not count.
  var openSectors: Set<Hash128> = []
  private(set) var hasBrokenText = false
  var sourceCounts = SourceCounts()
  /// The last date of all files read so far.
  var lastDay = ConsultationRow.noDay
  /// Whether a row names the event that rows without one belong to.
  var namesDefaultEvent = false

  /// A problem of a row that counts.
  struct Flag {
    var row: Int32
    var code: ProblemCode
    var column: Column?
  }

  init(
    rules: ReadingRules, words: WordLists, countries: CountryReader, shared: SharedTables,
    directory: RegistrationDirectory, sink: any ConsultationSink
  ) {
    self.rules = rules
    self.words = words
    self.countries = countries
    self.shared = shared
    self.directory = directory
    self.sink = sink
    resolver = AmountResolver(rules: rules)
    onlyEvents = Set(rules.onlyEvents)
  }

  /// What is the same for all rows of a file.
  struct FileState: Sendable {
    let context: FileContext
    /// Header or title unit of each amount column.
    let surroundings: [AmountSurroundings]
    /// Number of the event of rows that name none.
    let defaultEvent: UInt32
    let fileScope: Int?

    init(context: FileContext, defaultEvent: UInt32) {
      self.context = context
      self.defaultEvent = defaultEvent
      surroundings = Column.amounts.map { AmountSurroundings(of: $0, in: context.input) }
      fileScope = context.rules.idScope == .file ? context.input.index : nil
    }
  }

  // MARK: - Step 1: records to rows

  /// Reads the records of `block`.
  mutating func parse(_ file: FileState) {
    begin()
    chooseRecords(file)
    readStatuses(file)
    dropTurnedRows()
    flagFaults(file)
    if !records.isEmpty {
      readEvents(file)
      readCountries(file)
      findParticipants(file)
      readSectors(file)
      readDays(file)
      readModes(file)
      readOutcomes(file)
      readAmounts(file)
      judgeRows(file)
      identify(file)
    }
    closeSections(file)
    orderFlags()
  }

  /// Forgets what belongs to the file before.
  mutating func beginFile() {
    hasBrokenText = false
    sourceCounts = SourceCounts()
    // The first row of the file with a sector's spelling may give its label; amounts depend on the units of the file's headers.
    sectorNumbers = SpellingMemo()
    openSectors = []
    amountPlans = []
    plainSums = []
  }

  private mutating func begin() {
    block.checkText()
    if !block.isAllValidText { hasBrokenText = true }
    parties.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
    rejected.removeAll(keepingCapacity: true)
    // What is left from the block before would count once more where this one has no row that counts.
    identities.removeAll(keepingCapacity: true)
    newSectors.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    statusWords = KnownWords()
  }

  /// Sorts out the records that are no data, and fetches who met whom.
  private mutating func chooseRecords(_ file: FileState) {
    let context = file.context
    records.removeAll(keepingCapacity: true)
    let cells = block.cells
    for record in 0..<cells.recordCount {
      switch context.gate.examine(block, cells, record) {
      case .empty: break
      case .rejected(let code): rejected.append(TurnedRow(record: record, code: code))
      case .data(let tooFew):
        if tooFew { flag(records.count, .tooFewFields, nil) }
        records.append(UInt32(record))
      }
    }
    contents.reset(records.count, to: context.contentBase)
    contents.withContents(of: cells, records, context, .supplierID, into: &supplierIDs)
    contents.withContents(of: cells, records, context, .supplier, into: &supplierNames)
    contents.withContents(of: cells, records, context, .buyerID, into: &buyerIDs)
    contents.withContents(of: cells, records, context, .buyer, into: &buyerNames)
  }

  private mutating func readStatuses(_ file: FileState) {
    rows.reset(records.count, to: ConsultationRow(event: file.defaultEvent))
    let words = words
    let cell = file.context.cell(.status)
    let cells = block.cells
    let seed = Column.status.contentSeed
    for index in records.indices {
      let record = Int(records[index])
      let hasSupplier = !supplierIDs[index].isNothing || !supplierNames[index].isNothing
      let hasBuyer = !buyerIDs[index].isNothing || !buyerNames[index].isNothing
      if !hasSupplier && !hasBuyer {
        turn(index, .missingParticipants, nil)
        continue
      }
      guard cell >= 0 else { continue }
      let text = cells.cell(record, cell)
      let key = text.key
      contents[index] &+= key.content(seed)
      let packed =
        key.isNothing
        ? Packed.absent
        : statuses.value(key) {
          if isAbsent(text, column: .status, kind: .consultations) { return Packed.absent }
          return words.consultationStatus(text.string).map { UInt64($0.rawValue) } ?? Packed.unreadable
        }
      if packed == Packed.absent {
        flag(index, .missingStatus, .status)
        continue
      }
      statusWords.add(known: packed != Packed.unreadable, word: text.string)
      if let status = ConsultationStatus(rawValue: UInt8(truncatingIfNeeded: packed)) {
        rows[index].status = status
      } else {
        turn(index, .unknownStatus, .status)
      }
    }
    statusWords.addKnown(among: rejected, cells, cell: cell) { words.consultationStatus($0) != nil }
  }

  /// Turns a row away before anything else of it is read.
  private mutating func turn(_ index: Int, _ code: ProblemCode, _ column: Column?) {
    rejected.append(TurnedRow(record: Int(records[index]), code: code, column: column))
    records[index] = UInt32.max
  }

  /// Closes the gaps that turned rows leave.
  private mutating func dropTurnedRows() {
    guard records.contains(.max) else { return }
    var kept = 0
    var moved = [Int32](repeating: -1, count: records.count)
    for index in records.indices where records[index] != .max {
      moved[index] = Int32(kept)
      records[kept] = records[index]
      contents[kept] = contents[index]
      rows[kept].status = rows[index].status
      supplierIDs[kept] = supplierIDs[index]
      supplierNames[kept] = supplierNames[index]
      buyerIDs[kept] = buyerIDs[index]
      buyerNames[kept] = buyerNames[index]
      kept += 1
    }
    records.removeLast(records.count - kept)
    contents.removeLast(contents.count - kept)
    rows.removeLast(rows.count - kept)
    for index in flags.indices { flags[index].row = moved[Int(flags[index].row)] }
    flags.removeAll { $0.row < 0 }
  }

  /// Raises what is wrong with cells of a sheet.
  private mutating func flagFaults(_ file: FileState) {
    guard !block.faultyCells.isEmpty else { return }
    for index in records.indices {
      for fault in file.context.faults(block, Int(records[index])) { flag(index, fault.code, fault.column) }
    }
  }

  @inline(__always)
  mutating func flag(_ row: Int, _ code: ProblemCode, _ column: Column?) {
    flags.append(Flag(row: Int32(row), code: code, column: column))
  }

  /// Puts the flags into the order of the rows; those of one row stay in the order of the columns.
  private mutating func orderFlags() {
    guard flags.count > 1 else { return }
    let order = flags.indices.sorted { (flags[$0].row, $0) < (flags[$1].row, $1) }
    flags = order.map { flags[$0] }
  }

  // MARK: - What a row comes to

  private mutating func judgeRows(_ file: FileState) {
    let asOf = rules.asOf?.number
    let from = rules.from?.number
    let limit = rules.suspiciousAmount
    for index in rows.indices {
      judgeOutcome(index)
      if let limit, rows[index].status == .held { flagSuspicious(index, over: limit) }
      let held = rows[index].held
      if let asOf, held != ConsultationRow.noDay, held > asOf {
        rows[index].exclusion = .afterAsOf
      } else if let from, held == ConsultationRow.noDay || held < from {
        rows[index].exclusion = .beforeFrom
      } else if !onlyEvents.isEmpty, isLeftOut(rows[index].event) {
        rows[index].exclusion = .otherEvent
      }
      guard rows[index].isMOU else { continue }
      let supplier = printedName(supplierFound[index], .supplierID, .supplier, index, file)
      let buyer = printedName(buyerFound[index], .buyerID, .buyer, index, file)
      parties.append((index, supplier, buyer))
    }
  }

  private mutating func judgeOutcome(_ index: Int) {
    let row = rows[index]
    let hasSigned = row.signed != ConsultationRow.noDay
    switch row.status {
    case .held:
      rows[index].isMOU = row.outcomes.contains(.mou) || hasSigned || row.mouAmount > 0
      rows[index].isContract = row.outcomes.contains(.contract) || row.contractAmount > 0
      if hasSigned, row.held != ConsultationRow.noDay, row.signed < row.held {
        flag(index, .signedBeforeMeeting, .mouSignedOn)
      }
    case .noShow, .cancelled:
      let hasAmount =
        row.consultedAmount > 0 || row.expectedContractAmount > 0 || row.mouAmount > 0
        || row.contractAmount > 0
      if !row.outcomes.isEmpty || hasSigned || hasAmount {
        flag(index, .outcomeWithoutMeeting, .outcome)
      }
    case .pending:
      break
    }
  }

  private mutating func flagSuspicious(_ index: Int, over limit: Int64) {
    let row = rows[index]
    let largest = max(row.consultedAmount, row.expectedContractAmount, row.mouAmount, row.contractAmount)
    guard largest / 100 >= limit else { return }
    for (number, column) in Column.amounts.enumerated() where row.amount(number) > limit * 100 {
      flag(index, .suspiciousAmount, column)
    }
  }

  private mutating func isLeftOut(_ event: UInt32) -> Bool {
    while eventChoice.count <= Int(event) { eventChoice.append(0) }
    if eventChoice[Int(event)] == 0 {
      eventChoice[Int(event)] = onlyEvents.contains(shared.eventName(event)) ? 1 : 2
    }
    return eventChoice[Int(event)] == 2
  }

  // MARK: - Identity

  /// The identity of each row: event and id; without an id event, participants, date and time; without a date none.
  private mutating func identify(_ file: FileState) {
    identities.reset(rows.count, to: .nothing)
    readTimes(file)
    let cells = block.cells
    let cell = file.context.cell(.consultationID)
    let scope = UInt64((file.fileScope ?? -1) + 1) << 32
    let seed = Column.consultationID.contentSeed
    for index in rows.indices {
      let identityScope = scope | UInt64(rows[index].event)
      if cell >= 0 {
        let text = cells.cell(Int(records[index]), cell)
        let key = text.key
        contents[index] &+= key.content(seed)
        if !isAbsent(text, column: .consultationID, kind: .consultations) {
          identities[index] = key.scoped(identityScope)
          continue
        }
      }
      identities[index] = meetingIdentity(index, cells, file)?.scoped(identityScope) ?? .nothing
    }
  }

  private func meetingIdentity(_ index: Int, _ cells: RecordCells, _ file: FileState) -> Hash128? {
    let held = file.context.text(cells, Int(records[index]), .heldAt)
    if isAbsent(held, column: .heldAt, kind: .consultations) { return nil }
    let time = times.isEmpty ? .nothing : times[index]
    var mixer = Mixer(seed: 1)
    for key in [supplierIDs[index], supplierNames[index], buyerIDs[index], buyerNames[index], held.key, time]
    {
      mixer.add(key.low)
      mixer.add(key.high)
    }
    return mixer.hash128
  }

  /// The times of day that stand in a column of their own; only their text tells two meetings of a day apart.
  private mutating func readTimes(_ file: FileState) {
    times.removeAll(keepingCapacity: true)
    guard file.context.has(.heldTime) else { return }
    contents.withContents(of: block.cells, records, file.context, .heldTime, into: &times)
  }
}

extension ConsultationRow {
  /// A held consultation of an event of which nothing else is known yet.
  init(event: UInt32) {
    self.init(
      event: event, supplier: 0, buyer: 0, sector: 0, country: .unknown, status: .held, outcomes: [], mode: 0,
      exclusion: .counts, isMOU: false, isContract: false, held: ConsultationRow.noDay,
      signed: ConsultationRow.noDay, consultedAmount: ConsultationRow.noAmount,
      expectedContractAmount: ConsultationRow.noAmount, mouAmount: ConsultationRow.noAmount,
      contractAmount: ConsultationRow.noAmount)
  }

  /// An amount by its place in `Column.amounts`.
  func amount(_ number: Int) -> Int64 {
    switch number {
    case 0: consultedAmount
    case 1: expectedContractAmount
    case 2: mouAmount
    default: contractAmount
    }
  }
}

extension Array {
  /// Makes the array hold a number of equal elements, in the memory that it has.
  mutating func reset(_ count: Int, to element: Element) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(element, count: count))
  }
}

extension [UInt64] {
  /// Fetches the keys of a column's cells, nothing where an absent word stands, and adds the cells to the hashes
  /// of the rows' contents.
  mutating func withContents(
    of cells: RecordCells, _ records: [UInt32], _ context: FileContext, _ column: Column,
    into keys: inout [Hash128]
  ) {
    keys.reset(records.count, to: .nothing)
    let cell = context.cell(column)
    guard cell >= 0 else { return }
    let seed = column.contentSeed
    for index in records.indices {
      let text = cells.cell(Int(records[index]), cell)
      let key = text.key
      self[index] &+= key.content(seed)
      if !isAbsent(text, column: column, kind: .consultations) { keys[index] = key }
    }
  }
}
