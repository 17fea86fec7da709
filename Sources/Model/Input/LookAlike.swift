/// A column without a known header whose cells look like those of a column that is missing.
package struct LookAlike: Hashable, Sendable {
  /// The columns that it may be, the likeliest first; several only where they are amounts.
  package var columns: [Column]
  /// Its header, or its place (`column 7`) where it has none.
  package var header: String
  /// Whether nothing but the kind of its cells speaks for it, so that it is said and stops nothing.
  package var isVague: Bool
  /// The options that its marks need besides to be read, such as `--word outcome.mou=O`.
  package var words: [String]

  package init(columns: [Column], header: String, isVague: Bool = false, words: [String] = []) {
    self.words = words
    self.columns = columns
    self.header = header
    self.isVague = isVague
  }

  /// Whether figures would be wrong without it, so that it stops a report.
  package var stops: Bool { !isVague && columns.contains { LookAlike.stopping.contains($0) } }

  private static let stopping = Set([.status, .outcome, .heldAt] + Column.amounts)

  /// The options that name it, one for each column that it may be.
  package var options: [String] {
    columns.map { column in
      (["--column \(LookAlike.quoted("\(column.rawValue)=\(header)"))"] + words).joined(separator: " ")
    }
  }

  /// The options that say that there is no such column.
  package var optionsForNone: String { columns.map { "--column \($0.rawValue)=" }.joined(separator: " ") }

  /// A text as a shell takes it for one word.
  package static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "_-=.".unicodeScalars.contains(scalar)
    }
    return isPlain
      ? text
      : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

/// A column in which cells below a filled one are empty, as those of merged cells are.
package struct MergedColumn: Hashable, Sendable {
  /// The meaning of the column.
  package var column: Column
  /// Its header.
  package var header: String
  /// How many cells are empty.
  package var blanks: Int

  package init(column: Column, header: String, blanks: Int) {
    self.column = column
    self.header = header
    self.blanks = blanks
  }
}

/// An event that a series names and no file has.
package struct UnknownEdition: Hashable, Sendable {
  /// The event as the series names it.
  package var event: String
  /// The series.
  package var series: String
  /// The nearest event that a file has; nil where none is near.
  package var nearest: String?

  package init(event: String, series: String, nearest: String?) {
    self.event = event
    self.series = series
    self.nearest = nearest
  }
}
