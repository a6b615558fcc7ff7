/// What the cells of a column prove about its decimal mark.
///
/// Only a cell that can be read in one way proves anything: `1,234.56`, `0,5`, `12,34` or
/// `1.234.567` do, `1,000` does not, and `1000` does not matter.
enum NumberEvidence: Equatable {
  /// The cell reads alike with either mark, or is no number at all.
  case neutral
  /// The cell can only be a number with this mark.
  case proves(Unicode.Scalar)
  /// The cell is one number with a point and another with a comma.
  case ambiguous

  /// Judges a cell.
  init(_ text: String) {
    var scalars = Array(text.unicodeScalars)[...]
    _ = NumberConvention.undress(&scalars)
    if scalars.first == "-" || scalars.first == "+" { scalars.removeFirst() }
    let isNumber = scalars.allSatisfy {
      ("0"..."9").contains($0) || $0 == "." || $0 == "," || NumberConvention.isSpace($0)
        || NumberConvention.isApostrophe($0) || $0.properties.generalCategory == .currencySymbol
    }
    let marks = scalars.filter { $0 == "." || $0 == "," }
    guard isNumber, scalars.contains(where: { ("0"..."9").contains($0) }), let last = marks.last
    else {
      self = .neutral
      return
    }
    let other: Unicode.Scalar = last == "." ? "," : "."
    if Set(marks).count == 2 {
      // The mark that stands once and last is the decimal mark.
      self = marks.count(where: { $0 == last }) == 1 ? .proves(last) : .neutral
    } else if marks.count > 1 {
      self = Self.isGrouped(scalars, by: last) ? .proves(other) : .neutral
    } else {
      self = Self.isGrouped(scalars, by: last) ? .ambiguous : .proves(last)
    }
  }

  /// Whether the digits before the first mark are one to three and do not begin with zero, and
  /// three follow each.
  private static func isGrouped(
    _ scalars: ArraySlice<Unicode.Scalar>,
    by mark: Unicode.Scalar
  ) -> Bool {
    let groups = scalars.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first.first != "0" else {
      return false
    }
    return groups.dropFirst().allSatisfy {
      $0.count == 3 && $0.allSatisfy { ("0"..."9").contains($0) }
    }
  }
}
