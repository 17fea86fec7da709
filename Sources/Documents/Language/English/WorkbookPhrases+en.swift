import Model

extension WorkbookPhrases {
  /// What English workbooks say.
  static let english = WorkbookPhrases(
    language: .en,
    sheetName: { id in
      switch id {
      case .cover: "Cover"
      case .summary: "Summary"
      case .byCountry: "By country"
      case .bySector: "By sector"
      case .byCountryAndSector: "Country × sector"
      case .mous: "MOUs"
      case .byQuarter: "By quarter"
      case .byEvent: "By event"
      case .byMode: "By mode"
      case .inputs: "Inputs"
      case .problems: "Problems"
      case .revisions: "Revisions"
      case .notes: "Notes"
      }
    },
    sheetTitle: { id in
      switch id {
      case .cover: "Results of the trade consultation meeting"
      case .summary: "Key figures"
      case .byCountry: "Consultations by country"
      case .bySector: "Consultations by sector"
      case .byCountryAndSector: "MOU conversion by country and sector"
      case .mous: "MOUs"
      case .byQuarter: "Consultations by quarter"
      case .byEvent: "Consultations by event"
      case .byMode: "Consultations by mode"
      case .inputs: "Input files"
      case .problems: "Problems found in the data"
      case .revisions: "Figures that have changed since publication"
      case .notes: "Definitions and methods"
      }
    },
    sheetContent: { id in
      switch id {
      case .cover: "What this workbook is about, and its contents"
      case .summary: "Totals, rates with their 95% intervals, and charts"
      case .byCountry: "Figures by the buyer's country"
      case .bySector: "Figures by the sector of the consultation"
      case .byCountryAndSector: "Figures and conversion by the buyer's country and the sector"
      case .mous: "The consultations that led to an MOU"
      case .byQuarter: "Figures by the quarter of the meeting"
      case .byEvent: "Figures by event"
      case .byMode: "Figures by mode: video or in person"
      case .inputs: "Rows of each file, what became of them, and where currencies came from"
      case .problems: "Each kind of problem, how often it occurred and where it did first"
      case .revisions: "Old and new values of changed figures, and what changed them"
      case .notes: "Definitions of the measures and how they are worked out"
      }
    },
    header: { header in
      switch header {
      case .sheet: "Sheet"
      case .contents: "Contents"
      case .item: "Measure"
      case .value: "Value"
      case .unit: "Unit"
      case .numerator: "Numerator"
      case .denominator: "Denominator"
      case .low: "95% low"
      case .high: "95% high"
      case .few: "Few cases"
      case .note: "Note"
      case .country: "Country"
      case .sector: "Sector"
      case .quarter: "Quarter"
      case .event: "Event"
      case .mode: "Mode"
      case .supplier: "Supplier"
      case .buyer: "Buyer"
      case .signedOn: "Signed on"
      case .kind: "Kind"
      case .file: "File"
      case .sha256: "SHA-256"
      case .encoding: "Encoding"
      case .delimiter: "Delimiter"
      case .headerLine: "Header line"
      case .rows: "Rows"
      case .accepted: "Accepted"
      case .flagged: "Flagged"
      case .duplicate: "Duplicate"
      case .rejected: "Rejected"
      case .afterAsOf: "After as-of date"
      case .beforeFrom: "Before first date"
      case .otherEvent: "Other event"
      case .ignoredColumns: "Columns not used"
      case .problemCodes: "Problem counts"
      case .currencies: "Where currencies came from"
      case .code: "Code"
      case .treatment: "Treatment"
      case .explanation: "Explanation"
      case .count: "Count"
      case .line: "Line"
      case .column: "Column"
      case .hint: "Nearest known value"
      case .number: "Number"
      case .term: "Term"
      case .definition: "Definition"
      }
    },
    ratePart: { rate, part in
      switch part {
      case .numerator: "\(rate) numerator"
      case .denominator: "\(rate) denominator"
      case .rate: rate
      case .low: "\(rate) low"
      case .high: "\(rate) high"
      case .few: "\(rate) few cases"
      }
    },
    amountHeader: { "\($0) (\($1))" },
    unit: { unit in
      switch unit {
      case .consultations: "consultations"
      case .organisations: "organisations"
      case .percent: "%"
      }
    },
    total: "Total",
    fewMark: "few",
    period: { from, to in
      from == to
        ? "Date of consultations: \(from.english)" : "Consultations: \(from.english) to \(to.english)"
    },
    noPeriod: "Consultations: none with a date",
    asOf: { "As of: \($0.english) (later consultations and MOUs are left out)" },
    from: { "From: \($0.english) (earlier and undated consultations are left out)" },
    baseCurrency: { "Base currency: \($0) \($1)" },
    rate: { note, base in
      let details = [note.from.map { "from \($0.english)" }, note.source.map { "source: \($0)" }].compactMap {
        $0
      }
      .joined(separator: ", ")
      return "Exchange rate: 1 \(note.currency.code) = \(note.rate) \(base)"
        + (details.isEmpty ? "" : " (\(details))")
    },
    input: { file, kind, rows, counted in
      "Input file: \(file) (\(kind.rawValue), \(grouped(counted)) of \(grouped(rows)) rows counted)"
    },
    warning: { "Warning: \($0)." },
    sources: { files, more in "Source: \(files)" + (more > 0 ? " and \(more) more" : "") },
    units: {
      "Counts are consultations or organisations; amounts are in \($0) and overlap: never add them up \($1)"
    },
    marks: { "[\($0)] marks a rate from fewer than 10 cases; a blank rate has a denominator of 0 \($1)" },
    organisations: {
      "Organisations and rates in the totals row are those of the whole, not sums of the rows \($0)"
    },
    blankKey: { id in
      switch id {
      case .bySector, .byCountryAndSector: "A blank sector stands for consultations without one."
      case .byQuarter: "A blank quarter stands for consultations without a date."
      case .byMode: "A blank mode stands for consultations whose mode is unknown or not given."
      case .mous: "A blank cell was not given in the data."
      default: nil
      }
    },
    mousCut: {
      "Only the first \(WorkbookNumbers.grouped($0)) of \(WorkbookNumbers.grouped($1)) MOUs are listed, since a sheet "
        + "holds no more. The total is that of all of them; the JSON file has every one."
    },
    summaryBlanks: { "Numerator to few cases belong to rates and are blank for counts and amounts \($0)" },
    inputRows: { "Rows are accepted, flagged, duplicate or rejected; accepted and flagged ones count \($0)" },
    problemBlanks:
      "The count stands in the first row of a file and code. A blank value was not given, or may be personal.",
    nothing: { id in
      switch id {
      case .mous: "No consultation led to an MOU."
      case .problems: "No problems were found."
      case .byCountry, .bySector, .byCountryAndSector: "No consultation was counted."
      default: nil
      }
    },
    noteReference: { "[note \($0)]" },
    mode: { $0 == .video ? "Video" : "In person" },
    inputKind: { kind, role in
      switch (kind, role) {
      case (.consultations, _): "Consultations"
      case (.registrations, nil): "Registrations"
      case (.registrations, .supplier?): "Registrations (suppliers)"
      case (.registrations, .buyer?): "Registrations (buyers)"
      }
    },
    delimiter: { text in
      switch text {
      case ",": "comma"
      case ";": "semicolon"
      case "\t": "tab"
      case "|": "pipe"
      default: TextNumbers.delimiter(text)
      }
    },
    currencySource: { source, count in
      let name =
        switch source {
        case .cell: "amount cell"
        case .column: "currency column"
        case .header: "header"
        case .title: "title row"
        case .definition: "definition"
        case .assumed: "assumed"
        }
      return "\(name) \(grouped(count))"
    },
    treatment: { $0 ? "Rejected" : "Counted, flagged" },
    problem: { ProblemPhrases.phrase(for: $0, .en).explanation },
    noteTerm: englishNoteTerm,
    noteText: englishNoteText,
    funnelTitle: "From booked consultations to MOUs and contracts",
    heldByCountryTitle: "Held consultations by country",
    heldBySectorTitle: "Held consultations by sector",
    intervalTitle: "MOU conversion by country with 95% intervals",
    countryAxis: "Country (ISO 3166-1 code)",
    sectorAxis: "Sector",
    stageAxis: "Stage",
    countAxis: "Consultations",
    rateAxis: "MOU conversion (%)",
    lowSeries: "95% low",
    highSeries: "95% high",
    altText: { "Chart: \($0). \($1)." },
    topOnly: { "\($0) (top \($1))" }
  )

