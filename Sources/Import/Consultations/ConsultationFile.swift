import Model

/// What is the same for all rows of a consultations file.
struct ConsultationFile: Sendable {
  let context: FileContext
  /// Header or title unit of each amount column.
  let units: [AmountSurroundings]
  /// Number of the event of rows that name none.
  let defaultEvent: UInt32
  /// Where ids are unique within their file only, the file; nil where they are unique in all files.
  let scope: Int?
  /// The scope as a number for hashes; 0 where ids are unique in all files.
  var scopeNumber: UInt64 { UInt64((scope ?? -1) + 1) }

  init(context: FileContext, defaultEvent: UInt32) {
    self.context = context
    self.defaultEvent = defaultEvent
    units = Column.amounts.map { AmountSurroundings(of: $0, in: context.input) }
    scope = context.rules.idScope == .file ? context.input.index : nil
  }
}
