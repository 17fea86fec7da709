import Foundation
import Model
import Values

/// The names of all options, as the program's own description of its commands has them.
struct OptionNames: Decodable {
  private struct Command: Decodable {
    var commandName: String
    var arguments: [Argument]?
    var subcommands: [Command]?
  }

  private struct Argument: Decodable {
    var names: [Name]?
  }

  private struct Name: Decodable {
    var kind: String
    var name: String
  }

  private var command: Command

  /// The first option of a command line that is none, and the one that is meant by it; nil where none is like it.
  ///
  /// The library that reads the command line says so only where nothing else is wrong, as a missing option is that was
  /// misspelt.
  static func misspelt(in arguments: [String]) -> OptionFault? {
    let description = Data(TradeTally._dumpHelp().utf8)
    guard var command = try? JSONDecoder().decode(OptionNames.self, from: description).command else {
      return nil
    }
    for word in arguments {
      guard let next = command.subcommands?.first(where: { $0.commandName == word }) else { break }
      command = next
    }
    let names = (command.arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }.map(\.name)
    let known = names + ["help", "version"]
    for word in arguments.prefix(while: { $0 != "--" }) where word.hasPrefix("--") {
      let name = String(word.dropFirst(2).prefix { $0 != "=" })
      guard !known.contains(name) else { continue }
      if let nearest = NearMiss.word(nearest: name, among: known) {
        return .unknownOption("--\(name)", nearest: "--\(nearest)")
      }
    }
    return nil
  }
}
