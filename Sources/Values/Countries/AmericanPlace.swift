/// A place and a state of the USA with a comma between them, as in `Lebanon, PA` and `Atlanta, Georgia`.
///
/// Many states' abbreviations are countries' codes, Georgia is a country's name, and places there are called as countries
/// are, so that such a cell names a country at most where the place is known.
struct AmericanPlace {
  /// What stands before the comma.
  let front: String
  /// Whether the state is Georgia by its name, which is a country's, too.
  let isInGeorgia: Bool
  /// Whether the place is known to be in the USA.
  let isCertain: Bool

  /// Reads a cell; nil where it is not of the form.
  init?(_ text: String) {
    guard text.utf8.count <= 80 else { return nil }
    let parts = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "、" }
      .map { Fold.trim(String($0)) }
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    isInGeorgia = AmericanPlace.georgia.contains(CountryKey.of(parts[1]))
    guard isInGeorgia || AmericanPlace.states.contains(parts[1]) else { return nil }
    front = parts[0]
    isCertain = AmericanPlace.cities.contains(CountryKey.of(front))
  }

  private static let georgia: Set<String> = ["georgia", "조지아", "조지아주", "ジョージア", "джорджия"]

  private static let states: Set<String> = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
    "LA", "ME", "MD",
    "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR",
    "PA", "RI", "SC",
    "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC",
  ]

  private static let cities: Set<String> = Set(
    [
      "LA", "NY", "NYC", "SF", "New York", "Los Angeles", "San Francisco", "Chicago", "Houston", "Dallas",
      "Austin",
      "Atlanta", "Savannah", "Augusta", "Macon", "Duluth", "Suwanee", "Boston", "Seattle", "Philadelphia",
      "Phoenix",
      "San Diego", "San Jose", "San Antonio", "Detroit", "Miami", "Orlando", "Tampa", "Las Vegas", "Denver",
      "Portland",
      "Washington", "Baltimore", "Charlotte", "Nashville", "Irvine", "Fullerton", "Torrance", "Fremont",
      "Oakland",
      "Sacramento", "Anaheim", "Honolulu", "Fort Lee", "Palisades Park", "Newark", "Cleveland", "Columbus",
      "Pittsburgh",
      "Minneapolis", "St. Louis", "Kansas City", "Salt Lake City", "애틀랜타", "아틀란타", "애틀란타", "사바나", "서배너",
      "둘루스",
      "스와니", "로스앤젤레스", "뉴욕", "시카고", "휴스턴", "댈러스", "달라스", "보스턴", "시애틀", "샌프란시스코", "샌디에이고", "마이애미", "アトランタ",
      "Атланта",
    ].map { CountryKey.of($0) })
}
