/// Turns the bytes of a document into UTF-8, block by block.
///
/// The library's own converters accept more encodings than are wanted and differ from system to
/// system; it is given UTF-8 only.
struct XMLTranscoder {
  private let encoding: XMLEncoding
  /// Bytes that wait for the rest of their character.
  private var pending: [UInt8] = []
  /// A high surrogate that waits for the low one.
  private var high: UInt32?

  /// Creates a transcoder for documents in an encoding.
  init(_ encoding: XMLEncoding) { self.encoding = encoding }

  /// Whether the bytes can be passed on as they are; the parser checks UTF-8 itself.
  var passesThrough: Bool { encoding == .utf8 }

  /// Appends the UTF-8 of these bytes, or returns `false` at a byte that the encoding has not.
  mutating func convert(_ bytes: UnsafeRawBufferPointer, into output: inout [UInt8]) -> Bool {
    switch encoding {
    case .utf8: output.append(contentsOf: bytes)
    case .ascii:
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      output.append(contentsOf: bytes)
    case .latin1:
      for byte in bytes { Self.append(UInt32(byte), to: &output) }
    case .windows1252:
      for byte in bytes {
        guard (0x80...0x9F).contains(byte) else {
          Self.append(UInt32(byte), to: &output)
          continue
        }
        let scalar = Self.windows1252[Int(byte - 0x80)]
        guard scalar != 0 else { return false }
        Self.append(scalar, to: &output)
      }
    case .utf16BigEndian, .utf16LittleEndian:
      for byte in bytes {
        pending.append(byte)
        guard pending.count == 2 else { continue }
        let (first, second) = (UInt32(pending[0]), UInt32(pending[1]))
        pending.removeAll(keepingCapacity: true)
        let unit = encoding == .utf16BigEndian ? first << 8 | second : second << 8 | first
        guard take(unit, into: &output) else { return false }
      }
    }
    return true
  }

  /// Whether nothing waits for more bytes.
  var isComplete: Bool { pending.isEmpty && high == nil }

  private mutating func take(_ unit: UInt32, into output: inout [UInt8]) -> Bool {
    if let first = high {
      guard (0xDC00...0xDFFF).contains(unit) else { return false }
      high = nil
      Self.append(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00), to: &output)
    } else if (0xD800...0xDBFF).contains(unit) {
      high = unit
    } else {
      guard !(0xDC00...0xDFFF).contains(unit) else { return false }
      Self.append(unit, to: &output)
    }
    return true
  }

  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    if scalar < 0x80 {
      output.append(UInt8(scalar))
    } else if let scalar = Unicode.Scalar(scalar) {
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// The code points of 0x80 to 0x9F (WHATWG Encoding, windows-1252), 0 where there is none.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
