internal import Model

/// Units of work in words, as UN/ECE Recommendation 20 codes, and durations as clocks write them.
enum WorkUnit {
  private static let words = [
    "hour": "HUR", "hours": "HUR", "h": "HUR", "hr": "HUR", "hrs": "HUR", "hur": "HUR",
    "day": "DAY", "days": "DAY", "d": "DAY", "week": "WEE", "weeks": "WEE", "wee": "WEE",
    "month": "MON", "months": "MON", "mon": "MON", "fixed": "LS", "ls": "LS", "flat": "LS",
  ]

  /// The code of a word, or `nil`.
  static func code(_ text: String) -> String? { words[text.lowercased()] }

  /// The hours of `02:30:00` or `2:30`, to five decimals, or `nil` when the text is no duration.
  static func hours(_ text: String) -> ExactDecimal? {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, (1...5).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.joined().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let numbers = parts.map { $0.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) } }
    guard numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    let seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    return ExactDecimal(units: seconds).divided(by: ExactDecimal(units: 3600), scale: 5)?
      .normalized
  }
}
