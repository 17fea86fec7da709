extension OrganizationName {
  /// Whether two names are plainly those of different organisations: in one script, neither part of the other, and with
  /// less than half of their pairs of letters in common.
  package static func areUnlike(_ first: String, _ second: String) -> Bool {
    let keys = [key(first), key(second)].map { Array($0.unicodeScalars) }
    if keys.contains(where: \.isEmpty) || keys[0] == keys[1] { return false }
    let areHangul = keys.map { $0.contains { (0xAC00...0xD7A3).contains($0.value) } }
    if areHangul[0] != areHangul[1] { return false }
    let texts = keys.map { String(String.UnicodeScalarView($0)) }
    if texts[0].contains(texts[1]) || texts[1].contains(texts[0]) { return false }
    let pairs = keys.map { key in Set(zip(key, key.dropFirst()).map { [$0, $1] }) }
    let common = pairs[0].intersection(pairs[1]).count
    return common * 4 < pairs[0].count + pairs[1].count
  }
}
