import Foundation
import Model
import Testing

@testable import Ingestion

/// docs/Mappings.md says what the reader of mappings knows, no less and no more.
struct MappingPageTests {
  private let page: String

  init() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/Mappings.md")
    page = try String(contentsOf: path, encoding: .utf8)
  }

  /// The lines between a heading and the next one.
  private func section(_ heading: String) throws -> [Substring] {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "## \(heading)"))
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("## ") })
  }

  /// The first cells of the rows of tables.
  private func firstCells(_ lines: [Substring]) -> [String] {
    lines.filter { $0.hasPrefix("| `") }.map { String($0.split(separator: " | ")[0].dropFirst(2)) }
  }

  /// The examples.
  private var examples: [String] {
    page.components(separatedBy: "```yaml\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  @Test("the table of keys has every key of the reader once, and no other")
  func keys() throws {
    #expect(firstCells(try section("Keys")) == MappingReader.keys.map { "`\($0)`" })
  }

  @Test("every field, rule for signs, direction, kind, encoding and key of a rule is named")
  func values() throws {
    let fields = Set(
      firstCells(try section("Columns")).flatMap { $0.split(separator: " ").map(String.init) }
    )
    #expect(fields == Set(MappedField.allCases.map { "`\($0.rawValue)`" }))
    let signs = firstCells(try section("Signs"))
    #expect(signs == CSVMapping.Sign.allCases.map { "`\($0.rawValue)`" })
    let others =
      CSVMapping.Direction.allCases.map(\.rawValue) + InvoiceLine.Kind.allCases.map(\.rawValue)
      + TextEncoding.allCases.map(\.rawValue) + MappingReader.ruleKeys
    for name in others { #expect(page.contains("`\(name)`"), "\(name)") }
  }

  @Test("every example can be read, and together they show every key")
  func read() throws {
    #expect(examples.count > 3)
    for example in examples { _ = try MappingReader.read(example, named: "x.csv.mapping.yml") }
    for key in MappingReader.keys {
      #expect(examples.contains { "\n\($0)".contains("\n\(key):") }, "\(key)")
    }
  }
}
