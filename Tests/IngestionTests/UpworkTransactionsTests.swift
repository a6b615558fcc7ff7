import Model
import TestSupport
import Testing

@testable import Ingestion

struct UpworkTransactionsTests {
  private let v1 =
    "Date,Ref ID,Type,Description,Agency,Freelancer,Team,Account Name,PO,Amount,"
    + "Amount in local currency,Currency,Balance\n"
  private let v2 =
    "Date,Transaction ID,Transaction type,Transaction summary,Transaction summary details,"
    + "Description 1,Description 2,Description 3,Agency team,Freelancer,Client team,Account name,PO,"
    + "Ref ID,Amount $,Amount in local currency,Currency,Current balance $,Payment method\n"

  @Test("a client's history: work and fees cost, payments move, refunds return")
  func client() throws {
    let reading = try read(
      v1
        + "\"Jun 10, 2024\",14,Refund,Refund,,Ona Lee,Care,C,,20.00,,,0\n"
        + "\"Jun 10, 2024\",13,Marketplace fee,Marketplace fee for Hourly - Ref ID 12,,,,C,,-5.00,,,0\n"
        + "\"Jun 10, 2024\",12,Hourly,Invoice for 06/03/2024-06/09/2024 - 14:20 hrs @ $18.00/hr,,Ona Lee,Care,C,,-258.00,,,0\n"
        + "\"Jun 10, 2024\",11,Payment,Paid from Visa 0000,,,,C,,263.00,,,0\n"
    )
    #expect(reading.lines.map(\.amount.description) == ["-20.00", "5.00", "258.00", "263.00"])
    #expect(reading.lines.map(\.kind) == [.refund, .fee, .invoice, .payment])
    let hourly = reading.lines[2]
    #expect(hourly.quantity?.description == "14.33333" && hourly.unitPrice?.description == "18.00")
    #expect(hourly.periodStart?.description == "2024-06-03")
    #expect(hourly.workDay?.description == "2024-06-09")
    #expect(reading.lines[1].freelancer == "Ona Lee", "the fee belongs to its invoice's freelancer")
    #expect(reading.lines[3].description == nil, "card digits are never echoed")
  }

  @Test("a freelancer's history: the same work costs the client the same")
  func freelancer() throws {
    let reading = try read(
      v1
        + "\"Jun 7, 2024\",7,Withdrawal,Bank,,,,N,,-232.20,,,0\n"
        + "\"Jun 7, 2024\",4,Service Fee,Service Fee for Hourly - Ref ID 3,,Nia,Client Ltd,N,,-25.80,,,0\n"
        + "\"Jun 7, 2024\",3,Hourly,Invoice for 05/27/2024-06/02/2024 - 14:20 hrs @ $18.00/hr,,Nia,Client Ltd,N,,258.00,,,0\n"
    )
    #expect(reading.lines.map(\.side) == [.freelancer, .freelancer, .freelancer])
    #expect(reading.lines.map(\.amount.description) == ["232.20", "25.80", "258.00"])
  }

  @Test("a funded milestone is counted once, at its release")
  func escrow() throws {
    let rows = [
      "\"Apr 2, 2022\",,Fixed-price,Logo design,,Logo design: Milestone 1,,,,Ola,Team,C,,33,-150.00,,,0,",
      "\"Apr 2, 2022\",,Payment,Logo design,,Paid from escrow for Logo design: Milestone 1,,,,,,C,,32,150.00,,,0,",
      "\"Mar 22, 2022\",,Fixed-Price,Logo design,,Logo design: Milestone 1,,,,Ola,Team,C,,31,-150.00,,,0,",
      "\"Mar 22, 2022\",,Payment,,,Paid from Visa 0000 to escrow for funding request 9,,,,,,C,,30,150.00,,,0,",
    ]
    for order in [rows, rows.reversed()] {
      let reading = try read(v2 + order.joined(separator: "\n") + "\n")
      let work = reading.lines.filter { $0.kind == .invoice }
      #expect(work.map(\.document) == ["33"])
      #expect(reading.duplicates.map(\.reason) == [.escrowFunding])
    }
  }

  @Test("money in escrow that was never released is a payment, not work")
  func openEscrow() throws {
    let reading = try read(
      v2
        + "\"Mar 22, 2022\",,Fixed-price,Logo,,Logo: Milestone 1,,,,Ola,Team,C,,31,-150.00,,,0,\n"
        + "\"Mar 22, 2022\",,Payment,,,Paid from Visa 0000 to escrow for funding request 9,,,,,,C,,30,150.00,,,0,\n"
    )
    #expect(reading.lines.map(\.kind) == [.payment, .payment])
  }

  @Test("two equal milestones that were both released stay two")
  func equalMilestones() throws {
    var rows = ""
    for month in ["Mar", "Apr"] {
      for (type, text, sign) in [
        ("Payment", "Paid from Visa 0000 to escrow for funding request 9", ""),
        ("Fixed-price", "Blog: Milestone 1", "-"),
      ] {
        rows +=
          "\"\(month) 2, 2022\",,\(type),Blog,,\(text),,,,Ola,T,C,,\(rows.count)a,\(sign)80.00,,,0,\n"
      }
      for (type, text, sign) in [
        ("Payment", "Paid from escrow for Blog: Milestone 1", ""),
        ("Fixed-price", "Blog: Milestone 1", "-"),
      ] {
        rows +=
          "\"\(month) 20, 2022\",,\(type),Blog,,\(text),,,,Ola,T,C,,\(rows.count)b,\(sign)80.00,,,0,\n"
      }
    }
    let reading = try read(v2 + rows)
    #expect(reading.lines.count { $0.kind == .invoice } == 2)
    #expect(reading.duplicates.count == 2)
  }

