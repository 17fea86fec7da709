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
        throw TallyError(
          .usage,
          "\(path): this input can be read only once, but it is given twice. Write what comes out of it to a file, and "
            + "name the file.")
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
        throw TallyError(
          .ioFailed,
          "\(path): more than \(SpooledInput.limit >> 30) GiB came out of it, which is more than is kept. Write it to a "
            + "file, and name the file.")
      }
      guard error.path != path else { throw TallyError(inputFailure: error) }
      throw TallyError(
        .ioFailed,
        "\(path): what comes out of it is kept in the folder for temporary files, but cannot \(error.action) in "
          + "\(error.path): \(error.reason). Make room there, name another folder with TMPDIR, or write it to a file, and "
          + "name the file.")
    }
  }
}
