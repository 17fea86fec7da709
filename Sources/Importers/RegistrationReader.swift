import CSV
import CompactTables
import TradeModel
import Values

/// Reads the rows of registrations files into a directory.
///
/// Registrations are few beside consultations and later rows depend on earlier ones, so one thread reads them.
struct RegistrationReader: ~Copyable {
  let rules: ReadingRules
  let words: WordLists
  let countries: CountryReader
  let shared: SharedTables
  let directory: RegistrationDirectory
  private var identities = IdentityTable()
  private var countryCells: [String: CountryCell] = [:]
  private var dateCells: [String: DateCell] = [:]
  private var rowsSeen = 0

  init(
    rules: ReadingRules, words: WordLists, countries: CountryReader, shared: SharedTables,
    directory: RegistrationDirectory
  ) {
    self.rules = rules
    self.words = words
    self.countries = countries
    self.shared = shared
    self.directory = directory
  }

  /// What became of one file's rows.
  struct Result {
    var tally = FileTally()
    var roles = KnownWords()
    var statuses = KnownWords()
    var hasBuyers = false
    var hasBrokenText = false
  }

  private struct Flag {
    var code: ProblemCode
    var column: Column?
  }

  /// Reads a block of records.
  ///
  /// - Parameters:
  ///   - basePlace: number of lines in all files before this one.
  ///   - locate: tells input and line of a place.
  mutating func read(
    _ block: RecordBlock, context: FileContext, basePlace: Int, result: inout Result,
    locate: (UInt32) -> (input: Int, line: Int), reject: (RejectedRow) throws(TallyError) -> Void
  ) throws(TallyError) {
    block.checkText()
    if !block.isAllValidText { result.hasBrokenText = true }
    var cells = RowCells(context)
    for record in 0..<block.recordCount {
      defer { block.releaseScratch() }
      let line = block.line(of: record)
      switch context.gate.examine(block, record) {
      case .empty:
        continue
      case .rejected(let code):
        try turnAway(code, column: nil, block, record, context, &result, reject: reject)
      case .data(let tooFew):
        cells.load(block, record)
        let outcome = readRow(
          cells, context, tooFew: tooFew, place: UInt32(truncatingIfNeeded: basePlace + line), result: &result
        )
        switch outcome {
        case .counted(let flags):
          result.tally.rows += 1
          if flags.isEmpty { result.tally.accepted += 1 } else { result.tally.flagged += 1 }
          for flag in flags {
            let text = flag.column.map { context.text(block, record, $0).string }
            result.tally.add(
              flag.code,
              place: ProblemPlace(
                line: line, column: flag.column.flatMap { context.input.headerText($0) }, value: text,
                hint: nil))
          }
        case .rejected(let code, let column):
          try turnAway(code, column: column, block, record, context, &result, reject: reject)
        case .repeated(let earlier, let same):
          let place = locate(earlier.place)
          if same {
            result.tally.rows += 1
            result.tally.duplicate += 1
            try reject(
              RejectedRow(
                input: context.input.index, line: line, code: nil, earlierLine: place.line,
                earlierInput: place.input, cells: context.recognisedCells(block, record)))
          } else {
            try turnAway(
              .conflictingDuplicate, column: nil, block, record, context, &result, earlier: place,
              reject: reject)
          }
        }
      }
    }
  }

  private func turnAway(
    _ code: ProblemCode, column: Column?, _ block: RecordBlock, _ record: Int, _ context: FileContext,
    _ result: inout Result, earlier: (input: Int, line: Int)? = nil,
    reject: (RejectedRow) throws(TallyError) -> Void
  ) throws(TallyError) {
    result.tally.rows += 1
    result.tally.rejected += 1
    let line = block.line(of: record)
    let text = column.map { context.text(block, record, $0).string }
    result.tally.add(
      code,
      place: ProblemPlace(
        line: line, column: column.flatMap { context.input.headerText($0) }, value: text, hint: nil))
    try reject(
      RejectedRow(
        input: context.input.index, line: line, code: code, earlierLine: earlier?.line,
        earlierInput: earlier?.input, offending: text,
        cells: code.hidesCells ? [:] : context.recognisedCells(block, record)))
  }

  private enum RowOutcome {
    case counted([Flag])
    case rejected(ProblemCode, Column?)
    case repeated(IdentityMark, same: Bool)
  }

