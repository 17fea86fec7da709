import Model

/// The quarters of days, each computed once.
struct QuarterTable {
  private let fiscalYearStart: Int
  /// By days since 1990, the first year that dates may have.
  private var indices: [Int32] = []
  private static let firstDay: Int32 = 7_305
  private static let days = 40_177
  private static let unknown = Int32.min

  init(fiscalYearStart: Int) { self.fiscalYearStart = fiscalYearStart }

  @inline(__always)
  mutating func quarter(of day: Int32) -> Quarter {
    let place = Int(day &- QuarterTable.firstDay)
    if place >= 0, place < indices.count, indices[place] != QuarterTable.unknown {
      return Quarter(index: indices[place])
    }
    return reckon(day, place)
  }

  private mutating func reckon(_ day: Int32, _ place: Int) -> Quarter {
    let quarter = Quarter(Day(number: day), fiscalYearStart: fiscalYearStart)
    if place >= 0, place < QuarterTable.days {
      if indices.isEmpty {
        indices = [Int32](repeating: QuarterTable.unknown, count: QuarterTable.days)
      }
      indices[place] = quarter.index
    }
    return quarter
  }
}
