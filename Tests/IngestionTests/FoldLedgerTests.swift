import Model
import Testing

@testable import Ingestion

/// Adding up must find what several inputs tell together, as reading line by line does.
struct FoldLedgerTests {
  private let history =
    "Date,Ref ID,Type,Description,Agency,Freelancer,Team,Account Name,PO,Amount,"
    + "Amount in local currency,Currency,Balance\n"
    + "\"Feb 23, 2026\",1,Hourly,Invoice for 02/16/2026-02/22/2026 - 10:00 hrs @ $50.00/hr,,Ana,Ops,"
    + "Acme,,-500.00,,USD,0\n"

  private func fold(_ files: [(name: String, text: String)]) throws -> FoldedDataset {
    let folder = InputFolder(expectedBytes: 0, hashes: true, workers: 2)
    let outcomes = try files.map { file in
      try InputReader.read(MemorySource(Array(file.text.utf8)), named: file.name, folder: folder)
    }
    return Ledger.fold(outcomes.map(folder.setRepeatedAside))
  }

  @Test("a weekly summary of work that a history bills is not added to it")
  func weeklySummary() throws {
    let summary =
      "\"Date\",\"Contract\",\"Hours\",\"Amount\",\"Payment type\"\n"
      + "\"2026-02-17\",\"Dev (34848691)\",\"10\",\"500\",\"\"\n"
    for files in [[("a", history), ("b", summary)], [("b", history), ("a", summary)]] {
      let dataset = try fold(files)
      #expect(dataset.reconciliation.accepted == 1 && dataset.reconciliation.duplicates == 1)
      #expect(dataset.work.lines.map(\.amount.description) == ["500.00"])
      #expect(dataset.reconciliation.holds)
    }
  }

  @Test("a layout that is read line by line does not count again what was added up")
  func otherLayout() throws {
    let local =
      "Date,Transaction ID,Transaction type,Transaction summary details,Description 1,Ref ID,"
      + "Amount in local currency,Currency,Payment method\n"
      + "\"Feb 23, 2026\",9,Hourly,\"Invoice for Feb 16-Feb 22, 2026\",x,1,-460.00,EUR,Visa\n"
      + "\"Feb 23, 2026\",9,Hourly,\"Invoice for Feb 16-Feb 22, 2026\",x,2,-92.00,EUR,Visa\n"
    let dataset = try fold([("a.csv", local), ("b.csv", history)])
    #expect(dataset.duplicates.map(\.location) == [SourceLocation(source: "a.csv", line: 2)])
    #expect(dataset.duplicates.map(\.original) == [SourceLocation(source: "b.csv", line: 2)])
    #expect(dataset.reconciliation.accepted == 2 && dataset.reconciliation.holds)
  }

  @Test("a history whose rows are all known still shows whose wallet it is")
  func allRepeated() throws {
    let mine =
      "Date,Ref ID,Type,Description,Agency,Freelancer,Team,Account Name,PO,Amount,"
      + "Amount in local currency,Currency,Balance\n"
      + "\"Jun 7, 2024\",7,Withdrawal,Bank,,,,N,,-232.20,,,0\n"
      + "\"Jun 7, 2024\",3,Hourly,Invoice for 05/27/2024-06/02/2024 - 14:20 hrs @ $18.00/hr,,Nia,"
      + "Client Ltd,N,,258.00,,,0\n"
    let dataset = try fold([
      ("a.csv", mine), ("b.csv", mine.replacing("Bank", with: "Bank transfer")),
    ])
    let duplicate = dataset.reconciliation.amountDuplicate.sums[.usd]
    #expect(duplicate == dataset.reconciliation.amountUsed.sums[.usd])
  }

  @Test("a milestone's group begins where its release stands, not at its funding")
  func release() throws {
    let rows = [
      "\"Apr 2, 2022\",,Fixed-price,Logo,,Logo: Milestone 1,,,,Ola,Team,C,,33,-150.00,,,0,",
      "\"Apr 2, 2022\",,Payment,Logo,,Paid from escrow for Logo: Milestone 1,,,,,,C,,32,150.00,,,0,",
      "\"Mar 31, 2022\",,Fixed-Price,Logo,,Logo: Milestone 1,,,,Ola,Team,C,,31,-150.00,,,0,",
      "\"Mar 31, 2022\",,Payment,,,Paid from Visa 0000 to escrow,,,,,,C,,30,150.00,,,0,",
    ]
    let text = ([History.header] + rows.reversed()).joined(separator: "\n") + "\n"
    let work = try fold([("a.csv", text)]).work.lines.filter { $0.kind == .invoice }
    #expect(work.map(\.location.line) == [5])
    #expect(work.map(\.records) == [1])
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
