import Model

/// Examples of the checks of invoices.
enum IntegrityExamples {
  private static let nothing = Company([bill(6, 100, document: "1") { $0.kind = .timesheet }])
  private static let limit: @Sendable (inout Company) -> Void = {
    $0.configuration.approvalLimit = ExactDecimal(units: 5000)
  }
  private static let refundOnly = Company([
    bill(6, 100) {
      $0.kind = .timesheet
      $0.format = "upwork-weekly-summary"
    }
  ])

  private static func left(_ day: Int) -> (inout Company) -> Void {
    { company in
      var person = Configuration.Person(id: "ana")
      person.aliases = ["Ana"]
      person.leftOn = monday + day
      company.configuration.people = [person]
    }
  }

  static let all: [CheckExample] =
    duplicates + payees + arithmetic + rates + hours + limits + numbers + fees + patterns

  private static let duplicates: [CheckExample] = [
    CheckExample("exact-duplicate", .passes, Company(weeks(10))),
    CheckExample(
      "exact-duplicate",
      .fails,
      Company(weeks(10) + [bill(13, 40_000, document: "A-999", from: 7, text: "Week 1")])
    ),
    CheckExample("exact-duplicate", .notApplicable, refundOnly),
    // Two pieces at one price on one day, told apart by their descriptions.
    CheckExample(
      "exact-duplicate",
      .nearMiss,
      Company([
        bill(6, 30_000, document: "1", text: "Video 1"),
        bill(6, 30_000, document: "2", text: "Video 2"),
      ])
    ),
    // Charged, credited, charged again.
    CheckExample(
      "exact-duplicate",
      .nearMiss,
      Company(
        weeks(10) + [
          bill(15, -40_000, document: "A-101C", from: 7) {
            $0.kind = .creditNote
            $0.periodEnd = monday + 13
          }, bill(13, 40_000, document: "A-101B", from: 7, text: "Week 1"),
        ]
      )
    ),
    CheckExample("near-duplicate", .passes, Company(weeks(10))),
    CheckExample(
      "near-duplicate",
      .fails,
      Company(weeks(10) + [bill(15, 40_000, document: "a 0101", from: 8, text: "Week 1")])
    ),
    CheckExample(
      "near-duplicate",
      .fails,
      Company(weeks(10) + [bill(16, 40_000, document: "B-7", from: 9, text: "corrections")])
    ),
    CheckExample("near-duplicate", .notApplicable, Company([bill(6, 100)])),
    // A fixed schedule: equal amounts, periods that touch but do not overlap.
    CheckExample("near-duplicate", .nearMiss, Company(weeks(30, hours: 40))),
    CheckExample("repeated-number", .passes, Company(weeks(3))),
    CheckExample(
      "repeated-number",
      .fails,
      Company(weeks(3)) {
        $0.duplicates = [
          Duplicate(
            location: SourceLocation(source: "in.csv", line: 9),
            original: SourceLocation(source: "in.csv", line: 2),
            reason: .sameDocumentLine,
            amount: ExactDecimal(units: 500),
            currency: .usd,
            conflicts: true
          )
        ]
      }
    ),
    // Two exports of one table overlap.
    CheckExample(
      "repeated-number",
      .nearMiss,
      Company(weeks(3)) {
        $0.duplicates = [
          Duplicate(
            location: SourceLocation(source: "other.csv", line: 9),
            original: SourceLocation(source: "in.csv", line: 2),
            reason: .sameDocumentLine,
            amount: ExactDecimal(units: 400),
            currency: .usd
          )
        ]
      }
    ),
    // An e-invoice that came as two files, and the books' row of one.
    CheckExample(
      "repeated-number",
      .fails,
      Company(weeks(3)) { $0.tellTwice(["a.xml": "ubl-invoice", "b.xml": "ubl-invoice"]) }
    ),
    CheckExample(
      "repeated-number",
      .nearMiss,
      Company(weeks(3)) { $0.tellTwice(["a.xml": "ubl-invoice", "b.csv": "xero-bills"]) }
    ),
  ]

