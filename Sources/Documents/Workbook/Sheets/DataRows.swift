import Model
import Xlsx

/// The rows of a data sheet, made when they are asked for.
struct DataRows {
  private var makers: [(Int) -> [DataCell]] = []
  /// The number of the first row of each maker.
  private var firsts: [Int] = []
  /// How many rows there are.
  private(set) var count = 0

  /// Adds rows after the others.
  ///
  /// - Parameter make: The cells of a row by its number among these, from 0.
  mutating func append(_ count: Int, _ make: @escaping (Int) -> [DataCell]) {
    guard count > 0 else { return }
    firsts.append(self.count)
    makers.append(make)
    self.count += count
  }

  subscript(row: Int) -> [DataCell] {
    var (low, high) = (0, firsts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if firsts[middle] <= row { low = middle } else { high = middle }
    }
    return makers[low](row - firsts[low])
  }
}

/// The formats of a data sheet's cells.
struct DataFormats {
  let text: CellFormat
  let count: CellFormat
  let amount: CellFormat
  let rate: CellFormat
  let points: CellFormat
  let flag: CellFormat

  init(style: BookStyle) {
    func format(_ number: String?, _ horizontal: CellFormat.Horizontal) -> CellFormat {
      CellFormat(numberFormat: number, horizontal: horizontal, fontSize: style.size)
    }
    text = format(nil, .left)
    count = format("#,##0", .right)
    amount = format("#,##0.00", .right)
    rate = format("0.0000%", .right)
    points = format("0.0000", .right)
    flag = format(nil, .center)
  }
}

extension DataSheet {
  /// Has the rows packed ahead where there are at least `threshold`.
  mutating func packIfMany(
    _ formats: inout RowFormats, from threshold: Int = DataRowPacking.threshold, style: BookStyle,
    temporaryDirectory: String?
  ) {
    guard rows.count >= threshold else { return }
    packing = DataRowPacking(&formats, style: style, temporaryDirectory: temporaryDirectory)
  }
}

/// Packs the rows of a data sheet with very many groups, past the library's memory of cells.
struct DataRowPacking {
  private let text, count, amount, rate, points, flag: RowFormats.Style
  private let temporaryDirectory: String?

  /// From how many rows on it is worth while.
  static let threshold = 3_000
  /// Rows a piece: enough for the packing, few enough for a little memory.
  private static let pieceRows = 1_024

  /// - Parameter formats: Of the workbook, which has to take them over before anything is written.
  init(_ formats: inout RowFormats, style: BookStyle, temporaryDirectory: String?) {
    let cells = DataFormats(style: style)
    text = formats.style(cells.text)
    count = formats.style(cells.count)
    amount = formats.style(cells.amount)
    rate = formats.style(cells.rate)
    points = formats.style(cells.points)
    flag = formats.style(cells.flag)
    self.temporaryDirectory = temporaryDirectory
  }

  /// The first `count` rows, from the sheet's row `first` on.
  func rows(_ rows: DataRows, count: Int, first: Int, columns: Int) throws -> PackedRows {
    let packed = try PackedRows(temporaryDirectory: temporaryDirectory)
    let writer = try RowWriter(row: first, columns: columns)
    for row in 0..<count {
      writer.beginRow()
      for cell in rows[row] { add(cell, to: writer) }
      try writer.endRow()
      if writer.count == DataRowPacking.pieceRows { try packed.add(writer.take()) }
    }
    if writer.count > 0 { try packed.add(writer.take()) }
    return packed
  }

  private func add(_ cell: DataCell, to writer: RowWriter) {
    switch cell {
    case .blank: writer.skip()
    case .text(let text): writer.add(unique: CellValue.clipped(text), self.text)
    case .count(let count): writer.add(count, self.count)
    case .amount(let amount): writer.add(hundredths: amount.hundredths, self.amount)
    case .millionths(let rate): writer.add(Double(rate) / 1_000_000, self.rate)
    case .points(let points): writer.add(Double(points) / 10_000, self.points)
    case .flag(let flag): writer.add(flag: flag, self.flag)
    }
  }
}
