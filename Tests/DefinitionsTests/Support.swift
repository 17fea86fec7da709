import Documents
import Model
import Reports

@testable import Definitions

func day(_ iso: String) -> Day {
  guard let day = Day(iso: iso) else { preconditionFailure("\(iso) is no day") }
  return day
}

/// The smallest definition, with more keys after it.
func minimal(_ more: String = "") -> String {
  "kind: post-event\nname: r\ninputs: {consultations: c.csv}\n\(more)"
}

/// The message of the error that reading a text gives; empty where it gives none.
func refusal(_ text: String) -> String {
  do throws(TallyError) {
    _ = try ReportDefinition.parse(text, path: "r.yaml")
    return ""
  } catch {
    return error.category == .definitionWrong ? error.message : "\(error.category): \(error.message)"
  }
}

/// What an expression throws, as category and message.
func failure(_ body: () throws -> Void) -> (category: TallyError.Category, message: String)? {
  do {
    try body()
    return nil
  } catch let error as TallyError {
    return (error.category, error.message)
  } catch {
    return (.internalFault, "\(error)")
  }
}

extension TallyError {
  /// What it says in English.
  var message: String { message(.en) }
}
