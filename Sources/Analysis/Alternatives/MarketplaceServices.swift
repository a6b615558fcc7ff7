internal import Model

/// What the marketplace itself gives, and what stands in its place in every option (model
/// specification, 3.2): a line of its own that adds nothing, because its money is part of the
/// lines above.
enum MarketplaceServices {
  /// The services of keeping and documenting: all paid by the client's fee.
  static func ofMarketplace(_ roles: [StaffedRole], _ cost: StaffingCost) -> [AlternativeOption
    .Service]
  {
    let fee = roles.map(\.fee).compensatedSum()
    let exits = roles.map(\.exits).compensatedSum()
    return [
      AlternativeOption.Service(
        "payroll, invoices and payments",
        fee,
        "handled by the marketplace; the whole client fee, which pays for all four services "
          + "(\(feeSource(roles)))"
      ),
      AlternativeOption.Service(
        "no employer's tax liability",
        0,
        "none as long as nobody counts as an employee; the report does not judge that"
      ),
      AlternativeOption.Service(
        "escrow and disputes",
        nil,
        "included in the fee; no source puts a price on it"
      ),
      AlternativeOption.Service(
        "hiring speed",
        exits
          * (cost.common.searchHours * cost.common.managerPerHour + cost.common.contractInitiation)
          * cost.perDollar,
        "\(Int(cost.common.searchHours)) manager hours and the contract fee for each expected "
          + "successor (hours: assumption; fee: support.upwork.com, confirmed); in the turnover "
          + "line"
      ),
    ]
  }

  /// Where the fee comes from: the default has a page, a fee of `audit.yml` the user.
  private static func feeSource(_ roles: [StaffedRole]) -> String {
    let share = roles.first?.feeShare ?? RiskParameters().marketplaceFee
    return share == RiskParameters().marketplaceFee
      ? "5 % Basic, golance.com May 2026, confirmed by a secondary page"
      : "\(Digits.of(100 * share)) % by audit.yml"
  }

  /// What a team pays itself instead.
  static func ofTeam(
    _ team: StaffingCost.Cost,
    in place: TeamPlace,
    _ cost: StaffingCost
  ) -> [AlternativeOption.Service] {
    let posts = team.posts.map(\.posts).compensatedSum()
    return [
      AlternativeOption.Service(
        "payroll, invoices and payments",
        place.adminPerMonth > 0 ? 12 * place.adminPerMonth * posts * cost.perDollar : nil,
        place.adminPerMonth > 0
          ? "payroll or employer of record at USD \(Int(place.adminPerMonth)) a month and post "
            + "(local provider 2025, confirmed); in the people line"
          : "run by the employer; no separate price in the sources"
      ),
      employerTax(team, place, cost),
      AlternativeOption.Service(
        "escrow and disputes",
        nil,
        "none: work is paid by the month, disputes go by labour law; no source puts a price on it"
      ),
      AlternativeOption.Service(
        "hiring speed",
        team.annualPart("turnover"),
        "recruiting at \(Phrase.percent(place.recruitingShare)) of base pay and "
          + "\(Int(cost.common.searchHours)) manager hours for each leaver (assumption), weeks "
          + "instead of days; in the turnover line"
      ),
    ]
  }

  private static func employerTax(
    _ team: StaffingCost.Cost,
    _ place: TeamPlace,
    _ cost: StaffingCost
  ) -> AlternativeOption.Service {
    let amounts = team.posts.map { post -> Double? in
      let pay = post.wage.base.middle
      switch (post.wage.unit, place.payroll) {
      case (.pesosPerMonth, _):
        return post.posts * 12 * PhilippinePayroll.contributions(monthlyWage: pay)
          / place.pesosPerDollar
      case (.dollarsPerYear, .unitedStates): return post.posts * 0.0765 * pay
      case (.dollarsPerYear, .burden):
        return post.posts * place.burden(of: post.wage) * pay
      default: return nil
      }
    }
    let known = amounts.compactMap(\.self)
    let note =
      switch place.payroll {
      case .philippines: "SSS, EC, PhilHealth and Pag-IBIG by the rates of 2025 (confirmed)"
      case .unitedStates: "FICA 7.65 % of pay (SSA, confirmed), within the benefits of 29.8 % (BLS)"
      case .burden: "the employer's burden of the wage table, with its grade"
      }
    return AlternativeOption.Service(
      "employer's taxes and contributions",
      known.count == amounts.count ? known.compensatedSum() * cost.perDollar : nil,
      "\(note); in the people line"
    )
  }
}
