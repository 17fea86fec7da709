@testable import Encodings

/// The UTF-8 of a whole file.
func decode(_ file: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
  var decoder = StreamingDecoder(encoding)
  var text: [UInt8] = []
  file.withUnsafeBytes { decoder.decode($0, isLast: true, into: &text) }
  return text
}

/// Calls `body` with each block of a file, and whether it is the last; an empty file is one empty block.
private func inBlocks(
  _ file: [UInt8], _ sizes: BlockSizes, _ body: (UnsafeRawBufferPointer, Bool) -> Void
) {
  var sizes = sizes
  var start = 0
  repeat {
    let end = min(start + sizes.next(), file.count)
    // A copy, so that reading beyond the block is noticed.
    Array(file[start..<end]).withUnsafeBytes { body($0, end == file.count) }
    start = end
  } while start < file.count
}

/// Text of any encoding comes out the same however the file is cut, and is UTF-8 but for undecodable bytes.
@Sendable func fuzzDecode(_ bytes: UnsafeRawBufferPointer) {
  var input = FuzzInput(bytes)
  let encoding = TextEncoding.all[input.byte() % TextEncoding.all.count]
  let sizes = BlockSizes(limit: input.byte(), seed: input.byte())
  let file = input.bytes()
  let whole = decode(file, encoding)
  var decoder = StreamingDecoder(encoding)
  var text: [UInt8] = []
  inBlocks(file, sizes) { block, isLast in decoder.decode(block, isLast: isLast, into: &text) }
  expect(text == whole, "\(encoding): \(text)\nat once: \(whole)")

  let readable = whole.map { $0 == StreamingDecoder.undecodable ? 0x3F : $0 }
  expect(String(validating: readable, as: UTF8.self) != nil, "\(encoding): \(whole) is not UTF-8")
  switch encoding.shape {
  case .utf16, .utf32: break
  case .utf8: expect(whole.count == file.count, "UTF-8 changed its length")
  default:
    for lineEnd in [0x0A, 0x0D] as [UInt8] {
      let before = file.count { $0 == lineEnd }
      let after = whole.count { $0 == lineEnd }
      expect(before == after, "\(encoding): \(before) line ends became \(after)")
    }
  }
}

/// The evidence on an encoding does not depend on how the file is cut.
@Sendable func fuzzEvidence(_ bytes: UnsafeRawBufferPointer) {
  var input = FuzzInput(bytes)
  let sizes = BlockSizes(limit: input.byte(), seed: input.byte())
  let file = input.bytes()
  let whole = detectEncoding(file)
  expect((0...1).contains(whole.confidence), "confidence \(whole.confidence)")
  expect(whole.byteOrderMark <= file.count, "a mark longer than the file")
  var evidence = EncodingEvidence()
  inBlocks(file, sizes) { block, _ in evidence.add(block) }
  let verdict = evidence.finish()
  expect(
    verdict.encoding == whole.encoding && verdict.byteOrderMark == whole.byteOrderMark
      && verdict.confidence == whole.confidence && verdict.reason == whole.reason
      && verdict.binary == whole.binary, "\(verdict)\nat once: \(whole)")
  if whole.encoding == .utf8, whole.confidence == 1, whole.byteOrderMark == 0, whole.binary == nil {
    expect(String(validating: file, as: UTF8.self) != nil, "called UTF-8 with certainty")
  }
}
