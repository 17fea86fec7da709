/// What went wrong, in terms that decide the exit code; the prose is the message's.
package struct TallyError: Error, Sendable, Hashable {
  /// The sysexits category.
  package enum Category: Int32, Sendable {
    case usage = 64
    case dataUnusable = 65
    case inputMissing = 66
    case internalFault = 70
    case cannotCreate = 73
    case ioFailed = 74
    case lockHeld = 75
    case definitionWrong = 78
  }
  /// What kind of failure it is; decides the exit code.
  package var category: Category
  /// One or more plain sentences: file, line, column and value concerned, what was expected, what to do.
  package var message: String
  /// Makes the value from its parts.
  package init(_ category: Category, _ message: String) {
    self.category = category
    self.message = message
  }
}
