import CXlsxWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets several threads write workbooks at once as far as the library allows it, and keeps it quiet.
///
/// Version 1.1.4 keeps everything in the workbook but two things: whether it has seeded `rand` for the names of its
/// temporary files, which it opens exclusively and names again where one is taken, and what `gmtime` returns, which
/// is the date of the workbook. Workbooks of the same date cannot disturb each other with that. Those of different
/// dates, and all workbooks of another version of the library, wait for one another.
///
/// Where a file cannot be written the library prints lines such as `[ERROR][./src/packager.c:1541]` to standard
/// error, between the program's own messages and lines of JSON; the code that it returns says the same. So what is
/// written there goes nowhere while any workbook is being closed.
final class LibraryGate: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let mayShare: Bool
  /// Workbooks that are being written, and the date of them all.
  private var inside = 0
  private var created: Int64 = 0
  /// Those of them that are being closed.
  private var closing = 0
  /// Where standard error goes while none is; −1 where it was left alone.
  private var kept: Int32 = -1

  init() {
    mayShare = String(cString: lxw_version()) == "1.1.4"
    mutex.initialize(to: pthread_mutex_t())
    changed.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(changed)
    mutex.deallocate()
    changed.deallocate()
  }

  /// Runs `body`, which writes a workbook of this date, once it may be written.
  func pass<Value>(created: Int64, _ body: () throws -> Value) rethrows -> Value {
    pthread_mutex_lock(mutex)
    while inside > 0, !mayShare || self.created != created { pthread_cond_wait(changed, mutex) }
    self.created = created
    inside += 1
    pthread_mutex_unlock(mutex)
    defer {
      pthread_mutex_lock(mutex)
      inside -= 1
      if inside == 0 { pthread_cond_broadcast(changed) }
      pthread_mutex_unlock(mutex)
    }
    return try body()
  }

  /// Runs `body`, which closes a workbook, while nothing is written to standard error.
  func quietly<Value>(_ body: () throws -> Value) rethrows -> Value {
    pthread_mutex_lock(mutex)
    if closing == 0 { silence() }
    closing += 1
    pthread_mutex_unlock(mutex)
    defer {
      pthread_mutex_lock(mutex)
      closing -= 1
      if closing == 0 { restore() }
      pthread_mutex_unlock(mutex)
    }
    return try body()
  }

  /// Where there is no descriptor left to do so, the library is heard.
  private func silence() {
    kept = fcntl(2, F_DUPFD_CLOEXEC, 3)
    guard kept >= 0 else { return }
    let nothing = open("/dev/null", O_WRONLY | O_CLOEXEC)
    if nothing < 0 { return restore() }
    dup2(nothing, 2)
    close(nothing)
  }

  private func restore() {
    guard kept >= 0 else { return }
    dup2(kept, 2)
    close(kept)
    kept = -1
  }
}
