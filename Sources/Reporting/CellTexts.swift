/// Texts that many rows share, one behind the other.
struct CellTexts: Sendable {
  private var bytes: [UInt8] = []
  private var starts = [0]

  init(_ texts: [[UInt8]]) {
    for text in texts {
      bytes += text
      starts.append(bytes.count)
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

  func withTexts<Value>(_ body: (Texts) -> Value) -> Value {
    bytes.withUnsafeBufferPointer { bytes in
      starts.withUnsafeBufferPointer { starts in body(Texts(bytes: bytes, starts: starts)) }
    }
  }
}
