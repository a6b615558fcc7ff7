/// An amount in whole minor units (cents) of one currency.
public struct Money: Sendable, Hashable, CustomStringConvertible {
  /// The amount in the currency's minor unit.
  public let minorUnits: Int64
  /// The currency.
  public let currency: Currency

  /// Creates an amount from minor units.
  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Rounds an exact amount half away from zero to the minor unit, or returns `nil` on overflow.
  public init?(_ amount: ExactDecimal, currency: Currency) {
    guard let rounded = amount.rounded(scale: currency.minorUnitDigits) else { return nil }
    self.init(minorUnits: rounded.units, currency: currency)
  }

  /// Rounds a model's estimate to the nearest minor unit; not for amounts read from documents.
  ///
  /// An estimate that is no number or beyond the range becomes the nearest representable amount.
  public init(estimate: Double, currency: Currency) {
    let scaled = (estimate * Self.unit(currency)).rounded(.toNearestOrAwayFromZero)
    let limit = 9.0e18
    self.init(
      minorUnits: scaled.isNaN ? 0 : Int64(min(limit, max(-limit, scaled))),
      currency: currency
    )
  }

  /// The amount with the currency's decimals, a point and no grouping, for example `1234.50`.
  public var decimalString: String {
    ExactDecimal(units: minorUnits, scale: currency.minorUnitDigits).description
  }

  /// The currency with the amount in groups of thousands, for example `USD 7,561.72`; the space
  /// does not break.
  public var grouped: String { "\(currency)\u{A0}\(DigitGroups.separated(decimalString))" }

  /// The amount as a floating-point number of major units, for ratios only.
  public var doubleValue: Double { Double(minorUnits) / Self.unit(currency) }

  /// The amount followed by the currency code.
  public var description: String { "\(decimalString) \(currency)" }

  private static func unit(_ currency: Currency) -> Double {
    ExactDecimal(units: 1, scale: 0).rounded(scale: currency.minorUnitDigits).map {
      Double($0.units)
    } ?? 100
  }
}
