/// Texts that many rows share, one behind the other.
struct CellTexts {
  private var bytes: [UInt8] = []
  private var starts = [0]
  /// The length of the longest text in bytes.
  private(set) var longest = 0

  init(_ texts: [[UInt8]]) {
    for text in texts {
      bytes += text
      starts.append(bytes.count)
      longest = max(longest, text.count)
    }
  }

  /// The texts by number.
  struct Texts {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let starts: UnsafeBufferPointer<Int>

    @inline(__always)
    subscript(number: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[starts[number]..<starts[number + 1]])
    }
  }

  func withTexts(_ body: (Texts) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      starts.withUnsafeBufferPointer { starts in body(Texts(bytes: bytes, starts: starts)) }
    }
  }
}
