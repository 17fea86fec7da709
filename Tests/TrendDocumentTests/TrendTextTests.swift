import Foundation
import Model
import Testing

@testable import Documents

@Suite struct TrendTextTests {
  static let documents = TrendSample.allCases.flatMap { sample in Language.allCases.map { (sample, $0) } }

  /// The stored text of a sample; rewritten where TRADETALLY_REWRITE_GOLDEN is 1.
  @Test(arguments: documents) func textIsAsStored(_ sample: TrendSample, _ language: Language) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
    let file = folder.appendingPathComponent("\(sample.rawValue).\(language.rawValue).txt")
    let text = sample.text(language)
    if ProcessInfo.processInfo.environment["TRADETALLY_REWRITE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let stored = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let pairs = zip(text.split(separator: "\n"), stored.split(separator: "\n"))
    if let (now, then) = pairs.first(where: { $0 != $1 }) { #expect(now == then) }
    #expect(text == stored)
  }

  @Test(arguments: documents) func linesAreClean(_ sample: TrendSample, _ language: Language) {
    let text = sample.text(language)
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    for line in text.split(separator: "\n") {
      #expect(!line.hasSuffix(" "))
      #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }

  /// A rate may be said to rise or fall only where the difference is significant.
  @Test(arguments: [
    (2, 100, 14, 87, true), (7, 112, 9, 120, false), (14, 87, 2, 100, true), (0, 12, 1, 12, false),
  ])
  func ratesRiseOnlySignificantly(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ significant: Bool) {
    let list = [measures(held: b, mous: a), measures(held: d, mous: c)]
    var trend = TrendSample.single.outcomes
    trend.total = points("2020Q4", list, signed: [0, 0])
    trend.quarters = trend.total.map(\.quarter)
    for language in Language.allCases {
      let story = TrendStory(trend: trend, language: language, countryName: sampleCountryName)
      let name = language == .ko ? "MOU 전환율은" : "MOU conversion "
      let sentence = story.paragraphs.joined().first { $0.hasPrefix(name) && $0.contains("95%") } ?? ""
      let words = language == .ko ? ["높아졌", "낮아졌"] : [" rose ", " fell "]
      #expect(words.contains { sentence.contains($0) } == significant, "\(sentence)")
      let doubt = language == .ko ? "유의하지 않아" : "not statistically significant"
      #expect(sentence.contains(doubt) != significant, "\(sentence)")
    }
  }

  @Test func editionsLead() {
    for language in Language.allCases {
      let story = TrendStory(
        trend: TrendSample.series.outcomes, language: language, countryName: sampleCountryName)
      #expect(story.paragraphs.first?.first?.contains("forum-2021") == true)
      #expect(story.comparisons.map(\.kind) == [.edition, .previousQuarter, .yearAgo])
    }
  }

  @Test(arguments: [
    (12_500, "+1.25", "1.25"), (-700, "-0.07", "0.07"), (49, "0.00", "0.00"), (-12_349, "-1.23", "1.23"),
    (50, "+0.01", "0.01"), (1_000_000, "+100.00", "100.00"),
  ])
  func pointsHaveTwoDecimals(_ value: Int, _ signed: String, _ plain: String) {
    #expect(TrendNumbers.signedPoints(tenThousandths: value) == signed)
    #expect(TrendNumbers.points(tenThousandths: value) == plain)
  }

  @Test(arguments: [
    (71_429, "+7.1%"), (-272_727, "-27.3%"), (0, "0.0%"), (12_345_678, "+1,234.6%"), (250, "+0.0%"),
  ])
  func percentagesHaveOneDecimal(_ millionths: Int, _ text: String) {
    #expect(TrendNumbers.signedPercent(millionths: millionths) == text)
  }

  @Test(arguments: [(1, "2021년 2분기", "Q2 2021"), (4, "2021회계연도 2분기", "Q2 of fiscal 2021")])
  func quartersAreNamed(_ start: Int, _ korean: String, _ english: String) {
    var trend = TrendSample.single.outcomes
    trend.fiscalYearStart = start
    for (language, words) in [(Language.ko, korean), (.en, english)] {
      let story = TrendStory(trend: trend, language: language, countryName: sampleCountryName)
      #expect(story.words(of: quarter("2021Q2")) == words)
    }
  }
}
