import Content
import Model

/// What a detail workbook says of its report.
package struct DetailHead: Sendable {
  let head: ReportHead

  /// Makes the value of what stands over the report.
  package init(_ head: ReportHead) { self.head = head }

  var currency: Currency { head.baseCurrency }

  func context(_ language: Language) -> ContentContext {
    ContentContext(head: head, language: language, revisions: .none)
  }
}

/// What the codes of the detail files mean, in one language.
struct DetailCodes {
  let language: Language

  init(_ language: Language) { self.language = language }

  func sheet(title: String) -> TableSheet {
    let words = language.workbookWords
    let columns = zip(words.codeHeaders, [Content.TableColumn.Kind.label, .label, .text]).map {
      TableColumn($0, $1)
    }
    let rows = meanings.map { TableRow([.text(words.header($0.column)), .text($0.code), .text($0.meaning)]) }
    return TableSheet(
      name: words.sheet(Section.ID.notes), title: words.codesMeaning, lines: [title],
      table: Table(name: "notes", caption: words.codesMeaning, columns: columns, rows: rows))
  }

  private var meanings: [(column: DetailColumn, code: String, meaning: String)] {
    let words = language.reportWords
    let book = language.workbookWords
    var rows: [(column: DetailColumn, code: String, meaning: String)] = []
    rows.append((.country, CountryCode.unknown.code, words.unknownCountry))
    rows += Mode.allCases.map { (.mode, $0.name, words.mode($0)) }
    rows += ConsultationStatus.allCases.map { (.status, $0.name, words.measure($0.measure)) }
    rows += Outcome.allCases.map { (.outcome, $0.name, words.measure($0.measure)) }
    rows += Counting.allCases.map { (.counts, $0.name, book.meaning($0)) }
    rows += ProblemCode.allCases.filter { !$0.rejects }.map {
      (.problems, $0.rawValue, ProblemPhrases.phrase(for: $0, language).label)
    }
    return rows
  }
}
