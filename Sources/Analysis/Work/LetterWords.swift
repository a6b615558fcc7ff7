/// The words of a text: its runs of letters, in lower case.
enum LetterWords {
  /// The words in their order.
  static func of(_ text: String) -> [Substring] {
    let text = text.lowercased()
    // Whether a character is a letter, only Unicode's tables know; those of ASCII are few.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.split { !$0.isLetter } }
    return text.utf8.split { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      .map(Substring.init)
  }
}
