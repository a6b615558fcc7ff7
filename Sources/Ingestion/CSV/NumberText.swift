/// Numbers as exports print them.
enum NumberText {
  /// The same in the words of a column: a decimal point, commas between thousands, currency signs.
  static let convention = NumberConvention(decimalMark: ".", grouping: .mark(","), isBare: false)

  /// Removes commas that group thousands, or returns `nil` when they do not stand where groups
  /// end: `1,200.00` is 1200.00, but `1,5`, `12,34` and `1.000,00` are not read as numbers.
  ///
  /// A currency sign before or after the sign is dropped: `-$25.80` and `$-25.80` both occur.
  static func withoutGrouping(_ text: String) -> String? {
    var digits = Array(text.utf8.filter { $0 != UInt8(ascii: "$") })
    let integer = digits.prefix { $0 != UInt8(ascii: ".") }
    guard !digits[integer.endIndex...].contains(UInt8(ascii: ",")) else { return nil }
    if integer.contains(UInt8(ascii: ",")) {
      let unsigned = integer.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
      let groups = unsigned.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard let first = groups.first, (1...3).contains(first.count),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    digits.removeAll { $0 == UInt8(ascii: ",") }
    return String(decoding: digits, as: UTF8.self)
  }
}
