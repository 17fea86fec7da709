import TradeModel
import Workbook

/// The MOUs of a report with each different text held once, to be made once for the workbooks of all languages.
///
/// A report of millions of consultations has hundreds of thousands of MOUs, whose names, events and sectors
/// repeat; what a workbook needs to know of a text is worked out once for each.
public struct MOUColumns: Sendable {
  /// A text's place in `texts`; none for no text.
  typealias Place = Int32
  static let none: Place = -1

  let entries: [MOUEntry]
  /// Different texts in the order of their first use.
  private(set) var texts: [String] = []
  /// How wide each text is, see `CellWidth`.
  private(set) var widths: [Double] = []
  /// Four places an entry: event, supplier, buyer, sector.
  private(set) var places: [Place] = []
  /// Whether an entry lacks a side, its sector, its day or its amount.
  private(set) var hasBlanks = false

  /// Reads the MOUs of a report.
  public init(_ entries: [MOUEntry]) {
    self.entries = entries
    places.reserveCapacity(entries.count * 4)
    var known: [ExactText: Place] = [:]
    func place(_ text: String?) -> Place {
      guard let text else { return MOUColumns.none }
      let key = ExactText(text)
      if let place = known[key] { return place }
      let place = Place(texts.count)
      known[key] = place
      texts.append(text)
      widths.append(CellWidth.columns(text))
      return place
    }
    for entry in entries {
      places.append(place(entry.event))
      places.append(place(entry.supplier))
      places.append(place(entry.buyer))
      places.append(place(entry.sector))
      if entry.supplier == nil || entry.buyer == nil || entry.sector == nil || entry.signedOn == nil
        || entry.amount == nil
      {
        hasBlanks = true
      }
    }
  }
}
