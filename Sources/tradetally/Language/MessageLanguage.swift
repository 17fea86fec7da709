import Documents
import Foundation
import Model
import Platform

/// In which language this run of the program speaks.
enum MessageLanguage {
  /// The first language of the report where the command line names one, else that of the environment.
  static let current = chosen(
    ProcessArguments.all, environment: ProcessInfo.processInfo.environment)

  /// The words of that language.
  static var words: any MessageWords { current.messages }

  /// - Parameters:
  ///   - arguments: what was typed, the program's name first.
  ///   - environment: of `LC_ALL`, `LC_MESSAGES` and `LANG` the first that says something decides.
  static func chosen(_ arguments: [String], environment: [String: String]) -> Language {
    let option = "--language"
    for (index, argument) in arguments.enumerated() {
      var value: String?
      if argument == option, index + 1 < arguments.count { value = arguments[index + 1] }
      if argument.hasPrefix(option + "=") { value = String(argument.dropFirst(option.count + 1)) }
      let first = value?.split(separator: ",").first.map { $0.filter { !$0.isWhitespace }.lowercased() }
      if let first, let language = Language(rawValue: first) { return language }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale.flatMap { Language(locale: $0) } ?? .ofRecords
  }
}

/// What the program says on standard error, each line with its name in front.
enum Say {
  static func line(_ text: String) { Streams.message("tradetally: \(text)") }

  static func line(_ line: VoiceLine) { Say.line(MessageLanguage.words.words(line)) }

  /// Says what the system refused, and gives the exit code of that.
  static func failure(_ error: SystemError) -> Int32 {
    line("\(error.path): \(MessageLanguage.words.words(error))")
    return TallyError.Category.ioFailed.rawValue
  }

  static func failure(_ error: TallyError, _ language: Language = MessageLanguage.current) {
    for failure in error.failures { line(failure.message(language)) }
  }
}
