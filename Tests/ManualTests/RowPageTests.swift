import Model
import TestSupport
import Testing

/// docs/rows.md explains every problem, those of rejected rows in the order in which they are looked for.
@Suite struct RowPageTests {
  private func codes(_ heading: String) throws -> [String] {
    try ManualPage("docs/rows.md").rows(heading).flatMap { ManualPage.code($0[0]) }
  }

  @Test func everyReasonToRejectARowIsListedInItsOrder() throws {
    #expect(try codes("Rejected") == ProblemCode.allCases.filter(\.rejects).map(\.rawValue))
  }

  @Test func everyOtherProblemIsListedOnce() throws {
    let listed = try codes("Flagged")
    #expect(Set(listed) == Set(ProblemCode.allCases.filter { !$0.rejects }.map(\.rawValue)))
    #expect(listed.count == Set(listed).count)
  }
}
