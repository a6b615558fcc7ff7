internal import Model

/// T3: two payees charge the same amount for the same time in the same role.
struct CrossPayee: Check {
  let page = CheckPage(
    id: "cross-payee",
    group: .integrity,
    holds: "no two payees charge the same amount for the same time and role",
    fails: "two payees charge the same amount for the same time and role",
    criterion: "A piece of work is paid to one payee.",
    why: "A bill that is entered under a second payee passes every test within one payee.",
    measured:
      "Charges above the trivial amount (or of any amount with the same description or number) with the same role, amount, currency and period (or day) and different payees, where "
      + "neither payee charges that amount at any other time; or one of them does not, and description or number are the same too. In a role with more than three such coincidences "
      + "they are its pricing and make one finding of low severity.",
    falsePositives: "Standard prices and equal hours; two people who share a task.",
    remedy: "Ask the department who did the work.",
    dispute: "disputed → id with a reason; people → aliases where both are one person",
    severity:
      "moderate where both bills have the same description of three words or more, or the same number, and the "
      + "amount is material; low otherwise, because prices coincide",
    source: "Test T3 of internal auditors (same amount and date, different payee)"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    var charges = [[Int]](repeating: [], count: context.workload.roles.count)
    for index in context.bills.indices where isTested(index, context) {
      charges[context.bills[index].role].append(index)
    }
    let shared = charges.indices.filter { role in
      let first = charges[role].first.map { context.bills[$0].person }
      return charges[role].contains { context.bills[$0].person != first }
    }
    guard !shared.isEmpty else {
      return .notApplicable(needs: "a role in which two people bill")
    }
    let coincidences = shared.map { self.coincidences(charges[$0], context) }
    let uses = uses(coincidences.joined(), context)
    var found: [CheckFinding] = []
    for (role, all) in zip(shared, coincidences) {
      let pairs = all.filter { pair in
        let counts = pair.map {
          uses[context.bills[$0].person]?[context.bills[$0].amount] ?? 1
        }
        // A payee's usual amount under another name is told from pricing by what else is the same.
        return counts.max() == 1 || (counts.min() == 1 && likeness(pair, context) > 0)
      }
      guard !pairs.isEmpty else { continue }
      let sorted = pairs.sorted { left, right in
        let (a, b) = (likeness(left, context), likeness(right, context))
        return a == b ? left[0] < right[0] : a > b
      }
      let striking = sorted.filter { likeness($0, context) > 0 }
      found += striking.map { single($0, context) }
      let plain = Array(sorted.dropFirst(striking.count))
      if plain.count > 3 {
        found.append(together(plain, role: role, context))
      } else {
        found += plain.map { single($0, context) }
      }
    }
    return .ran(subjects: shared.map { "role:\(context.role($0))" }, found)
  }

  private func isTested(_ bill: Int, _ context: CheckContext) -> Bool {
    RepeatedBills.canRepeat(context.bills[bill]) && !context.isExplained[bill]
      && !context.isCleared[bill]
  }

  /// What the bills of a pair agree in.
  private struct Time: Comparable {
    let price: Int
    let start: Day
    let end: Day

    init(_ bill: Bill) {
      price = bill.price
      start = bill.start ?? bill.day
      end = bill.start == nil ? bill.day : bill.end ?? start
    }

    static func < (lhs: Self, rhs: Self) -> Bool {
      (lhs.price, lhs.start, lhs.end) < (rhs.price, rhs.start, rhs.end)
    }
  }

  /// The pairs of bills of one role that two payees charge for the same time, and nobody else.
  private func coincidences(_ charges: [Int], _ context: CheckContext) -> [[Int]] {
    let sorted = charges.map { (time: Time(context.bills[$0]), bill: $0) }
      .sorted { ($0.time, $0.bill) < ($1.time, $1.bill) }
    var pairs: [[Int]] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].time == sorted[start].time { end += 1 }
      let bills = sorted[start..<end].map(\.bill)
      start = end
      guard bills.count == 2, context.bills[bills[0]].person != context.bills[bills[1]].person,
        context.bills[bills[0]].cost >= context.scale.trivial || likeness(bills, context) > 0
      else { continue }
      pairs.append(bills)
    }
    return pairs
  }

  /// How often the payees of some pairs charge each of their amounts, in any role.
  private func uses(
    _ pairs: some Sequence<[Int]>,
    _ context: CheckContext
  ) -> [Int: [ExactDecimal: Int]] {
    var uses: [Int: [ExactDecimal: Int]] = [:]
    for bill in pairs.joined() {
      let person = context.bills[bill].person
      guard uses[person] == nil else { continue }
      var counts: [ExactDecimal: Int] = [:]
      for other in context.byPerson[person] where isTested(other, context) {
        counts[context.bills[other].amount, default: 0] += 1
      }
      uses[person] = counts
    }
    return uses
  }

  /// Whether two bills share more than the amount: their number, or a description of some length.
  private func likeness(_ pair: [Int], _ context: CheckContext) -> Int {
    if let one = context.document(pair[0]), let two = context.document(pair[1]),
      NearDuplicate.cleaned(one) == NearDuplicate.cleaned(two)
    {
      return 2
    }
    guard context.bills[pair[0]].text == context.bills[pair[1]].text,
      let text = context.description(pair[0])
    else { return 0 }
    return text.split(separator: " ").count >= 3 ? 1 : 0
  }

  private func single(_ pair: [Int], _ context: CheckContext) -> CheckFinding {
    let amount = context.bills[pair[1]].cost
    let isLike = likeness(pair, context) > 0
    // Two payees of one name and one number are one document under two identifiers of its seller.
    let isOneName =
      Slug.make(context.person(pair[0]).name) == Slug.make(context.person(pair[1]).name)
    let severity: Severity =
      isLike && !isOneName ? context.scale.severity(amount, limit: .moderate) : .low
    let names = pair.map { context.person($0).name }
    let role = context.role(context.bills[pair[0]].role)
    return finding(
      "\(context.key(pair[0]))+\(context.key(pair[1]))",
      severity,
      subject: "invoice:\(context.key(pair[1]))",
      title: "\(names[0]) and \(names[1]): \(page.fails)",
      amount: context.money(amount),
      condition: "In the role \(role) both charge \(context.bills[pair[0]].currency) "
        + "\(context.bills[pair[0]].amount) for \(context.bills[pair[0]].day)"
        + (isLike
          ? ", under the same words or number." : "; at least one of them at no other time."),
      cause: "Shared work, equal prices and hours, or one bill entered for two payees.",
      consequence: "\(context.money(amount).grouped) may have been paid to the wrong payee.",
      action:
        "Ask the department who did the work; owner: accounts payable, \(context.due(severity)).",
      evidence: context.evidence(pair),
      bills: isLike ? [pair[1]] : []
    )
  }

  private func together(_ pairs: [[Int]], role: Int, _ context: CheckContext) -> CheckFinding {
    let id = context.role(role)
    let amount = pairs.reduce(0) { $0 + context.bills[$1[1]].cost }
    return finding(
      id,
      .low,
      subject: "role:\(id)",
      title: "\(id): payees often charge equal amounts for the same time",
      amount: context.money(amount),
      condition: "\(pairs.count) pairs of bills of different people agree in amount and time.",
      cause: "So many coincidences are the role's pricing: one rate, equal hours.",
      consequence: "\(context.money(amount).grouped) cannot be told apart by amounts.",
      action: "Spot-check the quoted pairs; owner: the department, \(context.due(.low)).",
      evidence: context.evidence(pairs.prefix(4).flatMap { $0 }, limit: 8)
    )
  }
}
