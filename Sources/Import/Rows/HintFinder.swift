import Model

/// Finds near misses for the places that reports show; nothing is applied.
struct HintFinder {
  let context: FileContext

  func withHints(_ problems: [ProblemTally]) -> [ProblemTally] {
    problems.map { tally in
      var copy = tally
      for index in copy.places.indices {
        copy.places[index].hint = hint(tally.code, copy.places[index].value)
      }
      return copy
    }
  }

  private func hint(_ code: ProblemCode, _ value: String?) -> String? {
    guard let value, !value.isEmpty else { return nil }
    switch code {
    case .unknownCountry: return context.countries.hint(value).map { "\($0.name) (\($0.code))" }
    case .unknownRole: return context.words.hint(value, column: .role, kind: context.kind)
    case .unknownStatus: return context.words.hint(value, column: .status, kind: context.kind)
    case .unlistedOutcome: return context.words.hint(value, column: .outcome, kind: context.kind)
    default: return nil
    }
  }
}
