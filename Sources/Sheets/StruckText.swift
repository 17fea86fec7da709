/// Text of a cell of which parts may be struck through, as something that was deleted by hand.
enum StruckText {
  /// How much of a cell is struck through.
  enum Extent { case none, partly, wholly }

  /// What a person reads: struck parts are left out where others are not struck through.
  static func read(_ bytes: [UInt8], _ struck: [Range<Int>]) -> (text: [UInt8], extent: Extent) {
    if struck.isEmpty { return (bytes, .none) }
    var kept: [UInt8] = []
    var at = 0
    for range in struck {
      kept += bytes[at..<range.lowerBound]
      at = range.upperBound
    }
    kept += bytes[at...]
    let isBlank = kept.allSatisfy { $0 <= 0x20 }
    return isBlank ? (bytes, .wholly) : (kept, .partly)
  }
}
