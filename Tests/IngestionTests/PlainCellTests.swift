import Model
import Testing

@testable import Ingestion

/// What is read from bytes is what the exact reader says, or is left to it.
struct PlainCellTests {
  /// Calls `body` with a cell in the middle of other bytes, where there is room behind it.
  private func withCell<Value>(
    _ text: String,
    _ body: (UnsafeMutablePointer<UInt8>, RowCells.Cell) -> Value?
  ) -> Value? {
    var bytes = Array("9\(text)9,99,99,99,99".utf8)
    bytes.insert(contentsOf: Array("88888888,77.77,".utf8), at: 0)
    return bytes.withUnsafeMutableBufferPointer { bytes in
      bytes.baseAddress.flatMap { body($0, RowCells.Cell(16, 16 + text.utf8.count)) }
    }
  }

  private func decimal(_ text: String, places: Int) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = parts.allSatisfy { $0.allSatisfy { ("0"..."9").contains($0) } }
    let digits = parts.joined()
    guard isNumber, parts.count <= 2, !digits.isEmpty, text.utf8.count <= 12 else { return nil }
    let decimals = parts.count == 2 ? parts[1].count : 0
    guard decimals <= places else { return nil }
    return Int64(digits + String(repeating: "0", count: places - decimals))
  }

  @Test("numbers of every shape")
  func numbers() {
    var random = SplitMix64(seed: 3)
    let characters = Array("0123456789012345678901234567890123456789.. -a/:")
    for _ in 0..<40_000 {
      let text = String(
        (0..<random.next() % 14).map { _ in
          characters[Int(random.next() % UInt64(characters.count))]
        }
      )
      let amount = text.hasPrefix("-") ? String(text.dropFirst()) : text
      let cents = decimal(amount, places: 2).map { text.hasPrefix("-") ? -$0 : $0 }
      #expect(withCell(text) { PlainNumber.cents($0, $1) } == cents, "\(text)")
      #expect(
        withCell(text) { PlainNumber.hundredThousandths($0, $1.start, $1.end) }
          == decimal(text, places: 5),
        "\(text)"
      )
      let isReference =
        (1...12).contains(text.count) && text.first != "0"
        && text.allSatisfy { ("0"..."9").contains($0) }
      #expect(
        withCell(text) { PlainNumber.reference($0, $1) } == (isReference ? UInt64(text) : nil),
        "\(text)"
      )
    }
    #expect(withCell("-1994.33") { PlainNumber.cents($0, $1) } == -199_433)
    #expect(withCell("899000000") { PlainNumber.reference($0, $1) } == 899_000_000)
  }

  @Test("escrow is found in any case and place")
  func escrow() {
    for start in 0..<20 {
      let before = String(repeating: "e", count: start)
      #expect(withCell("\(before)EsCrow") { TextCues.mayNameEscrow($0, $1) } == true)
      #expect(withCell("\(before)escort, esprit") { TextCues.mayNameEscrow($0, $1) } == false)
    }
  }
}
