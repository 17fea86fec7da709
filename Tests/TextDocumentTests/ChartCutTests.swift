import Content
import Testing

/// Charts with fewer categories than there are.
@Suite struct ChartCutTests {
  private func chart(whole: Int? = nil, priority: [Int] = []) -> Chart {
    let names = ["a", "b", "c", "d", "all"]
    return Chart(
      name: "x", kind: .bars, finding: "f", categoryAxis: "c", valueAxis: "v", categories: names,
      series: [Chart.Series(name: "s", values: [1, 2, 3, 4, 10], texts: names)], emphasis: whole,
      whole: whole,
      priority: priority, spoken: names)
  }

  @Test(
    arguments: [
      (nil, [], 5, ["a", "b", "c", "d", "all"]), (nil, [], 2, ["a", "b"]), (4, [], 3, ["a", "b", "all"]),
      (nil, [3, 0], 2, ["a", "d"]), (4, [3], 2, ["d", "all"]),
    ] as [(Int?, [Int], Int, [String])])
  func whatIsComparedStaysAndTheTextSaysOnlyWhatIsDrawn(
    _ example: (whole: Int?, priority: [Int], limit: Int, kept: [String])
  ) {
    let cut = chart(whole: example.whole, priority: example.priority).cut(to: example.limit)
    #expect(cut.categories == example.kept)
    #expect(cut.series.map(\.texts) == [example.kept])
    #expect(cut.altText == "f. \(example.kept.joined(separator: ", ")).")
  }

  @Test func theWholeIsNoMember() {
    let cut = chart(whole: 4).cut(to: 3)
    #expect([chart(whole: 4).members, cut.members] == [4, 2])
    #expect([cut.whole, cut.emphasis] == [2, 2])
  }
}
