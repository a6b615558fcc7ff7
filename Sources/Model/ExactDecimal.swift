/// A decimal number kept exactly as written: `units × 10^-scale`.
///
/// At most 18 significant digits are held, so that every operation can be checked for overflow;
/// nothing here ever passes through binary floating point.
public struct ExactDecimal: Sendable, Hashable, Comparable {
  /// The digits as an integer.
  public let units: Int64
  /// The number of digits after the decimal mark, 0 to 18.
  public let scale: Int

  /// Creates `units × 10^-scale`.
  public init(units: Int64, scale: Int = 0) {
    precondition((0...18).contains(scale), "a scale has 0 to 18 digits")
    self.units = units
    self.scale = scale
  }

  /// Zero without decimals.
  public static let zero = Self(units: 0)

  /// Whether the value is zero at any scale.
  public var isZero: Bool { units == 0 }

  /// Whether the value is below zero.
  public var isNegative: Bool { units < 0 }

  /// The value with the opposite sign.
  public var negated: Self { Self(units: -units, scale: scale) }

  /// The value without its sign.
  public var magnitude: Self { units < 0 ? negated : self }

  /// The nearest binary floating-point number, for statistics only.
  public var doubleValue: Double { Double(units) / Double(Self.powersOfTen[scale]) }

  /// The value without trailing zeros after the decimal mark.
  public var normalized: Self {
    var (units, scale) = (units, scale)
    while scale > 0, units % 10 == 0 {
      units /= 10
      scale -= 1
    }
    return Self(units: units, scale: scale)
  }

  /// The sum, or `nil` on overflow.
  public func adding(_ other: Self) -> Self? {
    if scale == other.scale {
      let (sum, overflow) = units.addingReportingOverflow(other.units)
      return overflow ? nil : Self(units: sum, scale: scale)
    }
    let scale = max(self.scale, other.scale)
    guard let left = rescaled(up: scale), let right = other.rescaled(up: scale) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Self(units: sum, scale: scale)
  }

  /// The difference, or `nil` on overflow.
  public func subtracting(_ other: Self) -> Self? { adding(other.negated) }

  /// The exact product without trailing zeros, or `nil` when it needs more than 18 digits.
  public func multiplied(by other: Self) -> Self? {
    var product = Int128(units) * Int128(other.units)
    var scale = scale + other.scale
    while scale > 0, product % 10 == 0 {
      product /= 10
      scale -= 1
    }
    guard scale <= 18, let units = Int64(exactly: product) else { return nil }
    return Self(units: units, scale: scale)
  }

  /// The quotient rounded half away from zero to `scale` digits, or `nil` for division by zero
  /// and overflow.
  public func divided(by other: Self, scale: Int) -> Self? {
    guard !other.isZero, (0...18).contains(scale) else { return nil }
    // units/10^s ÷ otherUnits/10^t × 10^scale
    let exponent = other.scale + scale - self.scale
    var numerator = Int128(units)
    var denominator = Int128(other.units)
    for _ in 0..<abs(exponent) {
      let (scaled, overflow) =
        exponent > 0
        ? numerator.multipliedReportingOverflow(by: 10)
        : denominator.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      if exponent > 0 { numerator = scaled } else { denominator = scaled }
    }
    return Int64(exactly: Self.quotient(numerator, denominator)).map {
      Self(units: $0, scale: scale)
    }
  }

  /// The value rounded half away from zero (commercial rounding) to `scale` digits, or `nil` on
  /// overflow.
  public func rounded(scale: Int) -> Self? {
    if scale >= self.scale {
      return rescaled(up: scale).map { Self(units: $0, scale: scale) }
    }
    let divisor = Int128(Self.powersOfTen[self.scale - scale])
    return Int64(exactly: Self.quotient(Int128(units), divisor)).map {
      Self(units: $0, scale: scale)
    }
  }

  /// The same value with `scale` decimals where it needs no more, else with as many as it needs.
  public func padded(scale: Int) -> Self {
    let value = normalized
    return value.scale < scale ? value.rounded(scale: scale) ?? value : value
  }

  /// Orders by value, whatever the scale.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.scale == rhs.scale
      ? lhs.units < rhs.units : lhs.compared(rhs.scale) < rhs.compared(lhs.scale)
  }

  /// Compares by value: 1.50 equals 1.5.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.scale == rhs.scale
      ? lhs.units == rhs.units : lhs.compared(rhs.scale) == rhs.compared(lhs.scale)
  }

  /// Hashes the value, so that 1.50 and 1.5 agree.
  public func hash(into hasher: inout Hasher) {
    let value = normalized
    hasher.combine(value.units)
    hasher.combine(value.scale)
  }

  private static let powersOfTen: [Int64] = (0...18).map { exponent in
    (0..<exponent).reduce(Int64(1)) { power, _ in power * 10 }
  }

  private func rescaled(up newScale: Int) -> Int64? {
    guard (scale...18).contains(newScale) else { return nil }
    let (value, overflow) = units.multipliedReportingOverflow(
      by: Self.powersOfTen[newScale - scale]
    )
    return overflow ? nil : value
  }

  private func compared(_ otherScale: Int) -> Int128 {
    Int128(units) * Int128(Self.powersOfTen[max(0, otherScale - scale)])
  }

  private static func quotient(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    guard remainder.magnitude * 2 >= denominator.magnitude else { return quotient }
    return (numerator < 0) == (denominator < 0) ? quotient + 1 : quotient - 1
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Why a text is no decimal number.
  public enum ParseFailure: Error, Hashable, Sendable {
    /// It has no digits, or something that is neither a digit, a sign nor one point.
    case notANumber
    /// It needs more than 18 significant digits.
    case outOfRange
  }

  /// Reads an optional sign, ASCII digits and at most one point; nothing else is accepted.
  ///
  /// Grouping, currency signs, exponents and parentheses are not read here: a format that writes
  /// them removes them first, on evidence.
  public init(bytes: some Collection<UInt8>) throws(ParseFailure) {
    var units: Int64 = 0
    var scale = 0
    var digits = 0
    var negative = false
    var afterPoint = false
    var isFirst = true
    for byte in bytes {
      defer { isFirst = false }
      switch byte {
      case UInt8(ascii: "-") where isFirst: negative = true
      case UInt8(ascii: "+") where isFirst: break
      case UInt8(ascii: ".") where !afterPoint: afterPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        let (scaled, overflow) = units.multipliedReportingOverflow(by: 10)
        let (next, carry) = scaled.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        guard !overflow, !carry, next <= 999_999_999_999_999_999 else { throw .outOfRange }
        units = next
        if afterPoint { scale += 1 }
        guard scale <= 18 else { throw .outOfRange }
      default: throw .notANumber
      }
    }
    guard digits > 0 else { throw .notANumber }
    self.init(units: negative ? -units : units, scale: scale)
  }

  /// Reads a number as ``init(bytes:)`` does, or returns `nil`.
  public init?(_ text: String) {
    guard let value = try? Self(bytes: text.utf8) else { return nil }
    self = value
  }

  /// The number with a point, as many decimals as it was written with, and no grouping.
  public var description: String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let sign = units < 0 ? "-" : ""
    guard scale > 0 else { return sign + padded }
    return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}
