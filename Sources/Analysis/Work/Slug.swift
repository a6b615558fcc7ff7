/// Identifiers made from names: small ASCII letters, digits and single hyphens.
enum Slug {
  private static let letters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "oe",
  ]

  /// Accents fall away; every other letter outside ASCII keeps its code point, so that names in
  /// other scripts stay apart.
  static func make(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().decomposed where !scalar.properties.isDiacritic {
      if let letters = letters[scalar] {
        slug += letters
      } else if scalar.isASCII,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      {
        slug.unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic {
        slug += String(scalar.value, radix: 16)
      } else if scalar.properties.generalCategory != .nonspacingMark, !slug.hasSuffix("-"),
        !slug.isEmpty
      {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "unnamed" : slug
  }
}

extension String {
  /// The scalars with accented Latin letters taken apart.
  fileprivate var decomposed: [Unicode.Scalar] {
    unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      Self.bases[scalar].map { [$0] } ?? [scalar]
    }
  }

  /// The accented letters of Latin-1 and Latin Extended-A by their base letters.
  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    let groups: [(Unicode.Scalar, String)] = [
      ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ď"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
      ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľ"), ("n", "ñńņň"),
      ("o", "òóôõöōŏő"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"),
      ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, accented) in groups {
      for scalar in accented.unicodeScalars { table[scalar] = base }
    }
    return table
  }()
}
