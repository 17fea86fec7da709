import Encodings
import HashTables
import Model
import Platform
import Records
import Repair
import Sheets
import Values

/// What a run reads and by which rules.
package struct ImportRequest: Sendable {
  /// All inputs in reading order, registrations before consultations.
  package var inputs: [InputRequest]
  /// How values are read and rows counted.
  package var rules: ReadingRules
  /// The event of consultations that name none, from `--event`.
  package var event: String?
  /// The report's name, the last resort for an event's id.
  package var name: String
  /// How many threads read; the result does not depend on it.
  package var threads: Int
  /// How many places are kept for each problem of a file.
  package var placesKept = ProblemTally.placesKept
  /// Told how many bytes of an input have been read each time some were; called by one thread at a time.
  package var bytesRead: (@Sendable (Int) -> Void)?
  /// Whether columns that look like a missing one are only reported, instead of stopping the run.
  package var toleratesLookAlikes = false

  /// Makes the value from its parts.
  package init(inputs: [InputRequest], rules: ReadingRules, event: String?, name: String, threads: Int) {
    self.inputs = inputs
    self.rules = rules
    self.event = event
    self.name = name
    self.threads = threads
  }
}

/// What a run has read.
package struct ImportResult: Sendable {
  /// What became of every file, in reading order.
  package var inputs: [InputReport]
  /// All counted registrations.
  package var directory: RegistrationDirectory
  /// What the numbers in rows stand for.
  package var tables: SharedTables
  /// Every MOU of a counted row, in reading order, whatever the as-of date.
  package var mous: [MOUParties]
  /// The last date in the data: of a meeting, or of an MOU of a held one.
  package var lastDate: Day?
  /// Where days stand, a few places for every quarter.
  package var datedPlaces: [DatedPlace]
  /// Recognised columns of all files, in the contract's order.
  package var columns: [Column]
  /// The events that rows or registrations name, and the one of rows that name none.
  package var events: [String]
}

/// Reads all inputs of a run.
///
/// The beginning of each file settles its encoding; where the rest of a long file speaks against that, the run
/// begins again with what the whole file says.
package struct Importer: Sendable {
  private let request: ImportRequest

  /// Makes an importer.
  package init(_ request: ImportRequest) { self.request = request }

  /// What goes out while rows are read.
  ///
  /// A new one is asked for when reading has to begin again.
  package struct Outlets {
    /// Makes the sinks, one a thread.
    package var makeSink: (SharedTables) -> any ConsultationSink
    /// Called with all sinks when reading begins again, to forget what they hold.
    package var restart: ([Column], [InputName]) throws(TallyError) -> Void
    /// Takes rows that do not count, in reading order.
    package var reject: (RejectedRow) throws(TallyError) -> Void
    /// Takes the consultations that count, in reading order; nil where nobody wants them.
    ///
    /// Returns work to run after the block's turn, so that other threads need not wait for it.
    package var count: (([CountedConsultation], SharedTables) throws(TallyError) -> ImportAfterwork?)?

    /// Takes rows that count, in reading order; nil where nobody wants them.
    package var digest: (([RowDigest]) throws(TallyError) -> Void)?

    /// Makes the value from its parts.
    package init(
      makeSink: @escaping (SharedTables) -> any ConsultationSink,
      restart: @escaping ([Column], [InputName]) throws(TallyError) -> Void,
      reject: @escaping (RejectedRow) throws(TallyError) -> Void,
      count: (([CountedConsultation], SharedTables) throws(TallyError) -> ImportAfterwork?)? = nil,
      digest: (([RowDigest]) throws(TallyError) -> Void)? = nil
    ) {
      self.digest = digest
      self.makeSink = makeSink
      self.restart = restart
      self.reject = reject
      self.count = count
    }
  }

  /// Reads everything.
  ///
  /// - Throws: `TallyError` where an input is missing or unusable.
  package func run(_ outlets: Outlets) throws(TallyError) -> ImportResult {
    let kept = try KeptInputs(request.inputs)
    defer { withExtendedLifetime(kept) {} }
    var request = request
    request.inputs = kept.inputs
    var settled: [Int: TextEncoding] = [:]
    for (index, input) in request.inputs.enumerated() {
      guard let name = input.encoding else { continue }
      guard let encoding = TextEncoding.named(name) else {
        throw TallyError(.input(.unknownEncoding(name, known: TextEncoding.all.map(\.name))))
      }
      settled[index] = encoding
    }
    while true {
      let names = displayNames(of: request.inputs.map(\.path))
      var opened: [OpenedInput] = []
      for (index, input) in request.inputs.enumerated() {
        let opener = InputOpener(request: input, index: index, name: names[index], encoding: settled[index])
        opened.append(try opener.open())
      }
      try refuseUnknownSheets(opened)
      try checkNamedColumns(opened)
      try checkNamedUnits(opened)
      if !request.toleratesLookAlikes { try refuseLookAlikes(opened) }
      let columns = Column.recognised(in: opened)
      try outlets.restart(columns, opened.map { InputName(file: $0.name, sheet: $0.sheet?.sheet.name) })
      let pass = ReadingPass(request: request, opened: opened, settled: settled)
      switch try pass.read(outlets) {
      case .done(let result): return result
      case .again(let index, let encoding): settled[index] = encoding
      }
    }
  }
}

