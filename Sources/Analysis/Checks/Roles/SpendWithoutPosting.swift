internal import Model

/// T9: somebody new billed in a role that nobody had posted.
struct SpendWithoutPosting: Check {
  let page = CheckPage(
    id: "spend-without-posting",
    group: .roles,
    holds: "everybody new was looked for in public",
    fails: "somebody new bills in a role that was not posted",
    criterion: "A new contract follows a posting, so that there was a choice.",
    why:
      "Without a posting there was no comparison, and a direct invitation is how favours "
      + "are given.",
    measured:
      "People whose first line is within the last 365 days and 90 days or more after the "
      + "first posting in the data: no posting of the role in the 90 days before. By role.",
    falsePositives: "Direct invitations, agencies, exports of postings that are not complete.",
    remedy: "Record who chose the person and why.",
    dispute: "add the posting to the inputs; disputed → id with a reason",
    severity: "low; moderate where what the new people billed is five times materiality or more",
    source: "Test T9 of internal auditors"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let days = context.dataset.postings.compactMap(\.date).filter { $0 <= context.asOf }
    guard let firstPosting = days.min() else { return .notApplicable(needs: "dated postings") }
    var posted: [Int: [Day]] = [:]
    for (posting, role) in zip(context.dataset.postings, context.workload.postingRoles) {
      if let role, let day = posting.date { posted[role, default: []].append(day) }
    }
    let start = max(context.asOf - 365, firstPosting + 90)
    let dataStart = context.audit.dataPeriod.lowerBound + 60
    var newcomers: [Int: [Int]] = [:]
    var subjects: Set<Int> = []
    for bills in context.byPerson {
      guard let first = bills.first else { continue }
      let bill = context.bills[first]
      guard bill.day >= start, bill.day >= dataStart else { continue }
      subjects.insert(bill.role)
      let begin = bill.start ?? bill.day
      if !(posted[bill.role] ?? []).contains(where: {
        (0...90).contains(begin - $0) || (0...7).contains($0 - begin)
      }) {
        newcomers[bill.role, default: []].append(first)
      }
    }
    let found = newcomers.sorted { $0.key < $1.key }.map { role, firsts in
      finding(role, firsts, context)
    }
    return .ran(subjects: subjects.map { "role:\(context.role($0))" }, found)
  }

  private func finding(_ role: Int, _ firsts: [Int], _ context: CheckContext) -> CheckFinding {
    let id = context.role(role)
    let people = Set(firsts.map { context.bills[$0].person })
    let amount = people.reduce(0) { sum, person in
      context.byPerson[person].reduce(sum) {
        context.bills[$1].role == role ? $0 + context.bills[$1].cost : $0
      }
    }
    let severity: Severity = amount / 5 >= context.scale.material ? .moderate : .low
    let names = firsts.map { "\(context.person($0).name) (\(context.bills[$0].day))" }
    return finding(
      id,
      severity,
      subject: "role:\(id)",
      title: "\(id): \(page.fails)",
      amount: context.money(amount),
      condition: "\(names.prefix(5).joined(separator: ", "))"
        + (names.count > 5 ? " and \(names.count - 5) more" : "")
        + ": no posting of the role in the 90 days before.",
      cause: "A direct invitation, an agency, or a posting that is missing in the data.",
      consequence:
        "\(context.money(amount).grouped) were spent without a comparison that the data show.",
      action:
        "Record who chose the person and why; owner: the department, \(context.due(severity)).",
      evidence: context.evidence(firsts, limit: 4)
    )
  }
}
