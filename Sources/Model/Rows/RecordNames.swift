/// What the numbers in consultations and registrations stand for.
package protocol RecordNames: AnyObject, Sendable {
  /// The id of an event by its number.
  func eventName(_ number: UInt32) -> String
  /// The label of a sector by its number.
  func sectorLabel(_ number: UInt32) -> String
  /// A name as documents print it, by its number: without the telephone or e-mail address that was typed beside it.
  func printedName(_ number: UInt32) -> String
}
