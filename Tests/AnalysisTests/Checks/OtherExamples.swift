import Model

/// Examples of the checks of roles, knowledge, compliance and data.
enum OtherExamples {
  static let all: [CheckExample] = roles + knowledge + compliance + data

  private static func configured(
    _ change: @escaping @Sendable (inout Configuration.Role) -> Void
  ) -> @Sendable (inout Company) -> Void {
    { company in
      var role = Configuration.Role(id: "care")
      role.match = ["care"]
      role.department = "Operations"
      change(&role)
      company.configuration.roles = [role]
    }
  }

  private static func posting(_ day: Int, role: String = "care") -> Posting {
    var posting = Posting(
      location: SourceLocation(source: "p.csv", line: 2),
      format: "tacit-postings",
      title: "Customer care"
    )
    posting.role = role
    posting.date = monday + day
    return posting
  }

  private static func person(
    _ name: String,
    _ change: (inout Configuration.Person) -> Void
  ) -> Configuration.Person {
    var person = Configuration.Person(id: name.lowercased())
    person.aliases = [name]
    change(&person)
    return person
  }

  private static let nobodyActive = Company(
    weeks(6) + weeks(6, from: 40, person: "Ben", contract: "c2", role: "other", prefix: "B-")
  ) {
    $0.configuration.people = [
      person("Ana") { $0.leftOn = monday + 41 }, person("Ben") { $0.leftOn = monday + 321 },
    ]
  }

  private static let task = configured { $0.collaboration = 0.05 }
  private static let seat = configured { $0.collaboration = 0.95 }
  private static let documentedSeat = configured {
    $0.collaboration = 0.95
    $0.docCoverage = 0.95
    $0.docAgeMonths = 1
  }

  private static let roles: [CheckExample] = [
    CheckExample(
      "posting-without-spend",
      .passes,
      Company(weeks(20)) { $0.postings = [posting(7)] }
    ),
    CheckExample(
      "posting-without-spend",
      .fails,
      .low,
      Company(weeks(20)) { $0.postings = [posting(7, role: "design")] }
    ),
    CheckExample("posting-without-spend", .notApplicable, Company(weeks(20))),
    // Posted three weeks ago: not yet filled.
    CheckExample(
      "posting-without-spend",
      .notApplicable,
      Company(weeks(20)) { $0.postings = [posting(120, role: "design")] }
    ),
    // The seat was filled 50 days later.
    CheckExample(
      "posting-without-spend",
      .nearMiss,
      Company(weeks(20, from: 8)) { $0.postings = [posting(7)] }
    ),
    CheckExample(
      "spend-without-posting",
      .passes,
      Company(weeks(40) + weeks(10, from: 30, person: "Ben", contract: "c2", prefix: "B-")) {
        $0.postings = [posting(0, role: "other"), posting(180)]
      }
    ),
    CheckExample(
      "spend-without-posting",
      .fails,
      Company(weeks(40) + weeks(10, from: 30, person: "Ben", contract: "c2", prefix: "B-")) {
        $0.postings = [posting(0, role: "other")]
      }
    ),
    CheckExample("spend-without-posting", .notApplicable, Company(weeks(20))),
    // Somebody who worked before the first posting that is known.
    CheckExample(
      "spend-without-posting",
      .nearMiss,
      Company(weeks(20)) { $0.postings = [posting(100)] }
    ),
    CheckExample(
      "posting-against-invoices",
      .passes,
      Company(meetings) { $0.postings = [seatPosting] }
    ),
    CheckExample(
      "posting-against-invoices",
      .fails,
      .moderate,
      Company(meetings) { $0.postings = [taskPosting] }
    ),
    CheckExample("posting-against-invoices", .notApplicable, Company(meetings)),
    // The user has decided it.
    CheckExample(
      "posting-against-invoices",
      .nearMiss,
      Company(meetings) {
        $0.postings = [taskPosting]
        seat(&$0)
      }
    ),
    CheckExample("mixed-role", .passes, Company(meetings)),
    CheckExample("mixed-role", .fails, silence(0)),
    CheckExample("mixed-role", .notApplicable, nobodyActive),
    // Half of each by decision of the user.
    CheckExample(
      "mixed-role",
      .nearMiss,
      Company(weeks(20), configured { $0.collaboration = 0.5 })
    ),
  ]

