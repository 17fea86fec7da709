import Model

/// Combinations of keys that cannot be meant.
struct DefinitionCheck {
  let log: IssueLog
  let top: Section

  func check(_ definition: ReportDefinition) {
    if case .day(let asOf)? = definition.asOf, case .day(let from)? = definition.from, from > asOf {
      log.add(
        place("from"),
        .fromAfterAsOf(from: from, asOf: asOf))
    }
    let isDated = (try? NameTemplate(definition.name).isDated) ?? false
    if definition.status == .final, definition.asOf?.moves == true, !isDated {
      log.add(
        place("status"),
        .finalWithMovingDate)
    }
    if definition.maturityDays != nil, definition.kind != .trend {
      log.add(
        place("maturity_days"),
        .maturityWithoutTrend)
    }
    for (index, event) in definition.rules.onlyEvents.enumerated()
    where definition.rules.onlyEvents[..<index].contains(event) {
      log.add(place("only_events"), .namedTwice(shortened(event), key: "only_events"))
    }
  }

  private func place(_ key: String) -> DefinitionPlace? { top.node(key)?.place ?? top.keyPlace(key) }
}
