internal import Model

/// Dates of job feeds: RFC 822 (`Wed, 01 Sep 2021 03:43:00 GMT`), ISO 8601, `01.09.2021`, and
/// Upwork's `September 01, 2021 03:43 UTC`; the time of day is dropped.
enum FeedDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The day, or `nil`.
  static func day(_ text: UnsafeBufferPointer<UInt8>) -> Day? {
    if text.count >= 10 {
      let end = text.count == 10 ? 0x20 : text[10]
      let isEnd = end == UInt8(ascii: "T") || end == 0x20
      if text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), isEnd {
        return day(number(text[0..<4]), number(text[5..<7]), number(text[8..<10]))
      }
      if text[2] == UInt8(ascii: "."), text[5] == UInt8(ascii: "."), isEnd {
        return day(number(text[6..<10]), number(text[3..<5]), number(text[0..<2]))
      }
    }
    return words(String(decoding: text, as: UTF8.self))
  }

  /// The day, or `nil`.
  static func day(_ text: String) -> Day? {
    var text = text
    return text.withUTF8 { day($0) }
  }

  private static func day(_ year: Int?, _ month: Int?, _ day: Int?) -> Day? {
    guard let year, let month, let day else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  private static func words(_ text: String) -> Day? {
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
