import DocumentSupport
import Documents
import Model
import TestSupport
import Testing

/// Workbooks as they were when somebody last read them, a line for each cell.
@Suite struct GoldenTests {
  @Test(arguments: Language.allCases, WorkbookProfile.allCases)
  func theWorkbookIsAsStored(_ language: Language, _ profile: WorkbookProfile) throws {
    let book = try ReadBook(document(crossedOutcomes(), language, profile))
    let name = "event.\(language.rawValue).\(profile.rawValue).xlsx.txt"
    #expect(try Golden.difference(book.text.utf8, from: name) == nil)
  }
}
