import Model

/// Rows that say of the same parties the same of the same day, under other numbers.
///
/// A hash and a place a row, in one table of sixteen bytes a row at most; of long lists only the first rows are noted, so
/// that the table stays in the processor's caches.
struct RepeatedMeetings: Sendable {
  private static let most = 200_000

  private var marks: [UInt64] = []
  private var places: [UInt32] = []
  private var count = 0

  /// The place of an earlier row with the same mark; notes the row where there is none.
  mutating func insert(_ mark: UInt64, place: UInt32) -> UInt32? {
    let mark = max(1, mark)
    if count * 4 >= marks.count * 3, count < RepeatedMeetings.most { grow() }
    guard !marks.isEmpty else { return nil }
    var slot = start(mark)
    while marks[slot] != 0 {
      if marks[slot] == mark { return places[slot] }
      slot = slot + 1 == marks.count ? 0 : slot + 1
    }
    guard count < RepeatedMeetings.most else { return nil }
    marks[slot] = mark
    places[slot] = place
    count += 1
    return nil
  }

  private func start(_ mark: UInt64) -> Int {
    Int(mark.multipliedFullWidth(by: UInt64(marks.count)).high)
  }

  private mutating func grow() {
    let old = zip(marks, places).filter { $0.0 != 0 }
    let size = max(64, marks.count * 2)
    marks = [UInt64](repeating: 0, count: size)
    places = [UInt32](repeating: 0, count: size)
    for (mark, place) in old {
      var slot = start(mark)
      while marks[slot] != 0 { slot = slot + 1 == size ? 0 : slot + 1 }
      marks[slot] = mark
      places[slot] = place
    }
  }
}
