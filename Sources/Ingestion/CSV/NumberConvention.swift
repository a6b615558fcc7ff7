internal import Model

/// How a column writes its numbers.
struct NumberConvention: Sendable, Hashable {
  /// Which marks may stand between groups of three digits.
  enum Grouping: Sendable, Hashable {
    /// None.
    case none
    /// This character only.
    case mark(Unicode.Scalar)
    /// The other one of point and comma, any space and any apostrophe; one of them in a number.
    case any
  }

  /// Why a text is no number of the convention.
  enum Failure: Error, Hashable {
    /// Something in it belongs to no number.
    case notANumber
    /// It needs more than 18 digits.
    case outOfRange
  }

  /// The decimal mark.
  var decimalMark: Unicode.Scalar = "."
  /// The group marks.
  var grouping = Grouping.none
  /// Whether digits, sign and marks are everything that may stand in a cell; else currency signs
  /// and codes, parentheses for negative amounts, signs at the end and U+2212 are read too.
  var isBare = true

  /// The one of point and comma that is not the decimal mark.
  var otherMark: Unicode.Scalar { decimalMark == "." ? "," : "." }

  /// Digits with a decimal point and nothing else.
  static let plain = Self()

  /// Reads a cell.
  func number(_ text: String) throws(Failure) -> ExactDecimal {
    var scalars = Array(text.unicodeScalars)[...]
    var isNegative = false
    if !isBare { isNegative = Self.undress(&scalars) }
    if let first = scalars.first, first == "-" || first == "+" {
      if first == "-" { isNegative.toggle() }
      scalars.removeFirst()
      if !isBare { Self.dropCurrency(&scalars) }
    }
    let digits = try plainDigits(scalars)
    do throws(ExactDecimal.ParseFailure) {
      let value = try ExactDecimal(bytes: digits)
      return isNegative ? value.negated : value
    } catch {
      throw error == .outOfRange ? .outOfRange : .notANumber
    }
  }

  /// The digits with a point for the mark and without group marks, which stand where groups end.
  private func plainDigits(_ scalars: ArraySlice<Unicode.Scalar>) throws(Failure) -> [UInt8] {
    var digits: [UInt8] = []
    var groupMark: Unicode.Scalar?
    var group = 0
    var hasPoint = false
    for scalar in scalars {
      if ("0"..."9").contains(scalar) {
        digits.append(UInt8(ascii: scalar))
        group += 1
      } else if scalar == decimalMark, !hasPoint {
        if groupMark != nil, group != 3 { throw .notANumber }
        hasPoint = true
        digits.append(UInt8(ascii: "."))
      } else if !hasPoint, isGroupMark(scalar), groupMark == nil || groupMark == scalar {
        guard groupMark == nil ? (1...3).contains(group) : group == 3 else { throw .notANumber }
        // Nobody groups 0,500: it is a half with another decimal mark.
        guard digits.first != UInt8(ascii: "0") else { throw .notANumber }
        groupMark = scalar
        group = 0
      } else {
        throw .notANumber
      }
    }
    if !hasPoint, groupMark != nil, group != 3 { throw .notANumber }
    return digits
  }

  private func isGroupMark(_ scalar: Unicode.Scalar) -> Bool {
    switch grouping {
    case .none: false
    case .mark(let mark):
      mark == scalar || (Self.isSpace(mark) && Self.isSpace(scalar))
        || (Self.isApostrophe(mark) && Self.isApostrophe(scalar))
    case .any:
      scalar == otherMark || Self.isSpace(scalar)
        || Self.isApostrophe(scalar)
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\u{A0}", "\u{202F}", "\u{2009}"].contains(scalar)
  }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }

  /// Takes off what people put around amounts, and returns whether it makes them negative.
  static func undress(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Bool {
    var isNegative = false
    trim(&scalars)
    if scalars.first == "(", scalars.last == ")" {
      isNegative = true
      scalars = scalars.dropFirst().dropLast()
    }
    dropCurrency(&scalars)
    if let last = scalars.last, scalars.count > 1, last == "-" || last == "\u{2212}" {
      isNegative.toggle()
      scalars.removeLast()
    }
    if scalars.first == "\u{2212}" {
      isNegative.toggle()
      scalars.removeFirst()
      dropCurrency(&scalars)
    }
    return isNegative
  }

  private static func trim(_ scalars: inout ArraySlice<Unicode.Scalar>) {
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
  }

  /// Drops one currency sign or code at either end: `US$ 25.80`, `25,80 €`, `EUR 5`.
  private static func dropCurrency(_ scalars: inout ArraySlice<Unicode.Scalar>) {
    func isCurrency(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.generalCategory == .currencySymbol || ("A"..."Z").contains(scalar)
    }
    trim(&scalars)
    let leading = scalars.prefix(while: isCurrency)
    let trailing = scalars.reversed().prefix(while: isCurrency)
    if (1...3).contains(leading.count), trailing.isEmpty {
      scalars = scalars.dropFirst(leading.count)
    } else if (1...3).contains(trailing.count), leading.isEmpty {
      scalars = scalars.dropLast(trailing.count)
    }
    trim(&scalars)
  }
}
