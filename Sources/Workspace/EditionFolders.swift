import Ledger
import Model
import Platform
import Reports

/// The folders of one report: the edition that stands, the one that is being made, and the earlier ones.
///
/// `OUTPUT/NAME` is the edition that stands. A new one is built in `OUTPUT/.NAME.PID.tmp`, is renamed to
/// `OUTPUT/.NAME.N.next` when it is whole, and takes its place by one exchange; then the edition before bears
/// the name `.next` until it is moved to `OUTPUT/.editions/NAME/N`. So a folder called `.tmp` is never worth
/// keeping, and one called `.next` is always a whole edition.
struct EditionFolders: Sendable {
  /// The folder that holds the report's folder.
  let output: String
  /// The name of the report's folder.
  let name: String
  let fileMode: UInt32
  let folderMode: UInt32
  /// Whether folders are exchanged; nil lets the file system decide.
  let exchanges: Bool?

  /// Where the report stands.
  var place: String { FileSystem.join(output, name) }
  /// Where its earlier editions stand.
  var archive: String { FileSystem.join(output, ".editions/\(name)") }
  /// Where this process builds an edition.
  var staging: String { FileSystem.join(output, ".\(name).\(FileSystem.processID).tmp") }
  private var link: String { FileSystem.join(output, ".\(name).link.tmp") }

  func ready(_ edition: Int) -> String { FileSystem.join(output, ".\(name).\(edition).next") }
  func archived(_ edition: Int) -> String { FileSystem.join(archive, String(edition)) }

  // MARK: - Numbers

  /// The numbers of the editions in the archive, ascending; the one that stands is among them where it is a link.
  var archivedEditions: [Int] {
    ((try? FileSystem.names(in: archive)) ?? []).compactMap { name in
      Int(name).flatMap { String($0) == name && $0 > 0 ? $0 : nil }
    }.sorted()
  }

  /// The number of the edition that the place links to; nil where it is no link into the archive.
  var linkedEdition: Int? {
    guard let target = FileSystem.linkTarget(place), target.hasPrefix(".editions/\(name)/") else {
      return nil
    }
    return Int(target.dropFirst(".editions/\(name)/".count))
  }

  /// The number of the edition that stands; nil where none does.
  ///
  /// - Parameter known: the greatest number that the ledger knows.
  func standingEdition(known: Int) -> Int? {
    if let linkedEdition { return linkedEdition }
    guard FileSystem.isTaken(place) else { return nil }
    if case .status(let status) = EditionStatus.read(in: place), status.edition >= known {
      return status.edition
    }
    let archived = archivedEditions.last ?? 0
    return known > archived ? known : archived + 1
  }

  /// The number that a new edition gets.
  func nextEdition(known: Int) -> Int {
    max(known, archivedEditions.last ?? 0, standingEdition(known: known) ?? 0) + 1
  }

  // MARK: - Building

  /// Makes the empty staging folder, and says which one it is.
  func begin() throws(SystemError) -> FileIdentity {
    // Whoever may read the reports has to come through all that is made above them.
    var made: [String] = []
    var folder = output
    while !FileSystem.exists(folder), folder != "/" {
      made.append(folder)
      folder = FileSystem.folder(of: folder)
    }
    try FileSystem.makeFolder(output, permissions: folderMode)
    for folder in made { try FileSystem.setPermissions(folder, folderMode) }
    FileSystem.removeTree(staging)
    try FileSystem.makeFolder(staging, permissions: 0o700)
    guard let identity = FileIdentity(link: staging) else {
      throw SystemError(.examineFolder, path: staging)
    }
    return identity
  }

