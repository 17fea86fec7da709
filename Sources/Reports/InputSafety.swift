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
      for (input, file) in files where file.isPlainFile {
        guard identity.isSameFile(as: file) || isTwin(input, file, output, identity) else { continue }
        throw TallyError(.output(.isInput(called: input == output ? nil : input)), at: output)
      }
    }
  }

  /// Whether both are probably one file although the file system gives them numbers of their own.
  ///
  /// Some without case do so for each spelling of a name, and a folder that is mounted twice through a program has
  /// other numbers in each place. A true copy under the same name may be refused, too: nothing is lost by that.
  private static func isTwin(
    _ input: String, _ file: FileIdentity, _ output: String, _ identity: FileIdentity
  ) -> Bool {
    func name(_ path: String) -> String { FileSystem.baseName(path).lowercased() }
    return identity.size == file.size && identity.modified == file.modified && name(input) == name(output)
  }
}
