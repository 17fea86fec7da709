import Foundation

/// State that threads change one after the other, in the order of their turns.
///
/// The turn's holder alone touches the state, which is why the class may be shared.
final class OrderedSection<State: ~Copyable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var nextTurn = 0
  private var isStopped = false
  private var state: State

  init(_ state: consuming State) { self.state = state }

  /// Starts counting turns from 0 again; no thread may be waiting.
  func restart() {
    condition.withLock {
      nextTurn = 0
      isStopped = false
    }
  }

  /// Runs `body` when all earlier turns are over; nil where the section was stopped before.
  func perform<Failure: Error>(
    turn: Int, _ body: (inout State) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    condition.lock()
    while nextTurn != turn && !isStopped { condition.wait() }
    let stopped = isStopped
    condition.unlock()
    if stopped { return false }
    do throws(Failure) { try body(&state) } catch {
      stop()
      throw error
    }
    condition.withLock {
      nextTurn += 1
      condition.broadcast()
    }
    return true
  }

  /// Lets every waiting thread go without its turn.
  func stop() {
    condition.withLock {
      isStopped = true
      condition.broadcast()
    }
  }

  /// Touches the state between files, when no thread is at work.
  func withState<Result>(_ body: (inout State) -> Result) -> Result { body(&state) }
}
