import Foundation
import TestSupport

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
