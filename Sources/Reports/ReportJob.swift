import Content
import Documents
import Html
import Hwpx
import Import
import Measuring
import Model
import Platform
import Values

/// What a finished report job has to tell.
package struct ReportSummary: Sendable {
  /// What stands at the head of every document.
  package var head: ReportHead
  /// The files made, in the order in which they were made.
  package var files: [WrittenFile]
  /// Rows that were rejected although they were meant as data.
  package var rejectedData: Int
}

/// A file that a report made.
package struct WrittenFile: Sendable {
  /// The path as given.
  package var path: String
  /// Whether a file of that name was there before.
  package var replaced: Bool
}

/// Makes one report: reads the inputs, measures them and writes the documents into a folder.
///
/// Each file appears whole or not at all. The reject file is written first under a temporary name while rows
/// stream by; nothing is put into place before every document is finished.
package struct ReportJob {
  private let request: ReportRequest
  private let folder: String
  private let sourceDateEpoch: Int64?
  private let temporaryDirectory: String?
  private let progress: ReadingProgress?
  private let termination: Termination?
  private let rowLimit: Int
  private let crash: CrashCleanup

  /// Makes a job.
  ///
  /// - Parameters:
  ///   - sourceDateEpoch: the workbook's date in seconds since 1970, nil for the data's.
  ///   - temporaryDirectory: where workbooks are put together; nil takes `TMPDIR`, else `/tmp`.
  ///   - progress: told how far the work has come; nil where nobody looks.
  ///   - termination: by which a signal ends `run` with no file half-written and all or none in place; nil where
  ///     somebody else sees to that.
  ///   - rowLimit: up to how many rows hashes of them are kept; 0 for none.
  package init(
    _ request: ReportRequest, folder: String, sourceDateEpoch: Int64? = nil,
    temporaryDirectory: String? = nil, progress: ReadingProgress? = nil, termination: Termination? = nil,
    rowLimit: Int = 0
  ) {
    self.rowLimit = rowLimit
    self.request = request
    self.folder = folder
    self.sourceDateEpoch = sourceDateEpoch
    self.temporaryDirectory = temporaryDirectory
    self.progress = progress
    self.termination = termination
    crash = CrashCleanup(
      folder: folder, prefix: ".\(request.fileName).", part: ".\(FileSystem.processID).")
  }

  /// Runs the job.
  ///
  /// - Throws: `TallyError`; then no file has been put into place, unless putting one of several failed.
  package func run() throws(TallyError) -> ReportSummary {
    termination?.onSignal { [folder, name = request.fileName, progress] _ in
      DocumentSet.removeUnfinished(in: folder, name: name)
      // Erase the progress line last: a stopped terminal blocks the write, and other threads may still create
      // files, hence the second sweep.
      progress?.abandon()
      DocumentSet.removeUnfinished(in: folder, name: name)
    }
    return try write(try measure())
  }

  /// Reads the inputs, once, and measures them; nothing is put into place yet.
  ///
  /// - Throws: `TallyError`, also where an input was written to or replaced meanwhile.
  package func measure() throws(TallyError) -> MeasuredReport {
    do throws(SystemError) { try FileSystem.makeFolder(folder) } catch {
      throw TallyError(.output(.system(error)), at: error.path)
    }
    let rejects = RejectsFile(path: path("rejects.csv"), language: request.languages.first ?? .ofReports)
    let detail =
      request.detail
      ? DetailFiles(request, temporaryDirectory: temporaryDirectory, path: { [self] in path($0) }) : nil
    let rows = rowLimit > 0 ? RowKeeper(limit: rowLimit) : nil
    let watch = InputWatch(request.inputs.map(\.path))
    let measured: MeasuredRun
    do throws(TallyError) {
      measured = try request.measure(
        progress: progress,
        restart: { columns, names throws(TallyError) in
          detail?.begin(files: names.map(\.file))
          rows?.restart()
          try rejects.begin(columns: columns, inputs: names)
        },
        reject: { row throws(TallyError) in try rejects.add(row) },
        count: detail?.taker, digest: rows.map { rows in { rows.add($0) } })
    } catch {
      // A file that is being written makes strange errors; the true one helps more.
      try watch.check()
      throw error
    }
    let head = measured.head
    try watch.check(read: head.inputs.map { ($0.path, $0.sha256) })
    if request.rules.refuseAssumedCurrency {
      let cells = head.inputs.reduce(0) { $0 + $1.assumedCurrencyCells }
      if cells > 0 {
        throw TallyError(.input(.assumedCurrencyRefused(cells: cells)))
      }
    }
    let rejectedData = head.inputs.reduce(0) { $0 + $1.rejectedData }
    if request.strict, rejectedData > 0 {
      throw TallyError(rejectedIn: head.inputs)
    }
    return MeasuredReport(
      run: measured, kind: request.kind, rejects: rejects, detail: detail, rejectedData: rejectedData,
      rows: rows?.rows)
  }

  /// Writes the documents and puts them into place.
  ///
  /// - Parameter revisions: what changed since the report was published before.
  /// - Throws: `TallyError`; then no file has been put into place, unless putting one of several failed.
  package func write(
    _ measured: MeasuredReport, revisions: Revisions = .none
  ) throws(TallyError) -> ReportSummary {
    let rejects = measured.rejects
    var documents = DocumentSet(
      folder: folder, name: request.fileName, revisions: revisions, temporaryDirectory: temporaryDirectory,
      progress: progress)
    defer { progress?.end() }
    let created = created(measured.head)
    var plans = request.plans(measured.run, documents, created: created)
    let detail = try measured.detail?.finish(
      measured.run.tables, head: measured.head, created: created, place: plans.count)
    plans += detail?.workbooks ?? []
    // Before anything can fail: what is taken over goes with the rest.
    if let csv = detail?.csv { documents.adopt(csv) }
    if let temporary = try rejects.finish() { documents.adopt((temporary, rejects.path)) }
    try documents.add(plans, threads: request.threads)
    var files: [WrittenFile] = []
    let inputs = request.inputs.map(\.path)
    if let termination {
      try termination.whole { () throws(TallyError) in
        files = try documents.commit(inputs: inputs)
        return nil
      }
    } else {
      files = try documents.commit(inputs: inputs)
    }
    return ReportSummary(head: measured.head, files: files, rejectedData: measured.rejectedData)
  }

  private func path(_ ending: String) -> String { join(folder, "\(request.fileName).\(ending)") }

  /// The workbook's date: the environment's, else the as-of date, else the last date in the data, else
  /// 1 January 2000, in seconds since 1970.
  private func created(_ head: ReportHead) -> Int64 {
    if let sourceDateEpoch { return sourceDateEpoch }
    let day = head.asOf ?? head.lastDate ?? Day(number: 10_957)
    return Int64(day.number) * 86_400
  }
}

