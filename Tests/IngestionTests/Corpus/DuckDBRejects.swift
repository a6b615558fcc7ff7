import Foundation
import Model
import TestSupport
import Testing

@testable import Ingestion

private let duckFolder = "hostile/csv/duckdb"

/// One reading of DuckDB's test suite with the records that it rejects.
private struct DuckReading: Sendable {
  struct Place: Hashable, Comparable, CustomStringConvertible {
    let file: String
    let line: Int
    let byte: Int

    var description: String { "\(file):\(line) @\(byte)" }

    static func < (left: Self, right: Self) -> Bool {
      (left.file, left.line) < (right.file, right.line)
    }
  }

  let index: Int
  let sql: String
  let files: [String]
  let expected: Set<Place>
  let rowCount: Int
  let types: [String]
  let columns: Int?

  /// Reads an entry, or returns `nil` where DuckDB asks for counts only or reads no file of these.
  init?(_ index: Int, _ entry: [String: Any]) {
    let query = (entry["reject_query"] as? String ?? "").uppercased()
    let names = entry["files"] as? [String] ?? []
    let rows = entry["rejects"] as? [[String]] ?? []
    guard !names.isEmpty, query.contains("EXCLUDE") || query.contains("FILE_PATH") else {
      return nil
    }
    self.index = index
    sql = entry["read_sql"] as? String ?? ""
    let files = names.flatMap(Self.expand)
    self.files = files
    var places: Set<Place> = []
    var types: [Int: String] = [:]
    var columns: Int?
    var count = 0
    for row in rows where row.count >= 7 {
      count += 1
      let hasPath = row[0].hasPrefix("{DATA_DIR}/")
      let fields = hasPath ? Array(row.dropFirst()) : row.count == 9 ? Array(row.dropFirst()) : row
      let line = Int(fields[0]) ?? 0
      let byte = hasPath ? Int(fields[fields.count - 2]) ?? 0 : Int(fields[1]) ?? 0
      let number = row.count == 9 ? Int(row[0]) : nil
      let named = hasPath ? [String(row[0].dropFirst("{DATA_DIR}/".count))] : nil
      // Without a number the row may be of any of the files; the comparison is then by place alone.
      let file = named?.first ?? number.flatMap { $0 < files.count ? files[$0] : nil } ?? ""
      places.insert(Place(file: Self.short(file), line: line, byte: byte - 1))
      let message = row.last ?? ""
      if message.contains("Could not convert"), let type = message.split(separator: "'").last,
        let column = Int(fields[3])
      {
        types[column] = String(type)
      }
      if let found = message.firstMatch(of: /Expected Number of Columns: (\d+)/) {
        columns = Int(found.1)
      }
    }
    expected = places
    rowCount = count
    let declared = sql.firstMatch(of: /columns\s*=\s*\{([^}]*)\}/).map {
      $0.1.matches(of: /:\s*'([A-Z]+)'/).map { String($0.1) }
    }
    self.types =
      declared ?? (1...(max(columns ?? 1, types.keys.max() ?? 1))).map { types[$0] ?? "VARCHAR" }
    self.columns = declared?.count ?? columns
  }

  private static func short(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func expand(_ name: String) -> [String] {
    guard name.contains("*") else { return [name] }
    let folder = name.split(separator: "/").dropLast().joined(separator: "/")
    return Corpus.names(in: "\(duckFolder)/\(folder)", ending: "").map { "\(folder)/\($0)" }
      .filter { CSVMapping.matches($0, name) }
  }

  private var longestLine: Int {
    sql.firstMatch(of: /max_line_size\s*=\s*(\d+)/).flatMap { Int($0.1) } ?? Int.max
  }

  private var datePattern: DatePattern? {
    sql.firstMatch(of: /dateformat = '([^']+)'/).flatMap { DatePattern(String($0.1)) }
  }

  /// Whether DuckDB was asked to stop listing before the end.
  private var isLimited: Bool { sql.contains("rejects_limit") || sql.contains("limit 5") }

  private var hasHeader: Bool {
    if sql.firstMatch(of: /header\s*=\s*(0|false)/.ignoresCase()) != nil { return false }
    return !expected.contains { $0.line == 1 }
  }

  /// The records that our reader finds faults in, with values judged by the columns' types.
  func found(blockSize: Int) throws -> Set<Place> {
    var places: Set<Place> = []
    let comment = sql.contains("comment = '#'")
    for file in files {
      var reader = CSVReader(
        MemorySource(try Corpus.bytes("\(duckFolder)/\(file)"), blockSize: blockSize),
        delimiter: UInt8(ascii: comment ? ";" : ",")
      )
      var record = CSVRecord()
      var isHeader = hasHeader
      var width = columns
      while try reader.next(into: &record) {
        if record.isBlank || (comment && record.raw.first == UInt8(ascii: "#")) { continue }
        if isHeader {
          isHeader = false
          width = width ?? record.count
          continue
        }
        let length = longestLine
        let faults = CSVStructure.faults(of: record, columns: width ?? record.count)
        if !faults.isEmpty || record.raw.count > length || hasBadValue(record) {
          places.insert(Place(file: Self.short(file), line: record.line, byte: record.byteOffset))
        }
      }
    }
    return places
  }

  private func hasBadValue(_ record: CSVRecord) -> Bool {
    for (index, type) in types.enumerated() where index < record.count {
      guard let text = CSVRow.trimmed(record.bytes(at: index)) else { continue }
      switch type {
      case "INTEGER", "BIGINT":
        if ExactDecimal(text)?.scale != 0 { return true }
      case "DECIMAL", "DOUBLE":
        if ExactDecimal(text) == nil { return true }
      case "DATE":
        if (datePattern?.day(text) ?? Day(text)) == nil { return true }
      default: break
      }
    }
    return false
  }

  /// Whether both name the same records; DuckDB leaves the file out where it joins two readings.
  func agrees(with found: Set<Place>) -> Bool {
    func bare(_ places: Set<Place>) -> Set<[Int]> { Set(places.map { [$0.line, $0.byte] }) }
    if isLimited { return bare(expected).isSubset(of: bare(found)) }
    return expected.contains { $0.file.isEmpty } ? bare(found) == bare(expected) : found == expected
  }
}

