/// A source that hands out another one's text as UTF-8.
struct DecodingSource<Base: ByteSource>: ByteSource {
  private var base: Base
  private let encoding: TextEncoding
  private var decoder: TextDecoder
  private var block: [UInt8] = []
  private var decoded: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// Wraps a source at its start.
  init(_ base: Base, encoding: TextEncoding) {
    self.base = base
    self.encoding = encoding
    decoder = TextDecoder(encoding)
  }

  /// The source, with everything that was not read yet.
  consuming func intoBase() -> Base { base }

  /// Fills an array with the next bytes of the decoded text; fewer are left at the end.
  mutating func read(all bytes: inout [UInt8]) throws(SourceError) {
    var filled = 0
    while filled < bytes.count {
      var failure: SourceError?
      var taken = 0
      bytes.withUnsafeMutableBytes { buffer in
        let part = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        do throws(SourceError) { taken = try read(into: part) } catch { failure = error }
      }
      if let failure { throw failure }
      if taken == 0 { break }
      filled += taken
    }
    bytes.removeLast(bytes.count - filled)
  }

  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(SourceError) -> Int {
    if encoding == .utf8 { return try base.read(into: buffer) }
    while position == decoded.count {
      guard !isAtEnd else { return 0 }
      decoded.removeAll(keepingCapacity: true)
      position = 0
      try fill()
    }
    let count = min(buffer.count, decoded.count - position)
    for index in 0..<count { buffer[index] = decoded[position + index] }
    position += count
    return count
  }

  private mutating func fill() throws(SourceError) {
    if block.isEmpty { block = [UInt8](repeating: 0, count: 32_768) }
    var failure: SourceError?
    var count = 0
    block.withUnsafeMutableBytes { buffer in
      do throws(SourceError) { count = try base.read(into: buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    if count == 0 {
      isAtEnd = true
      decoder.finish(into: &decoded)
    } else {
      decoder.decode(block[..<count], into: &decoded)
    }
  }
}
