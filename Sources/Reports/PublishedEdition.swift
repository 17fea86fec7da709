import Model
import Platform

/// The folders of editions that `run` has published: nobody else writes into one, and no report is made from one.
package enum PublishedEdition {
  /// The small file in every such folder that says which edition it is.
  package static let statusFile = ".edition.json"

  /// What follows the report's name in the names of all files that this program writes for it.
  private static let endings: Set<String> = {
    let documents = Language.allCases.flatMap { language in
      OutputFormat.allCases.map { $0.ending(language) } + ["\(language.rawValue).detail.xlsx"]
    }
    return Set(documents + ["rejects.csv", "detail.csv", "problems.csv", "problems.xlsx"])
  }()

  /// Whether a file of a report's folder has a name that this program gives; any other is somebody's own.
  ///
  /// - Parameter report: the report's name as files bear it.
  package static func isOwn(_ file: String, of report: String) -> Bool {
    file == statusFile
      || file.hasPrefix("\(report).") && endings.contains(String(file.dropFirst(report.count + 1)))
  }

  /// Whether a file lies in the folder of an edition.
  package static func holds(_ file: String) -> Bool {
    stands(in: FileSystem.folder(of: FileSystem.realPath(file) ?? file))
  }

  /// Refuses to write into the folder of an edition: it would be another than the ledger knows, be it a final one.
  package static func refuse(folder: String) throws(TallyError) {
    if stands(in: folder) { throw TallyError(.output(.publishedEdition), at: folder) }
  }

  /// Refuses to write a file into the folder of an edition.
  package static func refuse(file: String) throws(TallyError) {
    if holds(file) { throw TallyError(.output(.publishedEdition), at: file) }
  }

  private static func stands(in folder: String) -> Bool {
    FileSystem.isTaken(FileSystem.join(folder.isEmpty ? "." : folder, statusFile))
  }
}
