import Documents
import Foundation
import Model
import Reports
import TestSupport

@testable import Definitions

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "definitions-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file below the folder and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String = "") throws -> String {
    let file = "\(path)/\(name)"
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
  }
}

/// The project's folder.
let projectFolder = Repository.root.path

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
