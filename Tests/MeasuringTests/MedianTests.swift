import Model
import TestSupport
import Testing

@testable import Measuring

/// The middle of what held consultations state.
@Suite struct MedianTests {
  /// By sorting.
  private func middle(_ amounts: [Int64]) -> Int64? {
    let sorted = amounts.sorted()
    guard !sorted.isEmpty else { return nil }
    let upper = sorted[sorted.count / 2]
    let lower = sorted[(sorted.count - 1) / 2]
    return Int64((Int128(lower) + Int128(upper)).dividedHalfToEven(by: 2))
  }

  @Test(
    arguments: [
      ([], nil), ([0], 0), ([5], 5), ([5, 0], 2), ([7, 0], 4), ([1, 2], 2), ([1, 2, 1_000_000_000], 2),
      ([100, 200, 300, 400], 250), ([429_496_729_600, 429_496_729_500], 429_496_729_550),
      ([4_294_967_295, 4_294_967_296, 4_294_967_297], 4_294_967_296),
      ([.max, .max], .max), ([.max, .max - 1, 0], .max - 1), ([16_383, 16_384], 16_384),
    ] as [([Int64], Int64?)])
  func theMedianOfAShortListIsItsMiddle(_ example: (amounts: [Int64], middle: Int64?)) {
    var amounts = StatedAmounts()
    for amount in example.amounts { amounts.add(amount) }
    #expect(amounts.count == example.amounts.count)
    #expect(MiddleAmount([amounts]).median?.hundredths == example.middle)
  }

  @Test(arguments: 1...12) func theMedianDoesNotDependOnTheParts(_ seed: UInt64) {
    var numbers = SeededRandom(seed)
    let bits = Int.random(in: 1...60, using: &numbers)
    let amounts = (0..<Int.random(in: 1...5000, using: &numbers)).map { _ -> Int64 in
      let amount = Int64(truncatingIfNeeded: numbers.next() >> UInt64(64 - bits))
      return Bool.random(using: &numbers) ? amount : min(amount / 100, .max / 100) * 100
    }
    var parts = [StatedAmounts](repeating: StatedAmounts(), count: 3)
    for amount in amounts { parts[Int.random(in: 0..<3, using: &numbers)].add(amount) }
    #expect(MiddleAmount(parts).median?.hundredths == middle(amounts), "\(amounts.count) of \(bits) bits")
  }

  static let header = "supplier,buyer,country,held_at,status,consulted_amount"

  @Test func mediansAreThoseOfHeldMeetingsThatStateAnAmount() throws {
    let medians = try outcomes([
      Self.header, "Alpha,Beta,VN,2020-10-30,completed,100", "Alpha,Gamma,VN,2020-10-30,completed,30.05",
      "Delta,Beta,VN,2020-10-30,completed,40.10", "Delta,Gamma,VN,2020-10-30,completed,",
      "Epsilon,Gamma,VN,2020-10-30,no_show,500", "Zeta,Gamma,VN,2020-10-30,completed,",
      ",Eta,VN,2020-10-30,completed,9",
    ]).medians
    // 9, 30.05, 40.10 and 100; of suppliers 40.10 and 130.05, since one row names none.
    #expect(medians.consultedPerMeeting == Money(hundredths: 3_508))
    #expect(medians.consultedPerSupplier == Money(hundredths: 8_508))
    #expect(medians.suppliersStating == 2)
  }

  @Test func withoutAmountsThereIsNoMedian() throws {
    let medians = try outcomes([Self.header, "Alpha,Beta,VN,2020-10-30,completed,"]).medians
    #expect(medians == Medians())
  }

  @Test func neitherOrderNorThreadsMatter() throws {
    var numbers = SeededRandom(7)
    var rows: [String] = []
    for at in 0..<30_000 {
      let amount = Int.random(in: 100_000..<9_000_000, using: &numbers)
      let supplier = Int.random(in: 0..<400, using: &numbers)
      rows.append(
        "\(at),Firm \(supplier),Buyer \(at % 97),VN,2020-10-30,completed,\(amount / 10).\(amount % 10)")
    }
    let header = "consultation_id,\(Self.header)"
    let first = try outcomes([header] + rows).medians
    #expect(first.suppliersStating == 400)
    for threads in [2, 5] {
      rows.shuffle(using: &numbers)
      #expect(try outcomes([header] + rows, threads: threads).medians == first)
    }
  }
}
