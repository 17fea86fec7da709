import Documents
import Ledger
import Model
import Platform
import Reports

/// Decides whether a report may take the place of the edition that stands: a final one is not overwritten without a
/// reason, whether it is known from the ledger or only from its status file.
struct FinalReport {
  enum Verdict {
    /// A new edition may be made.
    case free
    /// The final edition stays as it is.
    case kept(Publication)
    /// So does one that the ledger does not know yet.
    case unknown(EditionStatus)
  }

  let work: ReportWork
  let record: RunRecord
  /// What the ledger knows of the report; nil where nothing.
  let earlier: Publication?
  /// The figures of a run in the ledger.
  let known: (Int64) throws(TallyError) -> Figures

  private var folders: EditionFolders { work.folders }

  /// - Throws: `TallyError` where the report is final and would change.
  func verdict(_ figures: Figures, _ inputs: [InputRecord]) throws(TallyError) -> Verdict {
    if record.reason != nil { return .free }
    if let earlier, earlier.run.isFinal { return try verdict(earlier, figures, inputs) }
    try work.refuseUntold(earlier)
    switch EditionStatus.read(in: folders.place) {
    case .none, .changed: return .free
    case .status(let status):
      let isKnown = earlier.map { $0.outputs.filter { $0.name != EditionStatus.fileName } == status.outputs }
      guard status.isFinal, isKnown != true else { return .free }
      guard status.figures == EditionStatus.hash(figures), status.inputs == EditionStatus.files(inputs) else {
        throw work.finalStands(status.edition, .unknownToLedger)
      }
      // An edition that was damaged is made again.
      return EditionFolders.holds(folders.place, status.outputs) ? .unknown(status) : .free
    }
  }

  private func verdict(
    _ earlier: Publication, _ figures: Figures, _ inputs: [InputRecord]
  ) throws(TallyError) -> Verdict {
    let sameInputs = inputs.map { [$0.path, $0.sha256] } == earlier.inputs.map { [$0.path, $0.sha256] }
    let old = try known(earlier.run.id)
    let changed = figures.changes(since: old, scope: .everything, edition: 0, causes: [])
    if sameInputs, changed.isEmpty {
      return EditionFolders.holds(folders.place, earlier.outputs) ? .kept(earlier) : .free
    }
    let first = changed.first.map {
      FigureChange(key: $0.key, before: $0.old.text, after: $0.new.text)
    }
    let finder = RevisionFinder(
      earlier: earlier, run: record, inputs: inputs, period: nil,
      fiscalYearStart: work.plan.request.rules.fiscalYearStart)
    throw work.finalStands(
      earlier.run.edition ?? 0, .figures(changed.count, first: first, causes: finder.causes))
  }
}

extension Figures {
  /// Whether nothing was booked; zeros are left out.
  var isEmpty: Bool { !values.keys.contains { $0.measure == .key(.booked) } }
}

extension ReportWork {
  /// That a final report stays as it was made, although its definition or options have changed since: its figures are the
  /// same, but a title, regions or targets may be others.
  func notPublished(_ earlier: Publication) -> [RunNotice] {
    let old = earlier.run
    let isSame = old.definitionHash == record.definitionHash && old.optionsHash == record.optionsHash
    return isSame ? [] : [.definitionNotPublished(edition: old.edition ?? 0)]
  }

  /// What the run says where nothing was booked.
  func emptiness(_ edition: Int?) -> RunNote {
    .empty(from: plan.request.rules.from, asOf: plan.request.rules.asOf, stands: edition)
  }

  /// The failure of a definition that does not want an empty period.
  func refuseEmpty() -> TallyError {
    TallyError(
      .run(.emptyPeriod(from: plan.request.rules.from, asOf: plan.request.rules.asOf)), at: plan.definition)
  }
}
