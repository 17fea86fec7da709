import Foundation
import Ledger
import Model
import Platform
import Reports

/// Reads which MOUs an edition had from its JSON, so that the next edition can mark those that are new.
enum EarlierMOUs {
  /// Files above this are not read: with so many MOUs a mark is of no use.
  private static let largest = 1 << 26

  private struct Document: Decodable {
    var mous: [MOUIdentity]?
  }

  /// How often each MOU stands in an edition; nil where it has no JSON, or one that is not as it was written.
  static func read(in folder: String, outputs: [OutputRecord]) -> [MOUIdentity: Int]? {
    let written = outputs.first { $0.name.hasSuffix(".json") && $0.name != EditionStatus.fileName }
    guard let written, written.size <= largest else { return nil }
    let path = FileSystem.join(folder, written.name)
    guard let digest = try? FileDigest.sha256(of: path), digest.hash == written.sha256,
      let bytes = try? InputFile.contents(of: path, limit: largest),
      let mous = try? JSONDecoder().decode(Document.self, from: Data(bytes)).mous
    else { return nil }
    return Dictionary(mous.map { ($0, 1) }, uniquingKeysWith: +)
  }
}