  /// Weeks of a seat in a team, by their memos.
  private static let meetings: [InvoiceLine] =
    weeks(50, hours: 35) { _, line in
      line.description =
        "Daily standup, handover to the night shift, meeting with the product team, customer calls"
    }
    + weeks(50, hours: 34, person: "Ben", contract: "c2", prefix: "B-") { _, line in
      line.description =
        "Standup, sync with Ana, handover, weekly meeting, trained the new colleague"
    }

  private static let taskPosting: Posting = {
    var posting = Self.posting(-10)
    posting.title = "One-time clean-up of a spreadsheet"
    posting.description =
      "Remove duplicates from our spreadsheet of 3,000 rows. One-time job, clear instructions and a sample file are "
      + "attached, fixed price, deliver one file within three days. No meetings."
    posting.type = "fixed"
    posting.duration = "Less than 1 month"
    return posting
  }()

  private static let seatPosting: Posting = {
    var posting = Self.posting(-10)
    posting.title = "Customer support specialist, long-term member of our team"
    posting.description =
      "Join our support team full time, long term. Daily stand-up, shift handovers, weekly meetings with product, work in our "
      + "time zone, train new colleagues, own the relationship with our customers."
    posting.type = "hourly"
    posting.duration = "More than 6 months"
    posting.hoursPerWeek = "40"
    return posting
  }()

  private static let knowledge: [CheckExample] = [
    CheckExample("knowledge-at-risk", .passes, team(0.9)),
    CheckExample("knowledge-at-risk", .fails, Company(weeks(20, hours: 35), seat)),
    CheckExample("knowledge-at-risk", .notApplicable, nobodyActive),
    // A task is handed over with its brief.
    CheckExample("knowledge-at-risk", .nearMiss, Company(weeks(60, hours: 35), task)),
    CheckExample(
      "sole-holder",
      .passes,
      Company(weeks(60) + weeks(60, person: "Ben", contract: "c2", prefix: "B-"), seat)
    ),
    CheckExample(
      "sole-holder",
      .fails,
      .moderate,
      Company(
        weeks(300, hours: 38, from: -58),
        configured {
          $0.collaboration = 0.65
          $0.docCoverage = 0.49
          $0.docAgeMonths = 0
        }
      )
    ),
    CheckExample("sole-holder", .notApplicable, Company(weeks(60), task)),
    // Alone, but written down.
    CheckExample("sole-holder", .nearMiss, Company(weeks(60), documentedSeat)),
    CheckExample("undocumented-role", .passes, Company(weeks(60), documentedSeat)),
    CheckExample("undocumented-role", .fails, team(0.9)),
    CheckExample("undocumented-role", .notApplicable, nobodyActive),
    // Documents of last spring.
    CheckExample(
      "undocumented-role",
      .nearMiss,
      Company(
        weeks(104, hours: 20, from: -52),
        configured {
          $0.collaboration = 0.3
          $0.docCoverage = 0.3
          $0.docAgeMonths = 8
        }
      )
    ),
    CheckExample(
      "missing-handover",
      .passes,
      Company(
        weeks(40, hours: 30)
          + weeks(40, hours: 30, from: 36, person: "Ben", contract: "c2", prefix: "B-"),
        seat
      )
    ),
    CheckExample(
      "missing-handover",
      .fails,
      Company(
        weeks(40, hours: 30)
          + weeks(30, hours: 30, from: 46, person: "Ben", contract: "c2", prefix: "B-"),
        seat
      )
    ),
    CheckExample("missing-handover", .notApplicable, Company(weeks(20))),
    // A colleague was there all the time.
    CheckExample(
      "missing-handover",
      .nearMiss,
      Company(
        weeks(40, hours: 30) + weeks(76, hours: 30, person: "Ben", contract: "c2", prefix: "B-")
          + weeks(30, hours: 30, from: 46, person: "Cleo", contract: "c3", prefix: "C-"),
        seat
      )
    ),
    CheckExample("spend-concentrated", .passes, shares([20, 20, 20])),
    CheckExample("spend-concentrated", .fails, .low, shares([40, 10, 10])),
    CheckExample("spend-concentrated", .notApplicable, Company(weeks(20))),
    // Exactly a half is not more than a half.
    CheckExample("spend-concentrated", .nearMiss, shares([20, 10, 10])),
    CheckExample("outsourced-department", .passes, Company(weeks(60), task)),
    CheckExample("outsourced-department", .fails, team(0.9, roles: 5)),
    CheckExample("outsourced-department", .notApplicable, nobodyActive),
    // As many people, but with tasks.
    CheckExample("outsourced-department", .nearMiss, team(0.1, roles: 5)),
    CheckExample("silent-holder", .passes, silence(0)),
    CheckExample("silent-holder", .fails, .moderate, silence(5)),
    CheckExample("silent-holder", .notApplicable, nobodyActive),
    // Silent, and on leave.
    CheckExample(
      "silent-holder",
      .nearMiss,
      silence(5) { $0.configuration.people = [person("Ana") { $0.onLeaveUntil = monday + 7 * 60 }] }
    ),
    CheckExample("returning-person", .passes, Company(weeks(60))),
    CheckExample(
      "returning-person",
      .fails,
      .low,
      Company(
        weeks(20) + weeks(40, from: 45) + weeks(85, person: "Ben", contract: "c2", prefix: "B-")
      )
    ),
    CheckExample("returning-person", .notApplicable, nobodyActive),
    // Three weeks of holidays.
    CheckExample(
      "returning-person",
      .nearMiss,
      Company(
        weeks(20) + weeks(40, from: 23) + weeks(63, person: "Ben", contract: "c2", prefix: "B-")
      )
    ),
  ]

