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
    let bytes = Array(text.utf8)
    guard let separator = bytes.first(where: { !(0x30...0x39).contains($0) }),
      separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".")
        || separator == UInt8(ascii: "-")
    else { return nil }
    let parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
      parts[2].count == 4, parts.joined().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    func value(_ digits: ArraySlice<UInt8>) -> Int {
      digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    return (value(parts[0]), value(parts[1]), value(parts[2]))
  }
}
