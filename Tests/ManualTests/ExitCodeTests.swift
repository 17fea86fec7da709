import Model
import TestSupport
import Testing

/// Exit codes are the same wherever they are listed.
@Suite struct ExitCodeTests {
  private static let codes = Set([0] + TallyError.Category.allCases.map(\.rawValue))

  @Test func theReferenceListsEveryCode() throws {
    let rows = try ManualPage("docs/command-line.md").rows("Exit codes")
    // The last row is that of signals.
    #expect(Set(rows.compactMap { Int32($0[0]) }) == ExitCodeTests.codes)
  }

  @Test func theManPagesListEveryCodeInBothLanguages() throws {
    let script = try Repository.text("script/man_words.py")
    let listed = script.matches(of: /(?m)^ +(\d+): "/).compactMap { Int32($0.1) }
    #expect(listed.count == 2 * ExitCodeTests.codes.count)
    #expect(Set(listed) == ExitCodeTests.codes)
  }
}
