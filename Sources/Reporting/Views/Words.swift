internal import Model

/// The words for what figures mean; colours and shapes never stand without them.
struct Words {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// A band with the shape that goes with it.
  func band(_ band: RiskBand?) -> (word: String, shape: String, style: String) {
    guard let band else { return (language("bandNone"), "–", "none") }
    return (language("band_\(band.rawValue)"), Self.shape(band.rawValue), band.rawValue)
  }

  /// A severity with the shape that goes with it.
  func severity(_ severity: Severity) -> (word: String, shape: String) {
    (language("band_\(severity.rawValue)"), Self.shape(severity.rawValue))
  }

  private static func shape(_ key: String) -> String {
    switch key {
    case "low": "●"
    case "moderate": "■"
    case "high": "▲"
    default: "◆"
    }
  }

  /// The class of a role.
  func roleClass(_ roleClass: Collaboration.Class) -> String {
    language("class_\(roleClass.rawValue)")
  }

  /// What to do about a role, in a few words; where a team is to be compared, the comparison's
  /// decision.
  func advice(_ role: RoleAudit, in audit: Audit) -> String {
    guard role.advice == .team,
      let comparison = audit.comparisons.first(where: { $0.subject == "role:\(role.id)" })
    else { return language("advice_\(role.advice.rawValue)") }
    return comparison.decision.recommended == nil
      ? language("teamUndecided") : decision(comparison)
  }

  /// How lines came to a role.
  func match(_ match: RoleAudit.Match) -> String { language("match_\(match.rawValue)") }

  /// Why a record is a duplicate.
  func duplicate(_ reason: Duplicate.Reason) -> String { language("duplicate_\(reason.rawValue)") }

  /// Where a judgement on collaboration comes from.
  func source(_ source: Collaboration.Source) -> String { language("source_\(source.rawValue)") }

  /// A way to lower a risk.
  func way(_ way: RiskReduction.Way) -> String { language("way_\(way.rawValue)") }

  /// A kind of line.
  func kind(_ kind: InvoiceLine.Kind) -> String { language("kind_\(kind.rawValue)") }

  /// A way to staff; places that have no word of their own are shown by their names.
  func option(_ option: String) -> String {
    switch option {
    case "keep", "document", "philippines_team", "in_house_us": return language("option_\(option)")
    default:
      let place = option.hasSuffix("_team") ? String(option.dropLast("_team".count)) : option
      return language("optionTeamIn", ["place": Self.spaced(place)])
    }
  }

  /// The decision of a comparison, in a few words.
  func decision(_ comparison: StaffingComparison) -> String {
    guard let name = comparison.decision.recommended else { return language("undecided") }
    return comparison.passedOver == nil
      ? option(name) : language("byRule", ["option": option(name)])
  }

  /// A name of the model with spaces.
  static func spaced(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
  }
}
