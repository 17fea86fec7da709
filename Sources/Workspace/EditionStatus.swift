import Foundation
import Ledger
import Model
import Platform
import Reports

/// What an edition says of itself in a small file beside its documents, so that it is known for what it is where the
/// ledger is lost: which report it is, its number, whether it is final, from what it was made.
///
/// The file ends with a hash of all that stands before it, so that a change by hand is noticed.
struct EditionStatus: Codable, Hashable {
  /// The file's name in a report's folder.
  static let fileName = PublishedEdition.statusFile
  private static let schema = "tradetally.edition/1"

  struct File: Codable, Hashable {
    var name: String
    var size: Int
    var sha256: String
  }

  var schema = EditionStatus.schema
  /// The report's name.
  var report: String
  var edition: Int
  /// `provisional` or `final`.
  var status: String
  var asOf: String?
  var from: String?
  /// SHA-256 of the definition.
  var definition: String
  var program: String
  /// Of all figures, in the order of their keys.
  var figures: String
  /// Base names of what was read, in reading order.
  var inputs: [File]
  var files: [File]

  enum CodingKeys: String, CodingKey {
    case schema, report, edition, status, from, definition, program, figures, inputs, files
    case asOf = "as_of"
  }

  var isFinal: Bool { status == "final" }

  init(
    _ run: RunRecord, edition: Int, figures: Figures, inputs: [InputRecord], outputs: [OutputRecord]
  ) {
    report = run.name
    self.edition = edition
    status = run.isFinal ? "final" : "provisional"
    asOf = run.asOf?.iso
    from = run.from?.iso
    definition = run.definitionHash
    program = run.program
    self.figures = EditionStatus.hash(figures)
    self.inputs = EditionStatus.files(inputs)
    files = outputs.map { File(name: $0.name, size: $0.size, sha256: $0.sha256) }
  }

  /// The hash of all figures but those of regions, which follow from countries.
  static func hash(_ figures: Figures) -> String {
    FileDigest.sha256(
      of: figures.values.filter { $0.key.part != .byRegion }.sorted { $0.key < $1.key }.flatMap {
        [$0.key.text, $0.value.text]
      })
  }

  static func files(_ inputs: [InputRecord]) -> [File] {
    inputs.map { File(name: FileSystem.baseName($0.path), size: $0.size, sha256: $0.sha256) }
  }

  /// The documents as the ledger records them.
  var outputs: [OutputRecord] {
    files.map { OutputRecord(name: $0.name, size: $0.size, sha256: $0.sha256) }
  }

  // MARK: - The file

  private static let signature = "\"sha256\": \""

  /// The file's text: one line a member, the hash last.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(self), as: UTF8.self)
    let body = json.dropLast(2)
    return "\(body),\n  \(EditionStatus.signature)\(FileDigest.sha256(of: [String(body)]))\"\n}\n"
  }

  /// What stands in a report's folder.
  enum Found: Hashable {
    /// No status: a folder of an earlier version of the program, or someone else's folder.
    case none
    /// A status whose hash is wrong, or that cannot be read.
    case changed
    case status(EditionStatus)
  }

  static func read(in folder: String) -> Found {
    let path = FileSystem.join(folder, fileName)
    guard FileSystem.isTaken(path) else { return .none }
    guard let bytes = try? InputFile.contents(of: path, limit: 1 << 24) else { return .changed }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: ",\n  \(signature)", options: .backwards) else { return .changed }
    let body = String(text[..<end.lowerBound])
    guard text[end.upperBound...] == "\(FileDigest.sha256(of: [body]))\"\n}\n",
      let status = try? JSONDecoder().decode(EditionStatus.self, from: Data((body + "\n}").utf8)),
      status.schema == schema
    else { return .changed }
    return .status(status)
  }
}
