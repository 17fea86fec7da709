import Model

/// Amounts of which the middle one is sought, in four bytes each where they are of the usual kind.
struct StatedAmounts: Sendable {
  /// Amounts of whole units.
  private var units: [UInt32] = []
  /// Other amounts that fit, in hundredths.
  private var hundredths: [UInt32] = []
  /// All others, in hundredths.
  private var large: [Int64] = []

  /// Adds an amount in hundredths that is not negative.
  @inline(__always)
  mutating func add(_ amount: Int64) {
    let (whole, rest) = amount.quotientAndRemainder(dividingBy: 100)
    if rest == 0, let whole = UInt32(exactly: whole) {
      units.append(whole)
    } else if let amount = UInt32(exactly: amount) {
      hundredths.append(amount)
    } else {
      large.append(amount)
    }
  }

  var count: Int { units.count + hundredths.count + large.count }

  /// Calls with every amount in hundredths.
  @inline(__always)
  func forEach(_ body: (Int64) -> Void) {
    for amount in units { body(Int64(amount) * 100) }
    for amount in hundredths { body(Int64(amount)) }
    for amount in large { body(amount) }
  }
}

/// The middle of amounts that are held in parts.
///
/// The amounts stay where they are: each pass over them counts those of the stretch in which the one sought must
/// lie, divided into as many thinner ones as there are counters, until a stretch is one amount wide.
struct MiddleAmount {
  private let parts: [StatedAmounts]
  private static let counters = 1 << 14

  init(_ parts: [StatedAmounts]) { self.parts = parts }

  var count: Int { parts.reduce(0) { $0 + $1.count } }

  /// The middle amount, of an even number of them the half of the two in the middle, rounded half to even; nil of
  /// none.
  var median: Money? {
    let count = count
    guard count > 0 else { return nil }
    let upper = amount(at: count / 2)
    let lower = count % 2 == 1 ? upper : amount(at: count / 2 - 1)
    let half = (Int128(lower) + Int128(upper)).dividedHalfToEven(by: 2)
    return Money(hundredths: Int64(half))
  }

  /// The amount at a place in ascending order.
  private func amount(at place: Int) -> Int64 {
    var largest: Int64 = 0
    for part in parts { part.forEach { largest = max(largest, $0) } }
    // 2^shift amounts share a counter, those from `lowest` on.
    var shift = max(0, Int64.bitWidth - largest.leadingZeroBitCount - Self.counters.trailingZeroBitCount)
    var lowest: Int64 = 0
    var before = place
    while true {
      var counts = [Int](repeating: 0, count: Self.counters)
      for part in parts {
        part.forEach { amount in
          let counter = (amount &- lowest) >> Int64(shift)
          if counter >= 0, counter < Int64(Self.counters) { counts[Int(counter)] += 1 }
        }
      }
      var counter = 0
      while before >= counts[counter] {
        before -= counts[counter]
        counter += 1
      }
      lowest += Int64(counter) << Int64(shift)
      if shift == 0 { return lowest }
      shift = max(0, shift - Self.counters.trailingZeroBitCount)
    }
  }
}

/// The consulted amounts of held consultations, of which reports state the middle.
struct ConsultedAmounts {
  /// The amounts, one part for each thread.
  private(set) var parts = [StatedAmounts()]
  /// The sums of suppliers by their numbers; `Consultation.noAmount` for one that stated none.
  private(set) var bySupplier: [Int64] = []

  /// Adds the amount of a consultation.
  ///
  /// - Parameter supplier: the supplier's number plus one, 0 for none.
  @inline(__always)
  mutating func add(_ amount: Int64, supplier: UInt32) {
    parts[0].add(amount)
    if supplier > 0 { add(amount, to: Int(supplier) - 1) }
  }

  // Sums cannot overflow: they are parts of one that is checked, and no amount is negative.
  @inline(__always)
  private mutating func add(_ amount: Int64, to supplier: Int) {
    if supplier >= bySupplier.count { makeRoom(supplier + 1) }
    let before = bySupplier[supplier]
    bySupplier[supplier] = before == Consultation.noAmount ? amount : before &+ amount
  }

  private mutating func makeRoom(_ count: Int) {
    let room = max(count, 2 * bySupplier.count)
    bySupplier.append(
      contentsOf: repeatElement(Consultation.noAmount, count: room - bySupplier.count))
  }

  /// Adds those of another thread.
  mutating func unite(_ other: ConsultedAmounts) {
    parts += other.parts
    for (supplier, sum) in other.bySupplier.enumerated() where sum != Consultation.noAmount {
      add(sum, to: supplier)
    }
  }

  /// What reports state of them.
  var medians: Medians {
    var medians = Medians()
    medians.consultedPerMeeting = MiddleAmount(parts).median
    var sums = StatedAmounts()
    for sum in bySupplier where sum != Consultation.noAmount { sums.add(sum) }
    medians.consultedPerSupplier = MiddleAmount([sums]).median
    medians.suppliersStating = sums.count
    return medians
  }
}
