#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Lets the workers of a stream pass one by one, in the order of their blocks, so that the result
/// never depends on which was faster.
final class OrderedGate: @unchecked Sendable {
  // The mutex guards `next`; whoever is inside is alone there.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var next = 0

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Waits until every block before this one has left, then runs the body.
  func pass(_ sequence: Int, _ body: () -> Void) {
    pthread_mutex_lock(mutex)
    while next != sequence { pthread_cond_wait(condition, mutex) }
    pthread_mutex_unlock(mutex)
    body()
    pthread_mutex_lock(mutex)
    next += 1
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }
}
