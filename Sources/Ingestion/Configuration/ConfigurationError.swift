public import Model

/// A configuration that cannot be used: wrong use of the program, with its place and the remedy.
public struct ConfigurationError: Error, Sendable, Hashable {
  /// What is wrong, where, and what to do.
  public let diagnostic: Diagnostic

  init(_ location: SourceLocation, code: String, _ message: String, remedy: String) {
    diagnostic = Diagnostic(.error, code: code, message, remedy: remedy, at: location)
  }
}
