/// A currency by its ISO 4217 alphabetic code.
public struct Currency: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The three capital letters of ISO 4217.
  public let code: String

  /// Accepts a code of the current ISO 4217 list, or one that the ECB's reference rates still
  /// carry, in capital or small letters; anything else is `nil`.
  public init?(_ text: some StringProtocol) {
    let code = text.uppercased()
    guard Self.minorUnits[code] != nil else { return nil }
    self.code = code
  }

  private init(known code: String) { self.code = code }

  /// The United States dollar.
  public static let usd = Self(known: "USD")
  /// The euro.
  public static let eur = Self(known: "EUR")

  /// The number of decimals of the minor unit (ISO 4217: 2 for most, 0 for JPY, 3 for BHD).
  public var minorUnitDigits: Int { Self.minorUnits[code] ?? 2 }

  /// The code.
  public var description: String { code }

  /// Orders by code.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.code < rhs.code }

  /// ISO 4217:2015 list one (active codes), and the former currencies in the ECB's history file.
  private static let minorUnits: [String: Int] = {
    let two =
      "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD "
      + "CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP "
      + "GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD "
      + "LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB "
      + "PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC "
      + "SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW "
      + "ZWG CYP EEK HRK LTL LVL MTL ROL SIT SKK TRL"
    let none = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
    let three = "BHD IQD JOD KWD LYD OMR TND"
    var table: [String: Int] = [:]
    for (codes, digits) in [(two, 2), (none, 0), (three, 3)] {
      for code in codes.split(separator: " ") { table[String(code)] = digits }
    }
    return table
  }()
}