extension Importer {
  /// A sheet that an option names and no workbook has is a mistake.
  private func refuseUnknownSheets(_ opened: [OpenedInput]) throws(TallyError) {
    let there = opened.compactMap { $0.sheet?.allNames }.flatMap { $0 }
    for wanted in Set(opened.flatMap { $0.request.preferredSheets }).sorted()
    where !there.contains(where: { SheetNames.areEqual($0, wanted) }) {
      throw TallyError(.input(.unknownSheet(wanted, there: there)))
    }
  }
}

extension Column {
  /// The recognised columns of all files: registrations' first, then those that consultations add.
  static func recognised(in inputs: [OpenedInput]) -> [Column] {
    var seen: Set<Column> = []
    for input in inputs { seen.formUnion(input.columns) }
    let order = Column.all(of: .registrations) + Column.all(of: .consultations)
    var listed: Set<Column> = []
    return order.filter { seen.contains($0) && listed.insert($0).inserted }
  }
}

/// One reading of all files.
struct ReadingPass {
  let request: ImportRequest
  let opened: [OpenedInput]
  let settled: [Int: TextEncoding]

  enum Outcome {
    case done(ImportResult)
    /// A file turned out to be in another encoding than its beginning looked like.
    case again(Int, TextEncoding)
  }

  func read(_ outlets: Importer.Outlets) throws(TallyError) -> Outcome {
    let rules = request.rules
    let words = WordLists(extra: rules.words)
    let countries = CountryReader(extra: rules.countries)
    let shared = SharedTables(rules: rules)
    var reports: [InputReport] = []
    let contexts = opened.map {
      FileContext(input: $0, rules: rules, words: words, countries: countries)
    }
    let threads = max(1, request.threads)

    let registrations = BlockPipeline(
      ledger: RegistrationLedger(
        placesKept: request.placesKept, keepsRows: severalFiles(.registrations), reject: outlets.reject,
        digest: outlets.digest),
      stations: (0..<threads).map { _ in
        Station(RegistrationWorker(rules: rules, words: words, countries: countries, shared: shared))
      })
    for context in contexts where context.kind == .registrations {
      registrations.withLedger { $0.begin(context.input.index) }
      let end = try registrations.read(
        try source(context.input), FillDown(context.input),
        BlockSteps(
          block: { $0.block }, parse: { $0.parse(context) },
          settle: { worker, ledger throws(TallyError) in try worker.settle(context, ledger: &ledger) },
          finish: { _ throws(TallyError) in }))
      let hasBrokenText = registrations.withLedger { $0.hasBrokenText }
      if let encoding = try otherEncoding(context.input, end, hasBrokenText) {
        return .again(context.input.index, encoding)
      }
      let (tally, roles, statuses, hasBuyers) = registrations.withLedger { ledger in
        ledger.end()
        return (ledger.tally, ledger.roles, ledger.statuses, ledger.hasBuyers)
      }
      try check(context, tally, roles: roles, statuses: statuses)
      if hasBuyers, !context.has(.country) {
        throw error(
          context.input, .missingCountry(aliases: Column.country.aliases(in: .registrations)))
      }
      reports.append(report(context, tally, end))
    }
    let (directory, registered) = registrations.withLedger { ledger in
      (ledger.takeDirectory(shared), ledger.files ?? [])
    }
    try refuseRepeatedContent(reports)
    try refuseCopies(registered)

    let consultations = BlockPipeline(
      ledger: SettlementLedger(
        size: consultationsSize, outlets: outlets, placesKept: request.placesKept,
        keepsRows: severalFiles(.consultations)),
      stations: (0..<threads).map { _ in
        Station(
          ConsultationWorker(
            rules: rules, words: words, countries: countries, shared: shared, directory: directory,
            sink: outlets.makeSink(shared)))
      })
    let fallback = shared.event(defaultEvent(shared, directory))
    for context in contexts where context.kind == .consultations {
      let event = context.input.request.event.map { shared.event($0) } ?? fallback
      let file = ConsultationWorker.FileState(context: context, defaultEvent: event)
      consultations.withLedger { $0.begin(context.input.index) }
      consultations.forEachWorker { $0.beginFile() }
      let end = try consultations.read(
        try source(context.input), FillDown(context.input),
        BlockSteps(
          block: { $0.block }, parse: { $0.parse(file) },
          settle: { worker, ledger throws(TallyError) in try worker.settle(file, ledger: &ledger) },
          finish: { worker throws(TallyError) in try worker.finish() }))
      var hasBrokenText = false
      var sources = SourceCounts()
      consultations.forEachWorker { worker in
        hasBrokenText = hasBrokenText || worker.hasBrokenText
        sources.add(worker.sourceCounts)
      }
      if let encoding = try otherEncoding(context.input, end, hasBrokenText) {
        return .again(context.input.index, encoding)
      }
      var (tally, statuses, totals) = consultations.withLedger { ledger in
        ledger.end()
        return (ledger.tally, ledger.statusWords, ledger.totals.stated)
      }
      tally.currencySources = sources.byColumn
      try check(context, tally, roles: KnownWords(), statuses: statuses)
      var report = report(context, tally, end)
      report.statedTotals = totals.map { total in
        let column = Column.amounts[total.number]
        return StatedTotal(
          line: total.line, column: column, header: context.input.headerText(column) ?? column.rawValue,
          stated: total.stated, summed: total.summed)
      }
      reports.append(report)
    }
    var lastDay = ConsultationRow.noDay
    var isNamed = false
    consultations.forEachWorker { worker in
      lastDay = max(lastDay, worker.lastDay)
      isNamed = isNamed || worker.namesDefaultEvent
    }
    try refuseRepeatedContent(reports)
    let events = events(shared, directory, fallback: fallback, isNamed: isNamed)
    try checkOnlyEvents(events)
    try refuseCopies(consultations.withLedger { $0.files ?? [] })
    return .done(
      ImportResult(
        inputs: reports, directory: directory, tables: shared, mous: consultations.withLedger { $0.mous },
        lastDate: lastDay == ConsultationRow.noDay ? nil : Day(number: lastDay),
        datedPlaces: consultations.withLedger { $0.dated.all },
        columns: Column.recognised(in: opened), events: events))
  }

