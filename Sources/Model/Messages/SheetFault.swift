/// Why a workbook cannot be read.
package enum SheetFault: Error, Sendable, Hashable {
  case passwordProtected
  /// An Excel workbook of the kind used before 2007.
  case oldExcel
  /// An Excel workbook in binary form.
  case binaryExcel
  case numbers
  /// A document of an office program that is no workbook.
  case other(OfficeDocument)
  /// A zip file that holds no workbook.
  case plainZip
  /// No sheet of it has cells.
  case noCells
  /// A part of the file is not what it should be; the detail is technical.
  case damaged(part: String, detail: String)
  /// The zip file as a whole is not; the detail is technical.
  case cutOff(detail: String)
  /// A part would unpack to more than some MiB.
  case tooLarge(part: String, mebibytes: Int)
  /// Cells are merged a million times.
  case mergedTooOften
  /// The cells hold more text than some MiB.
  case tooMuchText(mebibytes: Int)
  /// The cells share more texts than a number.
  case tooManyTexts(Int)
}

/// Documents that are no workbooks.
package enum OfficeDocument: Sendable, Hashable, CaseIterable {
  case word, presentation, hangul, openDocument
}
