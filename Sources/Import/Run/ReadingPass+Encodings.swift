import Encodings
import Model
import Platform

// Whether a file is in the encoding that its beginning looked like.
extension ReadingPass {
  /// A file longer than its head may turn out to be in another encoding than its head looked like.
  private func mayBeMisjudged(_ input: OpenedInput) -> Bool {
    input.sheet == nil && settled[input.index] == nil && input.verdict.byteOrderMark == 0
      && !input.headIsWhole
  }

  /// UTF-8 is checked as it is read; what was taken for anything else is weighed on the way.
  func needsWeighing(_ input: OpenedInput) -> Bool {
    mayBeMisjudged(input) && input.verdict.encoding != .utf8
  }

  /// The encoding in which the file has to be read again, nil where it was read in the right one.
  func otherEncoding(
    _ input: OpenedInput, _ end: FileFeed.End, _ hasBrokenText: Bool
  ) throws(TallyError) -> TextEncoding? {
    if let encoding = contradiction(end.verdict, input) { return encoding }
    return hasBrokenText && mayBeMisjudged(input) ? contradiction(try wholeVerdict(input), input) : nil
  }

  private func contradiction(_ verdict: EncodingVerdict?, _ input: OpenedInput) -> TextEncoding? {
    guard let verdict, verdict.encoding != input.verdict.encoding, verdict.binary == nil else { return nil }
    return verdict.encoding
  }

  private func wholeVerdict(_ input: OpenedInput) throws(TallyError) -> EncodingVerdict {
    do throws(SystemError) {
      let file = try InputFile(path: input.request.path, kept: input.request.kept)
      var evidence = EncodingEvidence()
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
      defer { buffer.deallocate() }
      while true {
        let count = try file.read(into: buffer)
        if count == 0 { break }
        evidence.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
      return evidence.finish()
    } catch {
      throw TallyError(.input(.system(error)), at: error.path)
    }
  }
}
