import HashTables
import Model

/// What the consultations of a group have in common.
enum GroupKey: Hashable, Sendable {
  case total
  case country(CountryCode)
  /// Number of the sector plus one; 0 for none.
  case sector(UInt32)
  case countryAndSector(CountryCode, UInt32)
  case event(UInt32)
  /// 0 unknown, 1 video, 2 in person.
  case mode(UInt8)
  /// Nil for undated ones.
  case quarter(Quarter?)
  case countryQuarter(CountryCode, Quarter)
  case sectorQuarter(UInt32, Quarter)
  /// Index of the series in the request.
  case series(Int)
  case seriesQuarter(Int, Quarter)
  /// Index of the region in the plan; nil for countries of no region.
  case region(Int?)
}

/// What decides to which groups a consultation belongs, but for its mode, of which there are only three.
struct Cohort: Hashable, Sendable {
  var event: UInt32
  var sector: UInt32
  var country: CountryCode
  /// Nil for undated ones.
  var quarter: Quarter?

  private static let noQuarter: UInt64 = 0xFFFF_FFFF

  var key: Hash128 {
    let high = UInt64(event) << 32 | UInt64(sector)
    let packedQuarter = quarter.map { UInt64(UInt32(bitPattern: $0.index)) } ?? Cohort.noQuarter
    return Hash128(high: high, low: UInt64(country.rawValue) << 48 | packedQuarter)
  }
}

/// What a set of organisations is kept for; wider groups unite several.
enum SetKey: Hashable, Sendable {
  case countryAndSector(CountryCode, UInt32)
  case eventAndQuarter(UInt32, Quarter?)
  case mode(UInt8)
  case countryAndQuarter(CountryCode, Quarter?)
  case sectorAndQuarter(UInt32, Quarter?)
}

extension Cohort {
  /// The sets of a cohort's organisations, from which those of all its groups can be united.
  func setKeys(_ plan: MeasurePlan) -> [SetKey] {
    plan.isTrend
      ? [
        .eventAndQuarter(event, quarter), .countryAndQuarter(country, quarter),
        .sectorAndQuarter(sector, quarter),
      ]
      : [.eventAndQuarter(event, quarter), .countryAndSector(country, sector)]
  }
}

/// Which groups are measured.
package struct MeasurePlan: Sendable {
  /// Whether groups by quarter are measured besides those of a post-event report.
  package var isTrend = false
  /// Series with the ids of their events, in the order given.
  package var series: [(name: String, events: [String])] = []
  /// Only MOUs signed within so many days of the meeting count; nil for all.
  package var maturityDays: Int?
  /// The regions of countries, which a post-event report measures.
  package var regions: [Region] = []
  /// A plan for a post-event report.
  package init() {}
}
