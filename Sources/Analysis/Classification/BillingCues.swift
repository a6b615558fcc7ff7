internal import Model

/// What the rhythm and the terms of billing say.
enum BillingCues {
  static func fired(by role: RoleObservation) -> [FiredCue] {
    [rhythm(role), company(role), holders(role), terms(role)].compactMap { $0 }
  }

  private static func rhythm(_ role: RoleObservation) -> FiredCue? {
    let share = Double(role.billedWeeks) / Double(role.weeks)
    let observation = "billed in \(role.billedWeeks) of \(role.weeks) weeks"
    if share >= 0.75 {
      return FiredCue(
        name: "billed_75pct_of_weeks",
        observation: observation,
        locations: role.examples
      )
    }
    if share < 0.25 {
      return FiredCue(
        name: "billed_under_25pct_of_weeks",
        observation: observation,
        locations: role.examples
      )
    }
    return nil
  }

  private static func company(_ role: RoleObservation) -> FiredCue? {
    guard let colleagues = role.colleagues else { return nil }
    if colleagues >= 2 {
      let number = colleagues == colleagues.rounded() ? "\(Int(colleagues))" : "\(colleagues)"
      return FiredCue(
        name: "two_colleagues_same_weeks",
        observation: "in the middle week \(number) other people of the department worked too"
      )
    }
    if colleagues == 0 {
      return FiredCue(
        name: "no_colleague_same_weeks",
        observation: "in most weeks nobody else of the department worked"
      )
    }
    return nil
  }

  /// Who held the role over time.
  ///
  /// Work that passes from one person to the next and goes on needs nothing that only one of them
  /// knows, which is the guide's hand-over test; work that one person keeps for most of a year gives
  /// time to gather such knowledge. Several people at the same time say neither: they are company.
  private static func holders(_ role: RoleObservation) -> FiredCue? {
    guard let atOnce = role.holdersAtOnce, atOnce < 2 else { return nil }
    if role.holders >= 3 {
      return FiredCue(
        name: "three_holders_in_turn",
        observation: "\(role.holders) people held the role one after the other"
      )
    }
    if role.holders == 1, role.billedWeeks >= 39 {
      return FiredCue(
        name: "one_holder_39_weeks",
        observation: "one person held the role in all of its \(role.billedWeeks) billed weeks"
      )
    }
    return nil
  }

  private static func terms(_ role: RoleObservation) -> FiredCue? {
    let lines = role.timeLines + role.fixedLines
    guard lines > 0 else { return nil }
    if role.fixedLines == 1, role.timeLines == 0 {
      return FiredCue(
        name: "fixed_single_milestone",
        observation: "one fixed price, one milestone",
        locations: role.examples
      )
    }
    if role.timeLines * 10 >= lines * 9, role.weeks > 13 || role.billedWeeks >= 13 {
      return FiredCue(
        name: "hourly_open_ended",
        observation: "\(role.timeLines) of \(lines) lines are billed by time, without an end"
      )
    }
    return nil
  }
}
