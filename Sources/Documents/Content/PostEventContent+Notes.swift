import Content
import Model

// The definitions of what is counted.
extension PostEventContent {
  var notes: Section {
    let measures = Measures.Key.allCases.filter { context.recorded[$0] || (total[$0] ?? 0) > 0 }
    var list: [WorkbookNote] = measures.map { .measure($0) }
    list += RateKey.allCases.filter { context.recorded[$0] }.map { .rate($0) }
    list += [.interval, .few, .groups, .organisations, .overlap]
    if !head.rates.isEmpty { list.append(.exchange) }
    if head.inputs.contains(where: { $0.assumedCurrencyCells > 0 }) { list.append(.assumedCurrency) }
    if outcomes.byQuarter.contains(where: { $0.key == nil }) { list.append(.undated) }
    if head.asOf != nil { list.append(.asOf) }
    if head.from != nil { list.append(.from) }
    if head.inputs.contains(where: { $0.otherEvent != nil }) { list.append(.onlyEvents) }
    list.append(.rows)
    let columns = [TableColumn(words.term(.term), .label), TableColumn(words.term(.definition), .text)]
    let rows = list.map {
      TableRow([.text(words.noteTerm($0)), .text(words.noteText($0, head.baseCurrency.code))])
    }
    let table = Table(name: "notes", caption: words.caption(.notes), columns: columns, rows: rows)
    return Section(.notes, heading: words.heading(.notes), parts: [.table(table)])
  }
}
