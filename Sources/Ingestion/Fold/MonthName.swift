/// The three letters of an English month, read from bytes.
enum MonthName {
  private static let names: StaticString = "janfebmaraprmayjunjulaugsepoctnovdec"

  /// The month from 1 to 12: a capital and two letters of any case, as Upwork writes it, or three
  /// letters of any case.
  static func month(_ bytes: UnsafePointer<UInt8>, inAnyCase: Bool = false) -> Int? {
    for month in 0..<12 {
      let matches = (0..<3).allSatisfy { index in
        let expected = names.utf8Start[month * 3 + index]
        return inAnyCase || index > 0
          ? bytes[index] | 0x20 == expected && bytes[index] >= 0x41 : bytes[index] == expected - 32
      }
      if matches { return month + 1 }
    }
    return nil
  }
}
