import Definitions
import Documents
import Foundation
import Ledger
import Model
import Platform
import Reports
import Testing

@testable import Workspace

#if canImport(Glibc)
  import Glibc
#endif

/// A workspace in a folder of its own with one definition and two small sheets; removed with the object.
final class Sandbox {
  let root: String
  var definition: String { "\(root)/reports/event.yaml" }
  var report: String { "\(root)/out/event" }
  var consultations: String { "\(root)/data/consultations.csv" }

  /// - Parameter extra: more lines of the definition.
  init(extra: String = "", formats: String = "[txt, json]") throws {
    var template = Array("\(NSTemporaryDirectory())/tradetally-test.XXXXXX".utf8CString)
    root = try #require(mkdtemp(&template).flatMap { FileSystem.realPath(String(cString: $0)) })
    for folder in ["reports", "data"] { try FileSystem.makeFolder("\(root)/\(folder)") }
    try write("data/registrations.csv", Sandbox.registrations)
    try write("data/consultations.csv", Sandbox.meetings)
    try define(extra, formats: formats)
    // So that the workspace is the folder itself, not reports.
    try newLedger()
  }

  deinit {
    FileSystem.removeTree(root)
  }

  /// Begins a ledger in the place of the one that was there.
  func newLedger() throws {
    for ending in ["", "-wal", "-shm"] { FileSystem.remove("\(root)/\(RunLedger.fileName)\(ending)") }
    _ = try RunLedger(path: "\(root)/\(RunLedger.fileName)")
  }

  func define(_ extra: String, formats: String = "[txt, json]", name: String = "event") throws {
    try write(
      "reports/event.yaml",
      """
      kind: post-event
      name: \(name)
      event: forum
      inputs:
        registrations: ../data/registrations.csv
        consultations: ../data/consultations.csv
      output: ../out
      formats: \(formats)
      \(extra)

      """)
  }

  static let registrations = """
    registration_id,role,organization,country,sector
    S1,supplier,Alpha,KR,food
    S2,supplier,Beta,KR,steel
    B1,buyer,Gamma,JP,
    B2,buyer,Delta,RU,

    """

  static let meetings = """
    supplier_id,buyer_id,held_at,status,outcome,consulted_amount,currency
    S1,B1,2020-10-30,completed,mou,1000,USD
    S2,B2,2020-10-30,completed,none,500,USD

    """

  static let oneMore = "S2,B1,2020-10-30,completed,none,250.50,USD\n"

  func write(_ path: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(root)/\(path)"))
  }

  func addMeeting() throws { try write("data/consultations.csv", Sandbox.meetings + Sandbox.oneMore) }

  func text(_ path: String) throws -> String {
    try String(decoding: Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)")), as: UTF8.self)
  }

  /// Every file below the report's folder and its earlier editions, with its content.
  ///
  /// - Parameter out: the output folder.
  func editions(in out: String = "out") throws -> [String: [String: String]] {
    var all: [String: [String: String]] = [:]
    for (name, folder) in try editionFolders(out) { all[name] = try files(folder) }
    return all
  }

  private func editionFolders(_ out: String) throws -> [(String, String)] {
    let (report, archive) = ("\(out)/event", "\(out)/.editions/event")
    let numbers = (try? FileSystem.names(in: "\(root)/\(archive)")) ?? []
    return (FileSystem.exists("\(root)/\(report)") ? [("now", report)] : [])
      + numbers.map { ($0, "\(archive)/\($0)") }
  }

  /// The files of a folder with their content.
  func files(_ folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for file in try FileSystem.names(in: "\(root)/\(folder)") {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(folder)/\(file)"))
      files[file] = String(decoding: data, as: UTF8.self)
    }
    return files
  }

  /// What lies in the output folder beside the report and the earlier editions.
  func leftOvers(in out: String = "out") throws -> [String] {
    try FileSystem.names(in: "\(root)/\(out)").filter { ![".editions", "event"].contains($0) }
  }

  var workspace: WorkspaceFolder { WorkspaceFolder(definition: definition) }

  func ledger() throws -> RunLedger { try workspace.openLedger() }

  func plan(asOf: Day? = nil, _ change: (inout RunPlan) -> Void = { _ in }) throws -> RunPlan {
    let definition = try ReportDefinition.load(path: definition)
    let report = try definition.resolve(today: try #require(Day(iso: "2020-11-01")), asOf: asOf)
    var plan = RunPlan(
      request: report.request, output: report.outputFolder, definition: definition.path,
      definitionHash: definition.sha256)
    plan.isFinal = definition.status == .final
    plan.retention = definition.retention
    change(&plan)
    return plan
  }

  @discardableResult
  func run(
    asOf: Day? = nil, _ set: (inout RunOptions) -> Void = { _ in },
    plan change: (inout RunPlan) -> Void = { _ in }
  ) throws -> RunOutcome {
    var options = RunOptions(program: "1.0")
    set(&options)
    return try ReportRunner(workspace, ledger: try ledger(), options: options).run(
      try plan(asOf: asOf, change))
  }
}

/// Runs programs that were built with the tests.
enum Program {
  /// The folder with the products of the build.
  static let folder: String = {
    let arguments = CommandLine.arguments
    var path = arguments.first ?? ""
    if let at = arguments.firstIndex(of: "--test-bundle-path"), at + 1 < arguments.count {
      path = arguments[at + 1]
    }
    if let own = FileSystem.linkTarget("/proc/self/exe"), own.contains(".xctest") { path = own }
    var folder = URL(fileURLWithPath: path)
    while folder.path != "/", !FileSystem.exists(folder.appendingPathComponent("tradetally").path) {
      folder.deleteLastPathComponent()
    }
    return folder.path
  }()

  struct Result {
    var code: Int32
    var output: String
    var messages: String
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - limits: a command of the shell that comes before, for example `ulimit -f 8`.
  ///   - tool: a command that runs the program, for example `strace -f`.
  static func start(
    _ name: String, _ arguments: [String], limits: String = ":", tool: String = "",
    environment: [String: String] = [:]
  ) throws -> (process: Process, output: Pipe, messages: Pipe) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\(limits); exec \(tool) \"$0\" \"$@\"", "\(folder)/\(name)"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, messages) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    return (process, output, messages)
  }

  static func run(
    _ name: String, _ arguments: [String], limits: String = ":", tool: String = "",
    environment: [String: String] = [:]
  ) throws -> Result {
    let (process, output, messages) = try start(
      name, arguments, limits: limits, tool: tool, environment: environment)
    return result(of: process, output, messages)
  }

  /// Runs what stands in the path of programs, for example `["unshare", "--mount", "true"]`.
  static func run(command: [String]) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let (output, messages) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    return result(of: process, output, messages)
  }

  /// Runs a line of the shell and gives its exit code.
  static func shell(_ line: String) throws -> Int32 { try run(command: ["sh", "-c", line]).code }

  /// Waits for a program and takes what it says.
  private static func result(of process: Process, _ output: Pipe, _ messages: Pipe) -> Result {
    let out = output.fileHandleForReading.readDataToEndOfFile()
    let err = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let code =
      process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    return Result(
      code: code, output: String(decoding: out, as: UTF8.self), messages: String(decoding: err, as: UTF8.self)
    )
  }
}

/// Runs the program.
func run(_ arguments: String...) throws -> Program.Result { try Program.run("tradetally", arguments) }

/// The error that a body throws.
func failure(_ body: () throws -> Void) throws -> TallyError {
  do { try body() } catch let error as TallyError { return error }
  throw Missing()
}

struct Missing: Error {}

extension TallyError {
  /// What it says in English.
  var message: String { message(.en) }
}
