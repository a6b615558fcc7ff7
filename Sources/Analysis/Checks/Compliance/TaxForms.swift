internal import Model

/// Direct payees in the United States above the threshold of a tax form, by year.
struct TaxForms: Check {
  let page = CheckPage(
    id: "tax-forms",
    group: .compliance,
    holds: "every direct payee below the thresholds or with a form on file",
    fails: "a tax form should be on file",
    criterion:
      "A direct payee in the United States above the year's threshold has a W-9 on file and gets a Form 1099-NEC.",
    why: "The form is asked for at the end of January, when the person may be gone.",
    measured:
      "Payments to people whose location or country is in the United States and who bill directly, by calendar year: USD 600 or more "
      + "up to 2025, USD 2,000 or more in 2026 (indexed from 2027, where the amount of 2026 is used until this table is renewed). Marketplaces report "
      + "what they pay (Form 1099-K: above USD 20,000 and 200 transactions). By day of work, converted to dollars.",
    falsePositives:
      "Corporations; forms on file that audit.yml does not know; a client outside the United States.",
    remedy: "Ask for the W-9 now.",
    dispute: "people → tax_form: true; people → location",
    severity: "low: a paper to ask for; the penalty is small per form",
    source: "Instructions for Forms 1099-NEC and 1099-K, 2025 act; not tax advice"
  )

  /// The thresholds in US dollars by the first year in which they hold.
  static let thresholds: [(year: Int, amount: Int64)] = [(1954, 600), (2026, 2000)]

  /// The threshold of a year.
  static func threshold(_ year: Int) -> Int64 {
    thresholds.last { $0.year <= year }?.amount ?? 600
  }

  func run(_ context: CheckContext) -> CheckOutcome {
    var subjects: [String] = []
    var found: [CheckFinding] = []
    for (index, bills) in context.byPerson.enumerated() {
      let person = context.workload.directory.people[index]
      let direct = bills.filter {
        context.bills[$0].hasOwnNumber || context.format($0) == "quickbooks-vendor-list"
      }
      guard let last = direct.last,
        let place = person.configuration?.location ?? context.country(last),
        Jurisdiction.isUnitedStates(place)
      else { continue }
      subjects.append("person:\(person.id)")
      if person.configuration?.hasTaxForm == true { continue }
      var years: [Int: ExactDecimal] = [:]
      for bill in direct {
        let value = context.bills[bill]
        guard
          let dollars = try? context.rates.convert(
            value.amount,
            from: value.currency,
            to: .usd,
            on: value.day
          )
        else { continue }
        let year = value.day.components.year
        years[year] = (years[year] ?? .zero).adding(dollars) ?? years[year]
      }
      let over = years.filter { $0.value >= ExactDecimal(units: Self.threshold($0.key)) }
        .sorted { $0.key > $1.key }
      guard let newest = over.first else { continue }
      let list = over.prefix(3).map { "\($0.key): USD \($0.value.rounded(scale: 2) ?? $0.value)" }
      found.append(
        finding(
          person.id,
          .low,
          subject: "person:\(person.id)",
          title: "\(person.name): \(page.fails)",
          amount: context.converted(
            newest.value,
            .usd,
            on: direct.last.map { context.bills[$0].day } ?? context.asOf
          ),
          condition:
            "Paid directly, in the United States: \(list.joined(separator: ", ")); the threshold of "
            + "\(newest.key) is USD \(Self.threshold(newest.key)). No form is recorded.",
          cause: "The form was not asked for, or audit.yml does not know it.",
          consequence:
            "A penalty for each form that is missing, if the client files in the United States. Not tax advice.",
          action:
            "Ask for the W-9 and record people → tax_form; owner: accounts payable, \(context.due(.low)).",
          evidence: context.evidence(Array(direct.suffix(2)))
        )
      )
    }
    return subjects.isEmpty
      ? .notApplicable(
        needs: "direct payees whose location (people → location) is in the United States"
      )
      : .ran(subjects: subjects, found)
  }
}
