internal import Model

/// Whether the day or the month stands first where both are numbers.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
  /// `31/01/2026`.
  case dayFirst = "dmy"
  /// `01/31/2026`.
  case monthFirst = "mdy"
}

/// How a column writes its dates.
enum DateConvention: Sendable, Hashable {
  /// One of these forms.
  case patterns([DatePattern])
  /// Numbers with the year last in this order, whatever the separator; `YYYY-MM-DD` and forms with
  /// the month's name are read as well, because nothing in them can be mistaken. `nil` where no
  /// cell has needed an order so far.
  case order(DateOrder?)

  /// Only `YYYY-MM-DD`.
  static let iso = Self.patterns([.iso])

  /// Reads a cell, or returns `nil`.
  func day(_ text: String) -> Day? {
    switch self {
    case .patterns(let patterns): return patterns.lazy.compactMap { $0.day(text) }.first
    case .order(let order):
      guard let numbers = DateEvidence.numbers(text) else { return Self.unmistakable(text) }
      let isDayFirst = order.map { $0 == .dayFirst } ?? (numbers.first == numbers.second)
      guard isDayFirst || order == .monthFirst else { return nil }
      return isDayFirst
        ? Day(year: numbers.year, month: numbers.second, day: numbers.first)
        : Day(year: numbers.year, month: numbers.first, day: numbers.second)
    }
  }

  /// Whether it writes day and month as numbers in the other order.
  func contradicts(_ order: DateOrder) -> Bool {
    switch self {
    case .patterns(let patterns): patterns.allSatisfy { $0.order != nil && $0.order != order }
    case .order(let own): own != nil && own != order
    }
  }

  /// A date in a form that can be read in one way only.
  static func unmistakable(_ text: String) -> Day? {
    DatePattern.iso.day(text) ?? DatePattern.named.lazy.compactMap { $0.day(text) }.first
  }

  /// The form in words, for a message.
  var words: String {
    switch self {
    case .patterns(let patterns): patterns.map(\.text).joined(separator: " or ")
    case .order(.dayFirst): "day/month/year"
    case .order(.monthFirst): "month/day/year"
    case .order(nil): "YYYY-MM-DD, or numbers with the year last"
    }
  }
}

/// What the cells of a column prove about the order of day and month.
enum DateEvidence: Equatable {
  /// The cell reads alike in either order, or is no date at all.
  case neutral
  /// The cell is a date in this order only.
  case proves(DateOrder)
  /// The cell is one day in one order and another in the other.
  case ambiguous

  /// Judges a cell.
  init(_ text: String) {
    guard let numbers = Self.numbers(text) else {
      self = .neutral
      return
    }
    let dayFirst = Day(year: numbers.year, month: numbers.second, day: numbers.first)
    let monthFirst = Day(year: numbers.year, month: numbers.first, day: numbers.second)
    switch (dayFirst, monthFirst) {
    case (let day?, let other?): self = day == other ? .neutral : .ambiguous
    case (_?, nil): self = .proves(.dayFirst)
    case (nil, _?): self = .proves(.monthFirst)
    case (nil, nil): self = .neutral
    }
  }

  /// The numbers of a text such as `31/01/2026`, `1.2.2026` or `31-01-2026`.
  static func numbers(_ text: String) -> (first: Int, second: Int, year: Int)? {
    numbers(text.utf8)
  }

  /// The same for the bytes of a text.
  static func numbers(
    _ text: some Collection<UInt8>
  ) -> (first: Int, second: Int, year: Int)? {
    var numbers = (first: 0, second: 0, year: 0)
    var separator: UInt8?
    var part = 0
    var digits = 0
    for byte in text {
      if (0x30...0x39).contains(byte) {
        let digit = Int(byte - 0x30)
        digits += 1
        guard digits <= (part == 2 ? 4 : 2) else { return nil }
        switch part {
        case 0: numbers.first = numbers.first * 10 + digit
        case 1: numbers.second = numbers.second * 10 + digit
        default: numbers.year = numbers.year * 10 + digit
        }
      } else {
        let isSeparator =
          separator.map { $0 == byte }
          ?? [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(byte)
        guard isSeparator, digits > 0, part < 2 else { return nil }
        separator = byte
        part += 1
        digits = 0
      }
    }
    return part == 2 && digits == 4 ? numbers : nil
  }
}
