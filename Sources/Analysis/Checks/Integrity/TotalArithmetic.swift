internal import Model

/// Documents whose totals or taxes do not add up.
struct TotalArithmetic: Check {
  let page = CheckPage(
    id: "total-arithmetic",
    group: .integrity,
    holds: "totals and taxes of every document add up",
    fails: "totals or taxes do not add up",
    criterion: "Totals are the sums of their parts, and tax is base times rate.",
    why: "What is paid is the total, not the lines.",
    measured:
      "The rules BR-CO-10 to BR-CO-17 of EN 16931 with their own tolerances: sums to the cent, tax of a rate "
      + "within one unit of the currency. All that is wrong in one document is one finding.",
    falsePositives:
      "Profiles without prepayments or with payments by others, and invoices with lines below lines; such a "
      + "document is reported as low with that explanation.",
    remedy: "Ask for a corrected invoice before it is paid.",
    dispute: "disputed → id with a reason",
    severity: Materiality.rule
      + ", by the largest difference of the document; low where its profile explains it",
    source: "EN 16931-1 business rules, CEN validation artefacts 1.3.16"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let facts = context.dataset.arithmetic
    let rules = facts.computed.filter { $0.key != .lineAmount }.values.reduce(0, +)
    guard rules > 0 else { return .notApplicable(needs: "e-invoices with totals") }
    let broken = facts.differences.filter { $0.rule != .lineAmount && !$0.holds }
    var order: [String] = []
    var groups: [String: [ArithmeticFact]] = [:]
    for fact in broken {
      let key = "\(fact.location.source)\u{0}\(fact.document ?? "")"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(fact)
    }
    let subjects = facts.totals.map { "invoice:\(Self.key($0.seller, $0.document, $0.location))" }
    return .ran(
      subjects: subjects.isEmpty ? ["e-invoices"] : subjects,
      order.compactMap { groups[$0].map { finding($0, context) } }
    )
  }

  private static func key(_ seller: String?, _ document: String?, _ place: SourceLocation) -> String
  {
    "\(seller ?? "unnamed")/\(document ?? place.source)"
  }

  private func finding(_ facts: [ArithmeticFact], _ context: CheckContext) -> CheckFinding {
    let real = facts.filter { $0.exception == nil }
    let worst =
      (real.isEmpty ? facts : real).max {
        $0.difference.magnitude < $1.difference.magnitude
      } ?? facts[0]
    let currency = worst.currency.flatMap { Currency($0) }
    let money = currency.flatMap { context.converted(worst.difference, $0, on: context.asOf) }
    let severity: Severity =
      real.isEmpty ? .low : money.map { context.scale.severity($0.minorUnits) } ?? .moderate
    let key = Self.key(worst.seller, worst.document, worst.location)
    let rules = facts.map { fact in
      "\(fact.rule.rawValue) gives \(fact.expected), stated \(fact.stated)"
    }
    return finding(
      key,
      severity,
      subject: "invoice:\(key)",
      title: "\(worst.seller ?? "a seller"), \(worst.document ?? "a document"): \(page.fails)",
      amount: money.map { context.money(Int64($0.minorUnits.magnitude)) },
      condition: rules.prefix(6).joined(separator: "; ") + " (\(worst.currency ?? "no currency")).",
      cause: real.isEmpty
        ? "To be expected here: \(worst.exception?.rawValue ?? "the profile")."
        : "An error of the seller's program or of entry.",
      consequence:
        "\(worst.difference.magnitude) \(worst.currency ?? "") between what the parts give and "
        + "what the document asks for.",
      action: "Ask for a corrected invoice; owner: accounts payable, \(context.due(severity)).",
      evidence: facts.prefix(6).map {
        Finding.Evidence(
          location: $0.location,
          text: "\($0.rule.rawValue): \($0.stated) stated, \($0.expected) computed"
        )
      }
    )
  }
}
