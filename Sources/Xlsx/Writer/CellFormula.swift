/// A formula of the program's own, put together of parts of which none is imported.
package struct CellFormula: Hashable, Sendable {
  /// The formula without its equals sign.
  let text: String

  private init(_ text: String) { self.text = text }

  /// What a formula gives where there is nothing to compute.
  package static let nothing = "–"

  /// Some cells of a column; rows and columns count from 0.
  private static func range(_ rows: ClosedRange<Int>, _ column: Int) -> String {
    let letters = SheetWriter.letters(column)
    return "\(letters)\(rows.lowerBound + 1):\(letters)\(rows.upperBound + 1)"
  }

  /// The value of a cell.
  package static func cell(row: Int, column: Int) -> CellFormula {
    CellFormula("\(SheetWriter.letters(column))\(row + 1)")
  }

  /// A number; 0 for one that is not finite.
  package static func number(_ value: Double) -> CellFormula {
    CellFormula(String(decoding: LibraryNumber.text(value.isFinite ? value : 0), as: UTF8.self))
  }

  /// The sum of the cells that no filter hides.
  package static func visibleSum(rows: ClosedRange<Int>, column: Int) -> CellFormula {
    CellFormula("SUBTOTAL(109,\(range(rows, column)))")
  }

  /// The sum of all cells.
  package static func sum(rows: ClosedRange<Int>, column: Int) -> CellFormula {
    CellFormula("SUM(\(range(rows, column)))")
  }

  /// The sum of adjacent cells.
  package static func sum(row: Int, columns: ClosedRange<Int>) -> CellFormula {
    let (first, last) = (SheetWriter.letters(columns.lowerBound), SheetWriter.letters(columns.upperBound))
    return CellFormula("SUM(\(first)\(row + 1):\(last)\(row + 1))")
  }

  /// A number while no filter hides a row, else nothing.
  ///
  /// - Parameter column: a column in which every row has something.
  package static func whileAllVisible(
    rows: ClosedRange<Int>, column: Int, _ value: Double
  ) -> CellFormula {
    let cells = range(rows, column)
    return CellFormula("IF(SUBTOTAL(103,\(cells))=ROWS(\(cells)),\(number(value).text),\"\(nothing)\")")
  }

  /// The sum of two.
  package static func + (left: CellFormula, right: CellFormula) -> CellFormula {
    CellFormula("(\(left.text)+\(right.text))")
  }

  /// A part of a whole, nothing where the whole is 0.
  package static func quotient(_ part: CellFormula, of whole: CellFormula) -> CellFormula {
    CellFormula("IF(\(whole.text)=0,\"\(nothing)\",\(part.text)/\(whole.text))")
  }

  /// A bound of the 95 % Wilson score interval of a part of a whole, nothing where the whole is 0.
  ///
  /// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
  /// American Statistical Association 22 (1927), 209–212. At 0 and at the whole the bound is exactly 0 or 1.
  package static func wilson(_ part: CellFormula, of whole: CellFormula, isLow: Bool) -> CellFormula {
    let (x, n, z) = (part.text, whole.text, "1.959963984540054")
    let spread = "\(z)*SQRT(\(x)/\(n)*(1-\(x)/\(n))/\(n)+\(z)^2/(4*\(n)^2))"
    let bound = "(\(x)/\(n)+\(z)^2/(2*\(n))\(isLow ? "-" : "+")\(spread))/(1+\(z)^2/\(n))"
    let edge = isLow ? "\(x)=0,0" : "\(x)=\(n),1"
    return CellFormula("IF(\(n)=0,\"\(nothing)\",IF(\(edge),\(bound)))")
  }
}
