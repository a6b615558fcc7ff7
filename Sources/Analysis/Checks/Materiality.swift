internal import Model

/// What is much and what is little in these accounts.
///
/// Materiality is 0.5 % of a year's spend unless the user names an amount; 5 % of it is clearly
/// trivial (the conventions behind ISA 320 and ISA 450, A3).
struct Materiality {
  /// The amount from which a single error matters, in minor units.
  let material: Int64
  /// The amount below which nobody needs to look.
  let trivial: Int64

  init(_ audit: Audit, configured: ExactDecimal?) {
    let currency = audit.currency
    if let configured, let amount = Money(configured, currency: currency) {
      material = max(1, amount.minorUnits)
    } else {
      let days = max(1, audit.dataPeriod.upperBound - audit.dataPeriod.lowerBound + 1)
      let mean = audit.workTotal.doubleValue * 364 / Double(max(364, days))
      let spend = max(audit.total.annualSpend.doubleValue, mean)
      material = max(1, Money(estimate: spend * 0.005, currency: currency).minorUnits)
    }
    trivial = material / 20
  }

  /// The amount from which a single error matters.
  func money(_ currency: Currency) -> Money { Money(minorUnits: material, currency: currency) }

  /// The severity of a sure error: low below what is trivial, moderate below what is material, high
  /// from there, critical from five times that; at most `limit` where the sign is less than sure.
  func severity(_ amount: Int64, limit: Severity = .critical) -> Severity {
    let size = amount.magnitude
    let severity: Severity =
      if size < UInt64(trivial) {
        .low
      } else if size < UInt64(material) {
        .moderate
      } else if size / 5 < UInt64(material) {
        .high
      } else {
        .critical
      }
    return min(severity, limit)
  }

  /// The rule of ``severity(_:limit:)`` in words.
  static let rule =
    "low below 5 % of materiality, moderate below materiality, high from materiality, critical from "
    + "five times that (materiality is 0.5 % of a year's spend unless audit.yml → materiality names an "
    + "amount; the conventions of ISA 320 and 450)"
}
