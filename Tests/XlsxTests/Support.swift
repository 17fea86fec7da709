import Foundation

@testable import Xlsx
@testable import Zip

/// A directory of its own for one test, removed with it.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "workbook-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var target: String { path + "/book.xlsx" }

  var isEmpty: Bool { (try? FileManager.default.contentsOfDirectory(atPath: path).isEmpty) ?? false }
}

/// The properties of the tests' workbooks.
let properties = WorkbookProperties(title: "Test", created: 1_604_016_000)

/// Writes a workbook and gives its parts back as text.
func parts(
  options: WorkbookOptions = WorkbookOptions(), _ body: (WorkbookWriter) throws -> Void
) throws -> Parts {
  let scratch = try Scratch()
  try WorkbookWriter.write(to: scratch.target, properties: properties, options: options, body)
  return try Parts(path: scratch.target)
}

/// The error that writing a workbook ends with; nil where it succeeds.
func error(
  options: WorkbookOptions = WorkbookOptions(), _ body: (WorkbookWriter) throws -> Void
) throws -> WorkbookError? {
  let scratch = try Scratch()
  do {
    try WorkbookWriter.write(to: scratch.target, properties: properties, options: options, body)
    return nil
  } catch let error as WorkbookError {
    // Whatever went wrong, nothing may be left behind.
    return scratch.isEmpty ? error : nil
  }
}

/// The members of a written workbook.
struct Parts {
  let bytes: [UInt8]
  let zip: ZipReader

  init(path: String) throws {
    bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    zip = try ZipReader(bytes)
  }

  subscript(name: String) -> String {
    guard let content = try? zip.content(of: name) else { return "" }
    return String(decoding: content, as: UTF8.self)
  }

  func sheet(_ number: Int) -> String { self["xl/worksheets/sheet\(number).xml"] }
  var strings: [String] {
    self["xl/sharedStrings.xml"].components(separatedBy: "<si>").dropFirst().map { item in
      let open = item.range(of: ">").map { item[$0.upperBound...] } ?? ""
      return String(open.range(of: "</t>").map { open[..<$0.lowerBound] } ?? "")
    }
  }
}
