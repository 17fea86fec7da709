import CProcess

/// What is left of unfinished files when the program crashes, which is how running out of memory ends, or when a signal
/// ends it.
///
/// As long as a value is there, the files that it names are removed then.
package final class CrashCleanup: Sendable {
  private let number: Int32

  /// Names files of a folder.
  ///
  /// - Parameters:
  ///   - prefix: how their names begin.
  ///   - part: what their names hold besides.
  ///   - whole: whether the folder goes as well, if nothing else is in it.
  package init(folder: String, prefix: String = "", part: String = "", whole: Bool = false) {
    number = cprocess_watch(folder.isEmpty ? "." : folder, prefix, part, whole ? 1 : 0)
  }

  deinit { cprocess_forget(number) }

  /// Removes what all values name now; for a thread that is about to end the process.
  static func sweep() { cprocess_sweep() }

  /// Lets crashes from now on end the process with an exit code and a message instead of a signal.
  package static func begin(exitCode: Int32, message: String, memoryMessage: String) {
    cprocess_end_crashes(exitCode, message + "\n", memoryMessage + "\n")
  }
}