  /// The events that there are; the one of rows that name none counts only where a row could name none.
  private func events(
    _ shared: SharedTables, _ directory: RegistrationDirectory, fallback: UInt32, isNamed: Bool
  ) -> [String] {
    let isNamed =
      isNamed || request.event != nil || directory.all.contains { $0.event == fallback + 1 }
      || opened.contains { $0.request.kind == .consultations && $0.cell(.event) == nil }
    let name = shared.eventName(fallback)
    return shared.eventNames.filter { $0 != name || isNamed }
  }

  private func checkOnlyEvents(_ events: [String]) throws(TallyError) {
    guard let missing = request.rules.onlyEvents.first(where: { !events.contains($0) }) else { return }
    throw TallyError(
      .input(
        .unknownOnlyEvent(
          missing, nearest: NearMiss.word(nearest: missing, among: events), there: events.sorted())))
  }

  private func severalFiles(_ kind: InputKind) -> Bool {
    request.inputs.filter { $0.kind == kind }.count > 1
  }

  /// Bytes of all consultations files; a pipe counts as none.
  private var consultationsSize: Int {
    request.inputs.filter { $0.kind == .consultations }
      .compactMap { $0.kept.map(FileIdentity.init(descriptor:)) ?? FileIdentity(path: $0.path) }
      .reduce(0) { $0 + ($1.isPlainFile ? Int($1.size) : 0) }
  }

