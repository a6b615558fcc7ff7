/// Labelled postings as rows of numbers, scaled by what the training postings show.
struct Design: Sendable {
  /// What a standardised named feature counts beside the words, whose blocks have norm one.
  static let namedScale = 0.07
  /// What one unit of a feature's prior is worth before any posting is read.
  static let priorScale = 0.01
  /// What each block of words counts.
  static let blockScales = [1.0, 1.0, 0.7, 1.0, 0.7]
  /// The fewest training postings in which a gram must occur.
  static let fewestPostings = 2

  /// The mean and spread of the named features; a feature that is too rare has a spread of 0.
  let means: [Double]
  let spreads: [Double]
  /// In how many training postings each column occurs.
  let postings: [Int32]
  /// The number of training postings.
  let count: Int
  /// The inverse document frequency of each column, 0 for those left out.
  let rarity: [Double]

  /// One posting: the standardised named features and a constant, then its words.
  struct Row: Sendable {
    let dense: [Double]
    let columns: [Int32]
    let values: [Double]
    /// What the guide's priors alone give.
    let prior: Double
  }

  init(_ table: TrainingTable, rows: [Int]) {
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
      Int($0) < Self.fewestPostings ? 0 : GramTable.rarity(Int($0), of: rows.count)
    }
  }

  /// One posting of the table as a row; of a part of a posting what it lacks says nothing.
  func row(_ source: TrainingTable.Row, blocks: [UInt8], isPart: Bool = false) -> Row {
    let features = FeatureLayout.guide.features
    var dense = means.indices.map { spreads[$0] > 0 && !isPart ? -means[$0] / spreads[$0] : 0 }
    for (feature, value) in source.named where spreads[feature] > 0 {
      dense[feature] = (value - means[feature]) / spreads[feature]
    }
    var prior = 0.0
    for (index, value) in dense.enumerated() {
      prior += Self.priorScale * features[index].prior * value
    }
    var columns: [Int32] = []
    var values: [Double] = []
    var norms = [Double](repeating: 0, count: Grams.blocks)
    for (column, value) in zip(source.columns, source.values) where rarity[Int(column)] > 0 {
      let weighted = value * rarity[Int(column)]
      columns.append(column)
      values.append(weighted)
      norms[Int(blocks[Int(column)])] += weighted * weighted
    }
    for index in values.indices {
      let block = Int(blocks[Int(columns[index])])
      values[index] *= Self.blockScales[block] / norms[block].squareRoot()
    }
    return Row(
      dense: dense.map { $0 * Self.namedScale } + [1],
      columns: columns,
      values: values,
      prior: prior
    )
  }
}
