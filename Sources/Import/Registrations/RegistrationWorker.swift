import HashTables
import Model
import Records
import Values

/// Reads the rows of registrations files; each thread has a worker of its own.
///
/// As with consultations, `parse` runs alongside other workers and `settle` in reading order; since a registration
/// is soon read but for its name, there is no third step.
struct RegistrationWorker: ~Copyable {
  private let rules: ReadingRules
  private let words: WordLists
  private let countries: CountryReader
  private let shared: SharedTables
  let block = RecordBlock()

  // What spellings mean, by column.
  private var eventNumbers = SpellingMemo()
  private var roles = SpellingMemo()
  private var statuses = SpellingMemo()
  private var countryCells = SpellingMemo()
  private var dayCells = SpellingMemo()

  // The current block.
  private var entries: [Entry] = []
  private var flags: [Flag] = []
  private var rejected: [TurnedRow] = []
  private var roleWords = KnownWords()
  private var statusWords = KnownWords()
  private var hasBuyers = false
  /// Whether a cell of the block may hold an error in place of a value.
  private var hasFaults = false

  /// A row that may count.
  struct Entry {
    var record: Int
    var registration: Registration
    var identity: Hash128
    var content: UInt32
    var id: Hash128
    var organisation: Hash128
    /// The business number; nothing where there is none.
    var number: ByteSlice
    /// Whether what stands in its place is no number.
    var isNumberMissing: Bool
    /// The cells whose texts are numbered when it is known that the row counts.
    var name: ByteSlice
    /// The hash of the name in the form in which names compare.
    var nameKey: Hash128
    var nameDoubt: NameDoubt?
    var sector: ByteSlice
  }
  private struct Flag {
    var entry: Int
    var code: ProblemCode
    var column: Column?
  }

  init(rules: ReadingRules, words: WordLists, countries: CountryReader, shared: SharedTables) {
    self.rules = rules
    self.words = words
    self.countries = countries
    self.shared = shared
  }

  // MARK: - Records to entries

  /// Reads the records of `block`.
  mutating func parse(_ context: FileContext) {
    block.checkText()
    entries.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
    rejected.removeAll(keepingCapacity: true)
    roleWords = KnownWords()
    statusWords = KnownWords()
    hasBuyers = false
    hasFaults = context.mayHaveFaults(block)
    let cells = block.cells
    for record in 0..<cells.recordCount {
      switch context.gate.examine(block, cells, record) {
      case .empty: break
      case .rejected(let code): rejected.append(TurnedRow(record: record, code: code))
      case .data(let tooFew):
        if let turned = parse(cells, record, context, tooFew: tooFew) { rejected.append(turned) }
      }
    }
    let words = words
    if context.input.request.role == nil {
      roleWords.addKnown(among: rejected, cells, cell: context.cell(.role)) { words.role($0) != nil }
    }
    statusWords.addKnown(among: rejected, cells, cell: context.cell(.status)) {
      words.registrationStatus($0) != nil
    }
  }

  private mutating func flag(_ code: ProblemCode, _ column: Column?) {
    flags.append(Flag(entry: entries.count, code: code, column: column))
  }

  /// Reads a row; what is returned tells why it cannot count.
  private mutating func parse(
    _ cells: RecordCells, _ record: Int, _ context: FileContext, tooFew: Bool
  ) -> TurnedRow? {
    let id = context.value(cells, record, .registrationID)
    let name = context.value(cells, record, .organization)
    if id.isEmpty && name.isEmpty { return TurnedRow(record: record, code: .missingID) }
    let words = words

    let role: Role
    if let fixed = context.input.request.role {
      role = fixed
    } else {
      let cell = context.value(cells, record, .role)
      let packed =
        cell.isEmpty
        ? Packed.absent
        : roles.value(cell.key) { words.role(cell.string).map { UInt64($0.rawValue) } ?? Packed.unreadable }
      let known = packed < Packed.ambiguous ? Role(rawValue: UInt8(packed)) : nil
      roleWords.add(known: known != nil, word: cell.string)
      guard let known else { return TurnedRow(record: record, code: .unknownRole, column: .role) }
      role = known
    }
    if role == .buyer { hasBuyers = true }

    var status = RegistrationStatus.confirmed
    let statusCell = context.value(cells, record, .status)
    if !statusCell.isEmpty {
      let packed = statuses.value(statusCell.key) {
        words.registrationStatus(statusCell.string).map { UInt64($0.rawValue) } ?? Packed.unreadable
      }
      let known = packed == Packed.unreadable ? nil : RegistrationStatus(rawValue: UInt8(packed))
      statusWords.add(known: known != nil, word: statusCell.string)
      guard let known else { return TurnedRow(record: record, code: .unknownStatus, column: .status) }
      status = known
    }

    if tooFew { flag(.tooFewFields, nil) }
    if hasFaults {
      for fault in context.faults(block, record) { flag(fault.code, fault.column) }
    }
    if name.isEmpty { flag(.missingOrganization, .organization) }
    let country = country(cells, record, role, context)
    checkDate(context.value(cells, record, .registeredOn), context)

    let event = event(cells, record, context)
    let fileScope = rules.idScope == .file ? context.input.index : nil
    let idKey = id.key
    let number = context.value(cells, record, .organizationID)
    let nameText = name.string
    let nameKey: Hash128 = name.isEmpty ? .nothing : OrganisationKey.name(nameText)
    let organisation: Hash128
    let isNumberMissing = !number.isEmpty && BusinessNumber.isMissing(number.string)
    let hasNumber = !number.isEmpty && !(isNumberMissing && !name.isEmpty)
    if hasNumber {
      organisation = OrganisationKey.number(number.string)
    } else if !name.isEmpty {
      organisation = OrganisationKey.organisation(nameKey, country)
    } else {
      organisation = OrganisationKey.registration(idKey, event: event, scope: fileScope)
    }
    var identity = idKey
    if id.isEmpty {
      let country = context.value(cells, record, .country).key
      identity = name.key.scoped(country.low).scoped(country.high)
    }
    identity = identity.scoped(UInt64(event) << 2 | UInt64(role.rawValue) << 1 | (id.isEmpty ? 1 : 0))
    entries.append(
      Entry(
        record: record,
        registration: Registration(
          event: event, role: role, status: status, country: country, organisation: 0, sector: 0, name: 0),
        identity: identity.scoped(UInt64((fileScope ?? -1) + 1)),
        content: context.content(cells, record).mark, id: idKey,
        organisation: organisation, number: hasNumber ? number : .nothing,
        isNumberMissing: isNumberMissing && !hasNumber, name: name, nameKey: nameKey,
        nameDoubt: OrganizationName.doubt(nameText),
        sector: context.value(cells, record, .sector)))
    return nil
  }

