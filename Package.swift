// swift-tools-version: 6.1
import PackageDescription

// Data flows one way: bytes → records → rows → outcomes → documents.
// A target may depend only on targets that stand before it in this list.

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6)]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "TradeTally",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "tradetally", targets: ["tradetally"]),
    .library(name: "CSV", targets: ["CSV"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // C: the vector instructions of the scanner, and the system's libxlsxwriter.
    .target(name: "CScan"),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),

    // Foundations.
    module("SystemCalls"),
    module("CompactTables", ["CScan"]),

    // bytes → records
    module("CSV", ["CScan"]),

    // records → rows
    module("TradeModel"),
    module("Values", ["TradeModel"]),
    module(
      "Importers",
      [
        "CSV", "Values", "TradeModel", "CompactTables", "SystemCalls",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // rows → outcomes
    module("Aggregation", ["Importers", "TradeModel", "CompactTables", "SystemCalls"]),

    // outcomes → documents
    module("Workbook", ["CXlsxWriter", "SystemCalls"]),
    module("Exporters", ["TradeModel", "Values", "Workbook", "SystemCalls"]),

    // all of it in one run
    module(
      "Reports",
      [
        "Aggregation", "Importers", "Exporters", "Values", "TradeModel", "SystemCalls",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // what an official writes → a report that can run
    module(
      "Definitions",
      [
        "Reports", "CSV", "Values", "TradeModel", "SystemCalls",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ]),

    // reports that run by themselves: what was published from what, and editions that appear whole
    module("Ledger", ["TradeModel", "SystemCalls", .product(name: "GRDB", package: "GRDB.swift")]),
    module("Workspace", ["Ledger", "Reports", "Exporters", "TradeModel", "SystemCalls"]),

    .executableTarget(
      name: "tradetally",
      dependencies: [
        "Workspace", "Ledger", "Definitions", "Reports", "Exporters", "CSV", "Values", "TradeModel",
        "SystemCalls",
        "Workbook",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings,
      // The program has 98,000 addresses to adjust when it starts; packed, their list is 2 MB shorter, which is a
      // millisecond and some memory in every run. gold, the usual linker, cannot do so; glibc can since 2.36.
      linkerSettings: [
        .unsafeFlags(
          ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"],
          .when(platforms: [.linux], configuration: .release))
      ]),

    // Makes data and measures parts of the program; for `script/bench` only.
    .executableTarget(
      name: "Bench", dependencies: ["CSV", "CompactTables", "SystemCalls", "TradeModel", "Values"],
      path: "Benchmarks/Bench", swiftSettings: settings),

    tests("CSVTests", ["CSV"]),
    tests("ValuesTests", ["Values", "TradeModel"]),
    tests("CompactTablesTests", ["CompactTables"]),
    tests("ImportersTests", ["Importers", "CSV", "Values", "TradeModel"]),
    tests("AggregationTests", ["Aggregation", "CompactTables", "TradeModel"]),
    tests("TradeTallyTests", ["tradetally"], exclude: ["Golden", "read_workbook.py"]),
    tests("WorkbookTests", ["Workbook"]),
    tests("WorkbookDocumentTests", ["Exporters", "Workbook", "TradeModel"]),
    tests("DefinitionsTests", ["Definitions", "Reports", "TradeModel"]),
    tests("TextDocumentTests", ["Exporters", "TradeModel"], exclude: ["Golden"]),
    tests("TrendDocumentTests", ["Exporters", "Workbook", "TradeModel", "Values"], exclude: ["Golden"]),
    // Ends itself with SIGKILL at a given step of a run; for the tests of Workspace only.
    .executableTarget(
      name: "FaultRunner", dependencies: ["Workspace", "Ledger", "Definitions", "SystemCalls", "TradeModel"],
      path: "Tests/FaultRunner", swiftSettings: settings),
    tests(
      "LedgerTests", ["Ledger", "TradeModel", "SystemCalls", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(
      "WorkspaceTests",
      [
        "Workspace", "Ledger", "Definitions", "Reports", "TradeModel", "SystemCalls", "FaultRunner",
        "tradetally",
      ]),
  ]
)
