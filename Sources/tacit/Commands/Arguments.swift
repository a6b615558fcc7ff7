public import ArgumentParser
public import Model

// How the model's values are written on the command line.

extension Quarter: ExpressibleByArgument {
  /// Reads `2026-Q2`.
  public init?(argument: String) { self.init(argument) }
}

extension Day: ExpressibleByArgument {
  /// Reads `2026-06-30`.
  public init?(argument: String) { self.init(argument) }
}

extension Gate: ExpressibleByArgument {
  /// Reads a severity or `never`.
  public init?(argument: String) { self.init(argument) }
}
