/// Where an input's bytes come from, one block at a time.
///
/// Ingestion opens nothing itself: the executable hands in files and pipes, tests hand in memory.
public protocol ByteSource {
  /// Reads at least one and at most `buffer.count` bytes and returns their number, or 0 at the
  /// end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int
}

/// A failure of the system while bytes were read.
public struct SourceError: Error, Sendable, Hashable {
  /// What the system said.
  public let message: String
  /// What to do.
  public let remedy: String

  /// Creates a failure.
  public init(message: String, remedy: String = "check the path and its permissions") {
    self.message = message
    self.remedy = remedy
  }
}

/// Bytes in memory, handed out in blocks of a chosen size.
public struct MemorySource: ByteSource {
  private let bytes: [UInt8]
  private let blockSize: Int
  private var position = 0

  /// Creates a source; a small block size is what tests use to cut records at every place.
  public init(_ bytes: [UInt8], blockSize: Int = 65_536) {
    self.bytes = bytes
    self.blockSize = max(1, blockSize)
  }

  /// Copies the next block.
  public mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(SourceError) -> Int {
    let count = min(buffer.count, blockSize, bytes.count - position)
    for index in 0..<count { buffer[index] = bytes[position + index] }
    position += count
    return count
  }
}
