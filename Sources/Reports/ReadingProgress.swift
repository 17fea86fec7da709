import Foundation
import Model
import Platform

/// A line that says how much of the inputs has been read and what is being written, for a person waiting at a terminal.
///
/// Work that is over within two seconds draws nothing. The line is drawn over itself and is gone when the work
/// ends, so that nothing of it stays among the messages. It uses no escape sequences, only carriage returns and
/// spaces, and is less than 80 columns wide.
package final class ReadingProgress: Sendable {
  /// Milliseconds of work before the first line.
  package static let patience: Int64 = 2000
  /// Milliseconds between two lines.
  static let interval: Int64 = 200

  private struct State {
    /// When the work began; nil before.
    var begun: Int64?
    var drawnAt: Int64 = 0
    /// Nil where it cannot be known, since an input is no plain file.
    var total: Int64?
    var read: Int64 = 0
    /// The text that stands on the terminal.
    var shown = ""
    var isReading = false
  }

  private let clock: @Sendable () -> Int64
  private let patience: Int64
  private let sink: @Sendable ([UInt8]) -> Void
  private let state = Guarded(State())

  /// Makes a progress line.
  ///
  /// - Parameters:
  ///   - clock: milliseconds since some moment, always forward.
  ///   - patience: milliseconds of work before the first line.
  ///   - sink: takes what goes to the terminal.
  package init(
    clock: @escaping @Sendable () -> Int64 = { SystemClock.milliseconds },
    patience: Int64 = ReadingProgress.patience, sink: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.clock = clock
    self.patience = patience
    self.sink = sink
  }

  /// A progress line on standard error; nil where that is no terminal.
  package static func onTerminal() -> ReadingProgress? {
    // A separate descriptor, since standard error is redirected while a workbook is being closed.
    guard FileSystem.isTerminal(2), let terminal = ErrorStream() else { return nil }
    #if DEBUG
      // Tests of the whole program let it draw at once, so that none of them has to wait.
      let asked = ProcessInfo.processInfo.environment["TRADETALLY_PROGRESS_AFTER"].flatMap { Int64($0) }
      return ReadingProgress(patience: asked ?? patience, sink: { terminal.write($0) })
    #else
      return ReadingProgress(sink: { terminal.write($0) })
    #endif
  }

  /// Begins with the files that are to be read.
  package func begin(_ paths: [String]) {
    var total: Int64? = 0
    for path in paths {
      let identity = FileIdentity(path: path)
      total = identity?.isPlainFile == true ? total.map { $0 + Int64(identity?.size ?? 0) } : nil
    }
    let now = clock()
    state.withLock { state in
      state = State()
      state.total = total
      state.begun = now
      state.isReading = true
    }
  }

  /// Counts from nothing again, as when a file turns out to be in another encoding and is read again.
  package func restart() { state.withLock { $0.read = 0 } }

  /// Counts bytes that have been read, and draws the line where it is time to.
  package func add(_ bytes: Int) {
    let now = clock()
    state.withLock { state in
      guard state.isReading else { return }
      state.read += Int64(bytes)
      guard state.shown.isEmpty || now - state.drawnAt >= ReadingProgress.interval else { return }
      draw(ReadingProgress.text(read: state.read, total: state.total), at: now, &state)
    }
  }

  /// Says that a document is being written.
  ///
  /// - Parameter ending: what tells it from the others, in ASCII, for example `ko.xlsx`.
  package func write(_ ending: String) {
    let now = clock()
    state.withLock { draw("tradetally: writing \(ending)", at: now, &$0) }
  }

  private func draw(_ text: String, at now: Int64, _ state: inout State) {
    guard let begun = state.begun, now - begun >= patience, text != state.shown else {
      return
    }
    let rest = max(0, state.shown.utf8.count - text.utf8.count)
    sink(Array(("\r" + text + String(repeating: " ", count: rest)).utf8))
    state.shown = text
    state.drawnAt = now
  }

  /// Ends for now, and takes the line away; what follows may draw another.
  package func end() { state.withLock { erase(&$0) } }

  /// Ends without waiting for the lock; for the signal path.
  package func abandon() { _ = state.withLockIfAvailable { erase(&$0) } }

  private func erase(_ state: inout State) {
    state.isReading = false
    guard !state.shown.isEmpty else { return }
    sink(Array(("\r" + String(repeating: " ", count: state.shown.utf8.count) + "\r").utf8))
    state.shown = ""
  }

  /// `tradetally: reading, 43 % of 1234.5 MB`, or `tradetally: reading, 12.3 MB` where the whole is not known.
  private static func text(read: Int64, total: Int64?) -> String {
    // A file may have grown since; that is reported elsewhere.
    guard let total, total > 0, read <= total else { return "tradetally: reading, \(megabytes(read)) MB" }
    let percent = Int(Double(read) / Double(total) * 100)
    return "tradetally: reading, \(percent) % of \(megabytes(total)) MB"
  }

  private static func megabytes(_ bytes: Int64) -> String {
    let tenths = bytes / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
