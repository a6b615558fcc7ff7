internal import Crypto

/// A source that can look ahead, counts its bytes and takes their SHA-256.
struct HashingSource<Base: ByteSource>: ByteSource {
  private var base: Base
  private var hasher = SHA256()
  private var hashes = true
  private var lookahead: [UInt8] = []
  private var position = 0
  /// Whether the base has said that it has no more; it is not asked again.
  private var isAtEnd = false
  /// The number of bytes taken from the base.
  private(set) var byteCount = 0

  private static var firstBlock: Int { 16_384 }

  /// Wraps a source.
  init(_ base: Base) { self.base = base }

  /// From here on bytes are only counted.
  mutating func stopHashing() { hashes = false }

  /// The SHA-256 of all bytes taken so far, in lower-case hexadecimal; empty when not taken.
  var sha256: String { hashes ? hexadecimal(hasher.finalize()) : "" }

  /// The first bytes, which will be read again; fewer than `count` at the end.
  mutating func head(_ count: Int) throws(SourceError) -> [UInt8] {
    while lookahead.count < count, !isAtEnd {
      // Most files are small, and large blocks are dear to allocate for each.
      let wanted = count - lookahead.count
      let more = try take(upTo: lookahead.isEmpty ? min(wanted, Self.firstBlock) : wanted)
      if lookahead.isEmpty { lookahead = more } else { lookahead += more }
    }
    return lookahead.count > count ? Array(lookahead[..<count]) : lookahead
  }

  /// Passes over the next bytes of the lookahead.
  mutating func skip(_ count: Int) throws(SourceError) {
    _ = try head(count)
    position += count
  }

  /// Reads what is left, so that count and hash cover the whole input; of a refused input at most
  /// `limit` bytes, behind which no hash is given.
  mutating func drain(atMost limit: Int = .max) throws(SourceError) {
    position = lookahead.count
    while byteCount < limit, !isAtEnd { _ = try take(upTo: 65_536) }
    if !isAtEnd { stopHashing() }
  }

  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(SourceError) -> Int {
    if position < lookahead.count {
      let count = min(buffer.count, lookahead.count - position)
      lookahead.withUnsafeBytes { bytes in
        buffer.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)])
        )
      }
      position += count
      if position == lookahead.count {
        lookahead = []
        position = 0
      }
      return count
    }
    return try readOn(into: buffer)
  }

  /// Reads from the base.
  private mutating func readOn(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(SourceError) -> Int {
    guard !isAtEnd else { return 0 }
    let count = try base.read(into: buffer)
    isAtEnd = count == 0 && !buffer.isEmpty
    note(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
    return count
  }

  private mutating func note(_ bytes: UnsafeRawBufferPointer) {
    if hashes { hasher.update(bufferPointer: bytes) }
    byteCount += bytes.count
  }

  private mutating func take(upTo count: Int) throws(SourceError) -> [UInt8] {
    var failure: SourceError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, taken in
      do throws(SourceError) {
        taken = try readOn(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  private func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * SHA256.Digest.byteCount)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
