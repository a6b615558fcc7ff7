/// Hides the digits of payment cards in texts such as `Paid from American Express 4321`.
///
/// Dates, amounts and references stay: digits are hidden only behind words that announce a card.
enum CardDigits {
  private static let mark = Array("[hidden]".utf8)

  /// Words with which a card's digits are announced, in lower case.
  private static let brands = [
    "american express", "amex", "visa", "mastercard", "master card", "maestro", "discover",
    "diners club", "jcb", "unionpay", "credit card", "debit card", "card ending in", "ending in",
  ].map { Array($0.utf8) }
  /// Words behind which the means of payment stands, whatever it is called.
  private static let payment = Array("paid from".utf8)
  /// Where the name of a means of payment ends at the latest.
  private static let longestName = 48

  /// The text with the digits of cards hidden.
  static func masked(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: isDigit) else { return text }
    let folded = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    while index < bytes.count {
      guard index == 0 || !isLetter(folded[index - 1]),
        let digits = digits(announcedAt: index, folded)
      else {
        index += 1
        continue
      }
      result += bytes[copied..<digits.lowerBound] + mark
      copied = digits.upperBound
      index = digits.upperBound
    }
    if copied == 0 { return text }
    return String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  /// The digits of the card that a word at this place announces, or `nil`.
  private static func digits(announcedAt index: Int, _ text: [UInt8]) -> Range<Int>? {
    if text[index...].starts(with: payment) {
      // The first digits of what it was paid from; a reference or the next cell is none of it.
      var start = index + payment.count
      let end = min(text.count, start + longestName)
      while start < end, !isDigit(text[start]), text[start] != UInt8(ascii: ","),
        text[start] != UInt8(ascii: "\"")
      {
        if text[start...].starts(with: "ref id".utf8) { return nil }
        start += 1
      }
      return run(from: start, text)
    }
    for brand in brands where text[index...].starts(with: brand) {
      var start = index + brand.count
      while start < text.count, isFiller(text[start]) { start += 1 }
      if text[start...].starts(with: "ending in".utf8) { start += "ending in".utf8.count }
      while start < text.count, isFiller(text[start]) { start += 1 }
      if let digits = run(from: start, text) { return digits }
    }
    return nil
  }

  /// A run of at least three digits, which single spaces and hyphens may group.
  private static func run(from start: Int, _ text: [UInt8]) -> Range<Int>? {
    var end = start
    var count = 0
    while end < text.count {
      if isDigit(text[end]) {
        count += 1
        end += 1
      } else if count >= 4, text[end] == UInt8(ascii: " ") || text[end] == UInt8(ascii: "-"),
        end + 1 < text.count, isDigit(text[end + 1])
      {
        end += 1
      } else {
        break
      }
    }
    return count >= 3 ? start..<end : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// What stands between a brand and its digits: blanks, stars, dots, bullets, crosses.
  private static func isFiller(_ byte: UInt8) -> Bool {
    " *#.-:(x".utf8.contains(byte) || byte >= 0x80
  }
}
