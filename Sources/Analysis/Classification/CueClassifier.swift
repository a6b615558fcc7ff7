internal import Foundation
public import Model

/// Tempered naive Bayes over visible cues: `logit c = logit 0.5 + 0.7·Σ ln LR` (model
/// specification, 2.3).
///
/// The specification's ratios are joined by two for the holders of a role over time. All are
/// assumptions until somebody labels roles; the temper of 0.7 is there because the cues are
/// correlated.
public struct CueClassifier: RoleClassifier {
  /// The cues with their likelihood ratios for "collaborative" against "specific task".
  public static let likelihoodRatios: [String: Double] = [
    "billed_75pct_of_weeks": 2.0, "billed_under_25pct_of_weeks": 0.5,
    "two_colleagues_same_weeks": 2.0, "no_colleague_same_weeks": 0.7,
    "three_holders_in_turn": 0.6, "one_holder_39_weeks": 1.3,
    "memo_collab_30pct": 3.0, "memo_collab_10pct": 1.5, "memo_collab_under_2pct": 0.5,
    "memo_varied": 2.0, "memo_uniform": 0.5, "hourly_open_ended": 1.5,
    "fixed_single_milestone": 0.33, "posting_ongoing": 3.0, "posting_one_time": 0.33,
    "posting_over_6_months": 2.0, "posting_under_1_month": 0.33, "posting_8_skills": 1.5,
  ]

  /// The temper.
  public static let temper = 0.7

  /// Creates the classifier.
  public init() {}

  /// The degree of collaboration that a set of cues gives, and what each adds in log-odds.
  public static func degree(of cues: [String]) -> (degree: Double, parts: [String: Double]) {
    var parts: [String: Double] = [:]
    for cue in cues { parts[cue] = likelihoodRatios[cue].map { temper * log($0) } }
    let logit = cues.compactMap { parts[$0] }.compensatedSum()
    return (1 / (1 + exp(-logit)), parts)
  }

  /// Judges a posting by its text alone.
  public func judge(_ posting: Posting) -> Collaboration {
    var role = RoleObservation()
    role.posting = posting
    return judgement(PostingCues.fired(by: role), source: .postingsAndInvoices)
  }

  /// Judges a role by the cues that fire.
  public func judge(_ role: RoleObservation) -> Collaboration {
    judgement(
      BillingCues.fired(by: role) + MemoCues.fired(by: role) + PostingCues.fired(by: role),
      source: role.posting == nil ? .invoices : .postingsAndInvoices
    )
  }

  /// What the invoices of a role show, with the tempered log-odds, strongest first.
  func invoiceCues(of role: RoleObservation) -> [Collaboration.Cue] {
    judgement(BillingCues.fired(by: role) + MemoCues.fired(by: role), source: .invoices).evidence
  }

  private func judgement(_ cues: [FiredCue], source: Collaboration.Source) -> Collaboration {
    let (degree, parts) = Self.degree(of: cues.map(\.name))
    let evidence = cues.map { cue in
      Collaboration.Cue(
        name: cue.name.split(separator: "_").joined(separator: "-"),
        observation: cue.observation,
        logOdds: parts[cue.name] ?? 0,
        quotes: cue.quotes,
        locations: cue.locations
      )
    }
    return Collaboration(
      degree: degree,
      source: source,
      evidence: evidence.sorted { (abs($1.logOdds), $0.name) < (abs($0.logOdds), $1.name) }
    )
  }
}

/// A cue that fired.
struct FiredCue {
  /// The name in ``CueClassifier/likelihoodRatios``.
  let name: String
  /// What was observed, as one sentence.
  let observation: String
  /// The words that show it.
  var quotes: [String] = []
  /// Where to look.
  var locations: [SourceLocation] = []
}
