#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Threads that do the same work side by side.
enum Workers {
  /// As many as the machine has processors, at most four.
  static var count: Int { max(1, min(4, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Runs `body(0)` on this thread and the others on threads of their own, until all have ended.
  ///
  /// Where the system gives no further thread, fewer run.
  static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let threads = (1..<max(1, count)).compactMap { start(WorkerJob($0, body)) }
    body(0)
    for thread in threads { pthread_join(thread, nil) }
  }

  private static func start(_ job: WorkerJob) -> pthread_t? {
    let argument = Unmanaged.passRetained(job).toOpaque()
    #if canImport(Darwin)
    var thread: pthread_t?
    #else
    var thread: pthread_t = 0
    #endif
    guard pthread_create(&thread, nil, runJob, argument) == 0 else {
      Unmanaged<WorkerJob>.fromOpaque(argument).release()
      return nil
    }
    return thread
  }
}

private final class WorkerJob: Sendable {
  let body: @Sendable (Int) -> Void
  let index: Int

  init(_ index: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.index = index
    self.body = body
  }
}

#if canImport(Darwin)
private typealias JobArgument = UnsafeMutableRawPointer
#else
private typealias JobArgument = UnsafeMutableRawPointer?
#endif

private func runJob(_ argument: JobArgument) -> UnsafeMutableRawPointer? {
  let pointer: UnsafeMutableRawPointer? = argument
  guard let pointer else { return nil }
  let job = Unmanaged<WorkerJob>.fromOpaque(pointer).takeRetainedValue()
  job.body(job.index)
  return nil
}
