import CScan

/// In which of some five hundred sets each of many members is: a row of bits for each member.
///
/// The other way round than a set for each, so that putting a member into several sets touches one cache line.
package struct MembershipTable: ~Copyable {
  /// Number of sets that a row has room for.
  package static let sets: UInt32 = 512
  private static let narrow = 4
  private static let wide = 8

  private var words: UnsafeMutablePointer<UInt64>
  /// Words in a row, and number of rows.
  private var stride = MembershipTable.narrow
  private var rows = 0

  /// Makes an empty table.
  package init() { words = PageMemory.zeroed(1) }

  deinit { PageMemory.release(words, max(1, rows * stride)) }

  /// Asks the processor to fetch a member's row.
  @inline(__always)
  package func prefetch(_ member: UInt32) {
    if Int(member) < rows { scan_prefetch(words + Int(member) * stride, 0) }
  }

  /// Puts a member into three sets, each with a number below `sets`.
  @inline(__always)
  package mutating func insert(_ member: UInt32, _ first: UInt32, _ second: UInt32, _ third: UInt32) {
    let largest = max(first, second, third)
    precondition(largest < MembershipTable.sets, "no such set")
    if Int(member) >= rows || Int(largest) >= stride * 64 { makeRoom(member, largest) }
    let row = words + Int(member) * stride
    MembershipTable.set(row, first)
    MembershipTable.set(row, second)
    MembershipTable.set(row, third)
  }

  @inline(__always)
  private static func set(_ row: UnsafeMutablePointer<UInt64>, _ bit: UInt32) {
    let word = row + Int(bit >> 6)
    let mask = UInt64(1) << UInt64(bit & 63)
    // Most bits that are set are set already; a line that is not written to need not be written back.
    if word.pointee & mask == 0 { word.pointee |= mask }
  }

  private mutating func makeRoom(_ member: UInt32, _ set: UInt32) {
    let newStride = Int(set) < stride * 64 ? stride : MembershipTable.wide
    let newRows = Int(member) < rows ? rows : max(64, rows + rows / 2, Int(member) + 1)
    let fresh: UnsafeMutablePointer<UInt64> = PageMemory.zeroed(newRows * newStride)
    for row in 0..<rows {
      for word in 0..<stride { fresh[row * newStride + word] = words[row * stride + word] }
    }
    PageMemory.release(words, max(1, rows * stride))
    words = fresh
    stride = newStride
    rows = newRows
  }

  /// Calls `body` with every member and each set that it is in, members in ascending order.
  package func forEach(_ body: (_ member: UInt32, _ set: Int) -> Void) {
    for row in 0..<rows {
      for word in 0..<stride {
        var rest = words[row * stride + word]
        while rest != 0 {
          body(UInt32(row), word * 64 + rest.trailingZeroBitCount)
          rest &= rest &- 1
        }
      }
    }
  }
}
