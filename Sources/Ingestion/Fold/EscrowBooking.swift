internal import Model

/// A fixed-price row, which may be the funding or the release of an escrow.
struct EscrowBooking {
  /// The index of its group.
  let group: Int
  /// The amount with the wallet's sign, in hundredths.
  let amount: Int64
  /// The day of the booking, as the number of a `Day`.
  let date: Int32
  /// The 1-based line.
  let line: UInt32
  /// The hash of the description.
  let description: UInt64

  /// The booking where its group has another index.
  func with(group: Int) -> Self {
    Self(group: group, amount: amount, date: date, line: line, description: description)
  }
}
