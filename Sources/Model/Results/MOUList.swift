/// The MOUs of a report in reading order, with each text held once.
///
/// A report of millions of consultations has hundreds of thousands of MOUs, whose names, events and sectors
/// repeat; what a document needs to know of a text is worked out once for each.
public struct MOUList: RandomAccessCollection, Hashable, Sendable {
  /// A text's place in `texts`; `none` for no text.
  public typealias Place = Int32
  /// No text.
  public static let none: Place = -1

  /// One MOU with the places of its texts.
  public struct Row: Sendable {
    /// The event's id.
    public var event: Place
    /// The supplier.
    public var supplier: Place
    /// The buyer.
    public var buyer: Place
    /// The sector's label.
    public var sector: Place
    /// The buyer's country.
    public var country: CountryCode
    /// The day of signing; nil where none is given.
    public var signedOn: Day?
    /// The amount in the base currency; nil where none is given.
    public var amount: Money?

    /// Makes the value from its parts.
    public init(
      event: Place, supplier: Place, buyer: Place, sector: Place, country: CountryCode, signedOn: Day?,
      amount: Money?
    ) {
      (self.event, self.supplier, self.buyer, self.sector) = (event, supplier, buyer, sector)
      (self.country, self.signedOn, self.amount) = (country, signedOn, amount)
    }
  }

  /// The texts; two of them may be alike.
  public let texts: [String]
  /// The MOUs.
  public let rows: [Row]

  /// Makes a list of rows whose places are those of `texts`.
  public init(texts: [String], rows: [Row]) { (self.texts, self.rows) = (texts, rows) }

  /// Makes a list of entries.
  public init(_ entries: [MOUEntry]) {
    var texts: [String] = []
    var places: [String: Place] = [:]
    func place(_ text: String?) -> Place {
      guard let text else { return MOUList.none }
      // Equal strings may differ in their bytes, which documents print.
      if let place = places[text], texts[Int(place)].utf8.elementsEqual(text.utf8) { return place }
      let place = Place(texts.count)
      places[text] = place
      texts.append(text)
      return place
    }
    let rows = entries.map { entry in
      Row(
        event: place(entry.event), supplier: place(entry.supplier), buyer: place(entry.buyer),
        sector: place(entry.sector), country: entry.country, signedOn: entry.signedOn, amount: entry.amount)
    }
    self.init(texts: texts, rows: rows)
  }

  /// The text of a place.
  public func text(_ place: Place) -> String? { place == MOUList.none ? nil : texts[Int(place)] }

  /// The first row's number.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { rows.count }

  /// One MOU.
  public subscript(index: Int) -> MOUEntry {
    let row = rows[index]
    return MOUEntry(
      event: text(row.event) ?? "", supplier: text(row.supplier), buyer: text(row.buyer),
      country: row.country, sector: text(row.sector), signedOn: row.signedOn, amount: row.amount)
  }

  /// Whether both say the same, wherever their texts are held.
  public static func == (left: MOUList, right: MOUList) -> Bool { left.elementsEqual(right) }
  /// Feeds the MOUs to a hasher.
  public func hash(into hasher: inout Hasher) { for entry in self { hasher.combine(entry) } }
}

extension MOUList: ExpressibleByArrayLiteral {
  /// Makes a list of entries.
  public init(arrayLiteral entries: MOUEntry...) { self.init(entries) }
}
