import Model

// Rankings, and what became of meetings, in English.
extension EnglishTrendWords {
  func ranking(_ ranking: SpokenRanking) -> [String] {
    let (unit, units) =
      ranking.subject == .sector
      ? ("sector", "sectors")
      : ranking.areAlsoRegions ? ("country or region", "countries and regions") : ("country", "countries")
    let place = ranking.isFirst ? " \(ranking.isEvent ? "at" : "in") \(ranking.time)" : ""
    let unknown = TextNumbers.grouped(ranking.unknown)
    var sentences: [String] = []
    switch ranking.entries.count {
    case 0:
      if ranking.unknown == 0 { return [] }
      sentences.append(
        ranking.isFirst
          ? "The \(unit) of the consultations\(place) is not recorded."
          : "\(ranking.unknown == 1 ? "Its" : "Their") \(unit) is not recorded.")
    case 1 where ranking.unknown == 0:
      let entry = ranking.entries[0]
      sentences.append(
        "\(entry.held == 1 ? "The consultation" : "All consultations")\(place) \(belong(entry, ranking.subject))."
      )
    case 1:
      let entry = ranking.entries[0]
      sentences.append(
        "\(entry.held == 1 ? "The one consultation" : "The \(consultations(entry.held))")\(place) whose \(unit) is known "
          + "\(entry.held == 1 ? "" : "all ")\(belong(entry, ranking.subject)) (\(unit) not known: \(unknown))."
      )
    default:
      sentences.append(order(ranking, unit, units, place))
    }
    if let against = ranking.against {
      let parts = [
        ranking.up.isEmpty ? nil : mover("rose", units, ranking.up, ranking.upBy),
        ranking.down.isEmpty ? nil : mover("fell", units, ranking.down, ranking.downBy),
      ].compactMap { $0 }
      if !parts.isEmpty {
        sentences.append("Against the \(kind(against)), \(parts.joined(separator: " and ")).")
      }
    }
    return sentences
  }

  /// `were with buyers from Russia`, `was in the sector 수산물`.
  private func belong(_ entry: (name: String, held: Int), _ subject: SpokenRanking.Subject) -> String {
    let was = entry.held == 1 ? "was" : "were"
    return switch subject {
    case .country: "\(was) with \(entry.held == 1 ? "a buyer" : "buyers") from \(entry.name)"
    case .sector: "\(was) in the sector \(entry.name)"
    }
  }

  /// Several groups, those that had most first, ties as ties.
  private func order(_ ranking: SpokenRanking, _ unit: String, _ units: String, _ place: String) -> String {
    let leaders = names(ranking.entries.prefix(ranking.leaders).map(\.name), units)
    let rest = ranking.entries.dropFirst(ranking.leaders)
    let shown = SpokenRanking.ties(Array(rest.prefix(3))).map { tie in
      let held = TextNumbers.grouped(tie.held)
      return tie.names.count > 1
        ? "\(self.names(tie.names, units)) (\(held) each)" : "\(tie.names.joined()) (\(held))"
    }
    let more = rest.count > 3 ? ["\(rest.count - 3) more"] : []
    let then = rest.isEmpty ? "" : ", followed by \(enumerated(shown + more))"
    let beside = ranking.unknown > 0 ? " (\(unit) not known: \(TextNumbers.grouped(ranking.unknown)))" : ""
    let held = TextNumbers.grouped(ranking.entries[0].held)
    return ranking.leaders > 1
      ? "By \(unit), \(leaders) had \(held) each of the consultations\(place)\(then)\(beside)."
      : "By \(unit), \(leaders) had the most consultations\(place), \(held)\(then)\(beside)."
  }

