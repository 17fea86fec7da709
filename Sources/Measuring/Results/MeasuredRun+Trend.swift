import Model

extension MeasuredRun {
  /// Everything that a trend report says.
  package var trend: TrendOutcomes {
    let quarters = self.quarters
    let total = points(quarters, seriesOf: nil, signed: .total) { .quarter($0) }
    let series = seriesInOrder
    let editions = series.flatMap { self.editions(of: $0) }
    var trend = TrendOutcomes(
      head: head, fiscalYearStart: request.rules.fiscalYearStart, maturityDays: request.plan.maturityDays,
      quarters: quarters, undated: sink.tally.undated, total: total,
      byCountry: countries.filter { $0.measures.booked > 0 }.map { group in
        TrendGroup(
          key: group.key,
          points: points(quarters, seriesOf: nil, signed: .country(group.key)) {
            .countryQuarter(group.key, $0)
          })
      },
      bySector: sectors.filter { $0.group.measures.booked > 0 }.map { number, group in
        TrendGroup(
          key: group.key,
          points: points(quarters, seriesOf: nil, signed: .sector(number)) { .sectorQuarter(number, $0) })
      },
      bySeries: series.filter { groups[.series($0)].booked > 0 }.map { index in
        TrendGroup(
          key: request.plan.series[index].name,
          points: points(quarters, seriesOf: index, signed: .series(index)) { .seriesQuarter(index, $0) })
      },
      editions: editions, followUp: [])
    for (cohort, key) in cohortKeys(quarters, editions) {
      guard let counts = sink.tally.followUp[key], let until = followedUntil else { continue }
      trend.followUp += followUpPoints(counts, of: cohort, until: until)
      trend.cohorts.append(FollowUpCohort(counts, of: cohort))
    }
    (trend.editionsByCountry, trend.editionsBySector) = breakdowns(of: editions)
    for quarter in quarters { trend.later[.quarter(quarter)] = later { $0.quarter == quarter } }
    let numbers = eventNumbers
    for edition in editions {
      guard let number = numbers[edition.event] else { continue }
      trend.later[.edition(series: edition.series, event: edition.event)] = later { $0.event == number }
    }
    trend.later = trend.later.filter { $0.value > 0 }
    return trend
  }

  /// All quarters from the first to the last with a booked consultation or a signed MOU.
  private var quarters: [Quarter] {
    var first: Quarter?
    var last: Quarter?
    func include(_ quarter: Quarter) {
      first = min(first ?? quarter, quarter)
      last = max(last ?? quarter, quarter)
    }
    for case .quarter(let quarter?) in groups.keys { include(quarter) }
    for key in sink.tally.signedQuarters.keys { include(key.quarter) }
    guard let first, let last else { return [] }
    return (first.index...last.index).map { Quarter(index: $0) }
  }

  private func points(
    _ quarters: [Quarter], seriesOf series: Int?, signed: GroupKey, key: (Quarter) -> GroupKey
  ) -> [TrendPoint] {
    func hadEvent(_ quarter: Quarter) -> Bool {
      let group: GroupKey = series.map { .seriesQuarter($0, quarter) } ?? .quarter(quarter)
      return groups[group].booked > 0
    }
    func change(from old: Quarter, to new: Quarter) -> Change? {
      guard hadEvent(old), hadEvent(new) else { return nil }
      return Change(before: groups[key(old)], after: groups[key(new)])
    }
    return quarters.map { quarter in
      let hadEvent = hadEvent(quarter)
      let mousSigned = sink.tally.signedQuarters[.init(group: signed, quarter: quarter)] ?? 0
      if !hadEvent, mousSigned == 0 { return TrendPoint(blank: quarter, immature: isImmature(quarter)) }
      return TrendPoint(
        quarter: quarter, noEvent: !hadEvent, immature: isImmature(quarter),
        measures: groups[key(quarter)], mousSigned: mousSigned,
        previousQuarter: change(from: Quarter(index: quarter.index - 1), to: quarter),
        yearAgo: change(from: Quarter(index: quarter.index - 4), to: quarter))
    }
  }

  /// The day up to which consultations are followed.
  private var followedUntil: Day? { request.rules.asOf ?? records.lastDate }

  private func isImmature(_ quarter: Quarter) -> Bool {
    isImmature(lastDay: quarter.lastDay(fiscalYearStart: request.rules.fiscalYearStart))
  }

  /// Whether MOUs of meetings up to a day may still come within the maturity time.
  private func isImmature(lastDay: Day) -> Bool {
    guard let days = request.plan.maturityDays, let until = followedUntil else { return false }
    return lastDay.advanced(by: days) > until
  }

  // MARK: - Series

