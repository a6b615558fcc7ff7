public import Model

/// People with knowledge at stake who have been silent for unusually long.
public struct SilentHolder: Check {
  /// The identifier.
  public let id = "silent-holder"
  /// The title.
  public let title = "a holder has gone quiet"
  /// The criterion.
  public let criterion =
    "A holder's pause is known before it is longer than that person's usual gap between billings."

  /// Creates the check.
  public init() {}

  /// One finding for each active person who is more likely gone than not and whose expected loss
  /// is not shown as 0.
  public func findings(in audit: Audit) -> [Finding] {
    audit.people.compactMap { person in
      guard person.isActive, let gone = person.alreadyGone, gone >= 0.5,
        person.loss.doubleValue >= 0.5
      else { return nil }
      return Finding(
        id: "\(id):\(person.id)",
        check: id,
        severity: .moderate,
        subject: "person:\(person.id)",
        title: "\(person.name): \(title)",
        amount: person.loss,
        criterion: criterion,
        condition: "Last work on \(person.lastDay), \(person.silenceDays) days before the end of "
          + "the data; a billing was expected about every "
          + "\(Phrase.decimal(person.cadenceDays)) days.",
        cause: "Not visible in invoices: leave, another client or a quiet departure.",
        consequence: "A chance of \(Phrase.percent(gone)) that the person has gone already; "
          + "\(person.loss.grouped) of the expected loss is theirs.",
        action: "Ask the person this week; record a leave in audit.yml (people → on_leave_until).",
        evidence: []
      )
    }
  }
}
