/// A colour of red, green and blue.
package struct Color: Hashable, Sendable {
  /// `0xRRGGBB`.
  package let rgb: UInt32
  /// Makes a colour from `0xRRGGBB`; higher bits are dropped.
  package init(_ rgb: UInt32) { self.rgb = rgb & 0xFFFFFF }

  /// The library takes 0 for "no colour" and has a value of its own for black.
  var library: UInt32 { rgb == 0 ? 0x1000000 : rgb }
}

/// How a cell looks; equal formats become one style of the workbook.
package struct CellFormat: Hashable, Sendable {
  /// Where the text stands between left and right.
  package enum Horizontal: UInt8, Hashable, Sendable {
    case general = 0
    case left = 1
    case center = 2
    case right = 3
  }
  /// Where the text stands between top and bottom.
  package enum Vertical: UInt8, Hashable, Sendable {
    case bottom = 0
    case top = 8
    case center = 10
  }

  /// Excel's number format, for example `#,##0.00`; nil for General.
  ///
  /// At most 127 UTF-8 bytes.
  package var numberFormat: String?
  /// Heavy type.
  package var bold: Bool
  /// Slanted type.
  package var italic: Bool
  /// A line under the text itself.
  package var underline: Bool
  /// Whether long text goes on in a next line of the cell.
  package var wrap: Bool
  /// Where the text stands between left and right.
  package var horizontal: Horizontal
  /// Where the text stands between top and bottom.
  package var vertical: Vertical
  /// Levels of indentation.
  package var indent: UInt8
  /// Points, 1 to 409; nil for the standard size.
  package var fontSize: Double?
  /// The colour of the text; nil for the standard one.
  package var fontColor: Color?
  /// The colour behind the text; nil for none.
  package var fill: Color?
  /// A thin line under the cell.
  package var bottomLine: Bool
  /// A thin line over the cell.
  package var topLine: Bool
  /// Whether the lines are of medium weight.
  package var heavyLines: Bool
  /// The colour of the lines; nil for black.
  package var lineColor: Color?
  /// The font; nil for that of the workbook.
  package var fontName: String?

  /// Makes a format; without arguments the plain one.
  package init(
    numberFormat: String? = nil, bold: Bool = false, italic: Bool = false, underline: Bool = false,
    wrap: Bool = false, horizontal: Horizontal = .general, vertical: Vertical = .bottom, indent: UInt8 = 0,
    fontSize: Double? = nil, fontColor: Color? = nil, fill: Color? = nil, bottomLine: Bool = false,
    topLine: Bool = false, heavyLines: Bool = false, lineColor: Color? = nil, fontName: String? = nil
  ) {
    self.numberFormat = numberFormat
    self.bold = bold
    self.italic = italic
    self.underline = underline
    self.wrap = wrap
    self.horizontal = horizontal
    self.vertical = vertical
    self.indent = indent
    self.fontSize = fontSize
    self.fontColor = fontColor
    self.fill = fill
    self.bottomLine = bottomLine
    self.topLine = topLine
    self.heavyLines = heavyLines
    self.lineColor = lineColor
    self.fontName = fontName
  }

  /// The plain format.
  package static let plain = CellFormat()
}

/// What stands in a cell; imported values have no way to become formulas.
package enum CellValue: Hashable, Sendable {
  /// A text of at most 32,767 UTF-16 units; empty text makes a blank cell.
  case text(String)
  /// A finite number; it is written with 16 significant digits, −0 as 0.
  case number(Double)
  case boolean(Bool)
  /// A day, as days since 1970-01-01, written as Excel's serial number; the format has to show it as a date.
  case date(Int)
  case blank
}

/// Excel's calendar of 1900.
package enum SerialDate {
  /// Excel's number of 1970-01-01.
  static let epoch = 25_569
  /// 1 March 1900; before it Excel counts a leap day that 1900 did not have.
  static let first = 61
  /// 31 December 9999.
  static let last = 2_958_465

  /// The serial number of a day given as days since 1970-01-01.
  package static func serial(daysSince1970 days: Int) throws(WorkbookError) -> Double {
    let serial = days.addingReportingOverflow(epoch)
    guard !serial.overflow, serial.partialValue >= first, serial.partialValue <= last else {
      throw .impossibleDate("day \(days) since 1970")
    }
    return Double(serial.partialValue)
  }

  /// The serial number of a day given by its parts; a day that no calendar has is an error.
  package static func serial(year: Int, month: Int, day: Int) throws(WorkbookError) -> Double {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1, day <= lengths[month - 1] else {
      throw .impossibleDate("\(year)-\(month)-\(day)")
    }
    let before = year - 1
    let leapDays = before / 4 - before / 100 + before / 400
    let days = before * 365 + leapDays + lengths[..<(month - 1)].reduce(0, +) + day - 719_163
    return try serial(daysSince1970: days)
  }
}
