/// Bytes in memory, then those of another source.
struct ChainedSource<Rest: ByteSource>: ByteSource {
  private let first: [UInt8]
  private var position = 0
  /// The source behind the bytes.
  private(set) var rest: Rest

  init(_ first: [UInt8], _ rest: Rest) {
    self.first = first
    self.rest = rest
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
    guard position < first.count else { return try rest.read(into: buffer) }
    let count = min(buffer.count, first.count - position)
    first.withUnsafeBytes { bytes in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
    }
    position += count
    return count
  }
}
