/// The references of all rows seen, each claimed by its first row: what finds a repeated row among
/// millions.
///
/// Whether a reference is claimed already is known at once: numbers that lie close together, as
/// those of one account do, by a bit each (``NumberPages``), scattered ones by themselves
/// (``NumberSet``). What the first row said is needed for repeated references only, so it is
/// written down in order (``ClaimLog``) and looked up for all of them together at the end.
final class ReferenceTable {
  /// The first number that is too large to be kept as one: of 12 digits all can.
  static let limit: UInt64 = 1_000_000_000_000

  private let pages: NumberPages
  private let scattered = NumberSet()
  private let log = ClaimLog()
  /// References that are no number of 12 digits, and the numbers from ``limit`` that stand for them.
  private var texts: [String: UInt64] = [:]

  /// Creates a table for about `expected` rows, which is only a matter of speed.
  init(expected: Int) { pages = NumberPages(expected: expected) }

  /// Fetches the place of a reference that will soon be claimed.
  @inline(__always)
  func prefetch(_ reference: UInt64) { pages.prefetch(reference) }

  /// Claims a reference for a row; `false` when another row has it already.
  ///
  /// `check` is what ``firsts(of:)`` compares rows by; ordinals rise from claim to claim.
  @inline(__always)
  func claim(_ reference: UInt64, check: Int64, ordinal: UInt32) -> Bool {
    switch pages.insert(reference) {
    case .isNew: break
    case .isKnown: return false
    case .isScattered: guard scattered.insert(reference) else { return false }
    }
    log.append(reference, check: check, ordinal: ordinal)
    return true
  }

  /// The number of a reference of any form, under which it is claimed.
  func number(of reference: String) -> UInt64 {
    // A leading zero or plus would be lost in a number.
    if reference.utf8.count <= 12, let first = reference.utf8.first,
      UInt8(ascii: "1")...UInt8(ascii: "9") ~= first, let number = UInt64(reference)
    {
      return number
    }
    if let number = texts[reference] { return number }
    let number = Self.limit + UInt64(texts.count)
    texts[reference] = number
    return number
  }

  /// The first claims of references that were found claimed.
  func firsts(of references: [UInt64]) -> FirstClaims { FirstClaims(of: references, in: log) }
}
