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
      throw TallyError(.output(fault(error)), at: Self.path(of: error) ?? path)
    }
  }

  /// The path that an error names by itself, where it is one that users know.
  ///
  /// Rows wait in a temporary file whose name nobody knows, so that the workbook's stands in the message.
  private static func path(of error: WorkbookError) -> String? {
    if case .target(let path, _) = error { path } else { nil }
  }

  private static func fault(_ error: WorkbookError) -> OutputFault {
    switch error {
    case .target(_, let reason): .workbookPlace(reason: reason)
    case .temporaryDirectory(let folder, let reason): .workbookScratch(folder: folder, reason: reason)
    case .damaged(_, let part, let reason): .workbookDamaged(part: part, reason: reason)
    case .library: .workbookLibrary(detail: "\(error)")
    default: .workbookRefused(detail: "\(error)")
    }
  }
}
