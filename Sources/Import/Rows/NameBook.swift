import HashTables
import Model
import Values

/// Where each organisation stands first, by its name, to find names that count as two organisations.
///
/// Filled in reading order, an entry an organisation, up to a number; what comes later is not looked at.
struct NameBook: Sendable {
  private static let most = 200_000
  /// How many doubts are kept.
  private static let kept = 5

  private struct Key: Hashable {
    var name: Hash128
    var role: Role
  }

  private struct Entry {
    var organisation: UInt32
    var hasNumber: Bool
    var hasCountry: Bool
    var place: RowPlace
    var isTold = false
  }

  private var entries: [Key: Entry] = [:]
  /// The organisations that were noted.
  private var suppliers = PagedBitSet()
  private var buyers = PagedBitSet()
  private(set) var doubts: [SplitName] = []

  /// Whether the organisation was noted before; notes it.
  @inline(__always)
  mutating func isNew(_ organisation: UInt32, _ role: Role) -> Bool {
    switch role {
    case .supplier: suppliers.isNew(organisation)
    case .buyer: buyers.isNew(organisation)
    }
  }

  /// Notes an organisation that is new, with its name as it stands in the row.
  ///
  /// - Parameter key: the name's hash, where it is known.
  mutating func note(
    _ organisation: UInt32, _ role: Role, name: String, key: Hash128? = nil, country: CountryCode,
    hasNumber: Bool, place: @autoclosure () -> RowPlace
  ) {
    // Of a list as long as that no more names are made out.
    if entries.count == NameBook.most { return }
    let key = Key(name: key ?? OrganisationKey.name(name), role: role)
    let hasCountry = country != .unknown
    guard let earlier = entries[key] else {
      entries[key] = Entry(
        organisation: organisation, hasNumber: hasNumber, hasCountry: hasCountry, place: place())
      return
    }
    guard !earlier.isTold, earlier.organisation != organisation, doubts.count < NameBook.kept else { return }
    let reason: SplitName.Reason? =
      earlier.hasNumber != hasNumber ? .number : earlier.hasCountry != hasCountry ? .country : nil
    guard let reason else { return }
    entries[key]?.isTold = true
    doubts.append(
      SplitName(role: role, name: name.hiddenIfContact, reason: reason, places: [earlier.place, place()]))
  }
}

/// Business numbers with the name that had each first.
struct NumberBook: Sendable {
  private static let most = 200_000
  private static let kept = 5

  private struct Entry {
    var number: Hash128
    var text: String
    var name: String
    var place: RowPlace
    var isTold = false
  }

  private var entries: [Hash128: Entry] = [:]
  private(set) var doubts: [SharedNumber] = []

  /// Notes the number of a registration.
  ///
  /// - Parameter number: the number as organisations are told apart by it.
  mutating func note(_ number: Hash128, text: String, name: String, place: RowPlace) {
    let digits = text.unicodeScalars.filter { ("0"..."9").contains($0) }
    // A business number has ten digits, however it is written.
    let key = digits.count == 10 ? OrganisationKey.number(String(String.UnicodeScalarView(digits))) : number
    guard let earlier = entries[key] else {
      if entries.count < NumberBook.most {
        entries[key] = Entry(number: number, text: text, name: name, place: place)
      }
      return
    }
    guard !earlier.isTold, doubts.count < NumberBook.kept else { return }
    if earlier.number != number {
      entries[key]?.isTold = true
      doubts.append(
        SharedNumber(
          .twoSpellings, texts: [earlier.text.hiddenIfContact, text.hiddenIfContact],
          places: [earlier.place, place]))
    } else if OrganizationName.areUnlike(earlier.name, name) {
      entries[key]?.isTold = true
      doubts.append(
        SharedNumber(
          .severalNames, texts: [earlier.name.hiddenIfContact, name.hiddenIfContact],
          places: [earlier.place, place]))
    }
  }
}

extension PagedBitSet {
  /// Whether it has not the member yet, which is added.
  @inline(__always)
  fileprivate mutating func isNew(_ member: UInt32) -> Bool {
    if contains(member) { return false }
    insert(member)
    return true
  }
}
