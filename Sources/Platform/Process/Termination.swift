#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ends the process in good order on SIGTERM, SIGINT, SIGHUP, SIGQUIT or SIGXCPU.
///
/// A thread of its own waits for the signals, so that nothing happens in a signal handler: it runs the cleanup
/// that is due and ends the process with 128 plus the signal's number, as a shell reports it. What has to
/// happen as one thing goes into `whole`, which lets the signal wait.
package final class Termination: Sendable {
  /// What is to be cleaned up; called at most once, from the waiting thread.
  package typealias Cleanup = @Sendable (_ signal: Int32) -> Void

  private let cleanup = Guarded<Cleanup?>(nil)
  private let signals: sigset_t

  /// Begins to wait for signals, but for those that the process was started to ignore, as `nohup` does.
  ///
  /// Threads made from now on leave the signals to the waiting one.
  ///
  /// A write beyond the limit of file sizes fails from now on instead of ending the process.
  package init() {
    signal(SIGXFSZ, SIG_IGN)
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGXCPU] where !Termination.isIgnored(signal) {
      sigaddset(&set, signal)
    }
    signals = set
    pthread_sigmask(SIG_BLOCK, &set, nil)
    let context = Unmanaged.passRetained(self).toOpaque()
    #if canImport(Glibc)
      var thread = pthread_t()
      pthread_create(&thread, nil, { Termination.wait($0) }, context)
    #else
      var thread: pthread_t?
      pthread_create(&thread, nil, { Termination.wait($0) }, context)
    #endif
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    #if canImport(Glibc)
      let handler = action.__sigaction_handler.sa_handler
    #else
      let handler = action.__sigaction_u.__sa_handler
    #endif
    // Swift does not compare functions of C; these are compared as the addresses that they are.
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func wait(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let own = Unmanaged<Termination>.fromOpaque(context).takeUnretainedValue()
    var set = own.signals
    var number: Int32 = 0
    while sigwait(&set, &number) != 0 {}
    own.cleanup.withLock { cleanup in
      cleanup?(number)
      CrashCleanup.sweep()
      _exit(128 + number)
    }
    return nil
  }

  /// Sets what is to be cleaned up, in the place of what was set before.
  package func onSignal(_ cleanup: Cleanup?) { self.cleanup.withLock { $0 = cleanup } }

  /// Runs `body` as one thing: a signal that comes meanwhile is handled after it.
  ///
  /// What `body` returns is what is to be cleaned up from then on; nil where what it leaves is whole. If it throws,
  /// what was set before holds.
  package func whole<Failure: Error>(_ body: () throws(Failure) -> Cleanup?) throws(Failure) {
    try cleanup.withLock { cleanup throws(Failure) in cleanup = try body() }
  }
}
