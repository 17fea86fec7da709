import Model

// What makes a whole file unusable.
extension ReadingPass {
  /// Stops where a column has no known word, or where ids start again.
  ///
  /// - Returns: what would have stopped the run but for a suggestion.
  func check(
    _ context: FileContext, _ tally: FileTally, roles: KnownWords, statuses: KnownWords
  ) throws(TallyError) -> [InputFault] {
    func fault(_ words: KnownWords, _ column: Column, mustFill: Bool) -> InputFault? {
      guard words.known == 0, words.filled > 0, mustFill || !words.unknown.isEmpty else { return nil }
      let header = context.input.headerText(column) ?? column.rawValue
      let found = words.unknown.filter { !$0.isEmpty }
      return .noKnownWord(
        column, header: header, found: found,
        options: column == .status ? Marks.options(found, for: context.kind) : [],
        merged: context.input.merged)
    }
    let faults = [fault(roles, .role, mustFill: true), fault(statuses, .status, mustFill: false)]
      .compactMap { $0 }
    if let first = faults.first, !request.toleratesUnknownWords { throw error(context.input, first) }
    let twins = context.input.header.passedOver.filter {
      context.input.headerText($0.column) == context.input.header.headers[$0.cell]
    }
    if Set(twins.map(\.column)).count >= 3 {
      throw error(context.input, .tablesSideBySide(twins.map { context.input.header.headers[$0.cell] }))
    }
    if let line = tally.otherTables.first { throw error(context.input, .secondTable(line: line)) }
    let conflicts = tally.count(.conflictingDuplicate)
    if tally.rows >= 10, conflicts * 2 > tally.rows {
      throw error(context.input, .idsStartAgain(conflicts: conflicts, rows: tally.rows))
    }
    return faults
  }

  /// Stops where two files are the same to the byte.
  func refuseRepeatedContent(_ reports: [InputReport]) throws(TallyError) {
    for (index, report) in reports.enumerated() where report.rows > 0 {
      for earlier in reports[..<index]
      where earlier.sha256 == report.sha256 && earlier.sheet?.name == report.sheet?.name
        && earlier.kind == report.kind
      {
        if earlier.fixedRole != report.fixedRole {
          // A list with a role column may be given whole and once more as what one side of it is.
          guard earlier.fixedRole != nil, report.fixedRole != nil else { continue }
          throw TallyError(.input(.bothSides), at: report.path)
        }
        throw TallyError(.input(.sameContent(as: earlier.path)), at: report.path)
      }
    }
  }

  func error(_ input: OpenedInput, _ fault: InputFault) -> TallyError {
    TallyError(.input(fault), at: input.request.shownPath)
  }
}
