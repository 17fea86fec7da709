import Documents
import Import
import Model
import Platform

/// The detail files, written while rows stream by: one CSV, and a workbook a language where workbooks are made.
final class DetailFiles {
  private let request: ReportRequest
  private let path: (String) -> String
  private let temporaryDirectory: String?
  private var inputs: [String] = []
  // Open between the first row and the last.
  private var file: OutputFile?
  private var csv: DetailCSV?
  /// The rows of the workbooks; nil where none are made.
  private var rows: DetailRows?
  private var bytes: [UInt8] = []

  /// - Parameter path: gives the path of the file with an ending.
  init(_ request: ReportRequest, temporaryDirectory: String?, path: @escaping (String) -> String) {
    self.request = request
    self.path = path
    self.temporaryDirectory = temporaryDirectory
  }

  /// Begins again; what was written before is gone.
  func begin(files: [String]) {
    inputs = files
    file = nil
    csv = nil
    rows = nil
  }

  /// What takes the consultations from the reader.
  var taker: ([CountedConsultation], SharedTables) throws(TallyError) -> ImportAfterwork? {
    { rows, tables throws(TallyError) in try self.add(rows, tables) }
  }

  /// Adds counted consultations in reading order; packing them for workbooks is deferred work outside the turn.
  private func add(
    _ counted: [CountedConsultation], _ tables: SharedTables
  ) throws(TallyError) -> ImportAfterwork? {
    if csv == nil { try open(tables) }
    let details = counted.map { DetailRow($0, asOf: request.rules.asOf) }
    bytes.removeAll(keepingCapacity: true)
    do {
      csv?.append(details, to: &bytes)
      try file?.write(bytes)
      guard let packing = try rows?.add(details) else { return nil }
      return { () throws(TallyError) in
        do { try packing() } catch { throw TallyError(detailFailure: error) }
      }
    } catch {
      throw TallyError(detailFailure: error)
    }
  }

  private func open(_ tables: SharedTables) throws(TallyError) {
    let names = DetailNames(
      inputs: inputs, event: { tables.eventName(UInt32($0)) },
      organisation: { tables.printedName(UInt32($0)) }, sector: { tables.sectorLabel(UInt32($0)) })
    let currency = request.rules.baseCurrency
    do {
      let csv = DetailCSV(names: names, currency: currency)
      file = try OutputFile(path: path("detail.csv"))
      try file?.write(csv.header)
      self.csv = csv
      if request.formats.contains(.xlsx) {
        rows = try DetailRows(
          names: names, currency: currency, profile: request.profile, temporaryDirectory: temporaryDirectory)
      }
    } catch {
      throw TallyError(detailFailure: error)
    }
  }

  /// Finishes the CSV under its temporary name, which is returned, and says how the workbooks are to be made.
  ///
  /// - Parameter place: where the first workbook stands among the documents.
  func finish(
    _ tables: SharedTables, head: ReportHead, created: Int64, place: Int
  ) throws(TallyError) -> (
    csv: DocumentSet.Pending?, workbooks: [DocumentPlan]
  ) {
    // Without a counted row there are only headers.
    if csv == nil { try open(tables) }
    let plans = try plans(DetailHead(head), created: created, place: place)
    do throws(SystemError) {
      let temporary = try file.take()?.finish()
      return (temporary.map { ($0, path("detail.csv")) }, plans)
    } catch {
      throw TallyError(.output(.system(error)), at: error.path)
    }
  }
}

extension DetailFiles {
  private func plans(_ head: DetailHead, created: Int64, place: Int) throws(TallyError) -> [DocumentPlan] {
    guard let rows else { return [] }
    let workbook: DetailWorkbook
    do { workbook = try rows.finish() } catch { throw TallyError(detailFailure: error) }
    return request.languages.enumerated().map { index, language in
      DocumentPlan(
        place: place + index, ending: "\(language.rawValue).detail.xlsx",
        content: .file {
          try workbook.write(to: $0, language: language, head: head, created: created)
        })
    }
  }
}

extension TallyError {
  fileprivate init(detailFailure error: any Error) {
    switch error {
    case let error as TallyError: self = error.with(.room(scratch: nil))
    case let error as SystemError: self.init(.output(.system(error)), at: error.path)
    default: self.init(.output(.detailNotWritten(detail: "\(error)")))
    }
  }
}

extension DetailRow {
  /// A consultation as the detail files print it.
  ///
  /// - Parameter asOf: an MOU signed after this day does not count; only its date is written.
  init(_ counted: CountedConsultation, asOf: Day?) {
    let row = counted.parties.row
    func number(_ plusOne: UInt32) -> Int32? { plusOne == 0 ? nil : Int32(plusOne - 1) }
    func money(_ amount: Int64) -> Money? {
      amount == ConsultationRow.noAmount ? nil : Money(hundredths: amount)
    }
    self.init(
      input: Int32(counted.input), line: counted.line, event: Int32(row.event), status: row.status)
    consultationID = counted.consultationID
    supplier = number(counted.parties.supplierName)
    buyer = number(counted.parties.buyerName)
    country = row.country
    sector = number(row.sector)
    heldAt = row.heldDay
    mode = row.mode == 0 ? nil : Mode(rawValue: row.mode - 1)
    outcomes = row.outcomes
    // A date or an amount makes an MOU or a contract just as the word does.
    if row.isMOU { outcomes.insert(.mou) }
    if row.isContract { outcomes.insert(.contract) }
    amounts = row.amounts.map(money)
    let isLater = asOf.map { day in row.signedDay.map { $0 > day } ?? false } ?? false
    if isLater {
      outcomes.remove(.mou)
      amounts.mou = nil
    }
    mouSignedOn = row.signedDay
    counting =
      switch row.exclusion {
      case .counts: .counted
      case .afterAsOf: .afterAsOf
      case .beforeFrom: .beforeFrom
      case .otherEvent: .otherEvent
      }
    problems = counted.problems
  }
}
