// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building and testing TradeTally needs no fuzzer. `script/fuzz` builds and runs it.
// CScan, CSV, TradeModel and Values are links to the sources of the same name: the fuzzer has to see into them
// while the compiler counts their branches.

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
  name: "TradeTallyFuzz",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "CScan"),
    .target(name: "CSV", dependencies: ["CScan"], swiftSettings: settings),
    .target(name: "TradeModel", swiftSettings: settings),
    .target(name: "Values", dependencies: ["TradeModel"], swiftSettings: settings),
    .executableTarget(
      name: "Fuzz", dependencies: ["CSV", "TradeModel", "Values"], swiftSettings: settings),
  ]
)
