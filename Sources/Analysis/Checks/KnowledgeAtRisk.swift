public import Model

/// Roles whose expected loss is more than two weeks of their spend.
public struct KnowledgeAtRisk: Check {
  /// The identifier.
  public let id = "knowledge-at-risk"
  /// The title.
  public let title = "a departure would cost more than two weeks of spend"
  /// The criterion.
  public let criterion =
    "What a company expects to buy again because somebody leaves stays below two weeks of a "
    + "role's yearly spend."

  /// Creates the check.
  public init() {}

  /// One finding for each role in the bands high and critical.
  public func findings(in audit: Audit) -> [Finding] {
    let people = audit.names
    return audit.roles.compactMap { role in
      guard let band = role.figures.band, band >= .high, let index = role.figures.index,
        let low = role.figures.indexLow, let high = role.figures.indexHigh
      else { return nil }
      let names = role.holders.map { people[$0.id] ?? $0.id }.joined(separator: ", ")
      return Finding(
        id: "\(id):\(role.id)",
        check: id,
        severity: band == .critical ? .critical : .high,
        subject: "role:\(role.id)",
        title: "\(role.id): \(title)",
        amount: role.figures.loss,
        criterion: criterion,
        condition:
          "\(Phrase.count(role.holders.count, "holder", "holders")) (\(names)), bus factor \(role.busFactor), "
          + "\(Phrase.hours(role.figures.lossHours)) expected to be bought again; index "
          + "\(Phrase.decimal(index)) % of \(role.figures.annualSpend.grouped) a year.",
        cause: "Knowledge of the role sits with its holders; "
          + "\(role.derivation.documentationSource).",
        consequence:
          "\(role.figures.loss.grouped) in the next 12 months, 90 % interval of the index "
          + "\(Phrase.decimal(low)) to \(Phrase.decimal(high)) %.",
        action: Phrase.action(role.advice),
        evidence: role.examples
      )
    }
  }
}
