import Foundation
import Model
import Platform
import Reports
import Sheets

extension ReportDefinition {
  /// The files that the definition's inputs name now, in reading order.
  func findInputs() throws(TallyError) -> [InputRequest] {
    var found: [InputRequest] = []
    var origins: [String: (index: Int, place: DefinitionPlace)] = [:]
    var missing: [Failure] = []
    var conflicts: [Failure] = []
    for input in inputs {
      let (pattern, sheet) = WorkbookPath.split(DefinitionPath.join(folder, input.pattern))
      let files: [String]
      do throws(SystemError) { files = try FilePattern(pattern).files() } catch {
        throw TallyError(.input(.system(error)), at: error.path)
      }
      if files.isEmpty, !input.isOptional {
        missing.append(Failure(.run(.inputsNotFound(missingFault(input))), at: filePlace(input.place)))
      }
      for file in files where PublishedEdition.holds(file) {
        conflicts.append(Failure(.definition(.readsEdition(file: file)), at: filePlace(input.place)))
      }
      for file in files {
        let key =
          "\(input.kind.rawValue)|\(input.role?.name ?? "")|\(DefinitionPath.settled(file))|\(sheet ?? "")"
        if let origin = origins[key] {
          // Patterns may overlap; what both say of the file must agree.
          let earlier = found[origin.index]
          if earlier.event != input.event {
            let fault = DefinitionFault.twoEvents(
              file: file, event: input.event, line: origin.place.line, other: earlier.event)
            conflicts.append(Failure(.definition(fault), at: filePlace(input.place)))
          }
          continue
        }
        origins[key] = (found.count, input.place)
        var request = InputRequest(
          path: file, kind: input.kind, role: input.role, event: input.event, encoding: input.encoding,
          delimiter: input.delimiter, sheet: sheet, columns: input.columns)
        request.units = input.units
        request.fillDown = input.fillDown.filter { Column.all(of: input.kind).contains($0) }
        found.append(request)
      }
    }
    if !conflicts.isEmpty { throw TallyError(conflicts) }
    if !missing.isEmpty { throw TallyError(missing) }
    guard found.contains(where: { $0.kind == .consultations }) else {
      throw TallyError(.run(.inputsNotFound(.noConsultations)), at: path)
    }
    return found
  }

  private func filePlace(_ place: DefinitionPlace) -> FilePlace {
    FilePlace(path, line: place.line, column: place.column)
  }

  private func missingFault(_ input: InputDefinition) -> InputSearchFault {
    let whole = WorkbookPath.split(DefinitionPath.join(folder, input.pattern)).path
    if FileSystem.isFolder(whole) { return .isFolder(whole, pattern: input.pattern) }
    let searched = FilePattern(whole).searchedFolder
    return .noMatch(
      pattern: input.pattern, isPattern: FilePattern.hasWildcards(whole), folder: searched,
      folderExists: FileSystem.isFolder(searched))
  }
}

/// A path whose parts may be patterns.
///
/// `*` is any text, `?` one character, `[a-c]` one of several and `[!a-c]` none of them; none of these matches
/// a slash, nor a point or `~$` at the beginning of a name, with which hidden files and office programs' locks
/// begin. `**` as a whole part is any number of folders. A file that is called as the pattern is written is
/// taken itself.
struct FilePattern {
  private let path: String

  init(_ path: String) { self.path = path }

  static func hasWildcards(_ text: some StringProtocol) -> Bool { text.contains { "*?[".contains($0) } }

