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
        let names =
          input == output
          ? "\(output): this is an input" : "\(output): this is the same file as the input \(input)"
        throw TallyError(
          .usage,
          "\(names), and would be replaced. Nothing has been changed. Choose another name or folder for what is written, "
            + "and run again.")
      }
    }
  }
}
