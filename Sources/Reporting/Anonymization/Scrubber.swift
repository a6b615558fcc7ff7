/// Replaces known texts, whole words only and whatever their case, and every mail address.
struct Scrubber {
  /// What stands in the place of a mail address.
  static let withheldAddress = "(address withheld)"

  private struct Entry {
    let characters: [Character]
    let replacement: String
  }

  private var byFirstWord: [String: [Entry]] = [:]

  init(_ replacements: [String: String]) {
    for (text, replacement) in replacements {
      let characters = Array(text.lowercased())
      guard let start = characters.firstIndex(where: Self.isWord) else { continue }
      let word = String(characters[start...].prefix(while: Self.isWord))
      byFirstWord[word, default: []].append(
        Entry(characters: Array(characters[start...]), replacement: replacement)
      )
    }
    for word in byFirstWord.keys {
      byFirstWord[word]?.sort {
        ($1.characters.count, $0.replacement) < ($0.characters.count, $1.replacement)
      }
    }
  }

  /// The text without what must not be in it.
  func callAsFunction(_ text: String) -> String {
    let text = text.contains("@") ? withoutAddresses(text) : text
    let original = Array(text)
    let lowered = original.map { Character($0.lowercased().first.map(String.init) ?? String($0)) }
    var output = ""
    var position = 0
    while position < original.count {
      if Self.isWord(lowered[position]), position == 0 || !Self.isWord(lowered[position - 1]),
        let match = match(lowered, at: position)
      {
        output += match.replacement
        position += match.characters.count
      } else {
        output.append(original[position])
        position += 1
      }
    }
    return output
  }

  private func match(_ text: [Character], at position: Int) -> Entry? {
    let word = String(text[position...].prefix(while: Self.isWord))
    return byFirstWord[word]?.first { entry in
      let end = position + entry.characters.count
      guard end <= text.count, text[position..<end].elementsEqual(entry.characters) else {
        return false
      }
      // A name that ends in a sign, such as `L.`, ends there.
      guard let last = entry.characters.last, Self.isWord(last) else { return true }
      return end == text.count || !Self.isWord(text[end])
    }
  }

  private func withoutAddresses(_ text: String) -> String {
    var output = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "@") {
      let before = rest[..<sign]
      let local = before.reversed().prefix { Self.isAddress($0) }
      let after = rest[rest.index(after: sign)...]
      let domain = after.prefix { Self.isAddress($0) }
      if local.isEmpty || domain.isEmpty {
        output += rest[...sign]
        rest = after
      } else {
        output += before.dropLast(local.count)
        output += Self.withheldAddress
        rest = after[domain.endIndex...]
      }
    }
    return output + rest
  }

  private static func isAddress(_ character: Character) -> Bool {
    isWord(character) || "._%+-".contains(character)
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
