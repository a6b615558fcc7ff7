internal import Model

/// What the free texts of Upwork's exports say, read by hand: their shapes are few and a general
/// date or number parser would accept far too much.
enum UpworkText {
  /// A day such as `Feb 23, 2026` or `Jun 7, 2024`.
  static func day(_ text: String) -> Day? {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," })
    guard words.count == 3, let month = month(words[0]), let day = Int(words[1]),
      words[2].utf8.count == 4, let year = Int(words[2])
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// The work period named in a description, or `nil`.
  ///
  /// Three shapes are known: `Invoice for Feb 16-Feb 22, 2026` with the year once,
  /// `Invoice for Dec 29, 2025-Jan 4, 2026` across new year, and
  /// `Invoice for 05/27/2024-06/02/2024` (month first).
  static func period(in text: String) -> (start: Day, end: Day)? {
    guard let found = numericPeriod(in: text) ?? namedPeriod(in: text),
      found.start <= found.end, found.end - found.start <= 31
    else { return nil }
    return found
  }

  /// The hours in `14:20 hrs` (hours and minutes) or `20.6 hours` (decimal), or `nil`.
  static func hours(in text: String) -> ExactDecimal? {
    let words = text.split(separator: " ")
    for (number, unit) in zip(words, words.dropFirst())
    where unit.hasPrefix("hr") || unit.hasPrefix("hour") {
      let parts = number.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count == 2, let hours = Int64(parts[0]), let minutes = Int64(parts[1]),
        hours >= 0, hours < 10_000, (0..<60).contains(minutes)
      {
        return ExactDecimal(units: hours * 60 + minutes)
          .divided(by: ExactDecimal(units: 60), scale: 5)?.normalized
      }
      if let decimal = ExactDecimal(String(number)), !decimal.isNegative { return decimal }
    }
    return nil
  }

  /// The rate in `$18.00/hr`, or `nil`.
  static func rate(in text: String) -> ExactDecimal? {
    for word in text.split(separator: " ") where word.hasPrefix("$") && word.contains("/hr") {
      let digits = word.dropFirst().prefix { $0 != "/" }
      if let plain = NumberText.withoutGrouping(String(digits)), let rate = ExactDecimal(plain) {
        return rate
      }
    }
    return nil
  }

  /// The reference after the last `Ref ID`, or `nil`.
  static func reference(in text: String) -> String? {
    let words = text.split(separator: " ")
    for index in words.indices.reversed()
    where words[index] == "ID" && index > 0 && words[index - 1] == "Ref" && index + 1 < words.count
    {
      return String(words[index + 1].prefix { $0.isASCII && $0.isNumber })
    }
    return nil
  }

  /// A contract's title and the identifier in its last parentheses.
  static func contract(_ text: String) -> (title: String, id: String?) {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return (text, nil) }
    let id = text[text.index(after: open)...].dropLast()
    guard !id.isEmpty, id.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return (text, nil) }
    var title = text[..<open]
    while title.last == " " { title.removeLast() }
    return (String(title), String(id))
  }

  private static let months = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
  ]

  private static func month(_ word: some StringProtocol) -> Int? { months[word.lowercased()] }

  private static func numericPeriod(in text: String) -> (start: Day, end: Day)? {
    let days = text.split(whereSeparator: { !($0.isASCII && ($0.isNumber || $0 == "/")) })
      .compactMap { token -> Day? in
        let parts = token.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].count == 4, let month = Int(parts[0]),
          let day = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return Day(year: year, month: month, day: day)
      }
    guard days.count >= 2 else { return nil }
    return (days[days.count - 2], days[days.count - 1])
  }

  private static func namedPeriod(in text: String) -> (start: Day, end: Day)? {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "-" || $0 == "–" })
    for index in words.indices {
      guard let startMonth = month(words[index]), index + 1 < words.count,
        let startDay = Int(words[index + 1])
      else { continue }
      var next = index + 2
      var startYear: Int?
      if next < words.count, words[next].count == 4, let year = Int(words[next]) {
        startYear = year
        next += 1
      }
      guard next + 2 < words.count, let endMonth = month(words[next]),
        let endDay = Int(words[next + 1]), words[next + 2].count == 4,
        let endYear = Int(words[next + 2]),
        let start = Day(year: startYear ?? endYear, month: startMonth, day: startDay),
        let end = Day(year: endYear, month: endMonth, day: endDay)
      else { continue }
      return (start, end)
    }
    return nil
  }
}
