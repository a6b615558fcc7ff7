import Model
import TestSupport
import Testing

@testable import Ingestion

struct OwnTablesTests {
  @Test("columns are found by name in any order, and the rest is computed")
  func columns() throws {
    let reading = try read(
      "\u{FEFF}Amount,currency,Freelancer,date,note\r\n10.50,eur,Ana,2026-01-31,x\r\n"
    )
    let line = try #require(reading.lines.first)
    #expect(line.amount.description == "10.50" && line.currency == .eur)
    #expect(reading.diagnostics.map(\.code) == ["unknown-columns"])
    let computed = try read("date,freelancer_id,quantity,rate\n2026-01-31,f01,7.25,13.37\n")
    #expect(computed.lines.first?.amount.description == "96.9325", "the product is not rounded")
    #expect(computed.lines.first?.unit == "HUR")
  }

  @Test(
    "each value that cannot be used has its code",
    arguments: [
      (",Ana,1,2", "missing-date"), ("2026-01-32,Ana,1,2", "bad-date"),
      ("2026-01-31,,1,2", "missing-freelancer"), ("2026-01-31,Ana,,2", "missing-amount"),
      ("2026-01-31,Ana,1,2,3", "too-many-fields"), ("2026-01-31,Ana", "too-few-fields"),
      ("2026-01-31,Ana,\"1,5\",2", "bad-number"),
      ("2026-01-31,Ana,999999999999999,999999999999999", "number-out-of-range"),
      ("2026-01-31,\"An\"a,1,2", "text-after-quote"),
    ]
  )
  func codes(row: String, code: String) throws {
    let reading = try read("date,freelancer,quantity,rate\n\(row)\n2026-01-31,Ana,1,2\n")
    #expect(reading.rejects.map(\.code) == [code])
    #expect(reading.lines.count == 1, "the next record is used")
    #expect(reading.rejects.first?.text == row)
  }

  @Test("a column that occurs twice refuses the file")
  func duplicateHeader() throws {
    #expect(
      try read("date,freelancer,amount,Amount\n2026-01-31,A,1,2\n").refusal?.code
        == "duplicate-header"
    )
  }

  @Test("a repeated header is no record")
  func pasted() throws {
    let text = "date,freelancer,amount\n2026-01-31,A,1\ndate,freelancer,amount\n2026-02-28,A,1\n"
    let reading = try read(text)
    #expect(reading.lines.count == 2 && reading.rejects.isEmpty)
  }

  @Test("a semicolon, a tab and a declared separator are found")
  func delimiters() throws {
    for text in [
      "date;freelancer;amount\n2026-01-31;A;1\n",
      "sep=|\r\ndate|freelancer|amount\n2026-01-31|A|1\n",
    ] {
      #expect(try read(text).lines.first?.amount.description == "1")
    }
  }

  @Test("postings keep their text without markup and their skills as a list")
  func postings() throws {
    let reading = try read(
      "posting_id,date,title,description,skills,type\nP1,2026-01-05,Editor,\"<p>Join &amp; stay</p><p>2</p>\",a; b,hourly\n"
    )
    let posting = try #require(reading.postings.first)
    #expect(posting.description == "Join & stay\n2" && posting.skills == ["a", "b"])
  }

  @Test(
    "what is neither CSV nor XML is named for what it is",
    arguments: [
      ([UInt8]("".utf8), "empty-input"), ([UInt8](" \n\n".utf8), "empty-input"),
      ([0x50, 0x4B, 0x03, 0x04], "not-text"), ([UInt8]("%PDF-1.7".utf8), "not-text"),
      ([0xFF, 0xFE, 0x00, 0x00, 0x44], "encoding-not-supported"), ([0x41, 0x00, 0x42], "not-text"),
      ([UInt8]("a,b,c\n1,2,3\n".utf8), "unrecognised-input"),
    ]
  )
  func refusals(bytes: [UInt8], code: String) throws {
    #expect(try read(bytes).refusal?.code == code)
  }
}
