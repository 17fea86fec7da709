import Import
import Measuring
import Model
import Platform

/// What a finished report job reports.
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
  ///   - progress: shows how far the work has come; nil where nothing does.
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
    try PublishedEdition.refuse(folder: folder)
    for input in request.inputs where PublishedEdition.holds(input.path) {
      throw TallyError(.output(.readsEdition), at: input.path)
    }
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
      // A file that is being written causes misleading errors; the real cause helps more.
      try watch.check()
      throw error
    }
    let outcomes = ReportOutcomes(measured, request.kind)
    let head = outcomes.head
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
      outcomes: outcomes, names: measured.names, rejects: rejects, detail: detail, rejectedData: rejectedData,
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
    var plans = request.plans(measured.outcomes, documents, created: created)
    let detail = try measured.detail?.finish(
      measured.names, head: measured.head, created: created, place: plans.count)
    plans += detail?.workbooks ?? []
    // Comes before anything can fail, so that the adopted files are removed with the rest.
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

  private func path(_ ending: String) -> String { FileSystem.join(folder, "\(request.fileName).\(ending)") }

  /// The workbook's date: the environment's, else the as-of date, else the last date in the data, else
  /// 1 January 2000, in seconds since 1970.
  private func created(_ head: ReportHead) -> Int64 {
    if let sourceDateEpoch { return sourceDateEpoch }
    let day = head.asOf ?? head.lastDate ?? Day(number: 10_957)
    return Int64(day.number) * 86_400
  }
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
