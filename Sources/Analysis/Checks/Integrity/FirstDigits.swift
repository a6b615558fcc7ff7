internal import Model

/// T15: the first digits of amounts against Benford's law, where that law may be asked at all.
struct FirstDigits: Check {
  let page = CheckPage(
    id: "first-digits",
    group: .integrity,
    holds: "the first digits of amounts are as they should be",
    fails: "the first digits of amounts are unusual",
    criterion:
      "Amounts of many sizes begin with 1 in 30 % of the cases and with 9 in 5 % (Benford's law).",
    why:
      "Invented numbers have other first digits; but so have most honest ones, which is why this asks for much first.",
    measured:
      "Fixed prices without hours of at least 10 units, in the reporting currency: 500 different amounts or more that span a factor of 100 or more between the "
      + "5 % and the 95 % point. The mean absolute deviation of nine shares is above 0.015. Never for hours × few rates.",
    falsePositives: "Almost always here: minimum prices, price lists, few sellers.",
    remedy: "Look at the digit that stands out, by payee.",
    dispute: "disputed → id with a reason",
    severity:
      "low: information only; the test rejects too often in large samples and sees nothing in small ones",
    source: "Nigrini's bounds; Cerqueti and Lupi; Cerasa 2022 (test T15)"
  )

  private static let expected = [
    0.301030, 0.176091, 0.124939, 0.096910, 0.079181, 0.066947, 0.057992, 0.051153, 0.045757,
  ]

  func run(_ context: CheckContext) -> CheckOutcome {
    let needs = "500 different fixed prices that span a factor of 100"
    var amounts: Set<Int64> = []
    let unit = Money(ExactDecimal(units: 10), currency: context.currency)?.minorUnits ?? 1000
    for bill in context.bills
    where bill.isCharge && bill.hours == 0 && !bill.isExtra && bill.cost >= unit {
      amounts.insert(bill.cost)
    }
    guard amounts.count >= 500 else { return .notApplicable(needs: needs) }
    let sorted = amounts.sorted()
    let (low, high) = (sorted[sorted.count / 20], sorted[sorted.count - 1 - sorted.count / 20])
    guard high / max(1, low) >= 100 else { return .notApplicable(needs: needs) }
    var counts = [Int](repeating: 0, count: 9)
    for amount in sorted {
      var value = amount
      while value >= 10 { value /= 10 }
      if value > 0 { counts[Int(value) - 1] += 1 }
    }
    let shares = counts.map { Double($0) / Double(sorted.count) }
    let deviations = zip(shares, Self.expected).map { abs($0 - $1) }
    let mean = deviations.reduce(0, +) / 9
    guard mean > 0.015, let worst = deviations.indices.max(by: { deviations[$0] < deviations[$1] })
    else { return .ran(subjects: ["company"], []) }
    return .ran(
      subjects: ["company"],
      [
        finding(
          "",
          .low,
          subject: "company",
          title: page.fails,
          amount: nil,
          condition:
            "Of \(sorted.count) different fixed prices \(Phrase.percent(shares[worst])) begin with "
            + "\(worst + 1), where \(Phrase.percent(Self.expected[worst])) are expected; the mean absolute "
            + "deviation is \(Phrase.small(mean)).",
          cause: "Price lists and minimum prices, most of the time.",
          consequence: "None by itself.",
          action:
            "Look at prices that begin with \(worst + 1), by payee; owner: the CFO, \(context.due(.low)).",
          evidence: []
        )
      ]
    )
  }
}
