import Foundation
import Model
import TestSupport
import Testing

@testable import Ingestion

private let generatedNames = Corpus.names(in: "hostile/csv/generated", ending: ".csv")

/// 86 invoice tables with one trap each, read through one mapping; what has to become of each is
/// written beside it in another project's codes.
@Suite(.enabled(if: Corpus.isThere, "no corpus: set TACIT_CORPUS"))
struct GeneratedTables {
  static let folder = "hostile/csv/generated"

  static let mapping = """
    decimalChar: "."
    dateFormat: "%Y-%m-%d"
    columns: {document: invoice_id, line_id: invoice_id, freelancer: freelancer, buyer: client,
      date: issue_date, currency: currency, quantity: hours, unit_price: rate, amount: amount,
      description: description}
    """

  /// The corpus's codes and ours.
  static let codes = [
    "BAD_AMOUNT": "bad-number", "EMPTY_AMOUNT": "missing-amount",
    "AMOUNT_OUT_OF_RANGE": "number-out-of-range", "TOO_MANY_DECIMALS": "too-many-decimals",
    "BAD_DATE": "bad-date", "EMPTY_DATE": "missing-date", "UNKNOWN_CURRENCY": "unknown-currency",
    "EMPTY_CURRENCY": "missing-currency", "INVALID_UTF8": "invalid-utf8",
    "TOO_FEW_FIELDS": "too-few-fields", "TOO_MANY_FIELDS": "too-many-fields",
    "TEXT_AFTER_QUOTE": "text-after-quote", "UNCLOSED_QUOTE": "unclosed-quote",
    "NUL_BYTE": "zero-byte", "FIELD_TOO_LARGE": "field-too-long", "TOTAL_ROW": "total-row",
    "EMPTY_RECORD": "empty-record", "EMPTY_FILE": "empty-input", "NOT_TEXT": "not-text",
    "NOT_CSV": "not-text", "MISSING_COLUMNS": "missing-columns",
    "DUPLICATE_HEADER": "duplicate-header", "TOO_MANY_COLUMNS": "too-many-columns",
    "ENCODING_UNSUPPORTED_UTF32": "encoding-not-supported",
    "ENCODING_UTF16_NO_BOM": "encoding-not-supported", "REPEATED_HEADER": "repeated-header",
    "PREAMBLE": "preamble", "TRAILING_EMPTY_FIELDS": "trailing-empty-fields",
    "EMPTY_HEADER": "empty-column-name", "NO_ROWS": "no-records",
    "DOUBLE_BOM": "repeated-byte-order-mark", "TRAILING_CTRL_Z": "end-of-file-character",
    "CONTROL_CHARACTERS": "hidden-characters", "ZERO_WIDTH": "hidden-characters",
    "BIDI_CONTROL": "hidden-characters",
  ]

  /// Where our contract chooses otherwise, and why.
  static let differences: [String: (rejects: [String: Int], reason: String)] = [
    "amounts-bad 20": (
      ["bad-number": 20],
      "the mapping declares the decimal mark, so 100,00 is not ambiguous but wrong"
    ),
    "amounts-edge": (
      ["number-out-of-range": 12], "amounts have at most 18 digits, which every sum can hold"
    ),
    "amounts-sum-overflow": (
      ["number-out-of-range": 0], "each of the amounts has more than 18 digits"
    ),
    "names-three-spellings": (
      [:],
      "letters of another script are no fault of the file; people are compared when they are named"
    ),
  ]

  struct Expectation {
    let header: [String]
    let rows: [[String]]
    let rejects: [(line: Int, code: String)]
    let refusal: String?
    let warnings: [String]

    init(_ name: String) throws {
      let json = try #require(
        try Corpus.json("\(folder)/\(name).expected.json") as? [String: Any]
      )
      header = json["header"] as? [String] ?? []
      rows = json["rows"] as? [[String]] ?? []
      rejects = (json["rejects"] as? [[String: Any]] ?? []).map {
        ($0["line"] as? Int ?? 0, Self.code($0["reason"] as? String ?? ""))
      }
      refusal = (json["file_error"] as? String).map(Self.code)
      warnings = (json["warnings"] as? [String] ?? []).map(Self.code)
    }

