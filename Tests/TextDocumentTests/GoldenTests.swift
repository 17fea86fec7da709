import DocumentSupport
import Foundation
import Model
import TestSupport
import Testing

@testable import Documents

@Suite struct GoldenTests {
  static let documents = Sample.allCases.flatMap { sample in Language.allCases.map { (sample, $0) } }

  @Test(arguments: documents) func textIsAsStored(_ sample: Sample, _ language: Language) throws {
    let name = "\(sample.rawValue).\(language.rawValue).txt"
    #expect(try Golden.difference(sample.summary(language).utf8, from: name) == nil)
  }
}
