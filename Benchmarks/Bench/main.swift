import Foundation

// bench data FOLDER [--rows N] [--registrations N] [--files N] [--columns N] [--flagged PERCENT] [--quoted]
//            [--seed N]
// bench micro

var arguments = CommandLine.arguments.dropFirst()
switch arguments.popFirst() {
case "data":
  guard let folder = arguments.popFirst() else { fail("data needs a folder") }
  var generator = Generator()
  while let option = arguments.popFirst() {
    if option == "--quoted" {
      generator.isQuoted = true
      continue
    }
    guard let number = arguments.popFirst().flatMap({ Int($0) }) else { fail("\(option) needs a number") }
    switch option {
    case "--rows": generator.rows = number
    case "--registrations": generator.registrations = number
    case "--files": generator.files = number
    case "--columns": generator.columns = number
    case "--flagged": generator.flagged = number
    case "--seed": generator.seed = UInt64(number)
    default: fail("\(option) is no option")
    }
  }
  try generator.write(to: folder)
case "micro":
  try Micro().run()
default:
  fail("expected data or micro")
}

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("bench: \(message)\n".utf8))
  exit(64)
}
