internal import Foundation
internal import Synchronization

/// Independent computations on all processors, or on as many threads as were asked for; the results
/// come in their order.
enum Parallel {
  /// The number of threads that were asked for; `nil` for as many as there are processors.
  @TaskLocal static var threads: Int?

  /// The results of `body` for the numbers below a count.
  static func map<Result: Sendable>(
    _ count: Int,
    _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: count))
    perform(count) { index in
      let result = body(index)
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Runs `body` for the numbers below a count; what is parallel inside it shares the number of
  /// threads that was asked for.
  static func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
    guard let threads else {
      withoutActuallyEscaping(body) { body in
        DispatchQueue.concurrentPerform(iterations: count) { body($0) }
      }
      return
    }
    let workers = max(1, min(threads, count))
    let next = Atomic(0)
    withoutActuallyEscaping(body) { body in
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        $threads.withValue(max(1, threads / workers)) {
          while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < count else { break }
            body(index)
          }
        }
      }
    }
  }
}
