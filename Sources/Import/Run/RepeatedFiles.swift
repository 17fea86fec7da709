import HashTables
import Model

/// The rows of one file as marks of their contents, to tell a second copy of it.
struct FileRows: Sendable {
  /// Index into the run's inputs.
  var input: Int
  /// Mark of what a row's recognised cells say, its line, and whether the row counts.
  private(set) var rows: [(mark: UInt64, line: Int, counts: Bool)] = []
  /// Marks of what the consultations that count come to, however they are written; of each that names day and parties.
  var meetings: [UInt64] = []

  init(input: Int) { self.input = input }

  mutating func add(_ mark: UInt64, line: Int, counts: Bool) { rows.append((mark, line, counts)) }

  /// How many consultations are also in another file; nil where these are not most of those of either.
  func sameMeetings(as other: FileRows) -> Int? {
    var open: [UInt64: Int] = [:]
    for meeting in other.meetings { open[meeting, default: 0] += 1 }
    var common = 0
    for meeting in meetings {
      guard let left = open[meeting], left > 0 else { continue }
      open[meeting] = left - 1
      common += 1
    }
    return common * 2 > min(meetings.count, other.meetings.count) ? common : nil
  }
}

extension Consultation {
  /// A mark of parties, day, result and amounts; nil where day or parties are missing.
  ///
  /// Names of events and sectors, whose spelling may be what differs, are left out.
  var meetingMark: UInt64? {
    guard supplier > 0, buyer > 0, held != Consultation.noDay else { return nil }
    var mixer = Mixer(seed: 4)
    mixer.add(UInt64(supplier) << 32 | UInt64(buyer))
    mixer.add(UInt64(UInt32(bitPattern: held)) << 32 | UInt64(UInt32(bitPattern: signed)))
    mixer.add(UInt64(status.rawValue) << 32 | UInt64(outcomes.rawValue))
    for kind in AmountKind.allCases { mixer.add(UInt64(bitPattern: amounts[kind])) }
    return mixer.hash64
  }
}

/// What two files have in common.
struct FileOverlap {
  /// Rows that stand in both.
  let common: Int
  /// Of these, how many count in both files.
  let doubled: Int
  /// Lines of rows that stand in one of them alone.
  let onlyFirst: [Int]
  let onlySecond: [Int]
  private let sizes: (Int, Int)

  init(_ first: FileRows, _ second: FileRows) {
    var places: [UInt64: [Int]] = [:]
    for (index, row) in first.rows.enumerated().reversed() { places[row.mark, default: []].append(index) }
    var matched = [Bool](repeating: false, count: first.rows.count)
    var common = 0
    var doubled = 0
    var rest: [Int] = []
    for row in second.rows {
      guard let index = places[row.mark]?.popLast() else {
        rest.append(row.line)
        continue
      }
      matched[index] = true
      common += 1
      if row.counts && first.rows[index].counts { doubled += 1 }
    }
    self.common = common
    self.doubled = doubled
    onlyFirst = first.rows.indices.filter { !matched[$0] }.map { first.rows[$0].line }.sorted()
    onlySecond = rest.sorted()
    sizes = (first.rows.count, second.rows.count)
  }

  /// Whether both hold the same rows.
  var isSame: Bool { common > 0 && onlyFirst.isEmpty && onlySecond.isEmpty }

  /// Whether more than half of the rows of either are the same.
  var isMostlySame: Bool { common * 2 > max(sizes.0, sizes.1) }

  /// Whether one is a corrected copy of the other: mostly the same, and rows of each are missing in the other, or
  /// rows count twice.
  ///
  /// A list that goes on where another ended, repeated rows left out, is none.
  var isCorrectedCopy: Bool {
    isMostlySame && (doubled > 0 || !onlyFirst.isEmpty && !onlySecond.isEmpty)
  }
}

extension ReadingPass {
  /// Stops where two files are one list given twice.
  func refuseCopies(_ files: [FileRows]) throws(TallyError) {
    for (index, second) in files.enumerated() where !second.rows.isEmpty {
      for first in files[..<index] where !first.rows.isEmpty {
        let (one, other) = (opened[first.input].request, opened[second.input].request)
        guard one.kind == other.kind else { continue }
        let overlap = FileOverlap(first, second)
        if one.role != other.role, one.role != nil, other.role != nil {
          guard overlap.isMostlySame else { continue }
          throw TallyError(
            .input(
              .sameList(
                as: one.path, given: one.role ?? .supplier, common: overlap.common,
                other: other.role ?? .buyer)),
            at: other.path)
        }
        guard one.role == other.role else { continue }
        if overlap.isSame {
          throw TallyError(.input(.sameRows(as: one.path)), at: other.path)
        }
        guard overlap.isCorrectedCopy else { continue }
        throw TallyError(
          .input(
            .correctedCopy(
              of: one.path, common: overlap.common, onlyThere: overlap.onlyFirst,
              onlyHere: overlap.onlySecond)),
          at: other.path)
      }
    }
  }

  /// Files whose consultations are also in an earlier one, in words that differ, so that each counts twice.
  ///
  /// Rows are duplicates to the letter only; this is a doubt and changes no figure.
  func likelyCopies(_ files: [FileRows]) -> [[LikelyCopy]] {
    files.indices.map { index in
      files[..<index].compactMap { earlier in
        files[index].sameMeetings(as: earlier).map { LikelyCopy(of: opened[earlier.input].name, rows: $0) }
      }
    }
  }
}
