internal import Model

/// The texts of days, each made once as long as no other day takes its place.
struct DayTexts {
  private typealias Text = (day: Int32, count: Int, bytes: SIMD16<UInt8>)

  private static let places = 1024
  private var texts = [Text](repeating: (FoldedWork.Group.noDay, 0, .zero), count: places)

  /// Writes the day with this number of a `Day`.
  @inline(__always)
  mutating func write(_ day: Int32, _ cursor: inout CSVCursor) {
    let place = Int(day) & (Self.places - 1)
    if texts[place].day != day { texts[place] = Self.text(day) }
    withUnsafeBytes(of: texts[place].bytes) { bytes in
      bytes.withMemoryRebound(to: UInt8.self) {
        cursor.write(UnsafeBufferPointer(rebasing: $0[..<texts[place].count]))
      }
    }
  }

  private static func text(_ day: Int32) -> Text {
    // The farthest days that 32 bits can number have 14 characters.
    let bytes = Array(Day(number: Int(day)).description.utf8.prefix(16))
    var text = SIMD16<UInt8>.zero
    for (index, byte) in bytes.enumerated() { text[index] = byte }
    return (day, bytes.count, text)
  }
}
