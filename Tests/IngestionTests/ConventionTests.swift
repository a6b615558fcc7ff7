import Model
import TestSupport
import Testing

@testable import Ingestion

/// How columns prove their decimal mark and the order of their dates.
struct ConventionTests {
  @Test(
    "a cell proves a decimal mark only when it can be read in one way",
    arguments: [
      ("1,234.56", NumberEvidence.proves(".")), ("1.234,56", .proves(",")), ("0,5", .proves(",")),
      ("12,34", .proves(",")), ("1,2345", .proves(",")), ("1234,567", .proves(",")),
      ("0.500", .proves(".")), (",5", .proves(",")), ("1.234.567", .proves(",")),
      ("1,234,567", .proves(".")), ("1,000", .ambiguous), ("1.000", .ambiguous),
      ("-1.000", .ambiguous), ("(1,000)", .ambiguous), ("$1,000", .ambiguous),
      ("999,999", .ambiguous), ("1000", .neutral), ("", .neutral), ("n/a", .neutral),
      ("1'234", .neutral), ("1 234", .neutral), ("1,23,456", .neutral), ("1.2.3", .neutral),
    ]
  )
  func numberEvidence(text: String, evidence: NumberEvidence) {
    #expect(NumberEvidence(text) == evidence)
  }

  @Test(
    "amounts in the dress of their country are read by the convention of their column",
    arguments: [
      ("1,234.56", ".", "1234.56"), ("1.234,56", ",", "1234.56"), ("1 234,56", ",", "1234.56"),
      ("1\u{A0}234,56", ",", "1234.56"), ("1\u{202F}234,56", ",", "1234.56"),
      ("1'234.56", ".", "1234.56"), ("1\u{2019}234.56", ".", "1234.56"),
      ("(1,234.56)", ".", "-1234.56"), ("1,234.56-", ".", "-1234.56"),
      ("\u{2212}1,234.56", ".", "-1234.56"), ("-$25.80", ".", "-25.80"), ("$-25.80", ".", "-25.80"),
      ("US$ 25.80", ".", "25.80"), ("25,80 \u{20AC}", ",", "25.80"), ("EUR 5", ",", "5"),
      ("1,000", ".", "1000"), ("1,000", ",", "1.000"), ("+5.00", ".", "5.00"),
      ("-0.00", ".", "0.00"), ("1.2.3", ".", nil), ("1,23.4", ".", nil), ("--5", ".", nil),
      ("1e3", ".", nil), ("0x1F", ".", nil), ("1_000", ".", nil), ("\u{661}\u{660}", ".", nil),
      ("1,2345.00", ".", nil), ("NaN", ".", nil), ("", ".", nil), ("$", ".", nil),
      ("5 apples", ".", nil), ("1 234'567", ".", nil),
    ]
  )
  func numbers(text: String, mark: String, value: String?) throws {
    let convention = NumberConvention(
      decimalMark: try #require(mark.unicodeScalars.first),
      grouping: .any,
      isBare: false
    )
    #expect((try? convention.number(text))?.description == value)
  }

  @Test(
    "where only bare numbers are expected, nothing else is read",
    arguments: ["(100)", "$100", "100 EUR", "\u{2212}5", "5-", "1 000", "1,000"]
  )
  func bare(text: String) {
    #expect((try? NumberConvention.plain.number(text)) == nil)
  }

  @Test(
    "a cell proves the order of day and month only when the other order has no such day",
    arguments: [
      ("31/01/2026", DateEvidence.proves(.dayFirst)), ("01/31/2026", .proves(.monthFirst)),
      ("13.02.2026", .proves(.dayFirst)), ("01/02/2026", .ambiguous), ("02/02/2026", .neutral),
      ("30/02/2026", .neutral), ("2026-01-31", .neutral), ("31/01/26", .neutral), ("x", .neutral),
      ("29/02/2025", .neutral), ("99/99/2026", .neutral),
    ]
  )
  func dateEvidence(text: String, evidence: DateEvidence) {
    #expect(DateEvidence(text) == evidence)
  }

  @Test(
    "patterns read what they say and nothing else",
    arguments: [
      ("%d.%m.%Y", "31.01.2026", "2026-01-31"), ("%d.%m.%Y", "1.2.2026", "2026-02-01"),
      ("%Y-%m-%d", "2026-1-5", nil), ("%Y-%m-%d", "2026-02-30", nil),
      ("%Y-%m-%d %H:%M:%S", "2026-01-31 23:59:59", "2026-01-31"),
      ("%Y-%m-%d %H:%M:%S", "2026-01-31 24:00:00", nil), ("%d %b %Y", "7 Jun 2024", "2024-06-07"),
      ("%d %B %Y", "7 June 2024", "2024-06-07"), ("%d/%m/%y", "31/12/69", "2069-12-31"),
      ("%d/%m/%y", "31/12/70", "1970-12-31"),
      ("%Y-%m-%dT%H:%M:%S%z", "2026-01-31T02:30:00+01:00", "2026-01-31"),
      ("%Y-%m-%dT%H:%M:%S%z", "2026-01-31T02:30:00+99:00", nil),
      ("%m/%d/%Y %I:%M %p", "01/31/2026 02:00 PM", "2026-01-31"), ("%d.%m.%Y", "31.01.2026x", nil),
      ("%d.%m.%Y", "\u{FF13}1.01.2026", nil),
    ]
  )
  func patterns(pattern: String, text: String, day: String?) throws {
    #expect(try #require(DatePattern(pattern)).day(text)?.description == day)
  }