  private static func shares(_ hours: [Int64]) -> Company {
    Company(
      hours.enumerated().flatMap { index, hours in
        weeks(20, hours: hours, person: "P\(index)", contract: "c\(index)", prefix: "\(index)-")
      }
    )
  }

  private static func team(_ degree: Double, roles: Int = 2) -> Company {
    Company(
      (0..<5).flatMap { index in
        weeks(
          roles == 5 ? 30 : 52,
          hours: 40,
          person: "P\(index)",
          contract: "c\(index)",
          role: "r\(index % roles)",
          prefix: "\(index)-"
        )
      }
    ) { company in
      company.configuration.roles = (0..<roles).map { index in
        var role = Configuration.Role(id: "r\(index)")
        role.match = ["r\(index)"]
        role.department = "Operations"
        role.collaboration = degree
        return role
      }
    }
  }

  /// Ana is silent for some weeks at the end, Ben works on.
  private static func silence(
    _ count: Int,
    _ change: @escaping (inout Company) -> Void = { _ in }
  ) -> Company {
    Company(
      weeks(52 - count, hours: 35)
        + weeks(52, hours: 5, person: "Ben", contract: "c2", role: "other", prefix: "B-")
    ) {
      seat(&$0)
      change(&$0)
    }
  }

  private static let compliance: [CheckExample] = [
    CheckExample("classification-signals", .passes, Company(weeks(10, hours: 10))),
    CheckExample("classification-signals", .fails, Company(weeks(110, hours: 38, from: -58))),
    CheckExample("classification-signals", .notApplicable, nobodyActive),
    // Long and steady, but a few hours at changing prices.
    CheckExample(
      "classification-signals",
      .nearMiss,
      Company(
        weeks(60) { week, line in
          let hours = Int64(4 + week % 9)
          line.quantity = ExactDecimal(units: hours)
          line.unitPrice = ExactDecimal(units: Int64(20 + week % 3))
          line.amount = ExactDecimal(units: hours * Int64(20 + week % 3))
          line.document = "A-\(3 * week)"
        }
      )
    ),
    CheckExample(
      "tax-forms",
      .passes,
      Company([bill(6, 50_000, document: "1")]) { $0.lines[0].country = "US" }
    ),
    CheckExample("tax-forms", .fails, .low, Company(weeks(10) { _, line in line.country = "US" })),
    CheckExample(
      "tax-forms",
      .notApplicable,
      Company(weeks(10) { _, line in line.country = "PH" })
    ),
    // The form is on file.
    CheckExample(
      "tax-forms",
      .nearMiss,
      Company(weeks(10) { _, line in line.country = "US" }) {
        $0.configuration.people = [person("Ana") { $0.hasTaxForm = true }]
      }
    ),
  ]

