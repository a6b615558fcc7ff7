internal import Synchronization

/// Hands out whole records of a stream in blocks, to one worker at a time.
///
/// Each block starts outside quotes: the cut is the last line feed that an even number of quotes
/// precedes, counted from the start of the block. Where a quote stands astray that can be wrong;
/// the block that holds it then says so, and reading goes on record by record from its start.
final class RecordCutter: @unchecked Sendable {
  /// The bytes asked for at a time.
  static let blockSize = 1 << 18

  // The lock guards everything below; a block is touched by the worker that owns it.
  private let lock = Mutex(())
  private var source: any ByteSource
  private var carry: [UInt8] = []
  private var sequence = 0
  private var isAtEnd = false
  /// The failure of the system that ended reading.
  private(set) var failure: SourceError?

  init(_ source: any ByteSource) { self.source = source }

  /// What no block took, and the source behind it; for the time after all workers have ended.
  var remainder: (bytes: [UInt8], source: any ByteSource) { (carry, source) }

  /// Fills a block with the next records; returns `false` at the end.
  func next(_ block: FoldBlock) -> Bool { lock.withLock { _ in fill(block) } }

  private func fill(_ block: FoldBlock) -> Bool {
    guard !isAtEnd else { return false }
    block.begin(sequence: sequence, with: carry)
    carry.removeAll(keepingCapacity: true)
    while let count = read(into: block) {
      block.count += count
      if count == 0 {
        isAtEnd = true
        guard block.count > 0 else { return false }
        block.closeLastRecord()
        sequence += 1
        return true
      }
      if let cut = block.lastRecordEnd() {
        carry.append(contentsOf: block.bytes(from: cut))
        block.count = cut
        sequence += 1
        return true
      }
      if block.count > CSVReader<MemorySource>.longestRecord {
        // No record is that long: let the exact reader find out why.
        block.isIrregular = true
        sequence += 1
        return true
      }
    }
    return false
  }

  /// The number of bytes read, or `nil` after a failure of the system.
  private func read(into block: FoldBlock) -> Int? {
    block.reserve(block.count + Self.blockSize)
    do throws(SourceError) {
      return try source.read(into: block.room(Self.blockSize))
    } catch {
      failure = error
      isAtEnd = true
      return nil
    }
  }
}