  private func enumerated(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private func mover(_ verb: String, _ units: String, _ names: [String], _ by: Int) -> String {
    "\(self.names(names, units)) \(verb) most (\(ChangeText.signed(by))\(names.count > 1 ? " each" : ""))"
  }

  private func names(_ names: [String], _ units: String) -> String {
    let isUnclear = names.count > 1 && names.contains { $0.contains(",") }
    let names = names.map { isUnclear ? "“\($0)”" : $0 }
    if names.count > 4 {
      return "\(names.count) \(units) (\(names.prefix(3).joined(separator: ", ")) and others)"
    }
    if names.count < 2 { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"
  }

  // MARK: - MOUs by their days

  func signed(_ quarters: [(name: String, count: Int)], undated: Int) -> String {
    let without = "\(TextNumbers.english(undated, "MOU", "MOUs")) without a date"
    guard !quarters.isEmpty else {
      return undated == 1
        ? "The only MOU has no date of signing, so its quarter of signing is not known."
        : "None of the \(TextNumbers.grouped(undated)) MOUs has a date of signing, so their quarters of signing are not known."
    }
    let listed = quarters.suffix(4).map { "\(TextNumbers.grouped($0.count)) in \($0.name)" }
    let number = quarters.reduce(0) { $0 + $1.count }
    let cut = quarters.count > listed.count ? ", most recently " : ": "
    if quarters.count == 1 {
      let signed =
        number == 1 ? "One MOU was signed" : "\(TextNumbers.english(number, "MOU was", "MOUs were")) signed"
      return "\(signed) in \(quarters[0].name)" + (undated > 0 ? " (\(without) left out)." : ".")
    }
    return
      "By the quarter of signing there \(number == 1 ? "was" : "were") \(TextNumbers.english(number, "MOU", "MOUs"))\(cut)"
      + listed.joined(separator: ", ") + (undated > 0 ? " (\(without) left out)." : ".")
  }

  var noneSigned: String { "No MOU was signed in these quarters." }

  func followUp(_ spoken: SpokenFollowUp) -> [String] {
    let cohort = spoken.facts.cohort
    if spoken.isTold { return open(spoken) }
    guard let seen = spoken.facts.seen else {
      return cohort.undatedMOUs == 0
        ? []
        : [
          "The \(cohort.undatedMOUs == 1 ? "MOU of \(spoken.name) has" : "\(TextNumbers.grouped(cohort.undatedMOUs)) MOUs of \(spoken.name) have") no date of signing, so no shares by days "
            + "after the meeting are given."
        ]
    }
    let notes = beside(cohort.undatedMOUs, cohort.earlyMOUs)
    var sentences: [String] = []
    let same =
      spoken.facts.before.flatMap { before in
        spoken.before.map { name in
          let other = Proportion(numerator: before.point.mous, denominator: before.cohort.followed)
          return "; of those of \(name), \(rate(other)) in the same time"
        }
      } ?? ""
    if seen.mous == 0 {
      sentences.append(
        "\(cohort.followed == 1 ? "The 1 consultation" : "None of the \(consultations(cohort.followed))") of \(spoken.name) "
          + "had\(cohort.followed == 1 ? " not" : "") led to an MOU \(within(seen.days))\(same)\(notes)."
      )
    } else {
      let share = Proportion(numerator: seen.mous, denominator: cohort.followed)
      sentences.append(
        "Of the consultations of \(spoken.name), \(rate(share)) had led to an MOU \(within(seen.days))\(same)\(notes)."
      )
    }
    return sentences + open(spoken)
  }

  private func open(_ spoken: SpokenFollowUp) -> [String] {
    guard let open = spoken.facts.open else { return [] }
    let days = TextNumbers.english(open, "day", "days")
    let consultations = spoken.isTold ? " consultations of \(spoken.name)" : ""
    if let end = spoken.dataEnd {
      return [
        "\(dataEnds(end)), so not all\(consultations) have been followed for \(days): not all MOUs are known yet."
      ]
    }
    return ["Not all\(consultations) have been followed for \(days): MOUs may still come."]
  }

  func undatedMeetings(_ count: Int) -> String {
    "\(consultations(count)) without a date \(count == 1 ? "is" : "are") in no quarter."
  }
}
