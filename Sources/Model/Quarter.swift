/// A calendar quarter, written `2026-Q2`.
public struct Quarter: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year.
  public let year: Int
  /// The number of the quarter, 1 to 4.
  public let number: Int

  /// The quarter that a day lies in.
  public init(_ day: Day) {
    let (year, month, _) = day.components
    self.year = year
    number = (month + 2) / 3
  }

  /// Reads `YYYY-Qn`, or returns `nil`.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      parts[0].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let year = Int(String(Substring(parts[0]))), (1...9999).contains(year),
      parts[1].first == UInt8(ascii: "Q") || parts[1].first == UInt8(ascii: "q"),
      let number = Int(String(Substring(parts[1].dropFirst()))), (1...4).contains(number)
    else { return nil }
    self.year = year
    self.number = number
  }

  /// The first day.
  public var firstDay: Day {
    Day(year: year, month: number * 3 - 2, day: 1) ?? Day(number: 0)
  }

  /// The last day.
  public var lastDay: Day { next.firstDay - 1 }

  /// The quarter after this one.
  public var next: Quarter { Quarter(firstDay + 100) }

  /// The quarter before this one.
  public var previous: Quarter { Quarter(firstDay - 1) }

  /// The quarter as `YYYY-Qn`.
  public var description: String { "\(firstDay.description.prefix(4))-Q\(number)" }

  /// Orders by time.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.year, lhs.number) < (rhs.year, rhs.number)
  }
}
