import Model

/// What a problem is called, what it means and what to do about it, in one language.
///
/// None of the three ever quotes a value of the data: places and values are added by the document that
/// prints them, which knows what may be shown.
package struct ProblemPhrase: Hashable, Sendable {
  /// A few words, for a table or a heading.
  package var label: String
  /// One or two sentences: what stands there and how it was treated.
  package var explanation: String
  /// One sentence: what an official does about it; asks for nothing where nothing is to be done.
  package var action: String

  init(_ label: String, _ explanation: String, _ action: String) {
    self.label = label
    self.explanation = explanation
    self.action = action
  }
}

/// The catalogue of everything that can be said of a row or a value.
package enum ProblemPhrases {
  /// The code that documents print for a row that repeats an earlier one.
  package static let duplicateCode = "duplicate"

  /// The code as documents print it; nil stands for a duplicate, as in `RejectedRow`.
  package static func code(_ code: ProblemCode?) -> String { code?.rawValue ?? duplicateCode }

  /// The phrase for a code; nil stands for a duplicate, as in `RejectedRow`.
  package static func phrase(for code: ProblemCode?, _ language: Language) -> ProblemPhrase {
    language.terms.problem(code)
  }
}
