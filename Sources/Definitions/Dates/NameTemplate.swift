import Model

/// A name or title with places for the as-of date: `{date}`, `{month}`, `{quarter}` and `{year}`.
struct NameTemplate {
  /// The words that may stand in braces.
  enum Field: String, CaseIterable {
    /// `2020-10-30`
    case date
    /// `2020-10`
    case month
    /// `2020Q4`, of the fiscal year
    case quarter
    /// `2020`, the calendar year
    case year
  }

  /// What a brace that opens no known field says.
  struct Fault: Error {
    var text: String
  }

  private enum Piece {
    case text(String)
    case field(Field)
  }
  private let pieces: [Piece]

  /// Whether the text depends on the as-of date.
  var isDated: Bool { pieces.contains { if case .field = $0 { true } else { false } } }

  init(_ text: String) throws(Fault) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
        throw Fault(text: String(rest[open...]))
      }
      let word = String(rest[rest.index(after: open)..<close])
      guard let field = Field(rawValue: word) else { throw Fault(text: "{\(word)}") }
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.field(field))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  /// The text with the as-of date put in.
  func filled(_ day: Day, fiscalYearStart: Int) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .field(.date): day.iso
      case .field(.month): String(day.iso.prefix(7))
      case .field(.quarter): Quarter(day, fiscalYearStart: fiscalYearStart).label
      case .field(.year): String(day.iso.prefix(4))
      }
    }.joined()
  }
}
