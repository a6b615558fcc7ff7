import Foundation
import Model
import TestSupport
import Testing

@testable import Ingestion

private let spectrumFolder = "hostile/csv/csv-spectrum"
private let spectrumNames = Corpus.names(in: spectrumFolder, ending: ".csv")

/// Tables of other projects that every reader of CSV has to read alike.
@Suite(.enabled(if: Corpus.isThere, "no corpus: set TACIT_CORPUS"))
struct ConformanceTables {
  private struct Table: Equatable {
    var records: [[String]] = []
    var faults: [CSVRecord.Fault] = []
    var lines: [Int] = []
  }

  private func table(_ bytes: [UInt8], blockSize: Int, delimiter: UInt8 = 0x2C) throws -> Table {
    var reader = CSVReader(MemorySource(bytes, blockSize: blockSize), delimiter: delimiter)
    var record = CSVRecord()
    var table = Table()
    while try reader.next(into: &record) {
      table.records.append((0..<record.count).map { record.text(at: $0) })
      table.lines.append(record.line)
      table.faults += record.faults.map(\.kind)
    }
    return table
  }

  @Test(
    "csv-spectrum: every table equals its JSON, with every size of block",
    arguments: spectrumNames
  )
  func spectrum(name: String) throws {
    let json = try #require(
      try Corpus.json("\(spectrumFolder)/\(name).expected.json") as? [String: Any]
    )
    let header = try #require(json["header"] as? [String])
    let rows = try #require(json["rows"] as? [[String]])
    let bytes = try Corpus.bytes("\(spectrumFolder)/\(name).csv")
    for blockSize in blockSizes {
      let table = try table(bytes, blockSize: blockSize)
      #expect(table.faults.isEmpty && table.records == [header] + rows)
    }
  }

  @Test("csv-spectrum is complete")
  func complete() {
    #expect(spectrumNames.count >= 11)
  }

  static let csvw = "csv/conformance/w3c-csvw"

  @Test("CSVW: its own manifest ends its lines with CR only")
  func manifest() throws {
    let bytes = try Corpus.bytes("\(Self.csvw)/manifest.csv")
    #expect(!bytes.contains(0x0A))
    for blockSize in blockSizes {
      let table = try table(bytes, blockSize: blockSize)
      #expect(table.records.count == bytes.count { $0 == 0x0D } + (bytes.last == 0x0D ? 0 : 1))
      #expect(table.faults.isEmpty && table.records.allSatisfy { [8, 11].contains($0.count) })
      #expect(table.records.count == 302 && table.records.count { $0.count == 11 } == 209)
      #expect(table.lines == Array(1...table.records.count))
    }
  }

  @Test("CSVW 020 to 022: white space around values goes where a mapping reads them")
  func trim() throws {
    let mapping = try MappingReader.read(
      """
      kind: posting
      dateFormat: "%m/%d/%Y"
      columns: {posting_id: GID, title: On Street, category: Species, description: Trim Cycle,
        date: Inventory Date}
      """,
      named: "m"
    )
    for blockSize in blockSizes {
      let reading = try InputReader.read(
        MemorySource(try Corpus.bytes("\(Self.csvw)/test020.csv"), blockSize: blockSize),
        named: "test020.csv",
        options: IngestionOptions(mapping: mapping)
      ).reading
      #expect(reading.postings.map(\.title) == ["ADDISON AV", "EMERSON ST"])
      #expect(reading.postings.map(\.id) == ["1", "2"])
      #expect(reading.postings.map(\.date?.description) == ["2010-10-18", "2010-06-02"])
    }
  }

  @Test("CSVW 055: rows of empty fields are no rows, and each is listed")
  func blankRows() throws {
    let mapping = try MappingReader.read(
      "kind: posting\ncolumns: {posting_id: GID, title: On Street}",
      named: "m"
    )
    for blockSize in blockSizes {
      let reading = try InputReader.read(
        MemorySource(try Corpus.bytes("\(Self.csvw)/test055.csv"), blockSize: blockSize),
        named: "test055.csv",
        options: IngestionOptions(mapping: mapping)
      ).reading
      #expect(reading.postings.map(\.id) == ["1", "2"])
      #expect(
        reading.rejects.map { "\($0.location.line) \($0.code)" } == [
          "2 empty-record", "4 empty-record",
        ]
      )
    }
  }

  @Test("CSVW 091: rows of other widths")
  func widths() throws {
    let mapping = try MappingReader.read(
      "kind: posting\ncolumns: {posting_id: col1, title: col2}",
      named: "m"
    )
    for blockSize in blockSizes {
      let reading = try InputReader.read(
        MemorySource(try Corpus.bytes("\(Self.csvw)/test091.csv"), blockSize: blockSize),
        named: "test091.csv",
        options: IngestionOptions(mapping: mapping)
      ).reading
      #expect(reading.postings.map(\.title) == ["2"])
      #expect(reading.rejects.allSatisfy { $0.code == "too-few-fields" })
      #expect(reading.rejects.map(\.location.line) == [3, 4])
    }
  }

  @Test("every header of a real export is recognised as its format, or as none that is claimed")
  func headers() throws {
    let expected: [String: String?] = [
      "clockify_detailed": "clockify-detailed", "harvest_detailed_2015": "harvest-detailed",
      "harvest_detailed_2026": "harvest-detailed", "harvest_detailed_rounded": "harvest-detailed",
      "payoneer_17col": "payoneer", "paypal_activity_41col": "paypal-activity",
      "paypal_statement_18col": "paypal-activity", "toggl_detailed": "toggl-detailed",
      "upwork_transactions_v1_classic": "upwork-transactions",
      "upwork_transactions_v1b_exchangerate": "upwork-transactions",
      "upwork_transactions_v2_2025": "upwork-transactions",
      "upwork_transactions_v2_subset_9col": "upwork-transactions",
      "upwork_weekly_summary": "upwork-weekly-summary", "wise_statement_2025": "wise-statement",
      "wise_statement_older": "wise-statement", "wise_transaction_history": "wise-transfers",
      "xero_bills_export_44col": "xero-bills", "ecb_hist": nil, "quickbooks_bill_import": nil,
      "upwork_jobs_feed_2023": "tacit-postings", "xero_bills_import_template": nil,
    ]
    for name in Corpus.names(in: "csv/headers", ending: ".csv") {
      let bytes = try Corpus.bytes("csv/headers/\(name).csv")
      for blockSize in blockSizes {
        let reading = try read(bytes, named: name, blockSize: blockSize)
        let wanted = try #require(expected[name], "\(name) is not expected")
        #expect(reading.format?.description == wanted, "\(name)")
      }
    }
  }
}
