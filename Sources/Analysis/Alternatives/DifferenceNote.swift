internal import Model

/// What the difference between keeping and a team is made of: whole units of money that add up to
/// it, and the largest of them by name.
struct DifferenceNote {
  /// A part of a year's difference; positive where the team saves.
  private struct Part {
    let name: String
    let amount: Double
  }

  private let parts: [Part]
  private let total: Double
  private let oneOff: Double
  private let team: String
  private let currency: Currency

  init(
    _ subjects: [StaffingComparisons.Subject],
    _ keep: AlternativeOption,
    _ team: AlternativeOption,
    _ currency: Currency
  ) {
    func saved(_ name: String) -> Double { keep.annualPart(name) - team.annualPart(name) }
    let fee = subjects.map(\.role.fee).compensatedSum()
    parts = [
      Part(name: "pay", amount: saved("people") + saved("lead") - fee),
      Part(name: "client fee", amount: fee),
      Part(name: "coordination", amount: saved("coordination")),
      Part(name: "turnover", amount: saved("turnover")),
      Part(name: "knowledge", amount: saved("knowledge_loss")),
    ]
    total = keep.annual - team.annual
    oneOff = team.oneOff
    self.team = DecisionRule.name(team.option)
    self.currency = currency
  }

  var sentence: String {
    let largest = parts.enumerated().max {
      (abs($0.element.amount), $1.offset) < (abs($1.element.amount), $0.offset)
    }
    let shown = zip(parts, wholes).filter { $1 != 0 }.map { part, units in
      "\(part.name) \(units < 0 ? "−" : "+")\(DigitGroups.separated(String(units.magnitude)))"
    }
    let units = Self.rounded(total)
    return
      "\(verdict(largest?.element.name ?? "")): against keeping, \(team) "
      + "\(units >= 0 ? "saves" : "costs") \(Phrase.money(abs(total), currency))"
      + "\(units >= 0 ? "" : " more") a year (\(shown.joined(separator: ", "))) and costs "
      + "\(Phrase.money(oneOff, currency)) once."
  }

  /// The parts in whole units: rounded, and the largest takes what is missing to the total.
  private var wholes: [Int64] {
    var units = parts.map { Self.rounded($0.amount) }
    let missing = Self.rounded(total) - units.reduce(0, +)
    if let largest = units.indices.max(by: { units[$0].magnitude < units[$1].magnitude }) {
      units[largest] += missing
    }
    return units
  }

  private static func rounded(_ amount: Double) -> Int64 {
    Int64(max(-9e15, min(9e15, amount.rounded(.toNearestOrAwayFromZero))))
  }

  private func verdict(_ part: String) -> String {
    switch part {
    case "pay": "Wages decide here, not knowledge"
    case "knowledge": "Knowledge decides here, not wages"
    case "coordination": "Coordination decides here, neither wages nor knowledge"
    case "client fee": "The client fee decides here, neither wages nor knowledge"
    default: "Turnover decides here, neither wages nor knowledge"
    }
  }
}
