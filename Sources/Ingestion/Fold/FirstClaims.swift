/// The first claims of references that more rows than one have.
struct FirstClaims {
  private let references: [UInt64]
  private var claims: [(ordinal: UInt32, check: UInt32)]

  /// Looks the references up in one pass over the log.
  init(of wanted: [UInt64], in log: ClaimLog) {
    var references = wanted.sorted()
    var kept = 0
    for index in references.indices where index == 0 || references[index] != references[kept - 1] {
      references[kept] = references[index]
      kept += 1
    }
    references.removeSubrange(kept...)
    self.references = references
    claims = Array(repeating: (0, 0), count: kept)
    guard kept > 0 else { return }
    // Most claims are of no interest, which one bit of a filter says.
    let bits = max(10, UInt64.bitWidth - (kept * 16).leadingZeroBitCount)
    var filter = [UInt64](repeating: 0, count: 1 << (bits - 6))
    func hash(_ reference: UInt64) -> Int {
      Int(truncatingIfNeeded: (reference &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
    }
    for reference in references {
      filter[hash(reference) >> 6] |= 1 << UInt64(hash(reference) & 63)
    }
    var found = claims
    log.forEach { reference in
      let bit = hash(reference)
      return filter[bit >> 6] & 1 << UInt64(bit & 63) != 0
    } _: { claim in
      let index = Self.index(of: claim.reference, references)
      if index < references.count, references[index] == claim.reference {
        found[index] = (claim.ordinal, claim.check)
      }
    }
    claims = found
  }

  /// The ordinal of the row that claimed a reference first, and whether it said something else.
  func first(_ reference: UInt64, check: Int64) -> (ordinal: UInt32, conflicts: Bool) {
    let index = Self.index(of: reference, references)
    precondition(index < references.count && references[index] == reference, "was looked up")
    return (claims[index].ordinal, claims[index].check != ClaimLog.low(check))
  }

  /// The index of the first reference that is not below this one.
  private static func index(of reference: UInt64, _ references: [UInt64]) -> Int {
    var (low, high) = (0, references.count)
    while low < high {
      let middle = (low + high) / 2
      if references[middle] < reference { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
