import Content
import Model

// The definitions of what is counted.
extension PostEventContent {
  var notes: Section {
    let measures = Measures.Key.allCases.filter { context.recorded[$0] || (total[$0] ?? 0) > 0 }
    var list: [ReportNote] = measures.map { .measure($0) }
    list += RateKey.allCases.filter { context.recorded[$0] }.map { .rate($0) }
    list += [.interval, .few, .groups]
    if !outcomes.byRegion.isEmpty { list.append(.regions) }
    if let strangers = outcomes.unregistered, (strangers.suppliers ?? 0) + (strangers.buyers ?? 0) > 0 {
      list.append(.unregistered)
    }
    list += [.organisations, .overlap, .coverage]
    if outcomes.medians.consultedPerMeeting != nil { list.append(.middle) }
    if !head.rates.isEmpty { list.append(.exchange) }
    if SecondCurrency(head) != nil { list.append(.secondCurrency) }
    if head.inputs.contains(where: { $0.assumedCurrencyCells > 0 }) { list.append(.assumedCurrency) }
    if outcomes.byQuarter.contains(where: { $0.key == nil }) { list.append(.undated) }
    if head.asOf != nil { list.append(.asOf) }
    if head.from != nil { list.append(.from) }
    if head.inputs.contains(where: { $0.otherEvent != nil }) { list.append(.onlyEvents) }
    if measures.count < Measures.Key.allCases.count { list.append(.notRecorded) }
    list.append(.rows)
    let columns = [TableColumn(words.term(.term), .label), TableColumn(words.term(.definition), .text)]
    let rows = list.map {
      TableRow([.text(words.noteTerm($0)), .text(words.noteText($0, head.baseCurrency.code))])
    }
    let table = Table(name: "notes", caption: words.caption(.notes), columns: columns, rows: rows)
    return Section(.notes, heading: words.heading(.notes), parts: [.table(table)])
  }
}
