import Model

/// Where something stands in a definition, counted from 1; columns count characters (Unicode scalars).
package struct DefinitionPlace: Hashable, Comparable, Sendable {
  /// The line.
  package var line: Int
  /// The column.
  package var column: Int
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
  /// Places in the order of the text.
  package static func < (left: DefinitionPlace, right: DefinitionPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Whether a report may still change.
package enum ReportStatus: String, Sendable, Hashable, CaseIterable {
  /// A new edition replaces it.
  case provisional
  /// It is replaced only with a stated reason.
  case final
}

/// One event that a definition lists.
package struct EventDefinition: Sendable, Hashable {
  /// The id that rows name.
  package var id: String
  /// The series of which it is an edition.
  package var series: String?
  /// The day on which the event takes place, for the rules `event-date`.
  package var date: Day?
  package init(id: String, series: String? = nil, date: Day? = nil) {
    self.id = id
    self.series = series
    self.date = date
  }
}

/// Files of one kind and role, by path or pattern.
package struct InputDefinition: Sendable {
  /// As written: a path, or a pattern with `*`, `?`, `[…]` and `**`; relative to the definition's folder.
  package var pattern: String
  /// Registrations or consultations.
  package var kind: InputKind
  /// The role of every row; nil for a list of both roles and for consultations.
  package var role: Role?
  /// The event of rows that name none.
  package var event: String?
  /// Nil finds the encoding file by file.
  package var encoding: String?
  /// Nil finds the delimiter file by file.
  package var delimiter: UInt8?
  /// Headers of columns, first choice first.
  package var columns: [Column: [String]]
  /// Whether it may match nothing.
  package var isOptional: Bool
  /// Where the pattern stands in the definition.
  package var place: DefinitionPlace
  /// Units of amount columns.
  package var units: [NamedUnit] = []
  /// Columns whose empty cells repeat the cell above.
  package var fillDown: [Column] = []
}

/// Who may read what a report writes.
package enum FileAccess: String, Sendable, Hashable, CaseIterable {
  /// The owner alone.
  case ownerOnly = "private"
  /// The owner; the group may read.
  case group
  /// Everyone may read.
  case everyone = "public"

  /// The permissions of files.
  package var fileMode: UInt32 {
    switch self {
    case .ownerOnly: 0o600
    case .group: 0o640
    case .everyone: 0o644
    }
  }
  /// The permissions of folders.
  package var folderMode: UInt32 {
    switch self {
    case .ownerOnly: 0o700
    case .group: 0o750
    case .everyone: 0o755
    }
  }
}

/// How old inputs may become before a warning or an error; ages in seconds.
package struct Freshness: Sendable, Hashable {
  /// The age at which a warning is due.
  package var warnAfter: Int?
  /// The age at which it is an error.
  package var errorAfter: Int?
  /// Makes limits.
  package init(warnAfter: Int? = nil, errorAfter: Int? = nil) {
    self.warnAfter = warnAfter
    self.errorAfter = errorAfter
  }
}

/// When a report is due; the program starts nothing by itself.
package struct Schedule: Sendable, Hashable {
  /// In words, for people.
  package var note: String?
  /// The longest time between two runs in seconds, after which a run counts as missed; nil where it is not known.
  package var every: Int?
  package init(note: String? = nil, every: Int? = nil) {
    self.note = note
    self.every = every
  }
}
