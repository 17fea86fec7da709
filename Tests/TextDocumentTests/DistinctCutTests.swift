import Content
import Testing

/// Texts that are cut and still differ.
@Suite struct DistinctCutTests {
  @Test(arguments: [
    (["short", "other"], ["short", "other"]),
    (["a very long name", "b"], ["a very lo…", "b"]),
    // What they share goes, and what tells them apart stays.
    (["Company Limited 09", "Company Limited 04"], ["Compan… 09", "Compan… 04"]),
    (["Company Limited 09", "Company Limited 09"], ["Company L…", "Company L…"]),
    (
      ["Long shared beginning and one long end", "Long shared beginning and 2"],
      ["L…d one lo…", "Long s…d 2"]
    ),
  ])
  func whatDiffersLooksDifferent(_ example: (texts: [String], cut: [String])) {
    let cut = DistinctCut.of(example.texts) { $0.count <= 10 }
    #expect(Set(cut).count == Set(example.texts).count)
    #expect(cut.allSatisfy { $0.count <= 12 })
    if example.texts.count == 2, example.texts[0].count < 20 { #expect(cut == example.cut) }
  }

  /// Where the difference does not fit either, a number tells them apart.
  @Test func nothingLooksAlike() {
    let names = (0..<40).map { "\(String(repeating: "가", count: 30))\(String(repeating: "나", count: $0))" }
    for limit in [4, 8, 20] {
      let cut = DistinctCut.of(names) { DisplayWidth.of($0) <= limit }
      #expect(Set(cut).count == names.count)
    }
  }
}
