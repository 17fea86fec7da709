import ArgumentParser
import Documents
import Model
import Platform

/// What the library that reads the command line says by itself, in the language of the messages.
enum ParserText {
  /// Ends the program as the library would: with help on standard output, and with what is wrong on standard error.
  static func exit(_ error: any Error) -> Never {
    var code = TradeTally.exitCode(for: error)
    let text = MessageLanguage.words.parser(
      TradeTally.fullMessage(for: error, columns: MessageLanguage.words.helpColumns))
    if !text.isEmpty {
      if code == .success {
        do throws(SystemError) { try Streams.output(text + "\n") } catch {
          // A reader who has seen enough, as `head` has, is no fault.
          if !error.isReaderGone { code = ExitCode(Say.failure(error)) }
        }
      } else {
        Streams.messageBytes(Array((text + "\n").utf8))
      }
    }
    TradeTally.exit(withError: ExitCode(code.rawValue))
  }
}

extension ParserText {
  /// Whether the library has no fault to tell, or says what may have been meant.
  static func suggests(_ error: any Error) -> Bool {
    TradeTally.exitCode(for: error) == .success || TradeTally.fullMessage(for: error).contains("Did you mean")
  }
}

extension ArgumentHelp {
  /// The help of an option or argument in the reader's language.
  static func text(_ text: HelpText, _ valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(.help(text), valueName: valueName)
  }
}

extension String {
  /// A text about a command in the reader's language.
  static func help(_ text: HelpText) -> String { MessageLanguage.words.help(text) }
}
