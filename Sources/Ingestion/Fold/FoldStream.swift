/// What the workers of one stream share; the gate lets only one of them in at a time.
final class FoldStream: @unchecked Sendable {
  let cutter: RecordCutter
  private let fold: UpworkFold
  /// The bytes of the first irregular block and of all behind it.
  private(set) var leftover: [UInt8] = []
  private let stopped = AtomicFlag()

  init(_ cutter: RecordCutter, _ fold: UpworkFold) {
    self.cutter = cutter
    self.fold = fold
  }

  var isStopped: Bool { stopped.isSet }

  /// Reads blocks until the end or the first irregular one, with a worker for each share.
  func run(_ shares: [FoldShare], _ columns: UpworkColumns, _ delimiter: UInt8) {
    let gate = OrderedGate()
    let workers = shares.map(Worker.init)
    Workers.run(workers.count) { [self] index in
      let share = workers[index].share
      let block = FoldBlock(columns, delimiter: delimiter, share.identities)
      while !isStopped, cutter.next(block) {
        block.read()
        var line: UInt32?
        gate.pass(block.sequence) { line = take(block) }
        if let line { share.add(UnsafeBufferPointer(block.rows), line: line) }
      }
    }
  }

  /// A share in the hands of its worker, and of nobody else while the stream runs.
  private struct Worker: @unchecked Sendable {
    let share: FoldShare
  }

  /// Claims the references of a block, or keeps its bytes when it cannot be read.
  private func take(_ block: FoldBlock) -> UInt32? {
    guard !isStopped, !block.isIrregular else {
      stopped.set()
      leftover += block.original
      return nil
    }
    return fold.claim(block)
  }
}
