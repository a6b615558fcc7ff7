import Model
import TestSupport
import Testing

@testable import Ingestion

/// Adding up while reading must say what reading line by line and adding up says.
struct FoldTests {
  @Test(
    "blocks and workers change nothing: the groups are those of the lines",
    arguments: [1, 2, 3],
    [7, 64, 4096, 65_536]
  )
  func sameAsLines(workers: Int, blockSize: Int) throws {
    for seed in UInt64(1)...12 {
      var random = SplitMix64(seed: seed &* 977 &+ UInt64(blockSize))
      let text = History(&random, rows: 60 + Int(seed) * 25).text
      try expectSame(text, workers: workers, blockSize: blockSize, "seed \(seed)")
    }
  }

  @Test("a quote astray sends the rest of the file to the exact reader, and nothing is lost")
  func strayQuote() throws {
    var random = SplitMix64(seed: 5)
    let history = History(&random, rows: 400)
    for position in [1, 57, 200, 399, 400] {
      var lines = history.lines
      lines.insert("\"Sep 28, 2026\",1,Hourly,Desi\"gn,,,,,,Ana,,,,77,-5.00,,,0,", at: position)
      try expectSame(lines.joined(separator: "\n"), workers: 2, blockSize: 4096, "at \(position)")
    }
    var open = history.lines
    open.insert("\"Sep 28, 2026,1,Hourly,Design", at: 150)
    try expectSame(open.joined(separator: "\n") + "\n", workers: 2, blockSize: 4096, "open quote")
  }

  @Test("line ends, a missing last one and a byte order mark make no difference")
  func lineEnds() throws {
    var random = SplitMix64(seed: 9)
    let lines = History(&random, rows: 120).lines
    for text in [
      lines.joined(separator: "\r\n") + "\r\n", lines.joined(separator: "\n"),
      "\u{FEFF}" + lines.joined(separator: "\n"), lines.joined(separator: "\r") + "\r",
      lines.joined(separator: "\n\n") + "\n\n\n",
    ] {
      try expectSame(text, workers: 2, blockSize: 512, "line ends")
    }
  }

  @Test("a reference in two inputs counts once, and the second says where the first stands")
  func acrossInputs() throws {
    let header = History.header
    let row = "\"Sep 28, 2026\",1,Hourly,Design,,,1.00 hours,,,Ana,,,,77,-5.00,,,0,"
    let other = "\"Sep 28, 2026\",1,Hourly,Design,,,1.00 hours,,,Ana,,,,77,-6.00,,,0,"
    let folder = InputFolder(expectedBytes: 0, hashes: false, workers: 2)
    let first = try fold(header + "\n" + row + "\n", named: "a.csv", folder, blockSize: 64)
    let second = try fold(header + "\n" + other + "\n", named: "b.csv", folder, blockSize: 64)
    #expect(first.folded?.duplicates == 0 && second.folded?.duplicates == 1)
    let duplicate = try #require(second.reading.duplicates.first)
    #expect(duplicate.original == SourceLocation(source: "a.csv", line: 2))
    #expect(duplicate.conflicts, "another amount under one reference is a conflict")
    let dataset = Ledger.fold([first, second])
    #expect(dataset.reconciliation.holds && dataset.reconciliation.accepted == 1)
  }

  @Test("the second input says where a reference stands in the first, behind a quote astray too")
  func acrossInputsBehindStrayQuote() throws {
    let row = "\"Sep 28, 2026\",1,Hourly,Design,,,1.00 hours,,,Ana,,,,77,-5.00,,,0,"
    let stray = "\"Sep 28, 2026\",1,Hourly,Desi\"gn,,,,,,Ana,,,,78,-5.00,,,0,"
    let padding = (0..<20).map { row.replacing(",77,", with: ",88\($0),") }
    let folder = InputFolder(expectedBytes: 0, hashes: false, workers: 2)
    let first = ([History.header, stray] + padding + [row]).joined(separator: "\n") + "\n"
    _ = try fold(first, named: "a.csv", folder, blockSize: 64)
    let second = try fold(History.header + "\n" + row + "\n", named: "b.csv", folder, blockSize: 64)
    let duplicate = try #require(second.reading.duplicates.first)
    #expect(duplicate.original == SourceLocation(source: "a.csv", line: 23))
  }

