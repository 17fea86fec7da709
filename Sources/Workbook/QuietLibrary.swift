#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps the library from speaking to users by itself.
///
/// Where a file cannot be written it prints lines such as `[ERROR][./src/packager.c:1541]` to standard error, between
/// the program's own messages and lines of JSON; the code that it returns says the same.
enum QuietLibrary {
  /// Runs `body` while what is written to standard error goes nowhere.
  ///
  /// For the time it takes this holds for the whole process. Where there is no descriptor left to do so, the
  /// library is heard.
  static func run<Value>(_ body: () -> Value) -> Value {
    let kept = fcntl(2, F_DUPFD_CLOEXEC, 3)
    guard kept >= 0 else { return body() }
    defer { close(kept) }
    let nothing = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard nothing >= 0 else { return body() }
    dup2(nothing, 2)
    close(nothing)
    defer { dup2(kept, 2) }
    return body()
  }
}
