import Model

/// What a run reads and by which rules.
package struct ImportRequest: Sendable {
  /// All inputs in reading order, registrations before consultations.
  package var inputs: [InputRequest]
  /// How values are read and rows counted.
  package var rules: ReadingRules
  /// The event of consultations that name none, from `--event`.
  package var event: String?
  /// The report's name, the last resort for an event's id.
  package var name: String
  /// How many threads read; the result does not depend on it.
  package var threads: Int
  /// How many places are kept for each problem of a file.
  package var placesKept = ProblemTally.placesKept
  /// Receives the number of bytes read from an input, each time some were; called by one thread at a time.
  package var bytesRead: (@Sendable (Int) -> Void)?
  /// Whether columns that look like a missing one are only reported, instead of stopping the run.
  package var toleratesLookAlikes = false
  /// Whether columns in which no cell is a known word are only reported, for a suggestion of what to define.
  package var toleratesUnknownWords = false

  package init(inputs: [InputRequest], rules: ReadingRules, event: String?, name: String, threads: Int) {
    self.inputs = inputs
    self.rules = rules
    self.event = event
    self.name = name
    self.threads = threads
  }
}