  @Test("milestones are told apart alike by blocks and by the exact reader")
  func milestones() throws {
    func row(_ day: Int, _ reference: Int, _ type: String, _ title: String, _ text: String)
      -> String
    {
      let amount = type == "Payment" ? "150.00" : "-150.00"
      return
        "\"Mar \(day), 2022\",,\(type),\(title),,\(text),,,,Ola,Team,C,,\(reference),\(amount),,,0,"
    }
    let titles = ["Logo", "Logo (34848691)", "\"Logo \"\"new\"\" (1)\"", "(77)", ""]
    let texts = ["One", "\"The \"\"first\"\" one\"", "", "Logo"]
    for (title, text) in titles.flatMap({ title in texts.map { (title, $0) } }) {
      let rows = [
        row(1, 1, "Payment", title, "Paid from Visa 0000 to escrow"),
        row(1, 2, "Fixed-Price", title, text), row(2, 3, "Fixed-Price", title, "Two"),
        row(9, 4, "Payment", title, "Paid from escrow for Logo"),
        row(9, 5, "Fixed-price", title, text),
      ]
      let lines = [History.header] + rows
      try expectSame(
        lines.joined(separator: "\n") + "\n",
        workers: 1,
        blockSize: 4096,
        title + text
      )
      // A quote astray leaves the rows behind it to the exact reader.
      let stray = "\"Sep 28, 2026\",1,Hourly,Desi\"gn,,,,,,Ana,,,,77,-5.00,,,0,"
      for position in 1...lines.count {
        var spoiled = lines
        spoiled.insert(stray, at: position)
        try expectSame(
          spoiled.joined(separator: "\n") + "\n",
          workers: 1,
          blockSize: 4096,
          "\(title)\(text) \(position)"
        )
      }
    }
  }

  @Test("groups come in the order of their first lines, whoever added them up")
  func order() throws {
    for seed in UInt64(1)...6 {
      var random = SplitMix64(seed: seed &* 31)
      let text = History(&random, rows: 300).text
      let folder = InputFolder(expectedBytes: 0, hashes: false, workers: 1)
      let one = try #require(try fold(text, folder, blockSize: 4096).folded).work
      #expect(one.groups.count > 10)
      let lines = one.groups.map(\.line)
      #expect(lines == lines.sorted())
      for workers in 2...4 {
        let folder = InputFolder(expectedBytes: 0, hashes: false, workers: workers)
        let other = try #require(try fold(text, folder, blockSize: 512).folded).work
        #expect(other.groups == one.groups && other.identities == one.identities)
      }
    }
  }

  // MARK: Comparing

  private struct Key: Hashable {
    let identity: FoldedWork.Identity?
    let kind: InvoiceLine.Kind
    let isFixedPrice: Bool
    let isExtra: Bool
    let side: InvoiceLine.Side?
    let week: Day?
    let hasQuantity: Bool
  }

  private struct Sum: Equatable {
    var records = 0
    var amount = ExactDecimal.zero
    var quantity = ExactDecimal.zero
  }

  private func sums(_ lines: [InvoiceLine]) -> [Key: Sum] {
    var sums: [Key: Sum] = [:]
    for line in lines {
      // The lines of fees inherit from their invoice what a fold does not trace.
      let isFee = line.kind == .fee || line.kind == .tax
      let key = Key(
        identity: isFee ? nil : FoldedWork.Identity(line),
        kind: line.kind,
        isFixedPrice: line.isFixedPrice,
        isExtra: line.isExtra,
        side: line.side,
        week: isFee ? nil : line.workDay?.startOfWeek,
        hasQuantity: line.quantity != nil
      )
      var sum = sums[key] ?? Sum()
      sum.records += line.records
      sum.amount = sum.amount.adding(line.amount) ?? sum.amount
      if let quantity = line.quantity {
        sum.quantity = sum.quantity.adding(quantity) ?? sum.quantity
      }
      sums[key] = sum
    }
    return sums
  }

  private func fold(
    _ text: String,
    named name: String = "in",
    _ folder: InputFolder,
    blockSize: Int
  ) throws -> InputReader.Outcome {
    try InputReader.read(
      MemorySource(Array(text.utf8), blockSize: blockSize),
      named: name,
      folder: folder
    )
  }

  private func expectSame(
    _ text: String,
    workers: Int,
    blockSize: Int,
    _ what: String
  ) throws {
    let folder = InputFolder(expectedBytes: 0, hashes: true, workers: workers)
    let outcome = try fold(text, folder, blockSize: blockSize)
    let plain = try InputReader.read(MemorySource(Array(text.utf8)), named: "in")
    let lines = Ledger.assemble([plain])
    let folded = Ledger.fold([outcome])
    #expect(folded.reconciliation.holds, "\(what)")
    let (found, expected) = (sums(folded.work.lines), sums(lines.lines))
    for key in Set(found.keys).union(expected.keys) where found[key] != expected[key] {
      Issue.record(
        "\(what): \(key): \(String(describing: found[key])) for \(String(describing: expected[key]))"
      )
    }
    #expect(folded.reconciliation.records == lines.reconciliation.records, "\(what)")
    #expect(folded.reconciliation.duplicates == lines.reconciliation.duplicates, "\(what)")
    #expect(folded.reconciliation.amountIn == lines.reconciliation.amountIn, "\(what)")
    #expect(folded.rejects == lines.rejects, "\(what)")
    #expect(folded.diagnostics.map(\.code) == lines.diagnostics.map(\.code), "\(what)")
    #expect(
      Set(folded.duplicates.map(\.location)) == Set(lines.duplicates.map(\.location)),
      "\(what)"
    )
    #expect(outcome.sha256 == plain.sha256 && outcome.bytes == plain.bytes, "\(what)")
    #expect(
      Ledger.assemble([outcome]).reconciliation.holds,
      "as lines that stand for several records"
    )
  }
}
