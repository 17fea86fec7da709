import Foundation
import Model
import Testing

@testable import Documents

@Suite struct GoldenTests {
  static let documents = Sample.allCases.flatMap { sample in Language.allCases.map { (sample, $0) } }

  /// The stored text of a sample; rewritten where TRADETALLY_REWRITE_GOLDEN is 1.
  @Test(arguments: documents) func textIsAsStored(_ sample: Sample, _ language: Language) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
    let file = folder.appendingPathComponent("\(sample.rawValue).\(language.rawValue).txt")
    let text = sample.summary(language)
    if ProcessInfo.processInfo.environment["TRADETALLY_REWRITE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let stored = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let pairs = zip(text.split(separator: "\n"), stored.split(separator: "\n"))
    if let (now, then) = pairs.first(where: { $0 != $1 }) { #expect(now == then) }
    #expect(text == stored)
  }
}