  /// Number of the event plus one; 0 where the row serves every event.
  private mutating func event(_ cells: RecordCells, _ record: Int, _ context: FileContext) -> UInt32 {
    let cell = context.value(cells, record, .event)
    let shared = shared
    if cell.isEmpty {
      guard let event = context.input.request.event, !event.isEmpty else { return 0 }
      return shared.event(event) + 1
    }
    return UInt32(
      truncatingIfNeeded: eventNumbers.value(cell.key) { UInt64(shared.event(cell.string)) + 1 })
  }

  private mutating func country(
    _ cells: RecordCells, _ record: Int, _ role: Role, _ context: FileContext
  ) -> CountryCode {
    let cell = context.value(cells, record, .country)
    if cell.isEmpty {
      if role == .supplier { return rules.homeCountry }
      flag(.missingCountry, .country)
      return .unknown
    }
    let countries = countries
    let packed = countryCells.value(cell.key) {
      countries.read(cell.string).map { UInt64($0.rawValue) } ?? Packed.unreadable
    }
    if packed == Packed.unreadable {
      flag(.unknownCountry, .country)
      return .unknown
    }
    return CountryCode(rawValue: UInt16(packed))
  }

  private mutating func checkDate(_ cell: ByteSlice, _ context: FileContext) {
    let key = cell.key
    if cell.isEmpty || plainDay(cell, key) != nil { return }
    let dates = context.dates
    let packed = dayCells.value(key) {
      switch dates.read(cell.string) {
      case .day: 0
      case .bad: Packed.unreadable
      case .ambiguous: Packed.ambiguous
      }
    }
    if packed == Packed.unreadable { flag(.badDate, .registeredOn) }
    if packed == Packed.ambiguous { flag(.ambiguousDate, .registeredOn) }
  }

  // MARK: - Which rows count, in reading order

  /// Adds the rows that count to the ledger's list and passes on those that do not.
  mutating func settle(_ context: FileContext, ledger: inout RegistrationLedger) throws(TallyError) {
    var flag = 0
    var counted: [Int] = []
    var digests: [RowDigest] = []
    for index in entries.indices {
      let firstFlag = flag
      while flag < flags.count, flags[flag].entry == index { flag += 1 }
      let entry = entries[index]
      let line = block.line(of: entry.record)
      let place = UInt32(truncatingIfNeeded: ledger.places.base + line)
      let mark = IdentityMark(content: entry.content, place: place)
      let earlier = ledger.identities.insert(entry.identity, mark: mark)
      if ledger.files != nil {
        let last = (ledger.files?.count ?? 1) - 1
        ledger.files?[last].add(UInt64(entry.content), line: line, counts: earlier == nil)
      }
      if let earlier {
        rejected.append(
          TurnedRow(
            record: entry.record, code: earlier.content == entry.content ? nil : .conflictingDuplicate,
            earlier: earlier.place))
        continue
      }
      if ledger.digest != nil { digests.append(digest(entry, line: line, context)) }
      var isFlagged = firstFlag < flag
      for flag in flags[firstFlag..<flag] {
        ledger.tally.add(flag.code, flag.column, block, entry.record, context)
      }
      if add(entry, line, context, &ledger) {
        ledger.tally.add(.unlistedSector, .sector, block, entry.record, context)
        isFlagged = true
      }
      ledger.tally.addRow(isFlagged: isFlagged)
      if let doubt = entry.nameDoubt { ledger.tally.add(doubt, line: line) }
      counted.append(entry.record)
      if context.text(block.cells, entry.record, .registrationID).isExampleMark {
        ledger.tally.rowDoubts.add(.examples, line: line)
      }
    }
    try ledger.digest?(digests)
    ledger.roles.add(roleWords)
    ledger.statuses.add(statusWords)
    ledger.hasBuyers = ledger.hasBuyers || hasBuyers
    ledger.hasBrokenText = ledger.hasBrokenText || !block.isAllValidText
    ledger.lastLine = block.line(of: block.recordCount - 1)
    ledger.tally.rowDoubts.follow(rejected, counted: counted, of: counted.count, block)
    let confirmed = entries.filter { $0.registration.status == .confirmed }.map(\.record)
    ledger.tally.statedCounts.add(real: confirmed.count)
    try ledger.tally.add(
      rejected, block, context, real: confirmed, places: ledger.places, reject: ledger.reject)
  }

