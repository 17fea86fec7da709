import Model

/// The import report as JSON, schema `tradetally.check/1`.
package struct ImportReportJSON {
  private let head: ReportHead

  package init(_ head: ReportHead) { self.head = head }

  /// The report as UTF-8.
  package func render() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "tradetally.check/1")
      json.member("rejected_data_rows", head.inputs.reduce(0) { $0 + $1.rejectedData })
      json.list("inputs", head.inputs) { $0.checked($1) }
      json.list("mend_first", ImportFinding.ranked(head.inputs).prefix(10)) { json, finding in
        json.member("file", finding.file)
        json.member("code", finding.tally.code.rawValue)
        json.member("count", finding.tally.count)
      }
    }
    return json.bytes
  }
}

extension JSONWriter {
  /// What a check says of an input besides what reports do.
  fileprivate mutating func checked(_ input: InputReport) {
    inputMembers(input)
    member("encoding_reason_code", input.encodingReason.code)
    member("encoding_reason", Language.ofRecords.messages.words(input.encodingReason))
    object("recognised_columns") { json in
      for (column, header) in input.recognised { json.member(column.rawValue, header) }
    }
    object("currency_sources") { json in
      for amount in input.amounts {
        json.object(amount.column.rawValue) { json in
          for source in CurrencySource.allCases {
            guard let count = amount.sources[source] else { continue }
            json.member(source.rawValue, count)
          }
        }
      }
    }
    array("places") { $0.places(input) }
  }

  private mutating func places(_ input: InputReport) {
    for problem in input.problems {
      for place in problem.places.prefix(ProblemTally.placesKept) {
        element()
        object { json in
          json.member("code", problem.code.rawValue)
          json.member("line", place.line)
          if let cell = place.cell { json.member("cell", cell) }
          json.member("column", place.column)
          json.member("value", place.value)
          json.member("hint", place.hint)
        }
      }
    }
  }
}
