import Import
import Measuring
import Model
import Values

extension ReportRequest {
  /// Reads the inputs and measures them.
  func measure(
    progress: ReadingProgress?, toleratesLookAlikes: Bool = false,
    restart: @escaping ([Column], [InputName]) throws(TallyError) -> Void,
    reject: @escaping (RejectedRow) throws(TallyError) -> Void,
    count: (([CountedConsultation], any RecordNames) throws(TallyError) -> ImportAfterwork?)? = nil,
    digest: (([RowDigest]) throws(TallyError) -> Void)? = nil
  ) throws(TallyError) -> MeasuredRun {
    var plan = MeasurePlan()
    plan.isTrend = kind == .trend
    plan.series = series
    plan.regions = details.regionsInUse
    plan.maturityDays = maturityDays
    let sinks = SinkBox()
    var reading = ImportRequest(inputs: inputs, rules: rules, event: event, name: name, threads: threads)
    reading.toleratesLookAlikes = toleratesLookAlikes
    reading.placesKept = placesKept
    reading.toleratesUnknownWords = suggests
    if let progress { reading.bytesRead = { progress.add($0) } }
    progress?.begin(inputs.map(\.path))
    defer { progress?.end() }
    let importer = Importer(reading)
    let records = try importer.run(
      Importer.Outlets(
        makeSink: { [rules, plan] names in
          let sink =
            sinks.all.first?.sibling()
            ?? TallySink(MeasureTally(rules: rules, plan: plan, names: names))
          sinks.all.append(sink)
          return sink
        },
        restart: { columns, names throws(TallyError) in
          sinks.all = []
          progress?.restart()
          try restart(columns, names)
        }, reject: reject, count: count, digest: digest))
    var titles: [Language: String] = [:]
    for language in Language.allCases { titles[language] = title[language] ?? name }
    var frame = ReportFrame(name: name, title: titles, rules: rules, plan: plan, rateNotes: rateNotes)
    frame.details = details
    frame.unknownEditions = try unknownEditions(records.events)
    frame.reversedRates = reversedRates
    let run = try MeasuredRun(frame: frame, records: records, sinks: sinks.all)
    if kind == .trend, !allowGaps { try run.refuseFarQuarters() }
    return run
  }

  /// The editions of series that no file has.
  ///
  /// - Throws: `TallyError` where a series has none at all.
  private func unknownEditions(_ there: [String]) throws(TallyError) -> [UnknownEdition] {
    var unknown: [UnknownEdition] = []
    for (name, events) in series {
      let missing = events.filter { !there.contains($0) }
      if missing.count == events.count {
        throw TallyError(.input(.unknownSeries(name, events: events, there: there)))
      }
      unknown += missing.map { event in
        UnknownEdition(event: event, series: name, nearest: NearMiss.word(nearest: event, among: there))
      }
    }
    return unknown
  }

  private var reversedRates: [ReversedRate] {
    rules.rates.keys.sorted { $0.code < $1.code }.flatMap { currency in
      (rules.rates[currency] ?? []).compactMap { rate in
        guard let finding = RateCheck.reversed(rate, of: currency, in: rules.baseCurrency),
          let meant = finding.meant
        else { return nil }
        return ReversedRate(
          currency: currency, meaning: finding.meaning, low: finding.low, high: finding.high, meant: meant)
      }
    }
  }

  private var rateNotes: [RateNote] {
    rules.rates.keys.sorted { $0.code < $1.code }.flatMap { currency in
      (rules.rates[currency] ?? []).map {
        RateNote(currency: currency, rate: $0.text, from: $0.from, source: $0.source)
      }
    }
  }
}

private final class SinkBox {
  var all: [TallySink] = []
}
