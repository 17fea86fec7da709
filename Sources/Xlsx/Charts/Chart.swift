/// Cells in one row or one column of a sheet; rows and columns count from 0, bounds included.
package struct CellRange: Hashable, Sendable {
  /// The sheet's name.
  package var sheet: String
  /// The first and the last row.
  package var rows: ClosedRange<Int>
  /// The first and the last column.
  package var columns: ClosedRange<Int>

  /// Makes a range over several rows of one column.
  package init(sheet: String, rows: ClosedRange<Int>, column: Int) {
    self.sheet = sheet
    self.rows = rows
    self.columns = column...column
  }

  /// Makes a range over several columns of one row.
  package init(sheet: String, row: Int, columns: ClosedRange<Int>) {
    self.sheet = sheet
    self.rows = row...row
    self.columns = columns
  }

  /// Whether the range lies in one row or one column.
  var isLine: Bool { rows.count == 1 || columns.count == 1 }
}

/// A native chart of Excel's.
package struct Chart: Hashable, Sendable {
  /// How the values are drawn.
  package enum Kind: Hashable, Sendable {
    /// Horizontal bars.
    case bar
    case barStacked
    /// Upright columns.
    case column
    case columnStacked
    case line
  }

  /// The pattern of a filled area, so that colour is never the only sign.
  package enum Pattern: Hashable, Sendable {
    case solid, lightUpwardDiagonal, darkUpwardDiagonal, lightDownwardDiagonal, lightHorizontal, lightVertical
    case dottedGrid, smallCheck, percent20, percent50
  }

  /// A stroke.
  package struct Line: Hashable, Sendable {
    /// How the stroke is broken.
    package enum Dash: Hashable, Sendable {
      case solid, dash, longDash, roundDot, dashDot
    }
    /// The colour.
    package var color: Color
    /// Points.
    package var width: Double
    /// How the stroke is broken.
    package var dash: Dash
    package init(color: Color, width: Double = 1.5, dash: Dash = .solid) {
      self.color = color
      self.width = width
      self.dash = dash
    }
  }

  /// The sign at each point of a line.
  ///
  /// The library's dashes are left out: it gives them names that the file format does not have.
  package enum Marker: Hashable, Sendable {
    case none, circle, square, diamond, triangle, x
  }

  /// The numbers of one kind.
  package struct Series: Hashable, Sendable {
    /// The name in the legend.
    package var name: String
    /// What each value belongs to.
    package var categories: CellRange
    /// The numbers; blank cells are what `blanks` says.
    package var values: CellRange
    /// The colour of bars and columns.
    package var fill: Color?
    /// The pattern of bars and columns.
    package var pattern: Pattern
    /// Nil leaves Excel's line; see `hidesLine`.
    package var line: Line?
    /// Draws no line, for bounds between which only high-low lines show.
    package var hidesLine: Bool
    /// The sign at each point of a line; nil leaves Excel's.
    package var marker: Marker?
    /// Writes each value beside its bar or point, in this number format; nil writes none.
    package var labelFormat: String?
    /// Leaves bars and columns without any colour, as the space before an interval.
    package var isHidden: Bool
    /// Colours of single bars by their places, instead of `fill`.
    package var pointFills: [Int: Color]
    /// Texts in place of the values, one for each; needs `labelFormat`.
    package var labels: [String]

    package init(
      name: String, categories: CellRange, values: CellRange, fill: Color? = nil, pattern: Pattern = .solid,
      line: Line? = nil, hidesLine: Bool = false, marker: Marker? = nil, labelFormat: String? = nil,
      isHidden: Bool = false, pointFills: [Int: Color] = [:], labels: [String] = []
    ) {
      self.name = name
      self.categories = categories
      self.values = values
      self.fill = fill
      self.pattern = pattern
      self.line = line
      self.hidesLine = hidesLine
      self.marker = marker
      self.labelFormat = labelFormat
      self.isHidden = isHidden
      self.pointFills = pointFills
      self.labels = labels
    }
  }

  /// An axis.
  package struct Axis: Hashable, Sendable {
    /// Not empty: without axis titles a screen reader has nothing to say.
    package var title: String
    /// The number format of the axis; nil for that of the cells.
    package var numberFormat: String?
    /// From the last to the first; horizontal bars then stand in the order of the rows.
    package var isReversed: Bool
    /// Where a value axis starts; nil leaves it to Excel.
    package var minimum: Double?
    /// Where a value axis ends; nil leaves it to Excel.
    package var maximum: Double?
    /// Whether lines cross the chart at the main ticks.
    package var hasGridlines: Bool
    /// The distance of the main ticks of a value axis; nil leaves it to Excel.
    package var majorUnit: Double?
    package init(
      title: String, numberFormat: String? = nil, isReversed: Bool = false, minimum: Double? = nil,
      maximum: Double? = nil, hasGridlines: Bool = false, majorUnit: Double? = nil
    ) {
      self.title = title
      self.numberFormat = numberFormat
      self.isReversed = isReversed
      self.minimum = minimum
      self.maximum = maximum
      self.hasGridlines = hasGridlines
      self.majorUnit = majorUnit
    }
  }

  /// Where the legend stands.
  package enum Legend: Hashable, Sendable {
    case none, bottom, right, top
  }

  /// What is drawn where a cell is blank.
  package enum Blanks: Hashable, Sendable {
    case gap, zero, connected
  }

  /// How the values are drawn.
  package var kind: Kind
  /// What stands over the chart; not empty.
  package var title: String
  /// At least one.
  package var series: [Series]
  /// The axis of the categories, upright in a chart of bars.
  package var categoryAxis: Axis
  /// The axis of the numbers.
  package var valueAxis: Axis
  /// Where the legend stands.
  package var legend: Legend
  /// What is drawn where a cell is blank.
  package var blanks: Blanks
  /// Upright strokes from the lowest to the highest series at each point, in charts of lines.
  package var highLowLines: Line?
  /// The font of all texts, titles in bold; nil for Excel's.
  package var font: WorkbookFont?
  /// The space between bars in per cent of their width, 0 to 500.
  package var gap: Int?
  /// What the chart shows, for a reader who cannot see it; not empty, at most 2,000 UTF-8 bytes.
  package var altText: String
  /// Pixels.
  package var width: Double
  /// Pixels.
  package var height: Double

  package init(
    kind: Kind, title: String, series: [Series], categoryAxis: Axis, valueAxis: Axis, legend: Legend = .none,
    blanks: Blanks = .gap, highLowLines: Line? = nil, gap: Int? = nil, font: WorkbookFont? = nil,
    altText: String,
    width: Double = 640, height: Double = 360
  ) {
    self.kind = kind
    self.title = title
    self.series = series
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
    self.legend = legend
    self.blanks = blanks
    self.highLowLines = highLowLines
    self.gap = gap
    self.font = font
    self.altText = altText
    self.width = width
    self.height = height
  }
}
