import HashTables
import Model
import Records
import Repair
import Values

// One function a column: what its cells say, written into the rows.
extension ConsultationWorker {
  /// Calls `body` for each row with a filled cell of a column, with the cell and its key, after adding the cell to
  /// the hash of the row's content.
  @inline(__always)
  private mutating func forEachCell(
    _ column: Column, _ file: FileState, _ body: (inout ConsultationWorker, Int, ByteSlice, Hash128) -> Void
  ) {
    let cell = file.context.cell(column)
    guard cell >= 0 else { return }
    let cells = block.cells
    let seed = column.contentSeed
    for index in rows.indices {
      let text = cells.cell(Int(records[index]), cell)
      let key = text.key
      if key.isNothing { continue }
      contents[index] &+= key.content(seed)
      body(&self, index, text, key)
    }
  }

  mutating func readEvents(_ file: FileState) {
    let shared = shared
    forEachCell(.event, file) { worker, index, text, key in
      let packed = worker.eventNumbers.value(key) {
        isAbsent(text, column: .event, kind: .consultations)
          ? Packed.absent : UInt64(shared.event(text.string))
      }
      guard packed != Packed.absent else { return }
      worker.rows[index].event = UInt32(truncatingIfNeeded: packed)
      if worker.rows[index].event == file.defaultEvent { worker.namesDefaultEvent = true }
    }
  }

  /// The country as the row gives it; `ZZ` where it gives none.
  mutating func readCountries(_ file: FileState) {
    let countries = countries
    forEachCell(.country, file) { worker, index, text, key in
      let packed = worker.countryCells.value(key) {
        if isAbsent(text, column: .country, kind: .consultations) { return Packed.absent }
        return countries.read(text.string).map { UInt64($0.rawValue) } ?? Packed.unreadable
      }
      if packed == Packed.unreadable {
        worker.flag(index, .unknownCountry, .country)
      } else if packed != Packed.absent {
        worker.rows[index].country = CountryCode(rawValue: UInt16(truncatingIfNeeded: packed))
      }
    }
  }

  /// The sector that the row names, in place of a participant's.
  mutating func readSectors(_ file: FileState) {
    let shared = shared
    forEachCell(.sector, file) { worker, index, text, key in
      var isNew = false
      let packed = worker.sectorNumbers.value(key) {
        if isAbsent(text, column: .sector, kind: .consultations) { return Packed.absent }
        isNew = true
        let (number, unlisted) = shared.sectors.withLock { $0.number(text.string) }
        return UInt64(number) << 1 | (unlisted ? 1 : 0)
      }
      if packed == Packed.absent { return }
      if isNew || !worker.openSectors.isEmpty && worker.openSectors.contains(key) {
        worker.newSectors.append((index, key))
      }
      worker.rows[index].sector = UInt32(packed >> 1) + 1
      if packed & 1 == 1 { worker.flag(index, .unlistedSector, .sector) }
    }
  }

  /// Notes which spellings of sectors rows that count have; call it when it is known which rows of the block do.
  ///
  /// A spelling of which no row counted so far stays open: a later one may give the sector its label.
  mutating func noteSectors(_ file: FileState) {
    let (cells, cell) = (block.cells, file.context.cell(.sector))
    let position = (file.context.input.index + 1) << 44 | block.sequence << 20
    for (index, key) in newSectors {
      let counted = (index..<records.count).first { row in
        records[row] != .max && cells.cell(Int(records[row]), cell).key == key
      }
      guard let counted else {
        openSectors.insert(key)
        continue
      }
      openSectors.remove(key)
      let record = Int(records[counted])
      _ = shared.sectors.withLock { $0.note(cells.cell(record, cell).string, position: position | record) }
    }
  }

  mutating func readDays(_ file: FileState) {
    let cells = block.cells
    let held = file.context.cell(.heldAt)
    if held >= 0 {
      for index in rows.indices {
        if let day = day(cells.cell(Int(records[index]), held), index, .heldAt, file) {
          rows[index].held = day
        } else if rows[index].status == .held {
          flag(index, .missingDate, .heldAt)
        }
      }
    }
    let signed = file.context.cell(.mouSignedOn)
    guard signed >= 0 else { return }
    for index in rows.indices {
      if let day = day(cells.cell(Int(records[index]), signed), index, .mouSignedOn, file) {
        rows[index].signed = day
      }
    }
  }

