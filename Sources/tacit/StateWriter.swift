import Foundation
import Ingestion

/// Writes a partial state section by section, in the order of the inputs' names.
final class StateWriter {
  private let write: ([UInt8]) throws -> Void
  private var index = StateIndex()

  /// Begins a state.
  init(_ write: @escaping ([UInt8]) throws -> Void) throws {
    self.write = write
    try write(StateIndex.beginning)
  }

  /// Adds an input that was read now.
  func add(_ outcome: InputReader.Outcome) throws {
    let (pieces, entry) = KeptInput(outcome).section(program: Version.current)
    for piece in pieces { try write(Array(piece)) }
    index.append(entry)
  }

  /// Adds an input that a state keeps, as it is.
  func add(_ entry: StateIndex.Entry, _ section: [UInt8]) throws {
    try write(section)
    index.append(entry)
  }

  /// Ends the state.
  func end() throws { try write(index.ending()) }
}
