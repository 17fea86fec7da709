import CSV
import CompactTables
import TradeModel
import Values

/// Reads consultations block by block; each thread has a worker of its own with its own memory of spellings.
///
/// A block goes through three steps: `parse` turns records into rows and can run beside other workers; `settle`
/// runs in reading order and decides which rows count; `finish` measures the rows that do and again runs beside
/// the others.
final class ConsultationWorker {
  let rules: ReadingRules
  let words: WordLists
  let countries: CountryReader
  let amounts = AmountReader()
  let resolver: AmountResolver
  let shared: SharedTables
  let directory: RegistrationDirectory
  let block = RecordBlock()

  // What spellings mean, by column.
  private var eventNumbers = SpellingCache<UInt32>()
  private var statuses = SpellingCache<Int32>()
  private var modes = SpellingCache<UInt8>()
  private var outcomeSets = SpellingCache<UInt16>()
  private var countryCells = SpellingCache<Int32>()
  private var sectorNumbers = SpellingCache<UInt64>()
  private var dayCells = SpellingCache<Int64>()
  private var amountCells = SpellingCache<Int32>()
  private var amountReadings: [AmountReading] = []
  private var currencyCells = SpellingCache<Int32>()
  private var currencyMentions: [AmountSurroundings.CurrencyCell] = [.absent]
  var nameKeys = SpellingCache<Int32>()
  var nameKeyTexts: [String] = []
  var strangers = SpellingCache<UInt32>()
  private let onlyEvents: Set<String>

  // The block at hand.
  var rows: [ConsultationRow] = []
  var records: [UInt32] = []
  var identities: [Hash128] = []
  var contents: [UInt64] = []
  var parties: [(row: Int, supplier: UInt32, buyer: UInt32)] = []
  var flags: [Flag] = []
  var flagStarts: [UInt32] = []
  var rejected: [Turned] = []
  var sources: [UInt16] = []
  var statusWords = KnownWords()
  var lastDay = ConsultationRow.noDay

  struct Flag {
    var code: ProblemCode
    var column: Column?
  }
  struct Turned {
    var record: Int
    var code: ProblemCode?
    var column: Column?
    var earlier: UInt32?
  }

