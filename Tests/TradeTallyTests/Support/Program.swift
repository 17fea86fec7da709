import Foundation

/// What a run of the program said.
struct Answer {
  var code: Int32
  var output: String
  var messages: String
}

/// The program, as it was built beside the tests.
enum Program {
  /// The folder of built products: the one of the test bundle, or of the bundle's program on Linux.
  static let path: String = {
    let starts = CommandLine.arguments.filter { $0.contains(".xctest") } + [CommandLine.arguments[0]]
    for start in starts {
      var folder = URL(fileURLWithPath: start)
      for _ in 0..<5 {
        folder.deleteLastPathComponent()
        let program = folder.appendingPathComponent("tradetally").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: program, isDirectory: &isFolder), !isFolder.boolValue {
          return program
        }
      }
    }
    return "tradetally-was-not-found-beside-the-tests"
  }()

  /// Runs the program with nothing in its environment but what is given.
  static func run(
    _ arguments: [String], in folder: Folder? = nil, environment: [String: String] = [:]
  ) throws -> Answer {
    try run(program: path, arguments, in: folder, environment: environment)
  }

  /// Runs any program; standard output and error go to files, which never fill up as pipes do.
  static func run(
    program: String, _ arguments: [String], in folder: Folder? = nil, environment: [String: String] = [:]
  ) throws -> Answer {
    let scratch = try Folder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = (folder ?? scratch).url
    // What script/sanitize says to the sanitizer is for the program as well.
    let sanitizer = ProcessInfo.processInfo.environment.filter { $0.key == "ASAN_OPTIONS" }
    process.environment = ["PATH": "/usr/bin:/bin"].merging(sanitizer) { $1 }.merging(environment) { $1 }
    func handle(_ name: String) throws -> FileHandle {
      try scratch.write(name, "")
      return try FileHandle(forWritingTo: scratch.url.appendingPathComponent(name))
    }
    process.standardOutput = try handle("output")
    process.standardError = try handle("messages")
    process.standardInput = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    ended.wait()
    return Answer(
      code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: try scratch.text("output"), messages: try scratch.text("messages"))
  }
}

/// A folder of a test, removed with its last reference.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tradetally-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func write(_ name: String, _ data: Data) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func data(_ name: String) throws -> Data { try Data(contentsOf: url.appendingPathComponent(name)) }
  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }
  func json(_ name: String) throws -> JSON { try JSON(data(name)) }

  /// Every file below the folder by its relative path.
  func files(_ folder: String = "") throws -> [String: Data] {
    var files: [String: Data] = [:]
    let root = folder.isEmpty ? url : url.appendingPathComponent(folder)
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let file = root.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = try Data(contentsOf: file)
      }
    }
    return files
  }
}
