internal import Model

/// The features of labelled postings, extracted once and used by every fold.
struct TrainingTable: Sendable {
  /// One posting's grams: columns ascending with their damped counts.
  struct Row: Sendable {
    /// The named features that are not zero.
    let named: [(feature: Int, value: Double)]
    /// The columns of its grams, ascending.
    let columns: [Int32]
    /// ln(occurrences) + 1 of each.
    let values: [Double]
  }

  /// The postings.
  let rows: [Row]
  /// The hash of each column, ascending within the table.
  let hashes: [UInt32]
  /// The block of each column.
  let blocks: [UInt8]

  /// Reads the postings.
  init(_ postings: [Posting]) {
    var occurrences: [[UInt64]] = []
    var named: [[(feature: Int, value: Double)]] = []
    for posting in postings {
      let reading = PostingReading(posting)
      var keys: [UInt64] = []
      Grams.forEach(reading) { block, hash, _, _ in
        keys.append(UInt64(hash) << 8 | UInt64(block))
      }
      keys.sort()
      occurrences.append(keys)
      named.append(NamedFeatures.values(reading))
    }
    // A hash belongs to the first block that shows it; a clash of 32 bits between blocks is as rare
    // as any other.
    var all: [UInt64] = []
    for keys in occurrences {
      var previous: UInt64?
      for key in keys where key != previous {
        all.append(key)
        previous = key
      }
    }
    all.sort()
    var hashes: [UInt32] = []
    var blocks: [UInt8] = []
    for key in all where hashes.last != UInt32(key >> 8) {
      hashes.append(UInt32(key >> 8))
      blocks.append(UInt8(key & 0xFF))
    }
    self.hashes = hashes
    self.blocks = blocks
    rows = zip(occurrences, named).map { keys, named in
      var columns: [Int32] = []
      var counts: [Int32] = []
      for key in keys {
        let column = Int32(Self.index(of: UInt32(key >> 8), in: hashes))
        if columns.last == column {
          counts[counts.count - 1] += 1
        } else {
          columns.append(column)
          counts.append(1)
        }
      }
      return Row(named: named, columns: columns, values: counts.map(GramCounts.damped))
    }
  }

  private static func index(of hash: UInt32, in hashes: [UInt32]) -> Int {
    var low = 0
    var high = hashes.count - 1
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
