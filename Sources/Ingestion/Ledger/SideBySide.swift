/// Two results that do not need each other, worked out at the same time.
final class SideBySide<First: Sendable, Second: Sendable>: @unchecked Sendable {
  // Each half is written by one thread and read when both have ended.
  private var first: First?
  private var second: Second?

  /// Runs both, on one thread where only one is wanted or to be had.
  static func run(
    threads: Int?,
    _ makeFirst: @escaping @Sendable () -> First,
    _ makeSecond: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let halves = SideBySide()
    Workers.run((threads ?? 2) > 1 ? 2 : 1) { worker in
      if worker == 0 { halves.first = makeFirst() } else { halves.second = makeSecond() }
    }
    return (halves.first ?? makeFirst(), halves.second ?? makeSecond())
  }
}
