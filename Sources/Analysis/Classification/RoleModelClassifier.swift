internal import Foundation
public import Model

/// Judges roles by the posting model and by what their invoices show.
///
/// Both speak in log-odds and are added (model specification, 2.3): the posting with a weight of 1,
/// because the model is calibrated, the invoices with the temper of 0.7, because their cues are
/// correlated. A posting counts for at most ±3.5, because two careful readers agree on 98 % of
/// postings and no text is surer than that. What a posting planned counts less the longer the work
/// has been lived: fully up to 26 billed weeks of the last 52, half at 52. Without a posting the invoices speak alone, and count for
/// at most ±1.8 (0.14 to 0.86): rhythm and company in billing show that work goes on, not why.
public struct RoleModelClassifier: RoleClassifier {
  /// The most that a posting counts, in log-odds.
  public static let mostOfPosting = 3.5
  /// The most that invoices count without a posting, in log-odds.
  public static let mostOfInvoicesAlone = 1.8

  private let model: PostingModel

  /// Creates a classifier.
  public init(_ model: PostingModel = .builtIn) { self.model = model }

  /// Judges a role by its newest posting and by its invoices.
  public func judge(_ role: RoleObservation) -> Collaboration {
    let cues = CueClassifier().invoiceCues(of: role)
    let invoices = cues.map(\.logOdds).compensatedSum()
    guard let posting = role.posting else {
      let bound = min(max(invoices, -Self.mostOfInvoicesAlone), Self.mostOfInvoicesAlone)
      let degree = PostingModel.logistic(bound)
      return Collaboration(
        degree: degree,
        source: .invoices,
        evidence: cues + rest("bound-of-invoices-alone", bound - invoices, Self.boundOfInvoices),
        degreeByInvoices: degree
      )
    }
    var judge = PostingJudge(model)
    let judged = judge.judge(posting)
    let text = PostingModel.logit(judged.degree)
    let bound = min(max(text, -Self.mostOfPosting), Self.mostOfPosting)
    let weight = Self.weightOfPosting(billedWeeks: role.billedWeeks)
    let outlived =
      "the work was billed in \(role.billedWeeks) of the last \(role.weeks) weeks, so what its posting "
      + "planned counts for \(Phrase.percent(weight))"
    return Collaboration(
      degree: PostingModel.logistic(weight * bound + invoices),
      source: .postingsAndInvoices,
      evidence: (judged.evidence + cues
        + rest("bound-of-posting", bound - text, Self.boundOfPosting)
        + rest("posting-outlived", (weight - 1) * bound, outlived))
        .sorted { (abs($1.logOdds), $0.name) < (abs($0.logOdds), $1.name) },
      degreeByPosting: judged.degree,
      degreeByInvoices: PostingModel.logistic(invoices)
    )
  }

  /// What a posting counts, from 1 for work of up to 26 billed weeks of a year to 0.5 for 52.
  public static func weightOfPosting(billedWeeks: Int) -> Double {
    1 - 0.5 * min(1, max(0, Double(billedWeeks - 26) / 26))
  }

  private static let boundOfPosting =
    "no text counts for more than two careful readers agree on (±3.5)"
  private static let boundOfInvoices =
    "invoices without a posting count for no more than ±1.8: they show that work goes on, not why"

  private func rest(_ name: String, _ logOdds: Double, _ why: String) -> [Collaboration.Cue] {
    logOdds == 0 ? [] : [Collaboration.Cue(name: name, observation: why, logOdds: logOdds)]
  }
}
