import CProcess

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Running a command line of the user's.
package enum ShellCommand {
  /// How a command ended.
  package enum Ending: Sendable, Hashable {
    /// Its exit code, 128 plus the signal's number where a signal ended it.
    case code(Int32)
    /// It took longer than it was given, and was ended.
    case tooLong
  }

  /// On whose account a command runs.
  package enum Rights: Sendable, Hashable {
    /// With those of this process.
    case own
    /// With those of another user, which only root can give.
    case user(UInt32)
  }

  /// Runs a command with `/bin/sh -c`, gives it bytes on its standard input and waits for it.
  ///
  /// Its output and its messages go where those of this process go; it has no other descriptor of this process.
  ///
  /// - Parameters:
  ///   - limit: seconds, after which the command and what it has started are ended.
  ///   - termination: by which a signal that ends this process ends the command too.
  /// - Throws: `SystemError` where it cannot be started.
  package static func run(
    _ command: String, input: [UInt8], rights: Rights = .own, limit: Int, termination: Termination? = nil
  ) throws(SystemError) -> Ending {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SystemError(.startCommand, path: command) }
    // Neither end may reach other children; the reading one is copied to the command's standard input.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let deadline = SystemClock.milliseconds + Int64(limit) * 1000
    cprocess_adopt_orphans(1)
    defer { cprocess_adopt_orphans(0) }
    var child = pid_t()
    do throws(SystemError) {
      if let termination {
        try termination.whole { () throws(SystemError) in
          let started = try start(command, input: ends[0], rights)
          child = started
          return { _ in end(group: started) }
        }
      } else {
        child = try start(command, input: ends[0], rights)
      }
    } catch {
      for end in ends { close(end) }
      throw error
    }
    defer { termination?.onSignal(nil) }
    close(ends[0])
    feed(ends[1], input, until: deadline)
    close(ends[1])
    if let status = wait(for: child, until: deadline) { return .code(code(status)) }
    // Its process group bears its number.
    kill(-child, SIGTERM)
    if wait(for: child, until: SystemClock.milliseconds + 2000) == nil {
      kill(-child, SIGKILL)
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    } else {
      kill(-child, SIGKILL)
    }
    endOrphans()
    return .tooLong
  }

  /// Ends what is left of a command: all children, since this process has no others, and theirs, which follow them.
  private static func endOrphans() {
    let deadline = SystemClock.milliseconds + 2000
    while SystemClock.milliseconds < deadline {
      let left = children
      if left.isEmpty { return }
      for child in left { kill(child, SIGKILL) }
      usleep(1000)
      for child in left {
        var status: Int32 = 0
        waitpid(child, &status, WNOHANG)
      }
    }
  }

  /// The children of this process; none where the system does not list them.
  private static var children: [pid_t] {
    let tasks = "/proc/self/task"
    return ((try? FileSystem.names(in: tasks)) ?? []).flatMap { task -> [pid_t] in
      guard let bytes = try? InputFile.contents(of: "\(tasks)/\(task)/children", limit: 1 << 16) else {
        return []
      }
      return bytes.split(separator: UInt8(ascii: " ")).compactMap {
        pid_t(String(decoding: $0, as: UTF8.self))
      }
    }
  }

  /// Ends a command and what it has started, while another thread waits for it.
  private static func end(group: pid_t) {
    kill(-group, SIGTERM)
    for _ in 0..<40 where kill(-group, 0) == 0 { usleep(50_000) }
    kill(-group, SIGKILL)
    endOrphans()
  }

  private static func start(
    _ command: String, input: Int32, _ rights: Rights
  ) throws(SystemError) -> pid_t {
    var child = pid_t()
    let code: Int32
    switch rights {
    case .own: code = cprocess_start(command, input, 0, 0, nil, 0, nil, &child)
    case .user(let user):
      guard let account = getpwuid(user) else {
        throw SystemError(.findUser, path: command, code: ENOENT)
      }
      let group = account.pointee.pw_gid
      var count: Int32 = 256
      #if canImport(Glibc)
        var groups = [gid_t](repeating: 0, count: Int(count))
        getgrouplist(account.pointee.pw_name, group, &groups, &count)
      #else
        var groups = [Int32](repeating: 0, count: Int(count))
        getgrouplist(account.pointee.pw_name, Int32(group), &groups, &count)
      #endif
      let members = groups.prefix(Int(max(1, count))).map { gid_t($0) }
      let variables = environment(of: account).map { strdup($0) } + [nil]
      defer { for variable in variables { free(variable) } }
      code = cprocess_start(command, input, user, group, members, Int32(members.count), variables, &child)
    }
    guard code == 0 else { throw SystemError(.startCommand, path: command, code: code) }
    return child
  }

  /// What a command on another user's account has as its environment: nothing of what this process knows but language
  /// and time zone.
  private static func environment(of account: UnsafeMutablePointer<passwd>) -> [String] {
    let name = String(cString: account.pointee.pw_name)
    let passed = [
      "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LC_NUMERIC", "LC_TIME", "LC_COLLATE",
      "LC_MONETARY", "TZ",
    ]
    return [
      "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(String(cString: account.pointee.pw_dir))", "USER=\(name)",
      "LOGNAME=\(name)", "SHELL=/bin/sh",
    ] + passed.compactMap { key in getenv(key).map { "\(key)=\(String(cString: $0))" } }
  }

  /// Writes to a command that may take its time to read, or not read at all, which is no failure.
  private static func feed(_ end: Int32, _ input: [UInt8], until deadline: Int64) {
    _ = fcntl(end, F_SETFL, O_NONBLOCK)
    var written = 0
    while written < input.count {
      let count = input[written...].withUnsafeBytes { write(end, $0.baseAddress, $0.count) }
      if count > 0 {
        written += count
      } else if count < 0 && errno == EAGAIN {
        let left = deadline - SystemClock.milliseconds
        if left <= 0 { return }
        var wanted = pollfd(fd: end, events: Int16(POLLOUT), revents: 0)
        poll(&wanted, 1, Int32(min(left, 1000)))
      } else if !(count < 0 && errno == EINTR) {
        return
      }
    }
  }

  /// The status of a command that has ended; nil where it has not by the deadline.
  private static func wait(for child: pid_t, until deadline: Int64) -> Int32? {
    var pause: UInt32 = 500
    while true {
      var status: Int32 = 0
      let found = waitpid(child, &status, WNOHANG)
      if found == child { return status }
      if found < 0, errno != EINTR { return 0 }
      if SystemClock.milliseconds >= deadline { return nil }
      usleep(pause)
      pause = min(pause * 2, 50_000)
    }
  }

  private static func code(_ status: Int32) -> Int32 {
    let ending = status & 0x7F
    return ending == 0 ? (status >> 8) & 0xFF : 128 + ending
  }
}
