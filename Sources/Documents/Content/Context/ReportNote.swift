import Model

/// What the notes of a report explain, in the order in which they stand.
enum ReportNote: Hashable, Sendable {
  case measure(Measures.Key)
  case rate(RateKey)
  case interval, few, groups, regions, unregistered, organisations, overlap, coverage, middle, exchange,
    secondCurrency
  case assumedCurrency, undated, asOf, from, onlyEvents, notRecorded, rows
}
