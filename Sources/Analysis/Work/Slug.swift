internal import Foundation

/// Identifiers made from names: small ASCII letters, digits and single hyphens.
enum Slug {
  /// Letters that no decomposition turns into ASCII.
  private static let letters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "ı": "i",
    "ħ": "h", "ŧ": "t",
  ]

  /// Accents fall away; every other letter outside ASCII keeps its code point, so that names in
  /// other scripts stay apart.
  static func make(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if let letters = letters[scalar] {
        slug += letters
      } else if scalar.properties.generalCategory == .nonspacingMark {
        continue
      } else if scalar.isASCII,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      {
        slug.unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic {
        slug += String(scalar.value, radix: 16)
      } else if !slug.hasSuffix("-"), !slug.isEmpty {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "unnamed" : slug
  }
}
