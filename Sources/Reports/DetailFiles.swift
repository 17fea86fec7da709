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
  var taker: ([CountedConsultation], any RecordNames) throws(TallyError) -> ImportAfterwork? {
    { rows, names throws(TallyError) in try self.add(rows, names) }
  }

  /// Adds counted consultations in reading order; packing them for workbooks is deferred work outside the turn.
  private func add(
    _ counted: [CountedConsultation], _ names: any RecordNames
  ) throws(TallyError) -> ImportAfterwork? {
    if csv == nil { try open(names) }
    bytes.removeAll(keepingCapacity: true)
    do {
      csv?.append(counted, to: &bytes)
      try file?.write(bytes)
      guard let packing = try rows?.add(counted) else { return nil }
      return { () throws(TallyError) in
        do { try packing() } catch { throw TallyError(detailFailure: error) }
      }
    } catch {
      throw TallyError(detailFailure: error)
    }
  }

  private func open(_ names: any RecordNames) throws(TallyError) {
    let terms = DetailTerms(
      inputs: inputs, names: names, currency: request.rules.baseCurrency, asOf: request.rules.asOf)
    do {
      let csv = DetailCSV(terms)
      file = try OutputFile(path: path("detail.csv"))
      try file?.write(csv.header)
      self.csv = csv
      if request.formats.contains(.xlsx) {
        rows = try DetailRows(terms, profile: request.profile, temporaryDirectory: temporaryDirectory)
      }
    } catch {
      throw TallyError(detailFailure: error)
    }
  }

  /// Finishes the CSV under its temporary name, which is returned, and says how the workbooks are to be made.
  ///
  /// - Parameter place: where the first workbook stands among the documents.
  func finish(
    _ names: any RecordNames, head: ReportHead, created: Int64, place: Int
  ) throws(TallyError) -> (
    csv: DocumentSet.Pending?, workbooks: [DocumentPlan]
  ) {
    // Without a counted row there are only headers.
    if csv == nil { try open(names) }
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
