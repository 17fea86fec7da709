import Content

/// The tables that are no tables of figures: the title's frame, names with their statements, key figures.
enum Boxes {
  /// A text between two strong lines.
  static func title(_ style: ParagraphStyle, _ text: String, width: Int, description: String = "") -> Grid {
    var grid = Grid(description: description, widths: [width], leastHeight: 3400)
    grid.add(
      [
        Grid.Cell(
          paragraphs: [Paragraph(style, text, width: width - 2 * Grid.sideMargin)],
          frame: CellFrame(top: .thick, bottom: .thick, fill: Palette.total))
      ])
    return grid
  }

  /// Names at the left, what they are at the right; nil where there is none.
  static func facts(_ facts: [Fact], width: Int, description: String) -> Grid? {
    guard !facts.isEmpty else { return nil }
    let style = ParagraphStyle.tableText
    let names = facts.map { TextMeasure.width(MarkupText.clean($0.name), size: style.characters.size) }
    // 25 to 60 mm.
    let left = min(max((names.max() ?? 0) + 2 * Grid.sideMargin + 200, 7_087), 17_008)
    var grid = Grid(description: description, widths: [left, width - left])
    for (index, fact) in facts.enumerated() {
      let (top, bottom): (CellFrame.Line, CellFrame.Line) = (
        index == 0 ? .thick : .thin, index == facts.count - 1 ? .thick : .thin
      )
      var bold = ParagraphStyle.tableCenter.characters
      bold.isBold = true
      grid.add([
        Grid.Cell(
          paragraphs: [
            Paragraph(.tableCenter, fact.name, shape: bold, width: grid.room(from: 0, columns: 1))
          ],
          frame: CellFrame(right: .thin, top: top, bottom: bottom, fill: Palette.head)),
        Grid.Cell(
          paragraphs: [Paragraph(style, fact.text, width: grid.room(from: 1, columns: 1))],
          frame: CellFrame(left: .thin, top: top, bottom: bottom)),
      ])
    }
    return grid
  }

  /// Figures in large type, two or three side by side; nil where there is none.
  static func keyFigures(_ figures: [KeyFigure], width: Int, description: String) -> Grid? {
    guard !figures.isEmpty else { return nil }
    let sixth = width / 6
    var grid = Grid(
      description: description, widths: [width - 5 * sixth, sixth, sixth, sixth, sixth, sixth])
    var at = 0
    for count in rowLengths(figures.count) {
      let row = figures[at..<(at + count)]
      let lines = row.map(\.details.count).max() ?? 0
      let isFirst = at == 0
      at += count
      let isLast = at == figures.count
      grid.add(
        row.enumerated().map { index, figure in
          let columns = 6 / count
          let frame = CellFrame(
            left: index == 0 ? .none : .thin, right: index == count - 1 ? .none : .thin,
            top: isFirst ? .thick : .thin, bottom: isLast ? .thick : .thin)
          return cell(
            figure, lines: lines, room: grid.room(from: index * columns, columns: columns),
            columns: columns, frame)
        })
    }
    return grid
  }

  /// How many figures stand in each row: three, or two where three would leave one alone.
  static func rowLengths(_ count: Int) -> [Int] {
    switch count {
    case 0: []
    case 1, 2, 3: [count]
    case 4: [2, 2]
    default: [3] + rowLengths(count - 3)
    }
  }

  /// - Parameter lines: how many details the figures beside it have, so that all stand at the same height.
  private static func cell(
    _ figure: KeyFigure, lines: Int, room: Int, columns: Int, _ frame: CellFrame
  ) -> Grid.Cell {
    let details = figure.details + [String](repeating: "", count: lines - figure.details.count)
    var value = ParagraphStyle.figureValue.characters
    let text = MarkupText.clean(figure.value)
    // A long value keeps to one line as far as it can be read.
    while value.size > 1200, TextMeasure.width(text, size: value.size) > room { value.size -= 100 }
    let shape = value == ParagraphStyle.figureValue.characters ? nil : value
    return Grid.Cell(
      paragraphs: [
        Paragraph(.figureName, figure.label, width: room),
        Paragraph(.figureValue, text, shape: shape, width: room),
      ] + details.map { Paragraph(.figureDetail, $0, width: room) }, columns: columns, frame: frame)
  }
}
