import Model
import Testing

@testable import Ingestion

/// Amounts of a locale that writes a comma for the point are never read as something else.
struct EuropeanNumberTests {
  private let history =
    "Date,Ref ID,Type,Description,Agency,Freelancer,Team,Account Name,PO,Amount,"
    + "Amount in local currency,Currency,Balance\n"

  @Test(
    "commas group the integer part in front of the point and nothing else",
    arguments: [
      ("1,200.00", "1200.00"), ("-$1,234,567.5", "-1234567.5"), ("1.000,00", nil), ("1.5,", nil),
      ("1.016,50", nil), ("12,34", nil), ("1,2345.00", nil), (",200.00", nil), ("1,,200", nil),
    ]
  )
  func grouping(text: String, plain: String?) { #expect(NumberText.withoutGrouping(text) == plain) }

  @Test("Upwork histories and summaries reject amounts with a decimal comma")
  func upwork() throws {
    let row = "\"Feb 23, 2026\",7,Hourly,x,,Nia,T,A,,\"-1.000,00\",,,0\n"
    let transactions = try read(history + row)
    #expect(transactions.lines.isEmpty && transactions.rejects.map(\.code) == ["bad-number"])
    let summary = try read(
      "Date,Contract,Hours,Amount,Payment type\n2026-02-23,Ledger (1),10,\"1.016,50\",\n"
    )
    #expect(summary.lines.isEmpty && summary.rejects.map(\.code) == ["bad-number"])
  }

  private let toggl =
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,"
    + "Duration,Tags,Amount (EUR)\n"

  private func entry(_ amount: String) -> String {
    "Nia,,,,,x,Yes,2026-02-23,09:00:00,2026-02-23,11:00:00,02:00:00,,\"\(amount)\"\n"
  }

  @Test("a Toggl column that proves the comma reads all its amounts with the comma")
  func togglComma() throws {
    let reading = try read(toggl + entry("1,075") + entry("75,50") + entry("1.075,00"))
    #expect(reading.lines.map(\.amount.description) == ["1.075", "75.50", "1075.00"])
    #expect(try read(toggl + entry("1,075")).refusal?.code == "ambiguous-decimal-mark")
    let points = try read(toggl + entry("1,075") + entry("1,075.50"))
    #expect(points.lines.map(\.amount.description) == ["1075", "1075.50"])
  }
}
