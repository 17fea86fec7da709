import Model
import Platform

/// Keeps a run from replacing what it reads.
package enum InputSafety {
  /// Refuses outputs that are inputs of the same run, by whatever name, link or spelling of the name.
  ///
  /// - Throws: `TallyError` for the first such output, before anything has been changed.
  package static func refuse(outputs: [String], inputs: [String]) throws(TallyError) {
    let files = inputs.compactMap { path in FileIdentity(path: path).map { (path, $0) } }
    for output in outputs {
      guard let identity = FileIdentity(path: output) else { continue }
      for (input, file) in files where file.isPlainFile && identity.isSameFile(as: file) {
        throw TallyError(.output(.isInput(called: input == output ? nil : input)), at: output)
      }
    }
  }
}
