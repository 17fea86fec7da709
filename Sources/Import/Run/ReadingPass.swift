import Encodings
import HashTables
import Model
import Platform
import Records
import Sheets
import Values

/// One reading of all files: registrations, then consultations.
struct ReadingPass {
  let request: ImportRequest
  let opened: [OpenedInput]
  /// Encodings that are certain, by the input's index.
  let settled: [Int: TextEncoding]
  private let words: WordLists
  private let countries: CountryReader
  private let contexts: [FileContext]
  private let shared: SharedTables

  enum Outcome {
    case done(ReadRecords)
    /// A file turned out to be another one than its beginning looked like.
    case again(Int, Misjudged)
  }

  /// What the beginning of a file did not show.
  enum Misjudged {
    case encoding(TextEncoding)
    /// How many columns a sheet has.
    case width(Int)
  }

  /// What came of one file.
  private enum FileOutcome {
    case done(InputReport)
    case again(Misjudged)
  }

  private typealias Registrations = BlockPipeline<RegistrationWorker, RegistrationLedger>
  private typealias Consultations = BlockPipeline<ConsultationWorker, SettlementLedger>

  init(request: ImportRequest, opened: [OpenedInput], settled: [Int: TextEncoding]) {
    self.request = request
    self.opened = opened
    self.settled = settled
    let words = WordLists(extra: request.rules.words)
    let countries = CountryReader(extra: request.rules.countries)
    self.words = words
    self.countries = countries
    contexts = opened.map {
      FileContext(input: $0, rules: request.rules, words: words, countries: countries)
    }
    shared = SharedTables(rules: request.rules)
  }

  func read(_ outlets: Importer.Outlets) throws(TallyError) -> Outcome {
    var reports: [InputReport] = []
    let registrations = registrations(outlets)
    for context in contexts where context.kind == .registrations {
      switch try read(context, registrations) {
      case .done(let report): reports.append(report)
      case .again(let misjudged): return .again(context.input.index, misjudged)
      }
    }
    let (directory, registered, doubts) = registrations.withLedger { ledger in
      (ledger.takeDirectory(shared), ledger.files ?? [], ledger.takeNames())
    }
    try refuseRepeatedContent(reports)
    try refuseCopies(registered)

    let consultations = consultations(directory, doubts.names, outlets)
    let fallback = shared.event(defaultEvent(shared, directory))
    for context in contexts where context.kind == .consultations {
      switch try read(context, consultations, fallback: fallback) {
      case .done(let report): reports.append(report)
      case .again(let misjudged): return .again(context.input.index, misjudged)
      }
    }
    try refuseRepeatedContent(reports)
    var result = try result(reports, directory, consultations, fallback: fallback)
    result.identityDoubts.sharedNumbers = doubts.numbers
    return .done(result)
  }

  private func result(
    _ reports: [InputReport], _ directory: RegistrationDirectory, _ consultations: Consultations,
    fallback: UInt32
  ) throws(TallyError) -> ReadRecords {
    var lastDay = Consultation.noDay
    var isNamed = false
    consultations.forEachWorker { worker in
      lastDay = max(lastDay, worker.lastDay)
      isNamed = isNamed || worker.namesDefaultEvent
    }
    let events = events(shared, directory, fallback: fallback, isNamed: isNamed)
    try checkOnlyEvents(events)
    let files = consultations.withLedger { $0.files ?? [] }
    try refuseCopies(files)
    let copies = likelyCopies(files)
    var reports = reports
    // They stand in the order of the files.
    let places = reports.indices.filter { reports[$0].kind == .consultations }
    let far = consultations.withLedger { $0.eventDays.far() }
    for (place, copies) in zip(places, copies) {
      reports[place].likelyCopies = copies
      let told = Set(copies.map { RowDoubt.Kind.repeats(of: $0.other) })
      reports[place].rowDoubts.removeAll { told.contains($0.kind) }
    }
    for place in reports.indices { reports[place].rowDoubts += [far[place]].compactMap { $0 } }
    var doubts = IdentityDoubts()
    doubts.splitNames = consultations.withLedger { $0.names.doubts }
    doubts.likeEvents = likeEvents(events)
    var records = ReadRecords(
      inputs: reports, registrations: directory.all, names: shared,
      mous: consultations.withLedger { $0.mous },
      lastDate: lastDay == Consultation.noDay ? nil : Day(number: lastDay),
      datedPlaces: consultations.withLedger { $0.dated.all }, events: events)
    records.namesakes = shared.namesakes
    records.identityDoubts = doubts
    return records
  }

  // MARK: - Registrations

  private func registrations(_ outlets: Importer.Outlets) -> Registrations {
    BlockPipeline(
      ledger: RegistrationLedger(
        placesKept: request.placesKept, keepsRows: severalFiles(.registrations), reject: outlets.reject,
        digest: outlets.digest),
      stations: (0..<max(1, request.threads)).map { _ in
        Station(
          RegistrationWorker(rules: request.rules, words: words, countries: countries, shared: shared))
      })
  }

