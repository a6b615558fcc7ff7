import TestSupport
import Testing

@testable import Ingestion

struct CSVReaderTests {
  private struct Seen: Equatable {
    let line: Int
    let fields: [String]
    let fault: CSVRecord.Fault?
  }

  private func records(_ text: String, blockSize: Int, delimiter: UInt8 = UInt8(ascii: ",")) throws
    -> [Seen]
  {
    var reader = CSVReader(
      MemorySource(Array(text.utf8), blockSize: blockSize),
      delimiter: delimiter
    )
    var record = CSVRecord()
    var seen: [Seen] = []
    while try reader.next(into: &record) {
      seen.append(
        Seen(
          line: record.line,
          fields: (0..<record.count).map { record.text(at: $0) },
          fault: record.fault?.kind
        )
      )
    }
    return seen
  }

  @Test(
    "fields, quotes and line ends are read alike with every block size",
    arguments: blockSizes
  )
  func form(blockSize: Int) throws {
    let text = "a,b\r\n\"x,\"\"y\"\"\",\"two\nlines\"\n1,\r2,3\n\n\"\u{301}q\",é"
    #expect(
      try records(text, blockSize: blockSize) == [
        Seen(line: 1, fields: ["a", "b"], fault: nil),
        Seen(line: 2, fields: ["x,\"y\"", "two\nlines"], fault: nil),
        Seen(line: 4, fields: ["1", ""], fault: nil),
        Seen(line: 5, fields: ["2", "3"], fault: nil),
        Seen(line: 6, fields: [""], fault: nil),
        Seen(line: 7, fields: ["\u{301}q", "é"], fault: nil),
      ]
    )
  }

  @Test("a final line end adds no record, and nothing is no record")
  func ends() throws {
    #expect(try records("a\n", blockSize: 3).count == 1)
    #expect(try records("", blockSize: 3).isEmpty)
    #expect(try records("a\r\n", blockSize: 1).count == 1)
  }

  @Test(
    "faults are named and the next record is read",
    arguments: [
      ("a\"b,c\nnext,1\n", CSVRecord.Fault.strayQuote),
      ("\"a\"b,c\nnext,1\n", .textAfterQuote), ("a\u{0},c\nnext,1\n", .zeroByte),
    ]
  )
  func faults(text: String, fault: CSVRecord.Fault) throws {
    let seen = try records(text, blockSize: 7)
    #expect(seen.first?.fault == fault)
    #expect(seen.last?.fields == ["next", "1"] && seen.last?.fault == nil)
  }

  @Test("a quote that is never closed is named at the line where its record begins")
  func unclosed() throws {
    let seen = try records("ok,1\n\"open,2\nlost,3\n", blockSize: 64)
    #expect(seen.map(\.line) == [1, 2])
    #expect(seen.last?.fault == .unclosedQuote)
  }

  @Test("bytes that are not UTF-8 are a fault, not a question mark")
  func encoding() throws {
    var reader = CSVReader(MemorySource([0x41, 0xE9, 0x0A]), delimiter: UInt8(ascii: ","))
    var record = CSVRecord()
    #expect(try reader.next(into: &record))
    #expect(record.fault?.kind == .invalidUTF8)
  }
}
