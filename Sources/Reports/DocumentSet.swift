import Documents
import Model
import Platform

/// The documents of one report on their way into a folder: all are finished under temporary names before the
/// first is put into place.
struct DocumentSet: ~Copyable {
  private let folder: String
  private let name: String
  /// What changed since the report was published before.
  let revisions: Revisions
  /// Where workbooks are put together; nil takes `TMPDIR`, else `/tmp`.
  let temporaryDirectory: String?
  private let progress: ReadingProgress?
  private var pending: [Pending] = []
  /// Those that are put into place after the others.
  private var last: [Pending] = []

  /// A finished document under its temporary name.
  typealias Pending = (temporary: String, path: String)

  init(
    folder: String, name: String, revisions: Revisions, temporaryDirectory: String?,
    progress: ReadingProgress?
  ) {
    self.folder = folder
    self.name = name
    self.revisions = revisions
    self.temporaryDirectory = temporaryDirectory
    self.progress = progress
  }

  deinit { for file in pending + last { FileSystem.remove(file.temporary) } }

  /// Removes this process's unfinished files of a report; called when a signal ends it.
  ///
  /// Other threads may still create files, so it looks again until nothing is left.
  static func removeUnfinished(in folder: String, name: String) {
    for _ in 0..<10 {
      let names = (try? FileSystem.names(in: folder.isEmpty ? "." : folder)) ?? []
      let unfinished = names.filter { isUnfinished($0, name) }
      if unfinished.isEmpty { return }
      for file in unfinished { FileSystem.remove(FileSystem.join(folder, file)) }
    }
  }

  /// Whether a file has a name as `DocumentPlan`, `OutputFile` and the packing of rows give it: `.NAME.….PID`, the
  /// number of an attempt perhaps, and `.tmp`, `.rows` after it perhaps.
  private static func isUnfinished(_ file: String, _ name: String) -> Bool {
    guard file.hasPrefix(".\(name).") else { return false }
    var parts = file.split(separator: ".")
    if parts.last == "rows" { parts.removeLast() }
    guard parts.popLast() == "tmp" else { return false }
    let process = "\(FileSystem.processID)"
    return parts.popLast() == process[...] || parts.last == process[...]
  }

  /// Makes documents, as many at a time as there are threads.
  ///
  /// They begin in the order given and are put into place in the order of `place`.
  mutating func add(_ plans: [DocumentPlan], threads: Int) throws(TallyError) {
    let results = Guarded([Result<Pending, TallyError>?](repeating: nil, count: plans.count))
    let (folder, name, progress, remedy) = (folder, name, progress, remedy)
    Workers.each(plans.count, threads: threads) { index in
      progress?.write(plans[index].ending)
      let result = Result { () throws(TallyError) in
        try plans[index].make(folder: folder, name: name, remedy: remedy)
      }
      results.withLock { $0[index] = result }
      return true
    }
    let made = results.withLock { $0 }
    var failure: TallyError?
    for index in plans.indices.sorted(by: { plans[$0].place < plans[$1].place }) {
      switch made[index] {
      case .success(let file): pending.append(file)
      case .failure(let error): failure = failure ?? error
      case nil: break
      }
    }
    if let failure { throw failure }
  }

  /// What helps where a workbook is incomplete, which is nearly always because of a full disk.
  private var remedy: Remedy {
    .room(scratch: temporaryDirectory ?? "\(FileSystem.temporaryFolder) (TMPDIR)")
  }

  /// Takes over a finished file that stands under a temporary name; it comes after the documents.
  mutating func adopt(_ file: Pending) { last.append(file) }

  /// Puts every document into place.
  ///
  /// Whatever is sure to fail is found before the first one.
  ///
  /// - Parameter inputs: paths of what was read, none of which is replaced.
  mutating func commit(inputs: [String]) throws(TallyError) -> [WrittenFile] {
    var files: [WrittenFile] = []
    pending += last
    last = []
    try InputSafety.refuse(outputs: pending.map(\.path), inputs: inputs)
    for file in pending where FileSystem.isFolder(file.path) {
      throw TallyError(.output(.folderInTheWay), at: file.path)
    }
    do throws(SystemError) {
      while let next = pending.first {
        let replaced = FileSystem.exists(next.path)
        try FileSystem.rename(next.temporary, to: next.path)
        pending.removeFirst()
        files.append(WrittenFile(path: next.path, replaced: replaced))
      }
    } catch {
      throw TallyError(.output(.system(error)), at: error.path)
    }
    do throws(SystemError) { try FileSystem.synchronize(folderOf: FileSystem.join(folder, name)) } catch {
      throw TallyError(.output(.notConfirmed(error)), at: error.path)
    }
    return files
  }
}

