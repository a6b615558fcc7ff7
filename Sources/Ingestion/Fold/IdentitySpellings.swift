/// Finds the identity of a row by its cells as they stand in the file: whoever was read before is
/// known by the same bytes, without copying or unescaping any.
///
/// One instance serves one worker, and rows of one kind: payments name no contract.
final class IdentitySpellings {
  private let columns: UpworkColumns
  private let isPayment: Bool
  private let runs: UnsafePointer<UpworkColumns.Run>
  private let runCount: Int
  private let identities: IdentityTable
  /// The number of the identity by spelling: for each run its length, four bytes, and its bytes.
  private let table = ByteTable()

  init(_ columns: UpworkColumns, isPayment: Bool, _ identities: IdentityTable) {
    self.columns = columns
    self.isPayment = isPayment
    self.identities = identities
    (runs, runCount) =
      isPayment
      ? (columns.paymentRuns, columns.paymentRunCount) : (columns.runs, columns.runCount)
  }

  /// The number of the identity of a row, or `nil` when a cell is too long for one.
  @inline(never)
  func identity(_ cells: RowCells) -> UInt32? {
    var hash: UInt64 = 0x243F_6A88_85A3_08D3
    for index in 0..<runCount {
      let run = cells.raw(runs[index].first, through: runs[index].last)
      hash = Words.hash(cells.memory + run.start, run.count, seed: hash)
    }
    var search = table.search(hash)
    while let entry = table.next(&search) {
      if isSpelled(entry.bytes, cells) { return entry.value }
    }
    return learn(cells, hash)
  }

  @inline(__always)
  private func isSpelled(_ spelling: UnsafePointer<UInt8>, _ cells: RowCells) -> Bool {
    var spelling = spelling
    for index in 0..<runCount {
      let run = cells.raw(runs[index].first, through: runs[index].last)
      let length = UnsafeRawPointer(spelling).loadUnaligned(as: UInt32.self)
      guard Int(length) == run.count,
        Words.areEqual(spelling + 4, cells.memory + run.start, run.count)
      else { return false }
      spelling += 4 &+ run.count
    }
    return true
  }

  @inline(never)
  private func learn(_ cells: RowCells, _ hash: UInt64) -> UInt32? {
    var texts: [[UInt8]] = []
    for index in 0..<IdentityTable.cells {
      let column = columns.identity[index]
      let isNone = column < 0 || isPayment && column == columns.title
      texts.append(isNone ? [] : cells.text(cells[column]))
    }
    guard texts.allSatisfy({ $0.count <= IdentityTable.longestCell }) else { return nil }
    var spelling: [UInt8] = []
    for index in 0..<runCount {
      let run = cells.raw(runs[index].first, through: runs[index].last)
      withUnsafeBytes(of: UInt32(run.count)) { spelling += $0 }
      spelling += UnsafeBufferPointer(start: cells.memory + run.start, count: run.count)
    }
    let number = identities.number(of: texts)
    spelling.withUnsafeBufferPointer { _ = table.insert($0, hash: hash, value: number) }
    return number
  }
}
