import Analysis
import Model

/// The quality of a trained model in words and numbers.
struct TrainingReport {
  private let postings: [LabelledPosting]
  private let judgements: [CrossValidation.Judgement]
  private let repetitions: Int
  private let isMarked: Bool

  init(_ postings: [LabelledPosting], _ validation: CrossValidation, isMarked: Bool) {
    self.postings = postings
    self.isMarked = isMarked
    judgements = validation.judgements
    repetitions = (judgements.map(\.repetition).max() ?? -1) + 1
  }

  /// What a model was made from, as lines of its card.
  static func card(_ postings: [LabelledPosting]) -> [String] {
    let adverts = postings.count { $0.isEmploymentAdvert }
    let invented = postings.count { $0.platform == LabelledPosting.invented }
    let marked = postings.count { $0.marks != nil }
    let seats = postings.count { $0.isCollaborative }
    return [
      "trained on \(postings.count) labelled postings: \(seats) seats in a team, "
        + "\(postings.count - seats) specific tasks; \(adverts) of them employment adverts, "
        + "\(invented) invented, \(marked) with marked sentences"
    ]
  }

  /// How a finished model does on postings that it did not learn from.
  static func test(_ model: PostingModel, on postings: [LabelledPosting]) -> [String] {
    var judge = PostingJudge(model)
    let measures = QualityMeasures(
      postings.map { judge.probability($0.posting) },
      isSeat: postings.map(\.isCollaborative)
    )
    return [
      "", "postings of the test: \(postings.count), none of them learned from", heading,
      row("role model", [measures]),
    ]
  }

  /// The report.
  var lines: [String] {
    var lines = Self.card(postings)
    let judged = judgements.count / repetitions
    if judged < postings.count {
      lines.append("\(postings.count - judged) of them are learned from and not measured on")
    }
    if !isMarked {
      lines += [
        "no sentence is marked, so the built-in model reads them; where it has learned from these postings,",
        "the figures flatter: give what readers said of the sentences with --readings",
      ]
    }
    for (name, isAdvert) in [("marketplace postings", false), ("employment adverts", true)] {
      let chosen = judgements.filter { postings[$0.posting].isEmploymentAdvert == isAdvert }
      if chosen.isEmpty { continue }
      lines += ["", "\(name): \(chosen.count / repetitions), \(repetitions) x 10-fold"]
      lines.append(Self.heading)
      for (number, baseline) in Baseline.all.enumerated() {
        lines.append(row(baseline.name, chosen) { $0.baselines[number] })
      }
      lines.append(row("role model", chosen) { $0.probability })
      if !isAdvert { lines += reliability(chosen) + recall(chosen) }
    }
    return lines
  }

  /// Every judgement as CSV.
  var predictions: String {
    var text = "repetition,part,posting_id,platform,label,probability\n"
    for judgement in judgements {
      let posting = postings[judgement.posting]
      let id = posting.posting.id ?? "line \(posting.posting.location.line)"
      text +=
        "\(judgement.repetition),\(judgement.part),\(Self.quoted(id)),"
        + "\(Self.quoted(posting.platform)),\(posting.isCollaborative ? 1 : 0),"
        + "\(judgement.probability)\n"
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }

  private static let heading =
    "                accuracy  macro-F1  ROC AUC   Brier  calibration error"

  /// The mean of the repetitions.
  private func row(
    _ name: String,
    _ chosen: [CrossValidation.Judgement],
    _ probability: (CrossValidation.Judgement) -> Double
  ) -> String {
    let measures = (0..<repetitions).map { repetition in
      let some = chosen.filter { $0.repetition == repetition }
      return QualityMeasures(
        some.map(probability),
        isSeat: some.map { postings[$0.posting].isCollaborative }
      )
    }
    return Self.row(name, measures)
  }

  private static func row(_ name: String, _ measures: [QualityMeasures]) -> String {
    func mean(_ value: (QualityMeasures) -> Double) -> String {
      padded(digits(measures.map(value).reduce(0, +) / Double(measures.count), 4), to: 9)
    }
    return left(name, to: 15) + mean(\.accuracy) + " " + mean(\.macroF1)
      + mean { $0.auc ?? 0.5 } + mean(\.brier) + mean(\.calibrationError)
  }

  private func reliability(_ chosen: [CrossValidation.Judgement]) -> [String] {
    let measures = QualityMeasures(
      chosen.map(\.probability),
      isSeat: chosen.map { postings[$0.posting].isCollaborative }
    )
    return ["", "reliability: predicted and observed share of seats, postings"]
      + measures.bins.map { bin in
        let bar = String(repeating: "#", count: Int((bin.observed * 40).rounded()))
        return "  \(Self.digits(bin.predicted, 2))  \(Self.digits(bin.observed, 2)) "
          + Self.padded("\(bin.count / repetitions)", to: 5) + "  \(bar)"
      }
  }

  private func recall(_ chosen: [CrossValidation.Judgement]) -> [String] {
    let groups = Dictionary(grouping: chosen) {
      RoleFamilies.name(of: postings[$0.posting].posting)
    }
    return ["", "seats found by role family: recall, seats, postings"]
      + groups.sorted { $0.key < $1.key }.map { name, judgements in
        let measures = QualityMeasures(
          judgements.map(\.probability),
          isSeat: judgements.map { postings[$0.posting].isCollaborative }
        )
        let seats = judgements.count { postings[$0.posting].isCollaborative }
        return "  " + Self.left(name, to: 18)
          + Self.padded(Self.digits(measures.recallOfSeats, 2), to: 5)
          + Self.padded("\(seats / repetitions)", to: 6)
          + Self.padded("\(judgements.count / repetitions)", to: 6)
      }
  }

  private static func digits(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let number = Int((value * scale).rounded())
    let fraction = String(number % Int(scale))
    return "\(number / Int(scale))." + String(repeating: "0", count: places - fraction.count)
      + fraction
  }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func left(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
