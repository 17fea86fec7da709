import Content
import Model

// What a trend says in words.
extension TrendContent {
  var summary: Section {
    var paragraphs = facts.hasEditions ? editionParagraphs : []
    if trend.total.isEmpty {
      paragraphs.insert([trendWords.noDates], at: 0)
      if !facts.hasEditions { paragraphs += editionParagraphs }
    } else {
      paragraphs.append(quarterSentences)
      if !facts.hasEditions { paragraphs += editionParagraphs }
      paragraphs.append(groupSentences)
      paragraphs.append(followUpSentences)
    }
    if trend.undated > 0 { paragraphs.append([trendWords.undatedMeetings(trend.undated)]) }
    if !facts.recorded.statuses, facts.recorded.parts[.noShows] == nil,
      trend.total.contains(where: { $0.measures.held > 0 })
    {
      paragraphs.insert([trendWords.takenAsHeld], at: 0)
    }
    let parts = paragraphs.filter { !$0.isEmpty }.map { Section.Part.paragraph($0) }
    return Section(.summary, heading: words.heading(.summary), parts: parts + charts.map { .chart($0) })
  }

  // MARK: - Editions

  /// The editions of the first series, a paragraph each.
  private var editionParagraphs: [[String]] {
    let all = facts.series
    var paragraphs = all.prefix(TrendFacts.seriesNamed).map(sentences)
    if all.count > TrendFacts.seriesNamed {
      paragraphs.append([trendWords.moreSeries(all.count - TrendFacts.seriesNamed)])
    }
    return paragraphs
  }

  private func sentences(_ series: TrendFacts.SeriesFacts) -> [String] {
    let title = context.title(ofSeries: series.series)
    var sentences: [String] = []
    if let latest = series.latest {
      sentences.append(
        trendWords.latestEdition(said(latest), series: title))
      sentences += state(latest, against: series.comparison)
      if let comparison = series.comparison, comparison.isComparable {
        sentences += trendWords.compared(spoken(comparison), briefly: false)
      } else if let comparison = series.comparison {
        sentences += mous(latest)
        if !latest.isUnderWay { sentences.append(trendWords.notCompared([spoken(comparison)])) }
      } else {
        sentences += mous(latest)
        sentences.append(trendWords.noEditionBefore(undated: !series.undated.isEmpty))
      }
    } else {
      sentences.append(trendWords.noEdition(series: title))
    }
    if !series.undated.isEmpty {
      sentences.append(trendWords.undatedEditions(series.undated.map { label($0.cohort) }))
    }
    if !series.unheld.isEmpty {
      sentences.append(
        trendWords.unheldEditions(series.unheld.map { SpokenSide(name: label($0.cohort), side: $0) }))
    }
    return sentences
  }

  /// What is not yet over at a time.
  private func state(_ side: TrendFacts.Side, against comparison: TrendComparison? = nil) -> [String] {
    var sentences: [String] = []
    if side.isUnderWay {
      sentences.append(trendWords.underWay(shortly(side), side.progress, against: comparison.map(spoken)))
    } else if side.progress.toCome > 0 {
      sentences.append(trendWords.stillToCome(side.progress))
    }
    if side.isYoung, let days = trend.maturityDays, facts.recorded(side.cohort)[Measures.Key.mous] {
      sentences.append(trendWords.young(shortly(side), days, dataEnd: dataEnd))
    }
    return sentences
  }

  private func mous(_ side: TrendFacts.Side) -> [String] {
    facts.recorded(side.cohort)[Measures.Key.mous]
      ? [trendWords.mous(side.measures)] : [trendWords.mousNotRecorded]
  }

  // MARK: - Quarters

