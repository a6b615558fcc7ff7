internal import Model

/// What is known of a transaction history when it has been read, whatever other inputs say.
struct HistoryFacts: Sendable {
  /// Whose wallet it shows.
  var side: InvoiceLine.Side
  /// The number of records, rejected and repeated ones among them.
  var records: Int
  /// The number of lines behind which the next input's can be counted: one more than it has.
  var lines: UInt32
  /// The amounts of all records whose amount could be read, as cost to the client; `nil` when a sum
  /// left the range of 18 digits.
  var amount: CurrencyTotals?
  /// The movements of the escrow.
  var payments: [EscrowPairing<EscrowMilestone>.Payment]
}
