internal import Model

/// Dates of electronic invoices and statements: `YYYY-MM-DD` with an optional time or time zone,
/// which no calendar day needs, and `YYYYMMDD` (UN/CEFACT format 102).
enum InvoiceDate {
  /// The day, or `nil`.
  static func day(_ text: String) -> Day? {
    let bytes = Array(text.utf8)
    if bytes.count == 8 {
      let dash = [UInt8(ascii: "-")]
      return Day(iso: bytes[0..<4] + dash + bytes[4..<6] + dash + bytes[6..<8])
    }
    guard bytes.count > 10 else { return Day(text) }
    let rest = String(decoding: bytes[10...], as: UTF8.self)
    let isZone =
      rest == "Z" || (rest.utf8.count == 6 && (rest.hasPrefix("+") || rest.hasPrefix("-")))
    return isZone || rest.hasPrefix("T") ? Day(iso: bytes[..<10]) : nil
  }
}