  private var quarterSentences: [String] {
    guard let latest = facts.latest else { return [trendWords.nothingHeld] + later }
    var sentences = [trendWords.latestQuarter(said(latest))]
    if facts.hasEditions {
      // The quarter of an edition says nothing that was not said of the edition.
      let edition = facts.series.first { $0.latest != nil }?.latest?.measures
      let isTold = edition?.held == latest.measures.held && edition?.booked == latest.measures.booked
      // Nor do quarters of editions that were named as not held.
      let unheld = facts.series.prefix(TrendFacts.seriesNamed).flatMap(\.unheld)
      let isLaterTold =
        unheld.reduce(0) { $0 + $1.measures.booked }
        == facts.laterQuarters.reduce(0) { $0 + $1.measures.booked }
      return (isTold ? [] : sentences) + (isLaterTold ? [] : later)
    }
    let comparisons = facts.quarterComparisons
    sentences += state(latest, against: comparisons.first { $0.earlier.standing == .held })
    if !comparisons.contains(where: \.isComparable) { sentences += mous(latest) }
    for (at, comparison) in comparisons.filter(\.isComparable).enumerated() {
      // Of a second comparison the counts say enough, but for a difference that is not chance; the table has the rest.
      sentences += trendWords.compared(spoken(comparison), briefly: at > 0)
    }
    let others = comparisons.filter {
      !$0.isComparable && !(latest.isUnderWay && $0.earlier.standing == .held)
    }
    // Of several that had no event, or of which there are no data, that is said once.
    let isOneReason =
      Set(others.map(\.earlier.standing)).count == 1 && others.allSatisfy { $0.earlier.measures.booked == 0 }
    let groups = isOneReason ? [others] : others.map { [$0] }
    return sentences + groups.map { trendWords.notCompared($0.map(spoken)) } + later
  }

  private func said(_ side: TrendFacts.Side) -> SpokenSide {
    SpokenSide(name: spoken(side), side: side, isTakenAsHeld: !facts.recorded(side.cohort).statuses)
  }

  private var later: [String] {
    let quarters = facts.laterQuarters
    return quarters.isEmpty
      ? []
      : [
        trendWords.unheldQuarters(
          quarters.map { SpokenSide(name: spoken($0), side: $0) }, areLater: facts.latest != nil)
      ]
  }

  // MARK: - Groups

  private var groupSentences: [String] {
    guard let ranked = facts.ranked else { return [] }
    func speak<Key>(
      _ subject: SpokenRanking.Subject, _ ranking: TrendRanking<Key>, name: (Key) -> String
    ) -> [String] {
      var spoken = SpokenRanking(
        subject: subject, areAlsoRegions: ranking.areAlsoRegions, time: shortly(ranked.later),
        isEvent: facts.hasEditions,
        isFirst: subject == .country, entries: ranking.entries.map { (name($0.key), $0.held) },
        leaders: ranking.leaders.count, unknown: ranking.unknown)
      if let movers = ranking.movers, let against = ranked.kind {
        (spoken.up, spoken.upBy) = (movers.up.map(name), movers.upBy)
        (spoken.down, spoken.downBy) = (movers.down.map(name), movers.downBy)
        spoken.against = against
      }
      return trendWords.ranking(spoken)
    }
    return speak(.country, facts.countryRanking) { words.inText(context.name(of: $0), $0) }
      + speak(.sector, facts.sectorRanking) { context.label(ofSector: $0) }
  }

  // MARK: - MOUs by their days

  /// The last day of the data, where no as-of date ends what is known.
  private var dataEnd: Day? { head.asOf == nil ? head.lastDate : nil }

  private var followUpSentences: [String] {
    guard facts.recordsMOUs else { return [] }
    var sentences: [String] = []
    let signed = facts.signed
    if !signed.quarters.isEmpty || signed.undated > 0 {
      sentences.append(
        trendWords.signed(
          signed.quarters.map { (trendWords.quarter($0.quarter, isFiscal: isFiscal), $0.count) },
          undated: signed.undated))
    } else if trend.undated == 0, facts.latest != nil {
      sentences.append(trendWords.noneSigned)
    }
    if let followUp = facts.followUp, !signed.quarters.isEmpty {
      sentences += trendWords.followUp(
        SpokenFollowUp(
          facts: followUp, name: shortly(followUp.cohort.cohort),
          before: followUp.before.map { shortly($0.cohort.cohort) }, isTold: isTold(followUp),
          dataEnd: dataEnd))
    }
    return sentences
  }

  /// Whether a comparison that is put into words gives the same shares.
  private func isTold(_ followUp: TrendFacts.FollowUp) -> Bool {
    facts.comparisons.contains { comparison in
      comparison.later.cohort == followUp.cohort.cohort
        && comparison.rates.contains {
          if case .unequalAge(let age?) = $0.verdict { age.days == followUp.seen?.days } else { false }
        }
    }
  }
}
