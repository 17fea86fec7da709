import Foundation
import Testing

@testable import Encodings

extension EncodingFixture: CustomTestStringConvertible {
  var testDescription: String { "\(encoding): \(text.prefix(8))" }

  var bytes: [UInt8] { Data(base64Encoded: base64).map(Array.init) ?? [] }
}

private func decoded(_ bytes: [UInt8], _ encoding: TextEncoding, block: Int? = nil) -> [UInt8] {
  var decoder = StreamingDecoder(encoding)
  var output: [UInt8] = []
  bytes.withUnsafeBytes { all in
    var start = 0
    repeat {
      let end = min(start + (block ?? bytes.count), bytes.count)
      decoder.decode(
        UnsafeRawBufferPointer(rebasing: all[start..<end]), isLast: end == bytes.count, into: &output)
      start = end
    } while start < bytes.count
  }
  return output
}

@Suite struct EncodingTests {
  @Test(arguments: EncodingFixture.all)
  func whatAnotherToolEncodedIsDecoded(_ fixture: EncodingFixture) throws {
    let encoding = try #require(TextEncoding.named(fixture.encoding))
    #expect(String(decoding: decoded(fixture.bytes, encoding), as: UTF8.self) == fixture.text)
  }

  @Test(arguments: EncodingFixture.all, [1, 2, 3, 7])
  func blocksDoNotMatter(_ fixture: EncodingFixture, _ block: Int) throws {
    let encoding = try #require(TextEncoding.named(fixture.encoding))
    // Broken bytes in between, so that their treatment is compared too.
    let bytes = fixture.bytes + [0x81, 0x0A, 0xFE, 0x31, 0x0A, 0x8F, 0xA1, 0x0A, 0xE3, 0x81] + fixture.bytes
    #expect(decoded(bytes, encoding, block: block) == decoded(bytes, encoding))
  }

  @Test(arguments: EncodingFixture.all)
  func aFilesEncodingIsFound(_ fixture: EncodingFixture) {
    let verdict = detectEncoding(fixture.bytes)
    #expect(verdict.encoding.name == fixture.encoding, "\(verdict.reason)")
    #expect(verdict.binary == nil)
    #expect(verdict.confidence > 0.5 && verdict.confidence <= 1)
    #expect(verdict.reason != .given)
  }

  @Test(arguments: EncodingFixture.all, [1, 3, 64])
  func detectionDoesNotDependOnBlocks(_ fixture: EncodingFixture, _ block: Int) {
    var evidence = EncodingEvidence()
    let bytes = fixture.bytes
    bytes.withUnsafeBytes { all in
      for start in stride(from: 0, to: bytes.count, by: block) {
        evidence.add(UnsafeRawBufferPointer(rebasing: all[start..<min(start + block, bytes.count)]))
      }
    }
    let verdict = evidence.finish()
    let whole = detectEncoding(bytes)
    #expect(verdict.encoding == whole.encoding)
    #expect(verdict.confidence == whole.confidence)
  }

