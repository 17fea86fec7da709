import Zip

/// The formats of rows that are written before their workbook is made, by number.
///
/// The library numbers formats in the order in which cells use them. The numbers given here are those of a
/// workbook that takes them over before anything else is written on it, see `WorkbookWriter.take(_:)`.
package struct RowFormats: Sendable {
  /// A format's number.
  package struct Style: Hashable, Sendable {
    let number: Int
    /// What stands between a cell's name and its content: `" s="12"`.
    let block: Block

    fileprivate init(_ number: Int) {
      self.number = number
      block = Block(number == 0 ? "\"" : "\" s=\"\(number)\"")
    }

    /// Whether both have the same number.
    package static func == (left: Style, right: Style) -> Bool { left.number == right.number }
    /// Feeds the number to a hasher.
    package func hash(into hasher: inout Hasher) { hasher.combine(number) }
  }

  /// The formats from number 1; 0 is the plain one.
  private(set) var formats: [CellFormat] = []
  private var styles: [CellFormat: Style] = [.plain: Style(0)]

  /// The plain format, which every workbook has.
  package let plain = Style(0)

  /// Begins with none.
  package init() {}

  /// The number of a format; equal formats share one.
  package mutating func style(_ format: CellFormat) -> Style {
    if let known = styles[format] { return known }
    formats.append(format)
    let style = Style(formats.count)
    styles[format] = style
    return style
  }
}
