import Encodings
import Model
import Platform

// Whether a file is in the encoding that its beginning looked like, and a sheet as wide.
extension ReadingPass {
  /// What has to be known to read the file again, nil where it was read as what it is.
  func misjudged(
    _ input: OpenedInput, _ end: FileFeed.End, _ hasBrokenText: Bool
  ) throws(TallyError) -> Misjudged? {
    // What is far to the right is named, but is no column of the table.
    if let last = end.notes?.columnsBeyond.filter({ $0 < SheetTop.widest }).max() { return .width(last + 1) }
    return try otherEncoding(input, end, hasBrokenText).map { .encoding($0) }
  }

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
  private func otherEncoding(
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
