/// Where the list of a zip file's members stands, and how many there are.
struct ZipListPlace {
  var count: Int
  var size: Int
  var start: Int
  /// What has to be added to every offset.
  var shift = 0

  /// The longest list that is read: 64 MiB, some half a million members.
  private static let longestList = 1 << 26

  init(_ source: ZipSource, _ form: ZipReader.Form) throws(ZipReader.Fault) {
    let missing = ZipReader.Fault(member: "zip", reason: "it has no list of members")
    let tailSize = form == .own ? 22 : min(source.count, 22 + 0xFFFF)
    guard source.count >= 22 else { throw missing }
    let tail = try source.read(source.count - tailSize, tailSize)
    // The record after the list ends the file, but for a comment.
    let found = stride(from: tailSize - 22, through: 0, by: -1).first { at in
      tail.zipDouble(at) == 0x0605_4B50 && at + 22 + tail.zipWord(at + 20) == tailSize
    }
    guard let found else { throw missing }
    var end = source.count - tailSize + found
    count = tail.zipWord(found + 10)
    size = tail.zipDouble(found + 12)
    start = tail.zipDouble(found + 16)
    if form == .foreign, end >= 20 {
      let locator = try source.read(end - 20, 20)
      if locator.zipDouble(0) == 0x0706_4B50 {
        let at = locator.zipQuad(8)
        let record = try source.read(at, 56)
        guard record.zipDouble(0) == 0x0606_4B50 else { throw missing }
        (count, size, start) = (record.zipQuad(32), record.zipQuad(40), record.zipQuad(48))
        end = at
      }
      // What stands before the first member is passed over.
      if size >= 0, size <= end, start >= 0, start <= end - size { shift = end - size - start }
    }
    guard size >= 0, size <= ZipListPlace.longestList, start >= 0, start <= end - size,
      start + size + shift == end
    else {
      throw ZipReader.Fault(member: "zip", reason: "the list of members is not where it should be")
    }
    guard count >= 0, count <= size / 46 else {
      throw ZipReader.Fault(member: "zip", reason: "the list of members is cut off")
    }
    start += shift
  }
}

extension ArraySlice<UInt8> {
  /// Two bytes, the low one first, at an index from 0.
  func zipWord(_ at: Int) -> Int {
    let at = startIndex + at
    return Int(self[at]) | Int(self[at + 1]) << 8
  }

  /// Four bytes.
  func zipDouble(_ at: Int) -> Int { zipWord(at) | zipWord(at + 2) << 16 }

  /// Eight bytes; negative where they do not fit.
  func zipQuad(_ at: Int) -> Int {
    let high = zipDouble(at + 4)
    return high > 0x7FFF_FFFF ? -1 : zipDouble(at) | high << 32
  }
}
