import Model

/// Where days stand, for messages about a day that lies far from all others: the first places of every quarter.
struct DatedPlaces: Sendable {
  private var places: [[DatedPlace]] = []
  private static let firstDay: Int32 = 7_305
  /// How many places are kept for some ninety days.
  private static let kept: UInt8 = 4
  private var counts: [UInt8] = [UInt8](repeating: 0, count: 450)

  /// Notes a day; nothing is done for most of them.
  @inline(__always)
  mutating func add(_ day: Int32, input: Int, line: @autoclosure () -> Int) {
    guard day >= DatedPlaces.firstDay else { return }
    let bucket = Int((day - DatedPlaces.firstDay) / 90)
    guard bucket < counts.count, counts[bucket] < DatedPlaces.kept else { return }
    counts[bucket] += 1
    if places.isEmpty { places = [[DatedPlace]](repeating: [], count: counts.count) }
    places[bucket].append(DatedPlace(input: input, line: line(), day: Day(number: day)))
  }

  var all: [DatedPlace] { places.flatMap { $0 } }
}
