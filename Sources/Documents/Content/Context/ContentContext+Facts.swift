import Content
import Model

// What stands under the title and at the end of every report.
extension ContentContext {
  /// Where and by whom, the dates that limit what counts, the status, the rates.
  var facts: [Fact] {
    var facts: [Fact] = []
    func add(_ term: ReportTerm, _ text: String?) {
      if let text { facts.append(Fact(words.term(term), text)) }
    }
    add(.venue, text(head.details.venue))
    add(.host, text(head.details.host))
    add(.asOf, head.asOf.map { words.asOf($0) })
    add(.from, head.from.map { words.from($0) })
    add(
      .status,
      revisions.isProvisional ? words.provisional : revisions.edition == nil ? nil : words.finalStatus)
    add(.edition, revisions.edition.map { words.edition($0) })
    if let tally = RevisionTally(listedRevisions, edition: revisions.edition) {
      add(.revised, words.revised(tally))
    }
    add(.reason, revisions.reason.map { TerminalText.safe($0, columns: 400) })
    add(.currency, head.baseCurrency.code)
    if !head.rates.isEmpty {
      add(.rates, head.rates.map { words.exchange($0, head.baseCurrency) }.joined(separator: "; "))
    }
    return facts
  }

  /// Who publishes the report, and from what.
  var imprint: [Fact] {
    let files = head.inputs.map { TerminalText.safe($0.file) }
    var facts: [Fact] = []
    if !files.isEmpty { facts.append(Fact(words.term(.source), files.joined(separator: ", "))) }
    return facts + contact
  }

  /// Who publishes the report and answers questions.
  var contact: [Fact] {
    var facts: [Fact] = []
    let details = head.details
    for (term, local) in [
      (ReportTerm.publisher, details.publisher), (.contact, details.contact),
      (.nextRelease, details.nextRelease),
    ] {
      // A day is kept as a day, so that each language writes it as it writes days.
      if let text = text(local) {
        facts.append(Fact(words.term(term), Day(iso: text).map { words.day($0) } ?? text))
      }
    }
    return facts
  }
}
