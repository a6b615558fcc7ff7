// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "tacit",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "tacit", targets: ["tacit"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    .systemLibrary(name: "CRename"),
    .target(name: "CScan"),
    .target(name: "Model", swiftSettings: strict),
    .target(
      name: "Ingestion",
      dependencies: [
        "CLibXML2", "CScan", "Model",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Wages/benchmarks.csv")],
      swiftSettings: strict
    ),
    .target(name: "Analysis", dependencies: ["Model"], swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: [
        "Model",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "tacit",
      dependencies: [
        "Analysis", "CRename", "Ingestion", "Model", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "read-xml",
      dependencies: ["Ingestion", "Model"],
      path: "Benchmarks/ReadXML",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "audit-large",
      dependencies: ["Analysis", "Ingestion", "Model"],
      path: "Benchmarks/AuditLarge",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "check-precision",
      dependencies: ["Analysis", "Model", "TestSupport"],
      path: "Benchmarks/CheckPrecision",
      swiftSettings: strict
    ),
    .target(
      name: "TestSupport",
      dependencies: ["Model"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    .testTarget(name: "ModelTests", dependencies: ["Model", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "IngestionTests",
      dependencies: ["CScan", "Ingestion", "Model", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "AnalysisTests",
      dependencies: ["Analysis", "Ingestion", "Model", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Model", "Reporting", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TacitTests",
      dependencies: [
        "Model", "Reporting", "TestSupport", "tacit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)
