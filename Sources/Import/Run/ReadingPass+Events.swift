import Model
import Values

// Which events there are.
extension ReadingPass {
  /// The event of consultations that name none: the named one, the registrations' only one, or the report's name.
  func defaultEvent(_ shared: SharedTables, _ directory: RegistrationDirectory) -> String {
    if let event = request.event { return event }
    var named: Set<UInt32> = []
    for registration in directory.all where registration.event > 0 {
      named.insert(registration.event)
      if named.count > 1 { return request.name }
    }
    return named.first.map { shared.eventName($0 - 1) } ?? request.name
  }

  /// The events that there are; the one of rows that name none counts only where a row could name none.
  func events(
    _ shared: SharedTables, _ directory: RegistrationDirectory, fallback: UInt32, isNamed: Bool
  ) -> [String] {
    let isNamed =
      isNamed || request.event != nil || directory.all.contains { $0.event == fallback + 1 }
      || opened.contains { $0.request.kind == .consultations && $0.cell(.event) == nil }
    let name = shared.eventName(fallback)
    return shared.eventNames.filter { $0 != name || isNamed }
  }

  /// Events whose ids differ by their writing alone, as `forum-2024` and `Forum 2024`.
  func likeEvents(_ events: [String]) -> [[String]] {
    // Dashes are of many kinds.
    func key(_ event: String) -> String { Fold.word(event).filter { $0.isLetter || $0.isNumber } }
    return Dictionary(grouping: events, by: key).values.filter { $0.count > 1 }.map { $0.sorted() }
      .sorted { $0[0] < $1[0] }
  }

  /// Stops where `--only-event` names an event that nobody has.
  func checkOnlyEvents(_ events: [String]) throws(TallyError) {
    guard let missing = request.rules.onlyEvents.first(where: { !events.contains($0) }) else { return }
    throw TallyError(
      .input(
        .unknownOnlyEvent(
          missing, nearest: NearMiss.word(nearest: missing, among: events), there: events.sorted())))
  }
}
