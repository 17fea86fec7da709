import Model
import Values

/// Finds columns whose header says nothing known, but whose cells look like those of a column that is missing.
struct LookAlikeSearch {
  /// How many filled cells of a column are looked at.
  static let cellsRead = 200
  /// How many cells have to be read, where there are as many.
  private static let least = 3

  let recognizer: HeaderRecognizer
  let header: HeaderMap
  /// Columns that are not missed, though the file has none: somebody said that there is none.
  let left: Set<Column>
  private let words = WordLists()
  private let dates = DateReader()

  init(recognizer: HeaderRecognizer, header: HeaderMap, left: Set<Column>) {
    self.recognizer = recognizer
    self.header = header
    self.left = left
  }

  /// The columns for which others are tried, in the order in which they are named.
  var missing: [Column] {
    let order = Column.all(of: recognizer.kind).filter { $0 != .country } + [.country]
    return order.filter { column in
      Column.lookedFor.contains(column) && header.cells[column] == nil && !left.contains(column)
    }
  }

  /// The look-alikes among the columns of a table.
  ///
  /// - Parameter filled: filled cells of a column, trimmed.
  func find(_ filled: (Int) -> [String]) -> [LookAlike] {
    let missing = missing
    if missing.isEmpty { return [] }
    // A second column of a header that is known is reported as that; what is counted or the other side's is nothing that
    // is missing.
    let told = Set(header.passedOver.map(\.cell)).union(header.counts).union(header.otherSide)
    return header.unused.filter { !told.contains($0) }.compactMap { cell in
      let name = header.nameAlone(cell)
      let cells = filled(cell)
      guard !cells.isEmpty else { return nil }
      let likely = missing.filter { isLike($0, header.headers[cell], cells) }
      guard let first = likely.first else {
        return isSecond(cell) ? nil : possible(cell, name, cells, missing)
      }
      // What reads as one amount reads as every amount: those that are missing are all named.
      if Column.amounts.contains(first), isSecond(cell) { return nil }
      let columns =
        Column.amounts.contains(first) ? ordered(likely.filter(Column.amounts.contains), name) : [first]
      return LookAlike(columns: columns, header: name)
    }
  }

  /// Whether a known header was merged over the cell and the one that is read.
  private func isSecond(_ cell: Int) -> Bool {
    header.covered[cell].map { owner in header.cells.values.contains(owner) } ?? false
  }

  /// A column of bare numbers or of repeated words without a telling header, where an amount or the sector is missing.
  private func possible(_ cell: Int, _ name: String, _ cells: [String], _ missing: [Column]) -> LookAlike? {
    let filled = PossibleColumn(header: header.headers[cell], cells: cells)
    let amounts = missing.filter(Column.amounts.contains)
    if !amounts.isEmpty, filled.mayBeAmount {
      return LookAlike(columns: ordered(amounts, name), header: name, isVague: true)
    }
    if missing.contains(.outcome), HeaderWords(header.headers[cell]).saysOutcome {
      let signed = HeaderWords(header.headers[cell]).saysContract ? "outcome.contract" : "outcome.mou"
      return LookAlike(
        columns: [.outcome], header: name, isVague: true, words: Marks.options(cells, signed: signed))
    }
    guard missing.contains(.sector), filled.mayBeSector else { return nil }
    // Words of another column are no sectors, whether that column is missing or not.
    let isOther = Column.lookedFor.subtracting(Column.amounts).subtracting([.sector]).contains {
      isLike($0, header.headers[cell], cells)
    }
    return isOther ? nil : LookAlike(columns: [.sector], header: name, isVague: true)
  }

  /// Whether a column without a known header says how many meetings a row stands for.
  func countsMeetings(_ cell: Int) -> Bool {
    guard recognizer.kind == .consultations else { return false }
    let key = Fold.header(header.headers[cell]).key
    return [
      "상담건수", "건수", "상담횟수", "횟수", "상담수", "미팅수", "미팅건수", "meetings", "numberofmeetings", "count",
    ].contains(key) || (header.counts.contains(cell) && ["상담", "미팅", "면담", "meeting"].contains(key))
  }

  /// Columns by which a row stands for several meetings; each row is counted as one.
  func severalMeetings(_ filled: (Int) -> [String]) -> [String] {
    header.unused.filter { cell in
      countsMeetings(cell)
        && filled(cell).contains { text in
          (Int(text) ?? TotalWords.counts(text).first { $0.unit == .rows }?.count ?? 0) > 1
        }
    }.map { header.name($0) }
  }

