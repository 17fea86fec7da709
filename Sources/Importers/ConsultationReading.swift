import CSV
import Dispatch
import Synchronization
import TradeModel
import Values

/// Reads consultations files with one or more threads.
///
/// A thread takes the next block of a file under a lock, turns its records into rows on its own, waits for its
/// block's turn to settle which rows count, and measures them on its own. Since blocks settle in reading
/// order, the result is the same with any number of threads.
final class ConsultationReading {
  private let stations: [Station]
  private let settlement: OrderedSection<SettlementLedger>

  init(
    request: ImportRequest, shared: SharedTables, directory: RegistrationDirectory, words: WordLists,
    countries: CountryReader, outlets: Importer.Outlets
  ) {
    stations = (0..<max(1, request.threads)).map { _ in
      Station(
        worker: ConsultationWorker(
          rules: request.rules, words: words, countries: countries, shared: shared, directory: directory),
        sink: outlets.makeSink(shared))
    }
    settlement = OrderedSection(SettlementLedger(reject: outlets.reject))
  }

  /// All MOUs settled so far, in reading order.
  var mous: [MOUParties] { settlement.withState { $0.mous } }

  /// The last date of all files read so far.
  var lastDate: Day? {
    let last = stations.map(\.worker.lastDay).max() ?? ConsultationRow.noDay
    return last == ConsultationRow.noDay ? nil : Day(number: last)
  }

  /// What became of one file.
  struct Outcome {
    var tally: FileTally
    var statusWords: KnownWords
    var sha256: String
    var size: Int
    var verdict: EncodingVerdict?
    /// Whether any line is not valid in the encoding that was supposed.
    var hasBrokenText: Bool
  }

  /// Reads one file.
  func read(
    _ context: FileContext, defaultEvent: UInt32, reader: consuming ChunkReader, feed: consuming FileFeed
  ) throws(TallyError) -> Outcome {
    settlement.restart()
    settlement.withState { $0.begin(context.input.index) }
    let pass = FilePass(
      file: ConsultationWorker.FileState(context: context, defaultEvent: defaultEvent),
      intake: Intake(reader: reader, feed: feed), settlement: settlement, stations: stations)
    // Few rows are read at once on this thread: starting others would take longer.
    pass.pump(0, blocks: stations.count == 1 ? .max : 4)
    if pass.isOpen {
      DispatchQueue.concurrentPerform(iterations: stations.count) { pass.pump($0, blocks: .max) }
    }
    if let failure = pass.failure { throw failure }
    let end = pass.close()
    return settlement.withState { ledger in
      ledger.end()
      var tally = ledger.tally
      tally.currencySources = end.sources
      return Outcome(
        tally: tally, statusWords: ledger.statusWords, sha256: end.sha256, size: end.size,
        verdict: end.verdict,
        hasBrokenText: end.hasBrokenText)
    }
  }
}

/// A worker with its sink; each is used by one thread at a time, which is why it may be shared.
private final class Station: @unchecked Sendable {
  let worker: ConsultationWorker
  let sink: any ConsultationSink
  init(worker: ConsultationWorker, sink: any ConsultationSink) {
    self.worker = worker
    self.sink = sink
  }
}

/// A file's bytes and where its next block begins.
private struct Intake: ~Copyable, Sendable {
  var reader: ChunkReader
  var feed: FileFeed
  var isOpen = true
}

/// One reading of one file, shared by its threads.
private final class FilePass: Sendable {
  private let file: ConsultationWorker.FileState
  private let intake: Mutex<Intake>
  private let settlement: OrderedSection<SettlementLedger>
  private let stations: [Station]
  private let state = Mutex(State())

  private struct State {
    var failure: TallyError?
    var sources: [Column: [CurrencySource: Int]] = [:]
    var hasBrokenText = false
  }

  init(
    file: ConsultationWorker.FileState, intake: consuming sending Intake,
    settlement: OrderedSection<SettlementLedger>, stations: [Station]
  ) {
    self.file = file
    self.intake = Mutex(intake)
    self.settlement = settlement
    self.stations = stations
  }

  var failure: TallyError? { state.withLock { $0.failure } }
  var isOpen: Bool { failure == nil && intake.withLock { $0.isOpen } }

  /// Carries blocks from the file to the sink until none is left, at most a number of them.
  func pump(_ index: Int, blocks: Int) {
    let station = stations[index]
    let worker = station.worker
    var sources: [Column: [CurrencySource: Int]] = [:]
    var hasBrokenText = false
    do throws(TallyError) {
      var taken = 0
      while taken < blocks, try takeBlock(worker) {
        taken += 1
        worker.parse(file)
        let settled = try settlement.perform(turn: worker.block.sequence) { ledger throws(TallyError) in
          try worker.settle(file, ledger: &ledger)
        }
        guard settled else { break }
        try worker.finish(&sources, sink: station.sink)
        if !worker.block.isAllValidText { hasBrokenText = true }
      }
    } catch {
      settlement.stop()
      state.withLock { if $0.failure == nil { $0.failure = error } }
    }
    state.withLock { state in
      for (column, counts) in sources {
        state.sources[column, default: [:]].merge(counts, uniquingKeysWith: +)
      }
      state.hasBrokenText = state.hasBrokenText || hasBrokenText
    }
  }

  private func takeBlock(_ worker: ConsultationWorker) throws(TallyError) -> Bool {
    // The lock's closure cannot carry a typed error across a non-copyable state, so the error comes back.
    let result = intake.withLock { intake -> Result<Bool, TallyError> in
      guard intake.isOpen else { return .success(false) }
      do throws(TallyError) {
        intake.isOpen = try intake.takeBlock(worker.block)
        return .success(intake.isOpen)
      } catch {
        intake.isOpen = false
        return .failure(error)
      }
    }
    return try result.get()
  }

  func close() -> (
    sha256: String, size: Int, verdict: EncodingVerdict?, hasBrokenText: Bool,
    sources: [Column: [CurrencySource: Int]]
  ) {
    let (sha, verdict, size) = intake.withLock { intake in
      let (sha, verdict) = intake.feed.finish()
      return (sha, verdict, intake.feed.size)
    }
    return state.withLock { (sha, size, verdict, $0.hasBrokenText, $0.sources) }
  }
}

extension Intake {
  mutating func takeBlock(_ block: RecordBlock) throws(TallyError) -> Bool {
    try reader.next(into: block) { buffer throws(TallyError) in try feed.read(into: buffer) }
  }
}
