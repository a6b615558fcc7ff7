/// How much of a year stands behind a yearly spend.
extension RoleAudit {
  /// The days of billing that the year's spend is extrapolated from, counted from the first line to
  /// the end of the data and at least a quarter; `nil` where a whole year of 52 weeks was billed.
  public func extrapolatedFrom(asOf: Day) -> Int? {
    let days = asOf - firstDay
    return days < 364 && figures.annualSpend.minorUnits != 0 ? max(91, days) : nil
  }
}

extension Audit {
  /// The share of the company's yearly spend that is extrapolated from less than a year, 0 to 1.
  public var extrapolatedShare: Double {
    guard total.annualSpend.minorUnits > 0 else { return 0 }
    let part = roles.filter { $0.extrapolatedFrom(asOf: asOf) != nil }
      .map(\.figures.annualSpend.minorUnits).reduce(0, +)
    return Double(part) / Double(total.annualSpend.minorUnits)
  }
}
