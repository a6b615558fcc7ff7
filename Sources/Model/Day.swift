/// A calendar day of the proleptic Gregorian calendar, without time or time zone.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let number: Int

  /// Creates the day that lies `number` days after 1970-01-01.
  public init(number: Int) { self.number = number }

  /// Creates a day from year (1 to 9999), month and day of the month, or `nil` when the calendar
  /// has no such day; nothing rolls over.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    number = Self.number(year: year, month: month, day: day)
  }

  /// Reads exactly `YYYY-MM-DD` in ASCII digits.
  public init?(iso text: some Collection<UInt8>) {
    let bytes = Array(text)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.integer(bytes[0..<4]), let month = Self.integer(bytes[5..<7]),
      let day = Self.integer(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads exactly `YYYY-MM-DD`.
  public init?(_ text: String) { self.init(iso: text.utf8) }

  /// The year, month 1 to 12 and day of the month.
  ///
  /// Algorithm: Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `civil_from_days`.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of the week by ISO 8601: 1 is Monday, 7 is Sunday.
  public var weekday: Int { (number + 3).modulo(7) + 1 }

  /// The Monday of this day's ISO 8601 week.
  public var startOfWeek: Day { Day(number: number - (weekday - 1)) }

  /// The Sunday of this day's ISO 8601 week.
  public var endOfWeek: Day { startOfWeek + 6 }

  /// The day as `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = components
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// The number of days from `rhs` to `lhs`.
  public static func - (lhs: Day, rhs: Day) -> Int { lhs.number - rhs.number }

  /// The day `rhs` days later.
  public static func + (lhs: Day, rhs: Int) -> Day { Day(number: lhs.number + rhs) }

  /// The day `rhs` days earlier.
  public static func - (lhs: Day, rhs: Int) -> Day { Day(number: lhs.number - rhs) }

  /// Orders by time.
  public static func < (lhs: Day, rhs: Day) -> Bool { lhs.number < rhs.number }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func integer(_ bytes: some Collection<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Int {
  fileprivate func modulo(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
