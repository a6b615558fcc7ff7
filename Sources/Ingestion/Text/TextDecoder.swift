/// Turns bytes of any supported encoding into UTF-8, block by block.
///
/// Half of a surrogate pair becomes the three bytes that UTF-8 forbids, so that the record around
/// it is rejected like every other damaged one instead of being repaired.
struct TextDecoder {
  private let encoding: TextEncoding
  private var carry: [UInt8] = []
  private var highSurrogate: UInt32?

  /// Creates a decoder at the start of a text.
  init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// Decodes the next block into `output`.
  mutating func decode(_ bytes: some Collection<UInt8>, into output: inout [UInt8]) {
    switch encoding {
    case .utf8: output.append(contentsOf: bytes)
    case .windows1252: for byte in bytes { Self.append(Self.windows1252(byte), to: &output) }
    case .latin1: for byte in bytes { Self.append(UInt32(byte), to: &output) }
    case .utf16LittleEndian, .utf16BigEndian:
      for byte in bytes {
        carry.append(byte)
        guard carry.count == 2 else { continue }
        let unit =
          encoding == .utf16LittleEndian
          ? UInt32(carry[1]) << 8 | UInt32(carry[0]) : UInt32(carry[0]) << 8 | UInt32(carry[1])
        carry.removeAll(keepingCapacity: true)
        append(unit: unit, to: &output)
      }
    }
  }

  /// Ends the text: what is left of a cut character is handed out as a forbidden byte.
  mutating func finish(into output: inout [UInt8]) {
    if let high = highSurrogate { Self.append(high, to: &output) }
    if !carry.isEmpty { output.append(0xC0) }
    highSurrogate = nil
    carry = []
  }

  private mutating func append(unit: UInt32, to output: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00..<0xE000).contains(unit) {
        Self.append(0x1_0000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &output)
        return
      }
      Self.append(high, to: &output)
    }
    if (0xD800..<0xDC00).contains(unit) {
      highSurrogate = unit
    } else {
      Self.append(unit, to: &output)
    }
  }

  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: output.append(UInt8(scalar))
    case 0x80..<0x800:
      output.append(UInt8(0xC0 | scalar >> 6))
      output.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x1_0000:
      output.append(UInt8(0xE0 | scalar >> 12))
      output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      output.append(UInt8(0x80 | scalar & 0x3F))
    default:
      output.append(UInt8(0xF0 | scalar >> 18))
      output.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      output.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// The characters of 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252).
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func windows1252(_ byte: UInt8) -> UInt32 {
    (0x80..<0xA0).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
  }
}
