internal import Model

/// Roles whose hours are mostly computed from amounts.
struct ImputedHours: Check {
  let page = CheckPage(
    id: "imputed-hours",
    group: .data,
    holds: "hours are stated",
    fails: "most hours are computed from amounts",
    criterion: "Bills state the hours of work.",
    why: "Hours carry the knowledge and the loss; computed ones carry the rate's error too.",
    measured:
      "Roles with holders in which more than half of the hours of the last 364 days are "
      + "computed from amounts by the median rate.",
    falsePositives: "Fixed prices, which have no hours by nature.",
    remedy: "Ask for hours on the bills, or a time report.",
    dispute: "disputed → id with a reason",
    severity: "low: the report marks every such figure",
    source: "Imputation rule of this program"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let roles = context.audit.roles.filter { !$0.holders.isEmpty }
    guard !roles.isEmpty else { return .notApplicable(needs: "a role with a holder") }
    return .ran(
      subjects: roles.map { "role:\($0.id)" },
      roles.filter { $0.imputedShare > 0.5 }.map { role in
        finding(
          role.id,
          .low,
          subject: "role:\(role.id)",
          title: "\(role.id): \(page.fails)",
          amount: nil,
          condition:
            "\(Phrase.percent(role.imputedShare)) of the hours of the last 364 days are computed "
            + "from amounts.",
          cause: "Fixed prices, or an export without hours.",
          consequence:
            "The role's hours, and \(role.figures.loss.grouped) of loss computed from them, are less sure than others.",
          action: "Ask for hours on the bills, or add a time report; owner: the department, "
            + "\(context.due(.low)).",
          evidence: role.examples
        )
      }
    )
  }
}
