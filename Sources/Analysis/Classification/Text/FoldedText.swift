/// A text cut into words and sentences and folded, so that case, markup and punctuation do not
/// matter.
///
/// It works on the bytes of UTF-8; words are runs of letters, digits and combining marks, and a
/// currency sign is a word.
struct FoldedText {
  /// One word.
  struct Word {
    /// Its bytes in ``FoldedText/letters``.
    let letters: Range<Int>
    /// Its bytes in ``FoldedText/plain``.
    let place: Range<Int>
    /// The hash of its letters.
    let hash: UInt64
  }

  /// The text without markup.
  let plain: [UInt8]
  /// The lower-case letters of all words, one after the other.
  private(set) var letters: [UInt8] = []
  /// The words.
  private(set) var words: [Word] = []
  /// The sentences, as ranges of words; none is empty.
  private(set) var sentences: [Range<Int>] = []

  /// Cuts a text.
  init(_ text: String) {
    plain = PlainText.withoutMarkup(text)
    letters.reserveCapacity(plain.count)
    words.reserveCapacity(plain.count / 5)
    cut()
  }

  /// The words of a range as they stand in the text, white space single.
  func quote(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let bytes = plain[words[first].place.lowerBound..<words[last].place.upperBound]
    let text = String(decoding: bytes, as: UTF8.self)
    let isSingle = !zip(bytes, bytes.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
    // Most phrases are ASCII with single spaces and stay as they are; characters are slow to look at.
    if isSingle, bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func cut() {
    var index = 0
    var wordStart: Int?
    var lettersStart = 0
    var sentenceStart = 0
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    func endWord(_ words: inout [Word], _ letters: [UInt8], at end: Int) {
      guard let start = wordStart else { return }
      words.append(
        Word(
          letters: lettersStart..<letters.count,
          place: start..<end,
          hash: Hash.of(letters[lettersStart...])
        )
      )
      wordStart = nil
    }
    func endSentence(_ sentences: inout [Range<Int>], _ words: [Word]) {
      if words.count > sentenceStart { sentences.append(sentenceStart..<words.count) }
      sentenceStart = words.count
    }
    while index < plain.count {
      let byte = plain[index]
      if byte < 0x80 {
        switch byte {
        case 0x61...0x7A, 0x30...0x39:
          if wordStart == nil { (wordStart, lettersStart) = (index, letters.count) }
          letters.append(byte)
        case 0x41...0x5A:
          if wordStart == nil { (wordStart, lettersStart) = (index, letters.count) }
          letters.append(byte | 0x20)
        default:
          endWord(&words, letters, at: index)
          switch byte {
          case 0x24:  // $
            (wordStart, lettersStart) = (index, letters.count)
            letters.append(byte)
            endWord(&words, letters, at: index + 1)
          case 0x0A: endSentence(&sentences, words)
          case 0x2E, 0x21, 0x3F, 0x3B:  // . ! ? ;
            if index + 1 == plain.count || isSpace(plain[index + 1]) {
              endSentence(&sentences, words)
            }
          default: break
          }
        }
        index += 1
        continue
      }
      let (scalar, length) = Self.scalar(plain, at: index)
      if Self.isWordPart(scalar) {
        if wordStart == nil { (wordStart, lettersStart) = (index, letters.count) }
        letters.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        endWord(&words, letters, at: index)
        switch scalar {
        case "€", "£", "₱", "₹":
          (wordStart, lettersStart) = (index, letters.count)
          letters.append(0x24)
          endWord(&words, letters, at: index + length)
        case "•", "·", "▪", "●", "■", "◦", "‣", "✓", "✔", "。", "！", "？", "\u{2028}", "\u{2029}":
          endSentence(&sentences, words)
        default: break
        }
      }
      index += length
    }
    endWord(&words, letters, at: plain.count)
    endSentence(&sentences, words)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// The scalar that starts at a byte, and its length; `String` has validated the bytes.
  private static func scalar(_ bytes: [UInt8], at index: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(bytes[index])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + length <= bytes.count else { return (" ", bytes.count - index) }
    var value = first & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset]) & 0x3F }
    return (Unicode.Scalar(value) ?? " ", length)
  }
}
