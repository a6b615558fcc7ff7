public import Model

/// Collaborative roles that one person holds alone, where ``KnowledgeAtRisk`` does not say more.
public struct SoleHolder: Check {
  /// The identifier.
  public let id = "sole-holder"
  /// The title.
  public let title = "one person alone holds a seat in a team"
  /// The criterion.
  public let criterion =
    "Every role the company depends on has a second active holder or documents updated within 12 "
    + "months."

  /// Creates the check.
  public init() {}

  /// One finding for each collaborative role with one holder and no documents worth half its
  /// knowledge.
  public func findings(in audit: Audit) -> [Finding] {
    let people = Dictionary(
      audit.people.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return audit.roles.compactMap { role in
      guard role.collaboration.roleClass == .collaborative, role.holders.count == 1,
        (role.figures.band ?? .low) < .high, let holder = role.holders.first,
        role.derivation.documentationQuality < 0.5,
        let person = people[holder.id]
      else { return nil }
      return Finding(
        id: "\(id):\(role.id)",
        check: id,
        severity: .moderate,
        subject: "role:\(role.id)",
        title: "\(role.id): \(title)",
        amount: role.figures.loss,
        criterion: criterion,
        condition: "One holder, \(person.name), since \(person.firstDay); "
          + "\(Phrase.hours(holder.hoursLastYear)) in the last 52 weeks; "
          + "\(role.derivation.documentationSource).",
        cause: "The role was filled person by person.",
        consequence:
          "A chance of \(Phrase.percent(holder.departureProbability)) that the holder is "
          + "gone within the horizon; the expectation is \(role.figures.loss.grouped).",
        action: "Name a second person for a third of the hours, or have the work documented; "
          + "owner: the department \(role.department), by the end of next quarter.",
        evidence: role.examples
      )
    }
  }
}
