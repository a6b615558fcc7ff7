internal import Model

/// Somebody left and the successor came later, so that nobody could hand over.
struct MissingHandover: Check {
  let page = CheckPage(
    id: "missing-handover",
    group: .knowledge,
    holds: "who leaves hands over",
    fails: "somebody left without an overlap with the successor",
    criterion: "A successor starts two weeks before the holder leaves.",
    why: "What is not handed over is learned again at the price of the work.",
    measured:
      "Departures of the last 52 weeks with a past loss: no other person worked in the role "
      + "in the 14 days before the last day and after it within 14 days as well, so that "
      + "nobody overlapped.",
    falsePositives: "A handover to somebody inside the company.",
    remedy: "Plan overlap of two weeks with the next notice; keep a hand-over list for each role.",
    dispute: "people → left_on and on_leave_until, roles → match",
    severity:
      "by the past loss (low below 5 % of materiality, moderate below, then high), at most "
      + "moderate, because it cannot be undone",
    source: "Vendor-risk guidance on termination plans; the model's past losses"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let losses = context.audit.insight.pastLosses
    guard !losses.isEmpty else {
      return .notApplicable(needs: "a departure within the last 52 weeks")
    }
    let byRole = RoleBills.all(context)
    let found = losses.compactMap { loss -> CheckFinding? in
      guard let role = context.roleIndex[loss.role], let person = context.personIndex[loss.person]
      else { return nil }
      return finding(loss, byRole[role], person, context)
    }
    return .ran(subjects: losses.map { "person:\($0.person)" }, found)
  }

  /// The bills of one role.
  private struct RoleBills {
    /// By day, then location.
    var bills: [Int] = []
    /// The last one of each person.
    var last: [Int: Int] = [:]

    /// The bills of all roles, indexed like the roles.
    static func all(_ context: CheckContext) -> [RoleBills] {
      var all = [RoleBills](repeating: RoleBills(), count: context.workload.roles.count)
      for index in context.bills.indices { all[context.bills[index].role].bills.append(index) }
      for role in all.indices {
        all[role].bills.sort { (context.bills[$0].day, $0) < (context.bills[$1].day, $1) }
        for bill in all[role].bills { all[role].last[context.bills[bill].person] = bill }
      }
      return all
    }
  }

  private func finding(
    _ loss: PastLoss,
    _ role: RoleBills,
    _ person: Int,
    _ context: CheckContext
  ) -> CheckFinding? {
    func day(_ bill: Int) -> Day { context.bills[bill].day }
    func isOther(_ bill: Int) -> Bool { context.bills[bill].person != person }
    let start = role.bills.prefixCount { day($0) < loss.day - 21 }
    let end = role.bills.prefixCount { day($0) <= loss.day + 7 }
    let before = Set(role.bills[start..<end].filter(isOther).map { context.bills[$0].person })
    let goesOn = before.contains { role.last[$0].map { day($0) > loss.day } ?? false }
    guard !goesOn else { return nil }
    let next = role.bills[role.bills.prefixCount { day($0) <= loss.day }...].first(where: isOther)
    // Somebody who worked beside the leaver could hand over, also where nobody follows.
    guard next != nil || before.isEmpty else { return nil }
    let severity = context.scale.severity(loss.loss.minorUnits, limit: .moderate)
    let name = context.name(of: loss.person)
    let last = role.last[person]
    return finding(
      "\(loss.role)/\(loss.person)",
      severity,
      subject: "person:\(loss.person)",
      title: "\(loss.role): \(name) left without an overlap",
      amount: loss.loss,
      condition: "\(name) worked last on \(loss.day); "
        + (next.map {
          "\(context.person($0).name) was next, on \(context.bills[$0].day), "
            + "\(context.bills[$0].day - loss.day) days later."
        } ?? "nobody has followed."),
      cause: "The notice was short, or the seat was looked for after it was empty.",
      consequence: "\(Phrase.hours(loss.hours)) were bought again, \(loss.loss.grouped).",
      action:
        "Agree on two weeks of overlap and keep a hand-over list for \(loss.role); owner: the "
        + "department, \(context.due(severity)).",
      evidence: context.evidence([last, next].compactMap { $0 })
    )
  }
}