  @Test("the dust of a spreadsheet's binary numbers is no money")
  func dust() throws {
    let reading = try read(
      "Date,Transaction type,Ref ID,Amount in local currency,Currency\n"
        + "\"Feb 23, 2026\",Payment,1,1044.5899999999999,EUR\n\"Feb 23, 2026\",Payment,2,0.30000000000000004,EUR\n"
        + "\"Feb 23, 2026\",Payment,3,4.128,EUR\n"
    )
    #expect(reading.lines.map(\.amount.description) == ["1044.59", "0.30", "4.128"])
  }

  @Test("nine columns with local amounts are enough")
  func nineColumns() throws {
    let reading = try read(
      "Date,Transaction ID,Transaction type,Transaction summary details,Description 1,Ref ID,"
        + "Amount in local currency,Currency,Payment method\n"
        + "\"Feb 23, 2026\",9,Payment,\"Invoice for Dec 29, 2025-Jan 4, 2026\",x,8,\"1,044.59\",EUR,Visa\n"
    )
    let line = try #require(reading.lines.first)
    #expect(line.amount.description == "1044.59" && line.currency == .eur)
    #expect(
      line.periodStart?.description == "2025-12-29" && line.periodEnd?.description == "2026-01-04"
    )
  }

  @Test(
    "a row of an unknown type is rejected with its cost to the client, read or added up",
    arguments: [("-100.00", "-2.00", "2.00"), ("100.00", "2.00", "2.00")]
  )
  func unknownType(work: String, amount: String, cost: String) throws {
    let text =
      v2 + "\"Feb 23, 2026\",,Hourly,Dev,,,,,,Ana,Ops,C,,1,\(work),,,0,\n"
      + "\"Feb 24, 2026\",,Gratuity,,,,,,,Ana,Ops,C,,2,\(amount),,,0,\n"
    let side = work.hasPrefix("-") ? "Marketplace fee" : "Service Fee"
    let whole = text + "\"Feb 24, 2026\",,\(side),,,,,,,Ana,Ops,C,,3,-5.00,,,0,\n"
    let outcomes = [
      try InputReader.read(MemorySource(Array(whole.utf8)), named: "in"),
      try InputReader.read(
        MemorySource(Array(whole.utf8)),
        named: "in",
        folder: InputFolder(expectedBytes: whole.utf8.count, hashes: false, workers: 1)
      ),
    ]
    for outcome in outcomes {
      let reject = try #require(outcome.reading.rejects.first)
      #expect(reject.code == "unknown-type" && reject.amount?.description == cost)
    }
    #expect(Ledger.assemble([outcomes[0]]).reconciliation.holds)
  }

  @Test("rows with values that cannot be used are rejected with their amount, in the client's sign")
  func rejects() throws {
    let reading = try read(
      v1
        + "\"Feb 31, 2024\",1,Hourly,x,,A,T,C,,-10.00,,,0\n\"Jun 7, 2024\",2,Tip,x,,A,T,C,,-1.00,,,0\n"
        + "\"Jun 7, 2024\",3,Payment,x,,A,T,C,,\"12,5\",,,0\n\"Jun 7, 2024\",4,Payment,x,,A,T,C,,11.00,,,0\n"
    )
    #expect(reading.rejects.map(\.code) == ["bad-date", "unknown-type", "bad-number"])
    #expect(reading.rejects.first?.amount?.description == "10.00")
    #expect(reading.rejects.map(\.location.line) == [2, 3, 4])
  }

  @Test(
    "periods are read in their three shapes, and nothing else is taken for one",
    arguments: [
      ("Invoice for Feb 16-Feb 22, 2026", "2026-02-16 2026-02-22"),
      ("Invoice for Dec 29, 2025-Jan 4, 2026", "2025-12-29 2026-01-04"),
      ("Invoice for 05/27/2024-06/02/2024 - 14:20 hrs", "2024-05-27 2024-06-02"),
      ("(28123456) Title - 01/01/2024 - 01/07/2024", "2024-01-01 2024-01-07"),
      ("Invoice for Feb 16, 2026", nil), ("Marked for May 5", nil),
      ("Invoice for 02/30/2024-03/05/2024", nil),
    ]
  )
  func periods(text: String, expected: String?) {
    let period = UpworkText.period(in: text)
    #expect(period.map { "\($0.start) \($0.end)" } == expected)
  }

  @Test("the blocks in which a file arrives change nothing", arguments: blockSizes)
  func blocks(blockSize: Int) throws {
    let text = v1 + "\"Jun 7, 2024\",3,Hourly,\"a \"\"b\"\"\",,Ána,T,C,,-10.00,,,0\r\n"
    #expect(try read(text, blockSize: blockSize).lines == read(text).lines)
  }
}
