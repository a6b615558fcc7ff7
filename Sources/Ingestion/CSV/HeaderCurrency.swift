internal import Model

/// A currency named in the header or in words: `Amount (USD)`, `British Pound - GBP`.
enum HeaderCurrency {
  /// The currency in the last parentheses of a column's name, or `nil`.
  static func of(_ name: String) -> Currency? {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return nil }
    return Currency(name[name.index(after: open)...].dropLast())
  }

  /// The currency whose code ends a text, or `nil`.
  static func ending(_ text: String) -> Currency? {
    text.split(separator: " ").last.flatMap { Currency($0) }
  }
}
