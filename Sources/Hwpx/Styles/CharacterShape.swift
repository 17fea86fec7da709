/// How characters look.
struct CharacterShape: Hashable {
  /// The typefaces that the word processor ships, each with an open one that stands in for it.
  enum Face: Int, CaseIterable {
    case serif, sans

    var name: String {
      switch self {
      case .serif: "함초롬바탕"
      case .sans: "함초롬돋움"
      }
    }

    var substitute: String {
      switch self {
      case .serif: "나눔명조"
      case .sans: "나눔고딕"
      }
    }
  }

  var face: Face
  /// In 1/100 pt.
  var size: Int
  var isBold = false
  var color = Palette.text
}

/// The colours of a document, which also print grey.
enum Palette {
  static let text = "#000000"
  static let muted = "#4D4D4D"
  static let title = "#1F3864"
  static let bar = "#5B7DB1"
  static let head = "#DCE4F0"
  static let total = "#EEF2F8"
  static let group = "#F6F8FB"
  static let line = "#7F7F7F"
}

/// How a paragraph is laid out; lengths in 1/7200 inch, which is 1/100 pt.
struct ParagraphShape: Hashable {
  enum Alignment: String { case justify = "JUSTIFY", left = "LEFT", right = "RIGHT", center = "CENTER" }

  var alignment = Alignment.left
  /// From the left edge to the first line, and to the others unless they are indented further.
  var left = 0
  /// Above zero how far the first line is indented; below zero how far all others are.
  var indent = 0
  var before = 0
  var after = 0
  /// In per cent of the font's height.
  var spacing = 160
  var keepsWithNext = false
  /// Whether a word that is longer than a line may be broken anywhere; else between words alone.
  var breaksWords = false
}