  private func read(_ context: FileContext, _ pipeline: Registrations) throws(TallyError) -> FileOutcome {
    pipeline.withLedger { ledger in
      ledger.begin(context.input.index)
      ledger.tally.rowDoubts.begin(below: context.input)
    }
    let survey = ColumnSurvey(context.input)
    let (end, findings) = try pipeline.read(
      try source(context.input), FillDown(context.input), survey,
      BlockSteps(
        block: { $0.block }, parse: { $0.parse(context) },
        settle: { worker, ledger throws(TallyError) in try worker.settle(context, ledger: &ledger) },
        finish: { _ throws(TallyError) in }))
    let hasBrokenText = pipeline.withLedger { $0.hasBrokenText }
    if let misjudged = try misjudged(context.input, end, hasBrokenText) { return .again(misjudged) }
    let (tally, roles, statuses, hasBuyers) = pipeline.withLedger { ledger in
      ledger.end()
      return (ledger.tally, ledger.roles, ledger.statuses, ledger.hasBuyers)
    }
    let context = try surveyed(context, survey, findings)
    let refusals = try check(context, tally, roles: roles, statuses: statuses)
    if hasBuyers, !context.has(.country) {
      throw error(context.input, .missingCountry(aliases: Column.country.aliases(in: .registrations)))
    }
    var report = report(context, tally, end)
    report.refusals = refusals
    return .done(report)
  }

  // MARK: - Consultations

  private func consultations(
    _ directory: RegistrationDirectory, _ names: NameBook, _ outlets: Importer.Outlets
  ) -> Consultations {
    BlockPipeline(
      ledger: SettlementLedger(
        size: consultationsSize, outlets: outlets, placesKept: request.placesKept,
        keepsRows: severalFiles(.consultations), names: names),
      stations: (0..<max(1, request.threads)).map { _ in
        Station(
          ConsultationWorker(
            rules: request.rules, words: words, countries: countries, shared: shared, directory: directory,
            sink: outlets.makeSink(shared)))
      })
  }

  private func read(
    _ context: FileContext, _ pipeline: Consultations, fallback: UInt32
  ) throws(TallyError) -> FileOutcome {
    let event = context.input.request.event.map { shared.event($0) } ?? fallback
    let file = ConsultationFile(context: context, defaultEvent: event)
    pipeline.withLedger { ledger in
      ledger.begin(context.input.index)
      ledger.tally.rowDoubts.begin(below: context.input)
    }
    pipeline.forEachWorker { $0.beginFile() }
    let survey = ColumnSurvey(context.input)
    let (end, findings) = try pipeline.read(
      try source(context.input), FillDown(context.input), survey,
      BlockSteps(
        block: { $0.columns.block }, parse: { $0.parse(file) },
        settle: { worker, ledger throws(TallyError) in try worker.settle(file, ledger: &ledger) },
        finish: { worker throws(TallyError) in try worker.finish() }))
    var hasBrokenText = false
    var sources = SourceCounts()
    var unknownWords: [Column: Set<String>] = [:]
    var signs = FileSigns()
    pipeline.forEachWorker { worker in
      hasBrokenText = hasBrokenText || worker.hasBrokenText
      sources.add(worker.sourceCounts)
      signs.add(worker.fileSigns)
      unknownWords.merge(worker.unknownWords) { $0.union($1) }
    }
    if let misjudged = try misjudged(context.input, end, hasBrokenText) { return .again(misjudged) }
    var (tally, statuses, totals) = pipeline.withLedger { ledger in
      ledger.end()
      return (ledger.tally, ledger.statusWords, ledger.totals.stated)
    }
    tally.currencySources = sources.byColumn
    let context = try surveyed(context, survey, findings)
    let refusals = try check(context, tally, roles: KnownWords(), statuses: statuses)
    if let split = signs.split {
      throw error(
        context.input,
        .splitAmounts(
          line: split.line, header: context.input.headerText(split.column) ?? split.column.rawValue))
    }
    var report = report(context, tally, end)
    report.refusals = refusals
    report.measured = tally.measured { shared.eventName($0) }
    report.unknownWords = unknownWords.mapValues { $0.sorted() }
    report.mixedAmounts = signs.mixedAmounts.compactMap { context.input.headerText($0) }
    if signs.signedContracts > 0, signs.signedMOUs == 0 {
      report.signedContracts = context.input.plainSigningHeader.map { ($0, signs.signedContracts) }
    }
    report.statedTotals = totals.map { total in
      let column = Column.amounts[total.number]
      return StatedTotal(
        line: total.line, column: column, header: context.input.headerText(column) ?? column.rawValue,
        stated: total.stated, summed: total.summed)
    }
    return .done(report)
  }

  // MARK: - Files

  /// The file with what all its rows said of its columns.
  private func surveyed(
    _ context: FileContext, _ survey: ColumnSurvey?, _ findings: ColumnSurvey.Findings
  ) throws(TallyError) -> FileContext {
    guard let survey else { return context }
    var context = context
    context.input = try survey.input(with: findings)
    if !request.toleratesLookAlikes { try refuseLookAlikes([context.input]) }
    return context
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

  private func chunkReader(_ input: OpenedInput) -> ChunkReader {
    ChunkReader(
      dialect: input.dialect, width: input.header.width, skip: input.dataOffset,
      firstLine: input.firstDataLine,
      decoder: input.verdict.encoding == .utf8 ? nil : StreamingDecoder(input.verdict.encoding))
  }
}