  /// Indices of the series by the first date of a consultation that counts, then by name.
  private var seriesInOrder: [Int] {
    var firstDays: [Int: Int32] = [:]
    for (event, days) in eventDays {
      if let series = sink.tally.series(of: event) {
        firstDays[series] = min(firstDays[series] ?? .max, days.first)
      }
    }
    return request.plan.series.indices.sorted { left, right in
      let leftDay = firstDays[left] ?? .max
      let rightDay = firstDays[right] ?? .max
      if leftDay != rightDay { return leftDay < rightDay }
      return precedes(request.plan.series[left].name, request.plan.series[right].name)
    }
  }

  private func editions(of series: Int) -> [Edition] {
    let mine = events.filter { sink.tally.series(of: $0.number) == series && !$0.group.measures.isEmpty }
    let sorted = mine.map { event in
      let held = eventDays[event.number]?.heldFrom
      return (event, heldFrom: held == .max ? nil : held)
    }
    .sorted { left, right in
      let leftDay = left.heldFrom ?? .max
      let rightDay = right.heldFrom ?? .max
      if leftDay != rightDay { return leftDay < rightDay }
      return precedes(left.0.group.key, right.0.group.key)
    }
    var editions: [Edition] = []
    for (event, heldFrom) in sorted {
      let measures = event.group.measures
      // One without a first held date, called off or still to come, comes after none and is compared with nothing.
      let comparable = heldFrom == nil ? nil : editions.last
      editions.append(
        Edition(
          series: request.plan.series[series].name, event: event.group.key,
          heldFrom: heldFrom.map { Day(number: $0) },
          immature: sink.tally.followUp[.event(event.number)].map {
            isImmature(lastDay: Day(number: $0.youngest))
          } ?? false, measures: measures,
          change: comparable.map { Change(before: $0.measures, after: measures) }))
    }
    return editions
  }

  // MARK: - Follow-up

  private func cohortKeys(
    _ quarters: [Quarter], _ editions: [Edition]
  ) -> [(FollowUpPoint.Cohort, MeasureTally.FollowUpKey)] {
    let numbers = eventNumbers
    return quarters.map { (.quarter($0), .quarter($0)) }
      + editions.compactMap { edition in
        numbers[edition.event].map {
          (.edition(series: edition.series, event: edition.event), .event($0))
        }
      }
  }

  private var eventNumbers: [String: UInt32] {
    Dictionary(events.map { ($0.group.key, $0.number) }, uniquingKeysWith: { first, _ in first })
  }

  private func followUpPoints(
    _ counts: MeasureTally.FollowUpCounts, of cohort: FollowUpPoint.Cohort, until: Day
  ) -> [FollowUpPoint] {
    let curve = FollowUpCurve(
      events: counts.mous.map { (Int($0.key), $0.value) },
      censored: counts.open.map { (until - Day(number: $0.key), $0.value) })
    return FollowUpPoint.horizons.map { days in
      let share = curve.share(days)
      return FollowUpPoint(
        cohort: cohort, days: days, atRisk: curve.atRisk(days), mous: curve.mous(days), share: share.share,
        low: share.low, high: share.high, observable: until - Day(number: counts.youngest) >= days)
    }
  }

  // MARK: - Editions by country and by sector

  /// What was booked of every country and of every sector at each edition, in the order of all documents.
  private func breakdowns(
    of editions: [Edition]
  ) -> (countries: [EditionBreakdown<CountryCode>], sectors: [EditionBreakdown<String?>]) {
    let numbers = eventNumbers
    var places: [UInt32: [Int]] = [:]
    for (place, edition) in editions.enumerated() {
      if let number = numbers[edition.event] { places[number, default: []].append(place) }
    }
    var byCountry: [CountryCode: [EditionCount]] = [:]
    var bySector: [UInt32: [EditionCount]] = [:]
    let none = [EditionCount](repeating: EditionCount(), count: editions.count)
    for (index, cohort) in sink.tally.cohorts.enumerated() {
      for place in places[cohort.event] ?? [] {
        let count = EditionCount(sink.tally.sums[index])
        byCountry[cohort.country, default: none][place].add(count)
        bySector[cohort.sector, default: none][place].add(count)
      }
    }
    return (
      countries.compactMap { group in
        byCountry[group.key].map { EditionBreakdown(key: group.key, counts: $0) }
      },
      sectors.compactMap { number, group in
        bySector[number].map { EditionBreakdown(key: group.key, counts: $0) }
      }
    )
  }
}

extension EditionCount {
  init(_ sums: GroupSums) {
    self.init(booked: sums.counts.booked, held: sums.counts.held, mous: sums.counts.mous)
  }
}

extension FollowUpCohort {
  init(_ counts: MeasureTally.FollowUpCounts, of cohort: FollowUpPoint.Cohort) {
    let mous = counts.mous.values.reduce(0, +)
    self.init(
      cohort: cohort, lastHeld: Day(number: counts.youngest),
      followed: mous + counts.open.values.reduce(0, +), mous: mous, undatedMOUs: counts.undatedMOUs,
      earlyMOUs: counts.mous.reduce(0) { $0 + ($1.key < 0 ? $1.value : 0) },
      longestWait: counts.mous.keys.max().map { max(0, Int($0)) })
  }
}
