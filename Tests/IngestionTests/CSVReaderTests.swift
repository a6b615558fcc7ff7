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
      ("\"a\"b,c\nnext,1\n", CSVRecord.Fault.textAfterQuote), ("a\u{0},c\nnext,1\n", .zeroByte),
    ]
  )
  func faults(text: String, fault: CSVRecord.Fault) throws {
    let seen = try records(text, blockSize: 7)
    #expect(seen.first?.fault == fault)
    #expect(seen.last?.fields == ["next", "1"] && seen.last?.fault == nil)
  }

  @Test(
    "a quote that is never closed spoils its own line only",
    arguments: blockSizes
  )
  func unclosed(blockSize: Int) throws {
    let seen = try records("ok,1\n\"open,2\r\nkept,3\r\nkept,4\n", blockSize: blockSize)
    #expect(seen.map(\.line) == [1, 2, 3, 4])
    #expect(seen.map(\.fault) == [nil, .unclosedQuote, nil, nil])
    #expect(seen.last?.fields == ["kept", "4"])
  }

  @Test(
    "a quoted field that ends in the middle of a word on a later line was never closed",
    arguments: blockSizes
  )
  func wrongPartner(blockSize: Int) throws {
    let seen = try records("\"open,2\nb,\"text\",3\nlast,4\n", blockSize: blockSize)
    #expect(seen.map(\.line) == [1, 2, 3])
    #expect(seen.map(\.fault) == [.unclosedQuote, nil, nil])
    #expect(seen[1].fields == ["b", "text", "3"])
  }

  @Test("a line end in quotes is counted once, wherever the blocks are cut", arguments: blockSizes)
  func quotedLineEnds(blockSize: Int) throws {
    let seen = try records("\"a\r\nb\rc\nd\",1\nnext,2\n", blockSize: blockSize)
    #expect(seen.map(\.line) == [1, 5])
  }

  @Test("a record and a field that are too long are named, and the next record is read")
  func limits() throws {
    let field = String(repeating: "x", count: 65_537)
    let line = String(repeating: "x", count: 1 << 20)
    let seen = try records("\(field),1\n\(line)y,1\nnext,2\n\"\(line)\n\nz\n", blockSize: 4096)
    #expect(seen.map(\.line) == [1, 2, 3, 4, 5, 6])
    #expect(seen[0].fault == .fieldTooLong && seen[1].fault == .fieldTooLong)
    #expect(seen[2].fault == nil && seen[5].fields == ["z"])
  }

  @Test("bytes that are not UTF-8 are a fault, not a question mark")
  func encoding() throws {
    var reader = CSVReader(MemorySource([0x41, 0xE9, 0x0A]), delimiter: UInt8(ascii: ","))
    var record = CSVRecord()
    #expect(try reader.next(into: &record))
    #expect(record.fault?.kind == .invalidUTF8)
  }
}