  /// What a date cell says, `noDay` where it cannot be read, nil where nothing stands there.
  @inline(__always)
  private mutating func day(_ text: ByteSlice, _ index: Int, _ column: Column, _ file: FileState) -> Int32? {
    let key = text.key
    if key.isNothing { return nil }
    contents[index] &+= key.content(column.contentSeed)
    if let day = plainDay(text, key) { return day.number }
    let dates = file.context.dates
    let packed = dayCells.value(key) {
      if isAbsent(text, column: column, kind: .consultations) { return Packed.absent }
      return switch dates.read(text.string) {
      case .day(let day): UInt64(UInt32(bitPattern: day.number))
      case .bad: Packed.unreadable
      case .ambiguous: Packed.ambiguous
      }
    }
    switch packed {
    case Packed.absent: return nil
    case Packed.unreadable: flag(index, .badDate, column)
    case Packed.ambiguous: flag(index, .ambiguousDate, column)
    default: return Int32(truncatingIfNeeded: packed)
    }
    return ConsultationRow.noDay
  }

  mutating func readModes(_ file: FileState) {
    let words = words
    forEachCell(.mode, file) { worker, index, text, key in
      // An absent word is no mode either.
      let packed = worker.modes.value(key) { words.mode(text.string).map { UInt64($0.rawValue) + 1 } ?? 0 }
      worker.rows[index].mode = UInt8(truncatingIfNeeded: packed)
    }
  }

  mutating func readOutcomes(_ file: FileState) {
    let words = words
    forEachCell(.outcome, file) { worker, index, text, key in
      let packed = worker.outcomeSets.value(key) {
        if isAbsent(text, column: .outcome, kind: .consultations) { return 0 }
        let read = words.outcomes(text.string)
        return UInt64(read.outcomes.rawValue) | (read.unlisted.isEmpty ? 0 : 0x100)
      }
      worker.rows[index].outcomes = OutcomeSet(rawValue: UInt8(packed & 0xFF))
      if packed & 0x100 != 0 { worker.flag(index, .unlistedOutcome, .outcome) }
    }
  }

  // MARK: - Amounts

  mutating func readAmounts(_ file: FileState) {
    sources.reset(rows.count, to: 0)
    readCurrencies(file)
    for (number, column) in Column.amounts.enumerated() {
      forEachCell(column, file) { worker, index, text, key in
        switch worker.amount(text, key, index, number, column, file) {
        case nil: break
        case .problem(let code): worker.flag(index, code, column)
        case .value(let hundredths, let source, let isBound):
          if isBound { worker.flag(index, .approximateAmount, column) }
          worker.sources[index] |= UInt16(source.position + 1) << UInt16(number * 4)
          switch number {
          case 0: worker.rows[index].consultedAmount = hundredths
          case 1: worker.rows[index].expectedContractAmount = hundredths
          case 2: worker.rows[index].mouAmount = hundredths
          default: worker.rows[index].contractAmount = hundredths
          }
        }
      }
    }
  }

  /// The number of what each row's currency cell says; 0 where nothing stands there.
  private mutating func readCurrencies(_ file: FileState) {
    currencies.reset(rows.count, to: 0)
    forEachCell(.currency, file) { worker, index, text, key in
      var fresh: AmountSurroundings.CurrencyCell?
      let next = UInt64(worker.currencyMentions.count)
      let packed = worker.currencyCells.value(key) {
        if isAbsent(text, column: .currency, kind: .consultations) { return 0 }
        fresh = UnitReader.currencyCell(text.string).map { .unit($0) } ?? .unreadable
        return next
      }
      if let fresh { worker.currencyMentions.append(fresh) }
      worker.currencies[index] = Int32(truncatingIfNeeded: packed)
    }
  }

  /// The amount that a cell states; nil where nothing stands there.
  @inline(__always)
  private mutating func amount(
    _ text: ByteSlice, _ key: Hash128, _ index: Int, _ number: Int, _ column: Column, _ file: FileState
  ) -> ResolvedAmount? {
    // By currency first, since there are always four amount columns.
    let place = Int(currencies[index]) * Column.amounts.count + number
    if place >= amountPlans.count { planAmounts(file) }
    let plan = amountPlans[place]
    if let digits = plainDigits(key), let value = plan.hundredths(ofUnits: digits) {
      noteTyped(digits, place: place)
      return .value(hundredths: value, source: plan.source, isBound: false)
    }
    return readAmount(text, key, index, number, column, file)
  }

