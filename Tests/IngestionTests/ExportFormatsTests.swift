import Model
import TestSupport
import Testing

@testable import Ingestion

/// The exports of payment services, time trackers and bookkeeping: what each row means for cost.
struct ExportFormatsTests {
  private func described(_ reading: InputReading) -> [String] {
    reading.lines.map { "\($0.kind.rawValue) \($0.amount) \($0.currency) \($0.freelancer ?? "-")" }
  }

  private func setAside(_ reading: InputReading) -> [String] {
    reading.rejects.map { "\($0.location.line) \($0.code)\($0.isSetAside ? "" : "!")" }
  }

  @Test("Payoneer: debits pay people, credits come back, only completed rows moved money")
  func payoneer() throws {
    let header =
      "Transaction Date,Time,Time Zone,Transaction ID,Description,Credit Amount,Debit Amount,Currency,"
      + "Transfer Amount,Transfer Amount Currency,Status,Running Balance,Additional Description,"
      + "Store Name,Source,Target,Reference ID\n"
    let reading = try read(
      header
        + "31/01/2026,10:00,UTC,T1,Payment,,\"1,500.25\",USD,,,Completed,0,,,,Nia Example,R1\n"
        + "01/02/2026,10:00,UTC,T2,Load,200.00,,USD,,,Completed,0,,,Bank,,\n"
        + "02/02/2026,10:00,UTC,T3,Payment,,10.00,USD,,,Cancelled,0,,,,Nia Example,\n"
    )
    #expect(described(reading) == ["payment 1500.25 USD Nia Example", "payment -200.00 USD -"])
    #expect(reading.lines.map(\.date?.description) == ["2026-01-31", "2026-02-01"])
    #expect(reading.lines.first?.references == ["R1"])
    #expect(setAside(reading) == ["4 not-completed"])
  }

  private let paypal =
    "\u{FEFF}\"Date\",\"Time\",\"TimeZone\",\"Name\",\"Type\",\"Status\",\"Currency\",\"Gross\",\"Fee\",\"Net\","
    + "\"From Email Address\",\"To Email Address\",\"Transaction ID\",\"Reference Txn ID\",\"Balance Impact\"\n"