    /// The code that a text of the corpus begins with, in our words.
    private static func code(_ text: String) -> String {
      let word = text.prefix { $0.isUppercase || $0 == "_" || $0.isNumber }
      return codes[String(word)] ?? text
    }
  }

  @Test("all of them are here, and every difference is one of them")
  func complete() {
    #expect(generatedNames.count == 86)
    #expect(
      Self.differences.keys.allSatisfy { key in
        generatedNames.contains(String(key.prefix { $0 != " " }))
      }
    )
  }

  @Test("each trap ends as it must, with every size of block", arguments: generatedNames)
  func outcome(name: String) throws {
    let expected = try Expectation(name)
    let bytes = try Corpus.bytes("\(Self.folder)/\(name).csv")
    var text = Self.mapping
    if name == "delim-semicolon-decimal-comma" {
      // Marks and dates are to be proved here.
      text = text.split(separator: "\n").dropFirst(2).joined(separator: "\n")
    }
    // Its column of clients has no name, so a mapping cannot name it.
    if name == "header-empty-name" { text = text.replacing("buyer: client,", with: "") }
    let options = IngestionOptions(mapping: try MappingReader.read(text, named: "mapping"))
    var first: InputReading?
    for blockSize in blockSizes {
      let reading = try InputReader.read(
        MemorySource(bytes, blockSize: blockSize),
        named: name,
        options: options
      ).reading
      if let first {
        #expect(reading.records == first.records && reading.rejects == first.rejects)
        #expect(reading.diagnostics == first.diagnostics && reading.refusal == first.refusal)
      } else {
        first = reading
        try compare(reading, expected, name)
      }
    }
  }

  private func compare(_ reading: InputReading, _ expected: Expectation, _ name: String) throws {
    #expect(reading.refusal?.code == expected.refusal)
    if expected.refusal != nil { return }
    var wanted = expected.rejects.map { "\($0.line) \($0.code)" }
    var rows = expected.rows
    var duplicates: [Int] = []
    switch name {
    case "amounts-bad": wanted[18] = "20 bad-number"
    case "amounts-edge":
      wanted = ["12 number-out-of-range"]
      rows.remove(at: 10)
    case "amounts-sum-overflow":
      wanted = rows.indices.map { "\($0 + 2) number-out-of-range" }
      rows = []
    case "dup-in-file":
      wanted = []
      duplicates = [4]
    case "dup-conflict":
      duplicates = [3]
      rows.removeLast()
    default: break
    }
    #expect(reading.rejects.map { "\($0.location.line) \($0.code)" } == wanted)
    let warnings = Set(reading.diagnostics.map(\.code))
    for warning in expected.warnings
    where !["FUTURE_DATE", "CONFUSABLE"].contains(where: warning.hasPrefix) {
      #expect(warnings.contains(warning), "\(warnings)")
    }
    if expected.warnings.isEmpty { #expect(warnings.isEmpty, "\(warnings)") }
    let dataset = Ledger.assemble([
      InputReader.Outcome(reading: reading, sha256: "", bytes: 0)
    ])
    #expect(dataset.duplicates.map(\.location.line) == duplicates)
    #expect(dataset.reconciliation.holds)
    #expect(dataset.lines.count == rows.count)
    for (line, row) in zip(dataset.lines, rows) { compare(line, row, expected.header) }
  }

  private func compare(_ line: InvoiceLine, _ row: [String], _ header: [String]) {
    func cell(_ column: String) -> String {
      let text = header.firstIndex(of: column).map { row[$0] } ?? ""
      return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    func number(_ text: String) -> ExactDecimal? {
      let padded = text.hasPrefix(".") ? "0\(text)" : text
      return ExactDecimal(padded.replacing(",", with: "."))
    }
    #expect(line.document == cell("invoice_id") && line.freelancer == cell("freelancer"))
    #expect(line.amount == number(cell("amount")))
    #expect(line.quantity == number(cell("hours")))
    #expect(line.currency.code == cell("currency").uppercased())
    #expect((line.description ?? "") == cell("description"))
    let day = cell("issue_date")
    #expect(line.date?.description == (day == "15.01.2026" ? "2026-01-15" : day))
  }

  @Test("a file of another encoding is read when it is named")
  func encoding() throws {
    var options = IngestionOptions(mapping: try MappingReader.read(Self.mapping, named: "mapping"))
    options.csv.encoding = .latin1
    for blockSize in blockSizes {
      let source = MemorySource(try Corpus.bytes("\(Self.folder)/latin1.csv"), blockSize: blockSize)
      let reading = try InputReader.read(source, named: "latin1.csv", options: options).reading
      #expect(reading.lines.map(\.freelancer) == ["Ann Lee", "Bob Ray", "Zo\u{EB} M\u{FC}ller"])
    }
  }
}
