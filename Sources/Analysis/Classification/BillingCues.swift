internal import Model

/// What the rhythm and the terms of billing say.
enum BillingCues {
  static func fired(by role: RoleObservation) -> [FiredCue] {
    [rhythm(role), company(role), terms(role)].compactMap { $0 }
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
