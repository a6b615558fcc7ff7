import Model
import Testing

@testable import Ingestion

/// References are claimed once, wherever they lie, and the first claim is found again.
struct ReferenceTests {
  /// Claims everything twice over in random order, beside a dictionary.
  private func expectFirsts(
    _ references: [UInt64],
    expected: Int,
    _ random: inout SplitMix64,
    _ what: Comment
  ) {
    let table = ReferenceTable(expected: expected)
    var firsts: [UInt64: (ordinal: UInt32, check: Int64)] = [:]
    var repeated: [(reference: UInt64, check: Int64)] = []
    var ordinal: UInt32 = 7
    var wrong: [UInt64] = []
    for reference in references + references.shuffled(using: &random) {
      ordinal += random.next() % 9 == 0 ? 3 : 1
      let check = Int64(random.next() % 3) - 1
      table.prefetch(reference)
      let isFirst = table.claim(reference, check: check, ordinal: ordinal)
      if isFirst != (firsts[reference] == nil) { wrong.append(reference) }
      if isFirst {
        firsts[reference] = (ordinal, check)
      } else {
        repeated.append((reference, check))
      }
    }
    let found = table.firsts(of: repeated.map(\.reference))
    for (reference, check) in repeated {
      let first = found.first(reference, check: check)
      if first.ordinal != firsts[reference]?.ordinal
        || first.conflicts != (firsts[reference]?.check != check)
      {
        wrong.append(reference)
      }
    }
    #expect(wrong.isEmpty && repeated.count >= references.count, what)
  }

  @Test("numbers close together, far apart and both", arguments: [0, 6_000])
  func numbers(expected: Int) {
    var random = SplitMix64(seed: 11)
    var reference: UInt64 = 899_000_000
    let near = (0..<6_000).map { _ in
      reference -= 1 + random.next() % 39
      return reference
    }
    let far = (0..<3_000).map { _ in 1 + random.next() % (ReferenceTable.limit - 1) }
    expectFirsts(near, expected: expected, &random, "close together")
    expectFirsts(near.shuffled(using: &random), expected: expected, &random, "in no order")
    expectFirsts(far, expected: expected, &random, "far apart")
    expectFirsts(far + near, expected: expected, &random, "both")
    expectFirsts([1, 63, 64, 4095, 4096, ReferenceTable.limit - 1], expected: 0, &random, "edges")
  }

  @Test("numbers far apart take no page each")
  func scattered() {
    let pages = NumberPages(expected: 0)
    var scattered = 0
    for index in UInt64(0)..<20_000 {
      let number = index &* 7_919_000_003 % ReferenceTable.limit
      if case .isScattered = pages.insert(number) { scattered += 1 }
      // What was refused once is refused again.
      if case .isNew = pages.insert(number) { Issue.record("\(number) twice") }
    }
    #expect(scattered > 19_000)
  }

  @Test("references that are no number of 12 digits are kept as they are written")
  func texts() {
    let table = ReferenceTable(expected: 0)
    let texts = ["T-1", "0012", "12", "", "1234567890123", "999999999999", "t-1", "+12", "1 2"]
    let numbers = texts.map { table.number(of: $0) }
    #expect(Set(numbers).count == texts.count)
    #expect(numbers == texts.map { table.number(of: $0) })
    #expect(numbers[2] == 12 && numbers[5] == 999_999_999_999)
    for (index, number) in numbers.enumerated() {
      #expect(table.claim(number, check: 0, ordinal: UInt32(index + 1)))
    }
    let firsts = table.firsts(of: numbers)
    for (index, number) in numbers.enumerated() {
      #expect(firsts.first(number, check: 0).ordinal == UInt32(index + 1))
      #expect(firsts.first(number, check: 1).conflicts)
    }
  }
}
