import HashTables
import Model
import Records

/// Reads `2020-10-30` and `2020-10-30T14:30[:15]` without making text of them.
@inline(__always)
func plainDay(_ cell: ByteSlice, _ key: Hash128) -> Day? {
  if cell.count == 10 { return plainDate(key.low, key.high) }
  return cell.count == 16 || cell.count == 19 ? plainTime(cell) : nil
}

/// Reads a date from its first eight characters and its last two.
@inline(__always)
private func plainDate(_ front: UInt64, _ back: UInt64) -> Day? {
  // Digits become their values and hyphens nothing; adding 118 sets the top bit of what is over nine.
  let year = front ^ 0x2D30_302D_3030_3030
  let day = (back ^ 0x3030) & 0xFFFF
  let isPlain =
    ((year &+ 0x7676_7676_7676_7676) | year | (day &+ 0x7676) | day) & 0x8080_8080_8080_8080 == 0
    && year & 0xFF00_00FF_0000_0000 == 0
  guard isPlain else { return nil }
  func digit(_ word: UInt64, _ index: UInt64) -> Int { Int(truncatingIfNeeded: word >> (8 * index) & 0xFF) }
  let century = digit(year, 0) * 10 + digit(year, 1)
  let years = century * 100 + digit(year, 2) * 10 + digit(year, 3)
  guard years >= 1990, years <= 2099 else { return nil }
  return Day(
    year: years, month: digit(year, 5) * 10 + digit(year, 6), day: digit(day, 0) * 10 + digit(day, 1))
}

private func plainTime(_ cell: ByteSlice) -> Day? {
  @inline(__always) func two(_ index: Int) -> Int {
    let tens = Int(cell[index]) &- 48
    let ones = Int(cell[index + 1]) &- 48
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
  }
  guard cell[10] == UInt8(ascii: "T") || cell[10] == UInt8(ascii: " "), cell[13] == UInt8(ascii: ":") else {
    return nil
  }
  let hour = two(11)
  let minute = two(14)
  guard hour >= 0, hour < 24, minute >= 0, minute < 60 else { return nil }
  if cell.count == 19 {
    let second = two(17)
    guard cell[16] == UInt8(ascii: ":"), second >= 0, second < 60 else { return nil }
  }
  let date = cell.prefix(10)
  return date.shortWords.flatMap { plainDate($0.low, $0.high) }
}
