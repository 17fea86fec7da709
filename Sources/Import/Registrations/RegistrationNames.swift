import HashTables
import Model

/// The registrations that print a name, found by the form in which names compare.
///
/// Made when the first consultation gives a name in place of an id, which in most files none does.
final class RegistrationNames: Sendable {
  private let keys: KeyNumbers
  /// The first registration of each name at each event, by the number of the name, and the next of the same; −1
  /// for none.
  private let first: [Int32]
  private let next: [Int32]

  init(_ all: [Registration], tables: SharedTables) {
    var keys = KeyNumbers()
    var (first, last): ([Int32], [Int32]) = ([], [])
    var next = [Int32](repeating: -1, count: all.count)
    for (index, registration) in all.enumerated() where registration.name > 0 {
      let name = OrganisationKey.name(tables.name(ofNumber: registration.name - 1))
      let number = keys.insert(RegistrationNames.key(registration.role, registration.event, name))
      if number == first.count {
        first.append(Int32(index))
        last.append(Int32(index))
      } else {
        next[Int(last[number])] = Int32(index)
        last[number] = Int32(index)
      }
    }
    self.keys = keys
    self.first = first
    self.next = next
  }

  private static func key(_ role: Role, _ event: UInt32, _ name: Hash128) -> Hash128 {
    name.scoped(RegistrationDirectory.scope(role, event))
  }

  /// The registrations of a name at an event, in reading order.
  ///
  /// - Parameter event: number of the event plus one; 0 for those that serve all.
  func all(_ role: Role, event: UInt32, name: Hash128) -> [Int] {
    let number = keys.find(RegistrationNames.key(role, event, name))
    var found: [Int] = []
    var index = number < 0 ? -1 : first[number]
    while index >= 0 {
      found.append(Int(index))
      index = next[Int(index)]
    }
    return found
  }
}
