internal import Model

/// A form of dates in the words of `strptime`, read by hand: every digit is checked and no day
/// rolls over.
///
/// Known are `%Y %y %m %d %b %B %H %I %M %S %f %p %z` and `%%`; everything else stands for itself.
/// Days and months have two digits where the year stands first (ISO 8601) and one or two elsewhere;
/// years of two digits are those of 1970 to 2069.
struct DatePattern: Sendable, Hashable {
  /// A piece of a pattern.
  enum Piece: Sendable, Hashable {
    case literal(Unicode.Scalar)
    case field(Unicode.Scalar)
  }

  /// The pattern as written.
  let text: String
  private let pieces: [Piece]

  /// The fields that a pattern may have.
  static let known = "YymdbBHIMSfpz"

  /// Reads a pattern, or returns `nil` when it has an unknown field or lacks day, month or year.
  init?(_ text: String) {
    var pieces: [Piece] = []
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "%" else {
        pieces.append(.literal(scalar))
        continue
      }
      guard let field = scalars.popFirst() else { return nil }
      if field == "%" {
        pieces.append(.literal("%"))
      } else if Self.known.unicodeScalars.contains(field) {
        pieces.append(.field(field))
      } else {
        return nil
      }
    }
    func has(_ fields: Unicode.Scalar...) -> Bool {
      fields.contains { pieces.contains(.field($0)) }
    }
    guard has("Y", "y"), has("m", "b", "B"), has("d") else { return nil }
    self.text = text
    self.pieces = pieces
  }

  /// The order of day and month where the year stands last and all are numbers, or `nil`.
  var order: DateOrder? {
    let fields = pieces.compactMap { if case .field(let field) = $0 { field } else { nil } }
    guard let day = fields.firstIndex(of: "d"), let month = fields.firstIndex(of: "m"),
      let year = fields.firstIndex(of: "Y"), year > day, year > month
    else { return nil }
    return day < month ? .dayFirst : .monthFirst
  }

  private static func known(_ text: String) -> Self {
    guard let pattern = Self(text) else { preconditionFailure("a pattern of the program is wrong") }
    return pattern
  }

  /// `2026-01-31`.
  static let iso = known("%Y-%m-%d")
  /// `2026-01-31 23:59:59`.
  static let isoTime = known("%Y-%m-%d %H:%M:%S")
  /// `31-01-2026`.
  static let dayMonthYear = known("%d-%m-%Y")
  /// `31 Jan, 2026` and `Jan 31, 2026`.
  static let named = [known("%d %b, %Y"), known("%d %b %Y"), known("%b %d, %Y")]

  /// Reads a text that is a date of this form from its first to its last character.
  func day(_ text: String) -> Day? {
    var scalars = Array(text.unicodeScalars)[...]
    var year: Int?
    var month: Int?
    var day: Int?
    let digits = pieces.first == .field("Y") ? 2...2 : 1...2
    for piece in pieces {
      switch piece {
      case .literal(let expected):
        guard scalars.popFirst() == expected else { return nil }
      case .field(let field):
        switch field {
        case "Y": year = Self.number(&scalars, 4...4, 1...9999)
        case "y":
          year = Self.number(&scalars, 2...2, 0...99).map { $0 < 70 ? 2000 + $0 : 1900 + $0 }
        case "m": month = Self.number(&scalars, digits, 1...12)
        case "d": day = Self.number(&scalars, digits, 1...31)
        case "b", "B": month = Self.month(&scalars, isFull: field == "B")
        default: guard Self.time(field, &scalars) else { return nil }
        }
      }
    }
    guard scalars.isEmpty, let year, let month, let day else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func number(
    _ scalars: inout ArraySlice<Unicode.Scalar>,
    _ lengths: ClosedRange<Int>,
    _ values: ClosedRange<Int>
  ) -> Int? {
    var value = 0
    var length = 0
    while length < lengths.upperBound, let scalar = scalars.first, ("0"..."9").contains(scalar) {
      value = value * 10 + Int(scalar.value - 0x30)
      length += 1
      scalars.removeFirst()
    }
    return lengths.contains(length) && values.contains(value) ? value : nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func month(
    _ scalars: inout ArraySlice<Unicode.Scalar>,
    isFull: Bool
  ) -> Int? {
    let word = scalars.prefix { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    let name = String(String.UnicodeScalarView(word)).lowercased()
    scalars = scalars.dropFirst(word.count)
    return months.firstIndex { isFull ? $0 == name : $0.prefix(3) == name }.map { $0 + 1 }
  }

  private static func time(
    _ field: Unicode.Scalar,
    _ scalars: inout ArraySlice<Unicode.Scalar>
  ) -> Bool {
    switch field {
    case "H": return number(&scalars, 1...2, 0...23) != nil
    case "I": return number(&scalars, 1...2, 1...12) != nil
    case "M", "S": return number(&scalars, 1...2, 0...59) != nil
    case "f": return number(&scalars, 1...9, 0...999_999_999) != nil
    case "p":
      let word = String(String.UnicodeScalarView(scalars.prefix(2))).lowercased()
      scalars = scalars.dropFirst(2)
      return word == "am" || word == "pm"
    default:
      if scalars.first == "Z" {
        scalars.removeFirst()
        return true
      }
      guard let sign = scalars.popFirst(), sign == "+" || sign == "-",
        number(&scalars, 2...2, 0...14) != nil
      else { return false }
      if scalars.first == ":" { scalars.removeFirst() }
      return number(&scalars, 2...2, 0...59) != nil
    }
  }
}
