/// What a workbook says about itself.
package struct WorkbookProperties: Hashable, Sendable {
  /// The document's title.
  package var title: String
  /// What it is about.
  package var subject: String
  /// Who made it.
  package var author: String
  /// The office it comes from.
  package var company: String
  /// Its kind.
  package var category: String
  /// Words to find it by.
  package var keywords: String
  /// Remarks.
  package var comments: String
  /// Seconds since 1970, at least 1; the same date makes the same bytes on any day.
  package var created: Int64

  /// Makes properties; texts are at most 255 UTF-16 units, empty ones are left out.
  package init(
    title: String, subject: String = "", author: String = "", company: String = "", category: String = "",
    keywords: String = "", comments: String = "", created: Int64
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.company = company
    self.category = category
    self.keywords = keywords
    self.comments = comments
    self.created = created
  }
}

/// How a workbook is built.
package struct WorkbookOptions: Hashable, Sendable {
  /// Where sheets are put together; nil takes `TMPDIR`, else `/tmp`.
  package var temporaryDirectory: String?
  /// The font of every cell whose format names none; it also decides how wide a character is.
  package var font: WorkbookFont?
  /// Makes options.
  package init(temporaryDirectory: String? = nil, font: WorkbookFont? = nil) {
    self.temporaryDirectory = temporaryDirectory
    self.font = font
  }
}

/// A font with its size.
package struct WorkbookFont: Hashable, Sendable {
  /// The name, not empty, at most 31 UTF-16 units.
  package var name: String
  /// Points, 1 to 409.
  package var size: Double
  package init(name: String, size: Double) { (self.name, self.size) = (name, size) }
}
