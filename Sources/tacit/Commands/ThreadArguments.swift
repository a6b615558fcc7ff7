import ArgumentParser

/// How many threads a command works with; the results are the same with any number.
struct ThreadArguments: ParsableArguments {
  @Option(
    name: .customLong("threads"),
    help: "The number of threads; as many as there are processors when not given."
  )
  var count: Int?

  func validate() throws {
    guard count.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--threads wants a number above zero")
    }
  }
}
