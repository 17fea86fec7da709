/// A set of small integers as pages of 512 bits (one cache line), made as they are needed.
///
/// A crowded set costs a bit a member, a sparse one at most a page, and very few members no page at all; sets unite
/// page by page.
package struct PagedBitSet: Sendable {
  // The members while they are very few; empty once there are pages.
  @usableFromInline var few: [UInt32] = []
  // Index into `words` of each page's first word, divided by 8, plus one; 0 where there is no page.
  @usableFromInline var pages: [UInt32] = []
  @usableFromInline var words: [UInt64] = []
  /// Number of members.
  package private(set) var count = 0

  /// Makes an empty set.
  package init() {}

  /// Adds a member.
  @inlinable
  package mutating func insert(_ member: UInt32) {
    // Most members that are put in are there already.
    if !contains(member) { insertNew(member) }
  }

  @usableFromInline
  mutating func insertNew(_ member: UInt32) {
    if pages.isEmpty {
      if few.count < PagedBitSet.fewMembers {
        few.append(member)
        count += 1
        return
      }
      makePages()
    }
    insertIntoPage(member)
  }

  /// How many members do without pages.
  private static let fewMembers = 8

  private mutating func makePages() {
    if !pages.isEmpty { return }
    let members = few
    few = []
    count = 0
    for member in members { insertIntoPage(member) }
  }

  private mutating func insertIntoPage(_ member: UInt32) {
    let page = Int(member >> 9)
    if page >= pages.count {
      pages.append(contentsOf: repeatElement(0, count: max(page + 1, pages.count * 2) - pages.count))
    }
    if pages[page] == 0 { addPage(page) }
    let index = (Int(pages[page]) - 1) * 8 + Int((member >> 6) & 7)
    let bit = UInt64(1) << UInt64(member & 63)
    let word = words[index]
    if word & bit == 0 {
      words[index] = word | bit
      count += 1
    }
  }

  /// Whether the set has a member.
  @inlinable
  package func contains(_ member: UInt32) -> Bool {
    let page = Int(member >> 9)
    guard page < pages.count else { return few.contains(member) }
    guard pages[page] != 0 else { return false }
    return words[(Int(pages[page]) - 1) * 8 + Int((member >> 6) & 7)] >> UInt64(member & 63) & 1 == 1
  }

  private mutating func addPage(_ page: Int) {
    words.append(contentsOf: repeatElement(0, count: 8))
    pages[page] = UInt32(words.count / 8)
  }

  /// Adds every member of another set.
  package mutating func formUnion(_ other: PagedBitSet) {
    if other.pages.isEmpty {
      for member in other.few { insert(member) }
      return
    }
    makePages()
    for (page, held) in other.pages.enumerated() where held != 0 {
      if page >= pages.count {
        pages.append(contentsOf: repeatElement(0, count: page + 1 - pages.count))
      }
      if pages[page] == 0 { addPage(page) }
      let target = (Int(pages[page]) - 1) * 8
      let source = (Int(held) - 1) * 8
      for offset in 0..<8 {
        let before = words[target + offset]
        let after = before | other.words[source + offset]
        words[target + offset] = after
        count += after.nonzeroBitCount - before.nonzeroBitCount
      }
    }
  }
}

extension PagedBitSet {
  /// The members in ascending order.
  package var members: [UInt32] {
    var members = few.sorted()
    for (page, held) in pages.enumerated() where held != 0 {
      for offset in 0..<8 {
        var word = words[(Int(held) - 1) * 8 + offset]
        while word != 0 {
          members.append(UInt32(page * 512 + offset * 64 + word.trailingZeroBitCount))
          word &= word - 1
        }
      }
    }
    return members
  }
}
