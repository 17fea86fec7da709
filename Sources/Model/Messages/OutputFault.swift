import Encodings
import Platform

/// What can keep a file or folder from being written.
package enum OutputFault: Sendable, Hashable {
  /// A document cannot be made or finished.
  case system(SystemError)
  /// A folder has the name of a file that is to be written.
  case folderInTheWay
  /// The files are in place, but the disk does not confirm it.
  case notConfirmed(SystemError)
  /// What was to be written is an input: by this name, or by another.
  case isInput(called: String?)
  /// The folder is that of an edition that `run` has published.
  case publishedEdition
  /// An input lies in such a folder.
  case readsEdition
  case notWritten(detail: String)
  /// What was written is not what is read back.
  case notWhole(detail: String)
  case detailNotWritten(detail: String)
  /// A workbook cannot be made at its place.
  case workbookPlace(reason: String)
  /// The folder for a workbook's temporary files cannot be used.
  case workbookScratch(folder: String, reason: String)
  /// The written workbook is not whole.
  case workbookDamaged(part: String, reason: String)
  /// The library failed to write it.
  case workbookLibrary(detail: String)
  /// It holds what no workbook can.
  case workbookRefused(detail: String)
  /// A sum of cells is too large.
  case sumTooLarge

  // MARK: clean
  case cleanInput(SystemError)
  case cleanNotText(BinaryKind)
  case cleanTooLarge(bytes: Int, limit: Int)
  /// The workbook has several sheets and none was named.
  case cleanSheets(path: String, names: [String])
  case cleanNoSheet(there: [String])
  case notAFile
  case cleanOutput(SystemError)

  // MARK: init
  case filesThere([String])
  case workspace(SystemError)
  case formNotWritten(detail: String)

  /// What kind of failure it is.
  package var category: TallyError.Category {
    switch self {
    case .system(let error), .cleanOutput(let error): error.isPartWay ? .ioFailed : .cannotCreate
    case .folderInTheWay, .publishedEdition, .workbookPlace, .workbookScratch, .notAFile, .filesThere,
      .formNotWritten:
      .cannotCreate
    case .workspace(let error): error.isExhausted ? .ioFailed : .cannotCreate
    case .isInput, .readsEdition: .usage
    case .notConfirmed, .notWritten, .notWhole, .workbookDamaged, .workbookLibrary: .ioFailed
    case .detailNotWritten, .workbookRefused, .sumTooLarge: .internalFault
    case .cleanInput: .inputMissing
    case .cleanNotText, .cleanTooLarge, .cleanSheets, .cleanNoSheet: .dataUnusable
    }
  }
}

extension SystemError {
  /// Whether it came when the work was under way, or the system ran out of something.
  fileprivate var isPartWay: Bool {
    switch action {
    case .writeFile, .writeTemporaryFile, .writeFolder, .writeResult, .readFile, .readFolder: true
    case .openFile, .openFolder, .examineFile, .examineFolder, .keep, .createFile, .createFolder,
      .createTemporaryFile, .setPermissions, .putFileIntoPlace, .putFolderIntoPlace, .lockFile, .startCommand,
      .findUser, .removeStrangers:
      isExhausted
    }
  }
}
