import Content
import Model

// What changed since the report was published before.
extension ContentContext {
  /// How many revisions are listed.
  static let revisionsListed = 200

  /// The revisions as a table; nil where nothing was revised.
  var revisionSection: Section? {
    if revisions.list.isEmpty { return nil }
    let list = RevisionList(
      revisions, language: language, currency: head.baseCurrency, countryName: countryName)
    let terms: [(ReportTerm, TableColumn.Kind)] = [
      (.part, .label), (.row, .label), (.measure, .label), (.oldValue, .text), (.newValue, .text),
      (.difference, .text), (.edition, .count), (.cause, .text),
    ]
    let rows = revisions.list.prefix(ContentContext.revisionsListed).map { revision -> TableRow in
      let row = list.row(revision.key)
      return TableRow([
        .text(list.phrases.part(revision.key.part)),
        .text(row.isEmpty ? words.total : TerminalText.safe(row, columns: 60)),
        .text(list.phrases.measure(revision.key.measure)), .text(list.plain(revision.old)),
        .text(list.plain(revision.new)), .text(list.change(revision)),
        TableCell(.count(revision.edition), TextNumbers.grouped(revision.edition)),
        .text(TerminalText.safe(list.phrases.causes(revision.causes), columns: 160)),
      ])
    }
    let table = Table(
      name: "revisions", caption: words.caption(.revisions),
      columns: terms.map { TableColumn(words.term($0.0), $0.1) }, rows: rows, nameColumns: 3)
    var parts: [Section.Part] = [
      .paragraph([list.phrases.summary(revisions.list.count)]), .table(table),
    ]
    if revisions.list.count > rows.count {
      parts.append(.remarks([words.moreRows(revisions.list.count - rows.count)]))
    }
    return Section(.revisions, heading: words.heading(.revisions), parts: parts)
  }
}
