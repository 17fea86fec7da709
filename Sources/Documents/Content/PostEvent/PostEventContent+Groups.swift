import Content
import Model

// The tables by country and by sector that are handed out, and those for comparing.
extension PostEventContent {
  private var countryGroups: LabelledGroups {
    LabelledGroups(outcomes.byCountry, isKnown: { $0 != .unknown }) {
      context.name(of: $0)
    } revised: {
      context.revisions.measures(.byCountry, $0.code)
    }
  }

  private var sectorGroups: LabelledGroups {
    LabelledGroups(outcomes.bySector, isKnown: { $0 != nil }) {
      context.label(ofSector: $0)
    } revised: {
      context.revisions.measures(.bySector, $0 ?? "")
    }
  }

  /// Countries that only registrations name stand in the table for comparing.
  private var bookedCountries: [CountryCode] {
    outcomes.byCountry.filter { $0.measures.booked > 0 }.map(\.key)
  }

  var byCountry: Section {
    let brief = BriefTable(
      context: context, total: total, name: "country_brief", section: .byCountry, term: .country,
      groups: countryGroups.having { $0.booked > 0 },
      areAlsoRegions: bookedCountries.contains(where: \.isAlsoRegion))
    var parts = brief.parts(limit: countriesShown, regions: regionGroups)
    if let chart = heldChart("held_by_country", .country, countryGroups) { parts.append(.chart(chart)) }
    return Section(.byCountry, heading: words.heading(.byCountry), parts: parts)
  }

  var bySector: Section {
    if outcomes.bySector.allSatisfy({ $0.key == nil }), total.booked > 0 {
      return Section(.bySector, heading: words.heading(.bySector), parts: [.paragraph([words.notRecorded])])
    }
    let brief = BriefTable(
      context: context, total: total, name: "sector_brief", section: .bySector, term: .sector,
      groups: sectorGroups.having { $0.booked > 0 })
    var parts = brief.parts(limit: sectorsShown, regions: [])
    if let chart = heldChart("held_by_sector", .sector, sectorGroups) { parts.append(.chart(chart)) }
    return Section(.bySector, heading: words.heading(.bySector), parts: parts)
  }

  /// The regions, and last what is in none, so that they add up to the total.
  private var regions: LabelledGroups {
    let groups = outcomes.byRegion.map { Group<String?>(key: $0.key, measures: $0.measures) }
    let none = outcomes.noRegion.map { Group<String?>(key: nil, measures: $0) }
    return LabelledGroups(groups + [none].compactMap { $0 }, isKnown: { $0 != nil }) {
      $0.map(name(ofRegion:)) ?? words.noRegion
    } revised: {
      $0.map { context.revisions.measures(.byRegion, $0) } ?? []
    }
  }

  /// The regions with the places of their countries, where they say more than the countries do.
  private var regionGroups: [BriefTable.Region] {
    // Where the page has no room for the countries, these say more than headings over a few of them.
    let countries = bookedCountries
    guard countriesShown >= min(countries.count, 15) else { return [] }
    var members: [String?: [Int]] = [:]
    for at in countries.indices { members[region(of: countries[at]), default: []].append(at) }
    // The unknown country has no place among the others.
    if let unknown = countries.firstIndex(of: .unknown) {
      members[nil]?.removeAll { $0 == unknown }
      members[nil]?.append(unknown)
    }
    let keys: [String?] = outcomes.byRegion.map(\.key) + (outcomes.noRegion == nil ? [] : [nil])
    let regions = zip(keys, regions).compactMap { key, group in
      group.measures.booked > 0 ? BriefTable.Region(group: group, members: members[key] ?? []) : nil
    }
    let tells = !outcomes.byRegion.isEmpty && countries.count > 6 && regions.contains { $0.members.count > 1 }
    return tells ? regions : []
  }

  private func name(ofRegion id: String) -> String {
    TerminalText.safe(head.details.regionName(id, context.language), columns: 40)
  }

  /// The region of a country; nil where it is in none.
  private func region(of country: CountryCode) -> String? {
    if country == .unknown { return nil }
    return head.details.regionsInUse.first { $0.countries.contains(country) }?.id
  }

  // MARK: - Comparisons

  var compareRegions: Section { compare(.byRegion, "by_region", .region, regions) }
  var compareCountries: Section { compare(.compareCountries, "by_country", .country, countryGroups) }
  var compareSectors: Section { compare(.compareSectors, "by_sector", .sector, sectorGroups) }
  var compareQuarters: Section {
    compare(
      .byQuarter, "by_quarter", .quarter,
      LabelledGroups(outcomes.byQuarter, areTimes: true) {
        $0.map { words.quarter($0) } ?? words.noQuarter
      } revised: {
        context.revisions.measures(.byQuarter, $0?.label ?? "")
      })
  }
  var compareEvents: Section {
    compare(
      .byEvent, "by_event", .event,
      LabelledGroups(outcomes.byEvent, areTimes: true) {
        context.title(ofEvent: $0)
      } revised: {
        context.revisions.measures(.byEvent, $0)
      })
  }
  var compareModes: Section {
    compare(
      .byMode, "by_mode", .mode,
      LabelledGroups(outcomes.byMode) {
        words.mode($0)
      } revised: {
        context.revisions.measures(.byMode, $0?.name ?? "")
      })
  }

  private func compare(
    _ id: Section.ID, _ name: String, _ term: ReportTerm, _ groups: LabelledGroups
  ) -> Section {
    let table = CompareTable(context: context, total: total, term: term, groups: groups)
      .table(name: name, caption: words.caption(id), limit: PostEventContent.groupsCompared)
    var remarks = [words.totalsMeaning]
    if groups.count > PostEventContent.groupsCompared {
      remarks.append(words.moreRows(groups.count - PostEventContent.groupsCompared))
    }
    return Section(
      id, heading: words.heading(id),
      parts: [
        .table(table),
        .remarks(remarks + context.remarks(on: groups.measures, in: table)),
      ])
  }
}
