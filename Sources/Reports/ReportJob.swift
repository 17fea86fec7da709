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
  private let crash: CrashCleanup

  /// Makes a job.
  ///
  /// - Parameters:
  ///   - sourceDateEpoch: the workbook's date in seconds since 1970, nil for the data's.
  ///   - temporaryDirectory: where workbooks are put together; nil takes `TMPDIR`, else `/tmp`.
  ///   - progress: told how far the work has come; nil where nobody looks.
  ///   - termination: by which a signal ends `run` with no file half-written and all or none in place; nil where
  ///     somebody else sees to that.
  package init(
    _ request: ReportRequest, folder: String, sourceDateEpoch: Int64? = nil,
    temporaryDirectory: String? = nil, progress: ReadingProgress? = nil, termination: Termination? = nil
  ) {
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
    for format in [OutputFormat.html, .hwpx] where request.kind == .trend && request.formats.contains(format)
    {
      throw TallyError(
        .usage,
        "A trend cannot be written as \(format.rawValue) yet. "
          + "Leave \(format.rawValue) out of --format or formats.")
    }
    do throws(SystemError) { try FileSystem.makeFolder(folder) } catch {
      throw TallyError(outputFailure: error)
    }
    let rejects = RejectsFile(path: path("rejects.csv"), language: request.languages.first ?? .ko)
    let detail =
      request.detail
      ? DetailFiles(request, temporaryDirectory: temporaryDirectory, path: { [self] in path($0) }) : nil
    let watch = InputWatch(request.inputs.map(\.path))
    let measured: MeasuredRun
    do throws(TallyError) {
      measured = try request.measure(
        progress: progress,
        restart: { columns, names throws(TallyError) in
          detail?.begin(files: names.map(\.file))
          try rejects.begin(columns: columns, inputs: names)
        },
        reject: { row throws(TallyError) in try rejects.add(row) },
        count: detail?.taker)
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
        throw TallyError(
          .dataUnusable,
          "\(cells) amount cells name no currency anywhere, and the definition refuses to assume one. "
            + "Name the currency in the cell, a currency column, the header or the definition.")
      }
    }
    let rejectedData = head.inputs.reduce(0) { $0 + $1.rejectedData }
    if request.strict, rejectedData > 0 {
      throw TallyError(.dataUnusable, StrictFailure.message(head.inputs))
    }
    return MeasuredReport(
      run: measured, kind: request.kind, rejects: rejects, detail: detail, rejectedData: rejectedData)
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
    let detail = try measured.detail?.finish(measured.run.tables, created: created, place: plans.count)
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

/// What is said where `--strict` or `check` finds rejected rows.
package enum StrictFailure {
  /// Names every file with rejected rows and the first place of each code.
  package static func message(_ inputs: [InputReport]) -> String {
    var lines: [String] = []
    for input in inputs where input.rejectedData > 0 {
      let codes = input.problems.filter { $0.code.rejects && !$0.code.isFurniture }.map { problem in
        let line = problem.places.first.map { ", first on line \($0.line)" } ?? ""
        return "\(problem.code.rawValue) \(problem.count)\(line)"
      }
      lines.append(
        "\(input.path): \(input.rejectedData) of \(input.rows) rows are rejected (\(codes.joined(separator: "; ")))."
      )
    }
    lines.append("Mend these rows, or leave out --strict to report without them.")
    return lines.joined(separator: "\n")
  }
}

extension TallyError {
  /// An output that cannot be made or finished.
  init(outputFailure error: SystemError) {
    let isPartWay = error.action.hasPrefix("write") || error.action.hasPrefix("read") || error.isExhausted
    let category: Category = isPartWay ? .ioFailed : .cannotCreate
    self.init(
      category,
      "\(error.path): cannot \(error.action): \(error.reason). "
        + "Nothing half-written is left. Check the folder's permissions and the disk's free space, and run again."
    )
  }
}

extension ReportRequest {
  /// Reads the inputs and measures them.
  func measure(
    progress: ReadingProgress?, toleratesLookAlikes: Bool = false,
    restart: @escaping ([Column], [InputName]) throws(TallyError) -> Void,
    reject: @escaping (RejectedRow) throws(TallyError) -> Void,
    count: (([CountedConsultation], SharedTables) throws(TallyError) -> ImportAfterwork?)? = nil
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
        }, reject: reject, count: count))
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
        throw TallyError(
          .dataUnusable,
          "the series \"\(name)\": no file has any of its events \(events.joined(separator: ", ")). "
            + "There are: \(there.joined(separator: ", ")).")
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
        PostEventContent(
          outcomes: outcomes, language: language, revisions: revisions, countryName: CountryNames.name
        ).content
      }
      return plans(content: content, created: created) { language, path in
        try PostEventWorkbook(
          outcomes: outcomes, language: language, profile: profile, revisions: revisions,
          mous: mous, countryName: CountryNames.name
        ).write(to: path, created: created, temporaryDirectory: scratch)
      } text: { language in
        TextRenderer(content(language)).render()
      } json: { sink in
        try OutcomesJSON(outcomes).write(to: sink)
      }
    case .trend:
      let trend = measured.trend
      return plans(content: nil, created: created) { language, path in
        try TrendWorkbook(
          trend: trend, language: language, profile: profile, revisions: revisions,
          countryName: CountryNames.name
        ).write(to: path, created: created, temporaryDirectory: scratch)
      } text: { language in
        TrendText(
          trend: trend, language: language, revisions: revisions, countryName: CountryNames.name
        ).render()
      } json: { sink in
        try sink(TrendJSON(trend).render())
      }
    }
  }

  /// Each document in every language and format that the request asks for, in the order in which they are begun.
  ///
  /// The workbooks share their longest sheet, for which one of them waits; the JSON, which takes as long as that,
  /// fills the gap.
  private func plans(
    content: (@Sendable (Language) -> ReportContent)?, created: Int64,
    workbook: @escaping @Sendable (Language, String) throws -> Void,
    text: @escaping @Sendable (Language) -> String,
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
            content: .bytes { try $0(Array(text(language).utf8)) }))
      }
    }
    if formats.contains(.hwpx), let content {
      for (at, language) in languages.enumerated() {
        plans.append(
          DocumentPlan(
            place: 4 * count + at, ending: "\(language.rawValue).hwpx",
            content: .file { try HwpxDocument(content(language), created: created).write(to: $0) }))
      }
    }
    if formats.contains(.html), let content {
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

  /// Runs the check; the head says what became of every row.
  package func run() throws(TallyError) -> ReportHead {
    try request.measure(
      progress: progress, toleratesLookAlikes: true, restart: { _, _ throws(TallyError) in },
      reject: { _ throws(TallyError) in }
    ).head
  }
}