  init(
    rules: ReadingRules, words: WordLists, countries: CountryReader, shared: SharedTables,
    directory: RegistrationDirectory
  ) {
    self.rules = rules
    self.words = words
    self.countries = countries
    self.shared = shared
    self.directory = directory
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
      surroundings = Column.amounts.map { column in
        var surroundings = AmountSurroundings()
        let bracket = context.input.headerText(column).flatMap { Fold.header($0).bracket }
        if let unit = bracket.flatMap({ UnitReader.read($0) }) {
          surroundings.unit = unit
        } else if let unit = context.input.titleUnit {
          surroundings.unit = unit
          surroundings.unitIsTitle = true
        }
        return surroundings
      }
      fileScope = context.rules.idScope == .file ? context.input.index : nil
    }
  }

  // MARK: - Step 1: records to rows

  /// Reads the records of `block`.
  func parse(_ file: FileState) {
    block.checkText()
    rows.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
    identities.removeAll(keepingCapacity: true)
    contents.removeAll(keepingCapacity: true)
    parties.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
    flagStarts.removeAll(keepingCapacity: true)
    rejected.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    statusWords = KnownWords()
    var cells = RowCells(file.context)
    for record in 0..<block.recordCount {
      switch file.context.gate.examine(block, record) {
      case .empty: break
      case .rejected(let code): rejected.append(Turned(record: record, code: code))
      case .data(let tooFew):
        let firstFlag = flags.count
        if tooFew { flags.append(Flag(code: .tooFewFields, column: nil)) }
        cells.load(block, record)
        if let refusal = parseRow(record, cells, file) {
          flags.removeSubrange(firstFlag...)
          rejected.append(refusal)
        } else {
          flagStarts.append(UInt32(firstFlag))
          records.append(UInt32(record))
        }
      }
      block.releaseScratch()
    }
    flagStarts.append(UInt32(flags.count))
  }

  private func parseRow(_ record: Int, _ cells: borrowing RowCells, _ file: FileState) -> Turned? {
    let context = file.context
    let supplierID = cells.value(.supplierID)
    let supplierName = cells.value(.supplier)
    let buyerID = cells.value(.buyerID)
    let buyerName = cells.value(.buyer)
    let hasSupplier = !supplierID.isEmpty || !supplierName.isEmpty
    let hasBuyer = !buyerID.isEmpty || !buyerName.isEmpty
    if !hasSupplier && !hasBuyer { return Turned(record: record, code: .missingParticipants) }

    // Status
    var status = ConsultationStatus.held
    let statusCell = cells.value(.status)
    if statusCell.isEmpty {
      if context.has(.status) { flag(.missingStatus, .status) }
    } else {
      let packed = statuses.value(statusCell) {
        words.consultationStatus(statusCell.string).map { Int32($0.rawValue) } ?? Packed.unreadable
      }
      statusWords.add(known: packed >= 0, word: statusCell.string)
      guard packed >= 0, let known = ConsultationStatus(rawValue: UInt8(packed)) else {
        return Turned(record: record, code: .unknownStatus, column: .status)
      }
      status = known
    }

    // Event
    let eventCell = cells.value(.event)
    let event =
      eventCell.isEmpty
      ? file.defaultEvent : eventNumbers.value(eventCell) { shared.event(eventCell.string) }

    // Country as the row gives it
    let countryCell = cells.value(.country)
    var rowCountry: CountryCode?
    if !countryCell.isEmpty {
      let packed = countryCells.value(countryCell) {
        Packed.country(countries.read(countryCell.string).map { .country($0) } ?? .unreadable)
      }
      if packed >= 0 {
        rowCountry = CountryCode(rawValue: UInt16(packed))
      } else {
        flag(.unknownCountry, .country)
      }
    }

    // Participants
    if !hasSupplier { flag(.missingSupplier, context.has(.supplierID) ? .supplierID : .supplier) }
    if !hasBuyer { flag(.missingBuyer, context.has(.buyerID) ? .buyerID : .buyer) }
    let supplier =
      hasSupplier
      ? participant(.supplier, id: supplierID, name: supplierName, event: event, country: nil, file) : .none
    let buyer =
      hasBuyer
      ? participant(.buyer, id: buyerID, name: buyerName, event: event, country: rowCountry, file) : .none

    var country = rowCountry ?? .unknown
    if let registration = buyer.registration {
      let registered = directory.all[registration].country
      if registered != .unknown {
        if let rowCountry, rowCountry != registered { flag(.countryMismatch, .country) }
        country = registered
      }
    }

    // Sector
    var sector: UInt32 = 0
    let sectorCell = cells.value(.sector)
    if !sectorCell.isEmpty {
      let position = (file.context.input.index + 1) << 44 | block.sequence << 20 | record
      let packed = sectorNumbers.value(sectorCell, scope: UInt64(file.context.input.index)) {
        let (number, unlisted) = shared.sectors.withLock { $0.number(sectorCell.string, position: position) }
        return UInt64(number) << 1 | (unlisted ? 1 : 0)
      }
      sector = UInt32(packed >> 1) + 1
      if packed & 1 == 1 { flag(.unlistedSector, .sector) }
    } else {
      let source = rules.sectorFrom == .supplier ? supplier.registration : buyer.registration
      if let source { sector = directory.all[source].sector }
    }

    // Dates
    let heldCell = cells.value(.heldAt)
    let held = day(heldCell, .heldAt, context.dates)
    if heldCell.isEmpty, status == .held, context.has(.heldAt) { flag(.missingDate, .heldAt) }
    let signed = day(cells.value(.mouSignedOn), .mouSignedOn, context.dates)

    // Mode and outcome
    let modeCell = cells.value(.mode)
    let mode: UInt8 =
      modeCell.isEmpty
      ? 0 : modes.value(modeCell) { words.mode(modeCell.string).map { $0.rawValue + 1 } ?? 0 }
    var outcomes: OutcomeSet = []
    let outcomeCell = cells.value(.outcome)
    if !outcomeCell.isEmpty {
      let packed = outcomeSets.value(outcomeCell) {
        let read = words.outcomes(outcomeCell.string)
        return UInt16(read.outcomes.rawValue) | (read.unlisted.isEmpty ? 0 : 0x100)
      }
      outcomes = OutcomeSet(rawValue: UInt8(packed & 0xFF))
      if packed & 0x100 != 0 { flag(.unlistedOutcome, .outcome) }
    }

    var row = ConsultationRow(
      event: event, supplier: supplier.organisation, buyer: buyer.organisation, sector: sector,
      country: country, status: status, outcomes: outcomes, mode: mode, exclusion: .counts, isMOU: false,
      isContract: false, held: held?.number ?? ConsultationRow.noDay,
      signed: signed?.number ?? ConsultationRow.noDay, consultedAmount: ConsultationRow.noAmount,
      expectedContractAmount: ConsultationRow.noAmount, mouAmount: ConsultationRow.noAmount,
      contractAmount: ConsultationRow.noAmount)

    // Amounts
    var sourceBits: UInt16 = 0
    let currencyCell = cells.value(.currency)
    var currencyIndex = -1
    for (index, column) in Column.amounts.enumerated() where context.has(column) {
      let cell = cells.value(column)
      if cell.isEmpty { continue }
      if currencyIndex < 0 { currencyIndex = currency(currencyCell) }
      switch amount(cell, surroundings: file.surroundings[index], currency: currencyIndex, on: held) {
      case .problem(let code):
        flag(code, column)
      case .value(let hundredths, let source):
        sourceBits |= UInt16(source.position + 1) << UInt16(index * 4)
        switch index {
        case 0: row.consultedAmount = hundredths
        case 1: row.expectedContractAmount = hundredths
        case 2: row.mouAmount = hundredths
        default: row.contractAmount = hundredths
        }
        if status == .held, let limit = rules.suspiciousAmount, hundredths / 100 >= limit,
          hundredths > limit * 100
        {
          flag(.suspiciousAmount, column)
        }
      }
    }

    judgeOutcome(&row)
    exclude(&row)

    // Identity
    let id = cells.value(.consultationID)
    var identity = Mixer(seed: UInt64(event) << 20 | UInt64((file.fileScope ?? -1) + 1))
    var hasIdentity = true
    if !id.isEmpty {
      identity.add(bytes: id)
    } else {
      let heldText = cells.text(.heldAt)
      hasIdentity = !isAbsent(heldText, column: .heldAt, kind: .consultations)
      if hasIdentity {
        identity.add(1)
        for column in [Column.supplierID, .supplier, .buyerID, .buyer] {
          identity.add(bytes: cells.text(column))
        }
        identity.add(bytes: heldText)
      }
    }
    var hash = identity.hash128
    if !hasIdentity { hash = Hash128(high: 0, low: 0) }
    identities.append(hash)
    contents.append(cells.contentHash)
    sources.append(sourceBits)
    if row.isMOU {
      parties.append(
        (
          rows.count, printedName(supplier, id: supplierID, name: supplierName),
          printedName(buyer, id: buyerID, name: buyerName)
        ))
    }
    rows.append(row)
    return nil
  }

  @inline(__always)
  func flag(_ code: ProblemCode, _ column: Column?) { flags.append(Flag(code: code, column: column)) }

  private func judgeOutcome(_ row: inout ConsultationRow) {
    let hasSigned = row.signed != ConsultationRow.noDay
    switch row.status {
    case .held:
      row.isMOU = row.outcomes.contains(.mou) || hasSigned || row.mouAmount > 0
      row.isContract = row.outcomes.contains(.contract) || row.contractAmount > 0
      if row.isMOU, hasSigned, row.held != ConsultationRow.noDay, row.signed < row.held {
        flag(.signedBeforeMeeting, .mouSignedOn)
      }
    case .noShow, .cancelled:
      let hasAmount =
        row.consultedAmount > 0 || row.expectedContractAmount > 0 || row.mouAmount > 0
        || row.contractAmount > 0
      if !row.outcomes.isEmpty || hasSigned || hasAmount { flag(.outcomeWithoutMeeting, .outcome) }
    case .pending:
      break
    }
  }

  private func exclude(_ row: inout ConsultationRow) {
    if let asOf = rules.asOf, row.held != ConsultationRow.noDay, row.held > asOf.number {
      row.exclusion = .afterAsOf
    } else if let from = rules.from, row.held == ConsultationRow.noDay || row.held < from.number {
      row.exclusion = .beforeFrom
    } else if !onlyEvents.isEmpty, !onlyEvents.contains(shared.eventName(row.event)) {
      row.exclusion = .otherEvent
    }
  }

  // MARK: - Cells

  private func day(_ cell: ByteSlice, _ column: Column, _ dates: DateReader) -> Day? {
    if cell.isEmpty { return nil }
    if let day = plainDay(cell) { return day }
    let packed = dayCells.value(cell) {
      switch dates.read(cell.string) {
      case .day(let day): Int64(day.number)
      case .bad: Int64.max
      case .ambiguous: Int64.max - 1
      }
    }
    if packed == Int64.max {
      flag(.badDate, column)
      return nil
    }
    if packed == Int64.max - 1 {
      flag(.ambiguousDate, column)
      return nil
    }
    return Day(number: Int32(packed))
  }

  private func currency(_ cell: ByteSlice) -> Int {
    if cell.isEmpty { return 0 }
    let packed = currencyCells.value(cell) {
      currencyMentions.append(UnitReader.currencyCell(cell.string).map { .unit($0) } ?? .unreadable)
      return Int32(currencyMentions.count - 1)
    }
    return Int(packed)
  }

  private func amount(
    _ cell: ByteSlice, surroundings: AmountSurroundings, currency: Int, on day: Day?
  ) -> ResolvedAmount {
    var place = surroundings
    place.currencyCell = currencyMentions[currency]
    if let plain = plainAmount(cell.count, { cell[$0] }) {
      let reading = AmountReading(value: plain, hasMultiple: false, currency: .none, pointThousands: false)
      return resolver.resolve(reading, in: place, on: day)
    }
    let packed = amountCells.value(cell) {
      guard let reading = amounts.read(cell.string) else { return -1 }
      amountReadings.append(reading)
      return Int32(amountReadings.count - 1)
    }
    guard packed >= 0 else { return .problem(.badAmount) }
    let reading = amountReadings[Int(packed)]
    // What the cache could not keep need not be kept here either.
    if amountReadings.count > 2 * SpellingCache<Int32>.limit { amountReadings.removeLast() }
    return resolver.resolve(reading, in: place, on: day)
  }
}

extension CurrencySource {
  var position: Int {
    switch self {
    case .cell: 0
    case .column: 1
    case .header: 2
    case .title: 3
    case .definition: 4
    case .assumed: 5
    }
  }
}

extension Mixer {
  @inline(__always)
  mutating func add(bytes: ByteSlice) {
    bytes.forEachWord { add($0) }
    add(UInt64(bytes.count))
  }
}
