import Ingestion
import Model
import TestSupport
import Testing

struct LedgerTests {
  private let header = "invoice_id,line_id,date,freelancer_id,amount,currency\n"

  @Test("the same line of the same document counts once, and a conflict is noticed")
  func duplicates() throws {
    let dataset = try assemble([
      ("a.csv", header + "I-1,1,2026-01-31,f1,10.00,EUR\nI-1,2,2026-01-31,f1,5.00,EUR\n"),
      ("b.csv", header + "i-1,1,2026-01-31,F1,12.00,EUR\nI-1,1,2026-01-31,f2,10.00,EUR\n"),
    ])
    #expect(dataset.lines.count == 3)
    #expect(dataset.duplicates.map(\.reason) == [.sameDocumentLine])
    #expect(dataset.duplicates.first?.conflicts == true)
    #expect(dataset.reconciliation.holds)
  }

  @Test("a file that is there twice counts once")
  func copies() throws {
    let text = header + "I-1,1,2026-01-31,f1,10.00,EUR\n,,2026-01-31,f1,bad,EUR\n"
    let dataset = try assemble([("a.csv", text), ("copy.csv", text)])
    #expect(dataset.lines.count == 1)
    #expect(dataset.reconciliation.holds)
    #expect(dataset.duplicates.contains { $0.reason == .sameInput })
  }

  @Test("of two exports of one history the fuller one stays")
  func fuller() throws {
    let dataset = try assemble([
      (
        "a.csv",
        "Date,Transaction ID,Transaction type,Transaction summary details,Description 1,Ref ID,"
          + "Amount in local currency,Currency,Payment method\n"
          + "\"Feb 23, 2026\",9,Hourly,\"Invoice for Feb 16-Feb 22, 2026\",x,8,-95.00,EUR,Visa\n"
      ),
      (
        "b.csv",
        "Date,Transaction type,Transaction summary,Transaction summary details,Freelancer,Ref ID,Amount $\n"
          + "\"Feb 23, 2026\",Hourly,App,\"Invoice for Feb 16-Feb 22, 2026\",Nia,8,-103.00\n"
      ),
    ])
    #expect(dataset.lines.map(\.freelancer) == ["Nia"])
    #expect(dataset.duplicates.map(\.location.source) == ["a.csv"])
    #expect(dataset.duplicates.allSatisfy { !$0.conflicts }, "each states its own currency")
    #expect(dataset.reconciliation.holds)
  }

  private let transactions =
    "Date,Transaction type,Transaction summary,Transaction summary details,Freelancer,Ref ID,Amount $\n"
    + "\"Feb 23, 2026\",Hourly,App,\"Invoice for Feb 16-Feb 22, 2026\",Nia,8,-100.00\n"

  @Test("a summary of the same contract and week lends its hours and is not counted")
  func overlap() throws {
    let dataset = try assemble([
      ("t.csv", transactions),
      (
        "w.csv",
        "Date,Contract,Hours,Amount,Payment type\n2026-02-17,App (77),1.5,60,\n2026-02-19,App (77),1,40,\n"
          + "2026-02-24,App (77),1,40,\n"
      ),
    ])
    #expect(dataset.lines.map(\.amount.description) == ["100.00", "40"])
    #expect(dataset.lines.first?.quantity?.description == "2.5")
    #expect(dataset.duplicates.map(\.reason) == [.coveredByTransactions, .coveredByTransactions])
    #expect(dataset.reconciliation.holds)
  }

  @Test("a summary that says another amount is not counted either, but named")
  func differing() throws {
    let dataset = try assemble([
      ("t.csv", transactions),
      ("w.csv", "Date,Contract,Hours,Amount,Payment type\n2026-02-17,App (77),1.5,60,\n"),
    ])
    #expect(dataset.lines.count == 1 && dataset.duplicates.first?.conflicts == true)
    #expect(dataset.diagnostics.map(\.code) == ["overlap-differs"])
  }

  @Test("the order of the inputs changes nothing")
  func order() throws {
    let inputs = [
      ("a.csv", header + "I-1,1,2026-01-31,f1,10.00,EUR\n"), ("t.csv", transactions),
      ("b.csv", header + "I-1,1,2026-01-31,f1,10.00,EUR\nI-2,1,2026-01-31,f1,7.00,EUR\n"),
    ]
    let (one, two) = (try assemble(inputs), try assemble(inputs.reversed()))
    #expect(one.lines == two.lines && one.duplicates == two.duplicates && one.inputs == two.inputs)
  }