  /// Gives the staged files their permissions, flushes them, and says what they are.
  ///
  /// - Parameter names: the files of the edition; anything else that was left there is removed.
  /// - Throws: `SystemError`, also where what is left cannot be removed: it would be published with the edition.
  func finishStaging(_ names: [String]) throws(SystemError) -> [OutputRecord] {
    for name in try FileSystem.names(in: staging) where !names.contains(name) {
      if !FileSystem.removeTree(FileSystem.join(staging, name)) {
        throw SystemError(.removeStrangers, path: FileSystem.join(staging, name))
      }
    }
    var records: [OutputRecord] = []
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let path = FileSystem.join(staging, name)
      try FileSystem.setPermissions(path, fileMode)
      let (hash, size) = try FileDigest.sha256(of: path)
      records.append(OutputRecord(name: name, size: size, sha256: hash))
    }
    return records
  }

  /// Puts the edition's status beside its files, and flushes the folder.
  ///
  /// - Returns: the status file.
  func stage(_ status: EditionStatus) throws(TallyError) -> OutputRecord {
    let text: String
    do { text = try status.text() } catch {
      throw TallyError(.run(.statusNotWritten(detail: "\(error)")))
    }
    let path = FileSystem.join(staging, EditionStatus.fileName)
    do throws(SystemError) {
      var file = try OutputFile(path: path, permissions: fileMode)
      try file.write(Array(text.utf8))
      try file.commit()
      try FileSystem.setPermissions(path, fileMode)
      try FileSystem.setPermissions(staging, folderMode)
      try FileSystem.synchronize(folder: staging)
      let (hash, size) = try FileDigest.sha256(of: path)
      return OutputRecord(name: EditionStatus.fileName, size: size, sha256: hash)
    } catch {
      throw TallyError(.run(.edition(error)), at: error.path)
    }
  }

  /// Gives the staged edition the name under which it waits for its place.
  func makeReady(_ edition: Int) throws(SystemError) {
    for folder in [FileSystem.join(output, ".editions"), archive] where !FileSystem.exists(folder) {
      try FileSystem.makeFolder(folder, permissions: folderMode)
      try FileSystem.setPermissions(folder, folderMode)
    }
    try FileSystem.synchronize(folder: FileSystem.join(output, ".editions"))
    try FileSystem.rename(staging, to: ready(edition))
    try FileSystem.synchronize(folder: output)
  }

  /// Puts the edition that is ready into its place, in one step.
  func putIntoPlace(_ edition: Int, standing: Int?) throws(SystemError) {
    if linkedEdition != nil { return try putLink(edition) }
    if FileSystem.isTaken(place) {
      if exchanges ?? true, try FolderExchange.exchange(ready(edition), place) { return }
      // Happens only where the report came from a file system that can exchange; for a moment no edition is in place.
      if let standing { try FileSystem.rename(place, to: archived(freeNumber(standing))) }
    } else if exchanges ?? FolderExchange.isPossible(trying: trial(1), trial(2)) {
      return try FileSystem.rename(ready(edition), to: place)
    }
    try putLink(edition)
  }

  /// Has the disk confirm that the edition stands.
  func confirmPlace() throws(SystemError) { try FileSystem.synchronize(folder: output) }

  // MARK: - Links

  /// Refuses a folder that is or became a link, other than the one by which an edition stands: what is written,
  /// moved and removed there would be in someone else's folder.
  ///
  /// - Parameter staged: the staging folder as it was made; nil where none is in use.
  func refuseLinks(staged: FileIdentity? = nil) throws(TallyError) {
    var links = [archive, FileSystem.join(output, ".editions")]
    if linkedEdition == nil { links.append(place) }
    for path in links where FileSystem.isLink(path) {
      throw TallyError(.run(.link(to: FileSystem.linkTarget(path))), at: path)
    }
    if let staged, FileIdentity(link: staging).map({ staged.isSameFile(as: $0) }) != true {
      throw TallyError(.run(.stagingReplaced(output: output)), at: staging)
    }
  }

  /// Refuses an edition that is no longer what was built: another folder or a link in its place, a file too many
  /// or too few, or one that is a link or has other contents.
  func refuseChanged(_ edition: Int, staged: FileIdentity, _ outputs: [OutputRecord]) throws(TallyError) {
    let folder = ready(edition)
    let names = Set((try? FileSystem.names(in: folder)) ?? [])
    let isSame =
      FileIdentity(link: folder).map { staged.isSameFile(as: $0) } == true
      && names == Set(outputs.map(\.name))
      && !names.contains { FileSystem.isLink(FileSystem.join(folder, $0)) }
      && EditionFolders.holds(folder, outputs)
    if !isSame { throw TallyError(.run(.stagingReplaced(output: output)), at: folder) }
  }

  /// Refuses a folder in the report's place that holds a file of a name that this program does not give, so that it is
  /// somebody's own.
  func refuseForeign() throws(TallyError) {
    guard linkedEdition == nil, FileSystem.isTaken(place) else { return }
    let names = (try? FileSystem.names(in: place)) ?? []
    let others = names.filter { !PublishedEdition.isOwn($0, of: name) }
    guard FileSystem.isFolder(place), others.isEmpty else {
      throw TallyError(.run(.foreign(sample: others.first)), at: place)
    }
  }

  /// A name that the clean-up of half-built folders recognises.
  private func trial(_ number: Int) -> String {
    FileSystem.join(output, ".\(name).\(FileSystem.processID)0000\(number).tmp")
  }

  private func putLink(_ edition: Int) throws(SystemError) {
    try FileSystem.rename(ready(edition), to: archived(edition))
    try FileSystem.synchronize(folder: archive)
    FileSystem.remove(link)
    try FileSystem.makeLink(link, to: ".editions/\(name)/\(edition)")
    try FileSystem.rename(link, to: place)
  }

  /// Moves the edition that stood before, which bears the name of the one that took its place, to the others.
  func archiveEarlier(_ edition: Int, standing: Int?) throws(SystemError) {
    let earlier = ready(edition)
    guard let standing, FileSystem.isTaken(earlier) else { return }
    try FileSystem.rename(earlier, to: archived(freeNumber(standing)))
    try FileSystem.synchronize(folder: archive)
    try FileSystem.synchronize(folder: output)
  }

  private func freeNumber(_ wanted: Int) -> Int {
    FileSystem.isTaken(archived(wanted)) ? (archivedEditions.last ?? 0) + 1 : wanted
  }

  // MARK: - Looking

  /// Whether a folder holds every file as it was recorded.
  static func holds(_ folder: String, _ outputs: [OutputRecord]) -> Bool {
    !outputs.isEmpty
      && outputs.allSatisfy { output in
        let path = FileSystem.join(folder, output.name)
        guard FileIdentity(path: path)?.size == output.size, let (hash, _) = try? FileDigest.sha256(of: path)
        else {
          return false
        }
        return hash == output.sha256
      }
  }

  /// Names beside the place that processes of earlier runs left behind.
  private func leftOvers(_ ending: String) -> [(path: String, number: Int)] {
    ((try? FileSystem.names(in: output)) ?? []).compactMap { entry in
      guard entry.hasPrefix(".\(name)."), entry.hasSuffix(ending) else { return nil }
      let middle = entry.dropFirst(".\(name).".count).dropLast(ending.count)
      return Int(middle).map { (FileSystem.join(output, entry), $0) }
    }
  }

  /// Removes half-built folders that earlier runs left.
  ///
  /// The caller must hold the report's lock.
  func removeHalfBuilt() {
    for (path, _) in leftOvers(".tmp") { FileSystem.removeTree(path) }
    FileSystem.remove(link)
  }

  /// Whole editions that bear a name for the moment of an exchange.
  var waiting: [(path: String, number: Int)] { leftOvers(".next") }

  // MARK: - Retention

  /// Removes old editions whose files are all known and unchanged.
  ///
  /// - Parameters:
  ///   - keep: how many earlier editions stay.
  ///   - standing: the edition that stands, which is not one of the earlier ones.
  ///   - known: the files of each edition.
  /// - Returns: the numbers of the editions that were removed.
  func retain(_ keep: Int, standing: Int, known: [Int: [OutputRecord]]) -> [Int] {
    var removed: [Int] = []
    for edition in archivedEditions.filter({ $0 != standing }).dropLast(keep) {
      let folder = archived(edition)
      if FileSystem.isLink(folder) { continue }
      guard let outputs = known[edition], EditionFolders.holds(folder, outputs) else { continue }
      for output in outputs { FileSystem.remove(FileSystem.join(folder, output.name)) }
      // Any other file stays, and so does the folder.
      if FileSystem.removeEmptyFolder(folder) { removed.append(edition) }
    }
    return removed
  }
}
