import HashTables
import Model
import Records
import Values

/// Reads the columns of words and days; what a spelling means is remembered, a memory for each column.
struct WordCells: ~Copyable {
  private let words: WordLists
  private let countryNames: CountryReader
  private let shared: SharedTables
  private var events = SpellingMemo()
  private var statuses = SpellingMemo()
  private var countries = SpellingMemo()
  private var days = SpellingMemo()
  private var modes = SpellingMemo()
  private var outcomes = SpellingMemo()
  /// Whether a row names the event that rows without one belong to.
  private(set) var namesDefaultEvent = false
  /// Words of the file for modes that are in no list.
  private(set) var unknownModes = UnknownWords()

  init(words: WordLists, countries: CountryReader, shared: SharedTables) {
    self.words = words
    countryNames = countries
    self.shared = shared
  }

  mutating func beginFile() { unknownModes = UnknownWords() }

  /// Turns away the rows of an unknown status; whether any status is known.
  mutating func readStatuses(_ columns: inout ConsultationColumns, _ file: ConsultationFile) -> KnownWords {
    let words = words
    var known = KnownWords()
    columns.forEachRow(.status, file) { columns, index, text, key in
      let packed =
        key.isNothing
        ? Packed.absent
        : statuses.value(key) {
          if isAbsent(text, column: .status, kind: .consultations) { return Packed.absent }
          return words.consultationStatus(text.string).map { UInt64($0.rawValue) } ?? Packed.unreadable
        }
      if packed == Packed.absent { return columns.flag(index, .missingStatus, .status) }
      known.add(known: packed != Packed.unreadable, word: text.string)
      if let status = ConsultationStatus(rawValue: UInt8(truncatingIfNeeded: packed)) {
        columns.rows[index].status = status
      } else {
        columns.turn(index, .unknownStatus, .status)
      }
    }
    known.addKnown(among: columns.turnedRows, columns.block.cells, cell: file.context.cell(.status)) {
      words.consultationStatus($0) != nil
    }
    return known
  }

  mutating func readEvents(_ columns: inout ConsultationColumns, _ file: ConsultationFile) {
    let shared = shared
    columns.forEachCell(.event, file) { columns, index, text, key in
      let packed = events.value(key) {
        isAbsent(text, column: .event, kind: .consultations)
          ? Packed.absent : UInt64(shared.event(text.string))
      }
      guard packed != Packed.absent else { return }
      columns.rows[index].event = UInt32(truncatingIfNeeded: packed)
      if columns.rows[index].event == file.defaultEvent { namesDefaultEvent = true }
    }
  }

  /// The country as the row gives it; `ZZ` where it gives none.
  mutating func readCountries(_ columns: inout ConsultationColumns, _ file: ConsultationFile) {
    let names = countryNames
    columns.forEachCell(.country, file) { columns, index, text, key in
      let packed = countries.value(key) {
        if isAbsent(text, column: .country, kind: .consultations) { return Packed.absent }
        return names.read(text.string).map { UInt64($0.rawValue) } ?? Packed.unreadable
      }
      if packed == Packed.unreadable {
        columns.flag(index, .unknownCountry, .country)
      } else if packed != Packed.absent {
        columns.rows[index].country = CountryCode(rawValue: UInt16(truncatingIfNeeded: packed))
      }
    }
  }

  mutating func readModes(_ columns: inout ConsultationColumns, _ file: ConsultationFile) {
    let words = words
    columns.forEachCell(.mode, file) { columns, index, text, key in
      // An absent word is no mode either.
      let packed = modes.value(key) {
        if let mode = words.mode(text.string) { return UInt64(mode.rawValue) + 1 }
        if !isAbsent(text, column: .mode, kind: .consultations) { unknownModes.add(text.string) }
        return 0
      }
      columns.rows[index].mode = UInt8(truncatingIfNeeded: packed)
    }
  }

  mutating func readOutcomes(_ columns: inout ConsultationColumns, _ file: ConsultationFile) {
    let words = words
    columns.forEachCell(.outcome, file) { columns, index, text, key in
      let packed = outcomes.value(key) {
        if isAbsent(text, column: .outcome, kind: .consultations) { return 0 }
        let read = words.outcomes(text.string)
        return UInt64(read.outcomes.rawValue) | (read.unlisted.isEmpty ? 0 : 0x100)
      }
      columns.rows[index].outcomes = OutcomeSet(rawValue: UInt8(packed & 0xFF))
      if packed & 0x100 != 0 { columns.flag(index, .unlistedOutcome, .outcome) }
    }
  }

  // MARK: - Days

  mutating func readDays(_ columns: inout ConsultationColumns, _ file: ConsultationFile) {
    columns.forEachRow(.heldAt, file) { columns, index, text, key in
      if let day = day(text, key, index, .heldAt, &columns, file) {
        columns.rows[index].held = day
      } else if columns.rows[index].status == .held {
        columns.flag(index, .missingDate, .heldAt)
      }
    }
    columns.forEachCell(.mouSignedOn, file) { columns, index, text, key in
      if let day = day(text, key, index, .mouSignedOn, &columns, file) { columns.rows[index].signed = day }
    }
  }

  /// What a date cell says, `noDay` where it cannot be read, nil where nothing stands there.
  @inline(__always)
  private mutating func day(
    _ text: ByteSlice, _ key: Hash128, _ index: Int, _ column: Column,
    _ columns: inout ConsultationColumns, _ file: ConsultationFile
  ) -> Int32? {
    if key.isNothing { return nil }
    if let day = plainDay(text, key) { return day.number }
    let dates = file.context.dates
    let packed = days.value(key) {
      if isAbsent(text, column: column, kind: .consultations) { return Packed.absent }
      return switch dates.read(text.string) {
      case .day(let day): UInt64(UInt32(bitPattern: day.number))
      case .bad: Packed.unreadable
      case .ambiguous: Packed.ambiguous
      }
    }
    switch packed {
    case Packed.absent: return nil
    case Packed.unreadable: columns.flag(index, .badDate, column)
    case Packed.ambiguous: columns.flag(index, .ambiguousDate, column)
    default: return Int32(truncatingIfNeeded: packed)
    }
    return Consultation.noDay
  }
}
