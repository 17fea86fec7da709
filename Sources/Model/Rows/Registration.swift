/// One counted registration, in numbers; in an order without gaps, 20 bytes.
package struct Registration: Sendable {
  /// Number of the event plus one; 0 serves every event.
  package var event: UInt32
  /// The side that the organisation takes.
  package var role: Role
  /// Whether the registration stands.
  package var status: RegistrationStatus
  /// The country; the home country for suppliers that name none.
  package var country: CountryCode
  /// Number of the organisation within its role.
  package var organisation: UInt32
  /// Number of the sector plus one; 0 for none.
  package var sector: UInt32
  /// Number of the printed name plus one; 0 for none.
  package var name: UInt32

  package init(
    event: UInt32, role: Role, status: RegistrationStatus, country: CountryCode, organisation: UInt32,
    sector: UInt32, name: UInt32
  ) {
    self.event = event
    self.role = role
    self.status = status
    self.country = country
    self.organisation = organisation
    self.sector = sector
    self.name = name
  }
}
