import Model
import TestSupport
import Testing
import Values

/// docs/reading.md says what the program reads.
@Suite struct ReadingPageTests {
  private func page() throws -> ManualPage { try ManualPage("docs/reading.md") }

  @Test(arguments: [
    (InputKind.registrations, "Columns of registrations"), (.consultations, "Columns of consultations"),
  ])
  func everyColumnIsListedWithItsHeaders(_ kind: InputKind, _ heading: String) throws {
    let listed = try page().rows(heading).map { $0[2].replacing("`", with: "").components(", ") }
    #expect(listed == Column.all(of: kind).map { [$0.rawValue] + $0.aliases(in: kind) })
  }

  @Test func everyColumnBelongsToAKindOfFile() {
    let read = Column.all(of: .registrations) + Column.all(of: .consultations)
    #expect(Set(read) == Set(Column.allCases))
  }

  @Test func everyWordIsListed() throws {
    let lists: [WordList] = [.role, .registrationStatus, .consultationStatus, .mode, .outcome]
    let known = lists.flatMap { name in
      WordLists.catalogue.first { $0.list == name }?.entries.map(\.words) ?? []
    }
    #expect(try page().rows("Words").map { $0[2].components(", ") } == known)
  }

  @Test func everyAbsentWordIsListed() throws {
    let said = try page().section("Cells that count as empty").joined(separator: "\n")
    let code = Set(ManualPage.code(said))
    let absent = WordLists.catalogue.first { $0.list == .emptyCell }?.entries.flatMap(\.words) ?? []
    #expect(!absent.isEmpty)
    for word in absent { #expect(code.contains(word), "\(word) is not named") }
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator).map(String.init)
  }
}
