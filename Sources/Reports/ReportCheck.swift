import Import
import Model

/// Reads and measures the inputs of a request and writes nothing.
package struct ReportCheck {
  private let request: ReportRequest
  private let progress: ReadingProgress?

  /// Makes a check.
  ///
  /// - Parameter progress: shows how much has been read; nil where nothing does.
  package init(_ request: ReportRequest, progress: ReadingProgress? = nil) {
    self.request = request
    self.progress = progress
  }

  /// Runs the check for a suggestion.
  ///
  /// A row whose role or status is in no list is read no further, so that later words are not seen. The files are
  /// therefore read again with these words taken for known ones, until there is none left.
  ///
  /// - Returns: what became of every row, first as the files are.
  package func suggest() throws(TallyError) -> [ReportHead] {
    var request = request
    // Every word counts, wherever it stands.
    request.placesKept = .max
    request.suggests = true
    var heads = [try ReportCheck(request, progress: progress).run()]
    while heads.count < 4, let words = heads.last?.unknownWords, !words.isEmpty {
      request.rules.words += words
      // What stops such a reading says nothing about the files.
      guard let head = try? ReportCheck(request, progress: progress).run() else { break }
      heads.append(head)
    }
    return heads
  }

  /// Runs the check; the head says what became of every row.
  package func run() throws(TallyError) -> ReportHead {
    try request.measure(
      progress: progress, toleratesLookAlikes: true, restart: { _, _ throws(TallyError) in },
      reject: { _ throws(TallyError) in }
    ).head
  }
}

extension ReportHead {
  /// The words for roles and statuses that are in no list, each with some meaning.
  fileprivate var unknownWords: [(word: String, meaning: WordMeaning)] {
    inputs.flatMap { input in
      input.problems.flatMap { problem -> [(word: String, meaning: WordMeaning)] in
        let meaning: WordMeaning
        switch (problem.code, input.kind) {
        case (.unknownRole, _): meaning = .role(.supplier)
        case (.unknownStatus, .registrations): meaning = .registrationStatus(.confirmed)
        case (.unknownStatus, .consultations): meaning = .consultationStatus(.held)
        default: return []
        }
        return Set(problem.places.compactMap(\.value)).filter { !$0.isEmpty }.map { ($0, meaning) }
      }
    }
  }
}
