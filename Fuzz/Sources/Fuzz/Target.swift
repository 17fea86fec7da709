import Foundation

/// One thing that is fuzzed.
struct Target: Sendable {
  var name: String
  /// Runs one input; traps where something that must hold does not.
  var run: @Sendable (UnsafeRawBufferPointer) -> Void

  static let all = [
    Target(name: "scan", run: fuzzScan),
    Target(name: "blocks", run: fuzzBlocks),
    Target(name: "decode", run: fuzzDecode),
    Target(name: "evidence", run: fuzzEvidence),
    Target(name: "table", run: fuzzTable),
    Target(name: "workbook", run: fuzzWorkbook),
    Target(name: "rows", run: fuzzRows),
    Target(name: "ods", run: fuzzOds),
    Target(name: "formats", run: fuzzFormats),
    Target(name: "amounts", run: fuzzAmounts),
    Target(name: "dates", run: fuzzDates),
    Target(name: "organizations", run: fuzzOrganizations),
    Target(name: "names", run: fuzzNames),
    Target(name: "fold", run: fuzzFold),
  ]

  /// The target that the environment names: one program holds them all.
  static let chosen = all.first { $0.name == ProcessInfo.processInfo.environment["TRADETALLY_FUZZ"] }
}

/// Ends the run, as libFuzzer expects of a defect.
func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}

/// Called by libFuzzer before anything else; refuses to run without a target.
@_cdecl("LLVMFuzzerInitialize")
func initialize(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
) -> CInt {
  guard Target.chosen == nil else { return 0 }
  let names = Target.all.map(\.name).joined(separator: " ")
  FileHandle.standardError.write(Data("TRADETALLY_FUZZ has to name one of: \(names)\n".utf8))
  exit(64)
}

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Target.chosen?.run(UnsafeRawBufferPointer(start: bytes, count: count))
  return 0
}
