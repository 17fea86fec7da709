import Model
import Platform

/// The command that is given a result, and the account it runs under.
struct NotifyCommand {
  var command: String
  /// Seconds that it may take.
  var limit: Int
  /// The definition that names it; nil where it was given on the command line, by the user who runs this program.
  var definition: String?

  /// Runs the command; a signal that ends this process meanwhile ends it too.
  ///
  /// - Returns: what is wrong; nil where it went well.
  func run(_ input: [UInt8], _ termination: Termination) -> NotifyFault? {
    let rights: ShellCommand.Rights
    switch allowed {
    case .success(let value): rights = value
    case .failure(let refusal): return refusal.fault
    }
    do throws(SystemError) {
      switch try ShellCommand.run(
        command, input: input, rights: rights, limit: limit, termination: termination)
      {
      case .code(0): return nil
      case .code(let code): return .ended(code: code)
      case .tooLong: return .tooLong(seconds: limit)
      }
    } catch {
      return .notStarted(error)
    }
  }

  private struct Refusal: Error { let fault: NotifyFault }

  /// A command never gets more rights than its author, the definition's owner.
  private var allowed: Result<ShellCommand.Rights, Refusal> {
    guard let definition else { return .success(.own) }
    guard let file = FileIdentity(path: definition) else {
      return .failure(Refusal(fault: .definitionGone(definition)))
    }
    if file.permissions & 0o002 != 0 { return .failure(Refusal(fault: .everyoneMayWrite(definition))) }
    if file.permissions & 0o020 != 0, !FileSystem.isPrivateGroup(file.group, of: file.owner) {
      return .failure(Refusal(fault: .groupMayWrite(definition)))
    }
    let user = FileSystem.user
    // What root wrote may run for everyone, and what somebody wrote for himself.
    if file.owner == user || file.owner == 0 { return .success(.own) }
    if user == 0 { return .success(.user(file.owner)) }
    return .failure(Refusal(fault: .foreignOwner(definition)))
  }
}