  /// Plans the amounts of all currency cells seen so far.
  private mutating func planAmounts(_ file: FileState) {
    for currency in (amountPlans.count / Column.amounts.count)..<currencyMentions.count {
      for surroundings in file.surroundings {
        var surroundings = surroundings
        surroundings.currencyCell = currencyMentions[currency]
        amountPlans.append(AmountPlan(surroundings, resolver))
        plainSums.append(0)
      }
    }
  }

  private mutating func readAmount(
    _ text: ByteSlice, _ key: Hash128, _ index: Int, _ number: Int, _ column: Column, _ file: FileState
  ) -> ResolvedAmount? {
    if isAbsent(text, column: column, kind: .consultations) { return nil }
    var surroundings = file.surroundings[number]
    surroundings.currencyCell = currencyMentions[Int(currencies[index])]
    let held = rows[index].held
    let day = held == ConsultationRow.noDay ? nil : Day(number: held)
    guard let reading = amountReading(text, key) else { return .problem(.badAmount) }
    noteTyped(reading, number, surroundings)
    return resolver.resolve(reading, in: surroundings, on: day)
  }

  /// What a cell states, remembered by its spelling; nil where it cannot be read.
  private mutating func amountReading(_ text: ByteSlice, _ key: Hash128) -> AmountReading? {
    if let plain = plainAmount(text.count, { text[$0] }) {
      return AmountReading(value: plain, hasMultiple: false, currency: .none, pointThousands: false)
    }
    let reader = AmountReader()
    var fresh: AmountReading?
    let next = UInt64(amountReadings.count)
    let isRemembered = amountCells.hasRoom
    let packed = amountCells.value(key) {
      fresh = reader.read(text.string)
      return fresh == nil ? Packed.unreadable : next
    }
    if packed == Packed.unreadable { return nil }
    if let fresh {
      if isRemembered { amountReadings.append(fresh) }
      return fresh
    }
    return amountReadings[Int(packed)]
  }
}

/// What the surroundings of a file's amounts make of a bare whole number.
struct AmountPlan: Sendable {
  let source: CurrencySource
  /// By how much a whole number has to be multiplied to give hundredths of the base currency; 0 where it is not
  /// that simple: another currency, a broken multiple, or no currency.
  private let factor: Int64

  init(_ surroundings: AmountSurroundings, _ resolver: AmountResolver) {
    // What one unit and what the largest plain number come to tells whether all between is plain, too.
    let one = AmountReading(
      value: ExactDecimal(significand: 1), hasMultiple: false, currency: .none, pointThousands: false)
    guard resolver.isBase(surroundings),
      case .value(let hundredths, let source, _) = resolver.resolve(
        one, in: surroundings, on: nil)
    else {
      self.source = .assumed
      factor = 0
      return
    }
    self.source = source
    factor = hundredths % 100 == 0 ? hundredths : 0
  }

  /// A whole number in hundredths of the base currency, nil where it has to be resolved with care.
  @inline(__always)
  func hundredths(ofUnits units: Int64) -> Int64? {
    let (product, overflow) = units.multipliedReportingOverflow(by: factor)
    return factor == 0 || overflow || product > AmountResolver.limit ? nil : product
  }
}

/// Reads up to eight digits from a cell's key, all at once.
@inline(__always)
func plainDigits(_ key: Hash128) -> Int64? {
  let length = Int(key.high >> 56)
  guard length >= 1, length <= 8 else { return nil }
  let padding = UInt64(64 - 8 * length)
  // Right-aligned and filled with zeros in front, as text: the first digit in the lowest byte.
  let text = length == 8 ? key.low : key.low << padding | 0x3030_3030_3030_3030 >> UInt64(8 * length)
  let isDigits =
    ((text &+ 0x4646_4646_4646_4646) | (text &- 0x3030_3030_3030_3030)) & 0x8080_8080_8080_8080 == 0
  guard isDigits else { return nil }
  // Pairs, then fours, then all eight.
  var value = text & 0x0F0F_0F0F_0F0F_0F0F
  value = (value &* 2561) >> 8 & 0x00FF_00FF_00FF_00FF
  value = (value &* 6_553_601) >> 16 & 0x0000_FFFF_0000_FFFF
  value = (value &* 42_949_672_960_001) >> 32
  return Int64(truncatingIfNeeded: value)
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
