internal import Model

/// Dates of job feeds: RFC 822 (`Wed, 01 Sep 2021 03:43:00 GMT`), ISO 8601, and Upwork's
/// `September 01, 2021 03:43 UTC`; the time of day is dropped.
enum FeedDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The day, or `nil`.
  static func day(_ text: String) -> Day? {
    let bytes = Array(text.utf8)
    if bytes.count >= 10, let day = Day(iso: bytes[..<10]),
      bytes.count == 10 || bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
    {
      return day
    }
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    for (index, word) in words.enumerated() {
      guard word.count >= 3, let month = months.firstIndex(of: word.prefix(3).lowercased()) else {
        continue
      }
      let before = index > 0 ? Int(words[index - 1]) : nil
      let after = index + 1 < words.count ? Int(words[index + 1]) : nil
      if let day = before, let year = after { return Day(year: year, month: month + 1, day: day) }
      if let day = after, index + 2 < words.count, let year = Int(words[index + 2]) {
        return Day(year: year, month: month + 1, day: day)
      }
    }
    return nil
  }
}
