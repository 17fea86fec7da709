/// The lines around a cell and what it is filled with.
struct CellFrame: Hashable {
  /// A line at one edge.
  enum Line: Hashable {
    case none, thin, thick, double

    var type: String {
      switch self {
      case .none: "NONE"
      case .thin, .thick: "SOLID"
      case .double: "DOUBLE_SLIM"
      }
    }

    var width: String {
      switch self {
      case .none, .thin: "0.12 mm"
      case .thick: "0.4 mm"
      case .double: "0.5 mm"
      }
    }

    var color: String { self == .thin ? Palette.line : Palette.text }
  }

  var left = Line.none
  var right = Line.none
  var top = Line.none
  var bottom = Line.none
  /// The colour behind the text; nil for none.
  var fill: String?
}
