import Ledger
import Model
import Reports

/// Compares a report with the edition that was published before, and says what may have changed its figures.
struct RevisionFinder {
  let earlier: Publication
  let run: RunRecord
  let inputs: [InputRecord]
  let period: Period?
  let fiscalYearStart: Int
  /// In which rows that count the editions differ; nil where these are not known of both.
  var rowChanges: RowChanges?

  /// Which figures can be compared: those of the same period.
  ///
  /// Reports as of different dates are compared where they are about the same days; those of a trend by the
  /// quarters that the previous edition knew completely.
  var scope: RevisionScope {
    let old = earlier.run
    guard old.kind == run.kind else { return .nothing }
    if old.asOf == run.asOf && old.from == run.from { return .everything }
    if run.kind == ReportKind.trend.rawValue {
      guard let from = old.period?.from, let to = [old.asOf, old.period?.to].compactMap({ $0 }).min() else {
        return .nothing
      }
      // The quarter that contains the day after the last one is the first incomplete one.
      let behind = Quarter(to.advanced(by: 1), fiscalYearStart: fiscalYearStart)
      let last = Quarter(index: behind.index - 1)
      let first = Quarter(from, fiscalYearStart: fiscalYearStart)
      return first <= last ? .quarters(first.label...last.label) : .nothing
    }
    return old.period != nil && old.period == period ? .everything : .nothing
  }

  /// Everything that differs between the two editions.
  var causes: [RevisionCause] {
    let old = earlier.run
    var causes: [RevisionCause] = []
    let differences = rowDifferences
    var before: [String: InputRecord] = [:]
    for input in earlier.inputs { before[input.path] = input }
    for input in inputs {
      let file = fileName(input.path)
      guard let was = before.removeValue(forKey: input.path) else {
        causes.append(.inputAdded(file: file))
        continue
      }
      if was.sha256 != input.sha256 {
        causes.append(
          .inputChanged(
            file: file, rowsBefore: was.rows, rowsAfter: input.rows,
            rows: differences.map { $0[input.path] ?? RowDifference() }))
      }
    }
    for path in before.keys.sorted() { causes.append(.inputRemoved(file: fileName(path))) }
    let ratesChanged = RecordedRates(old.rates).rates != RecordedRates(run.rates).rates
    if ratesChanged { causes.append(.rates) }
    // Rates are part of the definition: where they changed, the definition's hash adds nothing.
    if old.definitionHash != run.definitionHash, !ratesChanged { causes.append(.definition) }
    if old.asOf != run.asOf || old.from != run.from { causes.append(.dates) }
    if old.program != run.program { causes.append(.program(before: old.program, after: run.program)) }
    return causes
  }

  /// The differences by the paths of the inputs.
  private var rowDifferences: [String: RowDifference]? {
    guard let rowChanges else { return nil }
    func path(_ inputs: [InputRecord], _ place: RowChanges.Place?) -> String? {
      place.flatMap { inputs.indices.contains($0.input) ? inputs[$0.input].path : nil }
    }
    var differences: [String: RowDifference] = [:]
    for change in rowChanges.list {
      let before = path(earlier.inputs, change.before)
      let now = path(inputs, change.now)
      if let now, before != nil {
        differences[now, default: RowDifference()].changed += 1
      } else if let now {
        differences[now, default: RowDifference()].added += 1
      } else if let before {
        differences[before, default: RowDifference()].removed += 1
      }
    }
    return differences
  }

  /// The base currency of the edition before, where it is known to be another one: its amounts are in that one and are
  /// not compared.
  var otherCurrency: Currency? {
    guard let before = RecordedRates(earlier.run.rates).base, let now = RecordedRates(run.rates).base,
      before != now
    else { return nil }
    return before
  }

  private func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// The rates and the base currency of a run as the ledger keeps them, in one text.
struct RecordedRates {
  private static let mark = "base="

  /// The rates alone.
  let rates: String
  /// Nil in the records of versions that did not keep it.
  let base: Currency?

  init(_ text: String) {
    let parts = text.split(separator: ";").map(String.init)
    rates = parts.filter { !$0.hasPrefix(RecordedRates.mark) }.joined(separator: ";")
    base = parts.first { $0.hasPrefix(RecordedRates.mark) }.map {
      Currency(String($0.dropFirst(RecordedRates.mark.count)))
    }
  }

  /// The text that the ledger keeps.
  static func text(_ rates: [String], base: Currency) -> String {
    (rates + [mark + base.code]).joined(separator: ";")
  }
}
