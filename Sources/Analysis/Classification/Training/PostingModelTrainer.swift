public import Model

/// Fits the posting model to labelled postings.
///
/// The score is fitted by least squares to how sure the reader was, `±2 (confidence − 0.45)`, which
/// keeps coin flips from pulling as hard as plain cases; then it is calibrated on scores of postings
/// that were left out. Marketplace postings alone calibrate where there are any, because employment
/// adverts have another share of seats.
///
/// What the reader quoted as evidence is fitted too, with a small weight, as if the quotes were a
/// posting: that tells which of a posting's words made it what it is. Source: O. Zaidan, J. Eisner,
/// C. Piatko, *Using "Annotator Rationales" to Improve Machine Learning for Text Categorization*,
/// 2007.
public struct PostingModelTrainer: Sendable {
  /// The parts of the inner cross-validation that calibrates.
  static let calibrationParts = 5
  /// What a reader's quotes count beside the posting they are of.
  static let quoteWeight = 0.15

  let postings: [LabelledPosting]
  let table: TrainingTable
  private let targets: [Double]
  /// The row of each posting's quotes in the table, or `nil`.
  private let quoteRows: [Int?]

  /// Reads the postings.
  public init(_ postings: [LabelledPosting]) {
    self.postings = postings
    var quoted: [Posting] = []
    quoteRows = postings.map { posting in
      // A single word is a name more often than a reason.
      let quotes = posting.quotes.filter { $0.split(whereSeparator: \.isWhitespace).count > 1 }
      guard !quotes.isEmpty else { return nil }
      var quote = Posting(location: posting.posting.location, format: "labels", title: "")
      quote.description = quotes.joined(separator: "\n")
      quoted.append(quote)
      return postings.count + quoted.count - 1
    }
    table = TrainingTable(postings.map(\.posting) + quoted)
    targets = postings.map {
      ($0.isCollaborative ? 2 : -2) * max(0.05, min(1, $0.confidence) - 0.45)
    }
  }

  /// A model of some of the postings before it is packed.
  struct Fit {
    let design: Design
    let dense: [Double]
    let columns: [Double]
    let calibration: Calibration
  }

  /// Fits some of the postings.
  func fit(_ rows: [Int]) -> Fit {
    let design = Design(table, rows: rows)
    let matrix = rows.map { design.row(source($0), blocks: table.blocks) }
    let quotes = rows.map { row in
      quoteRows[row].map { design.row(quotation($0, of: row), blocks: table.blocks, isPart: true) }
    }
    /// The weights that fit some of the rows and their quotes.
    func solve(_ kept: [Int]) -> (dense: [Double], columns: [Double]) {
      let quoted = kept.filter { quotes[$0] != nil }
      let chosen = kept.map { matrix[$0] } + quoted.compactMap { quotes[$0] }
      let goals = (kept + quoted).map { targets[rows[$0]] }
      return RidgeRegression.fit(
        chosen,
        targets: zip(goals, chosen).map { $0 - $1.prior },
        weights: kept.map { _ in 1 } + quoted.map { _ in Self.quoteWeight },
        columns: table.hashes.count
      )
    }
    let parts = Folds.parts(rows.map { postings[$0] }, count: Self.calibrationParts, seed: 7)
    var scores = [Double](repeating: 0, count: rows.count)
    for part in 0..<Self.calibrationParts {
      let kept = rows.indices.filter { parts[$0] != part }
      let weights = solve(kept)
      for index in rows.indices where parts[index] == part {
        scores[index] =
          RidgeRegression.score(matrix[index], weights.dense, weights.columns)
          + matrix[index].prior
      }
    }
    let market = rows.indices.filter { !postings[rows[$0]].isEmploymentAdvert }
    let calibrating = market.count >= 50 ? market : Array(rows.indices)
    let weights = solve(Array(rows.indices))
    return Fit(
      design: design,
      dense: weights.dense,
      columns: weights.columns,
      calibration: Calibration(
        scores: calibrating.map { scores[$0] },
        isSeat: calibrating.map { postings[rows[$0]].isCollaborative }
      )
    )
  }

  /// The probability that a fit gives to one of the postings.
  func probability(_ row: Int, _ fit: Fit) -> Double {
    let features = fit.design.row(judged(row), blocks: table.blocks)
    let score = RidgeRegression.score(features, fit.dense, fit.columns) + features.prior
    return fit.calibration.probability(score)
  }

  /// A posting as it is trained on: adverts carry a mark that takes up what sets them apart.
  private func source(_ row: Int) -> TrainingTable.Row { marked(table.rows[row], as: row) }

  /// The quotes of a posting as they are trained on: their length is not the posting's.
  private func quotation(_ quotes: Int, of row: Int) -> TrainingTable.Row {
    let fields = FeatureLayout.guide.field(.underOneMonth)...
    let source = table.rows[quotes]
    let named = source.named.filter { !fields.contains($0.feature) }
    return marked(
      TrainingTable.Row(named: named, columns: source.columns, values: source.values),
      as: row
    )
  }

  private func marked(_ source: TrainingTable.Row, as row: Int) -> TrainingTable.Row {
    guard postings[row].isEmploymentAdvert else { return source }
    let mark = FeatureLayout.guide.field(.employmentAdvert)
    return TrainingTable.Row(
      named: source.named + [(mark, 1)],
      columns: source.columns,
      values: source.values
    )
  }

  /// A posting as it is judged: nobody says where it comes from.
  private func judged(_ row: Int) -> TrainingTable.Row { table.rows[row] }

  /// The model of all postings, packed as it is written.
  public func model() -> PostingModel {
    let rows = Array(postings.indices)
    return Self.packed(fit(rows), table: table, count: rows.count)
  }

  private static func packed(_ fit: Fit, table: TrainingTable, count: Int) -> PostingModel {
    let features = FeatureLayout.guide.features
    var named = [Double](repeating: 0, count: features.count)
    var intercept = fit.dense.last ?? 0
    for index in features.indices where fit.design.spreads[index] > 0 {
      let weight =
        (fit.dense[index] * Design.namedScale + features[index].prior * Design.priorScale)
        / fit.design.spreads[index]
      named[index] = weight
      intercept -= weight * fit.design.means[index]
    }
    let kept = table.hashes.indices.filter { fit.design.rarity[$0] > 0 }
    let weights = kept.map { fit.columns[$0] * Design.blockScales[Int(table.blocks[$0])] }
    let step = max(1e-12, (weights.map(abs).max() ?? 0) / 32_767)
    return PostingModel(
      card: [],
      lexicon: Lexicon.fingerprint,
      trainingPostings: count,
      named: named,
      intercept: intercept,
      slope: fit.calibration.slope,
      offset: fit.calibration.offset,
      floor: fit.calibration.floor,
      ceiling: fit.calibration.ceiling,
      grams: GramTable(
        hashes: kept.map { table.hashes[$0] },
        postings: kept.map { UInt16(min(65_535, fit.design.postings[$0])) },
        weights: weights.map { Int16(($0 / step).rounded()) },
        step: step,
        trainingPostings: count
      )
    )
  }
}