/// A path below a folder.
func join(_ folder: String, _ name: String) -> String {
  folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}

extension TallyError {
  /// Names every file with rejected rows and the first place of each code, where `--strict` finds such rows.
  init(rejectedIn inputs: [InputReport]) {
    let failures = inputs.filter { $0.rejectedData > 0 }.map { input in
      let codes = input.problems.filter { $0.code.rejects && !$0.code.isLayoutRow }.map {
        RejectedCode(code: $0.code, count: $0.count, line: $0.places.first?.line)
      }
      return Failure(
        .input(.rowsRejected(input.rejectedData, of: input.rows, codes)), at: FilePlace(input.path))
    }
    self.init(failures + [Failure(.input(.strictAdvice))])
  }
}

extension ReportRequest {
  /// Reads the inputs and measures them.
  func measure(
    progress: ReadingProgress?, toleratesLookAlikes: Bool = false,
    restart: @escaping ([Column], [InputName]) throws(TallyError) -> Void,
    reject: @escaping (RejectedRow) throws(TallyError) -> Void,
    count: (([CountedConsultation], SharedTables) throws(TallyError) -> ImportAfterwork?)? = nil,
    digest: (([RowDigest]) throws(TallyError) -> Void)? = nil
  ) throws(TallyError) -> MeasuredRun {
    var plan = MeasurePlan()
    plan.isTrend = kind == .trend
    plan.series = series
    plan.regions = details.regionsInUse
    plan.maturityDays = maturityDays
    let sinks = SinkBox()
    var reading = ImportRequest(inputs: inputs, rules: rules, event: event, name: name, threads: threads)
    reading.toleratesLookAlikes = toleratesLookAlikes
    reading.placesKept = placesKept
    reading.toleratesUnknownWords = suggests
    if let progress { reading.bytesRead = { progress.add($0) } }
    progress?.begin(inputs.map(\.path))
    defer { progress?.end() }
    let importer = Importer(reading)
    let result = try importer.run(
      Importer.Outlets(
        makeSink: { [rules, plan] tables in
          let sink =
            sinks.all.first?.sibling()
            ?? TallySink(MeasureTally(rules: rules, plan: plan, tables: tables))
          sinks.all.append(sink)
          return sink
        },
        restart: { columns, names throws(TallyError) in
          sinks.all = []
          progress?.restart()
          try restart(columns, names)
        }, reject: reject, count: count, digest: digest))
    var titles: [Language: String] = [:]
    for language in Language.allCases { titles[language] = title[language] ?? name }
    var frame = ReportFrame(name: name, title: titles, rules: rules, plan: plan, rateNotes: rateNotes)
    frame.details = details
    frame.unknownEditions = try unknownEditions(result.events)
    let run = try MeasuredRun(frame: frame, result: result, sinks: sinks.all)
    if kind == .trend, !allowGaps { try run.refuseFarQuarters() }
    return run
  }

