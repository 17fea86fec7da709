import Model

/// Combinations of keys that cannot be meant.
struct DefinitionCheck {
  let log: IssueLog
  let top: Section

  func check(_ definition: ReportDefinition) {
    if case .day(let asOf)? = definition.asOf, case .day(let from)? = definition.from, from > asOf {
      log.add(
        place("from"),
        "from: \(from.iso) lies after as_of, \(asOf.iso): nothing would count. Turn them round.")
    }
    let isDated = (try? NameTemplate(definition.name).isDated) ?? false
    if definition.status == .final, definition.asOf?.moves == true, !isDated {
      log.add(
        place("status"),
        "status: a final report is not replaced, but its as-of date moves from run to run and its name stays. "
          + "Put {date}, {month}, {quarter} or {year} into the name, or make it provisional.")
    }
    if definition.maturityDays != nil, definition.kind != .trend {
      log.add(
        place("maturity_days"),
        "maturity_days: only trends compare at equal age. Remove the key, or make the kind trend.")
    }
    for (index, event) in definition.rules.onlyEvents.enumerated()
    where definition.rules.onlyEvents[..<index].contains(event) {
      log.add(place("only_events"), "only_events: \"\(shortened(event))\" is named twice.")
    }
  }

  private func place(_ key: String) -> DefinitionPlace? { top.node(key)?.place ?? top.keyPlace(key) }
}