  /// The folder in which the first pattern is looked for.
  var searchedFolder: String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    let first = parts.firstIndex { FilePattern.hasWildcards($0) } ?? parts.count - 1
    parts = Array(parts.prefix(max(0, first)))
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// The files that fit, in order of their paths' bytes.
  ///
  /// - Throws: `SystemError` where a folder that is to be looked through cannot be: what lies in it would be left out
  ///   without a word.
  func files() throws(SystemError) -> [String] {
    if FileSystem.exists(path) { return FileSystem.isFolder(path) ? [] : [path] }
    guard FilePattern.hasWildcards(path) else { return [] }
    let parts = path.split(separator: "/").filter { $0 != "." }.map(String.init)
    var found: Set<String> = []
    try search(path.hasPrefix("/") ? "/" : "", parts[...], depth: 0, into: &found)
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func search(
    _ folder: String, _ parts: ArraySlice<String>, depth: Int, into found: inout Set<String>
  ) throws(SystemError) {
    guard let part = parts.first else { return }
    let rest = parts.dropFirst()
    func child(_ name: String) -> String {
      folder.isEmpty || folder == "/" ? folder + name : "\(folder)/\(name)"
    }
    if part == "**" {
      try search(folder, rest.isEmpty ? ["*"] : rest, depth: depth, into: &found)
      guard depth < 64 else { return }
      for name in try names(in: folder) where !FilePattern.isHidden(name) {
        let next = child(name)
        // A link to a folder above would be followed for ever.
        if FileSystem.isFolder(next), !FilePattern.isLink(next) {
          try search(next, parts, depth: depth + 1, into: &found)
        }
      }
      return
    }
    guard FilePattern.hasWildcards(part) else {
      let next = child(part)
      if let fault = FileSystem.searchFault(folder) { throw fault }
      if rest.isEmpty {
        if FileSystem.exists(next), !FileSystem.isFolder(next) { found.insert(next) }
      } else if FileSystem.isFolder(next) {
        try search(next, rest, depth: depth, into: &found)
      }
      return
    }
    let pattern = Array(part)
    for name in try names(in: folder) where FilePattern.fits(pattern[...], Array(name)[...]) {
      if FilePattern.isHidden(name), !FilePattern.isHidden(part) { continue }
      let next = child(name)
      if rest.isEmpty {
        if !FileSystem.isFolder(next) { found.insert(next) }
      } else if FileSystem.isFolder(next) {
        try search(next, rest, depth: depth, into: &found)
      }
    }
  }

  private func names(in folder: String) throws(SystemError) -> [String] {
    do throws(SystemError) { return try FileSystem.names(in: folder.isEmpty ? "." : folder) } catch {
      if error.isMissing { return [] }
      throw error
    }
  }

  private static func isHidden(_ name: String) -> Bool { name.hasPrefix(".") || name.hasPrefix("~$") }

  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  /// Whether a name fits a pattern; characters compare by what they look like, however they are composed.
  static func fits(_ pattern: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Bool {
    var pattern = pattern
    var name = name
    // Where to go on if what follows the last star does not fit: one character later.
    var retry: (pattern: ArraySlice<Character>, name: ArraySlice<Character>)?
    while !(pattern.isEmpty && name.isEmpty) {
      if let sign = pattern.first {
        if sign == "*" {
          retry = (pattern, name)
          pattern = pattern.dropFirst()
          continue
        }
        if let letter = name.first {
          if sign == "[", let (holds, rest) = set(pattern, letter) {
            if holds {
              pattern = rest
              name = name.dropFirst()
              continue
            }
          } else if sign == "?" || sign == letter {
            pattern = pattern.dropFirst()
            name = name.dropFirst()
            continue
          }
        }
      }
      guard let last = retry, !last.name.isEmpty else { return false }
      retry = (last.pattern, last.name.dropFirst())
      pattern = last.pattern.dropFirst()
      name = last.name.dropFirst()
    }
    return true
  }

  /// Whether a set such as `[a-c]` at the beginning of a pattern holds a letter, and what follows it; nil where
  /// the bracket is never closed and stands for itself.
  private static func set(
    _ pattern: ArraySlice<Character>, _ letter: Character
  ) -> (holds: Bool, rest: ArraySlice<Character>)? {
    var rest = pattern.dropFirst()
    let negated = rest.first == "!" || rest.first == "^"
    if negated { rest = rest.dropFirst() }
    var holds = false
    var isFirst = true
    while let low = rest.first {
      if low == "]", !isFirst { return (holds != negated, rest.dropFirst()) }
      isFirst = false
      rest = rest.dropFirst()
      if rest.first == "-", let high = rest.dropFirst().first, high != "]" {
        rest = rest.dropFirst(2)
        if low <= high, (low...high).contains(letter) { holds = true }
      } else if low == letter {
        holds = true
      }
    }
    return nil
  }
}

/// Names with `*`, `?` and sets, as inputs have them.
package enum NamePattern {
  /// Whether a name fits a pattern.
  package static func fits(_ pattern: String, _ name: String) -> Bool {
    FilePattern.fits(Array(pattern)[...], Array(name)[...])
  }
}
