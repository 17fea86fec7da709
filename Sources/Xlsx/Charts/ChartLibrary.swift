import CXlsxWriter

// What the library calls the parts of a chart.

extension Chart.Kind {
  var library: UInt8 {
    switch self {
    case .bar: UInt8(LXW_CHART_BAR.rawValue)
    case .barStacked: UInt8(LXW_CHART_BAR_STACKED.rawValue)
    case .column: UInt8(LXW_CHART_COLUMN.rawValue)
    case .columnStacked: UInt8(LXW_CHART_COLUMN_STACKED.rawValue)
    case .line: UInt8(LXW_CHART_LINE.rawValue)
    }
  }
}

extension Chart.Line {
  var library: lxw_chart_line {
    lxw_chart_line(
      color: color.library, none: 0, width: Float(width.isFinite ? min(max(width, 0.25), 20) : 1),
      dash_type: UInt8(dash.library.rawValue), transparency: 0)
  }
}

extension Chart.Line.Dash {
  var library: lxw_chart_line_dash_type {
    switch self {
    case .solid: LXW_CHART_LINE_DASH_SOLID
    case .dash: LXW_CHART_LINE_DASH_DASH
    case .longDash: LXW_CHART_LINE_DASH_LONG_DASH
    case .roundDot: LXW_CHART_LINE_DASH_ROUND_DOT
    case .dashDot: LXW_CHART_LINE_DASH_DASH_DOT
    }
  }
}

extension Chart.Pattern {
  var library: UInt8? {
    let pattern: lxw_chart_pattern_type? =
      switch self {
      case .solid: nil
      case .lightUpwardDiagonal: LXW_CHART_PATTERN_LIGHT_UPWARD_DIAGONAL
      case .darkUpwardDiagonal: LXW_CHART_PATTERN_DARK_UPWARD_DIAGONAL
      case .lightDownwardDiagonal: LXW_CHART_PATTERN_LIGHT_DOWNWARD_DIAGONAL
      case .lightHorizontal: LXW_CHART_PATTERN_LIGHT_HORIZONTAL
      case .lightVertical: LXW_CHART_PATTERN_LIGHT_VERTICAL
      case .dottedGrid: LXW_CHART_PATTERN_DOTTED_GRID
      case .smallCheck: LXW_CHART_PATTERN_SMALL_CHECK
      case .percent20: LXW_CHART_PATTERN_PERCENT_20
      case .percent50: LXW_CHART_PATTERN_PERCENT_50
      }
    return pattern.map { UInt8($0.rawValue) }
  }
}

extension Chart.Marker {
  var library: UInt8 {
    switch self {
    case .none: UInt8(LXW_CHART_MARKER_NONE.rawValue)
    case .circle: UInt8(LXW_CHART_MARKER_CIRCLE.rawValue)
    case .square: UInt8(LXW_CHART_MARKER_SQUARE.rawValue)
    case .diamond: UInt8(LXW_CHART_MARKER_DIAMOND.rawValue)
    case .triangle: UInt8(LXW_CHART_MARKER_TRIANGLE.rawValue)
    case .x: UInt8(LXW_CHART_MARKER_X.rawValue)
    }
  }
}

extension Chart.Legend {
  var library: UInt8 {
    switch self {
    case .none: UInt8(LXW_CHART_LEGEND_NONE.rawValue)
    case .bottom: UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue)
    case .right: UInt8(LXW_CHART_LEGEND_RIGHT.rawValue)
    case .top: UInt8(LXW_CHART_LEGEND_TOP.rawValue)
    }
  }
}

extension Chart.Blanks {
  var library: UInt8 {
    switch self {
    case .gap: UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue)
    case .zero: UInt8(LXW_CHART_BLANKS_AS_ZERO.rawValue)
    case .connected: UInt8(LXW_CHART_BLANKS_AS_CONNECTED.rawValue)
    }
  }
}