  private func source(_ input: OpenedInput) throws(TallyError) -> RecordSource {
    if let sheet = input.sheet { return try RecordSource(sheet, of: input, bytesRead: request.bytesRead) }
    return RecordSource(
      text: chunkReader(input),
      try FileFeed(input, weigh: needsWeighing(input), bytesRead: request.bytesRead))
  }

  /// A file longer than its head may turn out to be in another encoding than its head looked like.
  private func mayBeMisjudged(_ input: OpenedInput) -> Bool {
    input.sheet == nil && settled[input.index] == nil && input.verdict.byteOrderMark == 0
      && !input.headIsWhole
  }

  /// UTF-8 is checked as it is read; what was taken for anything else is weighed on the way.
  private func needsWeighing(_ input: OpenedInput) -> Bool {
    mayBeMisjudged(input) && input.verdict.encoding != .utf8
  }

  /// The encoding in which the file has to be read again, nil where it was read in the right one.
  private func otherEncoding(
    _ input: OpenedInput, _ end: FileFeed.End, _ hasBrokenText: Bool
  ) throws(TallyError) -> TextEncoding? {
    if let encoding = contradiction(end.verdict, input) { return encoding }
    return hasBrokenText && mayBeMisjudged(input) ? contradiction(try wholeVerdict(input), input) : nil
  }

  private func contradiction(_ verdict: EncodingVerdict?, _ input: OpenedInput) -> TextEncoding? {
    guard let verdict, verdict.encoding != input.verdict.encoding, verdict.binary == nil else { return nil }
    return verdict.encoding
  }

