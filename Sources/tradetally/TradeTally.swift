import ArgumentParser
import Documents
import Model
import Platform
import Values

/// The program's command.
@main
struct TradeTally: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tradetally",
    abstract: .help(.root),
    discussion: .help(.rootDiscussion),
    version: "tradetally \(programVersion)",
    subcommands: [
      ReportCommand.self, TrendCommand.self, CheckCommand.self, CleanCommand.self, RunCommand.self,
      HistoryCommand.self, DoctorCommand.self, InitCommand.self, ColumnsCommand.self,
    ])

  /// Runs a command and turns what went wrong into a message and an exit code.
  static func main() {
    CrashCleanup.begin(
      exitCode: TallyError.Category.internalFault.rawValue,
      message: "tradetally: \(MessageLanguage.words.words(.crashed))",
      memoryMessage: "tradetally: \(MessageLanguage.words.words(.outOfMemory))")
    Streams.ignoreBrokenPipes()
    do {
      let arguments = Array(ProcessArguments.all.dropFirst())
      try refuseUnknownCommand(arguments)
      var command = try parseAsRoot(HistoryCommand.inOrder(arguments))
      try command.run()
    } catch let error as TallyError {
      Say.failure(error)
      exit(withError: ExitCode(error.category.rawValue))
    } catch let error as SystemError {
      exit(withError: ExitCode(Say.failure(error)))
    } catch {
      if !ParserText.suggests(error),
        let fault = OptionNames.misspelt(in: Array(ProcessArguments.all.dropFirst()))
      {
        Say.failure(TallyError(.option(fault)))
        exit(withError: ExitCode(TallyError.Category.usage.rawValue))
      }
      ParserText.exit(error)
    }
  }

  /// A first word that is no command would be told to be unexpected, without a word on what there is.
  private static func refuseUnknownCommand(_ arguments: [String]) throws {
    let known = commandNames
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help", !known.contains(word) else {
      return
    }
    let nearest = NearMiss.word(nearest: word, among: known)
    throw TallyError(.option(.unknownCommand(word, nearest: nearest, known: known)))
  }

  /// The names of the commands.
  static var commandNames: [String] { configuration.subcommands.map { $0._commandName } }
}

extension TradeTally {
  /// Without a command there is nothing to do, which is no success.
  mutating func run() throws {
    throw TallyError(.option(.noCommand(TradeTally.commandNames)))
  }
}

/// The program's version.
let programVersion = "0.1.0"
