/// Thousands in groups, the same in every locale.
public enum DigitGroups {
  /// Puts a comma between groups of three digits before the decimal point.
  public static func separated(_ digits: String) -> String {
    let sign = digits.hasPrefix("-") ? "-" : ""
    let unsigned = digits.dropFirst(sign.count)
    let integer = unsigned.prefix { $0 != "." }
    var groups = ""
    for (offset, digit) in integer.enumerated() {
      if offset > 0, (integer.count - offset) % 3 == 0 { groups += "," }
      groups.append(digit)
    }
    return sign + groups + unsigned.dropFirst(integer.count)
  }
}
