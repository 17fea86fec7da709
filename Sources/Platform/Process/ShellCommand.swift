#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Running a command line of the user's.
package enum ShellCommand {
  /// Runs a command with `/bin/sh -c`, gives it bytes on its standard input and waits for it.
  ///
  /// Its output and its messages go where those of this process go.
  ///
  /// - Returns: its exit code, 128 plus the signal's number where a signal ended it.
  /// - Throws: `SystemError` where it cannot be started.
  package static func run(_ command: String, input: [UInt8]) throws(SystemError) -> Int32 {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SystemError("start the command", path: command) }
    // Neither end may reach other children; the reading one is copied to the command's standard input.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    posix_spawnattr_init(&attributes)
    // The command hears signals as usual, though this process has them wait.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    sigaddset(&usual, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    let arguments = ["/bin/sh", "-c", command].map { (text: String) in strdup(text) }
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let code = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments + [nil], environ)
    close(ends[0])
    guard code == 0 else {
      close(ends[1])
      throw SystemError("start the command", path: command, code: code)
    }
    var written = 0
    while written < input.count {
      let count = input[written...].withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      // A command that does not read its input is no failure.
      if count <= 0 { break }
      written += count
    }
    close(ends[1])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let ending = status & 0x7F
    return ending == 0 ? (status >> 8) & 0xFF : 128 + ending
  }
}
