import Model
import Xlsx

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
  ///
  /// - Parameter revised: the names of the measures of `total` that have changed since they were published.
  func columns(total: Measures, revised: Set<String> = []) -> [WorkbookColumn] {
    var columns = keys.map { key in
      WorkbookColumn(
        header(key),
        total: key.countsOrganisations
          ? .plain(cell(key, of: total, revised: revised))
          : revised.contains(key.rawValue) ? .markedSum(Revisions.mark) : .sum)
    }
    for key in RateKey.allCases {
      let cells = rateCells(key, of: total, revised: revised)
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
  ///
  /// - Parameters:
  ///   - marks: marks of the whole row.
  ///   - revised: the names of its measures that have changed since they were published.
  func cells(
    _ measures: Measures, marks: WorkbookRowMarks = WorkbookRowMarks(), revised: Set<String> = []
  ) -> [WorkbookCell] {
    keys.map { cell($0, of: measures, marks: marks, revised: revised) }
      + RateKey.allCases.flatMap { rateCells($0, of: measures, marks: marks, revised: revised) }
  }

  /// How many columns there are.
  var count: Int { keys.count + RateKey.allCases.reduce(0) { $0 + WorkbookRatePart.parts(of: $1).count } }

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
    _ key: Measures.Key, of measures: Measures, marks: WorkbookRowMarks = WorkbookRowMarks(),
    revised: Set<String> = []
  ) -> WorkbookCell {
    guard let value = measures[key] else { return .blank }
    let changed = revised.contains(key.rawValue) ? Revisions.mark : nil
    let mark = marks.mark(ofMOUs: key == .mous || key == .mouAmount, after: changed)
    return key.isAmount ? .amount(Money(hundredths: Int64(value)), mark: mark) : .count(value, mark: mark)
  }

  private func rateCells(
    _ key: RateKey, of measures: Measures, marks: WorkbookRowMarks = WorkbookRowMarks(), revised: Set<String>
  ) -> [WorkbookCell] {
    let proportion = key.proportion(of: measures)
    return WorkbookRatePart.parts(of: key).map {
      rateCell($0, of: key, proportion, marks: marks, revised: revised)
    }
  }

  /// One part of a proportion; a rate from few cases is marked in the number's format.
  func rateCell(
    _ part: WorkbookRatePart, of key: RateKey, _ proportion: Proportion,
    marks: WorkbookRowMarks = WorkbookRowMarks(), revised: Set<String> = []
  ) -> WorkbookCell {
    let isOfMOUs = key != .noShowRate
    let changed = revised.contains(key.rawValue) ? Revisions.mark : nil
    let few = proportion.few ? phrases.fewMark : nil
    // Two marks read `[few] [r]`: the format puts the outer brackets.
    let own = [few, changed].compactMap { $0 }.joined(separator: "] [")
    let mark = marks.mark(ofMOUs: isOfMOUs, after: own.isEmpty ? nil : own)
    func count(_ value: Int, isOfMOUs: Bool, isChanged: Bool) -> WorkbookCell {
      .count(value, mark: marks.mark(ofMOUs: isOfMOUs, after: isChanged ? Revisions.mark : nil))
    }
    return switch part {
    case .numerator:
      count(proportion.numerator, isOfMOUs: isOfMOUs, isChanged: key.numeratorChanged(revised))
    case .denominator:
      count(proportion.denominator, isOfMOUs: false, isChanged: key.denominatorChanged(revised))
    case .rate: proportion.rateMillionths.map { .rate(millionths: Int128($0), mark: mark) } ?? .blank
    case .low: .rate(proportion.interval?.low, mark: changed)
    case .high: .rate(proportion.interval?.high, mark: changed)
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

extension RateKey {
  /// Whether the numerator is among changed measures; that of `supplier_conversion` is none of its own.
  fileprivate func numeratorChanged(_ revised: Set<String>) -> Bool {
    switch self {
    case .conversion: revised.contains(Measures.Key.mous.rawValue)
    case .supplierConversion: revised.contains(rawValue) && !revised.contains(Measures.Key.suppliers.rawValue)
    case .noShowRate: revised.contains(Measures.Key.noShows.rawValue)
    }
  }

  /// Whether the denominator is among changed measures.
  fileprivate func denominatorChanged(_ revised: Set<String>) -> Bool {
    switch self {
    case .conversion: revised.contains(Measures.Key.held.rawValue)
    case .supplierConversion: revised.contains(Measures.Key.suppliers.rawValue)
    case .noShowRate:
      revised.contains(Measures.Key.noShows.rawValue) || revised.contains(Measures.Key.held.rawValue)
    }
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