  private static func grouped(_ number: Int) -> String { WorkbookNumbers.grouped(number) }

  private static let englishNoteTerm: @Sendable (WorkbookNote) -> String = { note in
    switch note {
    case .measure(let key): key.label(.en)
    case .rate(let key): key.label(.en)
    case .interval: "95% interval"
    case .few: "Few cases"
    case .groups: "Country and sector"
    case .organisations: "Totals of organisations"
    case .totals: "Totals row"
    case .overlap: "Overlapping amounts"
    case .exchange: "Conversion of amounts"
    case .assumedCurrency: "Assumed currency"
    case .roundedAmounts: "Rounding of very large amounts"
    case .undated: "Undated consultations"
    case .asOf: "As-of date"
    case .from: "First date"
    case .onlyEvents: "Selected events"
    case .rows: "What becomes of rows"
    case .blanks: "Blank cells"
    }
  }

  private static let englishNoteText: @Sendable (WorkbookNote, String) -> String = { note, currency in
    switch note {
    case .measure(.booked): "All consultations that count: held, no-shows, cancelled and pending together."
    case .measure(.held): "Consultations that took place; one without a status is taken as held."
    case .measure(.noShows): "Consultations that failed because one side did not come."
    case .measure(.cancelled): "Consultations that were called off."
    case .measure(.pending): "Consultations that are scheduled or not yet settled."
    case .measure(.suppliers): "Different local companies with at least one held consultation."
    case .measure(.buyers): "Different buyers with at least one held consultation."
    case .measure(.registeredSuppliers):
      "Different local companies with a confirmed registration, whether they met anyone or not; for all, by event and by sector only."
    case .measure(.registeredBuyers):
      "Different buyers with a confirmed registration, whether they met anyone or not; for all, by event and by country only."
    case .measure(.followUps): "Held consultations that the parties mean to continue."
    case .measure(.mous):
      "Held consultations that led to a memorandum of understanding: the outcome says so, or a signing date or an MOU amount above zero is given."
    case .measure(.contracts):
      "Held consultations that led to a signed contract, or with a contract amount above zero. A contract does not follow an MOU; one consultation can have both."
    case .measure(.consultedAmount): "Value of the goods talked about in held consultations."
    case .measure(.expectedContractAmount):
      "Value that the parties of held consultations expect to contract; these are no contracts."
    case .measure(.mouAmount): "Amounts of the MOUs of held consultations."
    case .measure(.contractAmount): "Amounts of the contracts of held consultations."
    case .rate(.conversion): "MOUs divided by held consultations."
    case .rate(.supplierConversion): "Suppliers with at least one MOU divided by suppliers that met a buyer."
    case .rate(.noShowRate):
      "No-shows divided by held consultations and no-shows; cancelled and pending ones are left out."
    case .interval:
      "Low and high of a rate are the bounds of Wilson's score interval at 95%; the fewer the cases, the wider it is."
    case .few:
      "A rate with a denominator under 10, which a case more or less changes much. The mark belongs to the number's format, not to its value."
    case .groups:
      "The country is the buyer's. The sector is the consultation's own, else that of the registration. ZZ is the unknown country."
    case .organisations:
      "An organisation can meet in several countries, sectors and quarters, so that organisations do not add up over rows. The totals row counts each once over the whole."
    case .totals:
      "Consultations and amounts in the totals row are SUBTOTAL formulas and follow the filter. Organisations and rates are those of the whole and stay."
    case .overlap:
      "Consulted, expected, MOU and contract amounts overlap and must not be added to each other."
    case .exchange:
      "Each amount is converted to \(currency) at its rate, rounded once to two decimals (halves to the even digit), and then summed."
    case .assumedCurrency:
      "Amounts whose currency is stated nowhere were taken as \(currency), the base currency. The inputs sheet says how many in which file."
    case .roundedAmounts:
      "Amounts too large for a spreadsheet's number to hold exactly are rounded to whole \(currency)."
    case .undated: "Consultations without a date count in the totals but belong to no quarter."
    case .asOf:
      "Consultations after the as-of date are left out whatever their status; an MOU signed after it is not yet an MOU and its amount does not count. Registrations know no such date."
    case .from: "Consultations before the first date, and undated ones, are left out."
    case .onlyEvents: "Consultations of other events than the selected ones are left out."
    case .rows:
      "Every row is accepted, flagged, duplicate or rejected. Accepted and flagged rows count; duplicate and rejected ones do not and are listed in the file of rejects."
    case .blanks:
      "A blank rate has a denominator of 0. Any other blank cell does not apply or was not given in the data."
    }
  }
}

extension Day {
  // `30 October 2020`
  fileprivate var english: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November",
      "December",
    ]
    let (year, month, day) = parts
    return "\(day) \(names[month - 1]) \(year)"
  }
}
