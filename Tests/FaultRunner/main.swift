import Definitions
import Documents
import Ledger
import Model
import Platform
import Workspace

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Runs one definition as `tradetally run` does and ends itself when a step is done, by SIGKILL or another signal.
// Arguments: the definition, the step, "exchange" or "link", and the signal's number if it is not SIGKILL.

/// Where a step and the one of the signal stand in the order of steps.
func places(of passed: RunStep, _ step: RunStep) -> (Int, Int)? {
  guard let place = RunStep.allCases.firstIndex(of: passed), let sent = RunStep.allCases.firstIndex(of: step)
  else { return nil }
  return (place, sent)
}

let arguments = CommandLine.arguments
guard (4...5).contains(arguments.count), let step = RunStep(rawValue: arguments[2]) else { exit(64) }
do throws(TallyError) {
  let definition = try ReportDefinition.load(path: arguments[1])
  let report = try definition.resolve(today: definition.today(unixTime: SystemClock.unixTime))
  var plan = RunPlan(
    request: report.request, output: report.outputFolder, definition: definition.path,
    definitionHash: definition.sha256)
  plan.retention = definition.retention
  var options = RunOptions(program: "test")
  options.exchanges = arguments[3] == "exchange"
  let signal = arguments.count == 5 ? Int32(arguments[4]) ?? SIGTERM : SIGKILL
  let termination = signal == SIGKILL ? nil : Termination()
  options.passed = { passed in
    guard let (place, sent) = places(of: passed, step), place >= sent else { return }
    if place == sent { kill(getpid(), signal) }
    // While the edition is published the signal waits; at any other time the run gets no further.
    while ![.recorded, .ready, .exchanged, .archived].contains(passed) { pause() }
  }
  let workspace = WorkspaceFolder(definition: definition.path)
  let lock = try workspace.lock(definition: definition.path, waits: false)
  let ledger = try workspace.openLedger()
  _ = try ReportRunner(
    workspace, ledger: ledger, options: options, termination: termination
  ).run(plan)
  _ = lock.path
} catch {
  Streams.message(error.message(.en))
  exit(error.category.rawValue)
}
