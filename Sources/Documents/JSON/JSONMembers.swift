import Model

extension JSONWriter {
  mutating func proportion(_ name: String, _ value: Proportion) {
    object(name) { json in
      json.member("numerator", value.numerator)
      json.member("denominator", value.denominator)
      json.member("rate", scaled: value.rateMillionths, decimals: 6)
      let interval = value.interval
      json.member("low", rounded: interval?.low, decimals: 6)
      json.member("high", rounded: interval?.high, decimals: 6)
      json.member("few", value.few)
    }
  }

  /// The members of a group's measures; registered counts only where they are measured, coverage last.
  mutating func measures(_ measures: Measures) {
    for measure in Measures.Key.allCases {
      guard let value = measures[measure] else { continue }
      member(measure.rawValue, value, of: measure)
    }
    for rate in RateKey.allCases { proportion(rate.rawValue, rate.proportion(of: measures)) }
    object("stated") { json in
      for kind in AmountKind.allCases {
        json.member(kind.key.rawValue, measures.amounts[kind].stated)
      }
    }
  }

  /// The members of the head, from `schema` to `inputs`.
  mutating func head(_ head: ReportHead, schema: String, kind: String) {
    member("schema", schema)
    member("kind", kind)
    member("name", head.name)
    object("title") { json in
      for language in Language.allCases {
        json.member(language.rawValue, head.title[language] ?? head.name)
      }
    }
    member("as_of", head.asOf)
    member("base_currency", head.baseCurrency.code)
    key("period")
    if let period = head.period {
      object { json in
        json.member("from", period.from.iso)
        json.member("to", period.to.iso)
      }
    } else {
      null()
    }
    list("inputs", head.inputs) { $0.inputMembers($1) }
  }

  /// The members of one input.
  mutating func inputMembers(_ input: InputReport) {
    member("kind", input.kind.rawValue)
    member("file", input.file)
    member("sha256", input.sha256)
    // A workbook has neither, but a sheet.
    member("encoding", input.sheet == nil ? input.encoding : nil)
    member("delimiter", input.sheet == nil ? TextNumbers.delimiter(input.delimiter) : nil)
    if let sheet = input.sheet { member("sheet", sheet.name) }
    member("header_line", input.headerLine)
    for (name, count) in [
      ("rows", input.rows), ("accepted", input.accepted), ("flagged", input.flagged),
      ("duplicate", input.duplicate), ("rejected", input.rejected), ("after_as_of", input.afterAsOf),
    ] {
      member(name, count)
    }
    if let count = input.beforeFrom { member("before_from", count) }
    if let count = input.otherEvent { member("other_event", count) }
    strings("ignored_columns", input.ignoredColumns)
    object("problems") { json in
      for problem in input.problems { json.member(problem.code.rawValue, problem.count) }
    }
    list("stated_totals", input.statedTotals) { json, total in
      json.member("line", total.line)
      json.member("column", total.column.rawValue)
      json.key("stated")
      json.raw(total.stated.plain)
      json.key("summed")
      json.raw(total.summed.plain)
      json.member("agrees", total.agrees)
    }
  }
}