  /// Columns without a header in which something stands.
  func nameless(_ isFilled: (Int) -> Bool) -> [String] {
    header.unused.filter { header.headers[$0].isEmpty && isFilled($0) }.map { header.name($0) }
  }

  /// The first filled cells of a column among a file's first rows.
  static func filled(_ cell: Int, _ rows: [[String]]) -> [String] {
    var found: [String] = []
    for row in rows where cell < row.count && !row[cell].isEmpty {
      found.append(row[cell])
      if found.count == LookAlikeSearch.cellsRead { break }
    }
    return found
  }

  private func isLike(_ column: Column, _ name: String, _ cells: [String]) -> Bool {
    if column == .sector { return resemblesSector(name) }
    var readable = 0
    var read = 0
    var units = 0
    var memo: [String: (isFilled: Bool, isRead: Bool, hasUnit: Bool)] = [:]
    var said = false
    for cell in cells {
      // Once more than half of all cells cannot be read the others need not be.
      if (readable - read) * 2 > cells.count { return false }
      let known = memo[cell] ?? self.read(cell, column, name)
      memo[cell] = known
      if known.isFilled || known.isRead { readable += 1 }
      if known.isRead { read += 1 }
      if known.isRead, known.isFilled { said = true }
      if known.hasUnit { units += 1 }
    }
    guard said, read >= min(LookAlikeSearch.least, readable), read * 2 >= readable else { return false }
    guard Column.amounts.contains(column) else { return true }
    if HeaderWords(name).has(["환율", "exchange"]) { return false }
    return units * 2 >= read || header.units[header.headers.firstIndex(of: name) ?? 0] != .none
      || HeaderWords(name).saysAmount || UnitReader.namesMultiple(name)
  }

  /// Whether a cell is filled, whether it can be read as the column's, and whether it has a unit of its own.
  private func read(
    _ cell: String, _ column: Column, _ name: String
  ) -> (isFilled: Bool, isRead: Bool, hasUnit: Bool) {
    let isFilled = !AbsentWords.contains(cell, column: .organization, kind: recognizer.kind)
    guard cell.utf8.count <= 120 else { return (isFilled, false, false) }
    switch column {
    case .status:
      let isRead =
        recognizer.kind == .registrations
        ? words.registrationStatus(cell) != nil : words.consultationStatus(cell) != nil
      return (isFilled, isRead, false)
    case .outcome: return (isFilled, words.outcomes(cell).unlisted.isEmpty, false)
    case .mode: return (isFilled, words.mode(cell) != nil, false)
    case .currency: return (isFilled, UnitReader.currencyCell(cell) != nil, false)
    case .heldAt, .mouSignedOn:
      // A bare number of five digits is a day in a spreadsheet, but far more often something else.
      if cell.utf8.count < 6, !HeaderWords(name).saysDate { return (isFilled, false, false) }
      let isDay = if case .bad = dates.read(cell) { false } else { true }
      return (isFilled, isDay && cell.unicodeScalars.contains { ("0"..."9").contains($0) }, false)
    case .country: return (isFilled, CountryReader().read(cell) != nil, false)
    default:
      guard isFilled, let amount = AmountReader().read(cell) else { return (isFilled, false, false) }
      return (true, true, amount.hasUnit)
    }
  }

  /// The amounts that a column may hold, the likeliest by its header first.
  private func ordered(_ columns: [Column], _ name: String) -> [Column] {
    func likeness(_ column: Column) -> Int {
      let letters = Set(Fold.header(name).key)
      return ([column.rawValue] + column.aliases(in: .consultations)).map { alias in
        letters.intersection(Fold.header(alias).key).count
      }.max() ?? 0
    }
    return columns.enumerated().sorted {
      (-likeness($0.element), $0.offset) < (-likeness($1.element), $1.offset)
    }.map(\.element)
  }

  private func resemblesSector(_ name: String) -> Bool {
    let key = Fold.header(name).key
    if key.isEmpty { return false }
    let names = ([Column.sector.rawValue] + Column.sector.aliases(in: .registrations)).map {
      Fold.header($0).key
    }
    return names.contains { key.contains($0) } || recognizer.hint(name, of: [.sector]) != nil
  }
}

extension Column {
  /// Columns for which those without a known header are tried.
  static let lookedFor = Set(
    [.status, .outcome, .heldAt, .country, .sector, .mode, .currency, .mouSignedOn] + Column.amounts)
}
