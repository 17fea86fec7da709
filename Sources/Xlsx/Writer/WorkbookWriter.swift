import CXlsxWriter

/// Writes one workbook, whole and checked, or throws.
///
/// ```swift
/// try WorkbookWriter.write(to: path, properties: WorkbookProperties(title: "Report", created: 1_604_016_000)) {
///   book in
///   let sheet = try book.addSheet(named: "Summary")
///   try sheet.write(.text("Held"), row: 0, column: 0)
///   try sheet.write(.number(100), row: 0, column: 1)
/// }
/// ```
///
/// The library below has static state and no locks, and reports success in many cases in which the file is wrong;
/// everything that is known of that is guarded here. The file is written straight to the path, which should
/// be a temporary one that the caller renames; on any error nothing is left there.
package final class WorkbookWriter {
  let core: WorkbookCore

  private init(core: WorkbookCore) { self.core = core }

  /// Workbooks of one date may be written at the same time, see `LibraryGate`.
  private static let gate = LibraryGate()

  /// Writes the workbook that `body` fills to `path`, and reads it back before it returns.
  ///
  /// Calls from several threads wait for one another where their dates differ, so that a call inside `body` might
  /// wait forever.
  package static func write(
    to path: String, properties: WorkbookProperties, options: WorkbookOptions = WorkbookOptions(),
    _ body: (WorkbookWriter) throws -> Void
  ) throws {
    try gate.pass(created: properties.created) {
      let core = try WorkbookCore(path: path, properties: properties, options: options)
      do {
        try body(WorkbookWriter(core: core))
        try gate.quietly { try core.close() }
      } catch {
        core.abandon()
        throw error
      }
    }
  }

  /// Adds a sheet after the others.
  package func addSheet(named name: String) throws(WorkbookError) -> SheetWriter {
    try core.addSheet(named: name)
    return SheetWriter(core: core, index: core.sheets.count - 1)
  }

  /// The library's version, for example `1.1.4`.
  package static var libraryVersion: String { String(cString: lxw_version()) }
}
