import Documents
import Foundation
import Model
import TestSupport
import Testing

@testable import Reports

/// A document that is read back otherwise than it was written becomes no file.
@Suite struct CheckedDocumentTests {
  @Test(arguments: [nil, "a text of it is missing"]) func whatIsNotWholeIsNoFile(_ fault: String?) throws {
    let folder = try Folder()
    let plan = DocumentPlan(
      place: 0, ending: "html",
      content: .checked { (bytes: [1, 2, 3], fault: { $0 == [1, 2, 3] ? fault : "other bytes" }) })
    let result = Result { () throws(TallyError) in
      try plan.make(folder: folder.path, name: "r", remedy: .room(scratch: "/scratch"))
    }
    switch result {
    case .success(let made):
      #expect(fault == nil)
      #expect(made.path == folder.path + "/r.html")
      #expect(try Data(contentsOf: URL(filePath: made.temporary)) == Data([1, 2, 3]))
    case .failure(let error):
      #expect(fault != nil)
      #expect(error.category == .ioFailed)
      let message = error.message(.en)
      for part in ["r.html", "a text of it is missing", "/scratch"] {
        #expect(message.contains(part), "\(message)")
      }
      #expect(try folder.files().isEmpty)
    }
  }
}