private let duckReadings: [DuckReading] = {
  guard Corpus.isThere,
    let entries = try? Corpus.json("\(duckFolder)/rejects.expected.json") as? [[String: Any]]
  else { return [] }
  return entries.enumerated().compactMap { DuckReading($0.offset, $0.element) }
}()

/// DuckDB's 200 expected reject rows, found by line and byte.
@Suite(.enabled(if: Corpus.isThere, "no corpus: set TACIT_CORPUS"))
struct DuckDBRejects {
  /// Readings in which we choose otherwise, and why.
  static let differences = [
    32: "a quote that opens on line 5 and closes on line 6 inside another value: both lines are "
      + "listed, DuckDB lists the first for both"
  ]

  @Test("all readings of files that are here are among them")
  func complete() {
    #expect(duckReadings.count == 52)
    #expect(duckReadings.map(\.rowCount).reduce(0, +) >= 188)
  }

  @Test(
    "the same records are rejected at the same lines and bytes",
    arguments: duckReadings.map(\.index)
  )
  func places(index: Int) throws {
    let reading = try #require(duckReadings.first { $0.index == index })
    for blockSize in index % 4 == 0 ? [65_536, 7] : [65_536, 64] {
      let found = try reading.found(blockSize: blockSize)
      if Self.differences[index] != nil {
        #expect(!reading.agrees(with: found), "a difference that is none any more")
      } else {
        #expect(
          reading.agrees(with: found),
          "\(index) \(reading.files) \(reading.sql): only ours \(found.subtracting(reading.expected).sorted().prefix(5)), only DuckDB's \(reading.expected.subtracting(found).sorted().prefix(5))"
        )
      }
    }
  }
}
