import ArgumentParser
import Model
import Platform

/// The program's command.
@main
struct TradeTally: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tradetally",
    abstract: "Turns registrations and consultations of trade meetings into reports.",
    discussion: """
      TradeTally reads the CSV files of a trade consultation meeting as they are typed, tells what became of every
      row, and writes Excel workbooks, plain-text summaries and JSON.

      A first report:
        tradetally report --registrations registrations.csv --consultations consultations.csv \\
                          --event pohang-2020 --rate KRW=0.00088 --output out
      """,
    version: "tradetally \(programVersion)",
    subcommands: [
      ReportCommand.self, TrendCommand.self, CheckCommand.self, CleanCommand.self, RunCommand.self,
      HistoryCommand.self, DoctorCommand.self, InitCommand.self, ColumnsCommand.self,
    ])

  /// Runs a command and turns what went wrong into a message and an exit code.
  static func main() {
    CrashCleanup.begin(
      exitCode: TallyError.Category.internalFault.rawValue,
      message:
        "tradetally: the program has a fault and was ended. Unfinished files were removed; files that were there "
        + "stay as they were. Please report this.",
      memoryMessage:
        "tradetally: memory ran out. Unfinished files were removed; files that were there stay as they "
        + "were. Free some memory or raise the limit (ulimit -v), and run again.")
    Streams.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot(Array(ProcessArguments.all.dropFirst()))
      try command.run()
    } catch let error as TallyError {
      for line in error.message.split(separator: "\n") { Streams.message("tradetally: \(line)") }
      exit(withError: ExitCode(error.category.rawValue))
    } catch let error as SystemError {
      Streams.message("tradetally: \(error)")
      exit(withError: ExitCode(TallyError.Category.ioFailed.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}

extension TradeTally {
  /// Without a command there is nothing to do, which is no success.
  mutating func run() throws {
    throw ValidationError(
      "No command is given. Choose one: \(TradeTally.configuration.subcommands.map { $0._commandName }.joined(separator: ", "))."
    )
  }
}

/// The program's version.
let programVersion = "0.1.0"
