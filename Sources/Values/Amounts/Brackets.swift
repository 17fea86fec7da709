/// Brackets at the end of a text.
enum Brackets {
  /// The opening bracket that belongs to a closing one.
  static func opener(of closing: Unicode.Scalar) -> Unicode.Scalar? {
    switch closing {
    case ")", "）": "("
    case "]", "］": "["
    case "}", "｝": "{"
    case ">", "＞": "<"
    case "〕": "〔"
    case "】": "【"
    case "〉": "〈"
    case "》": "《"
    case "」": "「"
    case "』": "『"
    default: nil
    }
  }

  /// A bracket with its full-width form made plain.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "（": "("
    case "［": "["
    case "｛": "{"
    case "＜": "<"
    case "）": ")"
    case "］": "]"
    case "｝": "}"
    case "＞": ">"
    default: scalar
    }
  }

  /// Splits a text that ends with a bracket into what stands before it and what stands inside.
  ///
  /// Nil where the text ends otherwise or where the bracket was never opened.
  static func trailing(_ s: String) -> (front: String, inside: String)? {
    let scalars = s.unicodeScalars
    guard let closing = scalars.last, let opening = opener(of: closing) else { return nil }
    let plainClosing = plain(closing)
    var depth = 0
    var at = scalars.endIndex
    while at > scalars.startIndex {
      at = scalars.index(before: at)
      let scalar = plain(scalars[at])
      if scalar == plainClosing {
        depth += 1
      } else if scalar == opening {
        depth -= 1
        if depth == 0 {
          let inside = scalars.index(after: at)..<scalars.index(before: scalars.endIndex)
          return (String(scalars[..<at]), String(scalars[inside]))
        }
      }
    }
    return nil
  }

  /// Splits a text that begins with a bracket into what stands inside and what follows.
  static func leading(_ s: String) -> (inside: String, rest: String)? {
    let scalars = s.unicodeScalars
    guard let first = scalars.first, let end = scalars.firstIndex(where: { opener(of: $0) == plain(first) }),
      let (front, inside) = trailing(String(scalars[...end])), front.isEmpty
    else { return nil }
    return (inside, String(scalars[scalars.index(after: end)...]))
  }
}
