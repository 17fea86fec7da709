import Exporters
import SystemCalls
import TradeModel
import Workbook

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
  private var pending: [(temporary: String, path: String)] = []

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

  deinit { for file in pending { FileSystem.remove(file.temporary) } }

  mutating func add(_ ending: String, _ bytes: [UInt8]) throws(TallyError) {
    progress?.write(ending)
    let path = join(folder, "\(name).\(ending)")
    do throws(SystemError) {
      var file = try OutputFile(path: path)
      try file.write(bytes)
      pending.append((try file.finish(), path))
    } catch {
      throw TallyError(outputFailure: error)
    }
  }

  mutating func addWorkbook(_ ending: String, _ write: (String) throws -> Void) throws(TallyError) {
    progress?.write(ending)
    let path = join(folder, "\(name).\(ending)")
    let temporary = join(folder, ".\(name).\(ending).\(FileSystem.processID).tmp")
    do {
      try write(temporary)
      try FileSystem.synchronize(temporary)
    } catch let error as SystemError {
      FileSystem.remove(temporary)
      throw TallyError(outputFailure: error)
    } catch let error as TallyError {
      FileSystem.remove(temporary)
      let message = error.message.replacing(temporary, with: path)
      throw TallyError(error.category, error.category == .ioFailed ? "\(message) \(roomAdvice)" : message)
    } catch {
      FileSystem.remove(temporary)
      throw TallyError(.ioFailed, "\(path): the workbook could not be written: \(error). \(roomAdvice)")
    }
    pending.append((temporary, path))
  }

  /// What helps where a workbook is not whole, which is as good as always a disk that is full.
  private var roomAdvice: String {
    let place = temporaryDirectory ?? "\(FileSystem.temporaryFolder) (TMPDIR)"
    return "Nothing half-written is left. Check the free space there and in the folder for temporary files, "
      + "\(place), and run again."
  }

  /// Takes over a finished file that stands under a temporary name.
  mutating func adopt(_ temporary: String, as path: String) { pending.append((temporary, path)) }

  /// Puts every document into place.
  ///
  /// What can be known to fail is looked at before the first one.
  consuming func commit() throws(TallyError) -> [WrittenFile] {
    var files: [WrittenFile] = []
    for file in pending where FileSystem.isFolder(file.path) {
      throw TallyError(
        .cannotCreate,
        "\(file.path): a folder of this name is in the way of a file. Nothing has been changed. "
          + "Move the folder away or choose another --output or --name, and run again.")
    }
    do throws(SystemError) {
      while let next = pending.first {
        let replaced = FileSystem.exists(next.path)
        try FileSystem.rename(next.temporary, to: next.path)
        pending.removeFirst()
        files.append(WrittenFile(path: next.path, replaced: replaced))
      }
    } catch {
      throw TallyError(outputFailure: error)
    }
    FileSystem.synchronize(folderOf: join(folder, name))
    return files
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

  /// Begins anew with a header for the recognised columns.
  func begin(columns: [Column], files: [String]) throws(TallyError) {
    let table = RejectsTable(columns: columns, files: files, language: language)
    self.table = table
    do throws(SystemError) {
      file = nil
      file = try OutputFile(path: path)
      try file?.write(table.header)
    } catch {
      throw TallyError(outputFailure: error)
    }
  }

  func add(_ row: RejectedRow) throws(TallyError) {
    line.removeAll(keepingCapacity: true)
    table?.line(for: row, into: &line)
    do throws(SystemError) { try file?.write(line) } catch { throw TallyError(outputFailure: error) }
  }

  /// Finishes the file under its temporary name, which is returned.
  func finish() throws(TallyError) -> String? {
    do throws(SystemError) { return try file.take()?.finish() } catch {
      throw TallyError(outputFailure: error)
    }
  }
}