  private mutating func readRow(
    _ cells: borrowing RowCells, _ context: FileContext, tooFew: Bool, place: UInt32, result: inout Result
  ) -> RowOutcome {
    let id = cells.value(.registrationID)
    let name = cells.value(.organization)
    if id.isEmpty && name.isEmpty { return .rejected(.missingID, nil) }
    var flags: [Flag] = []
    if tooFew { flags.append(Flag(code: .tooFewFields, column: nil)) }

    let role: Role
    if let fixed = context.input.request.role {
      role = fixed
    } else {
      let cell = cells.value(.role)
      let known = cell.isEmpty ? nil : words.role(cell.string)
      result.roles.add(known: known != nil, word: cell.string)
      guard let known else { return .rejected(.unknownRole, .role) }
      role = known
    }
    if role == .buyer { result.hasBuyers = true }

    var status = RegistrationStatus.confirmed
    let statusCell = cells.value(.status)
    if !statusCell.isEmpty {
      let known = words.registrationStatus(statusCell.string)
      result.statuses.add(known: known != nil, word: statusCell.string)
      guard let known else { return .rejected(.unknownStatus, .status) }
      status = known
    }

    let eventCell = cells.value(.event)
    let eventName = eventCell.isEmpty ? context.input.request.event ?? "" : eventCell.string
    let fileScope = rules.idScope == .file ? context.input.index : nil

    let countryText = cells.value(.country)
    var identity = Mixer(seed: UInt64(role.rawValue) &+ UInt64(bitPattern: Int64((fileScope ?? -1) + 1)) << 8)
    for part in id.isEmpty
      ? [cells.text(.organization).string, cells.text(.country).string]
      : [id.string]
    {
      HeldBytes(part).withSlice { slice in
        slice.forEachWord { identity.add($0) }
        identity.add(UInt64(slice.count))
      }
    }
    HeldBytes(eventName).withSlice { slice in
      slice.forEachWord { identity.add($0) }
      identity.add(UInt64(slice.count) << 1 | (id.isEmpty ? 1 : 0))
    }
    let content = cells.contentHash
    if let earlier = identities.insert(identity.hash128, mark: IdentityMark(content: content, place: place)) {
      return .repeated(earlier, same: earlier.content == content)
    }

    if name.isEmpty { flags.append(Flag(code: .missingOrganization, column: .organization)) }
    var country = role == .supplier ? rules.homeCountry : CountryCode.unknown
    switch readCountry(countryText) {
    case .absent:
      if role == .buyer { flags.append(Flag(code: .missingCountry, column: .country)) }
    case .country(let code):
      country = code
    case .unreadable:
      country = .unknown
      flags.append(Flag(code: .unknownCountry, column: .country))
    }

    var sector: UInt32 = 0
    let sectorCell = cells.value(.sector)
    if !sectorCell.isEmpty {
      let position = rowsSeen
      let (number, unlisted) = shared.sectors.withLock { $0.number(sectorCell.string, position: position) }
      sector = number + 1
      if unlisted { flags.append(Flag(code: .unlistedSector, column: .sector)) }
    }
    rowsSeen += 1

    if case .problem(let code) = readDate(cells.value(.registeredOn), dates: context.dates) {
      flags.append(Flag(code: code, column: .registeredOn))
    }

    let nameKey = name.isEmpty ? nil : OrganizationName.key(name.string)
    let number = cells.value(.organizationID)
    let key: String
    if !number.isEmpty {
      key = OrganisationKey.number(number.string)
    } else if let nameKey {
      key = OrganisationKey.name(nameKey, country)
    } else {
      key = OrganisationKey.registration(id.string, event: eventName, scope: fileScope)
    }
    directory.add(
      Registration(
        event: eventName.isEmpty ? 0 : shared.event(eventName) + 1, role: role, status: status,
        organisation: shared.organisation(role, key: key), country: country, sector: sector,
        name: name.isEmpty ? 0 : shared.name(name.string) + 1),
      id: id, nameKey: nameKey)
    return .counted(flags)
  }

  private mutating func readCountry(_ cell: ByteSlice) -> CountryCell {
    if cell.isEmpty { return .absent }
    let text = cell.string
    if let held = countryCells[text] { return held }
    let read: CountryCell = countries.read(text).map { .country($0) } ?? .unreadable
    if countryCells.count < 1 << 16 { countryCells[text] = read }
    return read
  }

  private mutating func readDate(_ cell: ByteSlice, dates: DateReader) -> DateCell {
    if cell.isEmpty { return .absent }
    if let day = plainDay(cell) { return .day(day) }
    let text = cell.string
    if let held = dateCells[text] { return held }
    let read = DateCell(dates.read(text))
    if dateCells.count < 1 << 16 { dateCells[text] = read }
    return read
  }
}

extension DateCell {
  init(_ reading: DateReading) {
    switch reading {
    case .day(let day): self = .day(day)
    case .bad: self = .problem(.badDate)
    case .ambiguous: self = .problem(.ambiguousDate)
    }
  }
}

extension ProblemCode {
  /// Whether the row's cells may not be shown: what stands in them may be a contact's.
  var hidesCells: Bool {
    switch self {
    case .undecodableBytes, .fieldTooLarge, .unterminatedQuote, .tooManyFields: true
    default: false
    }
  }
}
