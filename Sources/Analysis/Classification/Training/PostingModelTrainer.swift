public import Model

/// Fits the posting model to labelled postings.
///
/// First a model of sentences is fitted to what readers said of them. The postings are then read with
/// it, each by a model that has not seen its own sentences, as later postings are read too; and the
/// score is fitted by least squares to how probable readers called a seat, `2.2 (p − 0.5)`, which
/// keeps coin flips from pulling as hard as plain cases. Then it is calibrated on scores of postings
/// that were left out. Marketplace postings alone calibrate where there are any, because employment
/// adverts and invented postings have another share of seats.
///
/// What the reader quoted as evidence is fitted too, with a small weight, as if the quotes were a
/// posting: that tells which of a posting's words made it what it is. Source: O. Zaidan, J. Eisner,
/// C. Piatko, *Using "Annotator Rationales" to Improve Machine Learning for Text Categorization*,
/// 2007. That features made by a model come from parts it has not seen: D. Wolpert, *Stacked
/// Generalization*, 1992.
public struct PostingModelTrainer: Sendable {
  /// The fewest marked postings that a sentence model is fitted to.
  public static let fewestMarked = SentenceModelTrainer.fewestPostings
  /// The parts of the inner cross-validations: of the sentences and of the calibration.
  static let innerParts = 5
  /// What a reader's quotes count beside the posting they are of.
  static let quoteWeight = 0.15
  /// What an invented posting counts beside one that was published.
  static let inventedWeight = 1.0
  /// The penalty of the regression.
  static let penalty = 4.0

  let postings: [LabelledPosting]
  /// Whether a sentence model is fitted; where fewer than ``fewestMarked`` postings are marked the built-in
  /// one reads, and where that has learned from the same postings, a cross-validation flatters.
  public var isMarked: Bool { sentences.isMarked }
  /// The postings whose marks are not as many as their sentences; their marks are not learned from.
  public var misfits: [LabelledPosting] { sentences.misfits.map { postings[$0] } }

  private let sentences: SentenceModelTrainer
  private let targets: [Double]
  /// Each posting's words.
  private let words: [[KnownWords.Word]]
  /// Each posting's quotes, or `nil`.
  private let quotes: [TrainingTable.Source?]

  /// Reads the postings, and paragraphs that are asides whatever posting they stand in.
  public init(_ postings: [LabelledPosting], asides: [String] = []) {
    self.postings = postings
    sentences = SentenceModelTrainer(postings, asides: asides)
    // The quotes' length and form are not the posting's.
    let fields = FeatureLayout.guide.field(.underOneMonth)...
    quotes = postings.map { posting in
      // A single word is a name more often than a reason.
      let quotes = posting.quotes.filter { $0.split(whereSeparator: \.isWhitespace).count > 1 }
      guard !quotes.isEmpty else { return nil }
      var quote = Posting(location: posting.posting.location, format: "labels", title: "")
      quote.description = quotes.joined(separator: "\n")
      return TrainingTable.Source(PostingReading(quote, nil)).without { fields.contains($0) }
    }
    targets = postings.map { 2.2 * ($0.probability - 0.5) }
    words = postings.map { KnownWords.words(of: $0.posting) }
  }

  /// A model of some of the postings before it is packed.
  private struct Fit {
    let table: TrainingTable
    let design: Design
    let sentences: SentenceModel
    let dense: [Double]
    let columns: [Double]
    let calibration: Calibration
  }

