import Model
import Platform
import Records

/// What is done with each block of a file, in this order.
struct BlockSteps<Worker: ~Copyable, Ledger: ~Copyable>: Sendable {
  /// The memory that a worker's blocks are read into.
  var block: @Sendable (borrowing Worker) -> RecordBlock
  /// Turns records into rows; runs alongside other workers.
  var parse: @Sendable (inout Worker) -> Void
  /// Decides which rows count; runs in reading order, one worker at a time.
  var settle: @Sendable (inout Worker, inout Ledger) throws(TallyError) -> Void
  /// What is left to do with the rows; runs alongside other workers.
  var finish: @Sendable (inout Worker) throws(TallyError) -> Void
}

/// Reads files block by block with one or more threads.
///
/// A thread takes the next block of a file under a lock, parses it on its own, waits for its block's turn to
/// settle it, and finishes it on its own. Since blocks settle in reading order, the result is the same with any
/// number of threads.
final class BlockPipeline<Worker: ~Copyable, Ledger: ~Copyable> {
  private let stations: [Station<Worker>]
  private let settlement: OrderedSection<Ledger>

  /// Makes a pipeline with a worker for each thread.
  init(ledger: consuming Ledger, stations: [Station<Worker>]) {
    settlement = OrderedSection(ledger)
    self.stations = stations
  }

  /// Touches the ledger between files.
  func withLedger<Result>(_ body: (inout Ledger) -> Result) -> Result { settlement.withState(body) }

  /// Looks at each worker between files.
  func forEachWorker(_ body: (inout Worker) -> Void) {
    for station in stations { body(&station.worker) }
  }

  /// Reads one file; `filler` fills the blanks of its merged cells, `survey` looks at its columns.
  func read(
    _ source: consuming RecordSource, _ filler: FillDown?, _ survey: ColumnSurvey?,
    _ steps: BlockSteps<Worker, Ledger>
  ) throws(TallyError) -> (end: FileFeed.End, findings: ColumnSurvey.Findings) {
    settlement.restart()
    let pass = FilePass(
      intake: Intake(source: source, filler: filler), survey: survey, settlement: settlement,
      stations: stations, steps: steps)
    // Few rows are read at once on this thread: starting others would take longer.
    pass.pump(0, blocks: stations.count == 1 ? .max : 4)
    if pass.isOpen {
      Workers.share(stations.count) { pass.pump($0, blocks: .max) }
    }
    return try pass.close()
  }
}

/// A worker, used by one thread at a time, which is why it may be shared.
final class Station<Worker: ~Copyable>: @unchecked Sendable {
  var worker: Worker
  init(_ worker: consuming Worker) { self.worker = worker }
}

/// A file's records, as far as they have not been taken.
private struct Intake: ~Copyable, Sendable {
  var source: RecordSource
  var filler: FillDown?
  var isOpen = true

  mutating func takeBlock(_ block: RecordBlock) throws(TallyError) -> Bool {
    let isFilled = try source.next(into: block)
    if isFilled { filler?.fill(block) }
    return isFilled
  }
}

/// One reading of one file, shared by its threads.
private final class FilePass<Worker: ~Copyable, Ledger: ~Copyable>: Sendable {
  private let intake: Guarded<Intake>
  private let settlement: OrderedSection<Ledger>
  private let stations: [Station<Worker>]
  private let steps: BlockSteps<Worker, Ledger>
  private let survey: ColumnSurvey?
  private let findings = Guarded(ColumnSurvey.Findings())
  private let failure = Guarded<TallyError?>(nil)

  init(
    intake: consuming sending Intake, survey: ColumnSurvey?, settlement: OrderedSection<Ledger>,
    stations: [Station<Worker>], steps: BlockSteps<Worker, Ledger>
  ) {
    self.survey = survey
    self.intake = Guarded(intake)
    self.settlement = settlement
    self.stations = stations
    self.steps = steps
  }

  var isOpen: Bool { failure.withLock { $0 == nil } && intake.withLock { $0.isOpen } }

  /// Carries blocks from the file to their end until none is left, at most a number of them.
  func pump(_ index: Int, blocks: Int) {
    do throws(TallyError) {
      var taken = 0
      while taken < blocks, try carry(&stations[index].worker) { taken += 1 }
    } catch {
      settlement.stop()
      failure.withLock { if $0 == nil { $0 = error } }
    }
  }

  /// Carries one block; false where none is left or another thread failed.
  private func carry(_ worker: inout Worker) throws(TallyError) -> Bool {
    let block = steps.block(worker)
    guard try takeBlock(block) else { return false }
    steps.parse(&worker)
    let view = survey?.look(at: block)
    let settled = try settlement.perform(turn: block.sequence) { ledger throws(TallyError) in
      if let view { findings.withLock { $0.add(view) } }
      try steps.settle(&worker, &ledger)
    }
    guard settled else { return false }
    try steps.finish(&worker)
    return true
  }

  private func takeBlock(_ block: RecordBlock) throws(TallyError) -> Bool {
    // The lock's closure cannot carry a typed error across a non-copyable state, so the error comes back.
    let result = intake.withLock { intake -> Result<Bool, TallyError> in
      guard intake.isOpen else { return .success(false) }
      do throws(TallyError) {
        intake.isOpen = try intake.takeBlock(block)
        return .success(intake.isOpen)
      } catch {
        intake.isOpen = false
        return .failure(error)
      }
    }
    return try result.get()
  }

  func close() throws(TallyError) -> (end: FileFeed.End, findings: ColumnSurvey.Findings) {
    if let failure = failure.withLock({ $0 }) { throw failure }
    return (intake.withLock { $0.source.finish() }, findings.withLock { $0 })
  }
}
