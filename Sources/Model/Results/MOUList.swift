/// The MOUs of a report in reading order, with each text held once.
///
/// A report of millions of consultations has hundreds of thousands of MOUs, whose names, events and sectors
/// repeat; what a document needs to know of a text is worked out once for each.
package struct MOUList: RandomAccessCollection, Hashable, Sendable {
  /// A text's place in `texts`; `none` for no text.
  package typealias Place = Int32
  /// No text.
  package static let none: Place = -1

  /// One MOU with the places of its texts.
  package struct Row: Sendable {
    /// The event's id.
    package var event: Place
    /// The supplier.
    package var supplier: Place
    /// The buyer.
    package var buyer: Place
    /// The sector's label.
    package var sector: Place
    /// The buyer's country.
    package var country: CountryCode
    /// The day of signing; nil where none is given.
    package var signedOn: Day?
    /// The amount in the base currency; nil where none is given.
    package var amount: Money?

    package init(
      event: Place, supplier: Place, buyer: Place, sector: Place, country: CountryCode, signedOn: Day?,
      amount: Money?
    ) {
      (self.event, self.supplier, self.buyer, self.sector) = (event, supplier, buyer, sector)
      (self.country, self.signedOn, self.amount) = (country, signedOn, amount)
    }
  }

  /// The texts; two of them may be alike.
  package let texts: [String]
  /// The MOUs.
  package let rows: [Row]

  /// Makes a list of rows whose places are those of `texts`.
  package init(texts: [String], rows: [Row]) { (self.texts, self.rows) = (texts, rows) }

  /// Makes a list of entries.
  package init(_ entries: [MOUEntry]) {
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
  package func text(_ place: Place) -> String? { place == MOUList.none ? nil : texts[Int(place)] }

  /// The first row's number.
  package var startIndex: Int { 0 }
  /// The number of rows.
  package var endIndex: Int { rows.count }

  /// One MOU.
  package subscript(index: Int) -> MOUEntry {
    let row = rows[index]
    return MOUEntry(
      event: text(row.event) ?? "", supplier: text(row.supplier), buyer: text(row.buyer),
      country: row.country, sector: text(row.sector), signedOn: row.signedOn, amount: row.amount)
  }

  /// Whether both say the same, wherever their texts are held.
  package static func == (left: MOUList, right: MOUList) -> Bool { left.elementsEqual(right) }
  /// Feeds the MOUs to a hasher.
  package func hash(into hasher: inout Hasher) { for entry in self { hasher.combine(entry) } }
}

extension MOUList: ExpressibleByArrayLiteral {
  /// Makes a list of entries.
  package init(arrayLiteral entries: MOUEntry...) { self.init(entries) }
}
