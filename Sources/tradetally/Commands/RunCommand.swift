import ArgumentParser
import Definitions
import Foundation
import Ledger
import Model
import Platform
import Reports
import Workspace

/// The command `tradetally run`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: .help(.run),
    discussion: .help(.runDiscussion))

  @Argument(help: .text(.definitions, "definition|dir"))
  var definitions: [String]

  @Option(help: .text(.runAsOf, "date"))
  var asOf: String?

  @Option(help: .text(.runFrom, "period"))
  var from: String?

  @Option(help: .text(.runTo, "period"))
  var to: String?

  @Flag(help: .text(.includeFuture))
  var includeFuture = false

  @Flag(help: .text(.dryRun))
  var dryRun = false

  @Flag(help: .text(.force))
  var force = false

  @Option(help: .text(.revise, "reason"))
  var revise: String?

  @Flag(help: .text(.wait))
  var wait = false

  @Option(help: .text(.notify, "command"))
  var notify: String?

  @Option(help: .text(.notifyTimeLimit, "seconds"))
  var notifyTimeLimit: Int?

  @Flag(help: .text(.verbose))
  var verbose = false

  @Option(help: .text(.log, "json"))
  var log: String?

  @Option(help: .text(.threads))
  var threads: Int?

  private func check() throws(TallyError) {
    if let log, log != "json" {
      throw TallyError(.option(.choice(option: "--log", value: log, ["json"], nearest: nil)))
    }
    if (from == nil) != (to == nil) { throw TallyError(.option(.together("--from", "--to"))) }
    if from != nil, asOf != nil { throw TallyError(.option(.notTogether("--as-of", ["--from", "--to"]))) }
    if let revise, revise.allSatisfy(\.isWhitespace) { throw TallyError(.option(.emptyReason)) }
    try OptionValue.checkText(notify, "--notify")
    if let notifyTimeLimit {
      try OptionValue.check(notifyTimeLimit, "--notify-time-limit", from: 1, to: 86_400)
    }
    if includeFuture, from == nil {
      throw TallyError(.option(.needs("--include-future", ["--from", "--to"])))
    }
    if let threads { try OptionValue.check(threads, "--threads", from: 1, to: 256) }
  }

  func run() throws {
    try check()
    // Before anything else: threads made from here on leave signals to the one that waits for them.
    let termination = Termination()
    FileSystem.keepNewFilesPrivate()
    var batch = RunBatch(
      options: try options(), dates: try dates(), threads: threads, isDryRun: dryRun, notify: notify,
      notifyLimit: notifyTimeLimit,
      voice: RunVoice(isVerbose: verbose, isJSON: log == "json"), termination: termination)
    try batch.run(definitions)
    if let code = batch.firstFailure { throw ExitCode(code) }
  }

  private func options() throws -> RunOptions {
    var options = RunOptions(program: programVersion)
    options.force = force
    options.reason = revise
    options.waits = wait
    options.sourceDateEpoch = Environment.sourceDateEpoch
    if log != "json" { options.progress = .onTerminal() }
    return options
  }

  private func dates() throws -> RunBatch.Dates {
    if let from, let to {
      return .periods(
        try period(from, "--from"), try period(to, "--to"), includesFuture: includeFuture)
    }
    guard let asOf else { return .asDefined }
    return .day(try dateOption(asOf, "--as-of"))
  }

  private func period(_ text: String, _ option: String) throws -> BackfillPeriod {
    guard let period = BackfillPeriod(label: text) else {
      throw OptionValue.form(.period, option, text)
    }
    return period
  }
}

/// A day given on the command line.
func dateOption(_ text: String, _ option: String) throws -> Day {
  guard let day = Day(iso: text) else {
    throw OptionValue.form(.date, option, text)
  }
  return day
}
