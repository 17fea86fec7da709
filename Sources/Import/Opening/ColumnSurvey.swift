import Model
import Records
import Values

/// Looks through all rows of a file for what its first rows do not show.
///
/// A column may be blank for thousands of rows before something stands in it, merged cells may begin on the second
/// sheet that was copied below the first. While the rows are read each block is looked at, too: blanks are counted, and
/// of each column without a known header an even sample of the filled cells is kept, at most 64 a block and 1,024 in
/// all, so that memory and time stay bounded. Nothing is read twice.
struct ColumnSurvey: Sendable {
  /// How many cells of a column are kept of a block.
  private static let cellsKept = 64

  private let input: OpenedInput
  private let search: LookAlikeSearch
  /// Columns whose cells are kept.
  private let unknown: [Int]
  /// Columns whose blanks are counted.
  private let counted: [(column: Column, cell: Int)]
  /// The column of roles in a file that was given as one side's.
  private let roles: Int?

  /// What was seen in a block.
  struct View: Sendable {
    /// By place among the columns without a known header: some of the filled cells.
    fileprivate var cells: [[String]] = []
    /// By place among the columns whose blanks are counted.
    fileprivate var blanks: [BlankStretch] = []
    fileprivate var otherRole: Role?
  }

  /// What was seen in all blocks so far.
  struct Findings: Sendable {
    fileprivate var cells: [CellSample] = []
    fileprivate var blanks: [BlankStretch] = []
    fileprivate var otherRole: Role?

    /// Adds what was seen in the block that follows.
    mutating func add(_ view: View) {
      if cells.isEmpty { cells = view.cells.map { _ in CellSample() } }
      for (place, found) in view.cells.enumerated() { cells[place].add(found) }
      if blanks.isEmpty { blanks = view.blanks.map { _ in .beginning } }
      for (place, stretch) in view.blanks.enumerated() { blanks[place].add(stretch) }
      otherRole = otherRole ?? view.otherRole
    }
  }

  /// Nil where the file's first rows were all there are.
  init?(_ input: OpenedInput) {
    if input.sawAllRows { return nil }
    self.input = input
    let request = input.request
    let search = LookAlikeSearch(
      recognizer: HeaderRecognizer(request),
      header: input.header, left: request.leftColumns)
    self.search = search
    let isMissed = !search.missing.isEmpty
    unknown = input.header.unused.filter {
      isMissed || input.header.headers[$0].isEmpty || search.countsMeetings($0)
    }
    counted = MergedCells.looked.compactMap { column in input.header.cells[column].map { (column, $0) } }
    roles = request.role == nil ? nil : input.roleCell
  }

  /// Looks at the rows of a block.
  func look(at block: RecordBlock) -> View {
    let cells = block.cells
    var view = View(
      cells: unknown.map { sample(cells, block, $0) }, blanks: counted.map { _ in BlankStretch() })
    for record in 0..<cells.recordCount where block.defect(of: record) == .none {
      let count = cells.count(of: record)
      var filled = 0
      var cell = 0
      while cell < count, filled < 3 {
        let text = cells.cell(record, cell)
        cell += 1
        if text.isEmpty { continue }
        filled += 1
        // A total ends a block of rows as an empty row does.
        if filled == 1, RowGate.totalLabel(text) != nil {
          filled = 0
          break
        }
      }
      for (place, entry) in counted.enumerated() {
        view.blanks[place].add(filled: filled, isBlank: cells.cell(record, entry.cell).isEmpty)
      }
    }
    view.otherRole = otherRole(cells)
    return view
  }

  /// Filled cells of a column: runs of neighbours, so that running numbers are known, evenly spread over the block.
  private func sample(_ cells: RecordCells, _ block: RecordBlock, _ cell: Int) -> [String] {
    var filled: [Int] = []
    for record in 0..<cells.recordCount where !cells.cell(record, cell).isEmpty {
      if block.defect(of: record) == .none { filled.append(record) }
    }
    let runs = 4
    let length = ColumnSurvey.cellsKept / runs
    let kept =
      filled.count <= ColumnSurvey.cellsKept
      ? filled[...]
      : (0..<runs).flatMap { run in
        filled[((filled.count - length) * run / (runs - 1))...].prefix(length)
      }[...]
    return kept.map { cells.cell($0, cell).string }
  }

  /// A role that a file of the other side cannot have.
  private func otherRole(_ cells: RecordCells) -> Role? {
    guard let roles, let given = input.request.role else { return nil }
    let words = WordLists()
    var seen: Set<String> = []
    for record in 0..<cells.recordCount {
      let cell = cells.cell(record, roles)
      guard !cell.isEmpty, seen.insert(cell.string).inserted else { continue }
      if let role = words.role(cell.string), role != given { return role }
    }
    return nil
  }

  /// The input with all that was found in the whole file.
  ///
  /// - Throws: `TallyError` where a file of one side's says the other's.
  func input(with findings: Findings) throws(TallyError) -> OpenedInput {
    if let other = findings.otherRole { throw input.otherRoleInside(other) }
    var result = input
    let cells = Dictionary(uniqueKeysWithValues: zip(unknown, findings.cells.map(\.cells)))
    let known = Set(input.lookAlikes.map(\.header))
    result.lookAlikes += search.find { cells[$0] ?? [] }.filter { !known.contains($0.header) }
    result.severalMeetings = search.severalMeetings { cells[$0] ?? [] }
    for header in input.severalMeetings where !result.severalMeetings.contains(header) {
      result.severalMeetings.append(header)
    }
    result.nameless = search.nameless { cell in
      cells[cell]?.isEmpty == false || input.nameless.contains(input.header.name(cell))
    }
    let blanks = Dictionary(uniqueKeysWithValues: zip(counted.map(\.column), findings.blanks))
    result.merged = MergedCells.find(input.header, blanks, role: input.request.role)
      .filter { !input.request.fillDown.contains($0.column) }
    return result
  }
}

/// Cells of a column in the order of the rows, thinned out evenly where they are many.
private struct CellSample: Sendable {
  private static let most = 1_024
  private(set) var cells: [String] = []
  /// One of so many is kept.
  private var step = 1
  private var seen = 0

  mutating func add(_ found: [String]) {
    for cell in found {
      if seen % step == 0 { cells.append(cell) }
      seen += 1
      guard cells.count > CellSample.most else { continue }
      cells = stride(from: 0, to: cells.count, by: 2).map { cells[$0] }
      step *= 2
    }
  }
}
