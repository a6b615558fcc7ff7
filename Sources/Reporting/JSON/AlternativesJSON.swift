internal import Model

/// The comparison of options, for `audit.json`.
enum AlternativesJSON {
  /// The options with all of their parts.
  static func options(_ comparison: StaffingComparison) -> [JSONValue] {
    comparison.options.map { option in
      .object(
        brief(option, comparison) + [
          ("annual_parts", parts(option.annualParts)),
          ("one_off_parts", parts(option.oneOffParts)),
          ("marketplace_gives", .array(option.services.map(service))),
          ("posts", .array(option.posts.map(post))),
          (
            "tornado",
            .array(
              comparison.tornadoes.filter { $0.option == option.option }.flatMap(\.bars).map(bar)
            )
          ),
        ]
      )
    }
  }

  /// The options without their parts, one a line.
  static func brief(_ comparison: StaffingComparison) -> [JSONValue] {
    comparison.options.map { .inline(.object(brief($0, comparison))) }
  }

  private static func brief(
    _ option: AlternativeOption,
    _ comparison: StaffingComparison
  ) -> [(String, JSONValue)] {
    let currency = option.annualMoney.currency
    return [
      ("department", .string(comparison.department)), ("option", .string(option.option)),
      ("annual", AuditJSON.money(option.annualMoney)),
      ("one_off", AuditJSON.money(option.oneOffMoney)),
      ("tco", AuditJSON.money(Money(estimate: option.total, currency: currency))),
      ("break_even_months", .optional(option.breakEvenMonths)),
      ("recommended", .bool(option.option == comparison.decision.recommended)),
      ("annual_exact", .number(option.annual)), ("one_off_exact", .number(option.oneOff)),
      ("tco_exact", .number(option.total)), ("index", .optional(option.index)),
    ]
  }

  /// What the decision rule says.
  static func decision(_ comparison: StaffingComparison) -> JSONValue {
    let decision = comparison.decision
    return .object([
      ("subject", .string(comparison.subject)),
      ("recommended", .optional(decision.recommended)),
      ("decide_on", .optional(decision.decideOn)), ("reason", .string(decision.reason)),
      ("notes", .array(decision.notes.map { .string($0) })),
    ])
  }

  private static func parts(_ parts: [AlternativeOption.Part]) -> JSONValue {
    .array(
      parts.map { part in
        .inline(
          .object([
            ("name", .string(part.name)), ("amount", AuditJSON.money(part.money)),
            ("exact", .number(part.amount)),
          ])
        )
      }
    )
  }

  private static func service(_ service: AlternativeOption.Service) -> JSONValue {
    .inline(
      .object([
        ("name", .string(service.name)), ("amount_exact", .optional(service.amount)),
        ("note", .string(service.note)),
      ])
    )
  }

  private static func post(_ post: AlternativeOption.Post) -> JSONValue {
    let wage = post.wage
    return .inline(
      .object([
        ("role", .string(post.role)), ("posts", .number(post.posts)),
        ("cost_per_head", .number(post.costPerHead)),
        ("loaded_hourly", .number(post.loadedHourly)), ("job", .string(wage.job)),
        ("pay", .number(wage.base.middle)), ("unit", .string(wage.unit.rawValue)),
        ("grade", .string(wage.grade.rawValue)),
        ("year", wage.year.map { .integer($0) } ?? .null), ("source", .string(wage.source)),
        ("from", AuditJSON.location(wage.place)),
      ])
    )
  }

  private static func bar(_ bar: StaffingComparison.Bar) -> JSONValue {
    .inline(
      .object([
        ("parameter", .string(bar.parameter)), ("low", .number(bar.low)),
        ("high", .number(bar.high)), ("advantage_at_low", .number(bar.advantageAtLow)),
        ("advantage_at_high", .number(bar.advantageAtHigh)),
      ])
    )
  }
}
