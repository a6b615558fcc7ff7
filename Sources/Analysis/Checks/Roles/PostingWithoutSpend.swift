internal import Model

/// T8: a posting after which nobody billed in its role.
struct PostingWithoutSpend: Check {
  let page = CheckPage(
    id: "posting-without-spend",
    group: .roles,
    holds: "every posting led to work",
    fails: "nobody billed in the role of a posting",
    criterion: "A posting is filled within 60 days or closed.",
    why: "An open posting is a gap in a team or work that is no longer needed.",
    measured:
      "The latest dated posting of a role, 60 days old or more and not older than 365 days: "
      + "no line of its role from its day to 60 days after, and none since.",
    falsePositives: "Filled elsewhere, or by somebody whose invoices name another role.",
    remedy: "Close the posting, or find who was hired.",
    dispute: "roles → match, so that lines and posting come together",
    severity: "low: a question",
    source: "Test T8 of internal auditors"
  )

  /// A role, or a title for which there is none, because nobody ever billed it.
  private enum Key: Hashable {
    case role(Int)
    case title(String)
  }

  private func name(_ key: Key, _ context: CheckContext) -> String {
    switch key {
    case .role(let index): context.role(index)
    case .title(let title): title
    }
  }

  func run(_ context: CheckContext) -> CheckOutcome {
    let work = context.workload
    var latest: [Key: Posting] = [:]
    for (posting, index) in zip(context.dataset.postings, work.postingRoles) {
      let role = index.map { Key.role($0) } ?? .title(Slug.make(posting.role ?? posting.title))
      guard let day = posting.date, day <= context.asOf else { continue }
      let known = latest[role]
      if let known, let other = known.date,
        (other, posting.location) > (day, known.location)
      {
        continue
      }
      latest[role] = posting
    }
    let due = latest.filter { _, posting in
      posting.date.map { (60...365).contains(context.asOf - $0) } ?? false
    }
    guard !due.isEmpty else {
      return .notApplicable(needs: "dated postings between 60 and 365 days old")
    }
    var lastBill: [Int: Day] = [:]
    for bill in context.bills {
      lastBill[bill.role] = max(lastBill[bill.role] ?? bill.day, bill.day)
    }
    let found = due.sorted { name($0.key, context) < name($1.key, context) }.compactMap {
      role,
      posting -> CheckFinding? in
      let last: Day? = if case .role(let index) = role { lastBill[index] } else { nil }
      guard let day = posting.date, (last ?? day - 1) < day else { return nil }
      let id = name(role, context)
      return finding(
        id,
        .low,
        subject: "role:\(id)",
        title: "\(id): \(page.fails)",
        amount: nil,
        condition:
          "“\(posting.title.prefix(80))” was posted on \(day), \(context.asOf - day) days before "
          + "the end of the data; "
          + (last.map { "the last line of its role is of \($0)." }
            ?? "no line belongs to its role."),
        cause: "Not filled, filled elsewhere, or billed under another title.",
        consequence: "Work that was wanted is not done, or its cost is shown under another role.",
        action:
          "Close the posting or find who was hired; owner: the department, \(context.due(.low)).",
        evidence: [Finding.Evidence(location: posting.location, text: "posted \(day)")]
      )
    }
    return .ran(subjects: due.keys.map { "role:\(name($0, context))" }, found)
  }
}
