import TradeModel

/// The JSON of a post-event report, schema `tradetally.outcomes/1`.
public struct OutcomesJSON {
  private let outcomes: Outcomes

  /// Makes the document.
  public init(_ outcomes: Outcomes) { self.outcomes = outcomes }

  /// The document as UTF-8.
  public func render() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.head(outcomes.head, schema: "tradetally.outcomes/1", kind: "post-event")
      json.key("total")
      json.object { $0.measures(outcomes.total) }
      json.groups("by_country", outcomes.byCountry) { json, key in
        json.key("country")
        json.string(key.code)
      }
      json.groups("by_sector", outcomes.bySector) { json, key in
        json.key("sector")
        json.optional(key)
      }
      json.groups("by_country_and_sector", outcomes.byCountryAndSector) { json, key in
        json.key("country")
        json.string(key.country.code)
        json.key("sector")
        json.optional(key.sector)
      }
      json.groups("by_quarter", outcomes.byQuarter) { json, key in
        json.key("quarter")
        json.optional(key?.label)
      }
      json.groups("by_event", outcomes.byEvent) { json, key in
        json.key("event")
        json.string(key)
      }
      json.groups("by_mode", outcomes.byMode) { json, key in
        json.key("mode")
        json.optional(key?.name)
      }
      json.key("mous")
      json.array { json in
        for mou in outcomes.mous {
          json.element()
          json.object { $0.mou(mou) }
        }
      }
    }
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func groups<Key>(
    _ name: String, _ groups: [Group<Key>], _ label: (inout JSONWriter, Key) -> Void
  ) {
    key(name)
    array { json in
      for group in groups {
        json.element()
        json.object { json in
          label(&json, group.key)
          json.measures(group.measures)
        }
      }
    }
  }

  fileprivate mutating func mou(_ mou: MOUEntry) {
    key("event")
    string(mou.event)
    key("supplier")
    optional(mou.supplier)
    key("buyer")
    optional(mou.buyer)
    key("country")
    string(mou.country.code)
    key("sector")
    optional(mou.sector)
    key("signed_on")
    optional(mou.signedOn)
    key("amount")
    if let amount = mou.amount { money(amount) } else { null() }
  }
}
