import Model

/// The JSON of a post-event report, schema `tradetally.outcomes/1`.
package struct OutcomesJSON: StreamedJSON {
  private let outcomes: Outcomes

  package init(_ outcomes: Outcomes) { self.outcomes = outcomes }

  /// Hands the document on piece by piece as UTF-8.
  package func write(to sink: ([UInt8]) throws -> Void) rethrows {
    var json = JSONWriter()
    try json.object { json in
      json.head(outcomes.head, schema: "tradetally.outcomes/1", kind: "post-event")
      json.object("total") { $0.measures(outcomes.total) }
      try json.groups("by_country", outcomes.byCountry, to: sink) { json, key in
        json.member("country", key.code)
      }
      try json.groups("by_sector", outcomes.bySector, to: sink) { json, key in
        json.member("sector", key)
      }
      try json.groups("by_country_and_sector", outcomes.byCountryAndSector, to: sink) { json, key in
        json.member("country", key.country.code)
        json.member("sector", key.sector)
      }
      try json.groups("by_quarter", outcomes.byQuarter, to: sink) { json, key in
        json.member("quarter", key?.label)
      }
      try json.groups("by_event", outcomes.byEvent, to: sink) { json, key in
        json.member("event", key)
      }
      try json.groups("by_mode", outcomes.byMode, to: sink) { json, key in
        json.member("mode", key?.name)
      }
      try json.array("mous") { json in
        let parts = MOUParts(json, outcomes.mous.texts)
        for mou in outcomes.mous.rows {
          json.element()
          json.object { $0.mou(mou, parts) }
          try json.handOn(to: sink)
        }
      }
      try json.groups("by_region", outcomes.byRegion, to: sink) { json, key in
        json.member("region", key)
      }
    }
    try json.handOn(to: sink, from: 1)
  }
}

extension JSONWriter {
  fileprivate mutating func groups<Key>(
    _ name: String, _ groups: [Group<Key>], to sink: ([UInt8]) throws -> Void,
    _ label: (inout JSONWriter, Key) -> Void
  ) rethrows {
    key(name)
    try array { json in
      for group in groups {
        json.element()
        json.object { json in
          label(&json, group.key)
          json.measures(group.measures)
        }
        try json.handOn(to: sink)
      }
    }
  }

  fileprivate mutating func mou(_ mou: MOUList.Row, _ parts: MOUParts) {
    key(lead: parts.event)
    raw(parts.value(mou.event))
    key(lead: parts.supplier)
    raw(parts.value(mou.supplier))
    key(lead: parts.buyer)
    raw(parts.value(mou.buyer))
    key(lead: parts.country)
    string(mou.country.code)
    key(lead: parts.sector)
    raw(parts.value(mou.sector))
    key(lead: parts.signedOn)
    optional(mou.signedOn)
    key(lead: parts.amount)
    if let amount = mou.amount { money(amount) } else { null() }
  }
}

/// Keys and texts encoded once and reused for every MOU.
private struct MOUParts {
  let event, supplier, buyer, country, sector, signedOn, amount: [UInt8]
  private let values: [UInt8]
  /// Where the value of each text ends; after the last one stands that of no text.
  private let ends: [Int]

  init(_ json: JSONWriter, _ texts: [String]) {
    event = json.lead("event", below: 1)
    supplier = json.lead("supplier", below: 1)
    buyer = json.lead("buyer", below: 1)
    country = json.lead("country", below: 1)
    sector = json.lead("sector", below: 1)
    signedOn = json.lead("signed_on", below: 1)
    amount = json.lead("amount", below: 1)
    var values = JSONWriter()
    var ends: [Int] = []
    for text in texts {
      values.string(text)
      ends.append(values.bytes.count)
    }
    values.null()
    ends.append(values.bytes.count)
    self.values = values.bytes
    self.ends = ends
  }

  func value(_ place: MOUList.Place) -> ArraySlice<UInt8> {
    let index = place == MOUList.none ? ends.count - 1 : Int(place)
    return values[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