  private static func rejected(_ isSetAside: Bool) -> Company {
    Company(weeks(10)) {
      $0.rejects = [
        Reject(
          location: SourceLocation(source: "in.csv", line: 50),
          byteOffset: nil,
          code: "bad-date",
          reason: "'31/02/2026' is not a date",
          remedy: "correct it",
          text: "31/02/2026",
          isSetAside: isSetAside
        )
      ]
    }
  }

  private static let data: [CheckExample] = [
    CheckExample("unread-records", .passes, Company(weeks(10))),
    CheckExample("unread-records", .fails, rejected(false)),
    // A payment that never completed is left out on purpose.
    CheckExample("unread-records", .nearMiss, rejected(true)),
    CheckExample("imputed-hours", .passes, Company(weeks(10))),
    CheckExample(
      "imputed-hours",
      .fails,
      .low,
      Company(weeks(4) + pieces((0..<20).map { 60_000 + Int64($0) }))
    ),
    CheckExample("imputed-hours", .notApplicable, nobodyActive),
    // One milestone among weeks.
    CheckExample("imputed-hours", .nearMiss, Company(weeks(30) + pieces([50_000]))),
    CheckExample("currency-gaps", .passes, Company(weeks(10))),
    CheckExample(
      "currency-gaps",
      .fails,
      Company(weeks(10) { week, line in if week == 3 { line.currency = .eur } })
    ),
    // Another currency with a rate.
    CheckExample(
      "currency-gaps",
      .nearMiss,
      Company(weeks(10) { week, line in if week == 3 { line.currency = .eur } }) {
        $0.rates = ExchangeRates(
          source: "invented",
          constant: [.eur: ExactDecimal(units: 1), .usd: ExactDecimal(units: 11, scale: 1)]
        )
      }
    ),
    CheckExample("unmatched-lines", .passes, Company(weeks(10))),
    CheckExample(
      "unmatched-lines",
      .fails,
      Company(
        weeks(10)
          + weeks(10, person: "Ben", contract: nil, prefix: "B-") { _, line in
            line.role = nil
            line.description = nil
          }
      )
    ),
    // The person's only other role takes them.
    CheckExample(
      "unmatched-lines",
      .nearMiss,
      Company(
        weeks(10)
          + weeks(5, contract: nil, prefix: "B-") { _, line in
            line.role = nil
            line.description = nil
          }
      )
    ),
    CheckExample(
      "department-split",
      .passes,
      Company(weeks(10) { week, line in line.department = week % 2 == 0 ? "Care" : "care" })
    ),
    CheckExample(
      "department-split",
      .fails,
      .moderate,
      Company(weeks(10) { week, line in line.department = week < 4 ? "Sales" : "Care" })
    ),
    CheckExample("department-split", .notApplicable, Company(weeks(10), task)),
    // The user has decided where the role belongs.
    CheckExample(
      "department-split",
      .nearMiss,
      Company(
        weeks(10) { week, line in line.department = week < 4 ? "Sales" : "Care" }
          + weeks(10, person: "Ben", role: "desk", prefix: "B-"),
        configured { _ in }
      )
    ),
    CheckExample(
      "same-person",
      .passes,
      Company(
        weeks(10, person: "Ana Mercado")
          + weeks(10, person: "Ben Okafor", contract: "c2", prefix: "B-")
      )
    ),
    CheckExample(
      "same-person",
      .fails,
      .low,
      Company(
        weeks(10, person: "Ana Mercado") + weeks(10, person: "Ana M.", contract: "c2", prefix: "B-")
      )
    ),
    CheckExample("same-person", .notApplicable, Company(weeks(10))),
    // Two first names of one family.
    CheckExample(
      "same-person",
      .nearMiss,
      Company(
        weeks(10, person: "Ana Mercado")
          + weeks(10, person: "Eva Mercado", contract: "c2", prefix: "B-")
      )
    ),
  ]
}
