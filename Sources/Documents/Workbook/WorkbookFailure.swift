import Model
import Xlsx

/// Turns the workbook module's errors into those of the program.
enum WorkbookFailure {
  /// Runs `body` and gives its failures the category that decides the exit code.
  ///
  /// `path` stands in messages that do not name it by themselves.
  static func translated(path: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as WorkbookError {
      throw TallyError(category(of: error), message(error, path))
    }
  }

  private static func message(_ error: WorkbookError, _ path: String) -> String {
    switch error {
    case .target: "\(error). Choose a folder that exists and can be written to."
    case .temporaryDirectory: "\(error). Set TMPDIR to a folder that exists and can be written to."
    // The temporary file has no name a user knows, so the message names the workbook.
    case .damaged(_, let member, let reason): "\(path): \(member) is not whole: \(reason)."
    default: "\(path): the workbook was not written: \(error)."
    }
  }

  private static func category(of error: WorkbookError) -> TallyError.Category {
    switch error {
    case .target, .temporaryDirectory: .cannotCreate
    case .damaged, .library: .ioFailed
    default: .internalFault
    }
  }
}

/// Numbers inside sentences.
enum WorkbookNumbers {
  /// `1,234,567`.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = number < 0 ? "-" : ""
    for (at, digit) in digits.enumerated() {
      if at > 0, (digits.count - at) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// A rate in millionths as `4.5%`, rounded halves up as cells show it.
  static func percent(millionths: Int) -> String {
    let tenths = (millionths + 500) / 1000
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
