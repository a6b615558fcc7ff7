/// Words and beginnings of words in small ASCII letters, looked for in many texts.
///
/// Texts are compared byte by byte, which is what a search by characters finds for such words.
struct ASCIIWords: Sendable, ExpressibleByArrayLiteral {
  private let words: [String]
  private let bytes: [[UInt8]]

  /// Takes the words, the first of which counts where a text has several.
  init(_ words: [String]) {
    self.words = words
    bytes = words.map { Array($0.utf8) }
  }

  /// Takes the words of a literal.
  init(arrayLiteral words: String...) { self.init(words) }

  /// The first of the words that a text has somewhere, in any case; `nil` without one.
  func first(in text: String) -> String? {
    var folded = text.lowercased()
    return folded.withUTF8 { text in
      bytes.indices.first { Self.contains(text, bytes[$0]) }
    }.map { words[$0] }
  }

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
    guard let first = word.first, text.count >= word.count else { return false }
    for start in 0...(text.count - word.count) where text[start] == first {
      if text[start..<start + word.count].elementsEqual(word) { return true }
    }
    return false
  }
}
