import Documents
import Model
import Platform

/// The files of `check --output`: every problem with its place, as CSV and as a workbook.
package struct CheckDocuments {
  private let request: ReportRequest
  private let folder: String

  /// Makes the documents' maker.
  package init(_ request: ReportRequest, folder: String) {
    self.request = request
    self.folder = folder
  }

  /// Writes `NAME.problems.csv` and `NAME.problems.xlsx` into the folder.
  package func write(
    _ head: ReportHead, language: Language, sourceDateEpoch: Int64?
  ) throws(TallyError) -> [WrittenFile] {
    try PublishedEdition.refuse(folder: folder)
    do throws(SystemError) { try FileSystem.makeFolder(folder) } catch {
      throw TallyError(.output(.system(error)), at: error.path)
    }
    let day = head.asOf ?? head.lastDate ?? Day(number: 10_957)
    let created = sourceDateEpoch ?? Int64(day.number) * 86_400
    let list = ProblemList(head, language: language)
    var documents = DocumentSet(
      folder: folder, name: request.fileName, revisions: .none, temporaryDirectory: nil, progress: nil)
    try documents.add(
      [
        DocumentPlan(place: 0, ending: "problems.csv", content: .bytes { try $0(list.csv()) }),
        DocumentPlan(
          place: 1, ending: "problems.xlsx",
          content: .file { try list.writeWorkbook(to: $0, created: created, temporaryDirectory: nil) }),
      ], threads: 1)
    return try documents.commit(inputs: request.inputs.map(\.path))
  }
}
