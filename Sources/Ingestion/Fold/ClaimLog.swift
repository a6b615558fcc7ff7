internal import CScan

/// Every first row of a reference in order: the reference, a check of what the row said, and its
/// ordinal; 8 bytes each as long as the ordinals follow one another, about 16 where none does.
final class ClaimLog {
  /// One claim as it is looked up.
  struct Claim {
    let reference: UInt64
    let ordinal: UInt32
    /// The low 24 bits of the check.
    let check: UInt32
  }

  /// Claims with successive ordinals.
  private struct Run {
    let start: UInt32
    let ordinal: UInt32
  }

  private struct Chunk {
    let entries: UnsafeMutablePointer<UInt64>
    let capacity: Int
    let isMapped: Bool
  }

  private static let largestChunk = 1 << 18
  private var chunks: [Chunk] = []
  private var runs = [Run(start: 0, ordinal: 0)]
  private var next: UnsafeMutablePointer<UInt64>?
  private var left = 0
  private var count = 0
  private var expectedOrdinal: UInt32 = 0

  deinit {
    for chunk in chunks {
      if chunk.isMapped {
        cscan_table_free(chunk.entries, chunk.capacity * 8)
      } else {
        chunk.entries.deallocate()
      }
    }
  }

  /// The low bits of a check, which two amounts in cents share only where they are a multiple of
  /// 167,772.16 apart.
  static func low(_ check: Int64) -> UInt32 { UInt32(truncatingIfNeeded: check) & 0xFF_FFFF }

  /// Appends a claim of a reference below 2^40.
  @inline(__always)
  func append(_ reference: UInt64, check: Int64, ordinal: UInt32) {
    if left == 0 { addChunk() }
    if ordinal != expectedOrdinal { addRun(ordinal) }
    next.unsafelyUnwrapped.initialize(to: reference << 24 | UInt64(Self.low(check)))
    next = next.unsafelyUnwrapped + 1
    left &-= 1
    count &+= 1
    expectedOrdinal = ordinal &+ 1
  }

  @inline(never)
  private func addRun(_ ordinal: UInt32) {
    runs.append(Run(start: UInt32(truncatingIfNeeded: count), ordinal: ordinal))
  }

  @inline(never)
  private func addChunk() {
    let capacity = min(Self.largestChunk, max(1 << 12, count))
    let size = capacity * 8
    if capacity == Self.largestChunk, let memory = cscan_table_allocate(size) {
      let entries = memory.bindMemory(to: UInt64.self, capacity: capacity)
      chunks.append(Chunk(entries: entries, capacity: capacity, isMapped: true))
    } else {
      chunks.append(
        Chunk(entries: .allocate(capacity: capacity), capacity: capacity, isMapped: false)
      )
    }
    next = chunks[chunks.count - 1].entries
    left = capacity
  }

  /// Calls `body` for those claims that `isWanted` says it wants, by reference.
  @inline(__always)
  func forEach(where isWanted: (UInt64) -> Bool, _ body: (Claim) -> Void) {
    var start = 0
    var run = 0
    for chunk in chunks {
      let used = min(chunk.capacity, count - start)
      for index in 0..<used {
        let entry = chunk.entries[index]
        guard isWanted(entry >> 24) else { continue }
        while run + 1 < runs.count, Int(runs[run + 1].start) <= start + index { run += 1 }
        body(
          Claim(
            reference: entry >> 24,
            ordinal: runs[run].ordinal
              &+ UInt32(truncatingIfNeeded: start + index - Int(runs[run].start)),
            check: UInt32(truncatingIfNeeded: entry & 0xFF_FFFF)
          )
        )
      }
      start += used
    }
  }
}
