#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The process's output for results and for messages.
package enum Streams {
  /// Writes results to standard output.
  ///
  /// - Throws: `SystemError` where the reader has gone or the disk is full.
  package static func output(_ text: String) throws(SystemError) { try write(Array(text.utf8), to: 1) }
  /// Writes result bytes to standard output.
  package static func output(_ bytes: [UInt8]) throws(SystemError) { try write(bytes, to: 1) }

  /// Writes a message to standard error, with a line end; a failure is of no consequence there.
  ///
  /// Messages may quote what stands in a file: control characters, which could steer a terminal or begin a line
  /// that looks like another message, become U+FFFD.
  package static func message(_ text: String) { try? write(Array((harmless(text) + "\n").utf8), to: 2) }

  /// Writes bytes to standard error as they are; a failure is of no consequence there.
  package static func messageBytes(_ bytes: [UInt8]) { try? write(bytes, to: 2) }

  private static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // C0 but the tab, delete and C1, line and paragraph separators, marks that turn the reading direction.
    case 0..<9, 10..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  fileprivate static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    let isWritten = bytes.withUnsafeBytes { WholeBytes.write(descriptor, $0) }
    if !isWritten {
      throw SystemError(.writeResult, path: descriptor == 1 ? "standard output" : "standard error")
    }
  }

  /// Lets a write to a closed pipe fail with an error instead of ending the process.
  package static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
}

/// Standard error as it is when the value is made, wherever it goes later.
package final class ErrorStream: Sendable {
  private let descriptor: Int32

  /// Nil where no descriptor is left.
  package init?() {
    descriptor = fcntl(2, F_DUPFD_CLOEXEC, 3)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Writes bytes as they are; a failure is of no consequence there.
  package func write(_ bytes: [UInt8]) { try? Streams.write(bytes, to: descriptor) }
}
