import Foundation

/// How a run ends; the contract fixes the numbers.
enum ExitStatus: Int32, Error {
  /// It ran, and nothing is at or over the gate.
  case success = 0
  /// It ran, and findings are at or over the gate.
  case gateReached = 1
  /// The program was used wrongly, or the configuration is bad.
  case wrongUse = 2
  /// An input could not be read or was refused as a whole.
  case unreadableInput = 3
  /// The output could not be written.
  case unwritableOutput = 4

  /// Ends the process.
  func exit() -> Never { Foundation.exit(rawValue) }
}
