internal import Model

/// What marketplaces charge, by date: data, because it moves.
struct FeeRule {
  /// Whose report shows the fee.
  let side: InvoiceLine.Side
  /// The first day on which it may be charged.
  let from: String
  /// The last day; `nil` while it holds.
  let until: String?
  /// The shares of the invoice that are right, lowest and highest.
  let shares: ClosedRange<Double>
  /// What it is called.
  let name: String

  /// Upwork's fees as its help pages state them.
  ///
  /// Where the day of a change is not sure both rules hold for a time, and a contract can be under an older rule, so
  /// that rules overlap.
  static let upwork: [FeeRule] = [
    FeeRule(
      side: .client,
      from: "2016-05-01",
      until: "2020-12-31",
      shares: 0.0275...0.0275,
      name: "processing fee of 2.75 %"
    ),
    FeeRule(
      side: .client,
      from: "2019-01-01",
      until: "2023-12-31",
      shares: 0.03...0.03,
      name: "processing fee of 3 %"
    ),
    FeeRule(
      side: .client,
      from: "2023-04-26",
      until: nil,
      shares: 0.05...0.05,
      name: "marketplace fee of 5 %"
    ),
    FeeRule(
      side: .client,
      from: "2023-04-26",
      until: nil,
      shares: 0.03...0.03,
      name: "marketplace fee of 3 % by US bank"
    ),
    FeeRule(
      side: .client,
      from: "2025-01-01",
      until: nil,
      shares: 0.08...0.10,
      name: "Business Plus fee of 8 to 10 %"
    ),
    FeeRule(
      side: .freelancer,
      from: "2016-05-01",
      until: "2024-06-30",
      shares: 0.05...0.05,
      name: "service fee of 5 %"
    ),
    FeeRule(
      side: .freelancer,
      from: "2016-05-01",
      until: "2025-12-31",
      shares: 0.10...0.10,
      name: "service fee of 10 %"
    ),
    FeeRule(
      side: .freelancer,
      from: "2016-05-01",
      until: "2023-12-31",
      shares: 0.20...0.20,
      name: "service fee of 20 %"
    ),
    FeeRule(
      side: .freelancer,
      from: "2025-05-01",
      until: nil,
      shares: 0...0.15,
      name: "service fee of 0 to 15 %"
    ),
  ]

  /// The contract initiation fee in US dollars, by the first day it was charged.
  static let initiation: [(from: String, amounts: ClosedRange<Double>)] = [
    ("2023-04-26", 0.99...4.95), ("2024-01-01", 0.99...14.99),
  ]

  /// Whether the rule holds on a day.
  func holds(on day: Day) -> Bool {
    (Day(from).map { $0 <= day } ?? true) && (until.flatMap { Day($0) }.map { day <= $0 } ?? true)
  }
}
