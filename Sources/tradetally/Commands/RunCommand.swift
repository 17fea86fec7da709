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
    abstract: "Runs report definitions; for cron.",
    discussion: """
      Each report gets a folder of its own, OUTPUT/NAME, in which a new edition appears as a whole or not at all; the \
      edition before is kept under OUTPUT/.editions/NAME. Where nothing has changed, nothing is made. The ledger, \
      tradetally.sqlite, keeps what was published from what; the workspace is the folder in which it stands, looked \
      for from the definition upwards, else made beside it.

      Of a folder, every definition (*.yaml) is run, in order of the names' bytes. Nothing is said of what went well, \
      but for a line on standard output where nothing has changed; --verbose says more.

      Exit codes: 0 done or unchanged; 65 the data are unusable, or a final report would change; 66 an input is \
      missing; 73 an output cannot be made; 74 reading or writing failed part way; 75 another run is at work, the \
      ledger is held, or the clock went back: try again later; 78 a definition is wrong; 128 plus its number after a \
      signal. Of several, that of the first that failed.
      """)

  @Argument(help: ArgumentHelp("Definitions, or folders of them.", valueName: "definition|dir"))
  var definitions: [String]

  @Option(help: ArgumentHelp("Runs as of this day, whatever the definition says.", valueName: "date"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "With --to: runs once for each period, as of its last day: months (2022-10), quarters (2022Q4) or years (2022); the "
        + "name must hold {month}, {quarter}, {year} or {date}.", valueName: "period"))
  var from: String?

  @Option(help: ArgumentHelp("The last period, for example 2022Q4.", valueName: "period"))
  var to: String?

  @Flag(help: "With --from and --to: makes periods too that end after today.")
  var includeFuture = false

  @Flag(help: "Reads and measures, says what would be made, and writes nothing.")
  var dryRun = false

  @Flag(help: "Makes a new edition although nothing has changed.")
  var force = false

  @Option(help: ArgumentHelp("Replaces a final report, and says why.", valueName: "reason"))
  var revise: String?

  @Flag(help: "Waits for another run of the same definition instead of ending with 75.")
  var wait = false

  @Option(
    help: ArgumentHelp(
      "A command that gets each result as JSON on its standard input; not called where nothing has changed.",
      valueName: "command"))
  var notify: String?

  @Option(
    help: ArgumentHelp("How many seconds the command of notify may take (60).", valueName: "seconds"))
  var notifyTimeLimit: Int?

  @Flag(help: "Says what is done.")
  var verbose = false

  @Option(help: ArgumentHelp("json: one line of JSON on standard error for each result.", valueName: "json"))
  var log: String?

  @Option(help: ArgumentHelp("How many threads read; the result does not depend on it."))
  var threads: Int?

  func validate() throws {
    if let log, log != "json" { throw ValidationError("--log \(log): expected json.") }
    if (from == nil) != (to == nil) {
      throw ValidationError("--from and --to belong together: give both.")
    }
    if from != nil, asOf != nil { throw ValidationError("--as-of cannot be given with --from and --to.") }
    if let revise, revise.allSatisfy(\.isWhitespace) {
      throw ValidationError("--revise: the reason is empty.")
    }
    if let notifyTimeLimit, !(1...86_400).contains(notifyTimeLimit) {
      throw ValidationError("--notify-time-limit takes a number of seconds from 1 to 86400.")
    }
    if includeFuture, from == nil { throw ValidationError("--include-future belongs to --from and --to.") }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 256.")
    }
  }

  func run() throws {
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
      throw ValidationError(
        "\(option) \(text): this is no month, quarter or year. Give it as 2020-10, 2020Q4 or 2020.")
    }
    return period
  }
}

/// A day given on the command line.
func dateOption(_ text: String, _ option: String) throws -> Day {
  guard let day = Day(iso: text) else {
    throw ValidationError("\(option) \(text): this is no date. Give it as 2020-10-30.")
  }
  return day
}
