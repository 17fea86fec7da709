#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A reader that takes elements itself where they are written in the plainest form.
package protocol PlainXMLReader: XMLReader {
  /// Whether elements that it may take itself can stand at the place that has been reached.
  var isAtPlain: Bool { get }
  /// Whether such a place may follow a tag, which is given from `<` to `>`.
  func mayBeAtPlain(behind tag: UnsafeBufferPointer<UInt8>) -> Bool
  /// Takes whole elements that the bytes begin with, each of which expat would have taken with the same meaning.
  ///
  /// - Returns: how many bytes they have.
  func takePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Int
}

/// Brings a document to a reader, past expat what the reader takes itself.
///
/// A document without some whole elements is as well-formed as it is with them, so that expat may judge the rest alone.
/// For that the bytes are divided behind tags. A document in another encoding than UTF-8, what stands behind a comment
/// or the like, and one that is hardly ever plain goes to expat as it is.
package final class PlainXMLFeed {
  private enum Way { case unknown, divided, whole }
  /// How often in turn nothing is plain before nobody asks any more.
  private static let patience = 4096

  private let stream: XMLStream
  private let reader: any PlainXMLReader
  private var way = Way.unknown
  private var refusals = 0

  /// Begins a document; `stream` has to bring it to the same reader.
  package init(_ stream: XMLStream, _ reader: any PlainXMLReader) {
    self.stream = stream
    self.reader = reader
  }

  /// Reads the document's next bytes as far as they are whole, or to where the reader asks for a rest.
  ///
  /// - Parameter isLast: whether more bytes cannot be had together with these.
  /// - Returns: how many bytes were read, 0 where more are needed; the others have to be given once more.
  package func add(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(XMLStream.Fault) -> Int {
    var at = 0
    if way == .unknown {
      // An XML declaration has some forty bytes.
      guard bytes.count >= 256 || isLast else { return 0 }
      (way, at) = PlainXMLFeed.beginning(bytes)
      if at > 0 { try stream.add(UnsafeBufferPointer(rebasing: bytes[..<at])) }
    }
    while way == .divided, !stream.isResting {
      if reader.isAtPlain { at += takePlain(UnsafeBufferPointer(rebasing: bytes[at...])) }
      let tags = tagsEnd(UnsafeBufferPointer(rebasing: bytes[at...]))
      if tags == 0 { break }
      try stream.add(UnsafeBufferPointer(rebasing: bytes[at..<(at + tags)]))
      at += tags
    }
    if at == 0, isLast { way = .whole }
    guard way == .whole, !stream.isResting else { return at }
    try stream.add(UnsafeBufferPointer(rebasing: bytes[at...]))
    return bytes.count
  }

  private func takePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let taken = reader.takePlain(bytes)
    if taken > 0 {
      refusals = 0
      stream.passedLines += PlainXMLFeed.lines(UnsafeBufferPointer(rebasing: bytes[..<taken]))
    } else {
      refusals += 1
      if refusals > PlainXMLFeed.patience { way = .whole }
    }
    return taken
  }

  private static func lines(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard var at = bytes.baseAddress else { return 0 }
    let end = at + bytes.count
    var lines = 0
    while at < end, let found = memchr(at, 0x0A, end - at) {
      lines += 1
      at = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) + 1
    }
    return lines
  }

  /// How a document that begins like this is read, and how long its declaration is.
  private static func beginning(_ bytes: UnsafeBufferPointer<UInt8>) -> (Way, Int) {
    guard bytes.starts(with: "<?xml ".utf8) else {
      // Without a declaration and a mark it is UTF-8; in UTF-16 a zero would follow.
      return bytes.count > 1 && bytes[0] == 0x3C && bytes[1] | 0x20 >= 0x61 ? (.divided, 0) : (.whole, 0)
    }
    guard let end = bytes.prefix(256).firstIndex(of: 0x3E) else { return (.whole, 0) }
    let text = String(decoding: bytes[...end], as: UTF8.self).lowercased()
    let isUTF8 = !text.contains("encoding") || text.contains("\"utf-8\"") || text.contains("'utf-8'")
    return isUTF8 && text.hasSuffix("?>") ? (.divided, end + 1) : (.whole, 0)
  }

  /// Behind the first tag that an element which may be plain may follow, else behind the last whole one.
  private func tagsEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var end = 0
    while end < bytes.count, let found = memchr(base + end, 0x3C, bytes.count - end) {
      let start = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
      guard start + 1 < bytes.count else { break }
      // Comments and what else is no element may hold what looks like tags.
      if bytes[start + 1] == 0x21 || bytes[start + 1] == 0x3F {
        way = .whole
        break
      }
      guard let behind = tagEnd(base, from: start + 1, bytes.count) else { break }
      end = behind
      if reader.mayBeAtPlain(behind: UnsafeBufferPointer(rebasing: bytes[start..<end])) { break }
    }
    return end
  }

  /// Behind the `>` of a tag that begins before a place; values may hold one.
  private func tagEnd(_ bytes: UnsafePointer<UInt8>, from: Int, _ count: Int) -> Int? {
    var at = from
    while at < count {
      let byte = bytes[at]
      at += 1
      if byte == 0x3E { return at }
      if byte == 0x22 || byte == 0x27 {
        guard let close = memchr(bytes + at, Int32(byte), count - at) else { return nil }
        at = UnsafePointer(close.assumingMemoryBound(to: UInt8.self)) - bytes + 1
      }
    }
    return nil
  }
}
