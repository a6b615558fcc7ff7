/// The stretch of the document that is still at hand: the open unit and the block being read.
struct XMLWindow {
  /// What earlier blocks held of the open unit.
  private var kept: [UInt8] = []
  private var keptStart: Int
  private var block = UnsafeRawBufferPointer(start: nil, count: 0)
  private var blockStart: Int

  /// Starts at the offset of the first byte.
  init(start: Int) {
    keptStart = start
    blockStart = start
  }

  /// A block is read next.
  mutating func enter(_ bytes: UnsafeRawBufferPointer) { block = bytes }

  /// The block is read; the bytes from `start` on will be wanted again, none if `nil`.
  mutating func leave(keepingFrom start: Int?) {
    let end = blockStart + block.count
    if let start, end - start <= XMLLimits.window, start >= keptStart || start >= blockStart {
      if kept.isEmpty || start >= blockStart {
        kept.removeAll(keepingCapacity: true)
        keptStart = max(start, blockStart)
        kept.append(contentsOf: block[min(block.count, keptStart - blockStart)...])
      } else {
        kept.append(contentsOf: block)
      }
    } else {
      kept.removeAll(keepingCapacity: true)
      keptStart = end
    }
    blockStart = end
    block = UnsafeRawBufferPointer(start: nil, count: 0)
  }

  /// The first bytes of a stretch of the document, or `nil` when they are gone.
  func bytes(_ start: Int, _ end: Int, limit: Int) -> [UInt8]? {
    let end = min(end, start + limit)
    guard start <= end, end <= blockStart + block.count else { return nil }
    if start >= blockStart { return Array(block[(start - blockStart)..<(end - blockStart)]) }
    guard !kept.isEmpty, start >= keptStart else { return nil }
    let keptEnd = keptStart + kept.count
    guard keptEnd == blockStart || end <= keptEnd else { return nil }
    let head = kept[(start - keptStart)..<(min(end, keptEnd) - keptStart)]
    return Array(head) + (end > blockStart ? Array(block[..<(end - blockStart)]) : [])
  }
}