  private static let payees: [CheckExample] = [
    CheckExample(
      "cross-payee",
      .passes,
      Company(weeks(10) + weeks(10, hours: 21, person: "Ben", contract: "c2", prefix: "B-"))
    ),
    CheckExample(
      "cross-payee",
      .fails,
      Company(
        weeks(10) + weeks(10, hours: 21, person: "Ben", contract: "c2", prefix: "B-") + [
          bill(80, 123_457, document: "x1", from: 74, text: "Audit of the help centre"),
          bill(
            80,
            123_457,
            person: "Ben",
            document: "y1",
            from: 74,
            text: "Audit of the help centre"
          ),
        ]
      )
    ),
    CheckExample("cross-payee", .notApplicable, Company(weeks(10))),
    // Equal rates and hours every week are pricing, not one bill.
    CheckExample(
      "cross-payee",
      .nearMiss,
      Company(weeks(10) + weeks(10, person: "Ben", contract: "c2", prefix: "B-"))
    ),
  ]

  private static let fact = ArithmeticFact(
    .lineAmount,
    document: "RE-1",
    seller: "Ana",
    lineID: "1",
    location: SourceLocation(source: "e.xml", line: 40),
    expected: ExactDecimal(units: 431_250, scale: 2),
    stated: ExactDecimal(units: 474_375, scale: 2),
    tolerance: ExactDecimal(units: 2, scale: 2),
    currency: "USD"
  )
  private static let within = ArithmeticFact(
    .taxOfRate,
    document: "RE-1",
    seller: "Ana",
    location: SourceLocation(source: "e.xml", line: 40),
    expected: ExactDecimal(units: 1900, scale: 2),
    stated: ExactDecimal(units: 1950, scale: 2),
    tolerance: ExactDecimal(units: 1),
    currency: "USD"
  )
  private static let total = ArithmeticFact(
    .grossTotal,
    document: "RE-1",
    seller: "Ana",
    location: SourceLocation(source: "e.xml", line: 2),
    expected: ExactDecimal(units: 11_900, scale: 2),
    stated: ExactDecimal(units: 12_900, scale: 2),
    currency: "USD"
  )

  private static func facts(_ fact: ArithmeticFact?) -> (inout Company) -> Void {
    { company in
      if let fact { company.facts.add(fact) }
      company.facts.confirm(.lineAmount)
      company.facts.confirm(.grossTotal)
    }
  }

  private static let arithmetic: [CheckExample] = [
    CheckExample("line-arithmetic", .passes, Company(weeks(5))),
    CheckExample("line-arithmetic", .fails, Company(weeks(30), facts(fact))),
    CheckExample(
      "line-arithmetic",
      .fails,
      Company(weeks(5) { week, line in if week == 2 { line.amount = ExactDecimal(units: 440) } })
    ),
    CheckExample("line-arithmetic", .notApplicable, Company(pieces([10_000]))),
    // 7.33 hours stand for 7 hours and 20 minutes.
    CheckExample(
      "line-arithmetic",
      .nearMiss,
      Company([
        bill(6, 14_667) {
          $0.quantity = ExactDecimal(units: 733, scale: 2)
          $0.unitPrice = ExactDecimal(units: 20)
          $0.unit = "HUR"
        }
      ])
    ),
    CheckExample("total-arithmetic", .passes, Company(weeks(5), facts(nil))),
    CheckExample("total-arithmetic", .fails, Company(weeks(5), facts(total))),
    CheckExample("total-arithmetic", .notApplicable, Company(weeks(5))),
    // The official rule allows one unit of the currency on a tax.
    CheckExample("total-arithmetic", .nearMiss, Company(weeks(5), facts(within))),
    CheckExample("billing-after-end", .passes, Company(weeks(10), left(69))),
    CheckExample("billing-after-end", .fails, Company(weeks(10), left(20))),
    CheckExample("billing-after-end", .notApplicable, Company(weeks(10))),
    // Work of the last week, invoiced a month later.
    CheckExample(
      "billing-after-end",
      .nearMiss,
      Company(
        weeks(10) { _, line in line.date = line.periodEnd.map { $0 + 30 } },
        left(69)
      )
    ),
  ]

  private static let rates: [CheckExample] = [
    CheckExample("rate-step", .passes, Company(weeks(20))),
    CheckExample(
      "rate-step",
      .fails,
      .moderate,
      Company(weeks(10) + weeks(10, rate: 2500, from: 10))
    ),
    CheckExample("rate-step", .notApplicable, Company(pieces([10_000, 20_000]))),
    // A raise with a new contract.
    CheckExample(
      "rate-step",
      .nearMiss,
      Company(weeks(10) + weeks(10, rate: 2500, from: 10, contract: "c2"))
    ),
    // Two minutes billed as a tenth of an hour have no rate.
    CheckExample(
      "rate-step",
      .nearMiss,
      Company(
        weeks(10) + [
          bill(75, 100, from: 70) {
            $0.quantity = ExactDecimal(units: 3, scale: 2)
            $0.unit = "HUR"
          }
        ]
      )
    ),
    CheckExample("rate-drift", .passes, Company(weeks(30))),
    CheckExample(
      "rate-drift",
      .fails,
      Company(
        weeks(40) { week, line in
          let rate = Int64(2000 + 15 * week)
          line.unitPrice = ExactDecimal(units: rate, scale: 2)
          line.amount = ExactDecimal(units: 20 * rate, scale: 2)
        }
      )
    ),
    CheckExample("rate-drift", .notApplicable, Company(weeks(4))),
    // One rise of 5 % in a year.
    CheckExample("rate-drift", .nearMiss, Company(weeks(20) + weeks(20, rate: 2100, from: 20))),
  ]

