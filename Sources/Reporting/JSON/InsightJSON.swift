internal import Model

/// What stands around the expected loss, for `audit.json`.
enum InsightJSON {
  static func shape(_ shape: FrailtyShape) -> JSONValue {
    .inline(
      .object([
        ("shape", .number(shape.shape)), ("per_month", .number(shape.perMonth)),
        ("log_posterior", .number(shape.logPosterior)), ("index", .optional(shape.index)),
      ])
    )
  }

  static func step(_ step: SurvivalStep) -> JSONValue {
    .inline(
      .object([
        ("months", .number(step.months)), ("at_risk", .integer(step.atRisk)),
        ("departures", .integer(step.departures)), ("survival", .number(step.survival)),
        ("se", .optional(step.standardError)), ("low", .optional(step.low)),
        ("high", .optional(step.high)),
      ])
    )
  }

  static func sensitivity(_ insight: RiskInsight) -> JSONValue {
    .array(
      insight.sensitivity.map { entry in
        .inline(
          .object([
            ("parameter", .string(entry.parameter)), ("low", .string(entry.low)),
            ("high", .string(entry.high)), ("index_at_low", .optional(entry.indexAtLow)),
            ("index_at_high", .optional(entry.indexAtHigh)),
          ])
        )
      }
    )
  }

  static func pastLoss(_ insight: RiskInsight) -> JSONValue {
    .object([
      ("total", AuditJSON.money(insight.pastLossTotal)),
      (
        "departures",
        .array(
          insight.pastLosses.map { loss in
            .inline(
              .object([
                ("person", .string(loss.person)), ("role", .string(loss.role)),
                ("day", .string(loss.day.description)), ("fraction", .number(loss.fraction)),
                ("hours", .number(loss.hours)), ("loss", AuditJSON.money(loss.loss)),
              ])
            )
          }
        )
      ),
    ])
  }

  static func backtest(_ insight: RiskInsight) -> JSONValue {
    insight.backtest.map { test in
      .object([
        ("as_of", .string(test.asOf.description)), ("n", .integer(test.people)),
        ("expected", .number(test.expected)), ("observed", .integer(test.observed)),
        ("completed", .integer(test.completed)), ("brier", .optional(test.brier)),
        ("brier_of_base_rate", .optional(test.brierOfBaseRate)),
      ])
    } ?? .null
  }

  static func whatIf(_ insight: RiskInsight) -> JSONValue {
    insight.whatIf.map { answer in
      .object([
        ("without", .array(answer.people.map { .string($0) })),
        ("loss_before", .number(answer.lossBefore)), ("loss_after", .number(answer.lossAfter)),
        ("index_before", .optional(answer.indexBefore)),
        ("index_after", .optional(answer.indexAfter)),
        (
          "people",
          .array(
            answer.missed.map {
              .inline(.object([("id", .string($0.person)), ("added", .number($0.added))]))
            }
          )
        ),
        ("roles", .array(answer.roles.map(role))),
      ])
    } ?? .null
  }

  private static func role(_ role: WhatIf.Role) -> JSONValue {
    .inline(
      .object([
        ("id", .string(role.id)), ("people", .array(role.people.map { .string($0) })),
        ("loss_before", .number(role.lossBefore)), ("loss_after", .number(role.lossAfter)),
        ("index_before", .optional(role.indexBefore)),
        ("index_after", .optional(role.indexAfter)),
        ("holders_left", .integer(role.holdersLeft)),
        ("turns_critical", .bool(role.turnsCritical)),
      ])
    )
  }

  static func reduction(_ way: RiskReduction) -> JSONValue {
    .inline(
      .object([
        ("way", .string(way.way.rawValue)), ("hours", .number(way.hours)),
        ("cost", .number(way.cost)), ("upkeep", .number(way.upkeep)),
        ("loss", .number(way.loss)), ("index", .optional(way.index)),
      ])
    )
  }

  static func change(_ change: QuarterSummary.Change?) -> JSONValue {
    change.map { .inline(.object($0.parts.map { ($0.name, .number($0.value)) })) } ?? .null
  }

  static func explanation(_ explanation: Explanation) -> JSONValue {
    .object([
      ("id", .string(explanation.id)), ("title", .string(explanation.title)),
      (
        "steps",
        .array(
          explanation.steps.map { step in
            .inline(
              .object([
                ("what", .string(step.what)), ("formula", .string(step.formula)),
                ("result", .string(step.result)),
                ("parameters", .array(step.parameters.map { .string($0) })),
              ])
            )
          }
        )
      ),
      (
        "sources",
        .array(
          explanation.sources.map { source in
            .inline(
              .object([
                ("source", .string(source.path)), ("of", .string(source.of)),
                ("lines", .string(source.lines)), ("hours", .number(source.hours)),
              ])
            )
          }
        )
      ),
      ("parts", .inline(.array(explanation.parts.map { .string($0) }))),
    ])
  }
}
