import Model

// Parts of which the samples are made.

package func country(_ code: String) -> CountryCode { CountryCode(code) ?? .unknown }

package func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

package func quarter(_ label: String) -> Quarter { Quarter(label: label) ?? Quarter(index: 0) }

package func money(_ units: Int64, cents: Int64 = 0) -> Money { Money(hundredths: units * 100 + cents) }

package func measures(
  held: Int = 0, noShows: Int = 0, cancelled: Int = 0, pending: Int = 0, suppliers: Int = 0, buyers: Int = 0,
  registeredSuppliers: Int? = nil, registeredBuyers: Int? = nil, followUps: Int = 0, mous: Int = 0,
  contracts: Int = 0, consulted: Money = .zero, expected: Money = .zero, mou: Money = .zero,
  contract: Money = .zero, suppliersWithMOU: Int = 0, stated: [AmountKind: Int] = [:]
) -> Measures {
  var result = Measures()
  result.held = held
  result.noShows = noShows
  result.cancelled = cancelled
  result.pending = pending
  result.suppliers = suppliers
  result.buyers = buyers
  result.registeredSuppliers = registeredSuppliers
  result.registeredBuyers = registeredBuyers
  result.followUps = followUps
  result.mous = mous
  result.contracts = contracts
  result.consultedAmount = consulted
  result.expectedContractAmount = expected
  result.mouAmount = mou
  result.contractAmount = contract
  result.suppliersWithMOU = suppliersWithMOU
  // Every meeting states its amount unless the sample says how many do.
  for kind in AmountKind.allCases where result.amounts[kind].sum > .zero {
    result.amounts[kind].stated = stated[kind] ?? result[kind.countedOver] ?? 0
  }
  return result
}

/// The columns that say what became of meetings and what came of them.
package let allColumns: [(column: Column, header: String)] = [
  (.status, "상태"), (.outcome, "결과"), (.heldAt, "상담일"), (.consultedAmount, "상담액"),
  (.expectedContractAmount, "계약추진액"), (.mouAmount, "MOU금액"), (.contractAmount, "계약액"),
]

package func input(
  _ kind: InputKind, _ file: String, accepted: Int, flagged: Int = 0, duplicate: Int = 0, rejected: Int = 0,
  role: Role? = nil, afterAsOf: Int = 0, ignored: [String] = [], problems: [ProblemTally] = [],
  amounts: [AmountColumnReport] = [], recognised: [(column: Column, header: String)] = allColumns
) -> InputReport {
  var report = InputReport(
    kind: kind, fixedRole: role, path: "in/\(file)", file: file, sha256: String(repeating: "0", count: 64),
    size: 1, encoding: "UTF-8", encodingReason: .validUTF8(lines: 2), delimiter: ",", headerLine: 1,
    recognised: recognised, ignoredColumns: ignored, problems: problems, amounts: amounts)
  report.rows = accepted + flagged + duplicate + rejected
  report.accepted = accepted
  report.flagged = flagged
  report.duplicate = duplicate
  report.rejected = rejected
  report.afterAsOf = afterAsOf
  return report
}

package func head(
  _ name: String, title: [Language: String], asOf: String? = nil, currency: String = "USD",
  period: (String, String)? = nil, rates: [RateNote] = [], inputs: [InputReport] = []
) -> ReportHead {
  var head = ReportHead(
    name: name, title: title, asOf: asOf.map(day), from: nil, baseCurrency: Currency(currency),
    period: period.map { Period(from: day($0.0), to: day($0.1)) }, lastDate: period.map { day($0.1) },
    rates: rates, inputs: inputs, homeCountry: .korea)
  head.heldPeriod = head.period
  return head
}