/// One document that is to be made.
struct DocumentPlan: Sendable {
  /// How a document is made.
  enum Content: Sendable {
    /// Writes a file at a path.
    case file(@Sendable (String) throws -> Void)
    /// Makes all bytes, and a check that says what is wrong with those that are read back; nil where nothing is.
    case checked(@Sendable () -> (bytes: [UInt8], fault: @Sendable ([UInt8]) -> String?))
    /// Hands bytes on piece by piece.
    case bytes(@Sendable (([UInt8]) throws -> Void) throws -> Void)
  }

  /// Where it stands among the documents.
  let place: Int
  /// What follows the report's name in the file's.
  let ending: String
  let content: Content

  /// Makes the document under a temporary name.
  func make(folder: String, name: String, remedy: Remedy) throws(TallyError) -> DocumentSet.Pending {
    let path = FileSystem.join(folder, "\(name).\(ending)")
    let temporary = FileSystem.join(folder, ".\(name).\(ending).\(FileSystem.processID).tmp")
    do {
      switch content {
      case .bytes(let write):
        var file = try OutputFile(path: path)
        try write { try file.write($0) }
        return (try file.finish(), path)
      case .checked(let document):
        let (bytes, fault) = document()
        return (try DocumentPlan.write(bytes, to: path, fault: fault), path)
      case .file(let write):
        try write(temporary)
        try FileSystem.synchronize(temporary)
        return (temporary, path)
      }
    } catch {
      if case .file = content { FileSystem.remove(temporary) }
      if let error = error as? SystemError { throw TallyError(.output(.system(error)), at: error.path) }
      var failure = error as? TallyError ?? TallyError(.output(.notWritten(detail: "\(error)")), at: path)
      // The temporary name means nothing to a user.
      for index in failure.failures.indices where failure.failures[index].place?.file == temporary {
        failure.failures[index].place?.file = path
      }
      throw failure.with(remedy)
    }
  }

  /// Writes a document and reads it back.
  ///
  /// - Returns: its temporary name.
  private static func write(
    _ bytes: [UInt8], to path: String, fault: ([UInt8]) -> String?
  ) throws -> String {
    var file = try OutputFile(path: path)
    try file.write(bytes)
    let temporary = try file.finish()
    do {
      let read = try InputFile.contents(of: temporary)
      if let reason = fault(read) { throw TallyError(.output(.notWhole(detail: reason)), at: path) }
    } catch {
      FileSystem.remove(temporary)
      throw error
    }
    return temporary
  }
}

/// The reject file, written while rows stream by.
final class RejectsFile {
  let path: String
  private let language: Language
  private var table: RejectsTable?
  private var file: OutputFile?
  private var line: [UInt8] = []

  init(path: String, language: Language) {
    self.path = path
    self.language = language
  }

  /// Begins again with a header for the recognised columns.
  func begin(columns: [Column], inputs: [InputName]) throws(TallyError) {
    let table = RejectsTable(
      columns: columns, files: inputs.map(\.file), sheets: inputs.map(\.sheet), language: language)
    self.table = table
    do throws(SystemError) {
      file = nil
      file = try OutputFile(path: path)
      try file?.write(table.header)
    } catch {
      throw TallyError(.output(.system(error)), at: error.path)
    }
  }

  func add(_ row: RejectedRow) throws(TallyError) {
    line.removeAll(keepingCapacity: true)
    table?.line(for: row, into: &line)
    do throws(SystemError) { try file?.write(line) } catch {
      throw TallyError(.output(.system(error)), at: error.path)
    }
  }

  /// Finishes the file under its temporary name, which is returned.
  func finish() throws(TallyError) -> String? {
    do throws(SystemError) { return try file.take()?.finish() } catch {
      throw TallyError(.output(.system(error)), at: error.path)
    }
  }
}

extension TallyError {
  /// The same failures, with advice where reading or writing failed part way.
  func with(_ remedy: Remedy) -> TallyError {
    var error = self
    for index in failures.indices where failures[index].matter.category == .ioFailed {
      error.failures[index].remedy = remedy
    }
    return error
  }
}
