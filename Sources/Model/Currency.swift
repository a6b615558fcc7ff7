/// A currency by its ISO 4217 alphabetic code.
public struct Currency: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The letters of the code as one number in the order of the codes, so that millions of amounts
  /// can be copied and grouped without counting references to a text.
  private let letters: UInt32
  private let digits: UInt8

  /// Accepts a code of the current ISO 4217 list, or one that the ECB's reference rates still
  /// carry, in capital or small letters; anything else is `nil`.
  public init?(_ text: some StringProtocol) {
    let code = text.uppercased()
    guard let digits = Self.minorUnits[code] else { return nil }
    self.init(code, digits: digits)
  }

  /// Takes a code of three ASCII letters.
  private init(_ code: String, digits: Int) {
    letters = code.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    self.digits = UInt8(digits)
  }

  /// The United States dollar.
  public static let usd = Self("USD", digits: 2)
  /// The Philippine peso.
  public static let php = Self("PHP", digits: 2)
  /// The euro.
  public static let eur = Self("EUR", digits: 2)

  /// The three capital letters of ISO 4217.
  public var code: String {
    String(decoding: [16, 8, 0].map { UInt8(truncatingIfNeeded: letters >> $0) }, as: UTF8.self)
  }

  /// The number of decimals of the minor unit (ISO 4217: 2 for most, 0 for JPY, 3 for BHD).
  public var minorUnitDigits: Int { Int(digits) }

  /// The code.
  public var description: String { code }

  /// Orders by code.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.letters < rhs.letters }

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
