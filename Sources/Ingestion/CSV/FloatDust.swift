internal import Model

/// The dust of binary floating point that spreadsheets and scripts leave on amounts.
enum FloatDust {
  /// An amount such as `1044.5899999999999` without its dust: rounded to the currency's minor unit
  /// where it has at least eight decimals and lies within a millionth of it, else as it is.
  static func removed(from amount: ExactDecimal, _ currency: Currency) -> ExactDecimal {
    guard amount.normalized.scale >= 8,
      let rounded = amount.rounded(scale: currency.minorUnitDigits),
      let difference = amount.subtracting(rounded),
      difference.magnitude <= ExactDecimal(units: 1, scale: 6)
    else { return amount }
    return rounded
  }
}
