import Model
import Platform
import Values
import Yams

/// From a definition's bytes to its tree of values.
enum DefinitionText {
  /// Larger files are refused unread.
  static let largestFile = 1 << 20

  /// The mapping at the root, or nil with an error in the log.
  static func root(_ bytes: [UInt8], log: IssueLog) -> Node? {
    guard let text = decode(bytes, log: log) else { return nil }
    do {
      // Values are read as typed; without rules the parser guesses no types, for which it would build tables.
      guard let root = try Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot() else {
        log.add(nil, .isEmpty)
        return nil
      }
      guard case .mapping = root else {
        // The whole file may be one value, where a data file was given as a definition.
        log.add(root.place, .noKeys(found: root.scalar == nil || root.isUnset ? root.what : .plain))
        return nil
      }
      return root
    } catch let error as YamlError {
      report(error, text, log)
    } catch {
      log.add(nil, .yaml(.other, detail: "\(error)"))
    }
    return nil
  }

  private static func decode(_ bytes: [UInt8], log: IssueLog) -> String? {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      log.add(nil, .utf16)
      return nil
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    // The longest valid beginning shows where the encoding breaks; each character is at most four bytes long.
    var line = 1
    var column = 1
    var decoder = UTF8()
    var input = bytes.makeIterator()
    reading: while true {
      switch decoder.decode(&input) {
      case .scalarValue("\n"): (line, column) = (line + 1, 1)
      case .scalarValue: column += 1
      case .emptyInput, .error: break reading
      }
    }
    log.add(DefinitionPlace(line: line, column: column), .notUTF8)
    return nil
  }

  private static func report(_ error: YamlError, _ text: String, _ log: IssueLog) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      log.add(DefinitionPlace(mark), .yaml(kind(of: problem), detail: problem))
    case .duplicatedKeysInMapping(let keys, let context):
      log.add(DefinitionPlace(context.mark), .sameKeyTwice(keys.map { shortened("\($0)") }))
    case .reader(let problem, let offset, _, _):
      log.add(offset.map { place(of: $0, in: text) }, .yaml(.character, detail: problem))
    default:
      log.add(nil, .yaml(.other, detail: "\(error)"))
    }
  }

  private static func place(of offset: Int, in text: String) -> DefinitionPlace {
    var place = DefinitionPlace(line: 1, column: 1)
    for character in text.prefix(offset) {
      if character.isNewline {
        place = DefinitionPlace(line: place.line + 1, column: 1)
      } else {
        place.column += character.unicodeScalars.count
      }
    }
    return place
  }

  /// Which of the commonest errors it is, by the parser's words.
  private static func kind(of problem: String) -> YAMLFault {
    if problem.contains("cannot start any token") || problem.contains("tab character") { return .tab }
    if problem.contains("mapping values are not allowed") { return .colon }
    if problem.contains("expected ':'") { return .missingColon }
    if problem.contains("alias") || problem.contains("alphabetic or numeric") { return .star }
    if problem.contains("did not find expected") || problem.contains("indentation") { return .indentation }
    if problem.contains("another document") { return .secondDocument }
    return .other
  }
}

extension DefinitionPlace {
  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}

extension Node {
  /// Where the value begins.
  var place: DefinitionPlace { mark.map { DefinitionPlace($0) } ?? DefinitionPlace(line: 1, column: 1) }

  /// What kind of value it is, for messages.
  var what: DefinitionFault.Found {
    switch self {
    case .scalar(let scalar): isUnset ? .nothing : .text(shortened(scalar.string))
    case .mapping: .keys
    case .sequence: .list
    case .alias: .alias
    }
  }

  /// Whether nothing stands there: an empty value, `~` or `null` without quotes.
  var isUnset: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}

/// A text short enough and plain enough for a message, which the ledger keeps.
///
/// Nothing stands for one that could be somebody's address or number: a data file may have been given as a definition.
func shortened(_ text: String) -> String {
  if text.looksLikeContact { return "…" }
  let line = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : String($0) }.joined()
  return line.count > 30 ? line.prefix(27) + "…" : line
}

extension SystemError {
  /// The code of a file over the limit (`EFBIG`, the same on Linux and macOS).
  static let tooLarge: Int32 = 27
}
