import CScan

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A place in bytes of XML, from which what is written in the plainest form is taken without expat.
///
/// Each step takes what it is asked for or says that this does not stand here whole, in which case the place means
/// nothing any more. Whatever is taken has the meaning that expat would have given it.
struct XMLScan {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  /// How many bytes have been taken.
  var at = 0

  /// Begins at the first of the bytes, which have to stay valid.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return nil }
    self.bytes = base
    count = bytes.count
  }

  /// The byte at hand; 0 behind the last one.
  @inline(__always)
  var next: UInt8 { at < count ? bytes[at] : 0 }

  /// Takes a text; stays where it is when another one stands here.
  @inline(__always)
  mutating func skip(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count - at >= length, memcmp(bytes + at, text.utf8Start, length) == 0 else { return false }
    at += length
    return true
  }

  /// Takes blanks and line ends.
  @inline(__always)
  mutating func skipBlanks() {
    while at < count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x09 || bytes[at] == 0x0D {
      at += 1
    }
  }

  /// Takes a whole number of at most nine digits; nil where none stands here.
  @inline(__always)
  mutating func number() -> Int? {
    let start = at
    var number = 0
    while at < count, bytes[at] &- 0x30 < 10 {
      number = number &* 10 &+ Int(bytes[at] &- 0x30)
      at += 1
      if at - start > 9 { return nil }
    }
    return at > start ? number : nil
  }

  /// Takes visible ASCII characters up to one of the two that end a text or a value.
  ///
  /// - Returns: the characters, valid as long as the bytes; nil where another character stands among them.
  @inline(__always)
  mutating func word(before end: UInt8) -> UnsafeBufferPointer<UInt8>? {
    let start = at
    while at < count, bytes[at] != end {
      let byte = bytes[at]
      guard byte &- 0x20 < 0x5F, byte != 0x26, byte != 0x3C, byte != 0x3E, byte != 0x22 else { return nil }
      at += 1
    }
    return at < count ? UnsafeBufferPointer(start: bytes + start, count: at - start) : nil
  }

  /// Takes the text up to the next tag and appends it, with references put in.
  ///
  /// - Returns: false where expat has to say what it means, or that it means nothing.
  mutating func text(into text: inout [UInt8]) -> Bool {
    let start = at
    var isASCII = true
    var hasReference = false
    while at < count {
      let byte = bytes[at]
      if byte == 0x3C { break }
      if byte >= 0x80 {
        isASCII = false
        // U+FFFE and U+FFFF are in no XML.
        if byte == 0xEF, at + 2 < count, bytes[at + 1] == 0xBF, bytes[at + 2] >= 0xBE { return false }
      } else if byte == 0x26 {
        hasReference = true
      } else if byte < 0x20 ? byte != 0x0A && byte != 0x09 : byte == 0x3E {
        return false
      }
      at += 1
    }
    guard at < count else { return false }
    if !isASCII, scan_valid_utf8(bytes + start, at - start) != at - start { return false }
    guard hasReference else {
      text.append(contentsOf: UnsafeBufferPointer(start: bytes + start, count: at - start))
      return true
    }
    let end = at
    at = start
    while at < end {
      if bytes[at] != 0x26 {
        text.append(bytes[at])
        at += 1
      } else if !reference(into: &text) {
        return false
      }
    }
    return at == end
  }

  /// Takes `&amp;`, `&#44032;` and the like.
  private mutating func reference(into text: inout [UInt8]) -> Bool {
    let names: [(StaticString, UInt8)] = [
      ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&apos;", 0x27),
    ]
    for (name, byte) in names where skip(name) {
      text.append(byte)
      return true
    }
    guard skip("&#"), let value = number(), skip(";"), let scalar = Unicode.Scalar(UInt32(value)),
      value >= 0x20 || [0x09, 0x0A, 0x0D].contains(value), value != 0xFFFE, value != 0xFFFF
    else { return false }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return true
  }
}