  private static let hours: [CheckExample] = [
    CheckExample("implausible-hours", .passes, Company(weeks(10, hours: 40))),
    CheckExample("implausible-hours", .fails, .high, Company(weeks(10, hours: 90))),
    CheckExample(
      "implausible-hours",
      .fails,
      .high,
      Company(weeks(10, hours: 45) + weeks(10, hours: 45, contract: "c2", prefix: "B-"))
    ),
    CheckExample(
      "implausible-hours",
      .fails,
      .critical,
      Company([
        bill(3, 60_000, from: 3) {
          $0.quantity = ExactDecimal(units: 30)
          $0.unit = "HUR"
        }
      ])
    ),
    CheckExample("implausible-hours", .notApplicable, Company(pieces([10_000]))),
    // A month's hours in one bill.
    CheckExample(
      "implausible-hours",
      .nearMiss,
      Company([
        bill(29, 340_000, from: 0) {
          $0.quantity = ExactDecimal(units: 170)
          $0.unit = "HUR"
        }
      ])
    ),
    CheckExample(
      "relative-size",
      .passes,
      Company(pieces([10_000, 12_000, 15_000, 11_000, 30_000]))
    ),
    CheckExample(
      "relative-size",
      .fails,
      Company(pieces([10_000, 12_000, 15_000, 11_000, 160_000]))
    ),
    CheckExample("relative-size", .notApplicable, Company(pieces([10_000, 12_000]))),
    // A month among weeks.
    CheckExample(
      "relative-size",
      .nearMiss,
      Company(pieces([10_000, 12_000, 15_000, 11_000, 60_000]))
    ),
  ]

  private static func crowd(_ cents: [Int64]) -> Company {
    Company(pieces(cents), limit)
  }

  private static let limits: [CheckExample] = [
    CheckExample("split-invoice", .passes, Company(pieces([300_000, 300_000]), limit)),
    CheckExample(
      "split-invoice",
      .fails,
      .moderate,
      Company(
        [
          bill(1, 300_000, document: "1", text: "Part 1") { $0.isFixedPrice = true },
          bill(3, 250_000, document: "2", text: "Part 2") { $0.isFixedPrice = true },
        ],
        limit
      )
    ),
    CheckExample("split-invoice", .notApplicable, Company(pieces([300_000, 300_000]))),
    // Two weeks of hours are two weeks.
    CheckExample("split-invoice", .nearMiss, Company(weeks(10, hours: 40, rate: 8000), limit)),
    CheckExample("below-limit", .passes, crowd([460_000, 465_000, 470_000, 452_000, 455_000])),
    CheckExample(
      "below-limit",
      .fails,
      crowd([499_900, 499_000, 498_000, 497_500, 499_500, 496_000])
    ),
    CheckExample("below-limit", .notApplicable, Company(pieces([499_000]))),
    // One agreed fee that lies there.
    CheckExample(
      "below-limit",
      .nearMiss,
      crowd([490_000, 490_000, 490_000, 490_000, 490_000, 490_000])
    ),
  ]

  private static let numbers: [CheckExample] = [
    CheckExample("invoice-numbers", .passes, Company(weeks(10))),
    CheckExample("invoice-numbers", .fails, .low, Company(weeks(10) + weeks(5, from: 12))),
    CheckExample(
      "invoice-numbers",
      .fails,
      .moderate,
      Company(
        weeks(10) { week, line in
          if week == 3 || week == 6 { line.date = line.date.map { $0 - 30 } }
        }
      )
    ),
    CheckExample("invoice-numbers", .notApplicable, Company(weeks(3))),
    // Other clients get the numbers in between.
    CheckExample(
      "invoice-numbers",
      .nearMiss,
      Company(weeks(10) { week, line in line.document = "A-\(100 + 3 * week + week % 2)" })
    ),
    CheckExample("missing-reference", .passes, Company(weeks(3))),
    CheckExample("missing-reference", .fails, Company(weeks(3, contract: nil))),
    CheckExample(
      "missing-reference",
      .notApplicable,
      Company(weeks(3, contract: nil, format: "upwork-transactions"))
    ),
    // An order number is enough.
    CheckExample(
      "missing-reference",
      .nearMiss,
      Company(weeks(3, contract: nil) { _, line in line.order = "PO-1" })
    ),
  ]

