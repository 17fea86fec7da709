/// The bytes of one input, taken from the front.
///
/// The first bytes choose settings; the rest is the text, either as it stands or, so that mutations stay within
/// a grammar, with every byte read as the number of a piece.
struct FuzzInput {
  private var rest: UnsafeRawBufferPointer.SubSequence

  init(_ bytes: UnsafeRawBufferPointer) { rest = bytes[...] }

  /// The next byte; 0 at the end.
  mutating func byte() -> Int { Int(rest.popFirst() ?? 0) }

  /// All that is left, as it stands.
  mutating func bytes() -> [UInt8] {
    defer { rest = rest[rest.endIndex...] }
    return Array(rest)
  }

  /// All that is left; each byte stands for one of `pieces` where `inPieces`.
  mutating func bytes(_ pieces: [String], inPieces: Bool) -> [UInt8] {
    guard inPieces else { return bytes() }
    return bytes().flatMap { Array(pieces[Int($0) % pieces.count].utf8) }
  }

  /// All that is left as text; the first byte says whether it stands for pieces.
  mutating func text(_ pieces: [String]) -> String {
    let inPieces = byte() & 1 == 1
    return String(decoding: bytes(pieces, inPieces: inPieces), as: UTF8.self)
  }
}

/// Cuts bytes into blocks of sizes that depend on a seed only.
struct BlockSizes {
  private let limit: Int
  private var state: UInt32

  /// Makes sizes of 1 to `limit`; seed 0 gives blocks of exactly `limit`.
  init(limit: Int, seed: Int) {
    self.limit = max(1, limit)
    state = UInt32(truncatingIfNeeded: seed)
  }

  mutating func next() -> Int {
    guard state != 0 else { return limit }
    // The constants of Numerical Recipes' linear congruential generator.
    state = state &* 1_664_525 &+ 1_013_904_223
    return 1 + Int(state >> 16) % limit
  }
}
