import Measuring
import Model
import Testing

/// The days of held meetings, and the organisations that no registration names.
@Suite struct HeldTests {
  static let header = "supplier,buyer,country,held_at,status"

  @Test(arguments: [1, 3])
  func thePeriodIsThatOfHeldMeetings(_ threads: Int) throws {
    let outcomes = try outcomes(
      [
        Self.header, "A,B,RU,2024-11-09,completed", "A,C,RU,2024-11-08,completed",
        "A,D,RU,2025-03-01,cancelled",
        "A,E,RU,2024-01-01,no_show", "A,F,RU,,completed", "A,G,RU,2026-01-01,scheduled",
      ], threads: threads)
    #expect(outcomes.head.heldPeriod?.from.iso == "2024-11-08")
    #expect(outcomes.head.heldPeriod?.to.iso == "2024-11-09")
    #expect(outcomes.head.period?.from.iso == "2024-01-01")
    #expect(outcomes.head.period?.to.iso == "2026-01-01")
  }

  @Test func nothingHeldHasNoPeriod() throws {
    let outcomes = try outcomes([Self.header, "A,B,RU,2024-11-09,cancelled", "A,C,RU,,completed"])
    #expect(outcomes.head.heldPeriod == nil)
    #expect(outcomes.head.period?.from.iso == "2024-11-09")
  }

  @Test func organisationsWithoutARegistrationAreCountedOnce() throws {
    let rows = [
      Self.header, "Alpha,Beta,RU,2024-11-08,completed", "Alpha,Gamma,RU,2024-11-08,completed",
      "Zeta,Gamma,RU,2024-11-09,completed", "Alpha,Delta,RU,2024-11-08,no_show",
      // A registration that was cancelled is one all the same.
      "Alpha,Kappa,RU,2024-11-08,completed",
    ]
    let buyers = [
      "role,organization,country,status", "buyer,Beta,RU,confirmed", "buyer,Kappa,RU,cancelled",
    ]
    #expect(try outcomes(rows).unregistered == UnregisteredCounts())
    #expect(
      try outcomes(rows, registrations: buyers).unregistered == UnregisteredCounts(suppliers: nil, buyers: 1))
    let both = buyers + ["supplier,Alpha,KR,confirmed"]
    #expect(
      try outcomes(rows, registrations: both).unregistered == UnregisteredCounts(suppliers: 1, buyers: 1))
  }
}
