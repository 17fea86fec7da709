import Model
import Values

extension InputOpener {
  /// Stops where the sides are told by numbers, as in a summary of how many there were: both by bare ones, or one by
  /// such as `12개사`.
  func checkNames(_ input: OpenedInput, _ rows: [[String]]) throws(TallyError) {
    let header = input.header
    func count(_ name: Column, or id: Column) -> (column: RecognisedHeader, options: [String])? {
      guard header.cells[id] == nil, !header.named.contains(name), let cell = header.cells[name] else {
        return nil
      }
      let filled = LookAlikeSearch.filled(cell, rows)
      let units = filled.map { $0.drop { ("0"..."9").contains($0) || $0 == "," } }
      let areCounts = zip(filled, units).allSatisfy { text, unit in
        unit.count < text.count && text.utf8.count <= 24 && (unit.isEmpty || UnitReader.isCount(String(unit)))
      }
      guard filled.count >= 2, areCounts else { return nil }
      let column = RecognisedHeader(header: header.name(cell), column: name)
      let isBare = units.allSatisfy(\.isEmpty)
      return (column, isBare ? LookAlike(columns: [id], header: column.header).options : [])
    }
    let found = [count(.supplier, or: .supplierID), count(.buyer, or: .buyerID)].compactMap { $0 }
    // One side may be told by numbers that nobody called ids.
    if found.count == 2 || found.contains(where: { $0.options.isEmpty }) {
      throw error(.countsForNames(found.map(\.column), options: found.flatMap(\.options)))
    }
  }
}
