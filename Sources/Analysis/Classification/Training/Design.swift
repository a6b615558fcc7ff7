/// Texts as rows of numbers, scaled by what the training texts show.
struct Design: Sendable {
  /// What the features count beside each other.
  struct Scales: Sendable {
    /// What a standardised named feature counts beside the words, whose blocks have norm one.
    let named: Double
    /// What one unit of a feature's prior is worth before anything is read.
    let prior: Double
    /// What each block of words counts.
    let blocks: [Double]
    /// The fewest training texts in which a gram must occur.
    let fewest: Int32
    /// Whether rare grams count more than frequent ones.
    let isRarityWeighted: Bool

    /// Those of postings, in the blocks of ``Grams``.
    static let postings = Scales(
      named: 0.07,
      prior: 0.01,
      blocks: [1.0, 1.0, 0.7, 1.0, 0.7],
      fewest: 2,
      isRarityWeighted: true
    )
    /// Those of sentences, in the blocks of ``SentenceGrams``.
    static let sentences = Scales(
      named: 0.1,
      prior: 0,
      blocks: [1.0, 1.0],
      fewest: 3,
      isRarityWeighted: false
    )
  }

  /// What the features count.
  let scales: Scales
  /// The mean and spread of the named features; a feature that is too rare has a spread of 0.
  let means: [Double]
  let spreads: [Double]
  /// In how many training texts each column occurs.
  let postings: [Int32]
  /// The number of training texts.
  let count: Int
  /// What each column counts for its rarity, 0 for those left out.
  let rarity: [Double]

  /// One text: the standardised named features and a constant, then its words.
  struct Row: Sendable {
    let dense: [Double]
    let columns: [Int32]
    let values: [Double]
    /// What the guide's priors alone give.
    let prior: Double
  }

  init(_ table: TrainingTable, rows: [Int], _ scales: Scales) {
    self.scales = scales
    let width = FeatureLayout.guide.features.count
    count = rows.count
    var sums = [Double](repeating: 0, count: width)
    var squares = sums
    var occurrences = [Int](repeating: 0, count: width)
    var postings = [Int32](repeating: 0, count: table.hashes.count)
    for row in rows {
      for (feature, value) in table.rows[row].named {
        sums[feature] += value
        squares[feature] += value * value
        occurrences[feature] += 1
      }
      for column in table.rows[row].columns { postings[Int(column)] += 1 }
    }
    let total = Double(max(1, rows.count))
    means = sums.map { $0 / total }
    spreads = squares.indices.map { index in
      let variance = squares[index] / total - (sums[index] / total) * (sums[index] / total)
      return occurrences[index] < 6 || variance <= 1e-12 ? 0 : variance.squareRoot()
    }
    self.postings = postings
    rarity = postings.map {
      $0 < scales.fewest
        ? 0 : scales.isRarityWeighted ? GramTable.rarity(Int($0), of: rows.count) : 1
    }
  }

  /// One text of the table as a row; of a part of a posting what it lacks says nothing.
  func row(_ source: TrainingTable.Row, blocks: [UInt8], isPart: Bool = false) -> Row {
    let features = FeatureLayout.guide.features
    var dense = means.indices.map { spreads[$0] > 0 && !isPart ? -means[$0] / spreads[$0] : 0 }
    for (feature, value) in source.named where spreads[feature] > 0 {
      dense[feature] = (value - means[feature]) / spreads[feature]
    }
    var prior = 0.0
    for (index, value) in dense.enumerated() {
      prior += scales.prior * features[index].prior * value
    }
    var columns: [Int32] = []
    var values: [Double] = []
    var norms = [Double](repeating: 0, count: scales.blocks.count)
    for (column, value) in zip(source.columns, source.values) where rarity[Int(column)] > 0 {
      let weighted = value * rarity[Int(column)]
      columns.append(column)
      values.append(weighted)
      norms[Int(blocks[Int(column)])] += weighted * weighted
    }
    for index in values.indices {
      let block = Int(blocks[Int(columns[index])])
      values[index] *= scales.blocks[block] / norms[block].squareRoot()
    }
    return Row(
      dense: dense.map { $0 * scales.named } + [1],
      columns: columns,
      values: values,
      prior: prior
    )
  }
}
