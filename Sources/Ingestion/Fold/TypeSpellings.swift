/// The types of transactions by their spelling, each interpreted once.
///
/// One instance serves one thread.
final class TypeSpellings {
  private struct Spelling {
    let first: UInt64
    let last: UInt64
    let count: Int
    let type: UInt8
  }

  private static let most = 48
  /// The bytes of the longest spelling that is remembered.
  private static let longest = 16
  private let types = UpworkTransactionType.allCases
  private let spellings: UnsafeMutablePointer<Spelling>
  private var count = 0

  init() { spellings = .allocate(capacity: Self.most) }

  deinit { spellings.deallocate() }

  /// The index of the type in ``UpworkTransactionType/allCases``, or `nil` for none.
  @inline(__always)
  func type(_ memory: UnsafeMutablePointer<UInt8>, _ cell: RowCells.Cell) -> UInt8? {
    guard cell.count > 0, cell.count <= Self.longest else { return interpret(memory, cell) }
    let (first, last) = Self.words(memory + cell.start, cell.count)
    for index in 0..<count
    where spellings[index].first == first && spellings[index].last == last
      && spellings[index].count == cell.count
    {
      return spellings[index].type
    }
    return learn(memory, cell, first, last)
  }

  /// Up to 16 bytes as two words.
  @inline(__always)
  private static func words(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> (UInt64, UInt64) {
    if count < 8 { return (Words.tail(bytes, count), 0) }
    return (Words.load(bytes), Words.load(bytes + (count &- 8)))
  }

  @inline(never)
  private func learn(
    _ memory: UnsafeMutablePointer<UInt8>,
    _ cell: RowCells.Cell,
    _ first: UInt64,
    _ last: UInt64
  ) -> UInt8? {
    guard let type = interpret(memory, cell) else { return nil }
    if count < Self.most {
      let spelling = Spelling(first: first, last: last, count: cell.count, type: type)
      (spellings + count).initialize(to: spelling)
      count += 1
    }
    return type
  }

  @inline(never)
  private func interpret(_ memory: UnsafeMutablePointer<UInt8>, _ cell: RowCells.Cell) -> UInt8? {
    let bytes = UnsafeBufferPointer(start: memory + cell.start, count: cell.count)
    return UpworkTransactionType(String(decoding: bytes, as: UTF8.self))
      .flatMap { type in types.firstIndex(of: type).map { UInt8($0) } }
  }
}
