internal import Model

/// T1: the same person charges the same amount for the same work and time a second time.
struct ExactDuplicate: Check {
  let page = CheckPage(
    id: "exact-duplicate",
    group: .integrity,
    holds: "no work is billed twice",
    fails: "the same work is billed twice",
    criterion: "Each piece of work is billed and paid once.",
    why: "Paying twice is the most frequent error in payables, and it can be claimed back.",
    measured:
      "Two charges of one person with the same amount, currency, contract and work period, and the "
      + "same description or none on one side; without a period, the same day and description. Charges "
      + "that a credit or refund of the same size takes back within 180 days are cleared first. Lines of "
      + "one document count only where they name their period. Rows of a time tracker are left out.",
    falsePositives:
      "Two deliveries of the same price on the same day under the same description; a second person "
      + "behind the account.",
    remedy: "Compare both documents with what was delivered and claim back what was paid twice.",
    dispute: "disputed → id with a reason; distinct descriptions on the invoices prevent it",
    severity: Materiality.rule + "; at most moderate within one document",
    source: "Tests of internal auditors for duplicate disbursements (test T1 and T4; Coderre, ACFE)"
  )

  private struct Key: Hashable {
    let price: Int
    let contract: Int
    let start: Int
    let end: Int
    let hasPeriod: Bool
  }

  func run(_ context: CheckContext) -> CheckOutcome {
    var subjects: [String] = []
    var found: [CheckFinding] = []
    for (person, bills) in context.byPerson.enumerated() {
      let charges = bills.filter {
        RepeatedBills.canRepeat(context.bills[$0]) && !context.isExplained[$0]
          && !context.isCleared[$0]
      }
      guard !charges.isEmpty else { continue }
      subjects.append("person:\(context.workload.directory.people[person].id)")
      guard charges.count > 1 else { continue }
      var pairs: [(first: Int, second: Int)] = []
      for group in groups(charges, context) { pairs += repetitions(group, context) }
      for pair in RepeatedBills.byDocument(pairs.sorted { $0 < $1 }, context) {
        found.append(finding(pair, context))
      }
    }
    return subjects.isEmpty
      ? .notApplicable(needs: "charges of work") : .ran(subjects: subjects, found)
  }

  private func groups(_ charges: [Int], _ context: CheckContext) -> [[Int]] {
    var groups: [Key: [Int]] = [:]
    for charge in charges {
      let bill = context.bills[charge]
      let period = bill.start.map { ($0, bill.end ?? $0) }
      groups[
        Key(
          price: bill.price,
          contract: bill.contract,
          start: (period?.0 ?? bill.day).number,
          end: (period?.1 ?? bill.day).number,
          hasPeriod: period != nil
        ),
        default: []
      ].append(charge)
    }
    return groups.values.filter { $0.count > 1 }
  }

  /// The pairs of a group that say the same; each bill is compared with the few before it.
  private func repetitions(_ group: [Int], _ context: CheckContext) -> [(first: Int, second: Int)] {
    let left = group.sorted {
      (context.bills[$0].date ?? context.bills[$0].day, $0)
        < (context.bills[$1].date ?? context.bills[$1].day, $1)
    }
    var pairs: [(first: Int, second: Int)] = []
    for (position, second) in left.enumerated() {
      let first = left[max(0, position - 8)..<position].first { isSame($0, second, context) }
      if let first { pairs.append((first, second)) }
    }
    return pairs
  }

  private func isSame(_ first: Int, _ second: Int, _ context: CheckContext) -> Bool {
    let (a, b) = (context.bills[first], context.bills[second])
    let isOneDocument = a.document != nil && a.document == b.document
    if a.start != nil {
      // With a period of several days and hours, texts may differ; a fixed price names its piece.
      if isOneDocument { return a.text == b.text }
      return a.text == b.text || a.text == nil || b.text == nil
        || (a.hours > 0 && b.hours > 0 && isCopied(first, second, context))
    }
    return !isOneDocument && a.text == b.text
  }

  /// Whether two texts are one text with other numbers, as "Invoice 17 for…" and "Invoice 18 for…".
  private func isCopied(_ first: Int, _ second: Int, _ context: CheckContext) -> Bool {
    func letters(_ bill: Int) -> String {
      (context.description(bill) ?? "").lowercased().filter(\.isLetter)
    }
    return letters(first) == letters(second)
  }

  private func finding(_ pair: RepeatedBills.Pair, _ context: CheckContext) -> CheckFinding {
    let (first, second) = (pair.first[0], pair.second[0])
    let amount = pair.second.reduce(0) { $0 + context.bills[$1].cost }
    let isOneDocument =
      context.bills[first].document != nil
      && context.bills[first].document == context.bills[second].document
    let severity = context.scale.severity(amount, limit: isOneDocument ? .moderate : .critical)
    let name = context.person(second).name
    let bill = context.bills[second]
    let period = bill.start.map { "\($0) to \(bill.end ?? $0)" } ?? "\(bill.day)"
    return finding(
      context.key(second),
      severity,
      subject: "invoice:\(context.key(second))",
      title: "\(name): \(page.fails), \(context.documentName(second))",
      amount: context.money(amount),
      condition:
        "\(name) charges \(Phrase.count(pair.second.count, "line", "lines")) for \(period) in "
        + "document \(context.documentName(first)) and again in \(context.documentName(second)): "
        + "\(context.money(amount).grouped), same amounts, period and contract.",
      cause: "Not visible in the data: sent again, entered twice, or two equal pieces of work.",
      consequence: "\(context.money(amount).grouped) may have been paid twice.",
      action:
        "Review both documents with \(name) and the department; claim back what was paid twice; "
        + "owner: accounts payable, \(context.due(severity)).",
      evidence: context.evidence(
        [first, second] + pair.first.dropFirst() + pair.second.dropFirst()
      ),
      bills: pair.second
    )
  }
}
