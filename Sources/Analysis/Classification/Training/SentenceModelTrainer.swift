internal import Model

/// Fits the model of sentences to what readers said of the sentences of postings, and to asides.
///
/// Direction and likeness to an aside are fitted apart by least squares.
struct SentenceModelTrainer: Sendable {
  /// The penalty of the regressions.
  static let penalty = 4.0
  /// What an aside that stands in no posting counts beside a sentence of one.
  static let asideWeight = 2.0
  /// The fewest marked postings to learn from.
  static let fewestPostings = 40

  private let table: TrainingTable
  private let directions: [Double]
  private let likenesses: [Double]
  /// The posting of each row, or `nil` for an aside that stands in none.
  private let postings: [Int?]

  /// Whether enough postings were marked to fit a model.
  let isMarked: Bool

  /// The postings whose marks are not as many as their sentences; their marks are not learned from.
  let misfits: [Int]

  /// Reads the marked postings and the asides.
  init(_ postings: [LabelledPosting], asides: [String]) {
    var sources: [TrainingTable.Source] = []
    var sides: [SentenceMarks.Side] = []
    var owners: [Int?] = []
    var misfits: [Int] = []
    var marked = 0
    func add(_ passage: Passage, _ side: SentenceMarks.Side, of owner: Int?) {
      sources.append(TrainingTable.Source(passage))
      sides.append(side)
      owners.append(owner)
    }
    for (index, posting) in postings.enumerated() {
      guard let marks = posting.marks else { continue }
      let body = FoldedText(posting.posting.description)
      guard body.sentences.count == marks.sentences.count else {
        misfits.append(index)
        continue
      }
      marked += 1
      if let side = marks.title {
        let title = FoldedText(posting.posting.title)
        let matches = Lexicon.guide.matches(in: title, 0..<title.words.count)
        add(Passage(title: title, matches), side, of: index)
      }
      for (words, side) in zip(body.sentences, marks.sentences) {
        guard let (sentence, _) = PostingReading.read(words, of: body) else { continue }
        add(Passage(sentence, of: body), side, of: index)
      }
    }
    isMarked = marked >= Self.fewestPostings
    self.misfits = misfits
    for aside in asides {
      let text = FoldedText(aside)
      for (sentence, _) in PostingReading.read(text) {
        add(Passage(sentence, of: text), .aside, of: nil)
      }
    }
    table = TrainingTable(sources)
    directions = sides.map(\.direction)
    likenesses = sides.map { $0 == .aside ? 1 : 0 }
    self.postings = owners
  }

  /// The model of the sentences of some postings and of all asides.
  func model(_ kept: [Int]) -> SentenceModel {
    let known = Set(kept)
    let rows = postings.indices.filter { row in postings[row].map(known.contains) ?? true }
    let design = Design(table, rows: rows, .sentences)
    let matrix = rows.map { self.row($0, design) }
    let weights = rows.map { postings[$0] == nil ? Self.asideWeight : 1 }
    let columns = table.hashes.indices.filter { design.rarity[$0] > 0 }
    func output(_ targets: [Double]) -> SentenceModel.Output {
      let (dense, sparse) = RidgeRegression.fit(
        matrix,
        targets: rows.map { targets[$0] },
        weights: weights,
        columns: table.hashes.count + design.means.count,
        penalty: Self.penalty
      )
      let chosen = columns.map { sparse[$0] * design.scales.blocks[Int(table.blocks[$0])] }
      let step = max(1e-12, (chosen.map(abs).max() ?? 0) / 32_767)
      return SentenceModel.Output(
        start: dense.last ?? 0,
        named: design.means.indices.map { feature in
          design.spreads[feature] > 0
            ? sparse[table.hashes.count + feature] * design.scales.named
              * (1 - design.means[feature]) / design.spreads[feature] : 0
        },
        weights: chosen.map { Int16(($0 / step).rounded()) },
        step: step
      )
    }
    return SentenceModel(
      hashes: columns.map { table.hashes[$0] },
      direction: output(directions),
      aside: output(likenesses)
    )
  }

  /// A row with the named features among its columns, because a sentence shows few of them.
  private func row(_ index: Int, _ design: Design) -> Design.Row {
    let row = design.row(table.rows[index], blocks: table.blocks, isPart: true)
    let shown = row.dense.indices.dropLast().filter { row.dense[$0] != 0 }
    return Design.Row(
      dense: [1],
      columns: row.columns + shown.map { Int32(table.hashes.count + $0) },
      values: row.values + shown.map { row.dense[$0] },
      prior: 0
    )
  }
}
