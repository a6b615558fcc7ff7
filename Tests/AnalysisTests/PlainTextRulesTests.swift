import Model
import Testing

@testable import Analysis

/// Texts in ASCII are read byte by byte; what comes out is what Unicode's rules for characters say.
struct PlainTextRulesTests {
  /// Texts of letters, digits, signs and white space, some with letters outside ASCII.
  private static let texts: [String] = {
    var random = SplitMix64(seed: 7)
    let plain = Array("aBcZ 09  -/_.0\t\r\n'“".unicodeScalars) + ["\r", "\n", "A", "0", " "]
    let other: [Unicode.Scalar] = ["É", "ß", "\u{301}", "Ⅷ", "٣", "\u{A0}", "日"]
    return (0..<2_000).map { number in
      let scalars = number % 4 == 0 ? plain + other : plain.filter(\.isASCII)
      var text = String.UnicodeScalarView()
      for _ in 0..<random.below(14) { text.append(scalars[random.below(scalars.count)]) }
      return String(text)
    }
  }()

  @Test("folding, words and numbers of documents")
  func rules() {
    for text in Self.texts {
      let folded = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(PersonDirectory.fold(text) == folded, "\(text.debugDescription)")
      #expect(
        LetterWords.of(text) == text.lowercased().split { !$0.isLetter },
        "\(text.debugDescription)"
      )
      #expect(NearDuplicate.cleaned(text) == Self.cleaned(text), "\(text.debugDescription)")
    }
    #expect(NearDuplicate.cleaned("re-0012/004a") == "RE12004A")
  }

  private static func cleaned(_ number: String) -> String {
    var cleaned = ""
    var isInNumber = false
    for character in number.uppercased() where character.isLetter || character.isNumber {
      if character == "0", !isInNumber { continue }
      isInNumber = character.isNumber
      cleaned.append(character)
    }
    return cleaned
  }

  @Test("the number at the end of a document's name")
  func numbers() {
    for (text, prefix, number) in [("INV-0042", "INV-", 42), ("7", "", 7), ("é9", "é", 9)] {
      let found = InvoiceNumbers.split(text)
      #expect(found?.0 == prefix && found?.1 == number)
    }
    for text in ["", "INV-", "12a", "٣", "1234567890123"] {
      #expect(InvoiceNumbers.split(text) == nil, "\(text)")
    }
  }

  @Test("words are found in any case, the first of the list before the first of the text")
  func words() {
    let words: ASCIIWords = ["hiring", "approve"]
    #expect(words.first(in: "Approved the HIRING plan") == "hiring")
    #expect(words.first(in: "Größe approve") == "approve")
    #expect(words.first(in: "approv") == nil && words.first(in: "") == nil)
  }
}
