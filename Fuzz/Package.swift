// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building and testing TradeTally needs no fuzzer. `script/fuzz` builds and runs it.
// The other targets are links to the sources of the same name: the fuzzer has to see into them while the compiler
// counts their branches.

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
  name: "TradeTallyFuzz",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "CScan"),
    .target(name: "CProcess"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    .systemLibrary(name: "CExpat", pkgConfig: "expat"),
    .target(name: "Platform", dependencies: ["CProcess"], swiftSettings: settings),
    .target(name: "Zip", dependencies: ["CZlib", "Platform"], swiftSettings: settings),
    .target(name: "XML", dependencies: ["CExpat"], swiftSettings: settings),
    .target(name: "Encodings", swiftSettings: settings),
    .target(name: "Records", dependencies: ["CScan", "Encodings"], swiftSettings: settings),
    .target(name: "Model", dependencies: ["Platform", "Encodings"], swiftSettings: settings),
    .target(
      name: "Sheets", dependencies: ["XML", "Zip", "Records", "Model", "Platform"], swiftSettings: settings),
    .target(name: "Repair", dependencies: ["Encodings", "Records"], swiftSettings: settings),
    .target(name: "Values", dependencies: ["Model"], swiftSettings: settings),
    .executableTarget(
      name: "Fuzz", dependencies: ["Encodings", "Records", "Repair", "Zip", "Sheets", "Model", "Values"],
      swiftSettings: settings),
  ]
)
