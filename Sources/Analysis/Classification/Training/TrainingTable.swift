internal import Model

/// The features of postings or of sentences as rows of numbers.
struct TrainingTable: Sendable {
  /// One text's grams: columns ascending with their damped counts.
  struct Row: Sendable {
    /// The named features that are not zero.
    let named: [(feature: Int, value: Double)]
    /// The columns of its grams, ascending.
    let columns: [Int32]
    /// What each counts: ln(occurrences) + 1, below one occurrence as much of one.
    let values: [Double]
  }

  /// The texts.
  let rows: [Row]
  /// The hash of each column, ascending within the table.
  let hashes: [UInt32]
  /// The block of each column.
  let blocks: [UInt8]

  /// The features of one text before the columns are known.
  struct Source {
    /// The named features that are not zero.
    let named: [(feature: Int, value: Double)]
    /// The grams with what they count, in the order of the text: the block in the lower 8 bits, the
    /// hash above.
    let grams: [(key: UInt64, weight: Int32)]

    /// The source with one more named feature.
    func with(_ feature: Int, _ value: Double) -> Source {
      Source(named: named + [(feature, value)], grams: grams)
    }

    /// The source without some of its named features.
    func without(_ isLeftOut: (Int) -> Bool) -> Source {
      Source(named: named.filter { !isLeftOut($0.feature) }, grams: grams)
    }

    private init(
      named: [(feature: Int, value: Double)],
      grams: [(key: UInt64, weight: Int32)]
    ) {
      self.named = named
      self.grams = grams
    }

    /// A posting.
    init(_ reading: PostingReading) {
      var grams: [(key: UInt64, weight: Int32)] = []
      Grams.forEach(reading) { block, hash, _, _, weight in
        grams.append((UInt64(hash) << 8 | UInt64(block), weight))
      }
      named = NamedFeatures.values(reading)
      self.grams = grams
    }

    /// A sentence or a title.
    init(_ passage: Passage) {
      var grams: [(key: UInt64, weight: Int32)] = []
      SentenceGrams.forEach(passage) { block, hash, _ in
        grams.append((UInt64(hash) << 8 | UInt64(block), SentenceWeight.whole))
      }
      named = passage.features.map { ($0, 1) }
      self.grams = grams
    }
  }

  /// Gives every gram of the texts a column.
  init(_ sources: [Source]) {
    let sorted = sources.map { $0.grams.sorted { $0.key < $1.key } }
    // A hash belongs to the first block that shows it; a clash of 32 bits between blocks is as rare
    // as any other.
    var all: [UInt64] = []
    for grams in sorted {
      var previous: UInt64?
      for (key, _) in grams where key != previous {
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
    let places = HashIndex(hashes)
    rows = zip(sources, sorted).map { source, grams in
      var columns: [Int32] = []
      var counts: [Int32] = []
      for (key, weight) in grams {
        let column = Int32(places[UInt32(key >> 8)] ?? 0)
        if columns.last == column {
          counts[counts.count - 1] += weight
        } else {
          columns.append(column)
          counts.append(weight)
        }
      }
      return Row(named: source.named, columns: columns, values: counts.map(GramCounts.damped))
    }
  }
}