  @Test("random batches always reconcile")
  func batches() throws {
    var random = SplitMix64(seed: 41)
    for number in 0..<300 {
      var files: [(String, String)] = []
      for file in 0..<(1 + random.below(3)) {
        var text = header
        for _ in 0..<random.below(12) {
          let day = random.uniform() < 0.1 ? "2026-02-30" : "2026-01-1\(random.below(9))"
          let amount =
            random.uniform() < 0.1 ? "x" : "\(random.below(500) - 100).\(random.below(90) + 10)"
          let currency = random.uniform() < 0.1 ? "QQQ" : ["EUR", "USD", "JPY"][random.below(3)]
          text +=
            "I-\(random.below(4)),\(random.below(3)),\(day),f\(random.below(2)),\(amount),\(currency)"
          text += random.uniform() < 0.1 ? ",extra\n" : "\n"
        }
        files.append(("\(file).csv", text))
      }
      let dataset = try assemble(files)
      let rows = files.map { $0.1.split(separator: "\n").count - 1 }.reduce(0, +)
      #expect(dataset.reconciliation.holds, "seed 41, batch \(number)")
      #expect(dataset.reconciliation.records == rows, "seed 41, batch \(number)")
    }
  }

  @Test("rows without numbers that stand in two exports count as often as in the fuller one")
  func overlappingExports() throws {
    let header = "date,freelancer,amount,currency\n"
    let row = "2026-02-02,Ana,10.00,EUR\n"
    let dataset = try assemble([
      ("a.csv", header + row + row + "2026-02-01,Ana,9.00,EUR\n"),
      ("b.csv", header + row + row + row),
    ])
    #expect(dataset.lines.count == 4, "two equal rows of one export are two")
    #expect(dataset.duplicates.map(\.reason) == [.sameContent, .sameContent])
    #expect(dataset.reconciliation.holds)
  }

  @Test("an e-invoice and the accounting system's row of it are one document")
  func acrossFormats() throws {
    let invoice = InvoiceFixture(number: "R-7", seller: "Ana Ruiz", amount: "400.00").ubl
    let table = "invoice_id,date,freelancer,amount,currency\n"
    let same = try assemble([
      ("a.xml", invoice), ("b.csv", table + "r-7,2026-02-01,ana  ruiz,400.00,EUR\n"),
    ])
    #expect(same.duplicates.map(\.reason) == [.sameDocument])
    #expect(same.lines.map(\.format) == ["ubl-invoice"])
    let other = try assemble([
      ("a.xml", invoice), ("b.csv", table + "R-7,2026-02-01,Ana Ruiz,476.00,EUR\n"),
    ])
    #expect(other.duplicates.first?.conflicts == true)
    #expect(other.diagnostics.contains { $0.code == "conflicting-duplicate" })
    for row in ["R-8,2026-02-01,Ana Ruiz,400.00,EUR", "R-7,2026-02-01,Bo Lind,400.00,EUR"] {
      let different = try assemble([("a.xml", invoice), ("b.csv", table + row + "\n")])
      #expect(different.duplicates.isEmpty && different.lines.count == 2, "\(row)")
    }
  }

  @Test("a number that begins anew with the year is another document")
  func numbersOfYears() throws {
    let dataset = try assemble([
      (
        "a.csv",
        header + "1,1,2025-01-31,f1,500.00,EUR\n1,1,2026-01-31,f1,500.00,EUR\n"
          + "1,1,2026-01-31,f1,500.00,EUR\n"
      )
    ])
    #expect(dataset.lines.count == 2 && dataset.duplicates.count == 1)
  }

  @Test("a time report is not counted beside the invoices of its hours")
  func timesheets() throws {
    let report =
      "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,"
      + "Duration,Tags,Amount (EUR)\n"
      + "Ana,a@x.example,Us,Shop,,work,Yes,2026-02-03,09:00:00,2026-02-03,13:00:00,04:00:00,,200.00\n"
      + "Ana,a@x.example,Us,Shop,,work,Yes,2026-02-17,09:00:00,2026-02-17,15:00:00,06:00:00,,300.00\n"
    let table = "invoice_id,date,period_end,freelancer,quantity,rate,currency\n"
    let covered = try assemble([
      ("t.csv", report), ("i.csv", table + "I1,2026-03-02,2026-02-28,Ana,10,50.00,EUR\n"),
    ])
    #expect(covered.lines.map(\.document) == ["I1"])
    #expect(covered.duplicates.map(\.reason) == [.coveredByInvoices, .coveredByInvoices])
    #expect(covered.reconciliation.holds)
    let differing = try assemble([
      ("t.csv", report), ("i.csv", table + "I1,2026-03-02,2026-02-28,Ana,14,50.00,EUR\n"),
    ])
    #expect(differing.lines.count == 3)
    #expect(differing.diagnostics.contains { $0.code == "timesheet-and-invoices" })
  }
}

/// A small invented e-invoice.
struct InvoiceFixture {
  let number: String
  let seller: String
  let amount: String

  /// As UBL 2.1.
  var ubl: String {
    """
    <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" \
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" \
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
    <cbc:ID>\(number)</cbc:ID><cbc:IssueDate>2026-02-01</cbc:IssueDate>
    <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
    <cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity>
    <cbc:RegistrationName>\(seller)</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>
    </cac:AccountingSupplierParty>
    <cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">\(amount)</cbc:TaxExclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">\(amount)</cbc:PayableAmount></cac:LegalMonetaryTotal>
    <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="HUR">8</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount currencyID="EUR">\(amount)</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>Work</cbc:Name></cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="EUR">50.00</cbc:PriceAmount></cac:Price></cac:InvoiceLine>
    </Invoice>
    """
  }
}
