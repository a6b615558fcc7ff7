internal import Model

/// What the rows of each type say before anything is set aside: the number with an amount below, of
/// and above zero, and the sum of the amounts as they were read.
final class TypeTally {
  private struct Entry {
    var amount: Int128 = 0
    var negative = 0
    var zero = 0
    var positive = 0
  }

  private static let count = UpworkTransactionType.allCases.count
  private let entries: UnsafeMutablePointer<Entry>
  /// The number of rows.
  private(set) var rows = 0

  init() {
    entries = .allocate(capacity: Self.count)
    entries.initialize(repeating: Entry(), count: Self.count)
  }

  deinit { entries.deallocate() }

  /// Counts a row with an amount in hundredths.
  @inline(__always)
  func add(_ type: UInt8, _ amount: Int64) {
    let entry = entries + Int(type)
    entry.pointee.amount += Int128(amount)
    if amount < 0 {
      entry.pointee.negative &+= 1
    } else if amount > 0 {
      entry.pointee.positive &+= 1
    } else {
      entry.pointee.zero &+= 1
    }
    rows &+= 1
  }

  /// Counts what another tally has.
  func add(_ other: TypeTally) {
    for index in 0..<Self.count {
      entries[index].amount += other.entries[index].amount
      entries[index].negative += other.entries[index].negative
      entries[index].zero += other.entries[index].zero
      entries[index].positive += other.entries[index].positive
    }
    rows += other.rows
  }

  /// Forgets everything.
  func clear() {
    entries.update(repeating: Entry(), count: Self.count)
    rows = 0
  }

  /// The sum of the amounts of a type, or `nil` when it leaves the range of 64 bits.
  func amount(_ type: Int) -> ExactDecimal? {
    Int64(exactly: entries[type].amount).map { ExactDecimal(units: $0, scale: 2) }
  }

  /// Votes for the side whose report this is.
  func vote(_ votes: inout UpworkSides) {
    for (index, type) in UpworkTransactionType.allCases.enumerated() {
      let entry = entries[index]
      votes.add(type, isNegative: true, isZero: false, rows: entry.negative)
      votes.add(type, isNegative: false, isZero: false, rows: entry.positive)
      votes.add(type, isNegative: false, isZero: true, rows: entry.zero)
    }
  }
}
