/// A row that counts as two hashes: which row it is, and what its recognised cells say.
///
/// By these what two runs read can be compared row by row, though nothing is kept of what stood there.
package struct RowDigest: Sendable, Hashable {
  /// The number of the input, in reading order.
  package var input: Int
  /// The line in which the record begins; of a workbook the row of the sheet.
  package var line: Int
  /// Of the event and the row's id, else of the participants and the time.
  package var identity: UInt64
  /// Of all recognised cells.
  package var content: UInt64

  package init(input: Int, line: Int, identity: UInt64, content: UInt64) {
    self.input = input
    self.line = line
    self.identity = identity
    self.content = content
  }
}
