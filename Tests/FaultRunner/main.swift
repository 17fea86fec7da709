import Definitions
import Ledger
import SystemCalls
import TradeModel
import Workspace

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Runs one definition as `tradetally run` does and ends itself, as by kill -9, when a step is done.
// Arguments: the definition, the step, "exchange" or "link".

let arguments = CommandLine.arguments
guard arguments.count == 4, let step = RunStep(rawValue: arguments[2]) else { exit(64) }
do throws(TallyError) {
  let definition = try ReportDefinition.load(path: arguments[1])
  let report = try definition.resolve(today: definition.today(unixTime: SystemClock.unixTime))
  var plan = RunPlan(
    request: report.request, output: report.outputFolder, definition: definition.path,
    definitionHash: definition.sha256)
  plan.retention = definition.retention
  var options = RunOptions(program: "test")
  options.exchanges = arguments[3] == "exchange"
  options.passed = { if $0 == step { kill(getpid(), SIGKILL) } }
  let workspace = WorkspaceFolder(definition: definition.path)
  let lock = try workspace.lock(definition: definition.path, waits: false)
  let ledger = try workspace.openLedger()
  _ = try ReportRunner(workspace, ledger: ledger, options: options).run(plan)
  _ = lock.path
} catch {
  Streams.message(error.message)
  exit(error.category.rawValue)
}