  /// Fits some of the postings.
  private func fit(_ rows: [Int]) -> Fit {
    let parts = Folds.parts(rows.map { postings[$0] }, count: Self.innerParts, seed: 7)
    let readers = readers(of: rows, parts)
    let quoted = rows.filter { quotes[$0] != nil }
    let table = TrainingTable(
      zip(rows, parts).map { row, part in
        marked(
          TrainingTable.Source(PostingReading(postings[row].posting, readers.parts[part])),
          row
        )
      } + quoted.compactMap { row in quotes[row].map { marked($0, row) } }
    )
    let design = Design(table, rows: Array(rows.indices), .postings)
    let matrix = table.rows.enumerated().map { index, row in
      design.row(row, blocks: table.blocks, isPart: index >= rows.count)
    }
    let places = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
    let owners = Array(rows.indices) + quoted.compactMap { places[$0] }
    let weights = owners.enumerated().map { index, owner in
      (index < rows.count ? 1 : Self.quoteWeight)
        * (postings[rows[owner]].platform == LabelledPosting.invented ? Self.inventedWeight : 1)
    }
    /// The weights that fit some of the postings and their quotes.
    func solve(_ isKept: (Int) -> Bool) -> (dense: [Double], columns: [Double]) {
      let kept = owners.indices.filter { isKept(owners[$0]) }
      return RidgeRegression.fit(
        kept.map { matrix[$0] },
        targets: kept.map { targets[rows[owners[$0]]] - matrix[$0].prior },
        weights: kept.map { weights[$0] },
        columns: table.hashes.count,
        penalty: Self.penalty
      )
    }
    var scores = [Double](repeating: 0, count: rows.count)
    for part in 0..<Self.innerParts {
      let weights = solve { parts[$0] != part }
      for index in rows.indices where parts[index] == part {
        // A posting is judged without the mark of its source: nobody says where it comes from.
        let row = design.row(unmarked(table.rows[index]), blocks: table.blocks)
        scores[index] = RidgeRegression.score(row, weights.dense, weights.columns) + row.prior
      }
    }
    let market = rows.indices.filter { postings[rows[$0]].isMarketplace }
    let calibrating = market.count >= 50 ? market : Array(rows.indices)
    let weightsOfAll = solve { _ in true }
    return Fit(
      table: table,
      design: design,
      sentences: readers.all,
      dense: weightsOfAll.dense,
      columns: weightsOfAll.columns,
      calibration: Calibration(
        scores: calibrating.map { scores[$0] },
        isSeat: calibrating.map { postings[rows[$0]].isCollaborative }
      )
    )
  }

  /// The sentence models that the postings of each part are read with, and the one of all postings.
  ///
  /// Where too few postings were marked, the built-in one reads.
  private func readers(
    of rows: [Int],
    _ parts: [Int]
  ) -> (parts: [SentenceModel], all: SentenceModel) {
    guard sentences.isMarked else {
      let builtIn = PostingModel.builtIn.sentences
      return (Array(repeating: builtIn, count: Self.innerParts), builtIn)
    }
    let models = (0..<Self.innerParts).map { part in
      sentences.model(zip(rows, parts).filter { $0.1 != part }.map(\.0))
    }
    return (models, sentences.model(rows))
  }

  /// A posting or its quotes as they are trained on: adverts carry a mark that takes up what sets them
  /// apart.
  private func marked(_ source: TrainingTable.Source, _ row: Int) -> TrainingTable.Source {
    postings[row].isEmploymentAdvert
      ? source.with(FeatureLayout.guide.field(.employmentAdvert), 1) : source
  }

  private func unmarked(_ row: TrainingTable.Row) -> TrainingTable.Row {
    let mark = FeatureLayout.guide.field(.employmentAdvert)
    return TrainingTable.Row(
      named: row.named.filter { $0.feature != mark },
      columns: row.columns,
      values: row.values
    )
  }

  /// The model of all postings, packed as it is written.
  public func model() -> PostingModel { model(Array(postings.indices)) }

  /// The model of some of the postings.
  func model(_ rows: [Int]) -> PostingModel {
    let fewest = Int(Design.Scales.postings.fewest)
    return Self.packed(
      fit(rows),
      count: rows.count,
      usuallyKnown: KnownWords.usual(rows.map { words[$0] }, fewest: fewest)
    )
  }

  private static func packed(_ fit: Fit, count: Int, usuallyKnown: Double) -> PostingModel {
    let features = FeatureLayout.guide.features
    let table = fit.table
    var named = [Double](repeating: 0, count: features.count)
    var intercept = fit.dense.last ?? 0
    for index in features.indices where fit.design.spreads[index] > 0 {
      let weight =
        (fit.dense[index] * fit.design.scales.named + features[index].prior
          * fit.design.scales.prior)
        / fit.design.spreads[index]
      named[index] = weight
      intercept -= weight * fit.design.means[index]
    }
    let kept = table.hashes.indices.filter { fit.design.rarity[$0] > 0 }
    let weights = kept.map { fit.columns[$0] * fit.design.scales.blocks[Int(table.blocks[$0])] }
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
      usuallyKnown: usuallyKnown,
      sentences: fit.sentences,
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
