import Model
import TestSupport
import Testing

@testable import Ingestion

/// Whatever a batch of files holds, every record is used, rejected or a duplicate, and so is its
/// money.
struct BatchTests {
  @Test("10,000 random batches: no record and no cent is unaccounted for", arguments: 0..<10)
  func batches(part: Int) throws {
    for seed in 0..<1000 {
      var random = SplitMix64(seed: UInt64(part * 1000 + seed) &* 0x9E37 &+ 1)
      let batch = Batch(&random)
      let outcomes = try batch.files.map { file in
        try InputReader.read(MemorySource(Array(file.text.utf8)), named: file.name)
      }
      let dataset = Ledger.assemble(outcomes)
      let sum = dataset.reconciliation
      let what = "part \(part), seed \(seed)"
      #expect(sum.holds, "\(what)")
      #expect(sum.records == batch.records, "\(what): \(batch.files.map(\.name))")
      #expect(
        sum.accepted == dataset.lines.count + dataset.postings.count
          && sum.rejected == dataset.rejects.count && sum.duplicates == dataset.duplicates.count,
        "\(what)"
      )
      #expect(
        dataset.inputs.reduce(0) { $0 + $1.records } == sum.records
          && dataset.inputs.allSatisfy { $0.records == $0.accepted + $0.rejected + $0.duplicates },
        "\(what)"
      )
    }
  }
}

/// A few random files, and how many records were written into them.
private struct Batch {
  private(set) var files: [(name: String, text: String)] = []
  private(set) var records = 0

  init(_ random: inout SplitMix64) {
    for index in 0...Int(random.next() % 3) {
      switch random.next() % 6 {
      case 0: addHistory(&random, "h\(index).csv")
      case 1: addSummary(&random, "s\(index).csv")
      case 2: addInvoice(&random, "i\(index).xml")
      case 3: addPostings(&random, "p\(index).csv")
      default: addTable(&random, "t\(index).csv")
      }
    }
    if random.next() % 8 == 0, let file = files.first {
      // The same bytes under another name.
      let count = records
      files.append(("z-" + file.name, file.text))
      records = count + firstRecords
    }
  }

  private var firstRecords = 0

  private mutating func add(_ name: String, _ text: String, _ count: Int) {
    if files.isEmpty { firstRecords = count }
    files.append((name, text))
    records += count
  }

  private mutating func addHistory(_ random: inout SplitMix64, _ name: String) {
    let history = History(&random, rows: Int(random.next() % 8))
    add(name, history.text, history.lines.count { $0 != History.header })
  }

  private mutating func addSummary(_ random: inout SplitMix64, _ name: String) {
    let rows = (0..<Int(random.next() % 6)).map { _ in
      let day = 1 + random.next() % 31
      return "2026-02-\(day < 10 ? "0" : "")\(day),App (77),\(random.next() % 9).5,"
        + "\(random.next() % 300),"
    }
    let text = (["Date,Contract,Hours,Amount,Payment type"] + rows).joined(separator: "\n")
    add(name, text, rows.count)
  }

  private mutating func addInvoice(_ random: inout SplitMix64, _ name: String) {
    let amount = random.next() % 5 == 0 ? "4o0" : "\(100 + random.next() % 5).00"
    let invoice = InvoiceFixture(number: "R-\(random.next() % 4)", seller: "Ana", amount: amount)
    add(name, invoice.ubl, 1)
  }

  private mutating func addPostings(_ random: inout SplitMix64, _ name: String) {
    let rows = (0..<Int(random.next() % 5)).map { _ in
      "p\(random.next() % 3),\(random.next() % 4 == 0 ? "" : "Editor"),text"
    }
    add(name, (["posting_id,title,description"] + rows).joined(separator: "\n"), rows.count)
  }

  private mutating func addTable(_ random: inout SplitMix64, _ name: String) {
    func pick(_ values: [String]) -> String { values[Int(random.next() % UInt64(values.count))] }
    let rows = (0..<Int(random.next() % 9)).map { _ in
      [
        pick(["I-1", "i-1", "I-2", "R-1", ""]), pick(["1", "2", ""]),
        pick(["2026-01-31", "2026-02-30", "2026-03-01"]), pick(["Ana", "Bo", "\"Cy, x\"", ""]),
        pick(["10.00", "-5", "1,5", "x", "", "99999999999999999999", "10.001"]),
        pick(["EUR", "USD", "XXQ", "", "JPY"]),
      ].joined(separator: ",")
    }
    let header = "invoice_id,line_id,date,freelancer,amount,currency"
    add(name, ([header] + rows).joined(separator: "\n") + "\n", rows.count)
  }
}