  private static func withFees(_ cents: Int64) -> Company {
    let work = weeks(12, prefix: "7", format: "upwork-transactions") { _, line in
      line.side = .client
    }
    let fees = work.map { line in
      bill(0, cents, document: "f\(line.document ?? "")", format: "upwork-transactions") {
        $0.kind = .fee
        $0.date = line.date
        $0.references = [line.document ?? ""]
        $0.side = .client
      }
    }
    return Company(work + fees)
  }

  private static let fees: [CheckExample] = [
    CheckExample("fee-mismatch", .passes, withFees(2000)),
    CheckExample("fee-mismatch", .fails, withFees(2700)),
    CheckExample("fee-mismatch", .notApplicable, Company(weeks(3))),
    // Rounded to the cent.
    CheckExample("fee-mismatch", .nearMiss, withFees(2001)),
  ]

  private static let patterns: [CheckExample] = [
    CheckExample(
      "round-amounts",
      .passes,
      Company(pieces((0..<24).map { Int64(10_150 + 370 * $0) }))
    ),
    CheckExample(
      "round-amounts",
      .fails,
      .low,
      Company(pieces((0..<24).map { Int64(10_000 * (1 + $0 % 7)) }))
    ),
    CheckExample("round-amounts", .notApplicable, Company(pieces([10_000]))),
    // One agreed price is one price.
    CheckExample("round-amounts", .nearMiss, Company(pieces((0..<24).map { _ in 10_000 }))),
    CheckExample("weekend-work", .passes, days { $0 % 7 < 5 }),
    CheckExample("weekend-work", .fails, .low, days { $0 % 7 >= 4 }),
    CheckExample("weekend-work", .notApplicable, Company(weeks(30))),
    // Now and then a Saturday.
    CheckExample("weekend-work", .nearMiss, days { $0 % 7 < 5 || $0 % 14 == 5 }),
    CheckExample("first-digits", .passes, digits { index in Int64(1000.0 * power(index)) }),
    CheckExample(
      "first-digits",
      .fails,
      .low,
      digits { index in (index % 3 == 0 ? 8000 : index % 3 == 1 ? 80_000 : 880_000) + Int64(index) }
    ),
    CheckExample("first-digits", .notApplicable, Company(pieces([10_000, 20_000]))),
    // Hours times one rate have no digits of their own.
    CheckExample("first-digits", .notApplicable, Company(weeks(40))),
    CheckExample("first-digits", .nearMiss, digits { index in Int64(1500.0 * power(index)) }),
  ]

  private static func days(_ isWorked: (Int) -> Bool) -> Company {
    Company(
      (0..<84).filter(isWorked).map { day in
        bill(day, 8000, from: day) {
          $0.quantity = ExactDecimal(units: 4)
          $0.unit = "HUR"
        }
      }
    )
  }

  /// 10 to the power of the index in 600ths of three decades: amounts that follow Benford's law.
  private static func power(_ index: Int) -> Double {
    var value = 1.0
    for _ in 0..<index { value *= 1.011_579_454_259_899 }
    return value
  }

  private static func digits(_ amount: (Int) -> Int64) -> Company {
    Company(
      (0..<600).map { index in
        bill(index / 2, amount(index), document: "D\(index)", text: "Piece \(index)") {
          $0.isFixedPrice = true
        }
      }
    )
  }
}

extension Company {
  /// The second input, by name, repeats a document of the first.
  fileprivate mutating func tellTwice(_ formats: [String: FormatName]) {
    let sources = formats.keys.sorted()
    inputs = sources.map { source in
      InputSummary(path: source, sha256: "", format: formats[source], bytes: 1)
    }
    duplicates = [
      Duplicate(
        location: SourceLocation(source: sources[1], line: 4),
        original: SourceLocation(source: sources[0], line: 4),
        reason: .sameDocument,
        amount: ExactDecimal(units: 400),
        currency: .usd
      )
    ]
  }
}
