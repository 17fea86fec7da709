import Model

/// The JSON of a trend report, schema `tradetally.trend/1`.
package struct TrendJSON: StreamedJSON {
  private let trend: TrendOutcomes

  package init(_ trend: TrendOutcomes) { self.trend = trend }

  /// Hands the document on piece by piece as UTF-8.
  package func write(to sink: ([UInt8]) throws -> Void) rethrows {
    var json = JSONWriter()
    try json.object { json in
      json.head(trend.head, schema: "tradetally.trend/1", kind: "trend")
      json.member("fiscal_year_start", trend.fiscalYearStart)
      json.member("maturity_days", trend.maturityDays)
      json.strings("quarters", trend.quarters.map(\.label))
      json.member("undated", trend.undated)
      try json.array("total") { try $0.points(trend.total, to: sink) { _ in } }
      try json.array("by_country") { json in
        for group in trend.byCountry {
          try json.points(group.points, to: sink) { json in
            json.member("country", group.key.code)
          }
        }
      }
      try json.array("by_sector") { json in
        for group in trend.bySector {
          try json.points(group.points, to: sink) { json in
            json.member("sector", group.key)
          }
        }
      }
      try json.array("by_event_series") { json in
        for group in trend.bySeries {
          try json.points(group.points, to: sink) { json in
            json.member("series", group.key)
          }
        }
      }
      json.list("editions", trend.editions) { $0.edition($1) }
      json.list("follow_up", trend.followUp) { $0.followUp($1) }
    }
    try json.handOn(to: sink, from: 1)
  }
}

extension JSONWriter {
  fileprivate mutating func points(
    _ points: [TrendPoint], to sink: ([UInt8]) throws -> Void, _ label: (inout JSONWriter) -> Void
  ) rethrows {
    for point in points {
      try handOn(to: sink)
      element()
      object { json in
        label(&json)
        json.member("quarter", point.quarter.label)
        json.member("no_event", point.noEvent)
        json.member("immature", point.immature)
        json.measures(point.measures)
        json.member("mous_signed", point.mousSigned)
        json.object("change") { json in
          json.key("previous_quarter")
          json.change(point.previousQuarter)
          json.key("year_ago")
          json.change(point.yearAgo)
        }
      }
    }
  }

  fileprivate mutating func edition(_ edition: Edition) {
    member("series", edition.series)
    member("event", edition.event)
    member("held_from", edition.heldFrom)
    member("immature", edition.immature)
    measures(edition.measures)
    key("change")
    change(edition.change)
  }

  fileprivate mutating func change(_ change: Change?) {
    guard let change else { return null() }
    object { json in
      for measure in Change.keys {
        json.object(measure.rawValue) { json in
          json.member("absolute", change.absolute(measure), of: measure)
          json.member("relative", scaled: change.relativeMillionths(measure), decimals: 6)
        }
      }
      json.points("conversion", change.conversion)
      json.points("no_show_rate", change.noShowRate)
    }
  }

  private mutating func points(_ name: String, _ change: PointsChange) {
    object(name) { json in
      json.member("points", scaled: change.pointsTenThousandths, decimals: 4)
      let interval = change.interval
      json.member("low", rounded: interval?.low, decimals: 4)
      json.member("high", rounded: interval?.high, decimals: 4)
      json.member("significant", change.isSignificant)
    }
  }

  fileprivate mutating func followUp(_ point: FollowUpPoint) {
    switch point.cohort {
    case .quarter(let quarter):
      member("quarter", quarter.label)
    case .edition(let series, let event):
      member("series", series)
      member("event", event)
    }
    member("days", point.days)
    member("at_risk", point.atRisk)
    member("mous", point.mous)
    member("share", rounded: point.share, decimals: 6)
    member("low", rounded: point.low, decimals: 6)
    member("high", rounded: point.high, decimals: 6)
    member("observable", point.observable)
  }
}
