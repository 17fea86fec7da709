import HashTables
import Model

/// How many consultations of each event are dated on which day, to find days far from all others of their event.
struct EventDays: ~Copyable {
  /// Days of all events that are kept; rows of further ones are not looked at.
  private static let most = 200_000
  /// A row is far where it is dated so many days from the day in the middle.
  private static let far: Int32 = 300
  /// All other rows of the event lie within so many days, else it is one that goes on for long.
  private static let widest: Int32 = 62

  private struct Entry {
    var count = 0
    /// Where the first rows stand.
    var places: [RowPlace] = []
  }

  private var numbers = KeyTable()
  private var entries: [(event: UInt32, day: Int32, entry: Entry)] = []

  /// Notes a row.
  @inline(__always)
  mutating func add(_ event: UInt32, _ day: Int32, place: @autoclosure () -> RowPlace) {
    guard day != Consultation.noDay else { return }
    let key = Hash128(high: UInt64(event), low: UInt64(UInt32(bitPattern: day)))
    let number: Int
    if let known = numbers.find(key) {
      number = Int(known)
    } else {
      guard entries.count < EventDays.most else { return }
      number = entries.count
      _ = numbers.insert(key, UInt64(number))
      entries.append((event, day, Entry()))
    }
    entries[number].entry.count += 1
    if entries[number].entry.count <= 5 { entries[number].entry.places.append(place()) }
  }

  /// The rows that lie far from the others of their event, where these are few, by input.
  func far() -> [Int: RowDoubt] {
    var events: [UInt32: [(day: Int32, entry: Entry)]] = [:]
    for (event, day, entry) in entries { events[event, default: []].append((day, entry)) }
    var places: [RowPlace] = []
    var counts: [Int: Int] = [:]
    for days in events.values {
      let days = days.sorted { $0.day < $1.day }
      let all = days.reduce(0) { $0 + $1.entry.count }
      var middle = days[0].day
      var passed = 0
      for (day, entry) in days where passed * 2 < all {
        middle = day
        passed += entry.count
      }
      let outside = days.filter { abs($0.day - middle) >= EventDays.far }
      let inside = days.filter { abs($0.day - middle) < EventDays.far }
      let count = outside.reduce(0) { $0 + $1.entry.count }
      guard count > 0, count * 5 <= all, let first = inside.first, let last = inside.last,
        last.day - first.day <= EventDays.widest
      else { continue }
      for (_, entry) in outside {
        places += entry.places
        // A day's rows stand in the file of the first of them, but for those that are named.
        guard let input = entry.places.first?.input else { continue }
        counts[input, default: 0] += entry.count
      }
    }
    let lines = Dictionary(grouping: places, by: \.input)
    return lines.mapValues { places in
      let input = places[0].input
      return RowDoubt(
        .farFromEvent, count: max(counts[input] ?? 0, places.count), lines: places.map(\.line).sorted())
    }
  }
}
