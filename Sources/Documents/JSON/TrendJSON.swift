import Model

/// The JSON of a trend report, schema `tradetally.trend/1`.
package struct TrendJSON: StreamedJSON {
  private let trend: TrendOutcomes

  /// Makes the document.
  package init(_ trend: TrendOutcomes) { self.trend = trend }

  /// Hands the document on piece by piece as UTF-8.
  package func write(to sink: ([UInt8]) throws -> Void) rethrows {
    var json = JSONWriter()
    try json.object { json in
      json.head(trend.head, schema: "tradetally.trend/1", kind: "trend")
      json.key("fiscal_year_start")
      json.int(trend.fiscalYearStart)
      json.key("maturity_days")
      json.optional(trend.maturityDays)
      json.key("quarters")
      json.array { json in
        for quarter in trend.quarters {
          json.element()
          json.string(quarter.label)
        }
      }
      json.key("undated")
      json.int(trend.undated)
      json.key("total")
      try json.array { try $0.points(trend.total, to: sink) { _ in } }
      json.key("by_country")
      try json.array { json in
        for group in trend.byCountry {
          try json.points(group.points, to: sink) { json in
            json.key("country")
            json.string(group.key.code)
          }
        }
      }
      json.key("by_sector")
      try json.array { json in
        for group in trend.bySector {
          try json.points(group.points, to: sink) { json in
            json.key("sector")
            json.optional(group.key)
          }
        }
      }
      json.key("by_event_series")
      try json.array { json in
        for group in trend.bySeries {
          try json.points(group.points, to: sink) { json in
            json.key("series")
            json.string(group.key)
          }
        }
      }
      json.key("editions")
      json.array { json in
        for edition in trend.editions {
          json.element()
          json.object { $0.edition(edition) }
        }
      }
      json.key("follow_up")
      json.array { json in
        for point in trend.followUp {
          json.element()
          json.object { $0.followUp(point) }
        }
      }
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
        json.key("quarter")
        json.string(point.quarter.label)
        json.key("no_event")
        json.bool(point.noEvent)
        json.key("immature")
        json.bool(point.immature)
        json.measures(point.measures)
        json.key("mous_signed")
        json.int(point.mousSigned)
        json.key("change")
        json.object { json in
          json.key("previous_quarter")
          json.change(point.previousQuarter)
          json.key("year_ago")
          json.change(point.yearAgo)
        }
      }
    }
  }

  fileprivate mutating func edition(_ edition: Edition) {
    key("series")
    string(edition.series)
    key("event")
    string(edition.event)
    key("held_from")
    optional(edition.heldFrom)
    key("immature")
    bool(edition.immature)
    measures(edition.measures)
    key("change")
    change(edition.change)
  }

  fileprivate mutating func change(_ change: Change?) {
    guard let change else { return null() }
    object { json in
      for measure in Change.keys {
        json.key(measure.rawValue)
        json.object { json in
          json.key("absolute")
          let absolute = change.absolute(measure)
          if measure.isAmount { json.money(Money(hundredths: Int64(absolute))) } else { json.int(absolute) }
          json.key("relative")
          if let relative = change.relativeMillionths(measure) {
            json.scaled(relative, decimals: 6)
          } else {
            json.null()
          }
        }
      }
      json.points("conversion", change.conversion)
      json.points("no_show_rate", change.noShowRate)
    }
  }

  private mutating func points(_ name: String, _ change: PointsChange) {
    key(name)
    object { json in
      json.key("points")
      if let points = change.pointsTenThousandths { json.scaled(points, decimals: 4) } else { json.null() }
      let interval = change.interval
      json.key("low")
      if let interval { json.rounded(interval.low, decimals: 4) } else { json.null() }
      json.key("high")
      if let interval { json.rounded(interval.high, decimals: 4) } else { json.null() }
      json.key("significant")
      if let significant = change.isSignificant { json.bool(significant) } else { json.null() }
    }
  }

  fileprivate mutating func followUp(_ point: FollowUpPoint) {
    switch point.cohort {
    case .quarter(let quarter):
      key("quarter")
      string(quarter.label)
    case .edition(let series, let event):
      key("series")
      string(series)
      key("event")
      string(event)
    }
    key("days")
    int(point.days)
    key("at_risk")
    int(point.atRisk)
    key("mous")
    int(point.mous)
    key("share")
    rounded(point.share, decimals: 6)
    key("low")
    if let low = point.low { rounded(low, decimals: 6) } else { null() }
    key("high")
    if let high = point.high { rounded(high, decimals: 6) } else { null() }
    key("observable")
    bool(point.observable)
  }
}
