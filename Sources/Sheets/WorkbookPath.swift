import Platform

/// How a sheet is named together with its file: `data.xlsx#Sheet1`.
package enum WorkbookPath {
  private static let endings = [".xlsx#", ".xlsm#", ".xltx#", ".xltm#", ".ods#", ".ots#"]

  /// Takes a name apart; a file that is called as the whole text says has no sheet named.
  package static func split(_ text: String) -> (path: String, sheet: String?) {
    let lower = text.lowercased()
    // Lower case may have another number of letters, but not where it matters.
    guard lower.count == text.count, !FileSystem.exists(text) else { return (text, nil) }
    let cuts = endings.compactMap { lower.firstRange(of: $0)?.upperBound }.map {
      lower.distance(from: lower.startIndex, to: $0)
    }
    guard let cut = cuts.min(), cut < text.count else { return (text, nil) }
    let sheet = text.index(text.startIndex, offsetBy: cut)
    return (String(text[..<text.index(before: sheet)]), String(text[sheet...]))
  }
}
