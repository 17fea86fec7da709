import HashTables
import Model
import Records
import Values

/// Reads consultations block by block; each thread has a worker of its own with its own memory of spellings.
///
/// A block goes through three steps. `parse` turns its records into rows and runs alongside other workers; `settle`
/// runs in reading order and decides which rows count; `finish` measures the rows that do and again runs alongside
/// the others.
///
/// `parse` goes through the block column by column, not row by row: a loop over one column's cells does one kind
/// of thing, so that the processor predicts its branches and fetches the places of many look-ups at once. What a
/// spelling means is remembered by the cell's key, 128 bits that are the cell itself where it is short; text is
/// made of a cell only when a spelling is new. Rows that cannot count drop out before the columns are read.
struct ConsultationWorker: ~Copyable {
  let shared: SharedTables
  private let sink: any ConsultationSink

  // Who reads which columns.
  private var words: WordCells
  var sectors: SectorCells
  private(set) var suppliers: ParticipantFinder
  private(set) var buyers: ParticipantFinder
  private var amounts: AmountCells
  private var judge: RowJudge
  private var identity = MeetingIdentity()

  // The current block.
  var columns = ConsultationColumns()
  private(set) var statusWords = KnownWords()
  private(set) var sections: [TotalSection] = []
  /// The names of the parties of each MOU, in the order of the rows.
  private(set) var mouNames: [(row: Int, supplier: UInt32, buyer: UInt32)] = []
  /// Deferred work from `count`, run after the block's turn.
  var afterwork: ImportAfterwork?

  // The current file.
  private(set) var hasBrokenText = false
  private(set) var sourceCounts = SourceCounts()

  // All files read so far.
  private(set) var lastDay = Consultation.noDay
  /// What the rows of the file show only together.
  private var signs = FileSigns()
  var fileSigns: FileSigns {
    var all = amounts.signs
    all.add(signs)
    return all
  }
  var namesDefaultEvent: Bool { words.namesDefaultEvent }

  init(
    rules: ReadingRules, words: WordLists, countries: CountryReader, shared: SharedTables,
    directory: RegistrationDirectory, sink: any ConsultationSink
  ) {
    self.shared = shared
    self.sink = sink
    self.words = WordCells(words: words, countries: countries, shared: shared)
    sectors = SectorCells(shared: shared)
    suppliers = ParticipantFinder(.supplier, rules: rules, directory: directory, shared: shared)
    buyers = ParticipantFinder(.buyer, rules: rules, directory: directory, shared: shared)
    amounts = AmountCells(rules: rules)
    judge = RowJudge(rules: rules, shared: shared)
  }

  /// Words of the file for modes and currencies that are in no list.
  var unknownWords: [Column: Set<String>] {
    [.mode: words.unknownModes.words, .currency: amounts.unknownCurrencies.words]
  }

  /// Forgets what belongs to the file before.
  mutating func beginFile() {
    hasBrokenText = false
    sourceCounts = SourceCounts()
    signs = FileSigns()
    words.beginFile()
    sectors.beginFile()
    amounts.beginFile()
  }

  /// Step 1: reads the records of the block.
  mutating func parse(_ file: ConsultationFile) {
    columns.block.checkText()
    if !columns.block.isAllValidText { hasBrokenText = true }
    columns.begin(file)
    sectors.beginBlock()
    mouNames.removeAll(keepingCapacity: true)
    statusWords = words.readStatuses(&columns, file)
    columns.dropTurned()
    columns.flagFaults(file)
    if !columns.records.isEmpty { readColumns(file) }
    sections = amounts.sections(columns, file)
    columns.orderFlags()
  }

  /// Reads what the rows say; later columns are read in the light of earlier ones.
  private mutating func readColumns(_ file: ConsultationFile) {
    words.readEvents(&columns, file)
    words.readCountries(&columns, file)
    suppliers.find(columns.suppliers, &columns, file)
    buyers.find(columns.buyers, &columns, file)
    sectors.read(&columns, file)
    words.readDays(&columns, file)
    words.readModes(&columns, file)
    words.readOutcomes(&columns, file)
    amounts.read(&columns, file)
    noteSigned(file)
    judge.judge(&columns)
    for index in columns.rows.indices where columns.rows[index].isMOU {
      mouNames.append(
        (index, suppliers.printedName(index, columns, file), buyers.printedName(index, columns, file)))
    }
    identity.identify(&columns, file)
  }

  /// Notes what rows with a day of signing are besides.
  private mutating func noteSigned(_ file: ConsultationFile) {
    guard file.context.has(.mouSignedOn) else { return }
    for row in columns.rows where row.status == .held && row.signed != Consultation.noDay {
      signs.noteSigned(
        isMOU: row.outcomes.contains(.mou) || row.amounts.mou > 0,
        isContract: row.outcomes.contains(.contract) || row.amounts.contract > 0)
    }
  }

  /// Step 3: measures the rows that count and notes where their currencies came from.
  mutating func finish() throws(TallyError) {
    columns.dropTurnedForMeasures()
    for (index, sources) in columns.currencySources.enumerated() {
      sourceCounts.add(sources)
      let row = columns.rows[index]
      lastDay = max(lastDay, row.held)
      if row.isMOU { lastDay = max(lastDay, row.signed) }
    }
    try sink.add(columns.rows)
    try afterwork.take()?()
  }
}