  /// Adds a row that counts; true where its sector is not among the listed ones.
  private func add(
    _ entry: Entry, _ line: Int, _ context: FileContext, _ ledger: inout RegistrationLedger
  ) -> Bool {
    var registration = entry.registration
    registration.organisation = shared.organisation(registration.role, key: entry.organisation)
    if !entry.name.isEmpty { registration.name = shared.name(entry.name) + 1 }
    note(entry, registration, RowPlace(input: context.input.index, line: line), &ledger)
    var isUnlisted = false
    if !entry.sector.isEmpty {
      let position = context.input.index << 44 | line
      let packed = ledger.sectors.value(entry.sector.key) {
        let found = shared.sectors.withLock { $0.note(entry.sector.string, position: position) }
        return UInt64(found.number) << 1 | (found.unlisted ? 1 : 0)
      }
      registration.sector = UInt32(packed >> 1) + 1
      isUnlisted = packed & 1 == 1
    }
    ledger.list.add(registration, id: entry.id)
    return isUnlisted
  }
}

extension RegistrationWorker {
  /// Notes what leaves in doubt which organisation a registration is of.
  fileprivate func note(
    _ entry: Entry, _ registration: Registration, _ place: RowPlace, _ ledger: inout RegistrationLedger
  ) {
    if entry.isNumberMissing { ledger.tally.rowDoubts.add(.noNumber, line: place.line) }
    let isNew = ledger.names.isNew(registration.organisation, registration.role)
    guard !entry.name.isEmpty, isNew || !entry.number.isEmpty else { return }
    let name = entry.name.string
    if !entry.number.isEmpty {
      ledger.numbers.note(entry.organisation, text: entry.number.string, name: name, place: place)
    }
    guard isNew else { return }
    ledger.names.note(
      registration.organisation, registration.role, name: name, key: entry.nameKey,
      country: registration.country,
      hasNumber: !entry.number.isEmpty, place: place)
  }
}

/// What is kept from row to row of the registrations, in reading order.
struct RegistrationLedger: ~Copyable {
  var identities = IdentityTable()
  var list = RegistrationList()
  var sectors = SpellingMemo()
  var places = LinePlaces()
  var names = NameBook()
  var numbers = NumberBook()
  // Of the current file.
  var tally: FileTally
  var roles = KnownWords()
  var statuses = KnownWords()
  var hasBuyers = false
  var hasBrokenText = false
  var lastLine = 0
  let reject: (RejectedRow) throws(TallyError) -> Void
  let digest: (([RowDigest]) throws(TallyError) -> Void)?

  private let placesKept: Int
  /// The rows of each file; nil where there is but one.
  var files: [FileRows]?

  init(
    placesKept: Int, keepsRows: Bool, reject: @escaping (RejectedRow) throws(TallyError) -> Void,
    digest: (([RowDigest]) throws(TallyError) -> Void)?
  ) {
    self.digest = digest
    self.reject = reject
    self.placesKept = placesKept
    tally = FileTally(placesKept: placesKept)
    files = keepsRows ? [] : nil
  }

  /// Begins a file.
  mutating func begin(_ input: Int) {
    tally = FileTally(placesKept: placesKept)
    files?.append(FileRows(input: input))
    roles = KnownWords()
    statuses = KnownWords()
    hasBuyers = false
    hasBrokenText = false
    lastLine = 0
    places.begin(input)
  }

  /// Ends the current file.
  mutating func end() { places.end(lastLine: lastLine) }

  /// What names and numbers leave in doubt; the ledger forgets it.
  mutating func takeNames() -> (names: NameBook, numbers: [SharedNumber]) {
    var (names, numbers) = (NameBook(), NumberBook())
    swap(&names, &self.names)
    swap(&numbers, &self.numbers)
    return (names, numbers.doubts)
  }

  /// Makes the directory of all registrations; the list is empty afterwards.
  mutating func takeDirectory(_ tables: SharedTables) -> RegistrationDirectory {
    var full = RegistrationList()
    swap(&full, &list)
    // Rows are compared no more; the room is needed for the consultations.
    identities = IdentityTable()
    return full.finish(tables)
  }
}
