import Foundation
import Synchronization

/// State that threads change one after the other, in the order of their turns.
///
/// The turn's holder alone touches the state, which is why the class may be shared. A turn is mostly short:
/// a waiter spins 400 times before it sleeps, because sleeping costs more than most turns.
final class OrderedSection<State: ~Copyable>: @unchecked Sendable {
  private let condition = NSCondition()
  /// Whose turn it is; `stopped` where nobody's will come any more.
  private let turn = Atomic(0)
  private let sleepers = Atomic(0)
  private var state: State

  private static var stopped: Int { .max }
  private static var looks: Int { 400 }

  init(_ state: consuming State) { self.state = state }

  /// Starts counting turns from 0 again; no thread may be waiting.
  func restart() { turn.store(0, ordering: .sequentiallyConsistent) }

  /// Runs `body` when all earlier turns are over; false where the section was stopped before.
  func perform<Failure: Error>(
    turn mine: Int, _ body: (inout State) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    guard wait(for: mine) else { return false }
    do throws(Failure) { try body(&state) } catch {
      stop()
      throw error
    }
    // Another thread may have stopped the section meanwhile; then it stays so.
    _ = turn.compareExchange(expected: mine, desired: mine + 1, ordering: .sequentiallyConsistent)
    wake()
    return true
  }

  private func wait(for mine: Int) -> Bool {
    for _ in 0..<OrderedSection.looks {
      let now = turn.load(ordering: .sequentiallyConsistent)
      if now == mine { return true }
      if now == OrderedSection.stopped { return false }
    }
    // Who ends a turn looks for sleepers after it has changed the turn, and a sleeper looks at the turn after it has
    // said that it sleeps: one of the two sees the other.
    condition.lock()
    defer { condition.unlock() }
    sleepers.add(1, ordering: .sequentiallyConsistent)
    defer { sleepers.subtract(1, ordering: .sequentiallyConsistent) }
    while true {
      let now = turn.load(ordering: .sequentiallyConsistent)
      if now == mine { return true }
      if now == OrderedSection.stopped { return false }
      condition.wait()
    }
  }

  private func wake() {
    if sleepers.load(ordering: .sequentiallyConsistent) > 0 { condition.withLock { condition.broadcast() } }
  }

  /// Lets every waiting thread go without its turn.
  func stop() {
    turn.store(OrderedSection.stopped, ordering: .sequentiallyConsistent)
    wake()
  }

  /// Touches the state between files, when no thread is at work.
  func withState<Result>(_ body: (inout State) -> Result) -> Result { body(&state) }
}