  /// The editions of series that no file has.
  ///
  /// - Throws: `TallyError` where a series has none at all.
  private func unknownEditions(_ there: [String]) throws(TallyError) -> [UnknownEdition] {
    var unknown: [UnknownEdition] = []
    for (name, events) in series {
      let missing = events.filter { !there.contains($0) }
      if missing.count == events.count {
        throw TallyError(.input(.unknownSeries(name, events: events, there: there)))
      }
      unknown += missing.map { event in
        UnknownEdition(event: event, series: name, nearest: NearMiss.word(nearest: event, among: there))
      }
    }
    return unknown
  }

  private var rateNotes: [RateNote] {
    rules.rates.keys.sorted { $0.code < $1.code }.flatMap { currency in
      (rules.rates[currency] ?? []).map {
        RateNote(currency: currency, rate: $0.text, from: $0.from, source: $0.source)
      }
    }
  }

  /// The documents that the request asks for, but for those of single rows.
  func plans(_ measured: MeasuredRun, _ documents: borrowing DocumentSet, created: Int64) -> [DocumentPlan] {
    let (revisions, scratch, profile) = (documents.revisions, documents.temporaryDirectory, profile)
    switch kind {
    case .postEvent:
      let outcomes = measured.outcomes
      let mous = MOUSheetRows(outcomes.mous, threads: threads, temporaryDirectory: scratch)
      let content: @Sendable (Language) -> ReportContent = { language in
        PostEventContent(outcomes: outcomes, language: language, revisions: revisions).content
      }
      return plans(content: content, created: created) { language, path in
        try PostEventWorkbook(
          outcomes: outcomes, language: language, profile: profile, revisions: revisions,
          mous: mous
        ).write(to: path, created: created, temporaryDirectory: scratch)
      } json: { sink in
        try OutcomesJSON(outcomes).write(to: sink)
      }
    case .trend:
      let trend = measured.trend
      let content: @Sendable (Language) -> ReportContent = { language in
        TrendContent(trend: trend, language: language, revisions: revisions).content
      }
      return plans(content: content, created: created) { language, path in
        try TrendWorkbook(
          trend: trend, language: language, profile: profile, revisions: revisions
        ).write(to: path, created: created, temporaryDirectory: scratch)
      } json: { sink in
        try TrendJSON(trend).write(to: sink)
      }
    }
  }