  @Test(arguments: [
    ("euc-kr", "CP949"), ("MS949", "CP949"), ("UHC", "CP949"), ("ks_c_5601-1987", "CP949"), ("sjis", "CP932"),
    ("Shift_JIS", "CP932"), ("windows-31j", "CP932"), ("gbk", "GB18030"), ("GB2312", "GB18030"),
    ("cp936", "GB18030"),
    ("big5-hkscs", "Big5"), ("cp1251", "windows-1251"), ("win1251", "windows-1251"),
    ("latin1", "windows-1252"),
    ("utf8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("UTF-16", "UTF-16LE"), ("unicode", "UTF-16LE"),
    ("eucjp", "EUC-JP"),
    ("koi8-r", "KOI8-R"), ("macintosh", "MacRoman"), ("iso-8859-15", "ISO-8859-15"),
  ])
  func namesOfEncodingsAreReadGenerously(_ word: String, _ name: String) {
    #expect(TextEncoding.named(word)?.name == name)
  }

  @Test func everyNameReadsBack() {
    for encoding in TextEncoding.all { #expect(TextEncoding.named(encoding.name) == encoding) }
    #expect(TextEncoding.named("klingon") == nil)
    #expect(TextEncoding.named("") == nil)
  }

  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x61], "UTF-8", 3), ([0xFF, 0xFE, 0x61, 0x00], "UTF-16LE", 2),
      ([0xFE, 0xFF, 0x00, 0x61], "UTF-16BE", 2), ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32LE", 4),
      ([0x61, 0x62], "UTF-8", 0), ([], "UTF-8", 0),
    ] as [([UInt8], String, Int)])
  func byteOrderMarksDecide(_ bytes: [UInt8], _ name: String, _ length: Int) {
    let verdict = detectEncoding(bytes)
    #expect(verdict.encoding.name == name)
    #expect(verdict.byteOrderMark == length)
    #expect(verdict.confidence == 1)
  }

  @Test func mostLinesDecideForUTF8() {
    let good = Array("김,1\n".utf8)
    let bad: [UInt8] = [0xB1, 0xE8, 0x2C, 0x31, 0x0A]
    #expect(detectEncoding(good + good + bad).encoding == .utf8)
    #expect(detectEncoding(good + bad + bad).encoding == .cp949)
    // The last lines count as much as the first ones, however far they are.
    let ascii = [UInt8](repeating: 0x41, count: 200_000) + [0x0A]
    #expect(detectEncoding(good + ascii + bad + bad).encoding == .cp949)
    #expect(detectEncoding(bad + ascii + good + good).encoding == .utf8)
  }

  @Test func zeroBytesHereAndThereAreText() {
    let verdict = detectEncoding(Array("a,b\n1,\0\n2,x\0\0y\n3,4\n".utf8))
    #expect(verdict.encoding == .utf8)
    #expect(verdict.binary == nil)
  }

  @Test(
    arguments: [
      // A lead byte alone before a line feed, a comma, a quote; a byte that leads nothing; the end inside a
      // character.
      (TextEncoding.cp949, [0xB1, 0x0A, 0x61], [0xFF, 0x0A, 0x61]),
      (.cp949, [0xB1, 0x2C, 0x61], [0xFF, 0x2C, 0x61]),
      (.cp949, [0xFF, 0x61, 0x0A], [0xFF, 0x61, 0x0A]), (.cp949, [0x61, 0xB1], [0x61, 0xFF]),
      (.gb18030, [0x81, 0x30, 0x0A], [0xFF, 0x30, 0x0A]),
      (.gb18030, [0x81, 0x30, 0x81], [0xFF, 0x30, 0xFF]),
      (.gb18030, [0x90, 0x30, 0x81, 0x30], [0xF0, 0x90, 0x80, 0x80]),
      (.cp932, [0x81, 0x22, 0x41], [0xFF, 0x22, 0x41]),
      (.eucJP, [0x8F, 0xB0, 0x0A], [0xFF, 0xFF, 0x0A]), (.windows1252, [0x81, 0x41], [0xFF, 0x41]),
      (.utf8, [0xE3, 0x81, 0x0A], [0xFF, 0xFF, 0x0A]), (.utf8, [0xED, 0xA0, 0x80], [0xFF, 0xFF, 0xFF]),
      (.utf16LE, [0x00, 0xD8, 0x0A, 0x00], [0xFF, 0x0A]), (.utf16LE, [0x61, 0x00, 0x62], [0x61, 0xFF]),
      // A byte is lost in the first line: the second one is whole again.
      (.utf16LE, [0x61, 0x62, 0x00, 0x0A, 0x00, 0x63, 0x00], [0xE6, 0x89, 0xA1, 0xFF, 0x0A, 0x63]),
    ] as [(TextEncoding, [UInt8], [UInt8])])
  func brokenBytesKeepTheLines(_ encoding: TextEncoding, _ input: [UInt8], _ expected: [UInt8]) {
    #expect(decoded(input, encoding) == expected)
    #expect(decoded(input, encoding, block: 1) == expected)
  }

  @Test func asciiIsTheSameEverywhere() {
    let ascii = (0..<128).map { UInt8($0) }
    for encoding in TextEncoding.all {
      switch encoding.shape {
      case .utf16, .utf32: continue
      default: #expect(decoded(ascii, encoding) == ascii, "\(encoding)")
      }
    }
  }
}
