import Foundation

/// A page of the manual, read for its tables.
package struct ManualPage {
  private let lines: [Substring]

  /// Reads a file of the project, `docs/rows.md`.
  package init(_ name: String) throws {
    lines = try Repository.text(name).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The lines of a section up to the next heading; empty where the page has no such heading.
  package func section(_ heading: String) -> [Substring] {
    guard let start = lines.firstIndex(where: { $0.hasPrefix("#") && $0.trimmingMarks == heading }) else {
      return []
    }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("#") })
  }

  /// The rows of a section's tables without their headers; each row is its cells.
  package func rows(_ heading: String) -> [[String]] {
    let section = section(heading)
    return section.indices.filter { at in
      section[at].hasPrefix("|") && !section[at].hasPrefix("| ---")
        && !(at + 1 < section.count && section[at + 1].hasPrefix("| ---"))
    }.map { at in
      section[at].dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// What stands between backticks in a text.
  package static func code(_ text: some StringProtocol) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

extension Substring {
  fileprivate var trimmingMarks: String { drop { $0 == "#" }.trimmingCharacters(in: .whitespaces) }
}