  @Test(
    "a pattern without a day, a month and a year is none",
    arguments: ["%Y-%m", "%d.%m", "%Q", "x", "%"]
  )
  func noPattern(text: String) { #expect(DatePattern(text) == nil) }

  private let header =
    "Transaction Date,Transaction ID,Description,Credit Amount,Debit Amount,Currency,Status,"
    + "Additional Description,Target\n"

  private func row(_ date: String, _ amount: String) -> String {
    "\(date),T,x,,\"\(amount)\",USD,Completed,,Nia\n"
  }

  @Test("rows wait for the cell that proves their column, and keep their order")
  func waiting() throws {
    let text =
      header + row("02/02/2026", "7") + row("03/02/2026", "1,000") + row("05/02/2026", "2,000")
      + row("28/02/2026", "3,000.50") + row("06/02/2026", "4,000")
    for blockSize in blockSizes {
      let reading = try read(text, blockSize: blockSize)
      #expect(
        reading.lines.map(\.amount.description) == ["7", "1000", "2000", "3000.50", "4000"]
      )
      #expect(reading.lines.map(\.date?.description).last == "2026-02-06")
      #expect(reading.lines.map(\.location.line) == [2, 3, 4, 5, 6])
    }
  }

  @Test(
    "cells that prove opposite things are a question, however late the second one stands",
    arguments: [
      ("31/01/2026", "0.50", "01/31/2026", "1.00", "contradicting-date-orders"),
      ("31/01/2026", "0.50", "01/02/2026", "1,5", "contradicting-decimal-marks"),
      ("31/01/2026", "1.000,50", "01/02/2026", "1,000.50", "contradicting-decimal-marks"),
      ("31/01/2026", "2,5", "01/02/2026", "2,500,000", "contradicting-decimal-marks"),
      ("31/01/2026", "2.5", "01/02/2026", "0,500", "contradicting-decimal-marks"),
      ("31/01/2026", "2.5", " 01-31-2026 ", "7", "contradicting-date-orders"),
    ]
  )
  func contradiction(
    day: String,
    amount: String,
    otherDay: String,
    otherAmount: String,
    code: String
  ) throws {
    let ambiguous = row("01/02/2026", "7")
    let text =
      header + row(day, amount) + ambiguous + row(otherDay, otherAmount) + ambiguous
    for blockSize in blockSizes {
      let reading = try read(text, blockSize: blockSize)
      #expect(reading.refusal?.code == code && reading.records.isEmpty && reading.rejects.isEmpty)
      #expect(reading.refusal?.location?.line == 4)
      #expect(reading.refusal?.message.contains("on line 2") == true)
    }
  }

  @Test("once the user has answered, only the cells that contradict the answer are rejected")
  func answeredContradiction() throws {
    var options = IngestionOptions()
    options.csv.dateOrder = .dayFirst
    options.csv.decimalMark = "."
    let reading = try read(
      header + row("31/01/2026", "0.50") + row("01/31/2026", "1.00") + row("01/02/2026", "0,500")
        + row("01/02/2026", "2,500"),
      options: options
    )
    #expect(reading.lines.map(\.amount.description) == ["0.50", "2500"])
    #expect(reading.lines.last?.date?.description == "2026-02-01")
    #expect(
      reading.rejects.map { "\($0.location.line) \($0.code)" } == ["3 bad-date", "4 bad-number"]
    )
    #expect(reading.rejects.last?.reason.contains("the decimal mark '.'") == true)
  }

  @Test("an answer on the command line settles what no cell does")
  func answers() throws {
    let text = header + row("01/02/2026", "1,000")
    #expect(try read(text).refusal?.code == "ambiguous-date-order")
    var options = IngestionOptions()
    options.csv.dateOrder = .monthFirst
    #expect(try read(text, options: options).refusal?.code == "ambiguous-decimal-mark")
    options.csv.decimalMark = ","
    let line = try #require(try read(text, options: options).lines.first)
    #expect(line.amount.description == "1.000" && line.date?.description == "2026-01-02")
  }

  @Test("rows wait in bounded memory only")
  func bound() throws {
    var options = IngestionOptions()
    options.csv.mostHeldBytes = 1000
    var text = header
    for _ in 0..<100 { text += row("01/02/2026", "5") }
    let reading = try read(text + row("31/01/2026", "5"), options: options)
    #expect(reading.refusal?.code == "ambiguous-date-order" && reading.records.isEmpty)
    options.csv.mostHeldBytes = 100_000
    #expect(try read(text + row("31/01/2026", "5"), options: options).lines.count == 101)
  }
}
