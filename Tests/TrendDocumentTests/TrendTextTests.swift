import Content
import DocumentSupport
import Foundation
import Model
import TestSupport
import Testing

@testable import Documents

@Suite struct TrendTextTests {
  static let documents = TrendSample.allCases.flatMap { sample in Language.allCases.map { (sample, $0) } }

  @Test(arguments: documents) func textIsAsStored(_ sample: TrendSample, _ language: Language) throws {
    let name = "\(sample.rawValue).\(language.rawValue).txt"
    #expect(try Golden.difference(sample.text(language).utf8, from: name) == nil)
  }

  @Test(arguments: TrendSample.allCases) func theJSONIsAsStored(_ sample: TrendSample) throws {
    #expect(
      try Golden.difference(TrendJSON(sample.outcomes).render(), from: "\(sample.rawValue).json") == nil)
  }

  @Test(arguments: [TrendSample.series, .empty]) func theWorkbookIsAsStored(_ sample: TrendSample) throws {
    let book = try ReadBook(TrendWorkbook(trend: sample.outcomes, language: .ko, profile: .analyst))
    #expect(try Golden.difference(book.text.utf8, from: "\(sample.rawValue).ko.xlsx.txt") == nil)
  }

  @Test(arguments: documents) func linesAreClean(_ sample: TrendSample, _ language: Language) {
    let text = sample.text(language)
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    for line in text.split(separator: "\n") {
      #expect(!line.hasSuffix(" ") && DisplayWidth.of(String(line)) <= TextRenderer.width)
      #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }

  @Test(arguments: [
    (12_500, "+1.25", "1.25"), (-700, "-0.07", "0.07"), (49, "+0.0049", "0.0049"), (0, "0.00", "0.00"),
    (-12_349, "-1.23", "1.23"),
    (50, "+0.01", "0.01"), (1_000_000, "+100.00", "100.00"),
  ])
  func pointsHaveTwoDecimals(_ value: Int, _ signed: String, _ plain: String) {
    #expect(ChangeText.signedPoints(tenThousandths: value) == signed)
    #expect(ChangeText.points(tenThousandths: value) == plain)
  }

  @Test(arguments: [
    (71_429, "+7.1%"), (-272_727, "-27.3%"), (0, "0.0%"), (12_345_678, "+1,234.6%"), (250, "+0.03%"),
    (4, "+0.0004%"),
  ])
  func percentagesHaveOneDecimal(_ millionths: Int, _ text: String) {
    #expect(ChangeText.signedPercent(millionths: millionths) == text)
  }

  @Test(arguments: [(1, "2021년 2분기", "Q2 2021"), (4, "2021회계연도 2분기", "Q2 of fiscal 2021")])
  func quartersAreNamed(_ start: Int, _ korean: String, _ english: String) {
    for (language, words) in [(Language.ko, korean), (.en, english)] {
      #expect(language.trendWords.quarter(quarter("2021Q2"), isFiscal: start != 1) == words)
    }
  }
}
