import Content

/// Places and lengths in a drawing, as SVG writes them.
///
/// Across, a drawing is measured in per cent of its width, so that it fills a telephone and a page alike while its text
/// keeps its size; down, in pixels.
enum Measure {
  /// The width in pixels for which texts are laid out: that of a telephone's page.
  static let narrow = 350.0

  /// A share of the width: `32.7%`.
  static func percent(_ value: Double) -> String { number(value) + "%" }

  /// A number with at most two decimals.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int((min(max(value, -1e12), 1e12) * 100).rounded(.toNearestOrEven))
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole)." + (part % 10 == 0 ? "\(part / 10)" : part < 10 ? "0\(part)" : "\(part)")
  }

  /// About how wide a text is, in pixels; rather too much than too little.
  static func width(of text: String, size: Double = 13) -> Double {
    text.reduce(0) { $0 + width(of: $1) } * size
  }

  /// About how wide a character is, in parts of the size of its type.
  private static func width(of character: Character) -> Double {
    switch character {
    case "i", "j", "l", "I", ".", ",", ":", "'", "|", " ", "(", ")", "[", "]": 0.36
    case "m", "w", "M", "W", "@", "%", "…": 0.92
    case "A"..."Z": 0.7
    default: Double(DisplayWidth.of(character)) * (DisplayWidth.of(character) == 2 ? 0.5 : 0.57)
    }
  }

  /// Pixels as a share of a telephone's width, in per cent.
  static func share(ofPixels pixels: Double) -> Double { pixels / narrow * 100 }
}
