import Foundation
import Ingestion

/// Hands inputs out to threads and collects what they read, in the order of the inputs.
final class InputQueue: @unchecked Sendable {
  // The lock guards everything below.
  private let lock = NSLock()
  private let inputs: [InputPaths.Input]
  private var results: [Swift.Result<InputReader.Outcome, any Error>?]
  private var next = 0
  private var progress: Progress

  /// Creates a queue that shows its progress.
  init(_ inputs: [InputPaths.Input], showing progress: Progress) {
    self.inputs = inputs
    self.progress = progress
    results = Array(repeating: nil, count: inputs.count)
  }

  /// Reads all inputs on so many threads; after a failure no further one is begun.
  func run(
    workers: Int,
    _ read: @escaping @Sendable (InputPaths.Input) throws -> InputReader.Outcome
  ) {
    DispatchQueue.concurrentPerform(iterations: max(1, workers)) { _ in
      while let index = take() {
        let result = Swift.Result { try read(inputs[index]) }
        lock.withLock {
          results[index] = result
          if case .failure = result { next = inputs.count }
        }
      }
    }
    progress.clear()
  }

  /// What was read, or the first failure in the order of the inputs.
  func outcomes() throws -> [InputReader.Outcome] {
    try results.compactMap { try $0?.get() }
  }

  private func take() -> Int? {
    lock.withLock {
      guard next < inputs.count else { return nil }
      defer { next += 1 }
      progress.show("reading \(next + 1) of \(inputs.count): \(inputs[next].name)")
      return next
    }
  }
}
