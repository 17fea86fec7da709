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
    .library(name: "CSV", targets: ["Encodings", "Records"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // C: the vector instructions of the scanner, what a process has to do without Swift, and the system's libxlsxwriter,
    // zlib and expat.
    .target(name: "CScan"),
    .target(name: "CProcess"),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),

    // Foundations.
    module("Platform", ["CProcess"]),
    module("HashTables", ["CScan"]),
    module("Zip", ["CZlib", "Platform"]),
    module("XML", ["CExpat"]),

    // bytes → records
    module("Encodings"),
    module("Records", ["CScan", "Encodings"]),
    module("Model", ["Platform", "Encodings"]),
    module("Sheets", ["CScan", "XML", "Zip", "Records", "Model", "Platform"]),
    module("Repair", ["Encodings", "Records"]),

    // records → rows
    module("Values", ["Model"]),
    module(
      "Import",
      [
        "Encodings", "Records", "Sheets", "Values", "Model", "HashTables", "Platform",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // rows → outcomes
    module("Measuring", ["Model", "HashTables", "Platform"]),

    // outcomes → documents
    module("Content", ["Model"]),
    module("Hwpx", ["Content", "XML", "Zip", "Model", "Platform"]),
    module("Html", ["Content", "XML"]),
    module("Xlsx", ["CXlsxWriter", "CZlib", "Zip", "Platform"]),
    module("Documents", ["Encodings", "Repair", "Model", "Values", "Content", "Xlsx", "Platform"]),

    // all of it in one run
    module(
      "Reports",
      [
        "Measuring", "Import", "Documents", "Html", "Hwpx", "Content", "Values", "Model", "Platform",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // what an official writes → a report that can run
    module(
      "Definitions",
      [
        "Reports", "Documents", "Encodings", "Sheets", "Repair", "Values", "Model", "Platform",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ]),

    // reports that run by themselves: what was published from what, and editions that appear whole
    module("Ledger", ["Model", "Platform", .product(name: "GRDB", package: "GRDB.swift")]),
    module("Workspace", ["Ledger", "Reports", "Documents", "Model", "Platform"]),

    .executableTarget(
      name: "tradetally",
      dependencies: [
        "Workspace", "Ledger", "Definitions", "Reports", "Documents", "Content", "Encodings",
        "Sheets", "Repair", "Values", "Model", "Platform", "Xlsx",
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
      name: "Bench", dependencies: ["Encodings", "Records", "HashTables", "Platform", "Model", "Values"],
      path: "Benchmarks/Bench", swiftSettings: settings),

    // What tests share: numbers from a seed, stored documents, the pages of the manual.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    // Reports made by hand, and workbooks read back, for the tests of documents.
    .target(
      name: "DocumentSupport", dependencies: ["Documents", "Content", "Zip", "Model"],
      path: "Tests/DocumentSupport", swiftSettings: settings),
    tests("ManualTests", ["Documents", "Values", "Model", "TestSupport"]),
    tests("CSVTests", ["Encodings", "Records", "Repair", "TestSupport"]),
    tests("SheetsTests", ["Sheets", "Import", "Documents", "Zip", "Records", "Model", "TestSupport"]),
    tests("ValuesTests", ["Values", "Model", "TestSupport"]),
    tests("HashTablesTests", ["HashTables", "TestSupport"]),
    tests("ImportTests", ["Import", "Documents", "Records", "Repair", "Values", "Model"]),
    tests("MeasuringTests", ["Measuring", "HashTables", "Model", "Reports", "TestSupport"]),
    tests(
      "TradeTallyTests", ["tradetally", "SheetMaker", "Hwpx", "Model", "TestSupport"],
      exclude: [
        "Golden", "Support/read_workbook.py", "Support/filter_workbook.py", "Support/make_sheets.py",
      ]),
    tests("XlsxTests", ["Xlsx", "Zip"]),
    tests("HwpxTests", ["Hwpx", "Content", "XML", "Zip", "Model", "Platform", "TestSupport"]),
    tests(
      "WorkbookDocumentTests", ["Documents", "DocumentSupport", "Content", "Xlsx", "Model", "TestSupport"],
      exclude: ["Golden"]),
    tests("DefinitionsTests", ["Definitions", "Documents", "Reports", "Model", "TestSupport"]),
    tests(
      "HtmlTests",
      ["Html", "Content", "Model", "TestSupport", .product(name: "Crypto", package: "swift-crypto")],
      exclude: ["Golden"]),
    tests(
      "TextDocumentTests",
      ["Documents", "DocumentSupport", "Content", "Encodings", "Platform", "Model", "Values", "TestSupport"],
      exclude: ["Golden"]),
    tests(
      "TrendDocumentTests",
      ["Documents", "DocumentSupport", "Content", "Xlsx", "Model", "Values", "TestSupport"],
      exclude: ["Golden"]),
    // Ends itself with SIGKILL at a given step of a run; for the tests of Workspace only.
    .executableTarget(
      name: "FaultRunner",
      dependencies: ["Workspace", "Ledger", "Definitions", "Documents", "Platform", "Model"],
      path: "Tests/FaultRunner", swiftSettings: settings),
    // Writes tables as workbooks with the project's own writer; for script/sheet-proof only.
    .executableTarget(
      name: "SheetMaker", dependencies: ["Xlsx"], path: "Tests/SheetMaker", swiftSettings: settings),
    tests(
      "LedgerTests",
      ["Ledger", "Documents", "Model", "Platform", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(
      "WorkspaceTests",
      [
        "Workspace", "Ledger", "Definitions", "Reports", "Documents", "Model", "Platform", "FaultRunner",
        "tradetally",
      ]),
  ]
)
