import Model

// What the notes of a report say in English.
extension EnglishReportWords {
  func noteTerm(_ note: ReportNote) -> String {
    switch note {
    case .measure(let key): measure(key)
    case .rate(let key): rate(key)
    case .interval: "95% interval"
    case .few: "Few cases"
    case .groups: "Country and sector"
    case .regions: "Region"
    case .unregistered: "Not registered"
    case .organisations: "Totals of companies"
    case .overlap: "Overlapping amounts"
    case .coverage: "Stated amounts"
    case .middle: "Mean and median"
    case .exchange: "Conversion of amounts"
    case .secondCurrency: "Second currency"
    case .assumedCurrency: "Assumed currency"
    case .undated: "Undated consultations"
    case .asOf: "As-of date"
    case .from: "First date"
    case .onlyEvents: "Selected events"
    case .notRecorded: "Not recorded"
    case .rows: "What becomes of rows"
    }
  }

  func noteText(_ note: ReportNote, _ currency: String) -> String {
    switch note {
    case .measure(let key): definition(of: key)
    case .rate(.conversion): "MOUs divided by consultations held."
    case .rate(.supplierConversion):
      "Suppliers with at least one MOU divided by suppliers with at least one consultation held."
    case .rate(.noShowRate):
      "No-shows divided by consultations held and no-shows together; cancelled and pending ones are left out."
    case .interval:
      "Wilson's score interval; the fewer the cases, the wider it is. It takes meetings as independent of each other. Companies meet several times, so the true uncertainty may be larger."
    case .few: "A rate with a denominator under 10. A single case changes it a great deal."
    case .groups:
      "The country is the buyer's. The sector is the consultation's own, or else that of the registration. A country that cannot be read counts as unknown."
    case .regions: "Buyers' countries, grouped. The unknown country belongs to no region."
    case .unregistered:
      "A company that had a consultation but is not in the registrations. It counts as one company under the name given."
    case .organisations:
      "A company can meet in several countries, sectors and quarters, so the rows do not add up to the total. The total counts each company once."
    case .overlap:
      "Consulted, expected, MOU and contract amounts overlap and are never added to each other."
    case .coverage:
      "Only amounts that are stated are added up. Where some are not, the number of those that are stands beside the sum."
    case .middle:
      "Mean and median of the consultations that state an amount, or of the suppliers that state any. A few large amounts make the mean larger than the median."
    case .exchange:
      "Each amount is converted to \(currency) at its rate, rounded once to two decimals, and then added up."
    case .secondCurrency: "The sum in the base currency converted back at the stated rate, and rounded."
    case .assumedCurrency:
      "Amounts whose currency is stated nowhere were taken as \(currency), the base currency. How many in which file stands under Currencies and exchange rates."
    case .undated: "Consultations without a date count in the totals but belong to no quarter."
    case .asOf:
      "Consultations after the as-of date are left out, whatever their status. An MOU signed after it is not yet an MOU, and its amount does not count. Registrations know no such date."
    case .from: "Consultations before the first date, and undated ones, are left out."
    case .onlyEvents: "Only consultations of the selected events are counted."
    case .notRecorded: "The data have no column for it. It does not mean zero."
    case .rows:
      "Every row is accepted, flagged, duplicate or rejected. Accepted and flagged rows count; duplicate and rejected rows do not and are listed in the file of rejects."
    }
  }

  private func definition(of key: Measures.Key) -> String {
    switch key {
    case .booked: "All consultations that count: held, no-shows, cancelled and pending together."
    case .held: "Consultations that took place; one whose status is empty is taken as held."
    case .noShows: "Consultations that failed because one side did not come."
    case .cancelled: "Consultations that were called off."
    case .pending: "Consultations that are planned or not yet settled."
    case .suppliers: "Local companies with at least one consultation held, each counted once."
    case .buyers: "Buyers with at least one consultation held, each counted once."
    case .registeredSuppliers:
      "Local companies with a confirmed registration, whether they met anyone or not."
    case .registeredBuyers: "Buyers with a confirmed registration, whether they met anyone or not."
    case .followUps: "Consultations held that the parties mean to continue."
    case .mous:
      "Consultations held that led to a memorandum of understanding: the outcome says so, a date of signing is given, or the MOU amount is above zero."
    case .contracts:
      "Consultations held that led to a signed contract, or with a contract amount above zero. A contract is not the step after an MOU; one consultation can have both."
    case .consultedAmount: "Value of the goods discussed in consultations held."
    case .expectedContractAmount:
      "Value for which the parties of consultations held expect to sign contracts; it is not that of signed contracts."
    case .mouAmount: "Amounts of the MOUs."
    case .contractAmount: "Amounts of the signed contracts."
    }
  }
}
