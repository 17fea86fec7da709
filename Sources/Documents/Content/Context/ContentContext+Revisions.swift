import Content
import Model

// What changed since the report was published before.
extension ContentContext {
  /// How many revisions are listed.
  static let revisionsListed = 200

  /// The revisions as a table; nil where nothing was revised.
  var revisionSection: Section? {
    let currency = revisions.otherCurrency.map { words.otherCurrency($0, head.baseCurrency) }
    let listed = listedRevisions
    guard let tally = RevisionTally(listed, edition: revisions.edition) else {
      return currency.map {
        Section(.revisions, heading: words.heading(.revisions), parts: [.paragraph([$0])])
      }
    }
    let terms: [(ReportTerm, TableColumn.Kind)] = [
      (.part, .label), (.row, .label), (.measure, .label), (.oldValue, .text), (.newValue, .text),
      (.difference, .text), (.edition, .count), (.cause, .text),
    ]
    let rows = listed.prefix(ContentContext.revisionsListed).map { revision -> TableRow in
      let row = self.row(revision.key)
      let causes = revision.causes.map { words.cause($0) }.joined(separator: "; ")
      return TableRow([
        .text(words.part(revision.key.part)),
        .text(row.isEmpty ? words.total : TerminalText.safe(row, columns: 60)),
        .text(name(revision.key.measure)), .text(plain(revision.old)), .text(plain(revision.new)),
        .text(difference(revision)),
        TableCell(.count(revision.edition), TextNumbers.grouped(revision.edition)),
        .text(causes.isEmpty ? words.unknownCause : TerminalText.safe(causes, columns: 160)),
      ])
    }
    let table = Table(
      name: "revisions", caption: words.caption(.revisions),
      columns: terms.map { TableColumn(words.term($0.0), $0.1) }, rows: rows, nameColumns: 3)
    var parts: [Section.Part] = [
      .paragraph([words.revisionSummary(tally)] + [currency].compactMap { $0 }), .table(table),
    ]
    if listed.count > rows.count {
      parts.append(.remarks([words.moreRows(listed.count - rows.count)]))
    }
    return Section(.revisions, heading: words.heading(.revisions), parts: parts)
  }

  /// The revisions of which a document tells: one that is that of the total again, since there is one event or one
  /// quarter, is none of its own, nor is a rate of nothing.
  var listedRevisions: [Revision] {
    var totals: [TotalChange: (FigureValue, FigureValue)] = [:]
    for revision in revisions.list where revision.key.part == .total {
      totals[TotalChange(revision)] = (revision.old, revision.new)
    }
    return revisions.list.filter { revision in
      if case .proportion(let old) = revision.old, case .proportion(let new) = revision.new,
        old.numerator == 0, new.numerator == 0
      {
        return false
      }
      guard singleParts.contains(revision.key.part), let total = totals[TotalChange(revision)] else {
        return true
      }
      return total.0 != revision.old || total.1 != revision.new
    }
  }

  /// Which figure of the total a revision is beside.
  private struct TotalChange: Hashable {
    var quarter: String
    var measure: FigureMeasure
    var edition: Int

    init(_ revision: Revision) {
      quarter = revision.key.second
      (measure, edition) = (revision.key.measure, revision.edition)
    }
  }

  /// What a figure is about, by the names that the tables print; empty for the total.
  private func row(_ key: FigureKey) -> String {
    let country = CountryCode(key.first).map { name(of: $0) } ?? key.first
    let names: [String] =
      switch key.part {
      case .total: [key.second]
      case .byCountry: [country, key.second]
      case .byCountryAndSector: [country, label(ofSector: key.second.isEmpty ? nil : key.second)]
      case .bySector: [label(ofSector: key.first.isEmpty ? nil : key.first), key.second]
      case .byQuarter: [key.first.isEmpty ? words.noQuarter : key.first]
      case .byEvent: [title(ofEvent: key.first)]
      case .byMode: [words.mode(Mode.allCases.first { $0.name == key.first })]
      case .bySeries: [title(ofSeries: key.first), key.second]
      case .editions: [title(ofSeries: key.first), title(ofEvent: key.second)]
      case .byRegion: [head.details.regionName(key.first, language)]
      }
    return names.filter { !$0.isEmpty }.joined(separator: " × ")
  }

  private func name(_ measure: FigureMeasure) -> String {
    switch measure {
    case .key(let key): words.measure(key)
    case .rate(let rate): words.rate(rate)
    case .mousSigned: language.trendWords.term(.mousSigned)
    }
  }

  private func plain(_ value: FigureValue) -> String {
    switch value {
    case .count(let count): TextNumbers.grouped(count)
    case .amount(let amount): "\(TextNumbers.amount(amount)) \(head.baseCurrency.code)"
    case .proportion(let share):
      RateText.percent(share).map { "\($0) (\(RateText.ratio(share)))" } ?? words.absent
    }
  }

  /// The new value less the old one, with its unit.
  private func difference(_ revision: Revision) -> String {
    switch (revision.old, revision.new) {
    case (.count(let old), .count(let new)): return ChangeText.signed(new - old)
    case (.amount(let old), .amount(let new)):
      let difference = Money(hundredths: new.hundredths - old.hundredths)
      return "\(new > old ? "+" : "")\(TextNumbers.amount(difference)) \(head.baseCurrency.code)"
    case (.proportion(let old), .proportion(let new)):
      guard let points = PointsChange(before: old, after: new).pointsTenThousandths else {
        return words.absent
      }
      return words.points(ChangeText.signedPoints(tenThousandths: points))
    default: return words.absent
    }
  }
}
