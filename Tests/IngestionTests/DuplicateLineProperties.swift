import Model
import TestSupport
import Testing

@testable import Ingestion

/// Repeated lines are found by documents first; what is found must be what comparing every line
/// with every other finds.
struct DuplicateLineProperties {
  @Test("As many repetitions of each line are found as a plain count finds", arguments: 0..<400)
  func plainCount(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) &* 0x9E37_79B9 &+ 5)
    let lines = Self.lines(&random)
    var kept = lines
    let duplicates = DuplicateLines.remove(from: &kept, formats: lines.formats)
    #expect(kept.count + duplicates.count == lines.count)
    let expected = Self.repetitions(lines)
    let repeated = duplicates.compactMap { duplicate in
      lines.first { $0.location == duplicate.location }
    }
    #expect(Self.byLine(repeated) == expected)
  }

  @Test("The random documents do repeat each other")
  func sampleRepeats() {
    let counts = (0..<400).map { seed in
      var random = SplitMix64(seed: UInt64(seed) &* 0x9E37_79B9 &+ 5)
      return Self.repetitions(Self.lines(&random)).values.reduce(0, +)
    }
    #expect(counts.count { $0 > 0 } > 100)
    #expect(counts.count { $0 == 0 } > 10)
  }

  private static func lines(_ random: inout SplitMix64) -> [InvoiceLine] {
    func pick<Value>(_ values: [Value], _ random: inout SplitMix64) -> Value {
      values[Int(random.next() % UInt64(values.count))]
    }
    var lines: [InvoiceLine] = []
    for file in 0..<Int(2 + random.next() % 4) {
      let format = pick(
        ["ubl-invoice", "ubl-invoice", "cii-invoice", "tacit-invoices"] as [FormatName],
        &random
      )
      for document in 0..<Int(1 + random.next() % 2) {
        let number = pick(["A-1", "a-1", "B-2", "B-3", "C-4"], &random)
        let seller = pick(["DE1", "de1", "DE2"], &random)
        let kind: InvoiceLine.Kind = random.next() % 6 == 0 ? .creditNote : .invoice
        let date = Day(number: 20_000 + Int(random.next() % 2))
        for index in 0..<Int(1 + random.next() % 3) {
          let place = lines.count * 10 + document
          var line = InvoiceLine(
            kind: kind,
            location: Model.SourceLocation(source: "f\(file)", line: place + 1),
            format: format,
            amount: ExactDecimal(units: 100),
            currency: .eur
          )
          line.document = number
          line.freelancerID = seller
          line.date = date
          line.lineID = random.next() % 4 == 0 ? "1" : "\(index + 1)"
          lines.append(line)
        }
      }
    }
    return lines
  }

  /// Seller, number, kind, date and line: what the lines of a group agree in.
  private static func name(_ line: InvoiceLine) -> String {
    [
      line.freelancerID?.lowercased() ?? "", line.document?.uppercased() ?? "",
      line.kind == .creditNote ? "credit" : "", "\(line.date?.number ?? 0)", line.lineID ?? "",
    ]
    .joined(separator: "|")
  }

  private static func byLine(_ lines: [InvoiceLine]) -> [String: Int] {
    Dictionary(grouping: lines, by: name).mapValues(\.count)
  }

  /// A line of a document format is the first, second, … of its like in its file, and repeats one
  /// that is as many-th elsewhere; other rows repeat whatever is alike and count as first.
  private static func repetitions(_ lines: [InvoiceLine]) -> [String: Int] {
    var expected: [String: Int] = [:]
    for (name, members) in Dictionary(grouping: lines, by: name) {
      var ranks: [Int: Int] = [:]
      for own in Dictionary(grouping: members, by: \.location.source).values {
        for (rank, line) in own.enumerated() {
          ranks[line.format == "tacit-invoices" ? 0 : rank, default: 0] += 1
        }
      }
      let repeated = ranks.values.reduce(0) { $0 + $1 - 1 }
      if repeated > 0 { expected[name] = repeated }
    }
    return expected
  }
}
