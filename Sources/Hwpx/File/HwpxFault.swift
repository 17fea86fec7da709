/// Why a document was not written.
package enum HwpxFault: Error, Hashable, Sendable {
  /// A part could not be put into the file.
  case part(String, reason: String)
  /// The file that was written is not whole.
  case damaged(path: String, member: String, reason: String)
}

extension HwpxFault: CustomStringConvertible {
  /// The fault in a sentence.
  package var description: String {
    switch self {
    case .part(let name, let reason): "\(name) cannot be put into the document: \(reason)"
    case .damaged(let path, let member, let reason): "\(path): \(member) is not whole: \(reason)"
    }
  }
}
