import Crypto
import Encodings
import Model
import Platform
import Sheets

/// The bytes of one file on their way to the block reader: hashed, and weighed where the encoding is in doubt.
struct FileFeed: ~Copyable, Sendable {
  private let file: InputFile
  private var digest = SHA256()
  private var evidence: EncodingEvidence?
  private var leadIn: Int
  private(set) var size = 0
  private let bytesRead: (@Sendable (Int) -> Void)?

  init(_ input: OpenedInput, weigh: Bool, bytesRead: (@Sendable (Int) -> Void)? = nil) throws(TallyError) {
    self.bytesRead = bytesRead
    let request = input.request
    do throws(SystemError) { file = try InputFile(path: request.path, kept: request.kept) } catch {
      throw TallyError(.input(.system(error)), at: error.path)
    }
    leadIn = input.verdict.byteOrderMark
    evidence = weigh ? EncodingEvidence() : nil
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(TallyError) -> Int {
    var count = try readRaw(buffer)
    if leadIn > 0, count > 0 {
      // The byte order mark is hashed but is no text.
      let mark = min(leadIn, count)
      buffer.copyBytes(from: UnsafeRawBufferPointer(rebasing: buffer[mark..<count]))
      count -= mark
      leadIn = 0
      if count + mark == buffer.count {
        count += try readRaw(UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      }
    }
    return count
  }

  private mutating func readRaw(_ buffer: UnsafeMutableRawBufferPointer) throws(TallyError) -> Int {
    let count: Int
    do throws(SystemError) { count = try file.read(into: buffer) } catch {
      throw TallyError(.input(.system(error)), at: error.path)
    }
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    digest.update(bufferPointer: bytes)
    evidence?.add(bytes)
    size += count
    bytesRead?(count)
    return count
  }

  /// What is known of a file when all of it has been read.
  struct End: Sendable {
    var sha256: String
    var size: Int
    /// What the whole file says of its encoding, where that was in doubt.
    var verdict: EncodingVerdict?
    /// What was noted of the sheet, where the file is a workbook.
    var notes: SheetNotes?
  }

  /// Reads the whole file for its checksum.
  mutating func readToEnd() throws(TallyError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while try readRaw(buffer) > 0 {}
  }

  mutating func finish() -> End {
    End(sha256: digest.finalize().hexadecimal, size: size, verdict: evidence?.finish())
  }
}
