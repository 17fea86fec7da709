import Foundation
import Ledger
import Model
import Platform
import Testing

@testable import Reports
@testable import Workspace

#if canImport(Glibc)
  import Glibc
#endif

/// Inputs that change while they are read.
@Suite struct InputWatchTests {
  /// The same number of bytes with other figures.
  static let rewritten = Sandbox.meetings.replacingAll("1000,USD", with: "9000,USD")

  /// Writes into a file as it stands, and gives it back the time of its last writing.
  private static func rewrite(_ path: String, _ text: String, keepingTime: Bool = true) {
    var status = stat()
    _ = stat(path, &status)
    let descriptor = open(path, O_WRONLY)
    _ = Array(text.utf8).withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    close(descriptor)
    if keepingTime {
      let times = [status.st_atim, status.st_mtim]
      _ = utimensat(AT_FDCWD, path, times, 0)
    }
  }

  private static func setTime(_ path: String, _ seconds: Int) {
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    _ = utimensat(AT_FDCWD, path, [time, time], 0)
  }

  /// A progress line that calls `body` once, when the last byte of the last sheet has been read.
  private func hook(_ body: @escaping @Sendable () -> Void) -> ReadingProgress {
    let time = Guarded<Int64>(0)
    let isOver = Guarded(false)
    return ReadingProgress(
      clock: {
        time.withLock {
          $0 += 10_000
          return $0
        }
      },
      sink: { bytes in
        guard String(decoding: bytes, as: UTF8.self).contains(" 100 %") else { return }
        let isFirst = isOver.withLock { over in
          defer { over = true }
          return !over
        }
        if isFirst { body() }
      })
  }

  private func refused(
    _ words: String, _ change: @escaping @Sendable (String) -> Void
  ) throws {
    let box = try Sandbox()
    try box.run()
    let before = try box.editions()
    let path = box.consultations
    let error = try failure {
      try box.run { options in
        options.force = true
        options.progress = hook { change(path) }
      }
    }
    #expect(error.category == .ioFailed)
    #expect(error.message.contains("consultations.csv: the file \(words)"), "\(error.message)")
    #expect(try box.editions() == before)
    #expect(try box.leftOvers() == [])
    #expect(try box.ledger().runs().map(\.result) == [.failed, .done])
    try box.addMeeting()
    #expect(try box.run().edition == 2)
    #expect(try box.editions()["1"] == before["now"])
  }

  @Test func anInputRewrittenWithTheSameSizeAndTimeIsRefused() throws {
    try refused("was written to or replaced") { InputWatchTests.rewrite($0, InputWatchTests.rewritten) }
  }

  @Test func anInputReplacedByOneOfTheSameSizeAndTimeIsRefused() throws {
    try refused("was written to or replaced") { path in
      var status = stat()
      _ = stat(path, &status)
      _ = FileManager.default.createFile(
        atPath: path + ".new", contents: Data(InputWatchTests.rewritten.utf8))
      _ = utimensat(AT_FDCWD, path + ".new", [status.st_atim, status.st_mtim], 0)
      _ = rename(path + ".new", path)
    }
  }

  @Test func anInputThatIsCutIsRefused() throws { try refused("was cut from") { _ = truncate($0, 100) } }

  @Test func anInputThatGrowsIsRefused() throws {
    try refused("grew from") { path in
      let handle = FileHandle(forWritingAtPath: path)
      _ = try? handle?.seekToEnd()
      try? handle?.write(contentsOf: Data(Sandbox.oneMore.utf8))
    }
  }

  @Test func anInputThatIsRemovedIsRefused() throws { try refused("was removed") { FileSystem.remove($0) } }

  /// A second name for the file and other permissions change its times, not its content.
  @Test func whatLeavesTheContentAloneIsNoFault() throws {
    let box = try Sandbox()
    let path = box.consultations
    let outcome = try box.run { options in
      options.progress = hook {
        _ = link(path, path + ".backup")
        _ = chmod(path, 0o640)
      }
    }
    #expect(outcome.ending == .done)
    #expect(FileSystem.exists(path + ".backup"))
  }

  // MARK: - What the clock of the file system cannot tell

  /// A file that was touched a moment ago may have been written to again under the same time: its content decides.
  @Test func ofAFreshFileTheContentDecides() throws {
    let box = try Sandbox()
    let path = box.consultations
    let hash = try FileDigest.sha256(of: path).hash
    // In the future it is fresh whatever the test takes.
    InputWatchTests.setTime(path, 4_000_000_000)
    let watch = InputWatch([path])
    try watch.check()
    try watch.check(read: [(path, hash)])
    let error = try failure { try watch.check(read: [(path, String(repeating: "0", count: 64))]) }
    #expect(error.message.contains("was written to or replaced while it was read"))
    #expect(throws: TallyError.self) { try watch.check(read: [(path, hash), (path, "other")]) }
  }

  /// No second reading where the times leave no doubt, as of nearly every file.
  @Test func ofAnOldFileTheTimesDecide() throws {
    let box = try Sandbox()
    let path = box.consultations
    let later = SystemClock.unixNanoseconds + 3_600_000_000_000
    let watch = InputWatch([path], now: later)
    try watch.check(read: [(path, "no hash of anything")])
    InputWatchTests.rewrite(path, InputWatchTests.rewritten, keepingTime: false)
    InputWatchTests.setTime(path, 1_000_000_000)
    #expect(throws: TallyError.self) { try watch.check() }
  }

  @Test func freshMeansThreeSeconds() throws {
    let box = try Sandbox()
    let identity = try #require(FileIdentity(path: box.consultations))
    #expect(identity.isFresh(at: identity.changed))
    #expect(identity.isFresh(at: identity.changed + 2_999_999_999))
    #expect(!identity.isFresh(at: identity.changed + 3_000_000_000))
    #expect(identity.isFresh(at: identity.changed - 1))
  }

  @Test func aFileThatCannotBeReadAgainIsNoInput() throws {
    let box = try Sandbox()
    let path = box.consultations
    let watch = InputWatch([path])
    FileSystem.remove(path)
    let error = try failure { try watch.check(read: [(path, "")]) }
    #expect(error.message.contains("was removed"))
  }
}