  /// Each document in every language and format that the request asks for, in the order in which they are begun.
  ///
  /// The workbooks share their longest sheet, for which one of them waits; the JSON, which takes as long as that,
  /// fills the gap.
  private func plans(
    content: @escaping @Sendable (Language) -> ReportContent, created: Int64,
    workbook: @escaping @Sendable (Language, String) throws -> Void,
    json: @escaping @Sendable (([UInt8]) throws -> Void) throws -> Void
  ) -> [DocumentPlan] {
    var plans: [DocumentPlan] = []
    let count = languages.count
    if formats.contains(.json) {
      plans.append(DocumentPlan(place: 2 * count, ending: "json", content: .bytes(json)))
    }
    if formats.contains(.xlsx) {
      for (at, language) in languages.enumerated() {
        plans.append(
          DocumentPlan(
            place: at, ending: "\(language.rawValue).xlsx", content: .file { try workbook(language, $0) }))
      }
    }
    if formats.contains(.txt) {
      for (at, language) in languages.enumerated() {
        plans.append(
          DocumentPlan(
            place: count + at, ending: "\(language.rawValue).txt",
            content: .bytes { try $0(Array(TextRenderer(content(language)).render().utf8)) }))
      }
    }
    if formats.contains(.hwpx) {
      for (at, language) in languages.enumerated() {
        plans.append(
          DocumentPlan(
            place: 4 * count + at, ending: "\(language.rawValue).hwpx",
            content: .file { try HwpxDocument(content(language), created: created).write(to: $0) }))
      }
    }
    if formats.contains(.html) {
      for (at, language) in languages.enumerated() {
        plans.append(
          DocumentPlan(
            place: 3 * count + at, ending: "\(language.rawValue).html",
            content: .checked {
              let page = HtmlPage(content(language))
              return (page.bytes, { page.fault(in: $0) })
            }))
      }
    }
    return plans
  }
}

private final class SinkBox {
  var all: [TallySink] = []
}

/// Reads and measures the inputs of a request and writes nothing.
package struct ReportCheck {
  private let request: ReportRequest
  private let progress: ReadingProgress?

  /// Makes a check.
  ///
  /// - Parameter progress: told how much has been read; nil where nobody looks.
  package init(_ request: ReportRequest, progress: ReadingProgress? = nil) {
    self.request = request
    self.progress = progress
  }

  /// Runs the check for a suggestion.
  ///
  /// A row whose role or status is in no list is read no further, so that the words behind are not seen. The files are
  /// therefore read again with these words taken for known ones, until there is none left.
  ///
  /// - Returns: what became of every row, first as the files are.
  package func suggest() throws(TallyError) -> [ReportHead] {
    var request = request
    // Every word counts, wherever it stands.
    request.placesKept = .max
    request.suggests = true
    var heads = [try ReportCheck(request, progress: progress).run()]
    while heads.count < 4, let words = heads.last?.unknownWords, !words.isEmpty {
      request.rules.words += words
      // What stops such a reading says nothing of the files.
      guard let head = try? ReportCheck(request, progress: progress).run() else { break }
      heads.append(head)
    }
    return heads
  }

  /// Runs the check; the head says what became of every row.
  package func run() throws(TallyError) -> ReportHead {
    try request.measure(
      progress: progress, toleratesLookAlikes: true, restart: { _, _ throws(TallyError) in },
      reject: { _ throws(TallyError) in }
    ).head
  }
}

extension ReportHead {
  /// The words for roles and statuses that are in no list, each with some meaning.
  fileprivate var unknownWords: [(word: String, meaning: WordMeaning)] {
    inputs.flatMap { input in
      input.problems.flatMap { problem -> [(word: String, meaning: WordMeaning)] in
        let meaning: WordMeaning
        switch (problem.code, input.kind) {
        case (.unknownRole, _): meaning = .role(.supplier)
        case (.unknownStatus, .registrations): meaning = .registrationStatus(.confirmed)
        case (.unknownStatus, .consultations): meaning = .consultationStatus(.held)
        default: return []
        }
        return Set(problem.places.compactMap(\.value)).filter { !$0.isEmpty }.map { ($0, meaning) }
      }
    }
  }
}
