import HashTables

/// Rows that say of the same parties the same of the same day, under other numbers.
///
/// Of long lists only the first rows are noted, so that the table stays small.
struct RepeatedMeetings: ~Copyable {
  private static let most = 200_000

  private var places = KeyTable()

  /// The place of an earlier row with the same mark; notes the row where there is none.
  mutating func insert(_ mark: Hash128, place: UInt32) -> UInt32? {
    let earlier =
      places.count < RepeatedMeetings.most ? places.insert(mark, UInt64(place)) : places.find(mark)
    return earlier.map { UInt32($0) }
  }
}
