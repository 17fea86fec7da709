import Model

/// The import report as JSON, schema `tradetally.check/1`.
package struct ImportReportJSON {
  private let head: ReportHead

  /// Makes the report.
  package init(_ head: ReportHead) { self.head = head }

  /// The report as UTF-8.
  package func render() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("schema")
      json.string("tradetally.check/1")
      json.key("rejected_data_rows")
      json.int(head.inputs.reduce(0) { $0 + $1.rejectedData })
      json.key("inputs")
      json.array { json in
        for input in head.inputs {
          json.element()
          json.object { json in
            json.inputMembers(input)
            json.key("encoding_reason_code")
            json.string(input.encodingReason.code)
            json.key("encoding_reason")
            json.string(Language.ofRecords.messages.words(input.encodingReason))
            json.key("recognised_columns")
            json.object { json in
              for (column, header) in input.recognised {
                json.key(column.rawValue)
                json.string(header)
              }
            }
            json.key("currency_sources")
            json.object { json in
              for amount in input.amounts {
                json.key(amount.column.rawValue)
                json.object { json in
                  for source in CurrencySource.allCases {
                    guard let count = amount.sources[source] else { continue }
                    json.key(source.rawValue)
                    json.int(count)
                  }
                }
              }
            }
            json.key("places")
            json.array { $0.places(input) }
          }
        }
      }
      json.key("mend_first")
      json.array { json in
        for finding in ImportFinding.ranked(head.inputs).prefix(10) {
          json.element()
          json.object { json in
            json.key("file")
            json.string(finding.file)
            json.key("code")
            json.string(finding.tally.code.rawValue)
            json.key("count")
            json.int(finding.tally.count)
          }
        }
      }
    }
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func places(_ input: InputReport) {
    for problem in input.problems {
      for place in problem.places.prefix(ProblemTally.placesKept) {
        element()
        object { json in
          json.key("code")
          json.string(problem.code.rawValue)
          json.key("line")
          json.int(place.line)
          if let cell = place.cell {
            json.key("cell")
            json.string(cell)
          }
          json.key("column")
          json.optional(place.column)
          json.key("value")
          json.optional(place.value)
          json.key("hint")
          json.optional(place.hint)
        }
      }
    }
  }
}