  private func wholeVerdict(_ input: OpenedInput) throws(TallyError) -> EncodingVerdict {
    do throws(SystemError) {
      let file = try InputFile(path: input.request.path, kept: input.request.kept)
      var evidence = EncodingEvidence()
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
      defer { buffer.deallocate() }
      while true {
        let count = try file.read(into: buffer)
        if count == 0 { break }
        evidence.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
      return evidence.finish()
    } catch {
      throw TallyError(.input(.system(error)), at: error.path)
    }
  }

  private func chunkReader(_ input: OpenedInput) -> ChunkReader {
    ChunkReader(
      dialect: input.dialect, width: input.header.width, skip: input.dataOffset,
      firstLine: input.firstDataLine,
      decoder: input.verdict.encoding == .utf8 ? nil : StreamingDecoder(input.verdict.encoding))
  }

  private func defaultEvent(_ shared: SharedTables, _ directory: RegistrationDirectory) -> String {
    if let event = request.event { return event }
    var named: Set<UInt32> = []
    for registration in directory.all where registration.event > 0 {
      named.insert(registration.event)
      if named.count > 1 { return request.name }
    }
    return named.first.map { shared.eventName($0 - 1) } ?? request.name
  }

  // MARK: - Errors of a whole file

  private func check(
    _ context: FileContext, _ tally: FileTally, roles: KnownWords, statuses: KnownWords
  ) throws(TallyError) {
    func refuse(_ words: KnownWords, _ column: Column, mustFill: Bool) throws(TallyError) {
      guard words.known == 0, words.filled > 0, mustFill || !words.unknown.isEmpty else { return }
      let header = context.input.headerText(column) ?? column.rawValue
      throw error(
        context.input,
        .noKnownWord(
          column, header: header, found: words.unknown.filter { !$0.isEmpty }, merged: context.input.merged))
    }
    try refuse(roles, .role, mustFill: true)
    try refuse(statuses, .status, mustFill: false)
    let conflicts = tally.count(.conflictingDuplicate)
    if tally.rows >= 10, conflicts * 2 > tally.rows {
      throw error(context.input, .idsStartAgain(conflicts: conflicts, rows: tally.rows))
    }
  }

  private func refuseRepeatedContent(_ reports: [InputReport]) throws(TallyError) {
    for (index, report) in reports.enumerated() where report.rows > 0 {
      for earlier in reports[..<index]
      where earlier.sha256 == report.sha256 && earlier.sheet?.name == report.sheet?.name
        && earlier.kind == report.kind
      {
        if earlier.fixedRole != report.fixedRole {
          // A list with a role column may be given whole and once more as what one side of it is.
          guard earlier.fixedRole != nil, report.fixedRole != nil else { continue }
          throw TallyError(.input(.bothSides), at: report.path)
        }
        throw TallyError(.input(.sameContent(as: earlier.path)), at: report.path)
      }
    }
  }

  private func error(_ input: OpenedInput, _ fault: InputFault) -> TallyError {
    TallyError(.input(fault), at: input.request.shownPath)
  }

  private func report(_ context: FileContext, _ tally: FileTally, _ end: FileFeed.End) -> InputReport {
    let input = context.input
    var report = InputReport(
      kind: context.kind, fixedRole: input.request.role, path: input.request.path, file: input.name,
      sha256: end.sha256, size: end.size, encoding: input.sheet?.format ?? input.verdict.encoding.name,
      encodingReason: input.verdict.reason,
      delimiter: input.sheet == nil ? String(UnicodeScalar(input.dialect.delimiter)) : "",
      headerLine: input.headerLine,
      recognised: input.columns.map { ($0, input.headerText($0) ?? "") },
      ignoredColumns: input.header.ignored,
      problems: HintFinder(context: context).withHints(tally.problems),
      amounts: Column.amounts.compactMap { column in
        guard let header = input.headerText(column) else { return nil }
        return AmountColumnReport(
          column: column, header: header, sources: tally.currencySources[column] ?? [:])
      })
    if let sheet = input.sheet { report.sheet = sheetReport(sheet, input, end.notes ?? SheetNotes()) }
    report.namelessColumns =
      input.nameless + (end.notes?.columnsBeyond ?? []).sorted().map { HeaderRecognizer.placeName($0) }
    report.lookAlikes = input.lookAlikes
    report.mergedColumns = input.merged
    report.filledDown = input.request.fillDown.filter { input.cell($0) != nil }
    report.passedOver = input.passedOver
    report.rows = tally.rows
    report.accepted = tally.accepted
    report.flagged = tally.flagged
    report.duplicate = tally.duplicate
    report.rejected = tally.rejected
    report.afterAsOf = tally.afterAsOf
    report.duplicatePlaces = tally.duplicatePlaces
    report.longAfterAsOf = tally.longAfterAsOf
    if request.rules.from != nil { report.beforeFrom = tally.beforeFrom }
    if !request.rules.onlyEvents.isEmpty { report.otherEvent = tally.otherEvent }
    return report
  }

  private func sheetReport(_ sheet: OpenedSheet, _ input: OpenedInput, _ notes: SheetNotes) -> SheetReport {
    var report = SheetReport(name: sheet.sheet.name, format: sheet.format)
    report.isHidden = sheet.sheet.isHidden
    report.hiddenRows = notes.hiddenRows
    report.hiddenRowCount = notes.hiddenRowCount
    let hidden = notes.hiddenColumns.flatMap { $0.clamped(to: 0...max(0, input.header.width - 1)) }
    report.hiddenColumns = Set(hidden).sorted().filter { $0 < input.header.width }.compactMap { column in
      let header = input.header.headers[column]
      return header.isEmpty ? nil : header
    }
    let amounts = Column.amounts.compactMap { input.cell($0) }
    report.repeatedAmounts = notes.filledDown.filter { range in
      amounts.contains { range.columns.contains($0) }
    }
    .map(\.text)
    return report
  }
}
