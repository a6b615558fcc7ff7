import Foundation

/// Bytes made portion by portion, on a thread of their own while those before are written.
final class Portions: @unchecked Sendable {
  private static let mostAhead = 3
  private let count: Int
  private let isAhead: Bool
  private let make: @Sendable (Int) -> [UInt8]
  // The condition guards everything below.
  private let condition = NSCondition()
  private var ready: [[UInt8]] = []
  private var isStopped = false

  /// Creates so many portions; none is made ahead where that is not wanted.
  init(_ count: Int, isAhead: Bool, _ make: @escaping @Sendable (Int) -> [UInt8]) {
    self.count = count
    self.isAhead = isAhead && count > 2
    self.make = make
  }

  /// Hands all portions on in their order; after a failure no further one is made.
  func write(to body: ([UInt8]) throws -> Void) throws {
    guard isAhead else {
      for index in 0..<count { try body(make(index)) }
      return
    }
    Thread { [self] in
      for index in 0..<count where !put(make(index)) { return }
    }
    .start()
    defer { stop() }
    for _ in 0..<count { try body(take()) }
  }

  /// Waits for room; `false` when nothing more is wanted.
  private func put(_ portion: [UInt8]) -> Bool {
    condition.withLock {
      while ready.count >= Self.mostAhead, !isStopped { condition.wait() }
      ready.append(portion)
      condition.broadcast()
      return !isStopped
    }
  }

  private func take() -> [UInt8] {
    condition.withLock {
      while ready.isEmpty { condition.wait() }
      defer { condition.broadcast() }
      return ready.removeFirst()
    }
  }

  private func stop() {
    condition.withLock {
      isStopped = true
      condition.broadcast()
    }
  }
}
