import CXlsxWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets workbooks be closed by several threads at once as far as the library allows it, and keeps it quiet.
///
/// Nearly all the time of a large workbook goes into packing it. Version 1.1.4 keeps everything in the workbook but
/// two things: whether it has seeded `rand` for the names of its temporary files, which it opens exclusively and
/// names anew where one is taken, and what `gmtime` returns, which is the date of the workbook. Workbooks of the
/// same date cannot disturb each other with that. Those of different dates, and all workbooks of another version
/// of the library, wait for one another.
///
/// Where a file cannot be written the library prints lines such as `[ERROR][./src/packager.c:1541]` to standard
/// error, between the program's own messages and lines of JSON; the code that it returns says the same. So what is
/// written there goes nowhere while any workbook is being closed.
final class ClosingGate: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let mayShare: Bool
  private var inside = 0
  private var created: Int64 = 0
  /// Where standard error goes outside of the gate; −1 where it was left alone.
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

  /// Waits until a workbook of this date may be closed.
  func enter(created: Int64) {
    pthread_mutex_lock(mutex)
    while inside > 0, !mayShare || self.created != created { pthread_cond_wait(changed, mutex) }
    self.created = created
    if inside == 0 { silence() }
    inside += 1
    pthread_mutex_unlock(mutex)
  }

  /// Says that the workbook is closed.
  func leave() {
    pthread_mutex_lock(mutex)
    inside -= 1
    if inside == 0 {
      if kept >= 0 {
        dup2(kept, 2)
        close(kept)
      }
      pthread_cond_broadcast(changed)
    }
    pthread_mutex_unlock(mutex)
  }

  /// Where there is no descriptor left to do so, the library is heard.
  private func silence() {
    kept = fcntl(2, F_DUPFD_CLOEXEC, 3)
    guard kept >= 0 else { return }
    let nothing = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard nothing >= 0 else {
      close(kept)
      kept = -1
      return
    }
    dup2(nothing, 2)
    close(nothing)
  }
}
