import CProcess

/// What the process was called with.
package enum ProcessArguments {
  /// The arguments as `main` got them, the program's name first.
  ///
  /// `CommandLine.arguments` is read from /proc, and is empty where that is not mounted or no descriptor is left.
  package static let all: [String] = {
    guard let values = cprocess_arguments() else { return CommandLine.arguments }
    return (0..<Int(cprocess_argument_count())).compactMap { index in
      values[index].map { String(cString: $0) }
    }
  }()
}
