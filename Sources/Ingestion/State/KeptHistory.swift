/// A transaction history as a partial state keeps it: what its rows say before those of other inputs are known.
public final class KeptHistory: Sendable {
  /// What was read, without anything that other inputs can change.
  let reading: InputReading
  let facts: HistoryFacts
  let rows: HistoryRows

  init(_ reading: InputReading, _ facts: HistoryFacts, _ rows: HistoryRows) {
    self.reading = reading
    self.facts = facts
    self.rows = rows
  }
}
