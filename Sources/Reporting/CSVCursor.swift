internal import Model

/// A place in memory where cells are written one behind the other; who uses it sees to the room.
struct CSVCursor {
  private(set) var position: UnsafeMutablePointer<UInt8>

  init(_ position: UnsafeMutablePointer<UInt8>) { self.position = position }

  @inline(__always)
  mutating func write(_ byte: UInt8) {
    position.initialize(to: byte)
    position += 1
  }

  @inline(__always)
  mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.baseAddress else { return }
    position.update(from: first, count: text.count)
    position += text.count
  }

  /// Writes a whole number of at least 0, and what ends the cell.
  mutating func write(_ value: Int, end: UInt8) {
    digits(UInt64(value), point: 0)
    write(end)
  }

  /// Writes a decimal number with all digits of its scale.
  mutating func write(_ value: ExactDecimal) {
    if value.isNegative { write(UInt8(ascii: "-")) }
    digits(value.units.magnitude, point: value.scale)
  }

  /// Writes digits with `point` of them behind a point, from the last to the first.
  private mutating func digits(_ value: UInt64, point: Int) {
    var width = point + 1
    var power: UInt64 = 1
    for _ in 0..<point { power *= 10 }
    while width < 20, value / 10 >= power {
      power *= 10
      width += 1
    }
    let end = position + width + (point > 0 ? 1 : 0)
    var rest = value
    var place = end
    for index in 0..<width {
      if index == point, point > 0 {
        place -= 1
        place.initialize(to: UInt8(ascii: "."))
      }
      place -= 1
      place.initialize(to: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    position = end
  }
}
