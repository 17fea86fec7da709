import Model
import Platform

/// Inputs, those that can be read but once (pipes, terminals, `/dev/stdin`, `<(…)`) among them read and kept.
///
/// A file is opened several times: for its head, for its rows, and once more where its encoding was misjudged.
struct KeptInputs {
  /// The inputs as they were given, with what was kept.
  private(set) var inputs: [InputRequest]
  private var spools: [SpooledInput] = []

  /// - Throws: `TallyError` where one cannot be read or kept, or is given twice.
  init(_ inputs: [InputRequest]) throws(TallyError) {
    self.inputs = inputs
    var seen: [FileIdentity] = []
    for index in inputs.indices {
      let path = inputs[index].path
      guard let identity = FileIdentity(path: path), !identity.isPlainFile, !FileSystem.isFolder(path) else {
        continue
      }
      if seen.contains(where: identity.isSameFile) {
        throw TallyError(.input(.onlyOnce), at: path)
      }
      seen.append(identity)
      let spool = try Self.read(path)
      spools.append(spool)
      self.inputs[index].kept = spool.descriptor
    }
  }

  private static func read(_ path: String) throws(TallyError) -> SpooledInput {
    do throws(SystemError) { return try SpooledInput(path: path) } catch {
      if error.isTooLarge, error.path == path {
        throw TallyError(.input(.tooMuchToKeep(gibibytes: SpooledInput.limit >> 30)), at: path)
      }
      throw TallyError(.input(error.path == path ? .system(error) : .notKept(error)), at: path)
    }
  }
}
