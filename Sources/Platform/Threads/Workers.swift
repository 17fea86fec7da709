#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads that share one piece of work.
package enum Workers {
  /// Runs `body` with every number below `count` at the same time, 0 on this thread, and waits for all of them.
  ///
  /// Threads of the system's own, since a dispatch queue ends the program where no descriptor is left. Where no
  /// further thread can be made, its number is not run: `body` has to take what there is to do until nothing is
  /// left, whatever other numbers are at work.
  package static func share(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    for number in 1..<max(1, count) {
      let work = Unmanaged.passRetained(Work(number, body))
      #if canImport(Glibc)
        var thread = pthread_t()
      #else
        var thread: pthread_t?
      #endif
      let code = pthread_create(&thread, nil, runWork, work.toOpaque())
      guard code == 0 else {
        work.release()
        break
      }
      #if canImport(Glibc)
        threads.append(thread)
      #else
        if let thread { threads.append(thread) }
      #endif
    }
    body(0)
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Calls `body(0…count-1)` on up to `threads` threads; each takes the next index when idle; waits for all of
  /// them.
  ///
  /// - Parameter body: false where no further number is to be taken.
  package static func each(_ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Bool) {
    let next = Guarded(0)
    share(min(threads, count)) { _ in
      while true {
        let number = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard number < count else { return }
        if !body(number) { next.withLock { $0 = count } }
      }
    }
  }
}

/// What one thread is to do.
private final class Work {
  private let number: Int
  private let body: @Sendable (Int) -> Void

  init(_ number: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.number = number
    self.body = body
  }

  func run() { body(number) }
}

#if canImport(Glibc)
  private func runWork(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run() }
    return nil
  }
#else
  private func runWork(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run()
    return nil
  }
#endif
