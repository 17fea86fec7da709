import TradeModel
import Workbook

/// The columns of a table of measures, in the order of the JSON.
///
/// `conversion` stands as rate, low, high and few, since its two numbers are `mous` and `held`;
/// `supplier_conversion` and `no_show_rate` stand as numerator, denominator, rate, low, high and few.
struct WorkbookMeasureColumns: Sendable {
  let phrases: WorkbookPhrases
  let currency: Currency
  /// The counts and amounts that the table has.
  let keys: [Measures.Key]

  init(phrases: WorkbookPhrases, currency: Currency, suppliers: Bool, buyers: Bool) {
    self.phrases = phrases
    self.currency = currency
    keys = Measures.Key.allCases.filter {
      $0 == .registeredSuppliers ? suppliers : $0 == .registeredBuyers ? buyers : true
    }
  }

  /// The columns with what their totals row holds: sums of what adds up, and of `total` what does not.
  func columns(total: Measures) -> [WorkbookColumn] {
    var columns = keys.map { key in
      WorkbookColumn(
        header(key), total: key.countsOrganisations ? .plain(cell(key, of: total)) : .sum)
    }
    for key in RateKey.allCases {
      let cells = rateCells(key, of: total)
      for (part, cell) in zip(WorkbookRatePart.parts(of: key), cells) {
        let adds = (part == .numerator || part == .denominator) && key == .noShowRate
        columns.append(
          WorkbookColumn(
            phrases.ratePart(key.label(phrases.language), part),
            total: adds ? .sum : cell == .blank ? .nothing : .plain(cell)))
      }
    }
    return columns
  }

  /// The cells of a group.
  func cells(_ measures: Measures, marks: WorkbookRowMarks = WorkbookRowMarks()) -> [WorkbookCell] {
    keys.map { cell($0, of: measures, marks: marks) }
      + RateKey.allCases.flatMap { rateCells($0, of: measures, marks: marks) }
  }

  /// The place of a count or amount among the columns.
  func index(of key: Measures.Key) -> Int? { keys.firstIndex(of: key) }

  /// The place of a part of a rate among the columns.
  func index(of key: RateKey, _ part: WorkbookRatePart) -> Int? {
    var at = keys.count
    for other in RateKey.allCases {
      let parts = WorkbookRatePart.parts(of: other)
      if other == key { return parts.firstIndex(of: part).map { at + $0 } }
      at += parts.count
    }
    return nil
  }

  /// The header of a count or amount; amounts name their currency.
  func header(_ key: Measures.Key) -> String {
    let label = key.label(phrases.language)
    return key.isAmount ? phrases.amountHeader(label, currency.code) : label
  }

  /// The cell of a count or amount.
  func cell(
    _ key: Measures.Key, of measures: Measures, marks: WorkbookRowMarks = WorkbookRowMarks()
  ) -> WorkbookCell {
    guard let value = measures[key] else { return .blank }
    let mark = marks.mark(ofMOUs: key == .mous || key == .mouAmount)
    return key.isAmount ? .amount(Money(hundredths: Int64(value)), mark: mark) : .count(value, mark: mark)
  }

  private func rateCells(
    _ key: RateKey, of measures: Measures, marks: WorkbookRowMarks = WorkbookRowMarks()
  ) -> [WorkbookCell] {
    let proportion = key.proportion(of: measures)
    return WorkbookRatePart.parts(of: key).map {
      rateCell($0, of: proportion, marks: marks, isOfMOUs: key != .noShowRate)
    }
  }

  /// One part of a proportion; a rate from few cases is marked in the number's format.
  func rateCell(
    _ part: WorkbookRatePart, of proportion: Proportion, marks: WorkbookRowMarks = WorkbookRowMarks(),
    isOfMOUs: Bool = false
  ) -> WorkbookCell {
    let mark = marks.mark(ofMOUs: isOfMOUs, after: proportion.few ? phrases.fewMark : nil)
    return switch part {
    case .numerator: .count(proportion.numerator, mark: marks.mark(ofMOUs: isOfMOUs))
    case .denominator: .count(proportion.denominator, mark: marks.mark(ofMOUs: false))
    case .rate: proportion.rateMillionths.map { .rate(millionths: $0, mark: mark) } ?? .blank
    case .low: .rate(proportion.interval?.low)
    case .high: .rate(proportion.interval?.high)
    case .few: .flag(proportion.few)
    }
  }
}

/// What is to be said of the figures of a row, in the number formats of its cells.
struct WorkbookRowMarks: Hashable, Sendable {
  /// Marks of every figure, for example `r`.
  var all: [String] = []
  /// Marks of figures that follow from MOUs.
  var mous: [String] = []

  /// The mark of a figure, several as `few] [r`; nil for none.
  func mark(ofMOUs isOfMOUs: Bool, after first: String? = nil) -> String? {
    let marks = [first].compactMap { $0 } + (isOfMOUs ? mous : []) + all
    return marks.isEmpty ? nil : marks.joined(separator: "] [")
  }
}

/// The parts of a proportion as columns.
enum WorkbookRatePart: Sendable, CaseIterable {
  case numerator, denominator, rate, low, high, few

  /// The parts that a table has of a proportion.
  static func parts(of key: RateKey) -> [WorkbookRatePart] {
    key == .conversion ? [.rate, .low, .high, .few] : allCases
  }
}
