public import Model

/// Roles whose posting says one thing and whose invoices say the other.
public struct PostingAgainstInvoices: Check {
  /// The identifier.
  public let id = "posting-against-invoices"
  /// The title.
  public let title = "the posting and the invoices disagree about the role"
  /// The criterion.
  public let criterion =
    "A role is bought as what it is: a task by its brief, a seat in a team as a seat."

  /// Creates the check.
  public init() {}

  /// One finding for each role whose posting and invoices fall into opposite classes, unless the
  /// user has decided it.
  public func findings(in audit: Audit) -> [Finding] {
    audit.roles.compactMap { role in
      guard !role.holders.isEmpty, role.collaboration.source != .override,
        let posting = role.collaboration.degreeByPosting,
        let invoices = role.collaboration.degreeByInvoices
      else { return nil }
      let classes = (Collaboration.Class(degree: posting), Collaboration.Class(degree: invoices))
      let title: String
      let cause: String
      switch classes {
      case (.specific, .collaborative):
        title = "posted as a task, lived as a team seat"
        cause = "The work grew beyond its brief, or the brief left out the people it needs."
      case (.collaborative, .specific):
        title = "posted as a team seat, lived as a task"
        cause = "The role is done alone or by routine, or its invoices do not say what is done."
      default: return nil
      }
      return Finding(
        id: "\(id):\(role.id)",
        check: id,
        severity: .moderate,
        subject: "role:\(role.id)",
        title: "\(role.id): \(title)",
        amount: role.figures.loss,
        criterion: criterion,
        condition: "By the words of its posting a seat in a team with a probability of "
          + "\(Phrase.percent(posting)), by its invoices with \(Phrase.percent(invoices)); together "
          + "\(Phrase.percent(role.collaboration.degree)).",
        cause: cause,
        consequence: "What would be lost with the holder is \(role.figures.loss.grouped) by the "
          + "judgement on both; it is more for a seat and less for a task.",
        action: "Ask the department \(role.department) which of the two it is, set roles → "
          + "collaboration in audit.yml, and rewrite the posting before it is used again.",
        evidence: role.postings.prefix(1).map {
          Finding.Evidence(location: $0, text: "the posting")
        } + role.examples
      )
    }
  }
}