  @Test("PayPal: gross is the payment, the fee a record of its own, memos and holds moved nothing")
  func paypalActivity() throws {
    let reading = try read(
      paypal
        + "\"13.01.2026\",\"\",\"\",\"Nia\",\"Mass Payment\",\"Completed\",\"EUR\",\"-1.234,56\",\"-2,50\",\"-1.237,06\",\"us@x\",\"nia@x\",\"A1\",\"\",\"Debit\"\n"
        + "\"01.02.2026\",\"\",\"\",\"Nia\",\"Payment Refund\",\"Completed\",\"EUR\",\"1.000\",\"0,00\",\"1.000\",\"nia@x\",\"us@x\",\"A2\",\"A1\",\"Credit\"\n"
        + "\"02.02.2026\",\"\",\"\",\"Nia\",\"General Authorization\",\"Completed\",\"EUR\",\"-9,00\",\"0,00\",\"-9,00\",\"us@x\",\"nia@x\",\"A3\",\"\",\"Debit\"\n"
        + "\"02.02.2026\",\"\",\"\",\"Nia\",\"Mass Payment\",\"Denied\",\"EUR\",\"-9,00\",\"0,00\",\"-9,00\",\"us@x\",\"nia@x\",\"A4\",\"\",\"Debit\"\n"
        + "\"02.02.2026\",\"\",\"\",\"Nia\",\"Mass Payment\",\"Completed\",\"EUR\",\"-9,00\",\"0,00\",\"-9,00\",\"us@x\",\"nia@x\",\"A5\",\"\",\"Memo\"\n"
    )
    #expect(
      described(reading) == [
        "payment 1234.56 EUR Nia", "fee 2.50 EUR Nia", "payment -1000 EUR Nia",
      ]
    )
    #expect(reading.lines.map(\.lineID) == ["A1", "A1 fee", "A2"])
    #expect(reading.lines.map(\.freelancerID) == ["nia@x", "nia@x", "nia@x"])
    #expect(setAside(reading) == ["4 not-completed", "5 not-completed", "6 not-completed"])
  }

  @Test("PayPal: the personal statement has no status and another word for the time zone")
  func paypalStatement() throws {
    let reading = try read(
      "\"Date\",\"Time\",\"Time Zone\",\"Description\",\"Currency\",\"Gross\",\"Fee\",\"Net\",\"Balance\","
        + "\"Transaction ID\",\"From Email Address\",\"Name\"\n"
        + "\"10/31/2019\",\"\",\"\",\"Payment\",\"USD\",\"-1,000.00\",\"0.00\",\"-1,000.00\",\"0\",\"B1\",\"us@x\",\"Ola\"\n"
    )
    #expect(described(reading) == ["payment 1000.00 USD Ola"])
    #expect(reading.lines.first?.date?.description == "2019-10-31")
  }

  @Test("Wise statement: the fees are inside the amount, days come first")
  func wiseStatement() throws {
    let reading = try read(
      "\"TransferWise ID\",Date,Amount,Currency,Description,\"Payment Reference\",\"Running Balance\","
        + "\"Payer Name\",\"Payee Name\",\"Total fees\"\n"
        + "TRANSFER-1,05-03-2026,-1005.00,EUR,Sent money,INV-7,0,,Nia Example,5.00\n"
        + "TRANSFER-2,06-03-2026,300.00,EUR,Received money,,0,Bank,,0.00\n"
    )
    #expect(
      described(reading) == [
        "payment 1000.00 EUR Nia Example", "fee 5.00 EUR Nia Example", "payment -300.00 EUR Bank",
      ]
    )
    #expect(reading.lines.first?.date?.description == "2026-03-05")
  }

  @Test("Wise history: the direction is the sign, the fee comes on top, neutral rows stay inside")
  func wiseTransfers() throws {
    let reading = try read(
      "ID,Status,Direction,Created on,Finished on,Source fee amount,Source fee currency,"
        + "Target fee amount,Target fee currency,Source name,Source amount (after fees),Source currency,"
        + "Target name,Target amount (after fees),Target currency,Exchange rate,Reference\n"
        + "T-1,COMPLETED,OUT,2026-01-30 09:00:00,2026-01-31 10:00:00,4.50,EUR,,,Us,1000.00,EUR,Nia,1080.00,USD,1.08,INV-7\n"
        + "T-2,COMPLETED,IN,2026-01-30 09:00:00,,0.00,EUR,,,Ola,50.00,EUR,Us,50.00,EUR,1,\n"
        + "T-3,COMPLETED,NEUTRAL,2026-01-30 09:00:00,2026-01-30 09:00:01,1.00,EUR,,,Us,99.00,EUR,Us,100.00,USD,1.08,\n"
        + "T-4,CANCELLED,OUT,2026-01-30 09:00:00,2026-01-30 09:00:01,1.00,EUR,,,Us,99.00,EUR,Nia,100.00,USD,1.08,\n"
    )
    #expect(
      described(reading) == [
        "payment 1000.00 EUR Nia", "fee 4.50 EUR Nia", "payment -50.00 EUR Ola", "fee 1.00 EUR -",
      ]
    )
    #expect(reading.lines.first?.date?.description == "2026-01-31")
    #expect(setAside(reading) == ["4 own-transfer", "5 not-completed"])
  }

  @Test("Toggl: entries over midnight count on their first day, in the currency of the header")
  func toggl() throws {
    for (amount, currency) in [("Amount (EUR)", "EUR"), ("Amount ()", "USD"), ("Amount", "USD")] {
      let reading = try read(
        "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,\(amount)\n"
          + "Nia,n@x,Acme,Web,,Run,Yes,2026-09-02,22:00:00,2026-09-03,01:15:00,03:20:00,,162.5051\n"
      )
      let line = try #require(reading.lines.first)
      #expect(described(reading) == ["timesheet 162.5051 \(currency) Nia"])
      #expect(line.workDay?.description == "2026-09-02" && line.quantity?.description == "3.33333")
    }
    let reading = try read(
      "User,Email,Project,Description,Start date,Duration\nNia,n@x,Web,Run,2026-09-02,03:15:00\n"
    )
    #expect(reading.diagnostics.map(\.code) == ["hours-without-money"])
  }

  @Test("Clockify: the workspace's dates and numbers are proved by their columns")
  func clockify() throws {
    let reading = try read(
      "Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,"
        + "Duration (h),Duration (decimal),Billable Rate (EUR),Billable Amount (EUR)\n"
        + "Web,Acme,Run,,Nia,Ops,n@x,,Yes,01/09/2026,02:00 PM,01/09/2026,03:30 PM,01:30:00,\"1,50\",\"50,00\",\"75,00\"\n"
        + "Web,Acme,Run,,Nia,Ops,n@x,,Yes,15/09/2026,02:00 PM,15/09/2026,03:20 PM,01:20:00,\"1,33\",\"50,00\",\"66,67\"\n"
    )
    #expect(described(reading) == ["timesheet 75.00 EUR Nia", "timesheet 66.67 EUR Nia"])
    #expect(reading.lines.map(\.date?.description) == ["2026-09-01", "2026-09-15"])
    #expect(reading.lines.map(\.quantity?.description) == ["1.5", "1.33333"], "the clock is exact")
    #expect(reading.lines.first?.department == "Ops")
  }

  private let harvest =
    "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,Approved?,First Name,Last Name,"
    + "Employee Id,Roles,Employee?,Billable Rate,Billable Amount,Cost Rate,Cost Amount,Currency\r\n"

  @Test("Harvest: contractors only, at cost where the report has costs, else at the billable price")
  func harvestCosts() throws {
    let one = "2026-04-02,Acme,Web,,Dev,Call,3.5,Yes,No,No,Nia,Example,,Lead,No,84.0,294.0,"
    let two = "2026-04-03,Acme,Web,,Dev,Call,2.0,Yes,No,No,Ola,Example,,,No,84.0,168.0,"
    let staff = "2026-04-03,Acme,Web,,Dev,Call,2.0,Yes,No,No,Eva,Example,,,Yes,84.0,168.0,"
    let money = ",British Pound - GBP\r\n"
    let billed = try read(harvest + one + "0.0,0.0" + money + two + "0.0,0.0" + money)
    #expect(
      described(billed) == ["timesheet 294.0 GBP Nia Example", "timesheet 168.0 GBP Ola Example"]
    )
    let costed = try read(
      harvest + one + "40.0,140.0" + money + two + "0.0,0.0" + money + staff + "9.0,18.0" + money
    )
    #expect(
      described(costed) == ["timesheet 140.0 GBP Nia Example", "timesheet 0.0 GBP Ola Example"]
    )
    #expect(
      costed.lines.first?.role == "Lead" && costed.lines.first?.unitPrice?.description == "40.0"
    )
    #expect(setAside(costed) == ["4 employee"])
    #expect(costed.diagnostics.map(\.code) == ["hours-without-money"])
  }

  @Test("Harvest of 2015: points between day and month, commas in quoted hours")
  func harvest2015() throws {
    let reading = try read(
      "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,Approved?,First Name,Last Name,Department,Employee?\n"
        + "26.01.2015,Acme,Web,,Dev,,\"7,5\",Yes,No,No,Nia,Example,Ops,No\n"
        + "01.02.2015,Acme,Web,,Dev,,\"0,25\",Yes,No,No,Nia,Example,Ops,No\n"
    )
    #expect(reading.lines.map(\.quantity?.description) == ["7.5", "0.25"])
    #expect(reading.lines.map(\.date?.description) == ["2015-01-26", "2015-02-01"])
  }

  @Test(
    "Xero: repeated totals are never added, tax inside the lines is taken out, sales are no cost"
  )
  func xero() throws {
    let header =
      "*ContactName,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,TaxTotal,InvoiceAmountPaid,"
      + "InvoiceAmountDue,Description,Quantity,UnitAmount,LineAmount,TaxAmount,TrackingName1,"
      + "TrackingOption1,Currency,Type,Status\n"
    func row(
      _ number: String,
      _ total: String,
      _ tax: String,
      _ line: String,
      _ lineTax: String,
      _ type: String,
      _ status: String = "Paid"
    ) -> String {
      "Nia Ltd,\(number),R,31/01/2026,28/02/2026,\(total),\(tax),0,0,Design,1,\(line),\(line),\(lineTax),Department,Ops,GBP,\(type),\(status)\n"
    }
    let reading = try read(
      header + row("A", "240.00", "40.00", "100.00", "20.00", "Bill")
        + row("A", "240.00", "40.00", "100.00", "20.00", "Bill")
        + row("B", "120.00", "20.00", "120.00", "20.00", "Bill")
        + row("C", "60.00", "10.00", "50.00", "10.00", "Bill credit note")
        + row("D", "60.00", "0.00", "60.00", "0.00", "Bill overpayment")
        + row("E", "60.00", "0.00", "60.00", "0.00", "Sales invoice")
        + row("F", "60.00", "0.00", "60.00", "0.00", "Bill", "Voided")
    )
    #expect(
      described(reading) == [
        "invoice 100.00 GBP Nia Ltd", "invoice 100.00 GBP Nia Ltd", "invoice 100.00 GBP Nia Ltd",
        "credit_note -50.00 GBP Nia Ltd", "payment 60.00 GBP Nia Ltd",
      ]
    )
    #expect(reading.lines.map(\.lineID) == ["1", "2", "1", "1", "1"])
    #expect(reading.lines.first?.department == "Ops")
    #expect(setAside(reading) == ["7 not-a-cost", "8 not-completed"])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("Xero: a number that begins anew with the year is another bill, with a total of its own")
  func xeroNumbersOfYears() throws {
    let reading = try read(
      "ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,"
        + "Description,Quantity,UnitAmount,LineAmount,TaxAmount,Currency,Type,Status\n"
        + "Nia Ltd,001,31/01/2025,28/02/2025,119.00,19.00,0,0,Design,1,119.00,119.00,19.00,EUR,Bill,Paid\n"
        + "Nia Ltd,001,31/01/2026,28/02/2026,238.00,38.00,0,0,Design,1,238.00,238.00,38.00,EUR,Bill,Paid\n"
    )
    #expect(
      described(reading) == ["invoice 100.00 EUR Nia Ltd", "invoice 200.00 EUR Nia Ltd"]
    )
    #expect(reading.lines.map(\.lineID) == ["1", "1"])
    #expect(reading.diagnostics.isEmpty)
  }

  private let quickBooks =
    "Example Buyer Inc.\nTransaction List by Vendor\n\"January - June, 2026\"\n\n"
    + ",Date,Transaction type,Num,Posting (Y/N),Memo/Description,Account,Amount\n"

  @Test("QuickBooks: vendors stand above their rows, totals are checked and are no records")
  func quickBooksList() throws {
    let reading = try read(
      quickBooks
        + "Nia Example,,,,,,,\n,01/15/2026,Bill,INV-7,Yes,\"Design, phase 1\",Accounts Payable (A/P),\"1,200.00\"\n"
        + ",02/15/2026,Bill Payment (Check),,Yes,,Checking,\"-1,200.00\"\nTotal for Nia Example,,,,,,,$0.00\n\n"
        + "Ola,,,,,,,\n,03/01/2026,Expense,,Yes,Hosting,Card,-$40.50\n,03/02/2026,Vendor Credit,,Yes,,A/P,-10.00\n"
        + ",03/03/2026,Purchase Order,,No,,A/P,99.00\nTotal for Ola,,,,,,,-$50.50\n\nTOTAL,,,,,,,\"-$50.50\"\n\n"
        + "\"Thursday, July 02, 2026 09:14 AM GMT-07:00\"\n"
    )
    #expect(
      described(reading) == [
        "invoice 1200.00 USD Nia Example", "payment 1200.00 USD Nia Example",
        "invoice 40.50 USD Ola",
        "credit_note -10.00 USD Ola",
      ]
    )
    #expect(setAside(reading) == ["14 not-completed"])
    #expect(
      reading.diagnostics.map(\.code) == ["assumed-currency", "preamble"],
      "all totals agree"
    )
  }

  @Test("every export reads alike with every size of block", arguments: blockSizes)
  func blocks(blockSize: Int) throws {
    let text =
      paypal
      + "\"13/01/2026\",\"\",\"\",\"Ni\u{E1}\",\"Pay\",\"Completed\",\"EUR\",\"-1.234,56\",\"0,00\",\"-1.234,56\",\"us@x\",\"nia@x\",\"A1\",\"\",\"Debit\"\r\n"
    #expect(try read(text, blockSize: blockSize).records == read(text).records)
  }
}
