/// What went wrong, as data: the words are made of it in the reader's language, and the exit code follows from it.
package struct TallyError: Error, Sendable, Hashable {
  /// The sysexits category.
  package enum Category: Int32, Sendable, CaseIterable {
    case usage = 64
    case dataUnusable = 65
    case inputMissing = 66
    case internalFault = 70
    case cannotCreate = 73
    case ioFailed = 74
    case lockHeld = 75
    case definitionWrong = 78
  }

  /// Everything that is wrong, in the order in which it is said; never empty.
  package var failures: [Failure]

  /// What kind of failure it is; decides the exit code.
  package var category: Category { failures.first?.matter.category ?? .internalFault }

  /// Makes the error of one failure.
  package init(_ matter: Matter, at place: FilePlace? = nil) {
    failures = [Failure(matter, at: place)]
  }

  /// Makes the error of one failure that concerns a file or folder.
  package init(_ matter: Matter, at file: String) { self.init(matter, at: FilePlace(file)) }

  /// Makes the error of several failures.
  package init(_ failures: [Failure]) { self.failures = failures }
}

/// One thing that is wrong, and where.
package struct Failure: Sendable, Hashable {
  /// What is wrong.
  package var matter: Matter
  /// Where; nil where no single file is concerned.
  package var place: FilePlace?
  /// What helps besides, said after the rest; nil where nothing needs to be added.
  package var remedy: Remedy?

  package init(_ matter: Matter, at place: FilePlace? = nil) {
    self.matter = matter
    self.place = place
  }
}

/// A file, and perhaps a line and a column in it, counted from 1.
package struct FilePlace: Sendable, Hashable {
  /// The file or folder as it was named.
  package var file: String
  /// The line.
  package var line: Int?
  /// The column, in characters.
  package var column: Int?

  package init(_ file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// Help that fits several failures.
package enum Remedy: Sendable, Hashable {
  /// The disk is as good as always full: room is needed where the files are made, and in a folder for temporary
  /// files; nil where that is not known by name.
  case room(scratch: String?)
}

/// What can be wrong, by what it concerns; each kind has its words in every language.
package enum Matter: Sendable, Hashable {
  case input(InputFault)
  case sheet(SheetFault)
  case output(OutputFault)
  case definition(DefinitionFault)
  case run(RunFault)
  case ledger(LedgerFault)
  case option(OptionFault)

  /// What kind of failure it is.
  package var category: TallyError.Category {
    switch self {
    case .input(let fault): fault.category
    case .sheet: .dataUnusable
    case .output(let fault): fault.category
    case .definition(let fault): fault.category
    case .run(let fault): fault.category
    case .ledger(let fault): fault.category
    case .option: .usage
    }
  }
}
